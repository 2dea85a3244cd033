import {
  lazyClientOf,
  OperationError,
  takesIdempotencyKey,
  unavailableWords,
  type Failure,
  type FailureCode,
  type Operation,
  type RosterClient,
  type RosterContract,
  type SendOptions,
} from '@rosterkit/core/browser'
import { planHeader, plansPath } from '../http/plan.js'
import { encodeQuery } from '../http/query-string.js'
import { fillPath } from '../http/route.js'
import { fetchWithRetries, NoAnswerError } from './fetch-with-retries.js'

/** How a client reaches its roster. */
export interface RosterClientOptions {
  /** Where the handler is mounted: `/api/roster` in a browser, an absolute address elsewhere. */
  readonly baseUrl: string
  /**
   * Sent with every request, for hosts whose session is no cookie. Outside of browsers, which tell
   * it themselves, `Origin` is that of `baseUrl` unless it stands here.
   */
  readonly headers?: HeadersInit
  /** How long one attempt may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number
  /** Another `fetch`, for tests and unusual hosts. */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * A typed client over HTTP. Every refusal rejects with an `OperationError` that carries the
 * server's code, details and request id; a network that is down, a proxy's HTML page or a broken
 * answer reject as `unavailable`, so a screen handles one kind of error. What fails on the way is
 * tried again twice. Commands carry an idempotency key, so that one that was carried out and whose
 * answer was lost is not carried out again; what somebody sends with a link, or without being
 * signed in, takes no key and is sent once.
 */
export function createRosterClient({
  baseUrl,
  headers,
  timeoutMs = 30_000,
  fetch,
}: RosterClientOptions): RosterClient {
  const base = baseUrl.replace(/\/$/, '')
  // The handler asks where a change comes from. A browser says so, and lets no page say otherwise;
  // this is for scripts and servers.
  const origin = URL.canParse(base) ? { origin: new URL(base).origin } : {}
  const connection: Connection = {
    base,
    headers: { ...origin, ...Object.fromEntries(new Headers(headers)) },
    timeoutMs,
    // Asked for by each call, because tests and tools replace the global one.
    fetch: fetch ?? ((...request) => globalThis.fetch(...request)),
  }
  return lazyClientOf<RosterContract>(
    () => import('@rosterkit/core/contract').then(({ contract }) => contract),
    (operation, input, options) => send(connection, operation, input, options),
  )
}

interface Connection {
  readonly base: string
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly fetch: typeof globalThis.fetch
}

const retries = 2

async function send(
  { base, headers, timeoutMs, fetch }: Connection,
  operation: Operation,
  input: object,
  { signal, plan, dryRun = false }: SendOptions,
): Promise<unknown> {
  if (!operation.http) throw new Error(`${operation.name} has no route.`)
  const { method } = operation.http
  const { path, rest } = fillPath(operation.http, input)
  const query = method === 'GET' ? encodeQuery(rest) : ''
  const keyed = takesIdempotencyKey(operation) && !dryRun
  const repeatable = keyed || dryRun || operation.kind === 'query'
  try {
    const { response, text } = await fetchWithRetries(
      `${base}${dryRun ? plansPath : ''}${path}${query && `?${query}`}`,
      {
        method,
        ...(method === 'GET' ? {} : { body: JSON.stringify(rest) }),
        headers: {
          ...headers,
          accept: 'application/json',
          ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
          ...(keyed ? { 'idempotency-key': newKey() } : {}),
          ...(plan === undefined ? {} : { [planHeader]: plan }),
        },
      },
      { fetch, timeoutMs, retries: repeatable ? retries : 0, signal },
    )
    const body: unknown = parseJson(text)
    if (response.ok && body !== undefined) return body
    throw refusalIn(body, response.headers.get('x-request-id'))
  } catch (error) {
    if (error instanceof NoAnswerError) throw Object.assign(unavailable(null), { cause: error })
    throw error
  }
}

// Not crypto.randomUUID, which browsers keep from pages without TLS, such as a portal on a test
// machine.
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')

/**
 * The refusal that a problem document tells, in the server's own words, so that a code of a newer
 * server is readable too.
 */
function refusalIn(body: unknown, requestId: string | null): OperationError {
  const { code, details, title, detail } = (
    typeof body === 'object' && body !== null ? body : {}
  ) as Record<string, unknown>
  if (typeof code !== 'string' || typeof title !== 'string' || typeof detail !== 'string')
    return unavailable(requestId)
  return new OperationError(
    { code, ...(details === undefined ? {} : { details }) } as Failure,
    { title, sentence: detail },
    requestId,
  )
}

function unavailable(requestId: string | null): OperationError {
  return new OperationError<FailureCode>({ code: 'unavailable' }, unavailableWords, requestId)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
