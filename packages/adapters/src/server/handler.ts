import { operationNamed, operations, takesPlan, type Roster } from '@rosterkit/core'
import { routeTable } from '../http/route.js'
import { allowanceOf } from './allowance.js'
import { answer } from './answer.js'
import { checkAllowance, checkCaller, checkStepUp } from './check-caller.js'
import { checkOrigin } from './check-origin.js'
import { findRoute } from './find-route.js'
import { openApiDocument } from './openapi.js'
import { carriesToken } from './origin.js'
import { failureProblem } from './problem.js'
import {
  defaultRateLimits,
  memoryRateLimiter,
  type RateLimiter,
  type RateLimits,
} from './rate-limiter.js'
import { readInput } from './read-input.js'
import { respond } from './respond.js'
import type { Exchange, Settings, StepUp } from './exchange.js'

export type { StepUp } from './exchange.js'

/** How the host mounts a roster. */
export interface RosterHandlerOptions {
  /**
   * Who sends the request, from the host's own session: the id of a person in the roster, or null
   * when nobody is signed in. Never trust a header that a browser could send.
   */
  readonly caller: (request: Request) => string | null | Promise<string | null>
  /** Where the handler is mounted. Default `/api/roster`. */
  readonly basePath?: string
  /**
   * The network address that the audit records and limits count; behind a proxy only the host knows
   * it. Default: none.
   */
  readonly address?: (request: Request) => string | null
  /** The largest body that is read, in bytes. Default 1 MiB. */
  readonly maxBodyBytes?: number
  /** How long a body may take to arrive, in milliseconds. Default 10,000. */
  readonly bodyTimeoutMs?: number
  /**
   * Other origins whose pages may change things, such as `https://admin.example.com`. Default: only
   * the portal's own.
   */
  readonly trustedOrigins?: readonly string[]
  /**
   * Whether a change is accepted whose sender says neither Origin nor Sec-Fetch-Site, as browsers
   * always do: scripts, and mocks in a service worker. Default: where it carries an access token in
   * the Authorization header, which no browser adds of its own accord.
   */
  readonly allowWithoutOrigin?: boolean | ((request: Request) => boolean)
  /**
   * Limits that are other than the defaults; `false` where something in front of the handler keeps
   * them.
   */
  readonly rateLimits?: Partial<RateLimits> | false
  /** Who counts. Default: {@link memoryRateLimiter}, which is right for one process. */
  readonly rateLimiter?: RateLimiter
  /** What a caller must have confirmed a moment ago who they are for. Default: nothing. */
  readonly stepUp?: StepUp
  /**
   * Told of every fault inside, which the caller sees only as `unavailable` with the request id.
   * Default: `console.error`.
   */
  readonly onFault?: (fault: unknown, requestId: string) => void
}

/**
 * Answers HTTP requests with a roster: a function from `Request` to `Response` that mounts in Hono,
 * Next.js, Bun, Deno, workers, and in Node through any fetch adapter. Refusals are problem
 * documents (RFC 9457); the OpenAPI 3.1 document is at `openapi.json` below the base path.
 * @example
 * export const handler = createRosterHandler(roster, {
 *   caller: (request) => sessionUserOf(request),
 * })
 */
export function createRosterHandler(
  roster: Roster,
  options: RosterHandlerOptions,
): (request: Request) => Promise<Response> {
  const settings = settingsOf(roster, options)
  return async (request) => {
    const requestId = crypto.randomUUID()
    try {
      return await handle(settings, { request, requestId, url: new URL(request.url) })
    } catch (fault) {
      settings.onFault(fault, requestId)
      return respond(request, requestId, failureProblem({ code: 'unavailable' }, requestId))
    }
  }
}

/** The stages of a request, in order. Each returns its part, or the response that ends it. */
async function handle(settings: Settings, exchange: Exchange): Promise<Response> {
  const route = findRoute(settings, exchange)
  if (route instanceof Response) return route
  const crossSite = checkOrigin(settings, exchange, route)
  if (crossSite) return crossSite
  const caller = await checkCaller(settings, exchange)
  if (caller instanceof Response) return caller
  const input = await readInput(settings, exchange, route)
  if (input instanceof Response) return input
  const overLimit = await checkAllowance(settings, exchange, route, input)
  if (overLimit) return overLimit
  const unproven = await checkStepUp(settings, exchange, route, caller)
  if (unproven) return unproven
  return answer(settings, exchange, route, caller, input)
}

function settingsOf(roster: Roster, options: RosterHandlerOptions): Settings {
  const {
    caller,
    basePath = '/api/roster',
    address = () => null,
    maxBodyBytes = 1024 * 1024,
    bodyTimeoutMs = 10_000,
    trustedOrigins = [],
    allowWithoutOrigin = carriesToken,
    rateLimits = {},
    rateLimiter = memoryRateLimiter(),
    stepUp,
    onFault = (fault, requestId) => console.error(`[rosterkit] request ${requestId} failed`, fault),
  } = options
  const unknown = stepUp?.operations.find((name) => !operationNamed(name)?.http)
  if (unknown !== undefined) throw new Error(`stepUp.operations: unknown operation "${unknown}".`)
  let document: string | undefined
  return {
    roster,
    caller,
    basePath,
    address,
    bodyLimits: { maxBytes: maxBodyBytes, timeoutMs: bodyTimeoutMs },
    trustedOrigins,
    allowsWithoutOrigin:
      typeof allowWithoutOrigin === 'function' ? allowWithoutOrigin : () => allowWithoutOrigin,
    allowance:
      rateLimits === false
        ? null
        : allowanceOf(roster, rateLimiter, { ...defaultRateLimits, ...rateLimits }),
    stepUp: stepUp ?? null,
    onFault,
    find: routeTable(operations),
    findPlan: routeTable(operations.filter(takesPlan)),
    document: () => (document ??= JSON.stringify(openApiDocument({ operations, basePath }))),
  }
}
