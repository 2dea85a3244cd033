import { later, Refused, type Answer, type Success } from './outcome.ts'
import type { Input, ModelCall, ModelUser } from './state.ts'

const keptSeconds = 24 * 3600

/** What an answer shows once, by the operations that do. */
const shownOnce: Readonly<Record<string, (value: Answer) => unknown>> = {
  'users.create': ({ activationLink }) => activationLink?.link,
  'users.activate': ({ activationLink }) => activationLink?.link,
  'users.resendActivation': ({ link }) => link,
  'authenticators.issueEnrolmentLink': ({ link }) => link,
  'passwords.sendReset': ({ link }) => link,
  'passwords.setTemporary': ({ password }) => password,
  'secretCodes.issueResetCode': ({ code }) => code,
}

const noPeriod = { validFromAt: null, validUntilAt: null }

/** What is meant where the model's calls leave it out: said or not, it is one request. */
const meant: Readonly<Record<string, Input>> = {
  'users.lock': { kind: 'administrator' },
  'passwords.sendReset': { signOut: true },
  'passwords.remove': { signOut: true },
  'roles.assign': noPeriod,
  'personas.assign': noPeriod,
  'personas.update': noPeriod,
}

interface ModelAnswer {
  readonly request: string
  /** As JSON; null where it showed something once. */
  readonly answer: string | null
  readonly callerId: string
  readonly subjectId: string | null
  readonly expiresAt: string
  /**
   * Whether its time was over once, so that it may have been cleared away although the clock has
   * gone back since.
   */
  over: boolean
}

/** A caller's key for one request, and what it was used for before. */
export interface ModelClaim {
  readonly callerId: string
  readonly place: string
  readonly request: string
  readonly earlier: ModelAnswer | null
}

/** What was answered to requests with an idempotency key. */
export class AnswersReference {
  private readonly kept = new Map<string, ModelAnswer>()
  /** Every request with a key that was carried out, to be sent again. */
  readonly sent: ModelCall[] = []
  /** What became of keys that had been used before, and how often. */
  readonly met = new Map<string, number>()

  claim(
    caller: ModelUser,
    { operation, input, idempotencyKey }: ModelCall,
    now: string,
  ): ModelClaim | null {
    if (idempotencyKey === undefined) return null
    const whole = { ...meant[operation], ...input }
    const place = placeOf(caller, idempotencyKey)
    const kept = this.kept.get(place)
    const earlier = kept && now < kept.expiresAt ? kept : null
    if (kept && !earlier) this.meet('its time was over')
    return {
      callerId: caller.id,
      place,
      request: `${operation} ${JSON.stringify(Object.entries(whole).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`,
      earlier,
    }
  }

  /**
   * Whether a refusal stands for nothing but what the same request has brought about: its person is
   * gone, or has the caller's rank.
   */
  isAftermath(claim: ModelClaim | null, refusal: string, gone: boolean): boolean {
    if (claim === null || claim.earlier?.request !== claim.request) return false
    const answered = gone || !['not_found', 'not_permitted'].includes(refusal)
    this.meet(
      answered
        ? gone
          ? 'its person was gone'
          : 'its person had risen'
        : 'the right to it was lost',
    )
    return answered
  }

  /** What a key that was used before comes to, or null for a new one. */
  again(claim: ModelClaim | null): Success | null {
    if (claim === null || claim.earlier === null) return null
    const { request, answer } = claim.earlier
    if (request !== claim.request) throw new Refused('idempotency_key_reused')
    if (answer === null) throw new Refused('already_done')
    this.meet('it was answered')
    return {
      again: true,
      apply: (value) => {
        if (JSON.stringify(value) !== answer)
          throw new Error(
            `Sent again, a request is answered ${JSON.stringify(value)} and not ${answer}.`,
          )
      },
    }
  }

  keep(
    { callerId, place, request }: ModelClaim,
    call: ModelCall,
    value: Answer,
    subjectId: string | null,
    now: string,
  ): void {
    this.kept.set(place, {
      callerId,
      request,
      answer: shownOnce[call.operation]?.(value) == null ? JSON.stringify(value) : null,
      subjectId,
      expiresAt: later(now, keptSeconds),
      over: false,
    })
    this.sent.push(call)
  }

  /** A purge takes along what is about the person and what they asked for. */
  forget(userId: string): void {
    for (const [place, { callerId, subjectId }] of this.kept)
      if (callerId === userId || subjectId === userId) this.kept.delete(place)
  }

  moveTo(now: string): void {
    for (const answer of this.kept.values()) if (answer.expiresAt <= now) answer.over = true
  }

  /**
   * Whether nobody can tell if the key is still remembered: its time was over, and the clock has
   * gone back to before that.
   */
  unsure(caller: ModelUser, key: string, now: string): boolean {
    const kept = this.kept.get(placeOf(caller, key))
    return kept !== undefined && kept.over && now < kept.expiresAt
  }

  /** What must be found of a caller's keys. */
  of(
    caller: ModelUser,
    now: string,
  ): readonly {
    readonly key: string
    readonly answer: string | null
    readonly subjectUserId: string | null
    readonly expiresAt: string
  }[] {
    return keys.flatMap((key) => {
      const kept = this.kept.get(placeOf(caller, key))
      return kept && !kept.over && now < kept.expiresAt
        ? [{ key, answer: kept.answer, subjectUserId: kept.subjectId, expiresAt: kept.expiresAt }]
        : []
    })
  }

  private meet(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1)
  }
}

/** The keys of the model's world: few, so that each is met again. */
export const keys = ['first', 'second', 'third']

/** Whoever moves begins with new keys. */
function placeOf({ id, organizationId }: ModelUser, key: string): string {
  return `${organizationId} ${id} ${key}`
}
