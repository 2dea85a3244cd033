import { stripOutput } from '../kernel/output.js'
import { promiseRevocation } from '../steps/sessions/revocation.js'
import { Refusal, type Authorized, type Handled } from './state.js'

/**
 * Runs the handler, promises to end the sessions that the host keeps elsewhere, and removes from
 * the output what the operation doesn't declare.
 */
export async function handle(state: Authorized): Promise<Handled | Refusal> {
  const { bearer, context, input, request, revoked, seen, subject, unit } = state
  const { operation } = request.registration
  const result = await request.registration.handler(
    { ...context, ...subject, ...(bearer ? { bearer } : {}), prepared: request.prepared },
    input,
  )
  const user = subject.subject?.user
  if (unit.environment.sessionRevoker && user)
    for (const revocation of revoked)
      unit.revocations.push(await promiseRevocation(context, user.organizationId, revocation))
  if (!result.ok)
    return new Refusal(
      result.failure,
      { ...seen, caller: state.unseen.caller },
      request,
      result.kept,
    )
  return { ...state, output: stripOutput(operation.output, result.value) }
}
