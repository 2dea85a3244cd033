/** Where a call is: which operation, and which of its stages. */
export interface TraceSpan {
  /** `users.lock`. */
  readonly operation: string
  /**
   * One of the stages of `execute/execute.ts`, such as `authorize`; or `call` around all of them.
   */
  readonly stage: string
}

/**
 * Runs a stage of a call and may measure it: the host's tracing hook. It must call `run` once and
 * pass on its outcome. `@rosterkit/adapters/otel` turns it into OpenTelemetry spans.
 */
export type Trace = <T>(span: TraceSpan, run: () => Promise<T>) => Promise<T>

/** Runs each stage without measuring it. */
export const untraced: Trace = (_, run) => run()
