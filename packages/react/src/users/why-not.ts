import type { DecisionView, Operation } from '@rosterkit/core/browser'
import { useCallback } from 'react'
import { useDecisionWords } from '../messages/decision-words.js'

/**
 * Says why the caller may not do something to a person, or to whatever else carries decisions;
 * undefined when they may.
 */
export function useWhyNot(): (
  subject: { readonly can: Readonly<Record<string, DecisionView>> },
  operation: Operation,
) => string | undefined {
  const inWords = useDecisionWords()
  return useCallback((subject, operation) => inWords(subject.can[operation.name]), [inWords])
}
