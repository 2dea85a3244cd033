import { SpanStatusCode, type Tracer } from '@opentelemetry/api'
import type { Trace } from '@rosterkit/core'

/**
 * Records each call, and each of its stages, as an OpenTelemetry span: `users.lock` around
 * `users.lock authorize`, `users.lock handler` and so on. Attributes: `rosterkit.operation` and
 * `rosterkit.stage`. A refusal is a normal outcome; only a thrown error marks its span as failed.
 * @example
 * import { trace } from '@opentelemetry/api'
 * createRoster({ storage, trace: openTelemetryTrace(trace.getTracer('portal')) })
 */
export function openTelemetryTrace(tracer: Tracer): Trace {
  return ({ operation, stage }, run) =>
    tracer.startActiveSpan(
      stage === 'call' ? operation : `${operation} ${stage}`,
      { attributes: { 'rosterkit.operation': operation, 'rosterkit.stage': stage } },
      async (span) => {
        try {
          return await run()
        } catch (thrown) {
          if (thrown instanceof Error) {
            span.recordException(thrown)
            span.setStatus({ code: SpanStatusCode.ERROR, message: thrown.message })
          }
          throw thrown
        } finally {
          span.end()
        }
      },
    )
}
