import { decide } from '../domain/roles/decide.js'
import type { Failure } from '../kernel/failure.js'
import { claimKey, isCausedByOriginalRequest } from './claim.js'
import { Refusal, type Authorized, type WithSubject } from './state.js'

/**
 * Decides whether the caller may do it. The one place where a call is refused for lack of rights.
 */
export async function authorize(state: WithSubject): Promise<Authorized | Refusal> {
  const { context, request, input, target, unseen, seen, unit } = state
  const { operation } = request.registration
  const key = request.call.dryRun ? undefined : request.call.idempotencyKey
  const claim = await claimKey(context, operation, input, key)
  switch (operation.subject) {
    case 'scope':
      return context.scope.length === 0
        ? new Refusal(permissionMissing(operation.permission), unseen, request)
        : { ...state, claim }
    case 'user':
    case 'organization': {
      const delegation = { personaTypes: unit.environment.personaTypes, at: unit.at }
      const decision = target
        ? decide(state.caller, operation, target, delegation)
        : ({ allowed: false, failure: { code: 'not_found' } } as const)
      if (decision.allowed || isCausedByOriginalRequest(decision.failure, claim, target === null))
        return { ...state, claim }
      // A subject that the caller may not see is audited in the caller's own chain, without a name.
      const scope = decision.failure.code === 'not_found' ? unseen : seen
      return new Refusal(decision.failure, scope, request)
    }
    default:
      return { ...state, claim }
  }
}

function permissionMissing(permission: string | null): Failure<'not_permitted'> {
  return {
    code: 'not_permitted',
    details: { permission: permission ?? '', organization: 'any organization' },
  }
}
