import type { Problem } from './problem.js'

/** The headers of every response. */
export function common(requestId: string): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  }
}

/** A response with a body of JSON or a problem document; without a body for HEAD. */
export function respond(
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
