import type { Language } from './language.js'
import { inEnglish as redeem } from './redeem-messages.js'
import { inEnglish as transfer } from './transfer-messages.js'
import { inEnglish as userPage } from './user-page-messages.js'

/** English, for hosts that let people choose; where none is chosen the kit speaks it by itself. */
export const english: Language = {
  locale: 'en',
  direction: 'ltr',
  words: null,
  userPage,
  redeem,
  transfer,
}
