import { announcesOtherThanJson } from './body.js'
import { refused, type Exchange, type Route, type Settings } from './exchange.js'
import { originOf } from './origin.js'

/** Refuses a change that another site's page may have sent; null if it may go on. */
export function checkOrigin(
  settings: Settings,
  exchange: Exchange,
  { http }: Route,
): Response | null {
  if (http.method === 'GET') return null
  const { request, url } = exchange
  const origin = originOf(request, url, settings.trustedOrigins)
  if (origin === 'another site') return refused(exchange, 'cross_site')
  if (announcesOtherThanJson(request)) return refused(exchange, 'unsupported_media_type')
  return origin === 'missing' && !settings.allowsWithoutOrigin(request)
    ? refused(exchange, 'missing_origin')
    : null
}
