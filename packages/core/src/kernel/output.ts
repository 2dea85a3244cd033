import type * as z from 'zod/mini'

/** Said by a {@link Stripper} of a value that its schema has to look at itself. */
const unclear = Symbol('unclear')

/** Gives what the schema's `parse` would give, or {@link unclear}. */
type Stripper = (value: unknown) => unknown

type Schema = z.ZodMiniType

const strippers = new WeakMap<Schema, Stripper>()

/**
 * Checks an answer against its schema and leaves out everything that does not stand there, as
 * `schema.parse` does, and throws what it throws. A page of a hundred people has some ten thousand
 * values, for which the parser takes longer than the database takes for the page; so the schema is
 * turned into one closure a part. A closure only answers where there is no doubt; everything else,
 * each fault included, is left to the parser.
 */
export function stripOutput<S extends Schema>(schema: S, value: unknown): z.output<S> {
  const stripped = stripperOf(schema)(value)
  return (stripped === unclear ? schema.parse(value) : stripped) as z.output<S>
}

function stripperOf(schema: Schema): Stripper {
  const known = strippers.get(schema)
  if (known) return known
  const made = make(schema)
  strippers.set(schema, made)
  return made
}

function make(schema: Schema): Stripper {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod
  // What a check looks at, or changes, only the parser knows.
  if ((def.checks?.length ?? 0) > 0) return byParser(schema)
  switch (def.type) {
    case 'string':
      return 'format' in def || 'coerce' in def
        ? byParser(schema)
        : (value) => (typeof value === 'string' ? value : unclear)
    case 'number':
      return 'format' in def || 'coerce' in def
        ? byParser(schema)
        : (value) => (Number.isFinite(value) ? value : unclear)
    case 'boolean':
      return 'coerce' in def
        ? byParser(schema)
        : (value) => (typeof value === 'boolean' ? value : unclear)
    case 'unknown':
      return (value) => value
    case 'enum':
      return Object.values(def.entries).every((value) => typeof value === 'string')
        ? oneOf(Object.values(def.entries))
        : byParser(schema)
    case 'literal':
      return oneOf(def.values)
    case 'nullable':
    case 'optional': {
      const nothing = def.type === 'nullable' ? null : undefined
      const inner = stripperOf(def.innerType as Schema)
      return (value) => (value === nothing ? nothing : inner(value))
    }
    case 'array':
      return elements(stripperOf(def.element as Schema))
    case 'record':
      return def.keyType._zod.def.type === 'string' && !def.keyType._zod.def.checks?.length
        ? entries(stripperOf(def.valueType as Schema))
        : byParser(schema)
    case 'object':
      return def.catchall ? byParser(schema) : fields(def.shape as Readonly<Record<string, Schema>>)
    case 'union':
      return 'discriminator' in def
        ? alternatives(schema, def as z.core.$ZodDiscriminatedUnionDef)
        : byParser(schema)
    default:
      return byParser(schema)
  }
}

function byParser(schema: Schema): Stripper {
  return (value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : unclear
  }
}

function oneOf(values: readonly unknown[]): Stripper {
  const allowed = new Set(values)
  return (value) => (allowed.has(value) ? value : unclear)
}

function elements(element: Stripper): Stripper {
  return (value) => {
    if (!Array.isArray(value)) return unclear
    const stripped: unknown[] = []
    for (const item of value) {
      const next = element(item)
      if (next === unclear) return unclear
      stripped.push(next)
    }
    return stripped
  }
}

function entries(valueOf: Stripper): Stripper {
  return (value) => {
    if (!isPlain(value) || Object.getOwnPropertySymbols(value).length > 0) return unclear
    const stripped: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      const next = valueOf(value[key])
      if (next === unclear || key === '__proto__') return unclear
      stripped[key] = next
    }
    return stripped
  }
}

function fields(shape: Readonly<Record<string, Schema>>): Stripper {
  const parts = Object.entries(shape).map(([key, schema]) => ({
    key,
    stripper: stripperOf(schema),
    optional: schema._zod.optin === 'optional' && schema._zod.optout === 'optional',
  }))
  return (value) => {
    if (!isPlain(value)) return unclear
    const stripped: Record<string, unknown> = {}
    for (const { key, stripper, optional } of parts) {
      const own = value[key]
      if (own === undefined) {
        // Absent is not the same as `undefined`: which of the two may be, only the parser knows,
        // but for what is plainly optional.
        if (key in value || !optional) return unclear
        continue
      }
      const next = stripper(own)
      if (next === unclear) return unclear
      stripped[key] = next
    }
    return stripped
  }
}

function alternatives(schema: Schema, def: z.core.$ZodDiscriminatedUnionDef): Stripper {
  if (def.unionFallback) return byParser(schema)
  const byValue = new Map<unknown, Stripper>()
  for (const option of def.options) {
    const values = (option as unknown as z.core.$ZodTypes)._zod.propValues?.[def.discriminator]
    for (const value of values ?? []) byValue.set(value, stripperOf(option as Schema))
  }
  return (value) =>
    isPlain(value) ? (byValue.get(value[def.discriminator])?.(value) ?? unclear) : unclear
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
