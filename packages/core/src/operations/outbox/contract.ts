import { listUserMails } from './list-mails.js'

// By name as well, so that a page brings only the operations that it calls.
export { listUserMails }

/** The operations of `mails`. */
export const mails = {
  ofUser: listUserMails,
} as const
