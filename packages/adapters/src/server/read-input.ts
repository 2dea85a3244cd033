import { takesPlan } from '@rosterkit/core'
import { planHeader } from '../http/plan.js'
import { decodeQuery, takesField } from '../http/query.js'
import { pathParameters } from '../http/route.js'
import { readJsonObject } from './body.js'
import { refused, type Exchange, type Route, type Settings } from './exchange.js'
import { idempotencyKeyOf } from './idempotency-key.js'
import { versionAsked } from './version-tag.js'

/** What a request asks for. */
export interface RequestInput {
  /** From the query string or the body, without the path's parameters. */
  readonly input: Record<string, unknown>
  readonly idempotencyKey: string | undefined
  readonly plan: string | null
}

/** Reads the query string, the body and the headers that say what is asked for. */
export async function readInput(
  settings: Settings,
  exchange: Exchange,
  route: Route,
): Promise<RequestInput | Response> {
  const { request } = exchange
  const { operation, http, parameters } = route
  const fields = await readFields(settings, exchange, route)
  if (fields instanceof Response) return fields
  for (const name of pathParameters(http)) {
    if (Object.hasOwn(fields, name) && fields[name] !== parameters[name])
      return refused(exchange, 'conflicting_subject')
  }
  const input = withVersion(exchange, route, fields)
  if (input instanceof Response) return input
  const idempotencyKey = idempotencyKeyOf(request)
  if (idempotencyKey === null) return refused(exchange, 'invalid_idempotency_key')
  const plan = takesPlan(operation) ? request.headers.get(planHeader) : null
  return { input, idempotencyKey, plan }
}

async function readFields(
  { bodyLimits }: Settings,
  exchange: Exchange,
  { operation, http }: Route,
): Promise<Record<string, unknown> | Response> {
  const fields = decodeQuery(operation, exchange.url.searchParams)
  if (fields === null) return refused(exchange, 'repeated_parameter')
  if (http.method === 'GET') return fields
  // Addresses are kept in logs and histories, and another site's form can write them.
  if (Object.keys(fields).length > 0) return refused(exchange, 'stray_parameter')
  const body = await readJsonObject(exchange.request, bodyLimits)
  return 'problem' in body ? refused(exchange, body.problem) : body.value
}

/** Takes the version from If-Match, which must agree with the one in the body. */
function withVersion(
  exchange: Exchange,
  { operation, http }: Route,
  fields: Record<string, unknown>,
): Record<string, unknown> | Response {
  const ifMatch = http.method === 'GET' ? null : exchange.request.headers.get('if-match')
  if (ifMatch === null) return fields
  const version = takesField(operation, 'version') ? versionAsked(ifMatch) : undefined
  if (version === undefined) return refused(exchange, 'precondition_failed')
  if (version === null) return fields
  return Object.hasOwn(fields, 'version') && fields['version'] !== version
    ? refused(exchange, 'precondition_failed')
    : { ...fields, version }
}
