import type { Call } from '@rosterkit/core'
import { refused, refusedFor, type Exchange, type Route, type Settings } from './exchange.js'

/** The longest User-Agent that the audit keeps, in characters. */
const maxUserAgent = 400

/** Who sends a request, and from where. */
export interface Sender {
  readonly userId: string | null
  readonly origin: NonNullable<Call['origin']>
}

/** Asks the host who sends the request, and counts it against their limit. */
export async function checkCaller(
  settings: Settings,
  exchange: Exchange,
): Promise<Sender | Response> {
  const { request, requestId } = exchange
  const userId = await settings.caller(request)
  const address = settings.address(request)
  const userAgent = request.headers.get('user-agent')?.slice(0, maxUserAgent) ?? null
  const allowed = await settings.allowance?.ofCaller(userId, address)
  return allowed?.allowed === false
    ? refusedFor(exchange, allowed.retryAfterSeconds)
    : { userId, origin: { requestId, address, userAgent } }
}

/** Counts a request against the limit of the account or link that it is about; null if within it. */
export async function checkAllowance(
  { allowance }: Settings,
  exchange: Exchange,
  { operation }: Route,
  { input }: { readonly input: Record<string, unknown> },
): Promise<Response | null> {
  const allowed = await allowance?.ofSubject(operation, input)
  return allowed?.allowed === false ? refusedFor(exchange, allowed.retryAfterSeconds) : null
}

/** Refuses an operation that needs a fresh proof of who the caller is; null if they gave one. */
export async function checkStepUp(
  { stepUp }: Settings,
  exchange: Exchange,
  { operation }: Route,
  { userId }: Sender,
): Promise<Response | null> {
  const needed = stepUp?.operations.some(
    (name) => name === operation.name || operation.each?.some((one) => one.name === name),
  )
  if (!stepUp || !needed || userId === null) return null
  if (await stepUp.freshProof(exchange.request, operation.name)) return null
  const { address } = stepUp
  return refused(exchange, 'step_up_needed', address === undefined ? {} : { details: { address } })
}
