import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { WrittenUserRow } from './user-row.js'

/**
 * A connection on which statements may be sent one behind the other, without waiting for the
 * answers in between.
 */
export interface SqlConnection extends DatabaseConnection {
  /**
   * Sends a statement whose answer nobody needs. What goes wrong with it is the failure of the
   * commit.
   */
  send(query: CompiledQuery): void
}

/**
 * One transaction, as the stores use it. Beside Kysely's own, which lets one statement run at a
 * time: a page and its count need not wait for one another.
 */
export class Unit {
  #ended = false
  /**
   * The people whom a writing transaction has read, as they stood then; null in one that reads.
   * Nobody else can change them before it ends, or it is tried again.
   */
  readonly rowsRead: Map<string, WrittenUserRow> | null

  constructor(
    private readonly connection: SqlConnection,
    kind: 'read' | 'write',
  ) {
    this.rowsRead = kind === 'write' ? new Map() : null
  }

  run<R>(query: CompiledQuery<R>): Promise<QueryResult<R>> {
    if (this.#ended) return Promise.reject(endedError())
    return this.connection.executeQuery<R>(query)
  }

  /** Has a statement done by the time of the commit, which fails with it. */
  send(query: CompiledQuery): void {
    if (this.#ended) throw endedError()
    this.connection.send(query)
  }

  /**
   * From here on nothing is done for whoever still holds this: the connection belongs to somebody
   * else.
   */
  end(): void {
    this.#ended = true
  }
}

function endedError(): Error {
  return new Error(
    'This transaction has ended. Do all of its work before the function given to it resolves.',
  )
}
