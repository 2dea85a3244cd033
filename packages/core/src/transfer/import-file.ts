import type { CallOptions } from '../kernel/client.js'
import { isOperationError } from '../kernel/client.js'
import type { InputIssue } from '../kernel/failure.js'
import { maxBatchSize } from '../batch/bulk-command.js'
import type { InputOf } from '../kernel/operation.js'
import type { PlanItem } from '../kernel/plan.js'
import { listOrganizations } from '../operations/organizations/list-organizations.js'
import { createUser } from '../operations/users/create-user.js'
import { foldUserName } from '../domain/users/user-name.js'
import type { FileLine, UserFile } from './csv-file.js'
import { csvLine } from './csv-line.js'
import { importUsers, type RecordOutcome } from '../batch/import-users.js'
import { organizationDirectory, type OrganizationDirectory } from './organization-directory.js'
import { retryAfterRateLimit, type Calling } from './retry-after-rate-limit.js'
import { columnOfPath, problemHeading, type UserColumn } from './user-columns.js'
import type { UserRecord } from '../batch/user-record.js'

/** What is decided about a whole file. */
export interface ImportChoices
  extends Omit<InputOf<typeof importUsers>, 'records'>, Pick<CallOptions, 'signal'> {
  /** The organization of lines that name none. */
  readonly organizationId?: string | undefined
  /** Finds out what the import would do, and does nothing. Default false. */
  readonly dryRun?: boolean | undefined
}

/** What is wrong with a line, and in which column where it is in one. */
export interface LineIssue {
  readonly column: string | null
  readonly code: string
  readonly message: string
}

/**
 * The outcome of one line of a file: `unknown` if the server didn't answer, so that it may or may
 * not have run.
 */
export type LineOutcome = {
  readonly line: number
  readonly cells: readonly string[]
} & (
  | { readonly outcome: 'created' | 'updated' | 'unchanged' | 'unknown' }
  | {
      readonly outcome: 'refused'
      readonly code: string
      readonly title: string
      readonly detail: string
      readonly details?: Record<string, unknown> | undefined
      readonly issues: readonly LineIssue[]
    }
)

/** As much text as one call carries, in characters: well below what servers read. */
const maxBatchText = 200_000

/**
 * Imports a file line by line, up to a hundred a call, and tells what becomes of each in the order
 * of the file. Nothing of the file is kept but the usernames, of which a second one is refused in a
 * dry run as well. A call that is refused as a whole rejects with its `OperationError`, as does one
 * that the server did not answer, whose lines come as `unknown` before. An aborted signal ends it
 * between two calls.
 */
export async function* importFile(
  client: Calling,
  { columns, lines }: UserFile,
  { organizationId, dryRun = false, signal, ...choices }: ImportChoices = {},
): AsyncGenerator<LineOutcome> {
  const directory = organizationDirectory(
    (await retryAfterRateLimit(() => client.call(listOrganizations, {}, signalOf(signal)), signal))
      .items,
  )
  const firstLines = new Map<string, number>()
  let batch: { readonly line: FileLine; readonly record: UserRecord | LineOutcome }[] = []
  let text = 0
  for await (const line of lines) {
    if (signal?.aborted) return
    batch.push({ line, record: recordOf(line, columns, directory, organizationId, firstLines) })
    text += line.cells.reduce((length, cell) => length + cell.length, 0)
    if (batch.length < maxBatchSize && text < maxBatchText) continue
    yield* carryOut(batch)
    batch = []
    text = 0
  }
  if (batch.length > 0 && !signal?.aborted) yield* carryOut(batch)

  async function* carryOut(entries: typeof batch): AsyncGenerator<LineOutcome> {
    const records = entries.flatMap(({ record }) => (isOutcome(record) ? [] : [record]))
    let items: readonly RecordOutcome[] = []
    let silent: unknown
    try {
      if (records.length > 0) items = await send(records)
    } catch (thrown) {
      // A server that said no did nothing, and a dry run does nothing in any case; of one that fell
      // silent it is not known.
      if (dryRun || !isOperationError(thrown) || thrown.code !== 'unavailable') throw thrown
      silent = thrown
    }
    const outcomes = items[Symbol.iterator]()
    for (const { line, record } of entries)
      yield isOutcome(record)
        ? record
        : silent === undefined
          ? outcomeOf(line, outcomes.next().value!)
          : { line: line.line, cells: line.cells, outcome: 'unknown' }
    if (silent !== undefined) throw silent
  }

  async function send(records: UserRecord[]): Promise<readonly RecordOutcome[]> {
    const input = { ...choices, records }
    if (dryRun)
      return (
        await retryAfterRateLimit(() => client.plan(importUsers, input, signalOf(signal)), signal)
      ).items.map(foreseen)
    // Not stopped halfway: the current batch runs and is reported.
    return (await retryAfterRateLimit(() => client.call(importUsers, input), signal)).items
  }
}

/** What would become of a record. */
function foreseen(item: PlanItem): RecordOutcome {
  if (!item.planned) return { ...item, outcome: 'refused' }
  const userId = item.subject?.id ?? ''
  return {
    userId,
    outcome:
      item.operation === null
        ? 'unchanged'
        : item.operation === createUser.name
          ? 'created'
          : 'updated',
  }
}

const signalOf = (signal: AbortSignal | undefined) => (signal ? { signal } : {})
const isOutcome = (record: UserRecord | LineOutcome): record is LineOutcome => 'outcome' in record

function outcomeOf({ line, cells }: FileLine, item: RecordOutcome): LineOutcome {
  if (item.outcome !== 'refused') return { line, cells, outcome: item.outcome }
  const { code, title, detail, details } = item
  return {
    line,
    cells,
    outcome: 'refused',
    code,
    title,
    detail,
    details,
    issues: issuesOf(code, detail, details),
  }
}

/** The line as a record; or its refusal, where it cannot even be read. */
function recordOf(
  { line, cells }: FileLine,
  columns: readonly UserColumn[],
  directory: OrganizationDirectory,
  fallback: string | undefined,
  firstLines: Map<string, number>,
): UserRecord | LineOutcome {
  const refused = (issues: readonly LineIssue[]): LineOutcome => ({
    line,
    cells,
    outcome: 'refused',
    code: 'invalid_input',
    title: 'Check what was entered',
    detail: issues
      .map(({ column, message }) => (column === null ? message : `${column}: ${message}`))
      .join(' '),
    issues,
  })
  if (cells.length !== columns.length)
    return refused([
      {
        column: null,
        code: 'other_number_of_cells',
        message: 'This line does not have as many cells as there are headings.',
      },
    ])
  const issues: LineIssue[] = []
  const fields: Record<string, unknown> = {}
  for (const [index, { field, heading, value }] of columns.entries()) {
    if (!field) continue
    const read = value(cells[index]!, directory)
    if ('message' in read) issues.push({ column: heading, ...read })
    else if (read.value !== undefined) fields[field] = read.value
  }
  const { roles, ...record }: UserRecord = {
    ...(fallback === undefined ? {} : { organizationId: fallback }),
    ...fields,
  }
  if (record.organizationId === undefined && issues.length === 0)
    issues.push({
      column: 'Organization',
      code: 'no_organization',
      message: 'Write the organization, or choose one for all lines without.',
    })
  if (issues.length > 0) return refused(issues)
  const key = `${record.organizationId} ${foldUserName((record.userName ?? '').trim())}`
  const first = firstLines.get(key)
  if (first !== undefined)
    return refused([
      {
        column: 'Username',
        code: 'repeated_in_file',
        message: `This username stands in line ${first} already.`,
      },
    ])
  firstLines.set(key, line)
  return {
    ...record,
    ...(roles
      ? {
          roles: roles.map(({ roleId, organizationId }) => ({
            roleId,
            organizationId: organizationId || record.organizationId!,
          })),
        }
      : {}),
  }
}

/** Where in the line a refusal is. */
function issuesOf(
  code: string,
  detail: string,
  details: Record<string, unknown> | undefined,
): readonly LineIssue[] {
  if (code === 'invalid_input')
    return ((details?.['issues'] ?? []) as readonly InputIssue[]).map((issue) => ({
      column: columnOfPath(issue.path)?.heading ?? null,
      code: issue.code,
      message: issue.message,
    }))
  const path =
    code === 'user_name_taken'
      ? 'userName'
      : code === 'field_owned_elsewhere'
        ? String(details?.['field'])
        : code === 'grant_exceeds_rights'
          ? 'roles'
          : code === 'stale_version'
            ? 'version'
            : ''
  return [{ column: columnOfPath(path)?.heading ?? null, code, message: detail }]
}

/**
 * The lines that were refused as a file of their own, with what is wrong with each: to be
 * corrected, and imported as it is.
 */
export function refusedLines(
  columns: readonly UserColumn[],
  outcomes: readonly LineOutcome[],
): string {
  const kept = columns.flatMap(({ heading }, index) =>
    heading === problemHeading ? [] : [{ heading, index }],
  )
  const line = ({ cells, ...outcome }: LineOutcome) =>
    csvLine([
      ...kept.map(({ index }) => cells[index] ?? ''),
      outcome.outcome === 'refused' ? outcome.detail : '',
    ])
  return (
    csvLine([...kept.map(({ heading }) => heading), problemHeading]) + outcomes.map(line).join('')
  )
}
