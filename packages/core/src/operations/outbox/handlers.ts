import type { HandlersOf } from '../../context.js'
import { listUserMailsHandler } from './list-mails.js'
import type { mails } from './contract.js'

/** What carries out {@link mails}. */
export const mailsHandlers: HandlersOf<typeof mails> = {
  ofUser: listUserMailsHandler,
}
