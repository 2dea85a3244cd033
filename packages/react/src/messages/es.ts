import { failures, sentences } from './es/refusals.js'
import { ui } from './es/ui.js'
import { users } from './es/users.js'
import type { Language } from './language.js'

/** Spanish, for the provider's `language`. */
export const es: Language = {
  locale: 'es',
  direction: 'ltr',
  words: { ui, users, failures, sentences },
  userPage: () => import('./es/user-page.js').then(({ userPage }) => userPage),
  redeem: () => import('./es/redeem.js').then(({ redeem }) => redeem),
  transfer: () => import('./es/transfer.js').then(({ transfer }) => transfer),
}
