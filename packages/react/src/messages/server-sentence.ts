import { useCallback } from 'react'
import type { Messages } from './en.js'
import { useMessages } from './messages-provider.js'

/**
 * A sentence of the server in the language in force, by its English wording; as it came where the
 * language does not know it.
 */
export function sentenceIn({ sentences }: Pick<Messages, 'sentences'>, english: string): string {
  const numbers = english.match(/\d+/g) ?? []
  return numbers.reduce(
    (text, number) => text.replace('#', number),
    sentences[english.replaceAll(/\d+/g, '#')] ?? english,
  )
}

/** Puts a sentence of the server into the language in force. */
export function useSentence(): (english: string) => string {
  const messages = useMessages()
  return useCallback((english) => sentenceIn(messages, english), [messages])
}
