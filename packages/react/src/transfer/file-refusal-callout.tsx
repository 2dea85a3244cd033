import type { FileRefusal } from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import type { TransferMessages } from '../messages/en-transfer.js'
import { useTransferMessages } from '../messages/transfer-messages.js'
import { Callout } from '../ui/callout.js'

/** Says why a file cannot be read, and what to do. */
export function FileRefusalCallout({ refusal }: { refusal: FileRefusal }) {
  const words = useTransferMessages()
  const { comma } = useMessages().ui
  return (
    <Callout role="alert" tone="danger" title={words.refusalTitle}>
      {sentenceOf(refusal, words.refusal, comma)}
    </Callout>
  )
}

function sentenceOf(
  { code, details }: FileRefusal,
  said: TransferMessages['refusal'],
  comma: string,
): string {
  const {
    headings = [],
    known = [],
    line = 0,
  } = details as {
    readonly headings?: readonly string[]
    readonly known?: readonly string[]
    readonly line?: number
  }
  if (code === 'broken_quotes') return said.broken_quotes(line)
  const sentence = said[code]
  return typeof sentence === 'string' ? sentence : sentence(headings.join(comma), known.join(comma))
}
