// The list is an optional peer, because it is 2 MB on disk, and a host that checks passwords
// elsewhere, or has none, needs none of it.
import type { PasswordBlockList } from '@rosterkit/core'
import { dictionary } from '@zxcvbn-ts/language-common'

/**
 * The passwords that people choose most often and that are therefore tried first: about 49,000, the
 * commonest of published leaks; needs the package `@zxcvbn-ts/language-common`. SP 800-63B-4
 * §3.1.1.2 wants such a list, ASVS 5.0 §6.2.4 at least the first 3,000 of it.
 *
 * Compares whole passwords: “dragon” is on the list, “my dragon sleeps” is not. Held in memory once
 * a process, about 5 MB.
 */
export function commonPasswords(): PasswordBlockList {
  list ??= new Set(dictionary['passwords-common'])
  return list
}

let list: ReadonlySet<string> | undefined
