import { failures, sentences } from './ja/refusals.js'
import { ui } from './ja/ui.js'
import { users } from './ja/users.js'
import type { Language } from './language.js'

/** Japanese, for the provider's `language`. */
export const ja: Language = {
  locale: 'ja',
  direction: 'ltr',
  words: { ui, users, failures, sentences },
  userPage: () => import('./ja/user-page.js').then(({ userPage }) => userPage),
  redeem: () => import('./ja/redeem.js').then(({ redeem }) => redeem),
  transfer: () => import('./ja/transfer.js').then(({ transfer }) => transfer),
}
