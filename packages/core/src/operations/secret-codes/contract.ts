import { issueResetCode } from './issue-reset-code.js'

// By name as well, so that a page brings only the operations that it calls.
export { issueResetCode }

/** The operations of `secretCodes`. */
export const secretCodes = {
  issueResetCode,
} as const
