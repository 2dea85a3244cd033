import type { HandlersOf } from '../../context.js'
import { listSecretsHandler } from './list-secrets.js'
import type { secrets } from './contract.js'

/** What carries out {@link secrets}. */
export const secretsHandlers: HandlersOf<typeof secrets> = {
  list: listSecretsHandler,
}
