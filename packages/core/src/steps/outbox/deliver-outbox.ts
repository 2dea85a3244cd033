import { findUser } from '../../domain/users/find-user.js'
import { plusSeconds, type Instant } from '../../kernel/clock.js'
import type { Environment } from '../../context.js'
import { newCode, plainCode } from '../../domain/secrets/code.js'
import { linkTo, resetCodePage } from '../secrets/issue-link.js'
import { linkPurposes, live, type LinkPurpose } from '../../domain/secrets/secret.js'
import { hashOfToken, newToken } from '../../domain/secrets/token.js'
import type { StorageTransaction } from '../../domain/storage.js'
import { composeMail } from '../../domain/mail/compose-mail.js'
import type { OutboxItem, OutboxTask } from '../../domain/outbox/outbox-item.js'
import type { OutgoingMail } from '../../domain/mail/mail-transport.js'

/** How long a worker may take over one mail before another one takes it over. */
export const leaseSeconds = 5 * 60

/**
 * After how many tries a message fails: with the pauses below, within about a day, which is as long
 * as its link is valid.
 */
const maxTries = 12

/** The pause before the next try: a minute, then twice as long each time, at most six hours. */
function pauseSeconds(attempts: number): number {
  return Math.min(60 * 2 ** (attempts - 1), 6 * 3600)
}

/** What one delivery came to. */
export interface DeliveryReport {
  readonly sent: number
  /** Not taken, and to be tried again later. */
  readonly postponed: number
  /** Given up; see `roster.mail.failed()`. */
  readonly failed: number
  /** No longer wanted: replaced, used or over before it could be sent. */
  readonly obsolete: number
}

type Outcome = keyof DeliveryReport

/** Begins a recovery for the user behind a username, when there is one who may have it. */
export type BeginRecovery = (userId: string) => Promise<void>

/**
 * How soon after a recovery mail another one may be asked for: no one's mailbox is to be filled by
 * a stranger.
 */
const recoveryPauseSeconds = 5 * 60

/**
 * Sends what is due, one item after the other, at most `limit`. An item is leased and marked when
 * it is done, so several workers share the work. If one is killed between sending and marking, a
 * second copy with the same Message-ID is sent, and nothing else happens.
 */
export async function deliverMails(
  environment: Environment,
  limit: number,
  beginRecovery: BeginRecovery,
): Promise<DeliveryReport> {
  const report = { sent: 0, postponed: 0, failed: 0, obsolete: 0 }
  for (let done = 0; done < limit; done++) {
    const leased = await take(environment)
    if (leased === null) break
    if (leased === 'lost') continue
    report[await carryOut(environment, leased, beginRecovery)]++
  }
  return report
}

/** Takes the mail that has waited longest; `lost` when another worker was quicker. */
async function take({ clock, storage }: Environment): Promise<OutboxItem | 'lost' | null> {
  return storage.transaction(async (tx) => {
    const at = clock.now()
    const [mail] = await tx.outbox.due(at, 1)
    if (!mail) return null
    const leased: OutboxItem = {
      ...mail,
      version: mail.version + 1,
      attempts: mail.attempts + 1,
      dueAt: plusSeconds(at, leaseSeconds),
    }
    return (await tx.outbox.update(leased, mail.version)) === 'updated' ? leased : 'lost'
  })
}

/** Puts a failed message back into the queue, with all its tries. */
export function retryMail({ clock, storage }: Environment, mailId: string): Promise<boolean> {
  return storage.transaction(async (tx) => {
    const mail = await tx.outbox.find(mailId)
    return (
      mail?.state === 'failed' &&
      (await tx.outbox.update(
        { ...mail, state: 'queued', attempts: 0, dueAt: clock.now(), version: mail.version + 1 },
        mail.version,
      )) === 'updated'
    )
  })
}

/** Tries one mail that has been taken, and marks what has come of it. */
export async function carryOut(
  environment: Environment,
  mail: OutboxItem,
  beginRecovery?: BeginRecovery,
): Promise<Outcome> {
  const { clock, services, sessionRevoker, storage } = environment
  const mark = (change: Partial<OutboxItem>) =>
    storage.transaction((tx) =>
      tx.outbox.update({ ...mail, ...change, version: mail.version + 1 }, mail.version),
    )
  const failed = async (thrown: unknown): Promise<Outcome> => {
    const { message, permanent } = readRefusal(thrown)
    if (mail.task.kind === 'session_revocation') tellHost(environment, thrown)
    // A message is worthless at some point. A session that should have ended is a danger for as
    // long as it lives.
    const over = mail.task.kind !== 'session_revocation' && (permanent || mail.attempts >= maxTries)
    await mark({
      state: over ? 'failed' : 'queued',
      lastError: message,
      dueAt: plusSeconds(clock.now(), pauseSeconds(mail.attempts)),
    })
    return over ? 'failed' : 'postponed'
  }
  try {
    if (mail.task.kind === 'recovery_request') {
      const userId = await storage.read((tx) =>
        wantedBy(
          environment,
          tx,
          mail.task as OutboxTask & { kind: 'recovery_request' },
          clock.now(),
        ),
      )
      if (userId !== null) await beginRecovery?.(userId)
      // What was typed isn't kept: it may have been a password.
      await mark({
        state: 'sent',
        sentAt: clock.now(),
        task: { kind: 'recovery_request', userName: '', organizationId: null },
      })
      return 'sent'
    }
    if (mail.task.kind === 'session_revocation') {
      const { userId, sessionIds } = mail.task
      await sessionRevoker?.revoke(userId, sessionIds)
      await mark({ state: 'sent', sentAt: clock.now(), lastError: null })
      return 'sent'
    }
    if (services.mail === null) return await failed(new Error('No mail transport is set up.'))
    const ready = await prepareMail(environment, mail, mail.task)
    if (ready === null) {
      await mark({ state: 'obsolete' })
      return 'obsolete'
    }
    await services.mail.send(ready)
  } catch (thrown) {
    return failed(thrown)
  }
  await mark({ state: 'sent', sentAt: clock.now(), lastError: null })
  return 'sent'
}

/**
 * Writes the mail; with a link or code made for this one, whose hash is kept before it leaves. Null
 * when what it would bring is no longer wanted.
 */
async function prepareMail(
  environment: Environment,
  mail: OutboxItem,
  task: OutboxTask & { readonly kind: 'write' },
): Promise<OutgoingMail | null> {
  const { brand, hasher, redeemAddress, templates } = environment.services
  const { content, language, secretId, to } = task
  let secretParts: {
    readonly link?: string
    readonly code?: string
    readonly expiresAt?: Instant
  } = {}
  if (secretId !== null && mail.userId !== null) {
    const { userId } = mail
    const isCode = content.occasion === 'reset_code'
    const text = isCode ? newCode(environment.policy.resetCode.format) : newToken(userId)
    const hash = isCode
      ? await hasher?.hash(plainCode(text))
      : await hashOfToken(purposeOf(content.occasion), text)
    if (hash === undefined || redeemAddress === null)
      throw new Error('The portal’s own address or its hasher is no longer set up.')
    const expiresAt = await environment.storage.transaction(async (tx) => {
      const secret = await tx.secrets.find(userId, secretId)
      if (!secret || !live(secret, environment.clock.now())) return null
      const kept = await tx.secrets.update(
        {
          ...secret,
          version: secret.version + 1,
          copies: [...secret.copies, { hash, address: to.address }],
        },
        secret.version,
      )
      if (kept === 'stale') throw new Error('Another copy was made at the same moment.')
      return secret.expiresAt
    })
    if (expiresAt === null) return null
    secretParts = {
      expiresAt,
      ...(isCode
        ? { code: text, link: resetCodePage(redeemAddress, mail.organizationId) }
        : { link: linkTo(redeemAddress, text) }),
    }
  }
  const {
    subject,
    text,
    html,
    language: chosen,
  } = composeMail({ ...content, ...secretParts }, { language, brand, templates })
  return {
    messageId: `${mail.id}@${domainOf(redeemAddress)}`,
    to,
    subject,
    text,
    html,
    language: chosen,
  }
}

function purposeOf(occasion: string): LinkPurpose {
  const purpose = linkPurposes.find((candidate) => candidate === occasion)
  if (!purpose) throw new Error(`“${occasion}” brings no link.`)
  return purpose
}

/** The right half of a Message-ID (RFC 5322 §3.6.4). */
function domainOf(address: string | null): string {
  return address === null ? 'rosterkit.invalid' : new URL(address).hostname
}

/**
 * The user whom a request is about, unless there is none, they sign in elsewhere, or a message was
 * just sent.
 */
async function wantedBy(
  { policy }: Environment,
  tx: StorageTransaction,
  { userName, organizationId }: OutboxTask & { readonly kind: 'recovery_request' },
  at: Instant,
): Promise<string | null> {
  // If links are shown, a message brings none, and a new link would end the one that an
  // administrator has shown.
  if (policy.recovery.delivery === 'show') return null
  const user = await findUser(tx, policy, userName, organizationId ?? undefined)
  if (!user) return null
  const recent = (await tx.secrets.ofUsers([user.id])).some(
    ({ purpose, issuedAt }) =>
      purpose === 'recovery' && at < plusSeconds(issuedAt, recoveryPauseSeconds),
  )
  return recent ? null : user.id
}

/** What a transport's rejection means; one that says nothing of itself is passing. */
function readRefusal(thrown: unknown): { readonly message: string; readonly permanent: boolean } {
  const message = (thrown instanceof Error ? thrown.message : String(thrown))
    .replaceAll(/\s+/g, ' ')
    .slice(0, 500)
  return {
    message,
    permanent:
      thrown instanceof Error &&
      'code' in thrown &&
      thrown.code === 'mail_refused' &&
      'permanent' in thrown &&
      thrown.permanent === true,
  }
}

/** Tells the host of a fault that is its own. */
export function tellHost({ onRevocationFailed }: Environment, thrown: unknown): void {
  try {
    onRevocationFailed?.(thrown)
  } catch {
    // See the docstring of the option.
  }
}
