import type { Sender } from './check-caller.js'
import type { Exchange, Route, Settings } from './exchange.js'
import { failureProblem } from './problem.js'
import type { RequestInput } from './read-input.js'
import { respond } from './respond.js'
import { versionTag } from './version-tag.js'

/** Runs the operation and answers with its output, or with its refusal as a problem document. */
export async function answer(
  { roster }: Settings,
  { request, requestId }: Exchange,
  { operation, http, parameters, dryRun }: Route,
  { userId, origin }: Sender,
  { input, idempotencyKey, plan }: RequestInput,
): Promise<Response> {
  const result = await roster.execute(operation.name, {
    input: { ...input, ...parameters },
    caller: { userId },
    origin,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(plan === null ? {} : { plan }),
    ...(dryRun ? { dryRun } : {}),
  })
  if (!result.ok) return respond(request, requestId, failureProblem(result.failure, requestId))
  const tagged = http.method === 'GET' || (http.method === 'PATCH' && !dryRun)
  const tag = tagged ? versionTag(result.value) : undefined
  return respond(
    request,
    requestId,
    JSON.stringify(result.value),
    tag === undefined ? {} : { etag: tag },
    http.creates && !dryRun ? 201 : 200,
  )
}
