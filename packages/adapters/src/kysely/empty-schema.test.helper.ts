import type pg from 'pg'

/**
 * Empties the tables of a schema, but for those that say how they came about. Making them anew
 * takes longer than a test.
 */
export async function emptySchema(pool: pg.Pool, schema: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 and tablename not like '%migrations%'`,
    [schema],
  )
  await pool.query(`truncate ${rows.map(({ name }) => name).join(', ')}`)
}
