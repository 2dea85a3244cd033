import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { firstBroken, MailRefusal, type Result, type Storage } from '@rosterkit/core'
import { type Credential } from '@rosterkit/core/ports'
import { withServices } from '../services.ts'
import { dawn, idOf, openWorld } from '../world.ts'
import { callOf, clockMove, deliveryOf, draws, retried, type Draw } from './calls.ts'
import { blockList, foldUserName } from './folding.ts'
import { keys } from './idempotency.ts'
import { later, type Answer } from './outcome.ts'
import { policy, Reference, Unordered } from './reference.ts'
import { hostRoles, linksOf, personaTypes } from './rights.ts'
import type { Attempt } from './secrets.ts'
import type { ModelCall, Setup } from './state.ts'

/** How a run is made; the same numbers give the same run. */
export interface RunOptions {
  readonly openStorage: () => Storage | Promise<Storage>
  readonly seed: number
  /** How many worlds are gone through, each with up to `stepsPerWorld` calls. */
  readonly worlds: number
  readonly stepsPerWorld?: number
  /** Told after each world, with all calls so far. */
  readonly onWorld?: (operations: number) => void
}

/** What a run did. */
export interface RunReport {
  readonly operations: number
  /** How many calls ended how. */
  readonly outcomes: ReadonlyMap<string, number>
  /** A digest of every answer and every audit chain: equal for storages that behave alike. */
  readonly digest: string
}

type World = Awaited<ReturnType<typeof openWorld>>

interface Real {
  readonly world: World
  readonly transport: Transport
  readonly calls: { count: number }
  /** What has been used up, and must never work again. */
  readonly spent: Set<string>
}

/** A transport that keeps what it is given, whether it takes it or not. */
class Transport {
  readonly attempts: Attempt[] = []
  mood: 'takes' | 'is down' | 'refuses' = 'takes'

  async send({
    messageId,
    to,
    text,
  }: {
    readonly messageId: string
    readonly to: { readonly address: string }
    readonly text: string
  }): Promise<void> {
    this.attempts.push({ id: messageId.split('@')[0]!, address: to.address, text })
    if (this.mood === 'is down') throw new Error('connect ECONNREFUSED')
    if (this.mood === 'refuses') throw new MailRefusal('550 No such user here', true)
  }
}

const usual: Setup = {
  boundary: 'organization',
  services: true,
  mail: true,
  delivery: 'mail',
  codeDelivery: 'show',
  passwordDays: null,
}

/** The hosts whose rosters the runs are about. */
const setups: readonly Setup[] = [
  usual,
  { ...usual, boundary: 'roster' },
  { ...usual, delivery: 'both', codeDelivery: 'mail', passwordDays: 60 },
  { ...usual, boundary: 'roster', delivery: 'both' },
  { ...usual, mail: false, passwordDays: 60 },
  { ...usual, delivery: 'show', codeDelivery: 'mail' },
  { ...usual, services: false, mail: false },
]

/**
 * Plays random calls against a real roster and foretells each with the model: the refusal or the
 * answer, what lists hold, the audit to its last event. Rejects with the seed and the shortest run
 * that differs.
 */
export async function runModel({
  openStorage,
  seed,
  worlds,
  stepsPerWorld = 300,
  onWorld,
}: RunOptions): Promise<RunReport> {
  const outcomes = new Map<string, number>()
  const hash = createHash('sha256')
  let operations = 0

  class Step implements fc.AsyncCommand<Reference, Real> {
    private told = ''
    constructor(readonly draw: Draw) {}

    check(): boolean {
      return true
    }

    async run(model: Reference, real: Real): Promise<void> {
      operations++
      if (this.draw.operation === 'clock') {
        model.moveTo(later(model.now, clockMove(this.draw)))
        this.told = `clock to ${model.now}`
        real.world.moveTo(model.now)
        return
      }
      if (this.draw.operation === 'deliver') return this.deliver(model, real)
      if (this.draw.operation === 'retry') {
        const id = retried(model, this.draw)
        this.told = `retry ${id}`
        const [should, did] = [model.kept.retry(id), await real.world.roster.mail.retry(id)]
        if (should !== did)
          throw new Error(`${this.told}: the mail ${did ? 'is' : 'is not'} in the queue again.`)
        return
      }
      const call = callOf(model, this.draw)
      this.told = `${call.operation} ${JSON.stringify(call.input)} as ${JSON.stringify(call.caller)}${call.idempotencyKey === undefined ? '' : ` with the ${call.idempotencyKey} key`}`
      const managedBefore = model.administratorsAt(model.root().id).length > 0
      const versions = new Map([...model.users.values()].map(({ id, version }) => [id, version]))

      const foretold = model.predict(call)
      const result = await real.world.roster.execute(call.operation, call)
      const outcome = result.ok ? 'allowed' : result.failure.code
      outcomes.set(
        `${call.operation} ${outcome}`,
        (outcomes.get(`${call.operation} ${outcome}`) ?? 0) + 1,
      )
      if (outcome !== (foretold.code ?? 'allowed'))
        throw new Error(
          `${this.told}: the model foretold ${foretold.code ?? 'success'}, and ${result.ok ? 'success' : JSON.stringify(result.failure)} came.`,
        )

      if (foretold.code === null && result.ok) {
        const expected = foretold.settle(result.value as Answer)
        const actual =
          call.operation === 'users.list' ? await everyPage(real.world, call, result) : result.value
        const difference = firstDifference(expected, actual)
        if (difference) throw new Error(`${this.told}: ${difference}`)
      }
      hash.update(JSON.stringify(result, determined(call)))
      usedOnce(real.spent, call, result, this.told)

      // Whoever fails to sign in is locked however few there are, and whoever must choose a
      // password can let themselves in by it.
      const spared = [
        'signIn.recordFailure',
        'signIn.verifyPassword',
        'passwords.setTemporary',
        'passwords.expire',
      ].includes(call.operation)
      if (managedBefore && !spared && model.administratorsAt(model.root().id).length === 0)
        throw new Error(`${this.told}: the root is left without an effective administrator.`)
      for (const { id, version } of model.users.values())
        if (version > (versions.get(id) ?? 1) + 1)
          throw new Error(`${this.told}: a version jumped.`)
      real.calls.count++
      if (real.calls.count % 50 === 0) await compareWhole(model, real.world)
    }

    private async deliver(model: Reference, { world, transport }: Real): Promise<void> {
      const { limit, mood } = deliveryOf(this.draw)
      this.told = `deliver ${limit}, the transport ${mood}`
      transport.mood = mood
      const report = await world.roster.mail.deliver({ limit })
      hash.update(
        JSON.stringify([report, transport.attempts.map(({ id, address }) => [id, address])]),
      )
      const difference = firstDifference(
        model.kept.deliver(limit, mood, transport.attempts),
        report,
        'the report',
      )
      if (difference) throw new Error(`${this.told}: ${difference}`)
      const extra = transport.attempts.shift()
      if (extra)
        throw new Error(
          `${this.told}: a mail to ${extra.address} was sent that nothing had promised.`,
        )
      for (const [outcome, times] of Object.entries(report))
        if (times > 0)
          outcomes.set(`deliver ${outcome}`, (outcomes.get(`deliver ${outcome}`) ?? 0) + times)
    }

    toString(): string {
      return this.told || this.draw.operation
    }
  }

  const commands = fc.commands(
    draws.map((draw) => draw.map((drawn) => new Step(drawn))),
    { size: 'max', maxCommands: stepsPerWorld },
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...setups), commands, async (setup, steps) => {
      const storage = await openStorage()
      try {
        const begun = await beginning(storage, setup)
        await fc.asyncModelRun(() => begun, steps)
        await compareWhole(begun.model, begun.real.world, true)
        for (const [what, times] of begun.model.answers.met)
          outcomes.set(
            `a key used before: ${what}`,
            (outcomes.get(`a key used before: ${what}`) ?? 0) + times,
          )
      } finally {
        await storage.close()
      }
      onWorld?.(operations)
    }),
    { seed, numRuns: worlds, endOnFailure: false },
  )
  return { operations, outcomes, digest: hash.digest('hex') }

  async function beginning(storage: Storage, setup: Setup) {
    const transport = new Transport()
    const { hasher, services } = withServices()
    const { mail: _, ...unmailed } = services
    const lifetime = { delivery: setup.delivery, lifetimeHours: 24 }
    const configured = setup.services
      ? { ...unmailed, blockList, ...(setup.mail ? { mail: transport } : {}) }
      : {}
    const handingOut = {
      activation: { ...lifetime, lifetimeHours: 7 * 24 },
      enrolment: lifetime,
      recovery: lifetime,
      resetCode: { delivery: setup.codeDelivery, lifetimeMinutes: 15, format: 'pin8', tries: 3 },
      passwords: {
        minimumAlone: 15,
        minimumBesideFactor: 8,
        temporaryHours: 24,
        expireAfterDays: setup.passwordDays,
      },
    } as const
    const world = await openWorld({
      ...configured,
      ...handingOut,
      storage,
      userNameBoundary: setup.boundary,
      roles: hostRoles,
      personaTypes,
      inactivityLockDays: policy.inactivityDays,
      restoreDays: policy.restoreDays,
      dormantAfterDays: policy.dormantDays,
      expiringWithinDays: policy.expiringDays,
      failedSignIns: policy.failures,
      authenticators: {
        limits: { totp: policy.totpLimit },
        inactivityLockDays: policy.authenticatorDays,
      },
    })
    const model = new Reference(dawn, setup)
    for (const organization of await storage.read((tx) =>
      tx.organizations.below([world.places.platform]),
    ))
      model.organizations.set(model.fresh(organization.id), {
        id: organization.id,
        parentId: organization.parentId,
        name: organization.name,
        version: 1,
        ssoProvider: null,
        mapping: {},
        locks: [],
      })
    const people: [
      name: string,
      place: 'platform' | 'north' | 'harbour' | 'acme' | 'beta' | 'gamma',
      ...roles: string[],
    ][] = [
      ['root', 'platform', 'administrator'],
      ['north', 'north', 'administrator'],
      ['harbour', 'harbour', 'administrator'],
      ['acme1', 'acme', 'administrator'],
      ['acme2', 'acme', 'administrator', 'viewer'],
      ['beta1', 'beta', 'administrator'],
      ['support', 'harbour', 'support'],
      ['viewer', 'acme', 'viewer'],
      ['helper', 'acme', 'helper'],
      ['mapper', 'beta', 'mapper'],
      ['nobody', 'acme'],
      ['other', 'beta'],
      ['far', 'gamma'],
    ]
    for (const [name, place, ...roles] of people) {
      const withPassword =
        setup.services && ['root', 'north', 'acme1', 'support', 'nobody', 'far'].includes(name)
      const expiresAt =
        setup.passwordDays === null ? null : later(dawn, setup.passwordDays * 86_400)
      const user = await world.join(name, place, {
        roles,
        ...(withPassword ? { password: { state: 'set', sinceAt: dawn, expiresAt } } : {}),
      })
      if (withPassword) {
        const text = 'seven quiet lanterns'
        const credential = {
          id: idOf(900 + model.users.size),
          userId: user.id,
          userOrganizationId: user.organizationId,
          version: 1,
          key: 'password',
          material: {
            kind: 'password',
            hash: await hasher.hash(text),
            temporary: false,
            setAt: dawn,
            expiresAt,
          },
        } as const
        await storage.transaction((tx) => tx.credentials.insert(credential))
        model.kept.passwords.set(user.id, { text, temporary: false, expiresAt })
      }
      model.users.set(model.fresh(user.id), {
        id: user.id,
        organizationId: user.organizationId,
        version: 1,
        userName: name,
        name: user.name,
        email: user.emails[0]!.value,
        verifiedEmails: [],
        password: user.password,
        userType: null,
        state: 'active',
        formerState: null,
        restorableUntilAt: null,
        locks: [],
        mfa: user.mfa,
        failed: user.failedSignIns,
        inactivityLockAt: null,
        signInRoute: 'any',
        validFromAt: null,
        validUntilAt: null,
        lastSignedInAt: null,
        createdAt: dawn,
        updatedAt: dawn,
        owners: {},
      })
      for (const { id, userId, roleId, organizationId } of await storage.read((tx) =>
        tx.roleAssignments.ofUsers([user.id]),
      ))
        model.assignments.push({
          id: model.fresh(id),
          userId,
          roleId,
          organizationId,
          validFromAt: null,
          validUntilAt: null,
        })
    }
    return { model, real: { world, transport, calls: { count: 0 }, spent: new Set<string>() } }
  }

  /** Pages through the rest of a list that has begun. */
  async function everyPage(
    { roster }: World,
    { caller, input }: ReturnType<typeof callOf>,
    first: Result<unknown>,
  ): Promise<readonly string[]> {
    const ids: string[] = []
    let page: Result<unknown> = first
    while (page.ok) {
      const { items, nextCursor, count } = page.value as {
        items: { id: string }[]
        nextCursor: string | null
        count: { value: number; exact: boolean }
      }
      ids.push(...items.map(({ id }) => id))
      if (nextCursor === null) {
        if (count.value !== ids.length || !count.exact)
          throw new Error(`The list counts ${count.value} and has ${ids.length}.`)
        return ids
      }
      page = await roster.execute('users.list', { input: { ...input, cursor: nextCursor }, caller })
    }
    throw new Error(`A later page is refused: ${page.failure.code}.`)
  }

  /**
   * Looks behind the operations: the stored people and what is theirs, unique names, sessions, and
   * every audit chain to its last event.
   */
  async function compareWhole(model: Reference, world: World, last = false): Promise<void> {
    const users = [...model.users.values()]
    const ids = users.map(({ id }) => id)
    const stored = await world.storage.read(async (tx) => ({
      users: await tx.users.findMany(ids),
      sessions: await tx.sessions.ofUsers(ids),
      authenticators: await tx.authenticators.ofUsers(ids),
      personas: await tx.personas.ofUsers(ids),
      assignments: await tx.roleAssignments.ofUsers(ids),
      secrets: await tx.secrets.ofUsers(ids),
      credentials: await tx.credentials.ofUsers(ids),
      mails: await Promise.all(ids.map(async (id) => tx.outbox.ofUser(id, 1000))),
      queued: (await tx.outbox.due('9999-01-01T00:00:00.000Z', 10_000)).length,
      answers: await Promise.all(
        users.flatMap((user) =>
          keys.map(async (key) =>
            model.answers.unsure(user, key, model.now)
              ? null
              : tx.keptAnswers.find(user.organizationId, user.id, key, model.now),
          ),
        ),
      ),
      chains: await Promise.all(
        [...model.organizations.keys()].map(
          async (id) => [id, await Array.fromAsync(tx.audit.chain(id))] as const,
        ),
      ),
    }))
    const sorted = <T extends { readonly id: string }>(items: readonly T[]) =>
      items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const told = {
      users: sorted(users).map(
        ({
          id,
          version,
          organizationId,
          userName,
          verifiedEmails,
          password,
          failed,
          inactivityLockAt,
          restorableUntilAt,
          locks,
        }) => ({
          id,
          version,
          organizationId,
          userName,
          verifiedEmails,
          password,
          failedSignIns: failed,
          inactivityLockAt,
          lifecycle: { restorableUntilAt },
          locks,
        }),
      ),
      sessions: sorted(model.sessions),
      authenticators: sorted(model.authenticators).map(
        ({ material: _, ...authenticator }) => authenticator,
      ),
      personas: sorted(model.personas),
      assignments: sorted(model.assignments),
      // Oldest first, as they were made.
      secrets: model.kept.secrets.map(
        ({ userId, key, purpose, issuedAt, expiresAt, wrongTries, copies }) => ({
          userId,
          key,
          purpose,
          issuedAt,
          expiresAt,
          wrongTries,
          copies: copies.map(({ address }) => ({ address })),
        }),
      ),
      credentials: credentialsOf(model),
      mails: users.map(({ id }) =>
        model.kept.mailsOf(id).map((mail) => ({
          id: mail.id ?? undefined,
          state: mail.state,
          attempts: mail.attempts,
          sentAt: mail.sentAt,
          ...(mail.state === 'queued' ? { dueAt: mail.dueAt } : {}),
          task: { to: { address: mail.address }, content: { occasion: mail.occasion } },
        })),
      ),
      queued: model.kept.mails.filter(({ state }) => state === 'queued').length,
      answers: users.flatMap((user) => model.answers.of(user, model.now)),
    }
    const seen = {
      users: sorted(stored.users),
      sessions: sorted(stored.sessions),
      authenticators: sorted(stored.authenticators),
      personas: sorted(stored.personas),
      assignments: sorted(stored.assignments),
      secrets: stored.secrets,
      credentials: stored.credentials.map(seenCredential).sort(),
      mails: stored.mails,
      queued: stored.queued,
      answers: stored.answers.filter((answer) => answer !== null),
    }
    const difference = firstDifference(told, seen)
    if (difference) throw new Error(`What is stored differs from the model: ${difference}`)
    const taken = stored.users.map(
      ({ userName, organizationId }) =>
        `${foldUserName(userName)} at ${model.boundary === 'organization' ? organizationId : 'all'}`,
    )
    if (new Set(taken).size < taken.length)
      throw new Error(`A username is taken twice: ${taken.join(', ')}.`)
    for (const session of model.sessions) {
      const { good } = await world.roster.sessions.check({
        userId: session.userId,
        sessionId: session.id,
      })
      if (good !== model.isGood(session))
        throw new Error(
          `The session ${session.id} ${good ? 'is good without access' : 'is over although nothing ended it'}.`,
        )
      if (good) model.see(session)
    }

    // Every link that ever was is good exactly as long as it should be; looking at it changes
    // nothing.
    const tokens = last ? model.kept.tokens : model.kept.tokens.slice(-6)
    for (const { text, secret } of tokens) {
      const opened = await world.roster.execute('redeem.open', {
        input: { token: text },
        caller: { userId: null },
      })
      const holder = model.users.get(secret.userId)
      const should =
        holder !== undefined &&
        model.kept.secretOf(text, linksOf['redeem.open']!) !== undefined &&
        model.kept.mayRedeem(holder)
      if (opened.ok !== should)
        throw new Error(
          `A link for ${secret.purpose} of ${secret.userId} ${opened.ok ? 'opens that must not' : 'does not open'}.`,
        )
    }
    if (last) {
      const everything = JSON.stringify(stored)
      const told = [
        ...model.kept.tokens.map(({ text }) => text),
        ...[...model.kept.passwords.values()].map(({ text }) => text),
        ...model.authenticators.flatMap(({ material }) =>
          material?.kind === 'totp' ? material.secret : [],
        ),
      ]
      const found = told.find((text) => everything.includes(text))
      if (found !== undefined)
        throw new Error(`What is secret stands in the store in clear: ${found}`)
    }

    for (const [organizationId, events] of stored.chains) {
      const broken = await firstBroken(events)
      if (broken)
        throw new Error(`The audit chain of ${organizationId} is broken at ${broken.sequence}.`)
      const heard = events.map(({ operation, outcome, failure, subject, actor }) => ({
        operation,
        outcome,
        failure,
        subjectId: subject?.id ?? null,
        actorId: actor.id,
      }))
      const wrong = firstDifference(model.audit.get(organizationId) ?? [], heard)
      if (wrong) throw new Error(`The audit of ${organizationId} differs from the model: ${wrong}`)
      hash.update(events.at(-1)?.hash ?? '')
    }
  }
}

/**
 * What is the same in every store: cursors are sealed with a secret that each storage draws for
 * itself, and links, codes and challenges are random.
 */
function determined({ operation }: ModelCall): (key: string, value: unknown) => unknown {
  return (key, value) => {
    if (key === 'nextCursor') return value !== null
    const random =
      ['link', 'token', 'secret', 'challenge'].includes(key) ||
      (key === 'password' && operation === 'passwords.setTemporary') ||
      (key === 'code' && operation === 'secretCodes.issueResetCode') ||
      (key === 'address' && operation === 'redeem.beginTotp')
    return random && typeof value === 'string' ? 'random' : value
  }
}

/** A link or code works once, whatever the model says. */
function usedOnce(
  spent: Set<string>,
  { operation, input }: ModelCall,
  result: Result<unknown>,
  told: string,
): void {
  if (!result.ok || !operation.startsWith('redeem.')) return
  const brought =
    input.token ??
    (operation === 'redeem.resetSecretCode' ? `${input.userName} ${input.code}` : null)
  if (brought === null) return
  if (spent.has(brought)) throw new Error(`${told}: it has been used before.`)
  const { linkDone } = result.value as { readonly linkDone?: boolean }
  if (
    linkDone ||
    ['redeem.finishOnboarding', 'redeem.setPassword', 'redeem.resetSecretCode'].includes(operation)
  )
    spent.add(brought)
}

/** What people are recognised by, without what is secret in it. */
function credentialsOf({ kept, authenticators }: Reference): string[] {
  return [
    ...[...kept.passwords].map(
      ([userId, { temporary, expiresAt }]) => `${userId} password ${temporary} ${expiresAt}`,
    ),
    ...[...kept.secretCodes].map(
      ([userId, { wrongTries }]) => `${userId} secret_code ${wrongTries}`,
    ),
    ...authenticators.flatMap(({ id, userId, material }) =>
      material === null
        ? []
        : material.kind === 'totp'
          ? `${userId} totp ${id} ${material.lastStep} ${material.wrongTries}`
          : `${userId} security_key ${id}`,
    ),
  ].sort()
}

function seenCredential({ userId, key, material }: Credential): string {
  switch (material.kind) {
    case 'password':
      return `${userId} password ${material.temporary} ${material.expiresAt}`
    case 'secret_code':
      return `${userId} secret_code ${material.wrongTries}`
    case 'totp':
      return `${userId} totp ${key} ${material.lastStep} ${material.wrongTries}`
    default:
      return `${userId} security_key ${key}`
  }
}

/**
 * Where an answer does not hold what it must, or null. Members that are not asked for may be
 * anything; lists must be whole.
 */
function firstDifference(expected: unknown, actual: unknown, path = 'answer'): string | null {
  if (expected === undefined) return null
  if (expected instanceof Unordered) {
    const items = (actual as Record<string, unknown>)[expected.field] as readonly {
      readonly id: string
    }[]
    const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return firstDifference(byId(expected.items), byId(items), path)
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return `${path} holds ${JSON.stringify(actual)}, and ${JSON.stringify(expected)} was expected.`
    for (const [index, item] of expected.entries()) {
      const difference = firstDifference(
        item,
        (actual as readonly unknown[])[index],
        `${path}[${index}]`,
      )
      if (difference) return difference
    }
    return null
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object')
      return `${path} is ${JSON.stringify(actual)}, and ${JSON.stringify(expected)} was expected.`
    for (const [key, value] of Object.entries(expected)) {
      const difference = firstDifference(
        value,
        (actual as Record<string, unknown>)[key],
        `${path}.${key}`,
      )
      if (difference) return difference
    }
    return null
  }
  return Object.is(expected, actual)
    ? null
    : `${path} is ${JSON.stringify(actual)}, and ${JSON.stringify(expected)} was expected.`
}
