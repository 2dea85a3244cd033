import type { AuditEntry } from '../context.js'
import { dryRunOf, type DryRun } from './plan.js'
import { Refusal, type Handled } from './state.js'

/** Thrown to roll back a dry run; carries the resulting plan. */
export class DryRunDone {
  constructor(readonly result: DryRun) {}
}

/** The entry that the handler recorded is checked and, for a dry run, returned as the plan. */
export interface Entered extends Handled {
  readonly entry: AuditEntry | null
}

/**
 * Ends a dry run with its plan, and refuses a call whose plan no longer applies. A command must
 * have recorded exactly one entry.
 */
export async function dryRun(state: Handled): Promise<Entered | Refusal> {
  const { entries, input, request, seen, unseen } = state
  const { call, registration } = request
  const { operation } = registration
  if (operation.kind === 'query') return { ...state, entry: null }
  const [entry] = entries
  if (!entry || entries.length > 1)
    throw new Error(
      `${operation.name} must record exactly one audit entry; it recorded ${entries.length}.`,
    )
  if (call.dryRun || call.plan !== undefined) {
    const result = await dryRunOf(operation, input, entry)
    if (call.dryRun) throw new DryRunDone(result)
    if (!operation.each && call.plan !== result.mark)
      return new Refusal({ code: 'stale_plan' }, { ...seen, caller: unseen.caller }, request)
  }
  return { ...state, entry }
}
