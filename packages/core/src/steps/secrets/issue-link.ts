import type { UserContext } from '../../context.js'
import { actorOf } from '../../domain/callers/caller.js'
import type { Delivery } from '../../domain/policy.js'
import type { IssuedLink } from '../../domain/secrets/issued-link.js'
import {
  endOf,
  type LinkPurpose,
  type Secret,
  type SecretPurpose,
} from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { hashOfToken, newToken } from '../../domain/secrets/token.js'
import { primaryEmail } from '../../domain/users/user.js'
import { ok, type Result } from '../../kernel/result.js'
import { queueMail } from '../outbox/queue-mail.js'

/** How something reaches the user: what the policy says, as far as there is mail. */
export function deliveryBy(
  context: UserContext,
  requested: Delivery,
): { readonly mailTo: string | null; readonly show: boolean } {
  const mailTo =
    requested !== 'show' && context.services.mail !== null
      ? primaryEmail(context.subject.user)
      : null
  return { mailTo, show: requested !== 'mail' || mailTo === null }
}

/**
 * Puts a secret in the place of the user's previous one for the same purpose, which is dead from
 * then on.
 */
export async function replaceSecret(
  { tx, at, caller, newId, subject }: UserContext,
  of: Pick<Secret, 'purpose' | 'copies' | 'expiresAt'> & {
    readonly key?: string
    readonly data?: Secret['data']
  },
): Promise<Secret> {
  const { user } = subject
  const secret: Secret = {
    key: of.purpose,
    data: {},
    ...of,
    id: newId(),
    userId: user.id,
    userOrganizationId: user.organizationId,
    version: 1,
    issuedAt: at,
    issuedBy: actorOf(caller),
    wrongTries: 0,
  }
  await removeSecrets({ tx, subject }, ({ key }) => key === secret.key)
  await tx.secrets.insert(secret)
  return secret
}

/** Ends what is open for a user, as far as it is chosen, and says how many there were. */
export async function removeSecrets(
  { tx, subject }: Pick<UserContext, 'tx' | 'subject'>,
  chosen: (secret: Secret) => boolean,
): Promise<number> {
  const found = (await tx.secrets.ofUsers([subject.user.id])).filter(chosen)
  for (const { id } of found) await tx.secrets.remove(subject.user.id, id)
  return found.length
}

/** Whether the secret is for one of these purposes. */
export function isFor(...purposes: readonly SecretPurpose[]): (secret: Secret) => boolean {
  return ({ purpose }) => purposes.includes(purpose)
}

/**
 * Makes a link for the user, in the place of the previous one. Refused only where the host has
 * given no address for it to lead to.
 */
export async function issueLink(
  context: UserContext,
  purpose: LinkPurpose,
  delivery: Delivery,
  lifetimeHours: number,
): Promise<Result<IssuedLink, 'not_configured'>> {
  const page = needed(context.services, 'redeemAddress')
  if (!page.ok) return page
  const { mailTo, show } = deliveryBy(context, delivery)
  const token = show ? newToken(context.subject.user.id) : null
  const secret = await replaceSecret(context, {
    purpose,
    copies: token === null ? [] : [{ hash: await hashOfToken(purpose, token), address: null }],
    expiresAt: endOf(context.at, { hours: lifetimeHours }),
  })
  if (mailTo !== null && purpose !== 'new_password')
    await queueMail(context, { occasion: purpose, address: mailTo, secretId: secret.id })
  return ok({
    link: token === null ? null : linkTo(page.value, token),
    sentTo: mailTo,
    expiresAt: secret.expiresAt,
  })
}

/**
 * The address of a link. The secret is in the fragment, which browsers never send
 * (docs/security.md, row 49).
 */
export function linkTo(redeemAddress: string, token: string): string {
  return `${redeemAddress}#${token}`
}

/**
 * Where a reset code is entered. Names the organization, within which usernames may be unique, and
 * nothing secret.
 */
export function resetCodePage(redeemAddress: string, organizationId: string): string {
  return linkTo(redeemAddress, `reset-code/${organizationId}`)
}
