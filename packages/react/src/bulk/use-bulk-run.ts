import type { InputOf, lockUsers, Operation, OperationError } from '@rosterkit/core/browser'
import { useEffect, useRef, useState } from 'react'
import { useCall, usePlan } from '../operations/use-call.js'
import { useRoster } from '../provider/roster-context.js'
import { runBulk, type BulkOutcome, type BulkResult, type Refused } from './run-bulk.js'

/** What a bulk act would do. */
export interface BulkPlan {
  /** How many it would be done to. */
  readonly count: number
  readonly sessionsEnded: number
  readonly refused: readonly Refused[]
  /** One for each call. */
  readonly tokens: readonly string[]
  readonly input: object
}

/** How far a bulk act has come. */
export type BulkRunState =
  | { readonly phase: 'asking'; readonly error: OperationError | null }
  | { readonly phase: 'planned'; readonly plan: BulkPlan }
  | {
      readonly phase: 'running'
      readonly planning: boolean
      readonly tried: number
      readonly stopping: boolean
    }
  | { readonly phase: 'done'; readonly outcome: BulkOutcome }

/**
 * Carries a bulk operation out, a hundred people a call, and can be stopped between the calls. A
 * refusal of the first call as a whole has done nothing and leads back to the question. Afterwards,
 * however it ends, the queries that the operation names ask again. What it would do can be asked
 * first (`plan`), and then done as planned or not at all.
 */
export function useBulkRun(operation: Operation) {
  const { queryClient } = useRoster()
  const send = useCall()
  const askPlan = usePlan()
  const [state, setState] = useState<BulkRunState>({ phase: 'asking', error: null })
  const { isStopped, setStopped } = useStopped()

  const going = (planning: boolean) => (tried: number) => {
    if (!isStopped()) setState({ phase: 'running', planning, tried, stopping: false })
    return !isStopped()
  }
  const ask = () => setState({ phase: 'asking', error: null })

  const plan = async (userIds: readonly string[], input: object): Promise<void> => {
    setStopped(false)
    const tokens: string[] = []
    let sessionsEnded = 0
    const call = async (chunk: string[]): Promise<BulkResult> => {
      const { plan: token, items } = await askPlan(operation, named(input, chunk))
      tokens.push(token)
      return {
        items: items.map((item, index) => {
          if (!item.planned) return { ...item, userId: chunk[index]!, done: false }
          sessionsEnded += item.sessionsEnded
          return { userId: chunk[index]!, done: true }
        }),
      }
    }
    try {
      const { done, refused, notTried, error } = await runBulk(userIds, call, going(true))
      setState(
        error !== null || notTried.length > 0
          ? { phase: 'asking', error }
          : {
              phase: 'planned',
              plan: { count: done.length, sessionsEnded, refused, tokens, input },
            },
      )
    } catch (fault) {
      ask()
      throw fault
    }
  }
  const start = async (
    userIds: readonly string[],
    input: object,
    tokens?: readonly string[],
  ): Promise<BulkOutcome | null> => {
    setStopped(false)
    const call = async (chunk: string[], index: number) =>
      (await send(
        operation,
        named(input, chunk),
        tokens ? { plan: tokens[index]! } : {},
      )) as BulkResult
    try {
      const outcome = await runBulk(userIds, call, going(false))
      const nothingDone = outcome.error !== null && outcome.notTried.length === userIds.length
      setState(nothingDone ? { phase: 'asking', error: outcome.error } : { phase: 'done', outcome })
      return nothingDone ? null : outcome
    } catch (fault) {
      ask()
      throw fault
    } finally {
      for (const name of operation.invalidates ?? [])
        void queryClient.invalidateQueries({ queryKey: [name] })
    }
  }
  const stop = () => {
    setStopped(true)
    setState((former) => (former.phase === 'running' ? { ...former, stopping: true } : former))
  }
  return { state, ask, plan, start, stop }
}

const named = (input: object, userIds: string[]) =>
  ({ ...input, userIds }) as InputOf<typeof lockUsers>

/** Whether the run was stopped: by the reader, or because the dialog is gone. */
function useStopped() {
  const stopped = useRef(false)
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])
  return {
    isStopped: () => stopped.current,
    setStopped: (value: boolean) => {
      stopped.current = value
    },
  }
}
