import type { AnyContext, BatchSpec, Environment } from '../context.js'
import type { Operation } from '../kernel/operation.js'
import type { Result } from '../kernel/result.js'

/**
 * A handler as calls run it. Which context and input a handler takes is
 * checked where its feature lists it (see `HandlersOf`); here every handler looks the same, which
 * is why these are methods: TypeScript compares their parameters both ways.
 */
interface Handling {
  handler(context: AnyContext, input: object): Promise<Result<unknown>>
  prepare?(environment: Environment, input: object): Promise<unknown>
  readonly batch?: BatchSpec
}

/** An operation with its handler. */
export interface Registration extends Handling {
  readonly operation: Operation
}

type AnyHandler = Handling['handler'] | Handling

/** Pairs each operation of a contract with its handler. */
export function registrationsOf(
  contract: Readonly<Record<string, Operation>>,
  handlers: Readonly<Record<string, AnyHandler>>,
): Registration[] {
  return Object.entries(contract).map(([name, operation]) => {
    const handler = handlers[name]
    if (handler === undefined) throw new Error(`${operation.name} has no handler.`)
    return typeof handler === 'function' ? { operation, handler } : { operation, ...handler }
  })
}
