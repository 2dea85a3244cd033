import { clientOf, contract, OperationError, parseFailure, type CallOptions, type Operation, type RosterClient } from '@rosterkit/core/contract'
import ky, { isNetworkError, isTimeoutError, type KyInstance } from 'ky'
import { encodeQuery } from '../http/query-string.js'
import { fillPath } from '../http/route.js'

/** How a client reaches its roster. */
export interface RosterClientOptions {
  /** Where the handler is mounted: `/api/roster` in a browser, an absolute address elsewhere. */
  readonly baseUrl: string
  /** Sent with every request, for hosts whose session is no cookie. */
  readonly headers?: HeadersInit
  /** How long one attempt may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number
  /** Another `fetch`, for tests and unusual hosts. */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * A typed client over HTTP. Every refusal rejects with an `OperationError` that carries the server's code, details and
 * request id; a network that is down, a proxy's HTML page or a broken answer reject as `unavailable`, so a screen handles one kind of error.
 * Queries that fail on the way are tried again twice; commands are sent once.
 */
export function createRosterClient({ baseUrl, headers, timeoutMs = 30_000, fetch }: RosterClientOptions): RosterClient {
  const http = ky.create({ throwHttpErrors: false, timeout: timeoutMs, retry: { limit: 2, methods: ['get'] }, ...(headers ? { headers } : {}), ...(fetch ? { fetch } : {}) })
  const base = baseUrl.replace(/\/+$/, '')
  return clientOf(contract, (operation, input, options) => send(http, base, operation, input, options))
}

async function send(http: KyInstance, base: string, operation: Operation, input: object, { signal }: CallOptions): Promise<unknown> {
  if (!operation.http) throw new Error(`${operation.name} has no route.`)
  const { method } = operation.http
  const { path, rest } = fillPath(operation.http, input)
  const query = method === 'GET' ? encodeQuery(rest) : ''
  try {
    const response = await http(`${base}${path}${query && `?${query}`}`, { method, ...(method === 'GET' ? {} : { json: rest }), ...(signal ? { signal } : {}) })
    const body: unknown = parseJson(await response.text())
    if (response.ok && body !== undefined) return body
    const requestId = response.headers.get('x-request-id')
    const { code, details } = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown; details?: unknown }
    throw new OperationError(parseFailure(code, details) ?? { code: 'unavailable' }, requestId)
  } catch (error) {
    if (isNetworkError(error) || isTimeoutError(error)) throw Object.assign(new OperationError({ code: 'unavailable' }), { cause: error })
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
