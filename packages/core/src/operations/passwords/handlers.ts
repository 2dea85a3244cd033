import type { HandlersOf } from '../../context.js'
import { expirePasswordHandler } from './expire-password.js'
import { removePasswordHandler } from './remove-password.js'
import { sendPasswordResetHandler } from './send-password-reset.js'
import { setTemporaryPasswordHandler } from './set-temporary-password.js'
import type { passwords } from './contract.js'

/** What carries out {@link passwords}. */
export const passwordsHandlers: HandlersOf<typeof passwords> = {
  sendReset: sendPasswordResetHandler,
  setTemporary: setTemporaryPasswordHandler,
  remove: removePasswordHandler,
  expire: expirePasswordHandler,
}
