import type { CallOptions } from '../kernel/client.js'
import type { InputOf } from '../kernel/operation.js'
import { listOrganizations } from '../operations/organizations/list-organizations.js'
import { getUser } from '../operations/users/get-user.js'
import { listUsers } from '../operations/users/list-users.js'
import type { UserView } from '../domain/users/user-view.js'
import { byteOrderMark, csvLine } from './csv-line.js'
import { organizationDirectory } from './organization-directory.js'
import { retryAfterRateLimit, type Calling } from './retry-after-rate-limit.js'
import { exportedColumns } from './user-columns.js'

/** Whom to export: the users of a list, in its order, or users by id. */
export type ExportedUsers =
  | Omit<InputOf<typeof listUsers>, 'cursor' | 'limit'>
  | { readonly userIds: readonly string[] }

/** Some lines of a file, and how many users they are. */
export interface ExportedLines {
  readonly text: string
  readonly people: number
}

/**
 * Exports users as CSV (RFC 4180, UTF-8 with a byte order mark), a part of the file at a time, so
 * that a list of any length fits in memory. Every cell is safe in a spreadsheet, and `importFile`
 * reads back what was there. Only users whom the caller may see; a user named by id who is gone is
 * left out. Refusals reject with their `OperationError`; an aborted signal ends it.
 */
export async function* exportFile(
  client: Calling,
  users: ExportedUsers = {},
  { signal }: Pick<CallOptions, 'signal'> = {},
): AsyncGenerator<ExportedLines> {
  const options = signal ? { signal } : {}
  const directory = organizationDirectory(
    (await retryAfterRateLimit(() => client.call(listOrganizations, {}, options), signal)).items,
  )
  yield { text: byteOrderMark + csvLine(exportedColumns.map(({ heading }) => heading)), people: 0 }
  for await (const people of 'userIds' in users ? named(users.userIds) : matching(users)) {
    if (signal?.aborted) return
    yield {
      text: people
        .map((user) => csvLine(exportedColumns.map(({ text }) => text(user, directory))))
        .join(''),
      people: people.length,
    }
  }

  async function* matching(
    list: Omit<InputOf<typeof listUsers>, 'cursor' | 'limit'>,
  ): AsyncGenerator<readonly UserView[]> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { ...list, limit: 100, ...(cursor === undefined ? {} : { cursor }) }
      const { items, nextCursor } = await retryAfterRateLimit(
        () => client.call(listUsers, query, options),
        signal,
      )
      yield items
      cursor = nextCursor
    }
  }

  async function* named(userIds: readonly string[]): AsyncGenerator<readonly UserView[]> {
    for (let at = 0; at < userIds.length; at += together) {
      const users = await Promise.all(
        userIds
          .slice(at, at + together)
          .map((userId) =>
            retryAfterRateLimit(() => client.call(getUser, { userId }, options), signal).catch(
              nobodyIfGone,
            ),
          ),
      )
      yield users.filter((user) => user !== null)
    }
  }
}

/** How many users are asked for at the same time. */
const together = 8

function nobodyIfGone(thrown: unknown): null {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'not_found') return null
  throw thrown
}
