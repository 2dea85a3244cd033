export { createRosterHandler, type RosterHandlerOptions, type StepUp } from './server/handler.js'
export {
  defaultRateLimits,
  memoryRateLimiter,
  type RateDecision,
  type RateLimit,
  type RateLimiter,
  type RateLimits,
} from './server/rate-limiter.js'
export { openApiDocument } from './server/openapi.js'
export {
  failureStatus,
  httpProblems,
  problemType,
  type HttpProblemCode,
  type Problem,
} from './server/problem.js'
