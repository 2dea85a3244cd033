export { createRosterHandler, type RosterHandlerOptions } from './server/handler.js'
export { openApiDocument } from './server/openapi.js'
export { failureStatus, httpProblems, problemType, type HttpProblemCode, type Problem } from './server/problem.js'
