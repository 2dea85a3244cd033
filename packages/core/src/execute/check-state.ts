import { alreadySo } from '../kernel/failure.js'
import { Refusal, type Authorized } from './state.js'

/** Refuses what the state of the subject doesn't allow now, and what needs a plan and has none. */
export function checkState(state: Authorized): Authorized | Refusal {
  const { context, input, request, seen, subject, unit } = state
  const { operation } = request.registration
  if (operation.confirmedByPlan && !context.planned)
    return new Refusal(
      {
        code: 'invalid_input',
        details: {
          issues: [
            {
              path: '',
              code: 'plan_needed',
              message: 'Make a plan of it first, look at it, and send it along.',
            },
          ],
        },
      },
      seen,
      request,
    )
  const impossible = subject.subject
    ? operation.possible?.(subject.subject.user, unit.at, input)
    : null
  return impossible && (request.inBatch || !alreadySo.has(impossible.code))
    ? new Refusal(impossible, seen, request)
    : state
}
