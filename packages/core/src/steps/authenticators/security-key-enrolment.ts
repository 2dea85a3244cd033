import { err, errKept, ok, type Result } from '../../kernel/result.js'
import type { UserContext } from '../../context.js'
import { replaceSecret } from '../secrets/issue-link.js'
import { endOf, live } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { displayName, type User } from '../../domain/users/user.js'
import type { Authenticator } from '../../domain/authenticators/authenticator.js'
import { bindAuthenticator } from './bind-authenticator.js'
import type { SecurityKeyOptions } from '../../domain/authenticators/security-key-ceremony.js'

/**
 * How long a user has between the two halves of a ceremony; a binding code lives no longer (SP
 * 800-63B-4 §4.1.2.2).
 */
export const ceremonyMinutes = 10

/**
 * Begins the registration of a security key for the user of the context: the browser's task, with a
 * challenge that is kept for this user and this caller. Beginning again invalidates an older
 * challenge.
 */
export async function beginSecurityKeyEnrolment(
  context: UserContext,
): Promise<
  Result<{ readonly options: SecurityKeyOptions; readonly expiresAt: string }, 'not_configured'>
> {
  const { tx, at, subject } = context
  const { user } = subject
  const ceremony = needed(context.services, 'securityKeys')
  if (!ceremony.ok) return ceremony
  const boundCredentialIds = (await tx.credentials.ofUsers([user.id])).flatMap(({ material }) =>
    material.kind === 'security_key' ? [material.credentialId] : [],
  )
  const options = await ceremony.value.options({
    userId: user.id,
    userName: user.userName,
    displayName: displayName(user),
    boundCredentialIds,
  })
  const { expiresAt } = await replaceSecret(context, {
    purpose: 'security_key',
    key: keyOf(context),
    copies: [],
    expiresAt: endOf(at, { minutes: ceremonyMinutes }),
    data: { challenge: options.challenge },
  })
  return ok({ options, expiresAt })
}

/**
 * Finishes it: the challenge must be the one of this user and this beginner, not used and not
 * over; then the answer is judged, and the key must belong to no one yet. A challenge is used up by
 * the first answer, also by a wrong one (WebAuthn Level 3 §7.1; security rows 97 to 103).
 */
export async function finishSecurityKeyEnrolment(
  context: UserContext,
  { name, response }: { readonly name: string; readonly response: unknown },
  change: Partial<Omit<User, 'userName'>> & { readonly userName?: never } = {},
): Promise<
  Result<
    Authenticator,
    | 'not_configured'
    | 'ceremony_refused'
    | 'security_key_taken'
    | 'too_many_authenticators'
    | 'stale_version'
  >
> {
  const { tx, at, subject } = context
  const { user } = subject
  const ceremony = needed(context.services, 'securityKeys')
  if (!ceremony.ok) return ceremony
  const begun = (await tx.secrets.ofUsers([user.id])).find(({ key }) => key === keyOf(context))
  if (!begun || !(await tx.secrets.remove(user.id, begun.id)) || !live(begun, at))
    return errKept({
      code: 'ceremony_refused',
      details: {
        reason: 'The registration took too long or was begun anew elsewhere. Start it again.',
      },
    })
  const judged = await ceremony.value.verify(response, { challenge: begun.data['challenge'] ?? '' })
  if (!judged.verified)
    return errKept({ code: 'ceremony_refused', details: { reason: judged.reason } })
  const { credentialId, publicKey, signCount, transports, attestation, backedUp, aaguid, type } =
    judged.key
  if (!(await tx.securityKeyIds.claim(credentialId, user.id)))
    return errKept({ code: 'security_key_taken' })
  const bound = await bindAuthenticator(
    context,
    {
      type,
      name,
      details: aaguid === null ? {} : { aaguid },
      material: {
        kind: 'security_key',
        credentialId,
        publicKey,
        signCount,
        transports,
        attestation,
        backedUp,
      },
    },
    change,
  )
  return bound.ok ? ok(bound.value) : err(bound.failure)
}

/**
 * One ceremony at a time for each who begins one, so that a challenge made for one is never
 * answered for another (docs/security.md, row 97).
 */
function keyOf({ caller }: UserContext): string {
  return `security_key ${caller.kind === 'user' ? caller.user.id : 'system'}`
}
