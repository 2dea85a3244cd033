import { getCaller } from './get-caller.js'

// By name as well, so that a page brings only the operations that it calls.
export { getCaller }

/** The operations of `caller`. */
export const caller = {
  get: getCaller,
} as const
