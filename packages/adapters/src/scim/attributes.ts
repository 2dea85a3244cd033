import { ScimRefusal } from './scim-refusal.js'
import type { Attribute, ResourceKind } from './schemas.js'

/** A resource as it stands in requests and answers. */
export type Resource = { readonly [attribute: string]: unknown }

/**
 * The attribute that a request names, in whatever case (RFC 7643 §2.1); undefined when there is
 * none.
 */
export function attributeNamed(
  attributes: readonly Attribute[],
  name: string,
): Attribute | undefined {
  const lower = name.toLowerCase()
  return attributes.find((attribute) => attribute.name.toLowerCase() === lower)
}

/**
 * A path without the schema of the resource that may stand before it: `userName` for
 * `urn:…:User:userName`.
 */
export function withoutSchema({ schema }: ResourceKind, path: string): string {
  return path.toLowerCase().startsWith(`${schema.toLowerCase()}:`)
    ? path.slice(schema.length + 1)
    : path
}

/** Whether a name is that of a standard attribute, or extension, that is not kept here. */
export function isPassedOver({ passedOver }: ResourceKind, name: string): boolean {
  const lower = name.toLowerCase()
  return (
    lower === 'schemas' ||
    lower.startsWith('urn:') ||
    passedOver.some((other) => other.toLowerCase() === lower)
  )
}

/**
 * Of a body, what may be written, by its proper names and of the right types; what is read-only or
 * unknown is left out (RFC 7644 §3.3).
 */
export function writableOf({ attributes }: ResourceKind, body: Resource): Record<string, unknown> {
  const found = Object.entries(body).flatMap(([name, value]) => {
    const attribute = attributeNamed(attributes, name)
    return attribute && attribute.mutability !== 'readOnly'
      ? [[attribute.name, readValue(attribute, value)] as const]
      : []
  })
  return Object.fromEntries(found)
}

/**
 * A value of an attribute, read; null stands for none (RFC 7643 §2.5). Throws `invalidValue` for
 * another type.
 */
export function readValue(attribute: Attribute, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (!attribute.multiValued) return readOne(attribute, value)
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.map((item) => readOne(attribute, item))
}

/** One value of an attribute that may have several. */
export function readOne(attribute: Attribute, value: unknown): unknown {
  const wrong = () =>
    new ScimRefusal(
      400,
      'invalidValue',
      `${attribute.name} must be ${attribute.type === 'complex' ? 'an object' : attribute.type === 'boolean' ? 'true or false' : 'text'}.`,
    )
  if (attribute.type === 'complex') {
    // Some clients send the value alone.
    if (attribute.multiValued && typeof value === 'string') return { value }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong()
    const members = Object.entries(value).flatMap(([name, member]) => {
      const sub = attributeNamed(attribute.subAttributes ?? [], name)
      return sub && sub.mutability !== 'readOnly' && member !== null
        ? [[sub.name, readOne(sub, member)] as const]
        : []
    })
    return Object.fromEntries(members)
  }
  if (attribute.type === 'boolean') {
    const read = booleanOf(value)
    if (read === null) throw wrong()
    return read
  }
  if (typeof value !== 'string') throw wrong()
  return value
}

/** True or false, also as text in any case, as Entra ID sends it; null for anything else. */
export function booleanOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  return text === 'true' ? true : text === 'false' ? false : null
}

/** Which attributes an answer shows. */
export interface Projection {
  /** Whether any part of the attribute is shown. */
  shows(attribute: string): boolean
  /** The resource as it is shown; `schemas` and `id` always are (RFC 7643 §7, `returned`). */
  of(resource: Resource): Resource
}

/**
 * Reads `attributes` and `excludedAttributes` (RFC 7644 §3.9); with both, the former decides. Names
 * that there are not are passed over.
 */
export function projectionOf(
  kind: ResourceKind,
  attributes: string | readonly string[] | undefined,
  excluded: string | readonly string[] | undefined,
): Projection {
  const names = (list: string | readonly string[] | undefined) =>
    (typeof list === 'string' ? list.split(',') : (list ?? []))
      .map((name) => withoutSchema(kind, name.trim()).toLowerCase())
      .filter((name) => name !== '')
  const wanted = names(attributes)
  const unwanted = wanted.length > 0 ? [] : names(excluded)
  const always = ['schemas', 'id']
  const shown = (path: string) =>
    wanted.length > 0 ? wanted.includes(path) : !unwanted.includes(path)
  const part = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => part(name, item))
    if (typeof value !== 'object' || value === null || (wanted.length > 0 && wanted.includes(name)))
      return value
    return Object.fromEntries(
      Object.entries(value).filter(([sub]) => shown(`${name}.${sub.toLowerCase()}`)),
    )
  }
  const shows = (attribute: string) => {
    const name = attribute.toLowerCase()
    return (
      always.includes(name) || shown(name) || wanted.some((path) => path.startsWith(`${name}.`))
    )
  }
  return {
    shows,
    of: (resource) =>
      Object.fromEntries(
        Object.entries(resource).flatMap(([name, value]) =>
          shows(name)
            ? [[name, always.includes(name) ? value : part(name.toLowerCase(), value)]]
            : [],
        ),
      ),
  }
}
