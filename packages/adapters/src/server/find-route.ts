import { plansPath } from '../http/plan.js'
import { maxQueryString, refused, type Exchange, type Route, type Settings } from './exchange.js'
import { common, respond } from './respond.js'

/** Finds the operation of a request; answers for the OpenAPI document and for OPTIONS. */
export function findRoute(settings: Settings, exchange: Exchange): Route | Response {
  const { request, requestId, url } = exchange
  if (!url.pathname.startsWith(`${settings.basePath}/`)) return refused(exchange, 'no_such_route')
  if (url.search.length > maxQueryString) return refused(exchange, 'address_too_long')
  const path = url.pathname.slice(settings.basePath.length)
  if (path === '/openapi.json') {
    return request.method === 'GET' || request.method === 'HEAD'
      ? respond(request, requestId, settings.document())
      : refused(exchange, 'method_not_allowed', { headers: { allow: 'GET, HEAD' } })
  }
  const dryRun = path.startsWith(`${plansPath}/`)
  const match = dryRun ? settings.findPlan(path.slice(plansPath.length)) : settings.find(path)
  if (!match) return refused(exchange, 'no_such_route')
  const { byMethod, parameters } = match
  const allow = [...byMethod.keys(), ...(byMethod.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { allow, ...common(requestId) } })
  const operation = byMethod.get(request.method === 'HEAD' ? 'GET' : request.method)
  return operation?.http
    ? { operation, http: operation.http, parameters, dryRun }
    : refused(exchange, 'method_not_allowed', { headers: { allow } })
}
