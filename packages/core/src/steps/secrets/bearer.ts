import type { UserContext } from '../../context.js'
import type { Bearer } from '../../domain/secrets/secret.js'

/**
 * Redeems a secret, which is used up by it: of two who bring it at the same time one succeeds, and
 * the other gets false (docs/security.md, rows 37 and 78).
 */
export function redeemSecret(
  { tx, subject }: Pick<UserContext, 'tx' | 'subject'>,
  { secret }: Pick<Bearer, 'secret'>,
): Promise<boolean> {
  return tx.secrets.remove(subject.user.id, secret.id)
}
