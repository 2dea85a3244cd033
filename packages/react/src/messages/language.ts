import type { RedeemMessages } from './en-redeem.js'
import type { TransferMessages } from './en-transfer.js'
import type { UserPageMessages } from './en-user-page.js'
import type { Messages } from './en.js'
import type { FailureMessages } from './failure-messages.js'
import type { ServerSentence } from './server-sentences.js'

/** The words of a language that the first screen may need; the rest comes in its parts. */
export interface LanguageWords {
  readonly ui: Messages['ui']
  readonly users: Messages['users']
  readonly failures: FailureMessages
  readonly sentences: Readonly<Record<ServerSentence, string>>
}

/**
 * A language for the provider: how dates are written, which way it reads, and its words. Those of a
 * person's page, of the pages that links lead to and of files come when they are shown.
 */
export interface Language {
  /** A BCP 47 tag, for dates and numbers too. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /** Null: the English that the kit begins with. */
  readonly words: LanguageWords | null
  readonly userPage: () => Promise<UserPageMessages>
  readonly redeem: () => Promise<RedeemMessages>
  readonly transfer: () => Promise<TransferMessages>
}
