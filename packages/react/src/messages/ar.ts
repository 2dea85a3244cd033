import { failures, sentences } from './ar/refusals.js'
import { ui } from './ar/ui.js'
import { users } from './ar/users.js'
import type { Language } from './language.js'

/** Arabic, for the provider's `language`. */
export const ar: Language = {
  // With the digits of the mails, so that codes and dates read alike.
  locale: 'ar-u-nu-latn',
  direction: 'rtl',
  words: { ui, users, failures, sentences },
  userPage: () => import('./ar/user-page.js').then(({ userPage }) => userPage),
  redeem: () => import('./ar/redeem.js').then(({ redeem }) => redeem),
  transfer: () => import('./ar/transfer.js').then(({ transfer }) => transfer),
}
