import type { HandlersOf } from '../../context.js'
import { assignPersonaHandler } from './assign-persona.js'
import { listPersonasHandler } from './list-personas.js'
import { removePersonaHandler } from './remove-persona.js'
import { updatePersonaHandler } from './update-persona.js'
import type { personas } from './contract.js'

/** What carries out {@link personas}. */
export const personasHandlers: HandlersOf<typeof personas> = {
  list: listPersonasHandler,
  assign: assignPersonaHandler,
  update: updatePersonaHandler,
  remove: removePersonaHandler,
}
