import { assignPersona } from './assign-persona.js'
import { listPersonas } from './list-personas.js'
import { removePersona } from './remove-persona.js'
import { updatePersona } from './update-persona.js'

// By name as well, so that a page brings only the operations that it calls.
export { listPersonas, assignPersona, updatePersona, removePersona }

/** The operations of `personas`. */
export const personas = {
  list: listPersonas,
  assign: assignPersona,
  update: updatePersona,
  remove: removePersona,
} as const
