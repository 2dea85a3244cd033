export { createRosterClient, type RosterClientOptions } from './client/client.js'
