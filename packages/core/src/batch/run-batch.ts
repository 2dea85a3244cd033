import type { BatchContext, BatchSpec, BatchStep } from '../context.js'
import { planOfBatch, unchangedPlan, type DryRun } from '../execute/plan.js'
import { viewRefusal } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import type { Plan } from '../kernel/plan.js'
import { ok, type Result } from '../kernel/result.js'

/** Runs one call of a batch. */
type RunStep = (operation: Operation, input: object, index: number) => Promise<Result<unknown>>

/** Runs one call of a batch as a dry run. */
type DryRunStep = (operation: Operation, input: object, index: number) => Promise<Result<DryRun>>

/** Runs a batch command item by item and returns its answer. */
export async function runBatch(
  batch: BatchSpec,
  input: object,
  context: BatchContext,
  run: RunStep,
): Promise<{ readonly items: readonly unknown[] }> {
  const items: unknown[] = []
  for (const [index, item] of batch.items(input).entries()) {
    const step = await batch.stepOf(item, input, context)
    if (!step.ok) {
      items.push(batch.toResult(item, step))
      continue
    }
    const answer =
      'operation' in step.value
        ? await run(step.value.operation, step.value.input, index)
        : { ok: true as const, value: step.value }
    items.push(
      batch.toResult(
        item,
        answer.ok ? { ok: true, value: { step: step.value, answer: answer.value } } : answer,
      ),
    )
  }
  return { items }
}

/**
 * Plans a batch command: what it would do to each item.
 * @param dryRun Runs one call as a dry run.
 */
export async function planBatch(
  batch: BatchSpec,
  input: object,
  context: BatchContext,
  dryRun: DryRunStep,
): Promise<Plan> {
  const items: Parameters<typeof planOfBatch>[0][number][] = []
  for (const [index, item] of batch.items(input).entries()) {
    const step = await batch.stepOf(item, input, context)
    const result = step.ok ? await planStep(step.value, dryRun, index) : step
    items.push(
      result.ok
        ? result.value
        : { planned: false, userId: batch.userIdOf(item), ...viewRefusal(result.failure) },
    )
  }
  return planOfBatch(items)
}

async function planStep(
  step: BatchStep,
  dryRun: DryRunStep,
  index: number,
): Promise<Result<DryRun>> {
  return 'unchanged' in step
    ? ok(unchangedPlan(step.unchanged))
    : dryRun(step.operation, step.input, index)
}
