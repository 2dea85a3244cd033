import { passwordIssue, storedPassword, storePassword } from './password.js'
import { needed } from '../../domain/secrets/services.js'
import { secretOfToken } from '../../domain/secrets/bearer.js'
import type { LinkPurpose } from '../../domain/secrets/secret.js'
import { err, ok, type Result } from '../../kernel/result.js'
import type { BearerContext, Environment } from '../../context.js'
import type { User } from '../../domain/users/user.js'

/**
 * A chosen password, made ready to be kept; `former` when it is the very one that had to be
 * replaced.
 */
export type ChosenPassword = { readonly hash: string } | 'former'

/**
 * Hashes a chosen password before the transaction; null for a link that is not good, for which the
 * work would be wasted. Whoever had a temporary password, or one that was over, must choose another
 * one: an administrator knew it (security row 34; ASVS 6.4.1).
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
 * Judges a chosen password and keeps it; what is wrong with it is said beside its field, and the
 * link stays good.
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
  // Not good when it was looked at, good now: somebody made it in between. Trying again will do.
  if (chosen === null || chosen === 'former') return err({ code: 'secret_unusable' })
  return ok(await storePassword(context, chosen.hash, false))
}
