import { viewRefusal } from '../kernel/failure.js'
import type { Operation, ParsedInputOf } from '../kernel/operation.js'
import type { Plan, PlanItem } from '../kernel/plan.js'
import type { Result } from '../kernel/result.js'
import type { Pipeline } from '../pipeline.js'
import { planOfSeveral, unchangedPlan, type Rehearsed } from '../plans/plan.js'

/** What one of several comes to: a call of its own, or none because everything is so already. */
export type Turn =
  | { readonly operation: Operation; readonly input: object }
  | { readonly unchanged: NonNullable<Extract<PlanItem, { planned: true }>['subject']> }

/** What is at hand for finding out what one of several comes to. */
export interface TurnMeans extends Pick<Pipeline, 'storage' | 'policy'> {
  /** Asks a query as the caller. */
  readonly ask: (query: Operation, input: object) => Promise<Result<unknown>>
}

/**
 * How a command about several is carried out once it has itself been allowed and put on record: one
 * after the other, each with a decision, a transaction and an audit event of its own.
 */
export interface InTurn<O extends Operation = Operation, Item = unknown> {
  readonly items: (input: ParsedInputOf<O>) => readonly Item[]
  /** Who it is that is named; null for somebody who need not be there yet. */
  readonly userIdOf: (item: Item) => string | null
  /** What it comes to now; or its refusal, where no command need be asked. */
  readonly turn: (item: Item, input: ParsedInputOf<O>, means: TurnMeans) => Promise<Result<Turn>>
  /** What the answer says of it. */
  readonly told: (
    item: Item,
    became: Result<{ readonly turn: Turn; readonly answer: unknown }>,
  ) => unknown
}

type RunOne = (operation: Operation, input: object, index: number) => Promise<Result<unknown>>

/** Carries a command about several out. Gives its answer. */
export async function carryOutInTurn(
  inTurn: InTurn,
  input: object,
  means: TurnMeans,
  run: RunOne,
): Promise<{ readonly items: readonly unknown[] }> {
  const items: unknown[] = []
  for (const [index, item] of inTurn.items(input).entries()) {
    const turn = await inTurn.turn(item, input, means)
    const answer =
      turn.ok && 'operation' in turn.value
        ? await run(turn.value.operation, turn.value.input, index)
        : turn
    items.push(
      inTurn.told(
        item,
        turn.ok && answer.ok
          ? { ok: true, value: { turn: turn.value, answer: answer.value } }
          : (answer as Result<never>),
      ),
    )
  }
  return { items }
}

/** What a command about several would do to each. @param run Rehearses a call. */
export async function planInTurn(
  inTurn: InTurn,
  input: object,
  means: TurnMeans,
  run: RunOne,
): Promise<Plan> {
  const items: Parameters<typeof planOfSeveral>[0][number][] = []
  for (const [index, item] of inTurn.items(input).entries()) {
    const turn = await inTurn.turn(item, input, means)
    const found =
      turn.ok && 'operation' in turn.value
        ? await run(turn.value.operation, turn.value.input, index)
        : turn
    items.push(
      !found.ok
        ? { planned: false, userId: inTurn.userIdOf(item), ...viewRefusal(found.failure) }
        : turn.ok && 'unchanged' in turn.value
          ? unchangedPlan(turn.value.unchanged)
          : (found.value as Rehearsed),
    )
  }
  return planOfSeveral(items)
}
