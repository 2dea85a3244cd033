import { foldForSearch } from '../../kernel/text.js'
import { statuses, type Status } from './status.js'
import { primaryEmail, type User } from './user.js'
import type { UserSortKey } from './user-store.js'

/**
 * The text that a search looks through, folded: given name, family name, username, every email
 * address, one a line.
 */
export function searchText(user: User): string {
  return [
    `${user.name.givenName} ${user.name.familyName}`,
    `${user.name.familyName} ${user.name.givenName}`,
    user.userName,
    ...user.emails.map((email) => email.value),
  ]
    .map(foldForSearch)
    .join('\n')
}

/** The sort value of a status: by precedence, so that users who need attention are together. */
export function statusRank(status: Status): string {
  return String(statuses.indexOf(status)).padStart(2, '0')
}

/**
 * The value by which a user is sorted; null sorts last. Every store sorts by this text, compared by
 * code point.
 */
export function sortValue(user: User, key: Exclude<UserSortKey, 'status' | 'role'>): string | null {
  switch (key) {
    case 'givenName':
      return foldForSearch(user.name.givenName)
    case 'familyName':
      return foldForSearch(user.name.familyName)
    case 'userName':
      return foldForSearch(user.userName)
    case 'primaryEmail':
      return foldForSearch(primaryEmail(user) ?? '')
    case 'lastSignedInAt':
    case 'createdAt':
    case 'updatedAt':
      return user[key]
  }
}
