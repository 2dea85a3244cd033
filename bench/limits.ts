import SqliteDatabase from 'better-sqlite3'
import { foldForSearch } from '@rosterkit/core/ports'
import pg from 'pg'

/**
 * What the database needs by itself: statements by hand over our own tables, without callers,
 * decisions, rules, mapping or chains.
 */
export interface Limit {
  firstPage(): unknown
  positionAt(offset: number): Promise<readonly [string, string]>
  pageAfter(position: readonly [string, string], limit: number): unknown
  /**
   * The search that one writes first: a scan for the text, in the order of the list, and a count
   * that stops at a thousand.
   */
  search(text: string): unknown
  /** Locks a person and writes one audit row, in one transaction, by the version. */
  lock(userId: string): Promise<void>
  /** Lets the database collect its statistics. */
  settle(): Promise<void>
  close(): Promise<void>
}

const first = 'select * from users order by sort_family_name, id limit 26'
const count = 'select count(*) as n from (select 1 from users limit 10001) as counted'
const locked = JSON.stringify([{ kind: 'administrator', reason: 'Measured.' }])

/** The limit on SQLite, over a connection of its own to the same file. */
export function sqliteLimit(file: string, synchronous: 'full' | 'normal'): Limit {
  const database = new SqliteDatabase(file)
  database.pragma(`synchronous = ${synchronous}`)
  const statements = {
    first: database.prepare(first),
    count: database.prepare(count),
    at: database.prepare(
      'select sort_family_name as value, id from users order by sort_family_name, id limit 1 offset ?',
    ),
    after: database.prepare(
      'select * from users where (sort_family_name, id) > (?, ?) order by sort_family_name, id limit ?',
    ),
    search: database.prepare(
      'select * from users where instr(search_text, ?) > 0 order by sort_family_name, id limit 26',
    ),
    searchCount: database.prepare(
      'select count(*) as n from (select 1 from users where instr(search_text, ?) > 0 limit 1001) as counted',
    ),
    find: database.prepare('select organization_id, version from users where id = ?'),
    lock: database.prepare(
      "update users set version = version + 1, locks = ?, status = '06', updated_at = ? where id = ? and version = ?",
    ),
    audit: database.prepare(
      "insert into audit_events (organization_id, sequence, id, at, event, operation, outcome, actor, changes, origin, previous_hash, hash) values (?, ?, ?, ?, 'raw', 'raw', 'succeeded', '{}', '[]', '{}', '', '')",
    ),
  }
  let sequence = Date.now() * 1_000
  return {
    firstPage: () => [statements.first.all(), statements.count.all()],
    async positionAt(offset) {
      const { value, id } = statements.at.get(offset) as { value: string; id: string }
      return [value, id]
    },
    pageAfter: ([value, id], limit) => [
      statements.after.all(value, id, limit),
      statements.count.all(),
    ],
    search: (text) => [
      statements.search.all(foldForSearch(text)),
      statements.searchCount.all(foldForSearch(text)),
    ],
    async lock(userId) {
      const at = new Date().toISOString()
      database
        .transaction(() => {
          const { organization_id: organizationId, version } = statements.find.get(userId) as {
            organization_id: string
            version: number
          }
          statements.lock.run(locked, at, userId, version)
          statements.audit.run(`raw ${organizationId}`, ++sequence, `raw ${sequence}`, at)
        })
        .immediate()
    },
    async settle() {
      database.exec('analyze')
    },
    async close() {
      database.close()
    },
  }
}

/** The limit on PostgreSQL, over a pool of its own. */
export function postgresLimit(url: string): Limit {
  const pool = new pg.Pool({ connectionString: `${url}?options=-csearch_path%3Drosterkit`, max: 8 })
  // The server may be stopped before the last of its connections is.
  pool.on('error', () => {})
  let sequence = Date.now() * 1_000
  const run = (name: string, text: string, values: unknown[] = []) =>
    pool.query({ name, text, values })
  const counted = () => run('count', count)
  return {
    firstPage: async () => [await run('first', first), await counted()],
    async positionAt(offset) {
      const { value, id } = (
        await run(
          'at',
          'select sort_family_name as value, id from users order by sort_family_name, id limit 1 offset $1',
          [offset],
        )
      ).rows[0] as { value: string; id: string }
      return [value, id]
    },
    pageAfter: async ([value, id], limit) => [
      await run(
        'after',
        'select * from users where (sort_family_name, id) > ($1, $2) order by sort_family_name, id limit $3',
        [value, id, limit],
      ),
      await counted(),
    ],
    search: async (text) => [
      await pool.query(
        'select * from users where strpos(search_text, $1) > 0 order by sort_family_name, id limit 26',
        [foldForSearch(text)],
      ),
      await pool.query(
        'select count(*) as n from (select 1 from users where strpos(search_text, $1) > 0 limit 1001) as counted',
        [foldForSearch(text)],
      ),
    ],
    async lock(userId) {
      const client = await pool.connect()
      const at = new Date().toISOString()
      await client.query('begin')
      const { organization_id: organizationId, version } = (
        await client.query({
          name: 'find',
          text: 'select organization_id, version from users where id = $1',
          values: [userId],
        })
      ).rows[0] as { organization_id: string; version: string }
      await client.query({
        name: 'lock',
        text: "update users set version = version + 1, locks = $1, status = '06', updated_at = $2 where id = $3 and version = $4",
        values: [locked, at, userId, version],
      })
      await client.query({
        name: 'audit',
        text: "insert into audit_events (organization_id, sequence, id, at, event, operation, outcome, actor, changes, origin, previous_hash, hash) values ($1, $2, $3, $4, 'raw', 'raw', 'succeeded', '{}', '[]', '{}', '', '')",
        values: [`raw ${organizationId}`, ++sequence, `raw ${sequence}`, at],
      })
      await client.query('commit')
      client.release()
    },
    async settle() {
      await pool.query('vacuum analyze')
    },
    async close() {
      await pool.end()
    },
  }
}
