import type { Filter } from 'scim2-parse-filter'
import {
  attributeNamed,
  isPassedOver,
  readOne,
  readValue,
  withoutSchema,
  type Resource,
} from './attributes.js'
import { exampleOf, meets, readFilter } from './filter.js'
import { ScimRefusal } from './scim-refusal.js'
import { urn, type Attribute, type ResourceKind } from './schemas.js'

/** The most operations that one PATCH may have. */
const mostOperations = 200

/** What a PATCH leaves of a resource, and which attributes it named. */
export interface Patched {
  readonly resource: Record<string, unknown>
  readonly touched: ReadonlySet<string>
}

type Act = 'add' | 'replace' | 'remove'

type Items = Record<string, unknown>[]

/** What a path names (RFC 7644 §3.5.2, figure 7). */
interface Place {
  readonly attribute: Attribute
  readonly filter: Filter | null
  readonly sub: Attribute | null
}

/**
 * What a PATCH makes of a resource: all of its operations one after the other, or a refusal and
 * nothing. The resource that is given stays as it is. As Okta and Entra ID send them, operations
 * may be written in any case, name several attributes in a value without a path, and set a part of
 * a value that is not there yet.
 */
export function patched(kind: ResourceKind, resource: Resource, body: Resource): Patched {
  const schemas = body['schemas']
  if (!Array.isArray(schemas) || !schemas.includes(urn.patch))
    throw new ScimRefusal(
      400,
      'invalidSyntax',
      `A PATCH says in schemas that it is a ${urn.patch}.`,
    )
  const operations = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1]
  if (!Array.isArray(operations) || operations.length === 0)
    throw new ScimRefusal(400, 'invalidSyntax', 'A PATCH has a list of Operations.')
  if (operations.length > mostOperations)
    throw new ScimRefusal(413, 'tooMany', `A PATCH has at most ${mostOperations} operations.`)
  const draft = structuredClone(resource) as Record<string, unknown>
  const touched = new Set<string>()

  for (const operation of operations as unknown[]) {
    const { op, path, value } = (
      typeof operation === 'object' && operation !== null ? operation : {}
    ) as { op?: unknown; path?: unknown; value?: unknown }
    const act = typeof op === 'string' ? acts.get(op.toLowerCase()) : undefined
    if (act === undefined)
      throw new ScimRefusal(400, 'invalidSyntax', 'op must be add, replace or remove.')
    if (path !== undefined && path !== null && typeof path !== 'string')
      throw new ScimRefusal(400, 'invalidPath', 'path must be text.')
    if (typeof path === 'string' && path !== '') {
      const place = placeOf(kind, path, 'refused')
      if (place?.attribute.mutability === 'readOnly' || place?.sub?.mutability === 'readOnly')
        throw new ScimRefusal(400, 'mutability', `${path} cannot be changed here.`)
      if (place) carryOut(draft, touched, act, place, value)
      continue
    }
    if (act === 'remove')
      throw new ScimRefusal(400, 'noTarget', 'A remove says by path what to remove.')
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ScimRefusal(
        400,
        'invalidValue',
        'Without a path, value is an object of attributes.',
      )
    for (const [name, member] of Object.entries(value)) {
      const place = placeOf(kind, name, 'passed over')
      if (
        place &&
        place.attribute.mutability !== 'readOnly' &&
        place.sub?.mutability !== 'readOnly'
      )
        carryOut(draft, touched, act, place, member)
    }
  }
  return { resource: draft, touched }
}

const acts: ReadonlyMap<string, Act> = new Map([
  ['add', 'add'],
  ['replace', 'replace'],
  ['remove', 'remove'],
])

const pathForm = /^([$\w-]+)(?:\[([^]*)\])?(?:\.([$\w-]+))?$/

/**
 * What a path names; null for what is not kept here. What there is not at all is refused as
 * `invalidPath`, or passed over as it is in a body (RFC 7644 §3.3).
 */
function placeOf(
  kind: ResourceKind,
  path: string,
  unknown: 'refused' | 'passed over',
): Place | null {
  const bare = withoutSchema(kind, path)
  const [, name = '', condition, subName] = pathForm.exec(bare) ?? []
  if (isPassedOver(kind, name || bare)) return null
  const attribute = attributeNamed(kind.attributes, name)
  const sub = subName === undefined ? null : attributeNamed(attribute?.subAttributes ?? [], subName)
  if (!attribute && unknown === 'passed over') return null
  if (!attribute || sub === undefined || (condition !== undefined && !attribute.multiValued))
    throw new ScimRefusal(400, 'invalidPath', `There is no attribute “${path.slice(0, 100)}”.`)
  return { attribute, filter: condition === undefined ? null : readFilter(condition), sub }
}

function carryOut(
  draft: Record<string, unknown>,
  touched: Set<string>,
  act: Act,
  place: Place,
  value: unknown,
): void {
  const { attribute, sub } = place
  const { name } = attribute
  touched.add(name)
  if (attribute.multiValued) {
    const items = inSeveral((draft[name] ?? []) as Items, act, place, value)
    draft[name] = items
    return
  }
  if (!sub && (act === 'remove' || attribute.type !== 'complex')) {
    draft[name] = act === 'remove' ? null : readValue(attribute, value)
    return
  }
  const members = sub
    ? { [sub.name]: act === 'remove' || value === null ? null : readOne(sub, value) }
    : readOne(attribute, value)
  draft[name] = { ...(draft[name] as object | null), ...(members as object) }
}

/** Carries an operation out on an attribute that has several values. */
function inSeveral(
  items: Items,
  act: Act,
  { attribute, filter, sub }: Place,
  value: unknown,
): Items {
  const read = (one: unknown) => readOne(attribute, one) as Record<string, unknown>
  const several = () => (readValue(attribute, value) ?? []) as Items
  const met = new Set(filter ? items.filter((item) => meets(item, filter)) : items)

  if (act === 'remove') {
    if (sub && sub.name !== 'value')
      return items.map((item) => (met.has(item) ? { ...item, [sub.name]: undefined } : item))
    // Entra ID removes members by naming them in the value.
    const named =
      filter || sub || value === undefined || value === null
        ? null
        : several().map((item) => folded(item))
    return items.filter((item) => !(named ? named.includes(folded(item)) : met.has(item)))
  }
  if (!filter && !sub)
    return act === 'replace' ? several() : onePrimary(withAdded(items, several()), several())
  const members = sub ? { [sub.name]: readOne(sub, value) } : read(value)
  if (met.size > 0) {
    const changed = items.map((item) => (met.has(item) ? { ...item, ...members } : item))
    return onePrimary(
      changed,
      changed.filter((_, index) => met.has(items[index]!)),
    )
  }
  // A part of a value that is not there: made, where the filter says what the value is.
  const example = filter ? exampleOf(filter) : {}
  if (example === null || (act === 'replace' && !sub))
    throw new ScimRefusal(
      400,
      'noTarget',
      `No value of ${attribute.name} meets the condition of the path.`,
    )
  const made = { ...read(example), ...members }
  return onePrimary([...items, made], [made])
}

function folded({ value }: Resource): string {
  return String(value).toLowerCase()
}

/** Values with others added; one that is there already takes on what is said of it anew. */
function withAdded(items: Items, added: Items): Items {
  const result = [...items]
  for (const item of added) {
    const at = result.findIndex((other) => folded(other) === folded(item))
    if (at < 0) result.push(item)
    else result[at] = { ...result[at], ...item }
  }
  return result
}

/** Takes “primary” from every other value where one of those just set has it (RFC 7644 §3.5.2). */
function onePrimary(items: Items, set: Items): Items {
  const first = set.find(({ primary }) => primary === true)
  return first
    ? items.map((item) =>
        item['primary'] === true && folded(item) !== folded(first)
          ? { ...item, primary: false }
          : item,
      )
    : items
}
