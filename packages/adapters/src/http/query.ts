import type { Operation } from '@rosterkit/core'
import * as z from 'zod/mini'

/**
 * Reads a query string by the input's own types, so that `limit=25` is a number and
 * `status=ACTIVE,RECOVERY` a list. What does not fit its type stays text, and the operation's own
 * schema refuses it. Null when a parameter is repeated.
 */
export function decodeQuery(
  operation: Operation,
  parameters: URLSearchParams,
): Record<string, unknown> | null {
  const types = fieldTypes(operation)
  const fields: Record<string, unknown> = {}
  for (const [name, text] of parameters) {
    if (Object.hasOwn(fields, name)) return null
    Object.defineProperty(fields, name, {
      value: decodeValue(types.get(name), text),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return fields
}

function decodeValue(type: string | undefined, text: string): unknown {
  if (type === 'array')
    return text === ''
      ? []
      : text.split(',').map((item) => item.replaceAll('%2C', ',').replaceAll('%25', '%'))
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text))
    return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

/** Whether the operation takes a field of this name. */
export function takesField(operation: Operation, name: string): boolean {
  return fieldTypes(operation).has(name)
}

const known = new WeakMap<Operation, ReadonlyMap<string, string>>()

function fieldTypes(operation: Operation): ReadonlyMap<string, string> {
  let types = known.get(operation)
  if (!types) {
    const { properties = {} } = z.toJSONSchema(operation.input, {
      io: 'input',
      unrepresentable: 'any',
    }) as { properties?: Record<string, { type?: string; anyOf?: readonly { type?: string }[] }> }
    types = new Map(
      Object.entries(properties).map(([name, schema]) => [
        name,
        schema.type ?? schema.anyOf?.find(({ type }) => type !== 'null')?.type ?? 'string',
      ]),
    )
    known.set(operation, types)
  }
  return types
}
