import type { MemoryTables, UserRow } from './memory-tables.js'

/** The people found by one search. */
interface Found {
  readonly search: string
  readonly generation: number
  readonly rows: ReadonlySet<UserRow>
}

/**
 * Finds people by any part of their search text. Remembers the last search until something changes:
 * the page and the count of one list ask the same, and whoever types on only narrows what the
 * letters before have found.
 */
export class UserSearch {
  #last: Found | null = null

  constructor(private readonly tables: MemoryTables) {}

  find(search: string): ReadonlySet<UserRow> {
    const { generation, users } = this.tables
    const last = this.#last?.generation === generation ? this.#last : null
    if (last?.search === search) return last.rows
    const among = last && search.includes(last.search) ? last.rows : users.values()
    const rows = new Set<UserRow>()
    for (const row of among) if (row.searchText.includes(search)) rows.add(row)
    this.#last = { search, generation, rows }
    return rows
  }
}
