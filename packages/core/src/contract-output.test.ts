import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { operations } from './contract.js'
import { stripOutput } from './kernel/output.js'

type Outcome = { readonly value: unknown } | { readonly issues: unknown }

function outcome(work: () => unknown): Outcome {
  try {
    return { value: work() }
  } catch (error) {
    return { issues: (error as z.core.$ZodError).issues }
  }
}

/**
 * Values that fit a schema, or nearly: with a field too many, too few, of the wrong kind or
 * `undefined`.
 */
function nearly(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod
  const of = (inner: z.core.$ZodType) => nearly(inner as z.ZodMiniType)
  const right = (): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'string':
        return fc.string()
      case 'number':
        return fc.double()
      case 'boolean':
        return fc.boolean()
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries))
      case 'literal':
        return fc.constantFrom(...def.values)
      case 'nullable':
        return fc.oneof(fc.constant(null), of(def.innerType))
      case 'optional':
        return fc.oneof(fc.constant(undefined), of(def.innerType))
      case 'array':
        return fc.array(of(def.element), { maxLength: 3 })
      case 'record':
        return fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), of(def.valueType), {
          maxKeys: 3,
        })
      case 'union':
        return fc.oneof(...def.options.map(of))
      case 'object': {
        const fields = fc.record(
          Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, of(field)])),
        )
        const less = fc
          .tuple(fields, fc.constantFrom('', '', '', ...Object.keys(def.shape)))
          .map(([value, key]) =>
            Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
          )
        return fc
          .tuple(
            less,
            fc.dictionary(fc.constantFrom('secret', 'passwordHash', 'constructor'), fc.anything(), {
              maxKeys: 1,
            }),
          )
          .map(([value, more]) => ({ ...value, ...more }))
      }
      default:
        return fc.anything()
    }
  }
  return fc.oneof(
    { weight: 60, arbitrary: right() },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.anything(),
        fc.constantFrom(
          undefined,
          null,
          NaN,
          Infinity,
          [],
          {},
          new Date(0),
          Object.create({ id: 'inherited' }),
        ),
      ),
    },
  )
}

describe('stripping an answer', () => {
  it('gives for every operation what the parser of its schema gives, or refuses with the same issues', () => {
    for (const operation of operations) {
      const schema: z.ZodMiniType = operation.output
      fc.assert(
        fc.property(nearly(schema), (value) => {
          const stripped = outcome(() => stripOutput(schema, value))
          expect(stripped).toStrictEqual(outcome(() => schema.parse(value)))
        }),
        { numRuns: 60 },
      )
    }
  })

  it('does the same for schemas that it leaves to the parser', () => {
    const inner = z.strictObject({ a: z.string().check(z.trim(), z.maxLength(3)) })
    const schema = z.object({
      inner,
      any: z.unknown(),
      maybe: z.optional(z.unknown()),
      late: z._default(z.number(), 3),
      either: z.union([z.string(), z.number()]),
      at: z.nullable(z.iso.datetime()),
      count: z.int(),
      pair: z.tuple([z.string(), z.number()]),
    })
    const good = {
      inner: { a: ' x ' },
      any: { b: 1 },
      either: 2,
      at: null,
      count: 4,
      pair: ['a', 1],
      secret: 'no',
    }
    for (const value of [
      good,
      { ...good, inner: { a: 'x', b: 1 } },
      { ...good, any: undefined },
      { ...good, maybe: undefined },
      { ...good, late: 5 },
      { ...good, at: 'yesterday' },
      { ...good, count: 1.5 },
      {},
      null,
    ]) {
      expect(outcome(() => stripOutput(schema, value))).toStrictEqual(
        outcome(() => schema.parse(value)),
      )
    }
  })

  it('makes new objects, and leaves those that it was given as they were', () => {
    const schema = z.object({
      list: z.array(z.object({ a: z.string() })),
      by: z.record(z.string(), z.object({ a: z.string() })),
    })
    const given = Object.freeze({
      list: [Object.freeze({ a: 'x', b: 'y' })],
      by: { k: Object.freeze({ a: 'x', b: 'y' }) },
      more: 1,
    })
    const stripped = stripOutput(schema, given)
    expect(stripped).toStrictEqual({ list: [{ a: 'x' }], by: { k: { a: 'x' } } })
    expect(given.list[0]).toEqual({ a: 'x', b: 'y' })
  })
})
