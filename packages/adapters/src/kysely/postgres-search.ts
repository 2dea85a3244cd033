import { CompiledQuery, sql } from 'kysely'
import type { SearchIndex } from './search-index.js'

/** The index of trigrams, which is there when the database lets us have the extension for it. */
export const trigramIndex = 'user_search_by_trigrams'

/** Where the extension stands, which every schema of the database shares. */
const extensionSchema = sql<{
  readonly name: string
}>`select nspname as name from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm'`

/**
 * A narrow table of the texts beside the people, because PostgreSQL renews every index of a row
 * when one indexed column changes, and a lock must not cost a text's hundred index entries. Over it
 * two GIN indexes: of trigrams, when the database has `pg_trgm`, and of single characters and
 * pairs, for what is shorter; without the extension the pairs of a longer text narrow it down, and
 * the text itself decides.
 */
export function postgresSearch(trigrams: boolean): SearchIndex {
  const enter = (
    sentence: string,
    {
      organizationId,
      id,
      text,
    }: { readonly organizationId: string; readonly id: string; readonly text: string },
  ) => CompiledQuery.raw(sentence, [organizationId, id, text])
  return {
    async create(db) {
      // plpgsql, because PostgreSQL would inline a function in SQL into the index and then not
      // recognise it.
      await sql`
        create function search_pairs(body text) returns text[] language plpgsql immutable strict parallel safe as $$
        declare
          characters text[] := string_to_array(body, null);
        begin
          return characters || array(select characters[at] || characters[at + 1] from generate_series(1, cardinality(characters) - 1) as at);
        end $$`.execute(db)
      // New entries wait in a list that every search reads through; a short one costs a search
      // little and saves writers most of the work.
      await sql`create index user_search_by_pairs on user_search using gin (search_pairs(search_text)) with (gin_pending_list_limit = 256)`.execute(
        db,
      )
      // Whoever may not add an extension, or has none to add, goes on without.
      await sql`
        do $$ begin
          create extension if not exists pg_trgm with schema public;
        exception when others then
          raise notice 'rosterkit goes on without pg_trgm: %', sqlerrm;
        end $$`.execute(db)
      const [schema] = (await extensionSchema.execute(db)).rows
      if (schema)
        await sql`create index ${sql.id(trigramIndex)} on user_search using gin (search_text ${sql.id(schema.name, 'gin_trgm_ops')}) with (gin_pending_list_limit = 256)`.execute(
          db,
        )
    },

    async enter(trx, person, renewed) {
      await trx.run(
        enter(
          renewed
            ? 'update user_search set search_text = $3 where organization_id = $1 and user_id = $2'
            : 'insert into user_search (organization_id, user_id, search_text) values ($1, $2, $3)',
          person,
        ),
      )
    },

    async enterMany(trx, people) {
      const list = JSON.stringify(
        people.map(({ organizationId, id, text }) => ({
          organization_id: organizationId,
          user_id: id,
          search_text: text,
        })),
      )
      trx.send(
        CompiledQuery.raw(
          'insert into user_search (organization_id, user_id, search_text) select organization_id, user_id, search_text from json_to_recordset($1) as row(organization_id text, user_id text, search_text text)',
          [list],
        ),
      )
    },

    // The row goes with the person.
    leave: () => Promise.resolve(),

    argument: (text, length) =>
      length === 'long' && trigrams
        ? `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`
        : pairsOf(text),
    key: sql`users.id`,
    hits(length, text, argument) {
      if (length === 'long' && trigrams)
        return sql`select user_id from user_search where search_text like ${argument}`
      const candidates = sql`select user_id from user_search where search_pairs(search_text) @> ${argument}`
      return length === 'short'
        ? candidates
        : sql`${candidates} and strpos(search_text, ${text}) > 0`
    },
    // A GIN index gathers all of its hits before it gives the first, which takes long when they are
    // many.
    sample: (text, size) =>
      sql`select count(*) as n from (select search_text from user_search limit ${sql.lit(size)}) as sampled where strpos(search_text, ${text}) > 0`,
  }
}

/** The pair or pairs in a text; a single character stands for itself. */
function pairsOf(text: string): string[] {
  const characters = [...text]
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index]!}${character}`)
}
