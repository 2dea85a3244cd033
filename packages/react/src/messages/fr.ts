import { failures, sentences } from './fr/refusals.js'
import { ui } from './fr/ui.js'
import { users } from './fr/users.js'
import type { Language } from './language.js'

/** French, for the provider's `language`. */
export const fr: Language = {
  locale: 'fr',
  direction: 'ltr',
  words: { ui, users, failures, sentences },
  userPage: () => import('./fr/user-page.js').then(({ userPage }) => userPage),
  redeem: () => import('./fr/redeem.js').then(({ redeem }) => redeem),
  transfer: () => import('./fr/transfer.js').then(({ transfer }) => transfer),
}
