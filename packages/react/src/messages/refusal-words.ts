import {
  OperationError,
  type Failure,
  type FailureWords,
  type InputIssue,
} from '@rosterkit/core/browser'
import type { Messages } from './en.js'
import { sentenceIn } from './server-sentence.js'

/** Both words of a refusal in the language in force; the server's own where there are none. */
export function refusalWords(
  { failures, ...messages }: Pick<Messages, 'failures' | 'sentences'>,
  { code, details }: { readonly code: string; readonly details?: unknown },
  said: FailureWords,
): FailureWords {
  const words = (
    failures as Readonly<
      Record<string, { title: string; text: string | ((details: unknown) => string) } | undefined>
    >
  )[code]
  if (!words) return said
  const sentence =
    typeof words.text === 'string' ? words.text : words.text(spoken(messages, details ?? {}))
  return { title: words.title, sentence }
}

/** What a refusal names is put into the language too, where it is a sentence of the server. */
function spoken(messages: Pick<Messages, 'sentences'>, details: unknown): unknown {
  if (typeof details !== 'object' || details === null) return details
  if ('issues' in details)
    return {
      ...details,
      issues: (details.issues as readonly InputIssue[]).map((issue) => ({
        ...issue,
        message: sentenceIn(messages, issue.message),
      })),
    }
  if ('reason' in details)
    return { ...details, reason: sentenceIn(messages, details.reason as string) }
  return details
}

/** A refused call with its words, and what it says of fields, in the language in force. */
export function refusalInWords(
  messages: Pick<Messages, 'failures' | 'sentences'>,
  { failure, title, message, requestId }: OperationError,
): OperationError {
  const spokenOf = {
    ...failure,
    ...('details' in failure ? { details: spoken(messages, failure.details) } : {}),
  } as Failure
  return new OperationError(
    spokenOf,
    refusalWords(messages, failure, { title, sentence: message }),
    requestId,
  )
}
