import { operations, type CallerRef, type Roster } from '@rosterkit/core'
import { decodeQuery } from '../http/query.js'
import { pathParameters, routeTable } from '../http/route.js'
import { readJsonObject } from './body.js'
import { openApiDocument } from './openapi.js'
import { failureProblem, httpProblem, type HttpProblemCode, type Problem } from './problem.js'

/** How the host mounts a roster. */
export interface RosterHandlerOptions {
  /**
   * Who sends the request, from the host's own session: the id of a person in the roster, or null when nobody is signed in.
   * Never trust a header that a browser could send.
   */
  readonly caller: (request: Request) => string | null | Promise<string | null>
  /** Where the handler is mounted. Default `/api/roster`. */
  readonly basePath?: string
  /** The network address that the audit records; behind a proxy only the host knows it. Default: none. */
  readonly address?: (request: Request) => string | null
  /** The largest body that is read, in bytes. Default 1 MiB. */
  readonly maxBodyBytes?: number
  /** Other origins whose pages may change things, such as `https://admin.example.com`. Default: only the portal's own. */
  readonly trustedOrigins?: readonly string[]
  /** Told of every fault inside, which the caller sees only as `unavailable` with the request id. Default: `console.error`. */
  readonly onFault?: (fault: unknown, requestId: string) => void
}

/** The longest User-Agent that the audit keeps, in characters. */
const maxUserAgent = 400

/**
 * Answers HTTP requests with a roster: a function from `Request` to `Response` that mounts in Hono, Next.js, Bun, Deno, workers,
 * and in Node through any fetch adapter. Refusals are problem documents (RFC 9457); the OpenAPI 3.1 document stands at
 * `openapi.json` below the base path.
 * @example
 * export const handler = createRosterHandler(roster, { caller: (request) => sessionUserOf(request) })
 */
export function createRosterHandler(roster: Roster, options: RosterHandlerOptions): (request: Request) => Promise<Response> {
  const { caller, basePath = '/api/roster', address = () => null, maxBodyBytes = 1024 * 1024, trustedOrigins = [], onFault = (fault, requestId) => console.error(`[rosterkit] request ${requestId} failed`, fault) } = options
  const find = routeTable(operations)
  let document: string | undefined

  return async (request) => {
    const requestId = crypto.randomUUID()
    const refuse = (code: HttpProblemCode, headers: Record<string, string> = {}) => respond(request, requestId, httpProblem(code, requestId), headers)
    try {
      const url = new URL(request.url)
      if (!url.pathname.startsWith(`${basePath}/`)) return refuse('no_such_route')
      const path = url.pathname.slice(basePath.length)
      if (path === '/openapi.json') {
        if (request.method !== 'GET' && request.method !== 'HEAD') return refuse('method_not_allowed', { allow: 'GET, HEAD' })
        document ??= JSON.stringify(openApiDocument({ operations, basePath }))
        return respond(request, requestId, document)
      }

      const match = find(path)
      if (!match) return refuse('no_such_route')
      const allow = [...match.byMethod.keys(), ...(match.byMethod.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow, ...common(requestId) } })
      const operation = match.byMethod.get(request.method === 'HEAD' ? 'GET' : request.method)
      if (!operation) return refuse('method_not_allowed', { allow })
      if (operation.kind === 'command' && fromAnotherSite(request, url, trustedOrigins)) return refuse('cross_site')

      const fields = decodeQuery(operation, url.searchParams)
      if (fields === null) return refuse('repeated_parameter')
      let input: Record<string, unknown> = fields
      if (operation.kind === 'command') {
        const body = await readJsonObject(request, maxBodyBytes)
        if ('problem' in body) return refuse(body.problem)
        // A command takes nothing from the query string; what stands there is refused as an unknown field.
        input = { ...fields, ...body.value }
      }
      for (const name of pathParameters(operation.http!)) {
        if (Object.hasOwn(input, name) && input[name] !== match.parameters[name]) return refuse('conflicting_subject')
      }
      const callerRef: CallerRef = { userId: await caller(request) }
      const origin = { requestId, address: address(request), userAgent: request.headers.get('user-agent')?.slice(0, maxUserAgent) ?? null }
      const result = await roster.execute(operation.name, { input: { ...input, ...match.parameters }, caller: callerRef, origin })
      if (!result.ok) return respond(request, requestId, failureProblem(result.failure, requestId))
      return respond(request, requestId, JSON.stringify(result.value), {}, operation.http!.creates ? 201 : 200)
    } catch (fault) {
      onFault(fault, requestId)
      return respond(request, requestId, failureProblem({ code: 'unavailable' }, requestId))
    }
  }
}

function common(requestId: string): Record<string, string> {
  return { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId }
}

function respond(request: Request, requestId: string, body: string | Problem, headers: Record<string, string> = {}, status = 200): Response {
  const problem = typeof body !== 'string'
  const text = problem ? JSON.stringify(body) : body
  const extra: Record<string, string> = problem && body.status === 503 ? { 'retry-after': '1' } : {}
  return new Response(request.method === 'HEAD' ? null : text, {
    status: problem ? body.status : status,
    headers: { 'content-type': `${problem ? 'application/problem+json' : 'application/json'}; charset=utf-8`, ...common(requestId), ...extra, ...headers },
  })
}

/**
 * Whether a page of another site sent the request (ASVS 3.5.1 to 3.5.3). Browsers say so in Sec-Fetch-Site, and older ones in
 * Origin; a request with neither comes from no browser, so it carries nobody's cookies but its own.
 */
function fromAnotherSite(request: Request, url: URL, trustedOrigins: readonly string[]): boolean {
  const origin = request.headers.get('origin')
  if (origin !== null && trustedOrigins.includes(origin)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  // Compared without the scheme: behind a proxy that ends TLS the host sees http.
  return origin !== null && hostOf(origin) !== (request.headers.get('host') ?? url.host)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
