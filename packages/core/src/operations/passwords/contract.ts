import { expirePassword } from './expire-password.js'
import { removePassword } from './remove-password.js'
import { sendPasswordReset } from './send-password-reset.js'
import { setTemporaryPassword } from './set-temporary-password.js'

// By name as well, so that a page brings only the operations that it calls.
export { sendPasswordReset, setTemporaryPassword, removePassword, expirePassword }

/** The operations of `passwords`. */
export const passwords = {
  sendReset: sendPasswordReset,
  setTemporary: setTemporaryPassword,
  remove: removePassword,
  expire: expirePassword,
} as const
