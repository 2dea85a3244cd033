import { isOperationError, OperationError, type CallOptions, type InputOf, type Operation, type OutputOf } from '@rosterkit/core/browser'
import { useCallback } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { refusalInWords } from '../messages/refusal-words.js'
import { useRoster } from '../provider/roster-context.js'

/** Calls an operation; a refusal comes in the words of the language in force, what is wrong with a field too. */
export function useCall(): <O extends Operation>(operation: O, input: InputOf<O>, options?: CallOptions) => Promise<OutputOf<O>> {
  const { client } = useRoster()
  const messages = useMessages()
  return useCallback(
    async (operation, input, options) => {
      try {
        return await client.call(operation, input, options)
      } catch (thrown) {
        if (!isOperationError(thrown)) throw thrown
        const { failure, words } = refusalInWords(messages, thrown)
        throw new OperationError(failure, words, thrown.requestId)
      }
    },
    [client, messages],
  )
}
