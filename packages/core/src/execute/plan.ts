import { requestFingerprint } from '../domain/idempotency/kept-answer.js'
import type { Change } from '../kernel/change.js'
import { sha256Hex } from '../kernel/digest.js'
import type { Operation } from '../kernel/operation.js'
import type { Plan, PlanItem } from '../kernel/plan.js'
import type { AuditEntry } from '../context.js'

/** What a command would do to one subject, and the mark that identifies the same plan later. */
export interface DryRun {
  readonly mark: string
  readonly item: Extract<PlanItem, { planned: true }>
}

/** The mark of a refused item in a plan. No other mark equals it, so a refused item never runs. */
const refusedMark = '-'
/** The mark of an item that would not change. */
const unchangedMark = '='
const separator = '.'

/**
 * Turns what a dry run did into a plan. Two dry runs have the same mark if they were given the same
 * input and found the same values before: the values after contain instants and new ids.
 */
export async function dryRunOf(
  operation: Operation,
  input: object,
  { subject, changes }: Pick<AuditEntry, 'subject' | 'changes'>,
): Promise<DryRun> {
  const before = JSON.stringify(changes.map(({ field, before }) => [field, before]))
  return {
    mark: (await sha256Hex(`${await requestFingerprint(operation, input)}\n${before}`)).slice(
      0,
      32,
    ),
    item: {
      planned: true,
      operation: operation.name,
      subject,
      changes: [...changes],
      sessionsEnded: sessionsEndedBy(changes),
    },
  }
}

/** The plan of an item that would not change. */
export function unchangedPlan(subject: DryRun['item']['subject']): DryRun {
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

/** The plan of a command about one subject. */
export function planOfOne({ mark, item }: DryRun): Plan {
  return { plan: mark, items: [item] }
}

/** The plan of a batch: for each item what would be done, or why it is refused. */
export function planOfBatch(
  items: readonly (DryRun | Extract<PlanItem, { planned: false }>)[],
): Plan {
  return {
    plan: items.map((item) => ('mark' in item ? item.mark : refusedMark)).join(separator),
    items: items.map((item) => ('mark' in item ? item.item : item)),
  }
}

/** The mark of each item, in order; null if the plan is about another number of items. */
export function partsOf(plan: string, count: number): readonly string[] | null {
  const parts = plan.split(separator)
  return parts.length === count ? parts : null
}
