import { failures, sentences } from './de/refusals.js'
import { ui } from './de/ui.js'
import { users } from './de/users.js'
import type { Language } from './language.js'

/** German, for the provider's `language`. */
export const de: Language = {
  locale: 'de',
  direction: 'ltr',
  words: { ui, users, failures, sentences },
  userPage: () => import('./de/user-page.js').then(({ userPage }) => userPage),
  redeem: () => import('./de/redeem.js').then(({ redeem }) => redeem),
  transfer: () => import('./de/transfer.js').then(({ transfer }) => transfer),
}
