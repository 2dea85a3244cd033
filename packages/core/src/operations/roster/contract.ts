import { bootstrap } from './bootstrap.js'

/** Operations that only the host's own code may call. */
export const hostRoster = {
  bootstrap,
} as const
