import type { openLink, OutputOf } from '@rosterkit/core/browser'

/** What a person has done by a link or code. */
export interface RedeemDone {
  readonly deed:
    | 'onboarded'
    | 'password_set'
    | 'authenticator_registered'
    | 'secret_code_chosen'
    | 'secret_code_reset'
  /** With which they sign in from now on. */
  readonly userName: string
}

/** What the server says of a link. */
export type OpenedLink = OutputOf<typeof openLink>

/** What each kind of page takes. */
export interface LinkPageProps {
  token: string
  link: OpenedLink
  /** Asks again what the link still wants. */
  onChanged: () => void
  onDone: (done: RedeemDone, words: { readonly title: string; readonly text: string }) => void
}
