import {
  isOperationError,
  type CallOptions,
  type InputOf,
  type Operation,
  type OutputOf,
  type Plan,
} from '@rosterkit/core/browser'
import { useCallback } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { refusalInWords } from '../messages/refusal-words.js'
import { useRoster } from '../provider/roster-context.js'

/**
 * Calls an operation; a refusal comes in the words of the language in force, what is wrong with a
 * field too.
 */
export function useCall(): <O extends Operation>(
  operation: O,
  input: InputOf<O>,
  options?: CallOptions,
) => Promise<OutputOf<O>> {
  const { client } = useRoster()
  const inWords = useInWords()
  return useCallback(
    (operation, input, options) => inWords(client.call(operation, input, options)),
    [client, inWords],
  )
}

/**
 * Asks what a command would do (features row 30); a refusal of the whole comes in the words of the
 * language in force.
 */
export function usePlan(): <O extends Operation>(operation: O, input: InputOf<O>) => Promise<Plan> {
  const { client } = useRoster()
  const inWords = useInWords()
  return useCallback(
    (operation, input) => inWords(client.plan(operation, input)),
    [client, inWords],
  )
}

function useInWords(): <Answer>(answer: Promise<Answer>) => Promise<Answer> {
  const messages = useMessages()
  return useCallback(
    async (answer) => {
      try {
        return await answer
      } catch (thrown) {
        if (!isOperationError(thrown)) throw thrown
        throw refusalInWords(messages, thrown)
      }
    },
    [messages],
  )
}
