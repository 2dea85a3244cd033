import type { InputOf, Operation, OperationError, OutputOf } from '@rosterkit/core/browser'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useRoster } from '../provider/roster-context.js'
import { useCall } from './use-call.js'

/**
 * Gives a command to a screen: `mutateAsync(input)` carries it out, `isPending` and `error` say how
 * it goes. When it has succeeded, the queries that its definition names ask again.
 */
export function useOperation<O extends Operation>(
  operation: O,
): UseMutationResult<OutputOf<O>, OperationError, InputOf<O>> {
  const { queryClient } = useRoster()
  const call = useCall()
  return useMutation<OutputOf<O>, OperationError, InputOf<O>>(
    {
      mutationKey: [operation.name],
      mutationFn: (input) => call(operation, input),
      onSuccess: () => {
        for (const name of operation.invalidates ?? [])
          void queryClient.invalidateQueries({ queryKey: [name] })
      },
    },
    queryClient,
  )
}
