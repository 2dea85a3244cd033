import type { Handler, Preparation } from '../context.js'
import type { Operation } from '../kernel/operation.js'

/** Ties a handler to the work that is done before its transaction begins. */
export function withPreparation<O extends Operation, P>(
  prepare: Preparation<O, P>,
  handler: Handler<O, P>,
): { readonly prepare: Preparation<O, P>; readonly handler: Handler<O, P> } {
  return { prepare, handler }
}
