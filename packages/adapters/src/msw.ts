export { rosterHandlers } from './msw/handlers.js'
