import type { CompiledQuery, QueryResult, Transaction } from 'kysely'
import type { Database } from './schema.js'

class Parameter {
  constructor(readonly name: string) {}
}

/** A query whose SQL is known; only its arguments change. */
export type Prepared<Args, Row> = (trx: Transaction<Database>, args: Args) => Promise<QueryResult<Row>>

/**
 * Compiles a query once, with a mark for each argument, because building the SQL costs several times what SQLite needs to run
 * it. The arguments may only be used as values: an argument cannot decide which SQL there is.
 */
export function prepare<Args extends object, Row>(build: (args: Args) => CompiledQuery<Row>): Prepared<Args, Row> {
  let compiled: CompiledQuery<Row> | undefined
  return (trx, args) => {
    compiled ??= build(new Proxy({}, { get: (_, name) => new Parameter(String(name)) }) as Args)
    const parameters = compiled.parameters.map((parameter) => (parameter instanceof Parameter ? (args as Record<string, unknown>)[parameter.name] : parameter))
    return trx.executeQuery<Row>({ ...compiled, parameters })
  }
}

/** Whether a statement changed anything. */
export function changed(result: QueryResult<unknown>): boolean {
  return (result.numAffectedRows ?? 0n) > 0n
}
