import { listSecrets } from './list-secrets.js'

// By name as well, so that a page brings only the operations that it calls.
export { listSecrets }

/** The operations of `secrets`. */
export const secrets = {
  list: listSecrets,
} as const
