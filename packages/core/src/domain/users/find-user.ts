import { userNameBoundaryOf, type Policy } from '../policy.js'
import type { StorageTransaction } from '../storage.js'
import { foldUserName } from './user-name.js'
import type { User } from './user.js'

/** The user behind a username, folded within the policy's boundary; null for no one. */
export async function findUser(
  tx: StorageTransaction,
  policy: Policy,
  userName: string,
  organizationId = '',
): Promise<User | null> {
  const folded = foldUserName(userName)
  return folded === null
    ? null
    : tx.users.findByUserName(userNameBoundaryOf(policy, organizationId), folded)
}
