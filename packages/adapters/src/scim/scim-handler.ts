import { isOperationError, type Roster } from '@rosterkit/core'
import { allowanceOf } from '../server/allowance.js'
import { announcesOtherThanJson, readJsonObject } from '../server/body.js'
import { carriesToken } from '../server/origin.js'
import {
  defaultRateLimits,
  memoryRateLimiter,
  type RateLimit,
  type RateLimiter,
} from '../server/rate-limiter.js'
import type { Resource } from './attributes.js'
import { bulk } from './bulk.js'
import { listAnswer } from './list-query.js'
import type { ScimAnswer, ScimClient, ScimLimits, ScimRequest } from './request.js'
import { answer } from './route.js'
import { httpRefusal, noClient, notFound, ScimRefusal } from './scim-refusal.js'
import { resourceTypes, schemaDocuments, serviceProviderConfig } from './schemas.js'

/** How the host mounts SCIM. */
export interface ScimHandlerOptions extends Partial<ScimLimits> {
  /**
   * Which client sends the request, by the token in its Authorization header; null for none. Asked
   * only where there is such a header, so that no page of another site can send a change with
   * somebody's cookies. {@link clientByToken} compares with stored hashes.
   */
  readonly client: (request: Request) => ScimClient | null | Promise<ScimClient | null>
  /** Where the handler is mounted. Default `/scim/v2`. */
  readonly basePath?: string
  /**
   * The address of the portal, such as `https://portal.example`, with which the locations of
   * resources begin. Default: what the request was sent to.
   */
  readonly baseUrl?: string
  /**
   * The network address that the audit records; behind a proxy only the host knows it. Default:
   * none.
   */
  readonly address?: (request: Request) => string | null
  /** How long a body may take to arrive, in milliseconds. Default 10,000. */
  readonly bodyTimeoutMs?: number
  /**
   * How many requests one client may send. Default 6,000 in 60 seconds; null where something in
   * front of the handler counts. From an address without a client it is 300.
   */
  readonly rateLimit?: RateLimit | null
  /** Who counts. Default: in this process. */
  readonly rateLimiter?: RateLimiter
  /**
   * Told of every fault inside, which the client sees only as 500 with the request id. Default:
   * `console.error`.
   */
  readonly onFault?: (fault: unknown, requestId: string) => void
}

/**
 * The longest User-Agent that the audit keeps, and the longest query string that is read, in
 * characters.
 */
const longest = { userAgent: 400, query: 16_384 }

const scimJson = /^application\/(?:scim\+)?json[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?$/i

/**
 * Answers SCIM 2.0 (RFC 7643, RFC 7644), so that Okta, Entra ID and others provision people and
 * groups into a roster: a function from `Request` to `Response`. Every request is carried out by
 * the operations that everybody uses, with the rights of the client's service account, all of it or
 * nothing; people and fields that it sets belong to SCIM from then on (features rows 36 and 37).
 * @example export const scim = createScimHandler(roster, { client: clientByToken(() => tokens) })
 */
export function createScimHandler(
  roster: Roster,
  options: ScimHandlerOptions,
): (request: Request) => Promise<Response> {
  const {
    client,
    basePath = '/scim/v2',
    baseUrl,
    address = () => null,
    bodyTimeoutMs = 10_000,
    rateLimit = { requests: 6000, seconds: 60 },
    rateLimiter = memoryRateLimiter(),
    onFault = (fault, requestId) =>
      console.error(`[rosterkit] SCIM request ${requestId} failed`, fault),
  } = options
  const { maxResults = 200, maxOperations = 100, maxBodyBytes = 1024 * 1024 } = options
  const limits: ScimLimits = { maxResults: Math.min(maxResults, 500), maxOperations, maxBodyBytes }
  const allowance =
    rateLimit === null
      ? null
      : allowanceOf(roster, rateLimiter, { ...defaultRateLimits, caller: rateLimit })

  return async (request) => {
    const requestId = crypto.randomUUID()
    try {
      return respond(requestId, await answered(request, requestId))
    } catch (thrown) {
      if (thrown instanceof ScimRefusal) return respond(requestId, thrown)
      onFault(thrown, requestId)
      return respond(
        requestId,
        new ScimRefusal(
          500,
          null,
          `Something went wrong here. Quote ${requestId} to whoever runs the portal.`,
        ),
      )
    }
  }

  async function answered(request: Request, requestId: string): Promise<ScimAnswer> {
    const url = new URL(request.url)
    const base = `${(baseUrl ?? url.origin).replace(/\/$/, '')}${basePath}`
    if (!url.pathname.startsWith(`${basePath}/`)) throw httpRefusal('no_such_route')
    if (url.search.length > longest.query) throw httpRefusal('address_too_long')
    const path = url.pathname.slice(basePath.length)
    // What the server can do says nothing of anybody, and a client may ask before it has a token
    // (RFC 7643 §5).
    const known = discovery(path, base)
    if (known) {
      if (request.method !== 'GET') throw httpRefusal('method_not_allowed', { allow: 'GET' })
      return known
    }

    const origin = {
      requestId,
      address: address(request),
      userAgent: request.headers.get('user-agent')?.slice(0, longest.userAgent) ?? null,
    }
    const who = carriesToken(request) ? await client(request) : null
    const allowed = await allowance?.ofCaller(who?.userId ?? null, origin.address)
    if (allowed?.allowed === false)
      throw httpRefusal('too_many_requests', { 'retry-after': String(allowed.retryAfterSeconds) })
    const organizationId = who && (who.organizationId ?? (await homeOf(who.userId)))
    if (!who || !organizationId) throw noClient()

    const scim: ScimRequest = {
      roster,
      organizationId,
      federatedOnly: who.signIn !== 'any',
      base,
      call: { caller: { userId: who.userId, via: { source: 'scim', organizationId } }, origin },
      limits,
    }
    const query = queryOf(url.searchParams)
    const body =
      request.method === 'GET' || request.method === 'DELETE' ? undefined : await bodyOf(request)
    if (path === '/Bulk') {
      if (request.method !== 'POST') throw httpRefusal('method_not_allowed', { allow: 'POST' })
      return bulk(scim, body ?? {}, (fault) => onFault(fault, requestId))
    }
    return answer(scim, {
      method: request.method,
      path,
      query,
      body,
      ifMatch: request.headers.get('if-match'),
      ifNoneMatch: request.headers.get('if-none-match'),
    })
  }

  /** The organization of a service account; null when it is nobody's. */
  async function homeOf(userId: string): Promise<string | null> {
    try {
      return (await roster.as({ userId }).caller.get()).organization.id
    } catch (thrown) {
      if (isOperationError(thrown) && thrown.code === 'unauthenticated') return null
      if (isOperationError(thrown)) throw new ScimRefusal(403, null, thrown.message)
      throw thrown
    }
  }

  function discovery(path: string, base: string): ScimAnswer | null {
    const [, collection, id, ...rest] = path.split('/')
    if (collection === 'ServiceProviderConfig' && id === undefined)
      return { status: 200, body: serviceProviderConfig(base, limits) }
    const documents =
      collection === 'ResourceTypes'
        ? resourceTypes(base)
        : collection === 'Schemas'
          ? schemaDocuments(base)
          : null
    if (!documents || rest.length > 0) return null
    if (id === undefined) return listAnswer(documents, documents.length, 1)
    const document = documents.find((one) => one.id === id)
    if (!document) throw notFound()
    return { status: 200, body: document }
  }

  async function bodyOf(request: Request): Promise<Resource> {
    if (announcesOtherThanJson(request, scimJson))
      throw new ScimRefusal(
        415,
        null,
        'Send the body as application/scim+json in UTF-8, not compressed.',
      )
    const body = await readJsonObject(request, { maxBytes: maxBodyBytes, timeoutMs: bodyTimeoutMs })
    if ('problem' in body) throw httpRefusal(body.problem)
    return body.value
  }
}

function queryOf(parameters: URLSearchParams): Resource {
  const names = [...parameters.keys()]
  if (new Set(names).size < names.length) throw httpRefusal('repeated_parameter')
  return Object.fromEntries(parameters)
}

function respond(
  requestId: string,
  { status, body, headers = {} }: ScimAnswer | ScimRefusal,
): Response {
  return new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: {
      ...(body === null ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
      ...headers,
    },
  })
}
