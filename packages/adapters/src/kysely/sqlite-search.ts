import { CompiledQuery, sql } from 'kysely'
import type { SearchIndex } from './search-index.js'

/**
 * Two FTS5 indexes without content of their own: `user_search` over every three characters in a
 * row, which finds any part of a text from three characters on; `user_search_pairs` over the single
 * characters and pairs in it, spelled as words, for what is shorter.
 */
export const sqliteSearch: SearchIndex = {
  async create(db) {
    await sql`create virtual table user_search using fts5(text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`.execute(
      db,
    )
    await sql`create virtual table user_search_pairs using fts5(pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`.execute(
      db,
    )
  },

  async enter(trx, { id, text }, renewed) {
    if (renewed) await sqliteSearch.leave(trx, id)
    await trx.run(
      CompiledQuery.raw(
        'insert into user_search (rowid, text) select ordinal, ? from users where id = ?',
        [text, id],
      ),
    )
    await trx.run(
      CompiledQuery.raw(
        'insert into user_search_pairs (rowid, pairs) select ordinal, ? from users where id = ?',
        [wordsOf(text), id],
      ),
    )
  },

  async enterMany(trx, people) {
    const { rows } = await trx.run<{ readonly id: string; readonly ordinal: number }>(
      CompiledQuery.raw(
        'select id, ordinal from users where id in (select value from json_each(?))',
        [JSON.stringify(people.map(({ id }) => id))],
      ),
    )
    const ordinals = new Map(rows.map(({ id, ordinal }) => [id, ordinal]))
    for (const { id, text } of people)
      trx.send(
        CompiledQuery.raw('insert into user_search (rowid, text) values (?, ?)', [
          ordinals.get(id),
          text,
        ]),
      )
    for (const { id, text } of people)
      trx.send(
        CompiledQuery.raw('insert into user_search_pairs (rowid, pairs) values (?, ?)', [
          ordinals.get(id),
          wordsOf(text),
        ]),
      )
  },

  async leave(trx, id) {
    await trx.run(
      CompiledQuery.raw(
        'delete from user_search where rowid = (select ordinal from users where id = ?)',
        [id],
      ),
    )
    await trx.run(
      CompiledQuery.raw(
        'delete from user_search_pairs where rowid = (select ordinal from users where id = ?)',
        [id],
      ),
    )
  },

  // A phrase in quotes is taken literally, but for the quote itself.
  argument: (text, length) =>
    length === 'short' ? `"${wordOf([...text])}"` : `"${text.replaceAll('"', '""')}"`,
  key: sql`users.ordinal`,
  hits: (length, _, argument) =>
    length === 'short'
      ? sql`select rowid from user_search_pairs where user_search_pairs match ${argument}`
      : sql`select rowid from user_search where user_search match ${argument}`,
  sample: () => null,
}

function wordsOf(text: string): string {
  const characters = [...text]
  const words = new Set<string>()
  for (const [index, character] of characters.entries()) {
    words.add(wordOf([character]))
    if (index > 0) words.add(wordOf([characters[index - 1]!, character]))
  }
  return [...words].join(' ')
}

/**
 * Characters as one word of letters and digits: their code points to the base 32, which leaves z to
 * stand between two.
 */
function wordOf(characters: readonly string[]): string {
  return characters.map((character) => character.codePointAt(0)!.toString(32)).join('z')
}
