import type { Instant } from '../../kernel/clock.js'
import type { StorageTransaction } from '../storage.js'
import { explain } from '../users/status.js'
import type { UserSubject } from '../users/user-subject.js'
import type { User } from '../users/user.js'
import { live, type Bearer } from './secret.js'
import { hashOfToken, userIdOf } from './token.js'

/**
 * The live secret that a token is a copy of, when it is for one of the purposes. Changes nothing,
 * however often it is asked.
 */
export async function secretOfToken(
  tx: StorageTransaction,
  token: string,
  purposes: readonly string[],
  at: Instant,
): Promise<Bearer | null> {
  const userId = userIdOf(token)
  if (userId === null) return null
  for (const secret of await tx.secrets.ofUsers([userId])) {
    if (!purposes.includes(secret.purpose) || !live(secret, at)) continue
    const hash = await hashOfToken(secret.purpose, token)
    const copy = secret.copies.find((candidate) => candidate.hash === hash)
    if (copy) return { secret, copy }
  }
  return null
}

/**
 * Whether a user may use a link as their status is now. A lock for failed sign-ins doesn't prevent
 * it; otherwise an attacker could keep the user out by guessing passwords (docs/security.md, row
 * 44). Every other loss of access does.
 */
export function mayRedeem(
  { user, lineage }: Pick<UserSubject, 'user' | 'lineage'>,
  at: Instant,
): boolean {
  return explain(user, at, lineage).reasons.every(
    ({ status, lockKind }) =>
      ['PROVISIONED', 'ACTIVE', 'RECOVERY', 'AWAITING_NEW_PASSWORD'].includes(status) ||
      lockKind === 'failed-sign-ins',
  )
}

/**
 * The addresses that the user has shown to read once they have used this copy, to be saved with
 * them.
 */
export function verifiedBy(
  { copy }: Pick<Bearer, 'copy'>,
  { emails, verifiedEmails }: User,
): Pick<User, 'verifiedEmails'> {
  const { address } = copy
  const fresh =
    address !== null &&
    emails.some(({ value }) => value === address) &&
    !verifiedEmails.includes(address)
  return { verifiedEmails: fresh ? [...verifiedEmails, address] : verifiedEmails }
}
