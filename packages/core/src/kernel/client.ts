import type { Failure, FailureCode } from './failure.js'
import type { FailureWords } from './unavailable.js'
import type { InputOf, Operation, OutputOf } from './operation.js'
import type { Plan } from './plan.js'

/** Operations in groups, as callers address them: `{ users: { list, lock } }`. */
export type Contract = { readonly [Group in string]: { readonly [Name in string]: Operation } }

/** The call of one operation. Rejects with an {@link OperationError} when it is refused. */
export type OperationCall<O extends Operation> =
  Record<string, never> extends InputOf<O>
    ? (input?: InputOf<O>, options?: CallOptions) => Promise<OutputOf<O>>
    : (input: InputOf<O>, options?: CallOptions) => Promise<OutputOf<O>>

/** Options of one call. */
export interface CallOptions {
  /** Ends the wait; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /**
   * The plan of a command, from `client.plan`. The command runs only as long as the plan still
   * applies; otherwise it is refused as `stale_plan`.
   */
  readonly plan?: string
}

/** What a client asks of whatever sends its calls. */
export interface SendOptions extends CallOptions {
  /** Asks for the command's plan instead. */
  readonly dryRun?: boolean
}

type Send = (operation: Operation, input: object, options: SendOptions) => Promise<unknown>

/**
 * A client of a contract: `client.users.lock({ userId, reason })`. HTTP and in-process callers have
 * the same interface.
 */
export type ClientOf<C extends Contract> = {
  readonly [Group in keyof C]: { readonly [Name in keyof C[Group]]: OperationCall<C[Group][Name]> }
} & {
  /** Calls an operation by its definition; what hooks and generic tools use. */
  call<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: CallOptions,
  ): Promise<OutputOf<O>>
  /**
   * What a command would do, to whom, and what would be refused; nothing is changed
   * (docs/features.md, row 30). Rejects like the command itself if it would be refused as a whole.
   */
  plan<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: Pick<CallOptions, 'signal'>,
  ): Promise<Plan>
}

/**
 * A refused operation, as clients throw it. Recognize it with {@link isOperationError} and compare
 * `code`: two copies of this package may meet in one program, so `instanceof` is not enough.
 */
export class OperationError<C extends FailureCode = FailureCode> extends Error {
  override readonly name = 'OperationError'
  /** The stable code, such as `stale_version`. */
  readonly code: C
  /** The refusal with its typed details. */
  readonly failure: Failure<C>
  /** The short title of the refusal; `message` is the sentence that says what to do next. */
  readonly title: string
  /** The server's id of the request, to quote to the portal's operators. */
  readonly requestId: string | null

  constructor(failure: Failure<C>, words: FailureWords, requestId: string | null = null) {
    super(words.sentence)
    this.code = failure.code as C
    this.failure = failure
    this.title = words.title
    this.requestId = requestId
  }
}

/** Whether the value is a refused operation, by its shape; narrow further by `error.code`. */
export function isOperationError(value: unknown): value is OperationError {
  return (
    value instanceof Error &&
    value.name === 'OperationError' &&
    'code' in value &&
    'failure' in value
  )
}

/**
 * The same client with a contract that loads later: a page that calls operations by their
 * definitions never fetches all of it. The groups are there immediately; the first call through one
 * waits for the contract.
 */
export function lazyClientOf<C extends Contract>(load: () => Promise<C>, send: Send): ClientOf<C> {
  const own = ownCalls(send)
  const group = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method) => async (input?: object, options?: CallOptions) => {
          const operation = (await load())[name]?.[String(method)]
          if (!operation) throw new Error(`Unknown operation "${name}.${String(method)}".`)
          return own.call(operation, input, options)
        },
      },
    )
  // A client isn't a promise: `await` must not be taken for a call of a group named `then`.
  return new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'then' || typeof name === 'symbol'
          ? undefined
          : Object.hasOwn(own, name)
            ? own[name as keyof typeof own]
            : group(name),
    },
  ) as unknown as ClientOf<C>
}

/** What a client has in addition to the groups. */
function ownCalls(send: Send) {
  return {
    call: (operation: Operation, input: object = {}, options: CallOptions = {}) =>
      send(operation, input, options),
    plan: (operation: Operation, input: object = {}, options: CallOptions = {}) =>
      send(operation, input, { ...options, dryRun: true }),
  }
}

/** Builds the grouped client over anything that can send one operation. */
export function clientOf<C extends Contract>(contract: C, send: Send): ClientOf<C> {
  const own = ownCalls(send)
  const groups = Object.entries(contract).map(([group, operations]) => [
    group,
    Object.fromEntries(
      Object.entries(operations).map(([name, operation]) => [
        name,
        (input?: object, options?: CallOptions) => own.call(operation, input, options),
      ]),
    ),
  ])
  return { ...Object.fromEntries(groups), ...own } as unknown as ClientOf<C>
}
