import {
  importFile,
  importUsers,
  isFileRefusal,
  isOperationError,
  openUserFile,
  type FileRefusal,
  type ImportChoices,
  type LineOutcome,
  type OperationError,
  type UserColumn,
  type UserFile,
} from '@rosterkit/core/browser'
import { useEffect, useRef, useState } from 'react'
import type { Messages } from '../messages/en.js'
import { useMessages } from '../messages/messages-provider.js'
import { refusalInWords } from '../messages/refusal-words.js'
import { useRoster } from '../provider/roster-context.js'

/** A file whose headings are known. */
export interface ChosenFile {
  readonly file: File
  readonly columns: readonly UserColumn[]
}

/** What became, or would become, of a file. */
export interface ImportResult {
  readonly counts: Readonly<Record<LineOutcome['outcome'], number>>
  /** The first of those that were refused, and of the others. */
  readonly refused: readonly LineOutcome[]
  readonly others: readonly LineOutcome[]
  readonly stopped: boolean
  /** Why it went no further. */
  readonly error: OperationError | FileRefusal | null
}

/** How far an import has come. */
export type ImportState =
  | { readonly phase: 'choosing'; readonly refusal: FileRefusal | null }
  | { readonly phase: 'reading' }
  | { readonly phase: 'ready'; readonly chosen: ChosenFile; readonly error: OperationError | null }
  | {
      readonly phase: 'running'
      readonly chosen: ChosenFile
      readonly dryRun: boolean
      readonly lines: number
      readonly percent: number
      readonly stopping: boolean
    }
  | {
      readonly phase: 'done'
      readonly chosen: ChosenFile
      readonly dryRun: boolean
      readonly result: ImportResult
    }

/** More refused lines than anybody corrects by hand are only counted. */
const mostKept = 20_000

/** How many of the other lines are shown. */
const mostOthers = 100

const partSize = 256 * 1024

/**
 * Chooses a file, finds out what importing it would do, and imports it; each can be stopped. Its
 * parser comes when the first file is chosen.
 */
export function useImport() {
  const { client, queryClient } = useRoster()
  const messages = useMessages()
  const [state, setState] = useState<ImportState>({ phase: 'choosing', refusal: null })
  const way = useRef<AbortController | null>(null)
  useEffect(() => () => way.current?.abort(), [])

  const choose = async (file: File) => {
    setState({ phase: 'reading' })
    try {
      const { columns } = await open(file, () => undefined)
      setState({ phase: 'ready', chosen: { file, columns }, error: null })
    } catch (thrown) {
      setState({ phase: 'choosing', refusal: isFileRefusal(thrown) ? thrown : null })
      if (!isFileRefusal(thrown)) throw thrown
    }
  }

  const run = async (
    chosen: ChosenFile,
    choices: ImportChoices,
    dryRun: boolean,
  ): Promise<ImportResult | null> => {
    const controller = new AbortController()
    way.current = controller
    const { size } = chosen.file
    let read = 0
    let shownAt = 0
    const tally = newTally()
    const showProgress = () =>
      setState((previous) => ({
        phase: 'running',
        chosen,
        dryRun,
        lines: tally.lines(),
        percent: size === 0 ? 100 : Math.floor((100 * read) / size),
        stopping: previous.phase === 'running' && previous.stopping,
      }))
    showProgress()
    let error: ImportResult['error'] = null
    try {
      const file = await open(chosen.file, (bytes) => (read = bytes))
      const options = { ...choices, dryRun, signal: controller.signal }
      for await (const outcome of importFile(client, file, options)) {
        tally.add(outcome)
        if (performance.now() - shownAt < 100) continue
        shownAt = performance.now()
        showProgress()
      }
    } catch (thrown) {
      // A check that is stopped rejects with nothing to tell.
      if (!controller.signal.aborted || isOperationError(thrown) || isFileRefusal(thrown))
        error = inWordsOf(messages, thrown)
    } finally {
      if (!dryRun) askAgain(queryClient)
    }
    // Whoever is refused before anything was done is asked again.
    if (tally.lines() === 0 && error && !isFileRefusal(error)) {
      setState({ phase: 'ready', chosen, error })
      return null
    }
    const result = { ...tally.kept, stopped: controller.signal.aborted, error }
    setState({ phase: 'done', chosen, dryRun, result })
    return result
  }

  const stop = () => {
    way.current?.abort()
    setState((former) => (former.phase === 'running' ? { ...former, stopping: true } : former))
  }

  return {
    state,
    choose,
    run,
    stop,
    back: (chosen: ChosenFile) => setState({ phase: 'ready', chosen, error: null }),
    again: () => setState({ phase: 'choosing', refusal: null }),
  }
}

/** Asks again for what an import changes. */
function askAgain(queryClient: ReturnType<typeof useRoster>['queryClient']) {
  for (const name of importUsers.invalidates)
    void queryClient.invalidateQueries({ queryKey: [name] })
}

/** Counts what became of each line, and keeps the first of those that are shown. */
function newTally() {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0, unknown: 0 }
  const refused: LineOutcome[] = []
  const others: LineOutcome[] = []
  return {
    kept: { counts, refused, others },
    lines: () => Object.values(counts).reduce((sum, count) => sum + count, 0),
    add: (line: LineOutcome) => {
      counts[line.outcome]++
      const [kept, most] = line.outcome === 'refused' ? [refused, mostKept] : [others, mostOthers]
      if (kept.length < most) kept.push(line)
    },
  }
}

async function open(file: File, onRead: (bytes: number) => void): Promise<UserFile> {
  const { default: Papa } = await import('papaparse')
  return openUserFile(partsOf(file, onRead), Papa)
}

async function* partsOf(file: File, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += partSize) {
    yield new Uint8Array(await file.slice(at, at + partSize).arrayBuffer())
    onRead(Math.min(at + partSize, file.size))
  }
}

function inWordsOf(messages: Messages, thrown: unknown): OperationError | FileRefusal {
  if (isFileRefusal(thrown)) return thrown
  if (!isOperationError(thrown)) throw thrown
  return refusalInWords(messages, thrown)
}
