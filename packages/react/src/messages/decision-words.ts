import type { DecisionView } from '@rosterkit/core/browser'
import { useCallback } from 'react'
import { useMessages } from './messages-provider.js'
import { refusalWords } from './refusal-words.js'

/** Says why something is not allowed; undefined when it is. */
export function useDecisionWords(): (decision: DecisionView | undefined) => string | undefined {
  const messages = useMessages()
  return useCallback(
    (decision) =>
      decision && !decision.allowed
        ? refusalWords(messages, decision, { title: '', sentence: decision.detail }).sentence
        : undefined,
    [messages],
  )
}
