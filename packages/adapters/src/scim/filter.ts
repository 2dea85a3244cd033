import { parse, type Filter } from 'scim2-parse-filter'
import { booleanOf, type Resource } from './attributes.js'
import { ScimRefusal } from './scim-refusal.js'

/**
 * The longest filter that is read, in characters, and how deep it may nest: more than any
 * provisioning system sends, and few enough that reading it takes no time.
 */
const longest = 2_000
const deepest = 10

const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'lt', 'ge', 'le'] as const

/** A filter that is not understood, or not answered here. */
export function invalidFilter(detail: string): ScimRefusal {
  return new ScimRefusal(400, 'invalidFilter', detail)
}

/** Reads a filter (RFC 7644 §3.4.2.2) within limits; throws `invalidFilter`. */
export function readFilter(text: string): Filter {
  if (text.length > longest) throw invalidFilter(`The filter is longer than ${longest} characters.`)
  if (depthOf(text) > deepest)
    throw invalidFilter(`The filter nests deeper than ${deepest} levels.`)
  let filter: Filter
  try {
    filter = parse(text)
  } catch {
    throw invalidFilter('The filter is not understood. Check operators, quotes and brackets.')
  }
  check(filter)
  return filter
}

/** How deep brackets nest outside of quoted text. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (quoted && character === '\\') index++
    else if (character === '"') quoted = !quoted
    else if (!quoted && (character === '(' || character === '[')) most = Math.max(most, ++depth)
    else if (!quoted && (character === ')' || character === ']')) depth--
  }
  return most
}

/** The parser takes some words for operators that are none. */
function check(filter: Filter): void {
  if (filter.op === 'and' || filter.op === 'or') filter.filters.forEach(check)
  else if (filter.op === 'not') check(filter.filter)
  else if (filter.op === '[]') check(filter.valFilter)
  else if (filter.op !== 'pr' && !comparisons.some((op) => op === filter.op))
    throw invalidFilter('The filter has an operator that there is not.')
}

/** One comparison of an attribute, whose path is in lower case. */
export interface Condition {
  readonly path: string
  readonly op: (typeof comparisons)[number]
  readonly value: string | number | boolean | null
}

/**
 * The comparisons of a filter that joins them by “and”; throws `invalidFilter` for any other, which
 * no index would answer.
 */
export function conditionsOf(filter: Filter, within = ''): readonly Condition[] {
  switch (filter.op) {
    case 'and':
      return filter.filters.flatMap((part) => conditionsOf(part, within))
    case '[]':
      if (within !== '') throw invalidFilter('Brackets do not stand within brackets.')
      return conditionsOf(filter.valFilter, `${filter.attrPath.toLowerCase()}.`)
    case 'or':
    case 'not':
    case 'pr':
      throw invalidFilter(
        `“${filter.op}” is not answered here. Compare attributes by eq, joined by and.`,
      )
    default:
      return [
        {
          path: `${within}${filter.attrPath.toLowerCase()}`,
          op: filter.op,
          value: filter.compValue,
        },
      ]
  }
}

/**
 * Whether one value of an attribute meets a filter in brackets, such as `type eq "work"`. Text is
 * compared in any case.
 */
export function meets(item: Resource, filter: Filter): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((part) => meets(item, part))
    case 'or':
      return filter.filters.some((part) => meets(item, part))
    case 'not':
      return !meets(item, filter.filter)
    case '[]':
      throw invalidFilter('Brackets do not stand within brackets.')
    case 'pr':
      return memberOf(item, filter.attrPath) !== undefined
    default:
      return compared(memberOf(item, filter.attrPath), filter.op, filter.compValue)
  }
}

function memberOf(item: Resource, name: string): unknown {
  return Object.entries(item).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

function compared(actual: unknown, op: Condition['op'], wanted: Condition['value']): boolean {
  const [left, right] =
    typeof actual === 'boolean'
      ? [actual, booleanOf(wanted)]
      : [
          typeof actual === 'string' ? actual.toLowerCase() : (actual ?? null),
          typeof wanted === 'string' ? wanted.toLowerCase() : wanted,
        ]
  if (op === 'eq') return left === right
  if (op === 'ne') return left !== right
  if (typeof left !== 'string' || typeof right !== 'string') return false
  const each: Record<Exclude<Condition['op'], 'eq' | 'ne'>, boolean> = {
    co: left.includes(right),
    sw: left.startsWith(right),
    ew: left.endsWith(right),
    gt: left > right,
    ge: left >= right,
    lt: left < right,
    le: left <= right,
  }
  return each[op]
}

/**
 * What a value must be to meet a filter of `eq`s joined by “and”, such as `{ type: 'work' }`; null
 * for any other filter.
 */
export function exampleOf(filter: Filter): Record<string, unknown> | null {
  if (filter.op === 'eq') return { [filter.attrPath]: filter.compValue }
  if (filter.op !== 'and') return null
  const parts = filter.filters.map(exampleOf)
  return parts.some((part) => part === null) ? null : Object.assign({}, ...parts)
}
