import { isFileRefusal, type LineOutcome, type UserColumn } from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import { refusalWords } from '../messages/refusal-words.js'
import { useSentence } from '../messages/server-sentence.js'
import { useTransferMessages } from '../messages/transfer-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { Badge } from '../ui/badge.js'
import { Callout } from '../ui/callout.js'
import { FileRefusalCallout } from './file-refusal-callout.js'
import type { ChosenFile, ImportResult } from './use-import.js'

/** More lines than anybody reads; the others are in the download. */
const mostShown = 200

const tones = {
  created: 'success',
  updated: 'accent',
  unchanged: 'neutral',
  refused: 'danger',
  unknown: 'warning',
} as const
const order = ['created', 'updated', 'unchanged', 'refused', 'unknown'] as const

/** What became of a file, or would: how many, and line by line what was refused and why. */
export function ImportOutcome({
  chosen,
  result,
  dryRun,
}: {
  chosen: ChosenFile
  result: ImportResult
  dryRun: boolean
}) {
  const words = useTransferMessages()
  const { counts, refused, others, stopped, error } = result
  const lines = [...refused.slice(0, mostShown), ...others]
  const all = order.reduce((sum, outcome) => sum + counts[outcome], 0)
  return (
    <>
      {error ? (
        isFileRefusal(error) ? (
          <FileRefusalCallout refusal={error} />
        ) : (
          <RefusalCallout error={error} />
        )
      ) : null}
      {counts.unknown > 0 ? <Callout tone="warning" title={words.unknownText} /> : null}
      {stopped || (error && !dryRun) ? <Callout tone="warning" title={words.stoppedText} /> : null}
      <p role="status" className="rk-import-counts">
        {all === 0 && !stopped && !error
          ? words.nothing
          : order.map((outcome) =>
              counts[outcome] > 0 ? (
                <Badge key={outcome} tone={tones[outcome]}>
                  {(dryRun ? words.foreseen : words.became)[outcome](counts[outcome])}
                </Badge>
              ) : null,
            )}
      </p>
      {lines.length > 0 ? (
        <div>
          {/* Scrolls, so it takes the focus for the keyboard. */}
          <ul className="rk-refused-list rk-import-lines" tabIndex={0} aria-label={words.lines}>
            {lines.map((line) => (
              <Line key={line.line} line={line} columns={chosen.columns} />
            ))}
          </ul>
          {all > lines.length ? (
            <p className="rk-dialog-text">{words.more(all - lines.length)}</p>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

function Line({ line, columns }: { line: LineOutcome; columns: readonly UserColumn[] }) {
  const words = useTransferMessages()
  const name = line.cells[columns.findIndex(({ field }) => field === 'userName')]
  const reason = useReason()
  return (
    <li className="rk-import-line">
      <span className="rk-muted">{words.line(line.line)}</span>
      <span className="rk-refused-name">
        <bdi>{name}</bdi>
      </span>
      <span>{line.outcome === 'refused' ? reason(line) : words.outcome[line.outcome]}</span>
    </li>
  )
}

/** Why a line was refused, in the language in force. */
function useReason() {
  const messages = useMessages()
  const sentence = useSentence()
  return ({ code, detail, details, issues }: Extract<LineOutcome, { outcome: 'refused' }>) =>
    code === 'invalid_input'
      ? issues
          .map(
            ({ column, message }) => `${column === null ? '' : `${column}: `}${sentence(message)}`,
          )
          .join(' ')
      : refusalWords(messages, { code, details }, { title: '', sentence: detail }).sentence
}
