export { clientByToken, type StoredToken } from './scim/bearer-tokens.js'
export type { ScimClient, ScimLimits } from './scim/request.js'
export { createScimHandler, type ScimHandlerOptions } from './scim/scim-handler.js'
