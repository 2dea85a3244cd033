import type { HandlersOf } from '../../context.js'
import { issueResetCodeHandler } from './issue-reset-code.js'
import type { secretCodes } from './contract.js'

/** What carries out {@link secretCodes}. */
export const secretCodesHandlers: HandlersOf<typeof secretCodes> = {
  issueResetCode: issueResetCodeHandler,
}
