import {
  isOperationError,
  type InputOf,
  type Operation,
  type OperationError,
  type OutputOf,
} from '@rosterkit/core/browser'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useRoster } from '../provider/roster-context.js'
import { useCall } from './use-call.js'

/** How a query is asked. */
export interface OperationQueryOptions {
  /** False asks nothing yet. Default true. */
  readonly enabled?: boolean
  /**
   * Shows the former answer until the new one comes, for lists that narrow while somebody types.
   * Default false.
   */
  readonly keepPrevious?: boolean
}

/**
 * Asks a query and keeps its answer: `data`, `error` (an `OperationError`), `isFetching`. Answers
 * that come late for an input that has changed since are dropped. Commands make the answers old
 * that their definitions name.
 */
export function useOperationQuery<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  { enabled = true, keepPrevious = false }: OperationQueryOptions = {},
): UseQueryResult<OutputOf<O>, OperationError> {
  const { queryClient } = useRoster()
  const call = useCall()
  return useQuery<OutputOf<O>, OperationError>(
    {
      queryKey: [operation.name, input],
      queryFn: ({ signal }) => call(operation, input, { signal }),
      enabled,
      // One refusal stays a refusal; only a server that could not be reached is worth another try.
      retry: (failures, error) => failures < 1 && isOperationError(error) && error.code === 'busy',
      ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    },
    queryClient,
  )
}
