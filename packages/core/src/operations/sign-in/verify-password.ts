import type { Handler, OperationContext, Preparation, UserContext } from '../../context.js'
import { stateAt } from '../../domain/authenticators/authenticator.js'
import { ownFactors, secretCodeKey } from '../../domain/credentials/credential.js'
import { endOf } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { hashOfToken, newToken } from '../../domain/secrets/token.js'
import { findUser } from '../../domain/users/find-user.js'
import { explain, statusesWithAccess } from '../../domain/users/status.js'
import { loadUserSubjects } from '../../domain/users/user-subject.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok, type Result } from '../../kernel/result.js'
import { passwordInput, removePassword, storedPassword } from '../../steps/credentials/password.js'
import { secretCodeState } from '../../steps/credentials/secret-code.js'
import { replaceSecret } from '../../steps/secrets/issue-link.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import { countFailedSignIn } from '../../steps/users/count-failed-sign-in.js'
import * as z from 'zod/mini'

/**
 * Checks a password, for the host's own sign-in. A wrong one counts toward the automatic lock. An
 * unknown username, a user without a password and one without access get the same answer after the
 * same work, so nothing tells them apart. A right one that must be replaced opens no session: it
 * returns a token for `redeem.setPassword`, and a temporary one is used up by it (ASVS 6.4.1).
 * After `accepted`, the host asks for MFA if `mfaRequired`, then calls `recordSuccess`.
 */
export const verifyPassword = {
  name: 'signIn.verifyPassword',
  kind: 'command',
  summary: 'Checks a password for the host’s own sign-in, and counts a wrong one.',
  permission: null,
  subject: 'caller',
  hostOnly: true,
  event: 'sign_in.password_checked',
  /** `organizationId` is needed where usernames are unique within an organization. */
  input: z.strictObject({
    userName: z.string().check(z.maxLength(512)),
    organizationId: z.optional(z.uuid()),
    password: passwordInput,
  }),
  output: z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('accepted'),
      userId: z.string(),
      mfaRequired: z.boolean(),
      /** The second factors that the roster can judge for this user now. */
      factors: z.array(z.enum(ownFactors)),
    }),
    z.object({
      outcome: z.literal('new_password_needed'),
      userId: z.string(),
      token: z.string(),
      expiresAt: z.string(),
    }),
    z.object({ outcome: z.literal('refused') }),
  ]),
  failures: ['not_configured', 'stale_version'],
  invalidates: ['users.list', 'users.get'],
  example: {
    userName: 'ada.lovelace',
    organizationId: '0198f0c0-7e00-7000-8000-000000000002',
    password: 'a password of several words',
  },
} as const satisfies Operation

/** How long a user has to set a new password after signing in with one that must be replaced. */
const newPasswordMinutes = 10

/** What was found out about a password before the transaction. */
type StoredPassword = NonNullable<Awaited<ReturnType<typeof storedPassword>>>

interface ComparedPassword {
  readonly right: boolean
  /**
   * What it was compared with; another one by the time of the transaction makes the comparison
   * void.
   */
  readonly hash: string | null
  /** The password hashed again, where the previous hash is cheaper than it should be. */
  readonly better: string | null
}

// Something to compare with when there is nothing, so that the time it takes tells nothing.
const decoys = new WeakMap<object, Promise<string>>()

/** Compares before the transaction begins: it takes its time on purpose. */
export const verifyPasswordPreparation: Preparation<
  typeof verifyPassword,
  ComparedPassword
> = async ({ services, storage, policy }, { userName, organizationId, password }) => {
  const { hasher } = services
  if (hasher === null) return { right: false, hash: null, better: null }
  const stored = await storage.read(async (tx) => {
    const user = await findUser(tx, policy, userName, organizationId)
    return user && storedPassword(tx, user.id)
  })
  const decoy = decoys.get(hasher) ?? hasher.hash('no password is this one')
  decoys.set(hasher, decoy)
  const right = await hasher.verify(password, stored?.material.hash ?? (await decoy))
  if (!stored) return { right: false, hash: null, better: null }
  return {
    right,
    hash: stored.material.hash,
    better:
      right && !stored.material.temporary && hasher.outdated(stored.material.hash)
        ? await hasher.hash(password)
        : null,
  }
}

export const verifyPasswordHandler: Handler<typeof verifyPassword, ComparedPassword> = async (
  context,
  { userName, organizationId },
) => {
  const { tx, prepared } = context
  const hasher = needed(context.services, 'hasher')
  if (!hasher.ok) return hasher
  const user = await findUser(tx, context.policy, userName, organizationId)
  const [subject] = user ? await loadUserSubjects(context, [user]) : []
  if (!subject) return refuseUnknown(context, organizationId)
  const named: UserContext = { ...context, subject }
  const stored = await storedPassword(tx, subject.user.id)
  if (!prepared.right || stored?.material.hash !== prepared.hash) {
    const counted = await countFailedSignIn(named)
    return counted.ok ? ok({ outcome: 'refused' }) : counted
  }
  const route = routeOf(named, stored)
  if (route === 'closed') {
    unchangedUser(named)
    return ok({ outcome: 'refused' })
  }
  return route === 'new password'
    ? askForNewPassword(named, stored)
    : accept(named, stored, prepared.better)
}

/** Audits an attempt under a username that no user has, with the organization that was named. */
async function refuseUnknown(
  { tx, record }: OperationContext,
  organizationId: string | undefined,
): Promise<Result<{ outcome: 'refused' }, 'not_found'>> {
  const named = organizationId === undefined ? null : await tx.organizations.find(organizationId)
  const root = named?.id ?? (await tx.organizations.roots())[0]?.id
  if (root === undefined) return err({ code: 'not_found' })
  record({ subject: null, organizationId: root, changes: [] })
  return ok({ outcome: 'refused' })
}

/** What the right password leads to, given the user's status. */
function routeOf(
  { at, subject }: UserContext,
  { material }: StoredPassword,
): 'closed' | 'new password' | 'in' {
  const { user } = subject
  const { status, reasons } = explain(user, at, subject.lineage)
  const awaiting =
    status === 'AWAITING_NEW_PASSWORD' &&
    reasons.every(
      (reason) => reason.status === status || statusesWithAccess.includes(reason.status),
    )
  const expired = material.temporary && material.expiresAt !== null && at >= material.expiresAt
  if (user.signInRoute !== 'any' || expired) return 'closed'
  if (awaiting) return 'new password'
  return statusesWithAccess.includes(status) ? 'in' : 'closed'
}

/** Makes the token with which the user sets a new password instead of signing in. */
async function askForNewPassword(context: UserContext, { material }: StoredPassword) {
  const userId = context.subject.user.id
  const token = newToken(userId)
  // A temporary password is used up by this sign-in, whether or not a new one is set.
  if (material.temporary) await removePassword(context)
  const { expiresAt } = await replaceSecret(context, {
    purpose: 'new_password',
    copies: [{ hash: await hashOfToken('new_password', token), address: null }],
    expiresAt: endOf(context.at, { minutes: newPasswordMinutes }),
    data: { former: material.hash },
  })
  unchangedUser(context)
  return ok({ outcome: 'new_password_needed' as const, userId, token, expiresAt })
}

/**
 * Lets the user in: keeps the better hash, and ends a reset that the old password made needless.
 */
async function accept(context: UserContext, stored: StoredPassword, betterHash: string | null) {
  const { tx, subject } = context
  const { id: userId, mfa, password } = subject.user
  if (betterHash !== null)
    await tx.credentials.update(
      {
        ...stored,
        version: stored.version + 1,
        material: { ...stored.material, hash: betterHash },
      },
      stored.version,
    )
  const saved =
    password.state === 'reset_pending'
      ? await saveUser(context, { password: { ...password, state: 'set' } }, null, 'bookkeeping')
      : unchangedUser(context)
  if (!saved.ok) return saved
  return ok({
    outcome: 'accepted' as const,
    userId,
    mfaRequired: mfa.required || mfa.enrolment === 'enrolled',
    factors: await usableFactors(context),
  })
}

async function usableFactors({
  tx,
  at,
  policy,
  subject,
}: UserContext): Promise<(typeof ownFactors)[number][]> {
  const active = new Set(
    (await tx.authenticators.ofUsers([subject.user.id]))
      .filter((authenticator) => stateAt(authenticator, at) === 'active')
      .map(({ id }) => id),
  )
  const materials = (await tx.credentials.ofUsers([subject.user.id])).filter(
    ({ key }) => active.has(key) || key === secretCodeKey,
  )
  return ownFactors.filter((factor) =>
    materials.some(
      ({ material }) =>
        material.kind === factor &&
        !(
          material.kind === 'secret_code' &&
          secretCodeState({ material }, policy.secretCode.tries) === 'blocked'
        ),
    ),
  )
}
