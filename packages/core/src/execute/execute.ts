import type { Call, Environment } from '../context.js'
import { parseInput } from '../kernel/input.js'
import { err, ok, type Result } from '../kernel/result.js'
import type { Trace } from '../kernel/trace.js'
import { audit } from './audit.js'
import { authorize } from './authorize.js'
import { isBusy } from './busy.js'
import { checkState } from './check-state.js'
import { dryRun, DryRunDone } from './dry-run.js'
import { handle } from './handle.js'
import { identifyCaller } from './identify-caller.js'
import { loadSubject } from './load-subject.js'
import { openContext } from './open-context.js'
import type { Registration } from './registration.js'
import { replay } from './replay.js'
import { Refusal, type Request, type UnitOfWork } from './state.js'
import { inUnitOfWork } from './unit-of-work.js'

/**
 * The one way every call runs. The stages inside the transaction are those of {@link runStages}. A
 * refusal keeps nothing but its audit event.
 * @param options.inBatch See {@link Request.inBatch}.
 */
export function execute(
  environment: Environment,
  registration: Registration,
  call: Call,
  { inBatch = false } = {},
): Promise<Result<unknown>> {
  const { operation } = registration
  const { trace } = environment
  return trace({ operation: operation.name, stage: 'call' }, async () => {
    const parsed = parseInput(operation.input, call.input ?? {})
    try {
      const prepared =
        parsed.ok && registration.prepare
          ? await trace({ operation: operation.name, stage: 'prepare' }, async () =>
              registration.prepare?.(environment, parsed.value),
            )
          : undefined
      const request: Request = { registration, call, parsed, prepared, inBatch }
      return await inUnitOfWork(environment, operation.kind, (unit) => runStages(unit, request))
    } catch (thrown) {
      if (thrown instanceof DryRunDone) return ok(thrown.result)
      if (isBusy(thrown)) return err({ code: 'busy' })
      throw thrown
    }
  })
}

/**
 * Runs one operation of a unit of work that several share. A refusal ends them all: let it pass.
 */
export type RunStep = (registration: Registration, call: Call) => Promise<unknown>

/**
 * Carries out several operations in one transaction, each with its own decision and audit event.
 * All of them are kept; or, if one is refused, nothing but the audit of that refusal, which is then
 * the result. Anything else that the work throws rolls back too, and passes through. A store may
 * run the work again after a conflict.
 */
export function executeTogether<T>(
  environment: Environment,
  work: (run: RunStep) => Promise<T>,
): Promise<Result<T>> {
  return inUnitOfWork(environment, 'command', async (unit) => {
    const refusals: Refusal[] = []
    const value = await work(async (registration, call) => {
      const { operation } = registration
      if ('prepare' in registration || operation.each)
        throw new Error(
          `${operation.name} needs more than one transaction and can’t run together with others.`,
        )
      const parsed = parseInput(operation.input, call.input ?? {})
      try {
        const request = { registration, call, parsed, prepared: undefined, inBatch: false }
        return await runStages(unit, request)
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown
        // What a refusal alone would keep is not kept here.
        const refusal = new Refusal(thrown.failure, thrown.scope, thrown.request)
        refusals.push(refusal)
        throw refusal
      }
    })
    for (const refusal of refusals) throw refusal
    return value
  })
}

/** The stages of a call inside its transaction, in order. Throws a {@link Refusal}. */
async function runStages(unit: UnitOfWork, request: Request): Promise<unknown> {
  const stage = stagesOf(unit.environment.trace, request.registration.operation.name)

  const identified = await stage('caller', identifyCaller, { unit, request })
  const opened = await stage('context', openContext, identified)
  const withSubject = await stage('subject', loadSubject, opened)
  const authorized = await stage('authorize', authorize, withSubject)
  const fresh = await stage('replay', replay, authorized)
  if ('replayed' in fresh) return fresh.replayed
  const possible = await stage('state', checkState, fresh)
  const handled = await stage('handler', handle, possible)
  const entered = await stage('dry run', dryRun, handled)
  return stage('audit', audit, entered)
}

/** Runs one stage: traces it, and throws the refusal that it returns. */
function stagesOf(trace: Trace, operation: string) {
  return async <In, Out>(
    stage: string,
    run: (state: In) => Promise<Out | Refusal> | Out | Refusal,
    state: In,
  ): Promise<Exclude<Out, Refusal>> => {
    const next = await trace({ operation, stage }, async () => run(state))
    if (next instanceof Refusal) throw next
    return next as Exclude<Out, Refusal>
  }
}
