import { passwordIssue, storedPassword, storePassword } from './password.js'
import { needed } from '../../domain/secrets/services.js'
import { secretOfToken } from '../../domain/secrets/bearer.js'
import type { LinkPurpose } from '../../domain/secrets/secret.js'
import { err, ok, type Result } from '../../kernel/result.js'
import type { BearerContext, Environment } from '../../context.js'
import type { User } from '../../domain/users/user.js'

/**
 * A chosen password, made ready to be kept; `previous` when it is the very one that had to be
 * replaced.
 */
export type ChosenPassword = { readonly hash: string } | 'former'

/**
 * Hashes a new password before the transaction; null for an invalid link, for which the work would
 * be wasted. A user who had a temporary or expired password must set a different one: an
 * administrator knew it (docs/security.md, row 34; ASVS 6.4.1).
 */
export async function hashChosenPassword(
  { clock, services, storage }: Environment,
  token: string,
  password: string | undefined,
  links: readonly LinkPurpose[],
): Promise<ChosenPassword | null> {
  const { hasher } = services
  if (password === undefined || hasher === null) return null
  const found = await storage.read(async (tx) => {
    const bearer = await secretOfToken(tx, token, links, clock.now())
    return bearer && { bearer, stored: await storedPassword(tx, bearer.secret.userId) }
  })
  if (!found) return null
  const former =
    found.bearer.secret.data['former'] ??
    (found.stored?.material.temporary ? found.stored.material.hash : undefined)
  if (former !== undefined && (await hasher.verify(password, former))) return 'former'
  return { hash: await hasher.hash(password) }
}

/**
 * Checks a new password and keeps it. A refusal is shown next to its field, and the link stays
 * valid.
 */
export async function keepChosenPassword(
  context: BearerContext,
  password: string,
  chosen: ChosenPassword | null,
): Promise<Result<Pick<User, 'password'>, 'not_configured' | 'invalid_input' | 'secret_unusable'>> {
  const hasher = needed(context.services, 'hasher')
  if (!hasher.ok) return hasher
  const issue =
    passwordIssue(password, context) ??
    (chosen === 'former'
      ? {
          path: 'password',
          code: 'former',
          message: 'This is the password that has to be replaced. Choose another one.',
        }
      : null)
  if (issue) return err({ code: 'invalid_input', details: { issues: [issue] } })
  // Invalid when it was checked, valid now: someone made it in between. Trying again works.
  if (chosen === null || chosen === 'former') return err({ code: 'secret_unusable' })
  return ok(await storePassword(context, chosen.hash, false))
}
