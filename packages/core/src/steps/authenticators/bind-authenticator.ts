import { actorOf } from '../../domain/callers/caller.js'
import type { Credential } from '../../domain/credentials/credential.js'
import { err, ok, type Result } from '../../kernel/result.js'
import { notify } from '../outbox/queue-mail.js'
import type { UserContext } from '../../context.js'
import { alsoRecording, saveUser } from '../users/save-user.js'
import type { User } from '../../domain/users/user.js'
import type { Authenticator } from '../../domain/authenticators/authenticator.js'
import { idleLockFrom } from '../../domain/authenticators/holder.js'

/**
 * Binds an authenticator to the user of the context, with what it is recognised by where the
 * roster keeps that, records the deed, and tells the user. Refused past the policy's number for
 * its type. Ends the command: nothing of the user may be saved after it.
 */
export async function bindAuthenticator(
  context: UserContext,
  {
    type,
    name,
    details,
    state = 'active',
    material,
  }: Pick<Authenticator, 'type' | 'name' | 'details'> & {
    readonly state?: 'active' | 'pending'
    readonly material?: Credential['material']
  },
  change: Partial<Omit<User, 'userName'>> & { readonly userName?: never } = {},
): Promise<Result<Authenticator, 'too_many_authenticators' | 'stale_version'>> {
  const { tx, at, caller, newId, policy, subject } = context
  const { user } = subject
  const limit = policy.authenticators.limits[type]
  const current = (await tx.authenticators.ofUsers([user.id])).filter(
    (authenticator) => authenticator.type === type && authenticator.state !== 'revoked',
  )
  if (limit !== undefined && current.length >= limit)
    return err({ code: 'too_many_authenticators', details: { type, limit } })
  const id = newId()
  const owner = { userId: user.id, userOrganizationId: user.organizationId, version: 1, key: id }
  const authenticator: Authenticator = {
    ...owner,
    id,
    type,
    name,
    state,
    stateSinceAt: at,
    stateActor: actorOf(caller),
    stateReason: null,
    registeredAt: at,
    lastUsedAt: null,
    inactivityLockAt: idleLockFrom(policy, at),
    details,
  }
  await tx.authenticators.insert(authenticator)
  if (material) await tx.credentials.insert({ ...owner, id: newId(), material })
  const saved = await saveUser(
    alsoRecording(context, { field: `authenticator ${name}`, before: null, after: state }),
    {
      ...change,
      ...(state === 'active' ? { mfa: { ...user.mfa, enrolment: 'enrolled' as const } } : {}),
    },
    null,
    'bookkeeping',
  )
  if (!saved.ok) return saved
  await notify(context, 'factor_added', { factor: name })
  return ok(authenticator)
}
