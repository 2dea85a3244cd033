import { http, type RequestHandler } from 'msw'

/**
 * Mocks a roster with the real handler: every request below the base path is answered by it, rules
 * and all. A service worker is not told where a request comes from, so the handler must not insist.
 * @example setupWorker(...rosterHandlers(createRosterHandler(roster, { caller: () => adminId,
 *   allowWithoutOrigin: true })))
 */
export function rosterHandlers(
  handler: (request: Request) => Promise<Response>,
  basePath = '/api/roster',
): RequestHandler[] {
  return [http.all(`*${basePath}/*`, ({ request }) => handler(request))]
}
