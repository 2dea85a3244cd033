import type { Call, Environment } from '../context.js'
import { execute } from '../execute/execute.js'
import { partsOf, planOfOne, type DryRun } from '../execute/plan.js'
import type { Registration } from '../execute/registration.js'
import { parseInput } from '../kernel/input.js'
import { takesPlan, type Operation } from '../kernel/operation.js'
import type { Plan } from '../kernel/plan.js'
import { err, ok, type Result } from '../kernel/result.js'
import { planBatch, runBatch } from './run-batch.js'

/** Finds the registration of an operation; throws if there is none. */
export type FindRegistration = (operationName: string) => Registration

/**
 * Runs one call: a command about one subject in one transaction, a batch command item by item. A
 * dry run returns a `Plan`.
 */
export async function runCall(
  environment: Environment,
  find: FindRegistration,
  operationName: string,
  call: Call,
): Promise<Result<unknown>> {
  const registration = find(operationName)
  const { operation } = registration
  if (call.dryRun && !takesPlan(operation))
    throw new Error(
      `${operationName} cannot be dry-run: it ${operation.kind === 'query' ? 'is a query' : 'takes no plan'}.`,
    )
  const result = await execute(environment, registration, call)
  if (!result.ok) return result
  if (registration.batch) return runItems(environment, find, registration, call)
  return call.dryRun ? ok(planOf(result.value)) : result
}

/** Runs the items of a batch command that has itself been allowed and audited. */
async function runItems(
  environment: Environment,
  find: FindRegistration,
  { operation, batch }: Registration,
  call: Call,
): Promise<Result<unknown>> {
  const parsed = parseInput(operation.input, call.input)
  if (!batch || !parsed.ok)
    throw new Error(`${operation.name} was allowed with an input that it doesn't take.`)
  const { plan, ...unplanned } = call
  const marks = plan === undefined ? undefined : partsOf(plan, batch.items(parsed.value).length)
  if (marks === null) return err({ code: 'stale_plan' })
  const { caller, origin } = call
  const context = {
    ...environment,
    query: (query: Operation, input: object) =>
      runCall(environment, find, query.name, { caller, input, ...(origin ? { origin } : {}) }),
  }
  // If a batch broke off and is sent again, its remaining items run, and those that are done return
  // their earlier answer.
  const keyOf = (index: number) =>
    call.idempotencyKey === undefined ? {} : { idempotencyKey: `${call.idempotencyKey} ${index}` }
  const run = (each: Operation, input: object, index: number) => {
    const mark = marks?.[index]
    const item = { ...unplanned, ...keyOf(index), ...(mark === undefined ? {} : { plan: mark }) }
    return execute(environment, find(each.name), { ...item, input }, { inBatch: true })
  }
  return ok(
    call.dryRun
      ? await planBatch(batch, parsed.value, context, async (each, input, index) => {
          const result = await run(each, input, index)
          return result.ok ? ok(dryRunResult(result.value)) : result
        })
      : await runBatch(batch, parsed.value, context, run),
  )
}

function planOf(result: unknown): Plan {
  return planOfOne(dryRunResult(result))
}

/** What `execute` returns for a dry run. */
function dryRunResult(result: unknown): DryRun {
  return result as DryRun
}
