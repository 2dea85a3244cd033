import { projectionOf, type Projection, type Resource } from './attributes.js'
import { conditionsOf, readFilter, type Condition } from './filter.js'
import { integerOf, type ScimAnswer, type ScimLimits } from './request.js'
import { ScimRefusal } from './scim-refusal.js'
import { urn, type ResourceKind } from './schemas.js'

/** How many resources a list has that does not say. */
const usualCount = 100

/** How far into a list one may begin; what is looked for beyond that is better filtered. */
const furthest = 10_000_000

/** What a list is asked for, by query or by search (RFC 7644 §3.4.2, §3.4.3). */
export interface ListQuery {
  readonly conditions: readonly Condition[]
  readonly sortBy: string | null
  readonly direction: 'ascending' | 'descending'
  /** From 1; anything less reads as 1 (RFC 7644 §3.4.2.4). */
  readonly startIndex: number
  readonly count: number
  readonly projection: Projection
}

/** Reads what a list is asked for. */
export function listQueryOf(
  kind: ResourceKind,
  asked: Resource,
  { maxResults }: ScimLimits,
): ListQuery {
  const { filter, sortBy, sortOrder } = asked
  for (const [name, value] of Object.entries({ filter, sortBy, sortOrder }))
    if (value !== undefined && typeof value !== 'string')
      throw new ScimRefusal(400, 'invalidValue', `${name} must be text.`)
  const startIndex = integerOf('startIndex', asked['startIndex']) ?? 1
  const count = integerOf('count', asked['count']) ?? usualCount
  return {
    conditions:
      typeof filter === 'string'
        ? conditionsOf(readFilter(filter)).map((condition) => ({
            ...condition,
            path: condition.path.replace(`${kind.schema.toLowerCase()}:`, ''),
          }))
        : [],
    sortBy:
      typeof sortBy === 'string'
        ? sortBy.toLowerCase().replace(`${kind.schema.toLowerCase()}:`, '')
        : null,
    direction:
      typeof sortOrder === 'string' && sortOrder.toLowerCase() === 'descending'
        ? 'descending'
        : 'ascending',
    startIndex: Math.min(Math.max(startIndex, 1), furthest),
    count: Math.min(Math.max(count, 0), maxResults),
    projection: projectionAsked(kind, asked),
  }
}

/** Which attributes are asked for. */
export function projectionAsked(kind: ResourceKind, asked: Resource): Projection {
  return projectionOf(
    kind,
    listOf('attributes', asked['attributes']),
    listOf('excludedAttributes', asked['excludedAttributes']),
  )
}

function listOf(name: string, value: unknown): string | string[] | undefined {
  if (value === undefined || typeof value === 'string') return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new ScimRefusal(400, 'invalidValue', `${name} must be a list of names.`)
}

/** A page of a list. */
export function listAnswer(
  resources: readonly object[],
  total: number,
  startIndex: number,
): ScimAnswer {
  return {
    status: 200,
    body: {
      schemas: [urn.list],
      totalResults: total,
      startIndex,
      itemsPerPage: resources.length,
      Resources: resources,
    },
  }
}
