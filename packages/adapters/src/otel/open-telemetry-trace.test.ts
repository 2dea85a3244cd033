import { context, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { createRoster } from '@rosterkit/core'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryStorage } from '../memory/memory-storage.js'
import { openTelemetryTrace } from './open-telemetry-trace.js'

function open() {
  const exporter = new InMemorySpanExporter()
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  provider.register()
  const storage = memoryStorage()
  const roster = createRoster({
    storage,
    trace: openTelemetryTrace(provider.getTracer('rosterkit-test')),
  })
  return { exporter, roster, storage }
}

afterEach(() => {
  trace.disable()
  context.disable()
})

describe('the OpenTelemetry trace', () => {
  it('records a call and its stages, in order, as children of the call', async () => {
    const { exporter, roster } = open()
    await roster.bootstrap({
      organizationName: 'Acme',
      administrator: {
        userName: 'ada',
        name: { givenName: 'Ada', familyName: 'Lovelace' },
        emails: [{ value: 'ada@example.com', primary: true }],
      },
    })
    const spans = exporter.getFinishedSpans()
    const call = spans.find(({ name }) => name === 'roster.bootstrap')
    expect(call?.attributes).toEqual({
      'rosterkit.operation': 'roster.bootstrap',
      'rosterkit.stage': 'call',
    })
    const stages = spans.filter((span) => span !== call)
    expect(stages.map(({ name }) => name)).toEqual(
      [
        'caller',
        'context',
        'subject',
        'authorize',
        'replay',
        'state',
        'handler',
        'dry run',
        'audit',
      ].map((stage) => `roster.bootstrap ${stage}`),
    )
    expect(new Set(stages.map(({ parentSpanContext }) => parentSpanContext?.spanId))).toEqual(
      new Set([call?.spanContext().spanId]),
    )
  })

  it('ends a refused call at the stage that refused it, without an error', async () => {
    const { exporter, roster } = open()
    const caller = { userId: null }
    await expect(roster.as(caller).users.list({})).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    const spans = exporter.getFinishedSpans()
    expect(spans.map(({ name }) => name)).toEqual(['users.list caller', 'users.list'])
    expect(spans.map(({ status }) => status.code)).toEqual([
      SpanStatusCode.UNSET,
      SpanStatusCode.UNSET,
    ])
  })

  it('marks the span of a call that throws', async () => {
    const { exporter, roster, storage } = open()
    await storage.close()
    await expect(roster.as('system').organizations.list({})).rejects.toThrow('closed')
    expect(exporter.getFinishedSpans().at(-1)?.status.code).toBe(SpanStatusCode.ERROR)
  })
})
