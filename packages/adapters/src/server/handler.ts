import { operationNamed, operations, takesPlan, type CallerRef, type Roster } from '@rosterkit/core'
import { planHeader, plansPath } from '../http/plan.js'
import { decodeQuery, takesField } from '../http/query.js'
import { pathParameters, routeTable } from '../http/route.js'
import { allowanceOf } from './allowance.js'
import { announcesOtherThanJson, readJsonObject, type BodyLimits } from './body.js'
import { openApiDocument } from './openapi.js'
import { idempotencyKeyOf } from './idempotency-key.js'
import { carriesToken, originOf } from './origin.js'
import { failureProblem, httpProblem, type HttpProblemCode, type Problem } from './problem.js'
import {
  defaultRateLimits,
  memoryRateLimiter,
  type RateLimiter,
  type RateLimits,
} from './rate-limiter.js'
import { versionAsked, versionTag } from './version-tag.js'

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
 * When a caller must have confirmed a moment ago that it is them (ASVS 7.5.1, 7.5.3), and how the
 * host finds that out.
 */
export interface StepUp {
  /**
   * The operations that it is asked for, such as `users.update`, `users.delete`,
   * `authenticators.reset`; with each of them for the command that does the same to several people.
   */
  readonly operations: readonly string[]
  /**
   * Whether the caller's proof is fresh, from the host's own session: when the password or key was
   * last shown.
   */
  readonly freshProof: (request: Request, operation: string) => boolean | Promise<boolean>
  /** The page where they confirm it, told with the refusal as `details.address`. */
  readonly address?: string
}

/** The longest User-Agent that the audit keeps, in characters. */
const maxUserAgent = 400

/** The longest query string that is read, in characters. */
const maxQueryString = 16_384

/**
 * Answers HTTP requests with a roster: a function from `Request` to `Response` that mounts in Hono,
 * Next.js, Bun, Deno, workers, and in Node through any fetch adapter. Refusals are problem
 * documents (RFC 9457); the OpenAPI 3.1 document stands at `openapi.json` below the base path.
 * @example export const handler = createRosterHandler(roster, { caller: (request) =>
 *   sessionUserOf(request) })
 */
export function createRosterHandler(
  roster: Roster,
  options: RosterHandlerOptions,
): (request: Request) => Promise<Response> {
  const {
    caller,
    basePath = '/api/roster',
    address = () => null,
    maxBodyBytes = 1024 * 1024,
    bodyTimeoutMs = 10_000,
    trustedOrigins = [],
    allowWithoutOrigin = carriesToken,
    rateLimits = {},
    rateLimiter,
    stepUp,
    onFault = (fault, requestId) => console.error(`[rosterkit] request ${requestId} failed`, fault),
  } = options
  const find = routeTable(operations)
  const findPlan = routeTable(operations.filter(takesPlan))
  const bodyLimits: BodyLimits = { maxBytes: maxBodyBytes, timeoutMs: bodyTimeoutMs }
  const allowance =
    rateLimits === false
      ? null
      : allowanceOf(roster, rateLimiter ?? memoryRateLimiter(), {
          ...defaultRateLimits,
          ...rateLimits,
        })
  const unknown = stepUp?.operations.find((name) => !operationNamed(name)?.http)
  if (unknown !== undefined)
    throw new Error(`There is no operation “${unknown}” to ask a fresh proof for.`)
  let document: string | undefined

  return async (request) => {
    const requestId = crypto.randomUUID()
    const refuse = (
      code: HttpProblemCode,
      {
        headers = {},
        details,
      }: { readonly headers?: Record<string, string>; readonly details?: object } = {},
    ) => respond(request, requestId, httpProblem(code, requestId, details), headers)
    const refuseFor = (retryAfterSeconds: number) =>
      refuse('too_many_requests', {
        headers: { 'retry-after': String(retryAfterSeconds) },
        details: { retryAfterSeconds },
      })
    try {
      const url = new URL(request.url)
      if (!url.pathname.startsWith(`${basePath}/`)) return refuse('no_such_route')
      if (url.search.length > maxQueryString) return refuse('address_too_long')
      const path = url.pathname.slice(basePath.length)
      if (path === '/openapi.json') {
        if (request.method !== 'GET' && request.method !== 'HEAD')
          return refuse('method_not_allowed', { headers: { allow: 'GET, HEAD' } })
        document ??= JSON.stringify(openApiDocument({ operations, basePath }))
        return respond(request, requestId, document)
      }

      const dryRun = path.startsWith(`${plansPath}/`)
      const match = dryRun ? findPlan(path.slice(plansPath.length)) : find(path)
      if (!match) return refuse('no_such_route')
      const allow = [
        ...match.byMethod.keys(),
        ...(match.byMethod.has('GET') ? ['HEAD'] : []),
        'OPTIONS',
      ].join(', ')
      if (request.method === 'OPTIONS')
        return new Response(null, { status: 204, headers: { allow, ...common(requestId) } })
      const operation = match.byMethod.get(request.method === 'HEAD' ? 'GET' : request.method)
      if (!operation) return refuse('method_not_allowed', { headers: { allow } })
      const { method } = operation.http!
      if (method !== 'GET') {
        const origin = originOf(request, url, trustedOrigins)
        if (origin === 'another site') return refuse('cross_site')
        if (announcesOtherThanJson(request)) return refuse('unsupported_media_type')
        const allowed =
          typeof allowWithoutOrigin === 'function'
            ? allowWithoutOrigin(request)
            : allowWithoutOrigin
        if (origin === 'unsaid' && !allowed) return refuse('origin_unsaid')
      }

      const callerRef: CallerRef = { userId: await caller(request) }
      const origin = {
        requestId,
        address: address(request),
        userAgent: request.headers.get('user-agent')?.slice(0, maxUserAgent) ?? null,
      }
      const ofCaller = await allowance?.ofCaller(callerRef.userId, origin.address)
      if (ofCaller?.allowed === false) return refuseFor(ofCaller.retryAfterSeconds)

      const fields = decodeQuery(operation, url.searchParams)
      if (fields === null) return refuse('repeated_parameter')
      let input: Record<string, unknown> = fields
      if (method !== 'GET') {
        // What stands in an address is kept in logs and histories, and a form of another site can
        // write it.
        if (Object.keys(fields).length > 0) return refuse('stray_parameter')
        const body = await readJsonObject(request, bodyLimits)
        if ('problem' in body) return refuse(body.problem)
        input = body.value
      }
      for (const name of pathParameters(operation.http!)) {
        if (Object.hasOwn(input, name) && input[name] !== match.parameters[name])
          return refuse('conflicting_subject')
      }
      const ifMatch = method === 'GET' ? null : request.headers.get('if-match')
      if (ifMatch !== null) {
        const version = takesField(operation, 'version') ? versionAsked(ifMatch) : undefined
        if (
          version === undefined ||
          (version !== null && Object.hasOwn(input, 'version') && input['version'] !== version)
        )
          return refuse('precondition_failed')
        if (version !== null) input = { ...input, version }
      }
      const idempotencyKey = idempotencyKeyOf(request)
      if (idempotencyKey === null) return refuse('invalid_idempotency_key')
      const plan = takesPlan(operation) ? request.headers.get(planHeader) : null
      const ofSubject = await allowance?.ofSubject(operation, input)
      if (ofSubject?.allowed === false) return refuseFor(ofSubject.retryAfterSeconds)
      const fresh = stepUp?.operations.some(
        (name) => name === operation.name || operation.each?.some((one) => one.name === name),
      )
      if (
        callerRef.userId !== null &&
        stepUp &&
        fresh &&
        !(await stepUp.freshProof(request, operation.name))
      )
        return refuse(
          'step_up_needed',
          stepUp.address === undefined ? {} : { details: { address: stepUp.address } },
        )

      const result = await roster.execute(operation.name, {
        input: { ...input, ...match.parameters },
        caller: callerRef,
        origin,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
        ...(plan === null ? {} : { plan }),
        ...(dryRun ? { dryRun } : {}),
      })
      if (!result.ok) return respond(request, requestId, failureProblem(result.failure, requestId))
      const tag =
        method === 'GET' || (method === 'PATCH' && !dryRun) ? versionTag(result.value) : undefined
      return respond(
        request,
        requestId,
        JSON.stringify(result.value),
        tag === undefined ? {} : { etag: tag },
        operation.http!.creates && !dryRun ? 201 : 200,
      )
    } catch (fault) {
      onFault(fault, requestId)
      return respond(request, requestId, failureProblem({ code: 'unavailable' }, requestId))
    }
  }
}

function common(requestId: string): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  }
}

function respond(
  request: Request,
  requestId: string,
  body: string | Problem,
  headers: Record<string, string> = {},
  status = 200,
): Response {
  const problem = typeof body !== 'string'
  const text = problem ? JSON.stringify(body) : body
  const extra: Record<string, string> = problem && body.status === 503 ? { 'retry-after': '1' } : {}
  return new Response(request.method === 'HEAD' ? null : text, {
    status: problem ? body.status : status,
    headers: {
      'content-type': `${problem ? 'application/problem+json' : 'application/json'}; charset=utf-8`,
      ...common(requestId),
      ...extra,
      ...headers,
    },
  })
}
