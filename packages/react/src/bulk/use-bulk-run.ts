import { isOperationError, type InputOf, type lockUsers, type Operation, type OperationError } from '@rosterkit/core/browser'
import { useEffect, useRef, useState } from 'react'
import { useCall } from '../operations/use-call.js'
import { useRoster } from '../provider/roster-context.js'
import { runBulk, type BulkOutcome, type BulkResult } from './run-bulk.js'

/** How far a bulk act has come. */
export type BulkRunState =
  | { readonly phase: 'asking'; readonly error: OperationError | null }
  | { readonly phase: 'running'; readonly tried: number; readonly stopping: boolean }
  | { readonly phase: 'done'; readonly outcome: BulkOutcome }

/**
 * Carries a bulk operation out, a hundred people a call, and can be stopped between the calls. A refusal of the first call as a whole has done nothing and leads
 * back to the question. Afterwards, however it ends, the queries that the operation names ask again.
 */
export function useBulkRun(operation: Operation) {
  const { queryClient } = useRoster()
  const send = useCall()
  const [state, setState] = useState<BulkRunState>({ phase: 'asking', error: null })
  const stopped = useRef(false)
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])

  const start = async (userIds: readonly string[], input: object): Promise<BulkOutcome | null> => {
    setState({ phase: 'running', tried: 0, stopping: false })
    const call = async (chunk: string[]) => (await send(operation, { ...input, userIds: chunk } as InputOf<typeof lockUsers>)) as BulkResult
    try {
      const outcome = await runBulk(userIds, call, (tried) => {
        if (!stopped.current) setState({ phase: 'running', tried, stopping: false })
        return !stopped.current
      })
      const nothingDone = outcome.error !== null && outcome.notTried.length === userIds.length
      setState(nothingDone ? { phase: 'asking', error: outcome.error } : { phase: 'done', outcome })
      return nothingDone ? null : outcome
    } catch (error) {
      if (!isOperationError(error)) setState({ phase: 'asking', error: null })
      throw error
    } finally {
      for (const name of operation.invalidates ?? []) void queryClient.invalidateQueries({ queryKey: [name] })
    }
  }
  const stop = () => {
    stopped.current = true
    setState((former) => (former.phase === 'running' ? { ...former, stopping: true } : former))
  }
  return { state, start, stop }
}
