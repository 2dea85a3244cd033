import { requestFingerprint } from '../idempotency/kept-answer.js'
import type { Change } from '../kernel/change.js'
import { sha256Hex } from '../kernel/digest.js'
import type { Operation } from '../kernel/operation.js'
import type { Plan, PlanItem } from '../kernel/plan.js'
import type { Deed } from '../pipeline.js'

/** What the command would do to one, and the mark by which it is known again. */
export interface Rehearsed {
  readonly mark: string
  readonly item: Extract<PlanItem, { planned: true }>
}

/**
 * Stands in a plan for somebody who was refused; no mark is like it, so that who is refused in the
 * plan is not done without it.
 */
const refusedMark = '-'
/** Stands in a plan for whom everything is so already. */
const unchangedMark = '='
const separator = '.'

/**
 * What the command did, as a plan. Two rehearsals have the same mark when they were asked for the
 * same and found the same to change: the values before, and not those after, in which instants and
 * new ids stand.
 */
export async function rehearsed(
  operation: Operation,
  input: object,
  { subject, changes }: Pick<Deed, 'subject' | 'changes'>,
): Promise<Rehearsed> {
  const found = JSON.stringify(changes.map(({ field, before }) => [field, before]))
  return {
    mark: (await sha256Hex(`${await requestFingerprint(operation, input)}\n${found}`)).slice(0, 32),
    item: {
      planned: true,
      operation: operation.name,
      subject,
      changes: [...changes],
      sessionsEnded: sessionsEndedBy(changes),
    },
  }
}

/** The plan of a call that need not be made, because everything is so already. */
export function unchangedPlan(subject: Rehearsed['item']['subject']): Rehearsed {
  return {
    mark: unchangedMark,
    item: { planned: true, operation: null, subject, changes: [], sessionsEnded: 0 },
  }
}

function sessionsEndedBy(changes: readonly Change[]): number {
  const count = (value: unknown) =>
    Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0
  return changes
    .filter(({ field }) => field === 'sessions')
    .reduce((ended, { before, after }) => ended + count(before) - count(after), 0)
}

/** The plan of a command about one. */
export function planOfOne({ mark, item }: Rehearsed): Plan {
  return { plan: mark, items: [item] }
}

/** The plan of a command about several: of each what would be done, or why it is refused. */
export function planOfSeveral(
  items: readonly (Rehearsed | Extract<PlanItem, { planned: false }>)[],
): Plan {
  return {
    plan: items.map((item) => ('mark' in item ? item.mark : refusedMark)).join(separator),
    items: items.map((item) => ('mark' in item ? item.item : item)),
  }
}

/**
 * The part of a plan about each of several, in order; null for a plan about another number of them.
 */
export function partsOf(plan: string, count: number): readonly string[] | null {
  const parts = plan.split(separator)
  return parts.length === count ? parts : null
}
