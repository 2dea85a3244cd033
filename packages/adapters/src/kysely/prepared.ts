import { sql, type CompiledQuery, type Expression, type QueryResult, type RawBuilder } from 'kysely'
import type { SqlDialect } from './dialect.js'
import type { Unit } from './unit.js'

class Parameter {
  constructor(readonly name: string) {}
}

/** A query whose SQL is known; only its arguments change. */
export interface Prepared<Args, Row> {
  (trx: Unit, args: Args): Promise<QueryResult<Row>>
  /** Has it done by the time of the commit, which fails with it; see {@link Unit.send}. */
  send(trx: Unit, args: Args): void
}

/**
 * Compiles a query once, with a mark for each argument, because building the SQL costs several
 * times what SQLite needs to run it. The arguments may only be used as values: an argument cannot
 * decide which SQL there is.
 */
export function prepare<Args extends object, Row>(
  build: (args: Args) => CompiledQuery<Row>,
): Prepared<Args, Row> {
  let compiled: CompiledQuery<Row> | undefined
  const filled = (args: Args): CompiledQuery<Row> => {
    compiled ??= build(new Proxy({}, { get: (_, name) => new Parameter(String(name)) }) as Args)
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Parameter
        ? (args as Record<string, unknown>)[parameter.name]
        : parameter,
    )
    return { ...compiled, parameters }
  }
  return Object.assign((trx: Unit, args: Args) => trx.run(filled(args)), {
    send: (trx: Unit, args: Args) => trx.send(filled(args)),
  })
}

/**
 * A query about some ids. Where there are one or two, as in most calls, each stands in the
 * statement by itself: a list may have any length, which makes PostgreSQL plan the statement anew
 * each time, and that takes several times as long as the few rows.
 */
export function prepareByIds<Row>(
  dialect: SqlDialect,
  build: (among: (column: Expression<unknown>) => RawBuilder<boolean>) => CompiledQuery<Row>,
): (trx: Unit, ids: readonly string[]) => Promise<QueryResult<Row>> {
  const pair = prepare(({ first, second }: { first: unknown; second: unknown }) =>
    build((column) => sql`${column} in (${first}, ${second})`),
  )
  const listed = prepare(({ list }: { list: unknown }) =>
    build((column) => dialect.among(column, list)),
  )
  return (trx, ids) =>
    ids.length === 1 || ids.length === 2
      ? pair(trx, { first: ids[0], second: ids.at(-1) })
      : listed(trx, { list: dialect.list(ids) })
}

/** Whether a statement changed anything. */
export function changed(result: QueryResult<unknown>): boolean {
  return (result.numAffectedRows ?? 0n) > 0n
}
