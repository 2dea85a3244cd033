import type * as z from 'zod/mini'

/** Said by a {@link Serializer} of a value that its schema has to look at itself. */
const FALLBACK = Symbol('FALLBACK')

/** Gives what the schema's `parse` would give, or {@link FALLBACK}. */
type Serializer = (value: unknown) => unknown

type Schema = z.ZodMiniType

const serializers = new WeakMap<Schema, Serializer>()

/**
 * Checks an answer against its schema and removes everything that the schema doesn't declare, as
 * `schema.parse` does, and throws what it throws. A page of a hundred users has some ten thousand
 * values, for which the parser takes longer than the database takes for the page. So the schema is
 * compiled into closures. A closure answers only if there is no doubt; everything else, every fault
 * included, is left to the parser.
 */
export function stripOutput<S extends Schema>(schema: S, value: unknown): z.output<S> {
  const stripped = serializerOf(schema)(value)
  return (stripped === FALLBACK ? schema.parse(value) : stripped) as z.output<S>
}

function serializerOf(schema: Schema): Serializer {
  const known = serializers.get(schema)
  if (known) return known
  const made = make(schema)
  serializers.set(schema, made)
  return made
}

function make(schema: Schema): Serializer {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod
  // What a check looks at, or changes, only the parser knows.
  if ((def.checks?.length ?? 0) > 0) return byParser(schema)
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return 'format' in def || 'coerce' in def ? byParser(schema) : scalars[def.type]
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
      const inner = serializerOf(def.innerType as Schema)
      return (value) => (value === nothing ? nothing : inner(value))
    }
    case 'array':
      return elements(serializerOf(def.element as Schema))
    case 'record':
      return def.keyType._zod.def.type === 'string' && !def.keyType._zod.def.checks?.length
        ? entries(serializerOf(def.valueType as Schema))
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

const scalars: Readonly<Record<'string' | 'number' | 'boolean', Serializer>> = {
  string: (value) => (typeof value === 'string' ? value : FALLBACK),
  number: (value) => (Number.isFinite(value) ? value : FALLBACK),
  boolean: (value) => (typeof value === 'boolean' ? value : FALLBACK),
}

function byParser(schema: Schema): Serializer {
  return (value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : FALLBACK
  }
}

function oneOf(values: readonly unknown[]): Serializer {
  const allowed = new Set(values)
  return (value) => (allowed.has(value) ? value : FALLBACK)
}

function elements(element: Serializer): Serializer {
  return (value) => {
    if (!Array.isArray(value)) return FALLBACK
    const stripped: unknown[] = []
    for (const item of value) {
      const next = element(item)
      if (next === FALLBACK) return FALLBACK
      stripped.push(next)
    }
    return stripped
  }
}

function entries(valueOf: Serializer): Serializer {
  return (value) => {
    if (!isPlain(value) || Object.getOwnPropertySymbols(value).length > 0) return FALLBACK
    const stripped: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      const next = valueOf(value[key])
      if (next === FALLBACK || key === '__proto__') return FALLBACK
      stripped[key] = next
    }
    return stripped
  }
}

function fields(shape: Readonly<Record<string, Schema>>): Serializer {
  const parts = Object.entries(shape).map(([key, schema]) => ({
    key,
    serializer: serializerOf(schema),
    optional: schema._zod.optin === 'optional' && schema._zod.optout === 'optional',
  }))
  return (value) => {
    if (!isPlain(value)) return FALLBACK
    const stripped: Record<string, unknown> = {}
    for (const { key, serializer, optional } of parts) {
      const own = value[key]
      if (own === undefined) {
        // Absent is not the same as `undefined`. Unless the field is plainly optional, only the
        // parser knows which of the two is allowed.
        if (key in value || !optional) return FALLBACK
        continue
      }
      const next = serializer(own)
      if (next === FALLBACK) return FALLBACK
      stripped[key] = next
    }
    return stripped
  }
}

function alternatives(schema: Schema, def: z.core.$ZodDiscriminatedUnionDef): Serializer {
  if (def.unionFallback) return byParser(schema)
  const byValue = new Map<unknown, Serializer>()
  for (const option of def.options) {
    const values = (option as unknown as z.core.$ZodTypes)._zod.propValues?.[def.discriminator]
    for (const value of values ?? []) byValue.set(value, serializerOf(option as Schema))
  }
  return (value) =>
    isPlain(value) ? (byValue.get(value[def.discriminator])?.(value) ?? FALLBACK) : FALLBACK
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
