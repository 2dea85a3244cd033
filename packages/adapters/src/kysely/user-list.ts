import { type Instant, type UserSortKey } from '@rosterkit/core'
import {
  covers,
  statusRank,
  type Count,
  type Lock,
  type Page,
  type Position,
  type User,
  type UserFilter,
  type UserQuery,
} from '@rosterkit/core/ports'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { SqlDialect } from './dialect.js'
import {
  pickingConditions,
  pickings,
  type Picking,
  type PickingArguments,
} from './picking-condition.js'
import { prepare, prepareByIds, type Prepared } from './prepared.js'
import type { Database, UserColumns } from './schema.js'
import { searchLength, type SearchLength } from './search-index.js'
import { userColumns, userOf } from './user-row.js'
import { sqlUserStanding } from './user-standing.js'
import type { Unit } from './unit.js'

/**
 * Up to so many organizations, a page is merged from the first rows of each; beyond that, the index
 * over everybody is walked.
 */
const mergedOrganizations = 12

/**
 * Up to so many people in reach of a condition, they are gathered and sorted; beyond that, the sort
 * index is walked until a page is full.
 */
const gatheredPeople = 2_000

/**
 * The same for the people whom a search finds: the index names them at once, so that more are worth
 * it.
 */
const gatheredHits = 5_000

/**
 * How far the sort index is walked for a search with many hits, in people looked at, one try after
 * the other. Most find a page in the first few hundred; a text that goes with the order (“zimmer”
 * among the family names from A on) finds nobody for long, and is gathered in the end.
 */
const searchWalks = [400, 6_400, 50_000]

/**
 * How many people are looked at to tell a frequent text from a rare one, and from how many hits
 * among them on it is frequent.
 */
const sampled = { people: 2_000, hits: 20 }

const sortColumn: Readonly<Record<UserSortKey, string>> = {
  givenName: 'sort_given_name',
  familyName: 'sort_family_name',
  userName: 'sort_user_name',
  primaryEmail: 'sort_primary_email',
  lastSignedInAt: 'last_signed_in_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  status: 'status',
  role: 'role',
}

/** The sort keys that some people have no value for. */
const withoutValue: ReadonlySet<UserSortKey> = new Set(['primaryEmail', 'lastSignedInAt', 'role'])

const lockedByOrganization = statusRank('LOCKED_BY_ORGANIZATION')

/** The organizations within which people are wanted. */
type Scope =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'few' | 'many'; readonly organizationIds: readonly string[] }

/** What becomes of the values of a query as parameters of its SQL; see {@link prepare}. */
interface Arguments extends PickingArguments {
  readonly at: Instant
  readonly search: string
  /** The search as the index takes it. */
  readonly searchArgument: unknown
  readonly ranks: unknown
  readonly roleIds: unknown
  readonly scopeIds: unknown
  readonly lockedIds: unknown
  readonly afterValue: string
  readonly afterId: string
  readonly limit: number
  /** How many people a search may look at. */
  readonly walk: number
  readonly [organization: `organization${number}`]: string
}

/** Which SQL a query needs, apart from its values. */
interface Shape {
  readonly scope: Scope['kind']
  /** How many organizations are merged. */
  readonly merged: number
  readonly search: SearchLength | null
  readonly roles: boolean
  readonly statuses: boolean
  readonly mfa: boolean
  /** Whether dormant people are wanted, or the others; null is both. */
  readonly dormant: boolean | null
  /** Whether people with expiring access are wanted, likewise. */
  readonly expiring: boolean | null
  /**
   * With the wanted statuses: whether they hold the one of locked organizations. Only looked at
   * while some are locked.
   */
  readonly wantsLocked: boolean
  readonly locked: boolean
  /**
   * The condition that picks people out when they are few: its index is used, the others filter.
   */
  readonly gatherBy: 'scope' | 'search' | 'statuses' | 'roles' | Picking | null
}

/**
 * A stretch of the list whose rows stand in the order of one index. Stretches follow each other.
 */
interface Stretch {
  readonly name: string
  /** The sort column; null where all rows of the stretch have the same value. */
  readonly column: string | null
  /** That value. */
  readonly value: string | null
  readonly condition: 'valued' | 'empty' | 'above' | 'locked' | 'below' | null
}

/**
 * Lists of people in SQL. Every page is a keyset: it starts behind the row that the page before
 * ended with, in the order of an index that ends in the id, so that a deep page costs what the
 * first costs and none repeats or loses anybody.
 */
export function sqlUserList(db: Kysely<Database>, dialect: SqlDialect) {
  const standing = sqlUserStanding(db, dialect)
  const picking = pickingConditions(dialect)
  const rootsOutside = prepareByIds(dialect, (among) =>
    sql`select 1 from organizations where parent_id is null and not (${among(sql.ref('id'))}) limit 1`.compile(
      db,
    ),
  )
  const someWithin = prepare(({ ids }: { ids: unknown }) =>
    db
      .selectFrom('organization_ancestors')
      .select('organization_id')
      .distinct()
      .where(dialect.among(sql.ref('ancestor_id'), ids))
      .limit(mergedOrganizations + 1)
      .compile(),
  )
  const withLocks = prepare(() =>
    db
      .selectFrom('organizations')
      .select(['id', 'locks'])
      .where('locks', '<>', sql.lit('[]'))
      .compile(),
  )

  const shapes = new Map<string, Prepared<Arguments, Row>>()
  const prepared = (
    key: unknown,
    build: (args: Arguments) => RawBuilder<Row>,
  ): Prepared<Arguments, Row> => {
    const name = JSON.stringify(key)
    const known = shapes.get(name) ?? prepare((args: Arguments) => build(args).compile(db))
    shapes.set(name, known)
    return known
  }

  /** The page and the count of one list ask for the same scope, in one transaction. */
  const knownScopes = new WeakMap<
    Unit,
    { readonly ids: readonly string[]; readonly scope: Promise<Scope> }
  >()
  function scopeKnown(trx: Unit, ids: readonly string[]): Promise<Scope> {
    const last = knownScopes.get(trx)
    if (last?.ids === ids) return last.scope
    const scope = scopeOf(trx, ids)
    knownScopes.set(trx, { ids, scope })
    return scope
  }

  async function scopeOf(trx: Unit, ids: readonly string[]): Promise<Scope> {
    if (ids.length === 0) return { kind: 'nobody' }
    const list = dialect.list(ids)
    if ((await rootsOutside(trx, ids)).rows.length === 0) return { kind: 'everybody' }
    const organizationIds = (await someWithin(trx, { ids: list })).rows.map(
      (row) => row.organization_id,
    )
    if (organizationIds.length === 0) return { kind: 'nobody' }
    return organizationIds.length <= mergedOrganizations
      ? { kind: 'few', organizationIds }
      : { kind: 'many', organizationIds: ids }
  }

  async function lockedAt(trx: Unit, at: Instant): Promise<string[]> {
    const { rows } = await withLocks(trx, {})
    return rows
      .filter((row) =>
        (JSON.parse(row.locks) as Lock[]).some((lock) => covers(lock.fromAt, lock.untilAt, at)),
      )
      .map(({ id }) => id)
  }

  /** What a filter comes down to: null when it can match nobody. */
  async function resolved(
    trx: Unit,
    filter: UserFilter,
    at: Instant,
    sort: UserSortKey | null,
  ): Promise<{
    readonly shape: Shape
    readonly args: Omit<Arguments, 'limit' | 'walk' | 'afterValue' | 'afterId'>
  } | null> {
    const scope = await scopeKnown(trx, filter.withinOrganizationIds)
    if (scope.kind === 'nobody') return null
    const byStatus = filter.statuses !== undefined || sort === 'status'
    if (byStatus) await standing.settleStatus(trx, at)
    if (sort === 'role' || filter.expiring !== undefined) await standing.settleRoles(trx, at)
    const lockedIds = byStatus ? await lockedAt(trx, at) : []
    const ids = scope.kind === 'everybody' ? [] : scope.organizationIds
    const length = filter.search === undefined ? null : searchLength(filter.search)
    const shape: Shape = {
      scope: scope.kind,
      merged: scope.kind === 'few' ? ids.length : 0,
      search: length,
      roles: filter.roleIds !== undefined,
      statuses: filter.statuses !== undefined,
      mfa: filter.mfaStates !== undefined,
      dormant: filter.dormant?.wanted ?? null,
      expiring: filter.expiring?.wanted ?? null,
      wantsLocked: filter.statuses?.includes('LOCKED_BY_ORGANIZATION') ?? false,
      locked: lockedIds.length > 0,
      gatherBy: null,
    }
    const args = {
      at,
      search: filter.search ?? '',
      searchArgument: length === null ? '' : dialect.search.argument(filter.search!, length),
      ranks: dialect.list((filter.statuses ?? []).map(statusRank)),
      roleIds: dialect.list(filter.roleIds ?? []),
      mfaStates: dialect.list(filter.mfaStates ?? []),
      dormantSinceAt: filter.dormant?.sinceAt ?? '',
      expiringByAt: filter.expiring?.byAt ?? '',
      scopeIds: dialect.list(ids),
      lockedIds: dialect.list(lockedIds),
      ...Object.fromEntries(
        ids.slice(0, shape.merged).map((id, index) => [`organization${index}`, id]),
      ),
    }
    return { shape, args }
  }

  /** The subtrees below some organizations. */
  const below = (ids: unknown) =>
    sql`select organization_id from organization_ancestors where ${dialect.among(sql.ref('ancestor_id'), ids)}`

  const scopeCondition = (args: Arguments, { scope }: Shape, column: RawBuilder<unknown>) =>
    scope === 'everybody' ? [] : [sql`${column} in (${below(args.scopeIds)})`]

  const statusCondition = (
    args: Arguments,
    { statuses, locked, wantsLocked }: Shape,
    column: RawBuilder<unknown>,
  ) => {
    if (!statuses) return []
    if (!locked) return [dialect.among(column, args.ranks)]
    const maskable = sql`users.status > ${sql.lit(lockedByOrganization)} and users.organization_id in (${below(args.lockedIds)})`
    const unmasked = sql`(${dialect.among(column, args.ranks)} and not (${maskable}))`
    return [wantsLocked ? sql`(${unmasked} or (${maskable}))` : unmasked]
  }

  const inForce = (args: Arguments) =>
    sql`${dialect.among(sql.ref('role_id'), args.roleIds)} and (valid_from_at is null or valid_from_at <= ${args.at}) and (valid_until_at is null or ${args.at} < valid_until_at)`

  const roleCondition = (args: Arguments, { roles, gatherBy }: Shape) => {
    if (!roles) return []
    if (gatherBy === 'roles')
      return [sql`users.id in (select user_id from role_assignments where ${inForce(args)})`]
    return [
      sql`exists (select 1 from role_assignments where role_assignments.user_id = users.id and ${inForce(args)})`,
    ]
  }

  const wantedBy = ({
    mfa,
    dormant,
    expiring,
  }: Shape): Readonly<Record<Picking, boolean | null>> => ({ mfa: mfa || null, dormant, expiring })

  /** The conditions with an index of their own, where that index is not what is gone by. */
  const pickingCondition = (args: Arguments, shape: Shape) =>
    pickings.flatMap((name) => {
      const wanted = wantedBy(shape)[name]
      return wanted === null || shape.gatherBy === name ? [] : [picking[name].inline(args, wanted)]
    })

  /**
   * The people whom one of them picks out within the scope: the conditions of each part. Null where
   * it picks nobody out.
   */
  const pickedBy = (
    args: Arguments,
    shape: Shape,
    name: Picking,
  ): RawBuilder<unknown>[][] | null => {
    const wanted = wantedBy(shape)[name]
    const parts = wanted === null ? null : picking[name].parts(args, wanted)
    return parts && parts.map((part) => [...scopeCondition(args, shape, organizationId), part])
  }

  const hits = (args: Arguments, search: SearchLength) =>
    dialect.search.hits(search, args.search, args.searchArgument)

  const searchCondition = (args: Arguments, { search, gatherBy }: Shape) => {
    if (search === null) return []
    return [
      gatherBy === 'search'
        ? sql`${dialect.search.key} in (${hits(args, search)})`
        : dialect.contains(sql.ref('users.search_text'), args.search),
    ]
  }

  /**
   * How many people hold the searched text, counted up to {@link gatheredHits}; null when they are
   * certainly more.
   */
  async function hitsOf(trx: Unit, search: SearchLength, args: Arguments): Promise<number | null> {
    const sample = dialect.search.sample(args.search, sampled.people)
    if (sample) {
      const found = prepared(
        ['sample'],
        (marks) => dialect.search.sample(marks.search, sampled.people) as RawBuilder<Row>,
      )
      if (Number((await found(trx, args)).rows[0]?.n) >= sampled.hits) return null
    }
    const counted = prepared(
      ['hits', search],
      (marks) =>
        sql`select count(*) as n from (${hits(marks, search)} limit ${sql.lit(gatheredHits + 1)}) as hits`,
    )
    const n = Number((await counted(trx, args)).rows[0]?.n)
    return n > gatheredHits ? null : n
  }

  /** The page and the count of one list ask for the same hits, in one transaction. */
  const known = new WeakMap<
    Unit,
    { readonly search: string; readonly hits: Promise<number | null> }
  >()
  function hitsKnown(trx: Unit, search: SearchLength, args: Arguments): Promise<number | null> {
    const last = known.get(trx)
    if (last?.search === args.search) return last.hits
    const found = hitsOf(trx, search, args)
    known.set(trx, { search: args.search, hits: found })
    return found
  }

  const organizationId = sql.ref('users.organization_id')
  const status = sql.ref('users.status')

  /** Everybody who meets the conditions of one part or another. */
  const eachOf = (from: RawBuilder<unknown>, parts: readonly (readonly RawBuilder<unknown>[])[]) =>
    sql.join(
      parts.map(
        (conditions) => sql`select 1 from ${from} where ${sql.join(conditions, sql` and `)}`,
      ),
      sql` union all `,
    )

  /**
   * Finds out whether a condition with an index of its own leaves so few that gathering them beats
   * walking the sort index.
   */
  async function gatherBy(trx: Unit, shape: Shape, args: Arguments): Promise<Shape['gatherBy']> {
    const few = async (
      name: string,
      parts: (args: Arguments) => RawBuilder<unknown>[][],
      from = sql`users`,
    ) => {
      const probe = prepared(
        ['probe', name, shape],
        (marks) =>
          sql`select count(*) as n from (${eachOf(from, parts(marks))} limit ${sql.lit(gatheredPeople + 1)}) as probed`,
      )
      return Number((await probe(trx, args)).rows[0]?.n) <= gatheredPeople
    }
    if (
      (shape.scope === 'many' || (shape.scope === 'few' && shape.search !== null)) &&
      (await few('scope', (marks) => [scopeCondition(marks, shape, organizationId)]))
    )
      return 'scope'
    if (shape.search !== null && (await hitsKnown(trx, shape.search, args)) !== null)
      return 'search'
    if (
      shape.statuses &&
      !shape.locked &&
      shape.scope !== 'few' &&
      (await few('statuses', (marks) => [statusCondition(marks, shape, status)]))
    )
      return 'statuses'
    for (const name of pickings)
      if (
        pickedBy(args, shape, name) &&
        (await few(name, (marks) => pickedBy(marks, shape, name)!))
      )
        return name
    if (shape.roles && (await few('roles', (marks) => [[inForce(marks)]], sql`role_assignments`)))
      return 'roles'
    return null
  }

  /**
   * By which condition people are counted: the first that leaves few, or else that has an index for
   * as far as is counted. Where there is one alone, nothing is tried out.
   */
  async function countBy(trx: Unit, shape: Shape, args: Arguments): Promise<Shape['gatherBy']> {
    const picked = pickings.filter((name) => pickedBy(args, shape, name))
    if (picked.length === 0 && !shape.roles) return null
    if (picked.length === 1 && !shape.roles && !shape.statuses) return picked[0]!
    return (await gatherBy(trx, shape, args)) ?? (shape.statuses ? null : (picked[0] ?? null))
  }

  function stretchesOf(
    sort: UserSortKey,
    direction: UserQuery['direction'],
    locked: boolean,
  ): Stretch[] {
    const column = sortColumn[sort]
    if (withoutValue.has(sort))
      return [
        { name: 'valued', column, value: null, condition: 'valued' },
        { name: 'empty', column: null, value: null, condition: 'empty' },
      ]
    if (sort !== 'status' || !locked) return [{ name: 'all', column, value: null, condition: null }]
    const stretches: Stretch[] = [
      { name: 'above', column, value: null, condition: 'above' },
      { name: 'locked', column: null, value: lockedByOrganization, condition: 'locked' },
      { name: 'below', column, value: null, condition: 'below' },
    ]
    return direction === 'ascending' ? stretches : stretches.toReversed()
  }

  /**
   * What dormancy says of the sort column itself: whoever is not wanted stands together at one end,
   * and need not be walked past.
   */
  const dormantEnd = (
    args: Arguments,
    sort: UserSortKey,
    { dormant, gatherBy }: Shape,
    { condition }: Stretch,
  ): RawBuilder<unknown>[] => {
    if (dormant === null || gatherBy !== null) return []
    if (sort === 'lastSignedInAt' && condition === 'valued')
      return [
        sql`users.last_signed_in_at ${dormant ? sql.raw('<=') : sql.raw('>')} ${args.dormantSinceAt}`,
      ]
    return sort === 'createdAt' && dormant ? [sql`users.created_at <= ${args.dormantSinceAt}`] : []
  }

  const stretchCondition = (
    args: Arguments,
    sort: UserSortKey,
    { condition }: Stretch,
  ): RawBuilder<unknown>[] => {
    const column = sql.ref(`users.${sortColumn[sort]}`)
    const rank = sql.lit(lockedByOrganization)
    const within = sql`${dialect.unindexed(organizationId)} in (${below(args.lockedIds)})`
    if (condition === 'valued') return [sql`${column} is not null`]
    if (condition === 'empty') return [sql`${column} is null`]
    if (condition === 'above') return [sql`${status} < ${rank}`]
    if (condition === 'locked') return [sql`${status} > ${rank}`, within]
    if (condition === 'below') return [sql`${status} > ${rank}`, sql`not (${within})`]
    return []
  }

  /** Where to start in a stretch: null when the position is already behind all of it. */
  function startIn(
    { column, value }: Stretch,
    after: Position | null,
    direction: UserQuery['direction'],
  ): 'first' | 'behind value' | 'behind id' | null {
    if (after === null) return 'first'
    if (column !== null) return after.value === null ? null : 'behind value'
    if (after.value === value) return 'behind id'
    if (value === null) return 'first'
    const passed =
      after.value === null ||
      (direction === 'ascending' ? after.value > value : after.value < value)
    return passed ? null : 'first'
  }

  function pageOf(
    args: Arguments,
    query: UserQuery,
    shape: Shape,
    stretch: Stretch,
    start: 'first' | 'behind value' | 'behind id',
  ): RawBuilder<Row> {
    const ascending = query.direction === 'ascending'
    const [turn, comparison] = ascending
      ? [sql.raw('asc'), sql.raw('>')]
      : [sql.raw('desc'), sql.raw('<')]
    const gathering = shape.gatherBy !== null
    // A walk for a search looks at so many people and no more, whoever they are.
    const walking = shape.search !== null && !gathering
    const plain = (column: string) => sql.ref(`users.${column}`)
    const ordered = (column: string) =>
      gathering ? dialect.unindexed(plain(column)) : plain(column)
    const conditions = (organization: RawBuilder<unknown>[]) => [
      ...organization,
      ...stretchCondition(args, query.sort, stretch),
      ...dormantEnd(args, query.sort, shape, stretch),
      ...(start === 'behind value'
        ? [
            sql`(${ordered(stretch.column!)}, ${ordered('id')}) ${comparison} (${args.afterValue}, ${args.afterId})`,
          ]
        : []),
      ...(start === 'behind id' ? [sql`${ordered('id')} ${comparison} ${args.afterId}`] : []),
      ...statusCondition(
        args,
        shape,
        shape.gatherBy === 'statuses' ? status : dialect.unindexed(status),
      ),
      ...roleCondition(args, shape),
      ...pickingCondition(args, shape),
      ...(walking ? [] : searchCondition(args, shape)),
    ]
    // Those without a value are ordered by the column too: PostgreSQL does not see that it is the
    // same for all of them.
    const orderColumn = stretch.condition === 'empty' ? sortColumn[query.sort] : stretch.column
    const order = sql.join([
      ...(orderColumn === null ? [] : [sql`${ordered(orderColumn)} ${turn}`]),
      sql`${ordered('id')} ${turn}`,
    ])
    const where = (all: RawBuilder<unknown>[]) =>
      all.length === 0 ? sql`` : sql`where ${sql.join(all, sql` and `)}`
    const value = stretch.column === null ? sql`${sql.lit(stretch.value)}` : plain(stretch.column)
    const columns = sql.join(userColumns.map(plain))

    if (shape.scope !== 'few' && !gathering && !walking) {
      const within = scopeCondition(args, shape, dialect.unindexed(organizationId))
      return sql<Row>`select ${columns}, ${value} as sort_value from users ${where(conditions(within))} order by ${order} limit ${args.limit}`
    }
    // Only keys are merged and sorted; the people themselves are looked up for the one page.
    const most = walking ? args.walk : args.limit
    const keys = (organization: RawBuilder<unknown>[]) =>
      sql`select * from (select users.organization_id, users.id${walking ? sql`, users.search_text` : sql``}, ${value} as sort_value from users ${where(conditions(organization))} order by ${order} limit ${most}) as part`
    const place = shape.gatherBy === 'scope' ? organizationId : dialect.unindexed(organizationId)
    const few = Array.from(
      { length: shape.merged },
      (_, index) => sql`${args[`organization${index}`]}`,
    )
    const picked = isPicking(shape.gatherBy) ? pickedBy(args, shape, shape.gatherBy) : null
    const parts = picked
      ? picked.map(keys)
      : shape.scope !== 'few'
        ? [keys(scopeCondition(args, shape, place))]
        : gathering
          ? [keys([sql`${place} in (${sql.join(few)})`])]
          : few.map((organization) => keys([sql`${organizationId} = ${organization}`]))
    const inOrder = sql`order by sort_value ${turn}, id ${turn}`
    const merged =
      parts.length === 1
        ? parts[0]!
        : sql`${sql.join(parts, sql` union all `)} ${inOrder} limit ${most}`
    const page = walking
      ? sql`select * from (${merged}) as seen where ${dialect.contains(sql.ref('seen.search_text'), args.search)} ${inOrder} limit ${args.limit}`
      : merged
    return sql<Row>`
      select ${columns}, page.sort_value
      from (${page}) as page
      join users on users.organization_id = page.organization_id and users.id = page.id
      order by page.sort_value ${turn}, page.id ${turn}`
  }

  return {
    async list(trx: Unit, query: UserQuery): Promise<Page<User>> {
      const { sort, direction, after, limit } = query
      const found = await resolved(trx, query, query.at, sort)
      if (!found) return { items: [], next: null }
      const args = (wanted: number, walk = 0): Arguments =>
        ({
          ...found.args,
          afterValue: after?.value ?? '',
          afterId: after?.id ?? '',
          limit: wanted,
          walk,
        }) as Arguments
      const stretches = stretchesOf(sort, direction, found.shape.locked)
      const read = async (
        shape: Shape,
        stretch: Stretch,
        start: NonNullable<ReturnType<typeof startIn>>,
        wanted: Arguments,
      ) => {
        const page = prepared([sort, direction, stretch.name, start, shape], (marks) =>
          pageOf(marks, query, shape, stretch, start),
        )
        return (await page(trx, wanted)).rows
      }
      /**
       * The rows of a walk of so many people, when they fill a page; a walk does not know what it
       * would have found further on.
       */
      const walked = async (shape: Shape, walk: number): Promise<Row[] | null> => {
        for (const stretch of stretches) {
          const start = startIn(stretch, after, direction)
          if (start === null) continue
          const rows = await read(shape, stretch, start, args(limit + 1, walk))
          return rows.length > limit ? rows : null
        }
        return null
      }
      const rowsOf = async (shape: Shape): Promise<Row[]> => {
        const rows: Row[] = []
        for (const stretch of stretches) {
          const start = startIn(stretch, after, direction)
          if (start === null) continue
          rows.push(...(await read(shape, stretch, start, args(limit + 1 - rows.length))))
          if (rows.length > limit) break
        }
        return rows
      }
      const shape: Shape = { ...found.shape, gatherBy: await gatherBy(trx, found.shape, args(0)) }
      let rows: Row[] | null = null
      if (shape.search !== null && shape.gatherBy === null) {
        for (const walk of searchWalks) if ((rows = await walked(shape, walk))) break
        rows ??= await rowsOf({ ...shape, gatherBy: 'search' })
      }
      rows ??= await rowsOf(shape)
      const items = rows.slice(0, limit)
      const last = rows.length > limit ? items.at(-1) : undefined
      return {
        items: items.map(userOf),
        next: last ? { value: last.sort_value, id: last.id } : null,
      }
    },

    async count(trx: Unit, filter: UserFilter, at: Instant, bound: number): Promise<Count> {
      const found = await resolved(trx, filter, at, null)
      if (!found) return { value: 0, exact: true }
      const args = {
        ...found.args,
        afterValue: '',
        afterId: '',
        limit: bound + 1,
        walk: 0,
      } as Arguments
      const { search, scope, statuses, roles } = found.shape
      const picked = pickings.filter((name) => wantedBy(found.shape)[name] !== null)
      const shape: Shape = {
        ...found.shape,
        gatherBy:
          search === null
            ? await countBy(trx, found.shape, args)
            : await gatherBy(trx, found.shape, args),
      }
      if (search !== null && scope === 'everybody' && !statuses && !roles && picked.length === 0) {
        const hitsThere = await hitsKnown(trx, search, args)
        if (hitsThere !== null && hitsThere <= bound) return { value: hitsThere, exact: true }
      }
      const counted = prepared(['count', shape], (marks) => {
        const by = shape.gatherBy
        const within = (isPicking(by) ? pickedBy(marks, shape, by) : null) ?? [
          scopeCondition(
            marks,
            shape,
            by === null || by === 'scope' ? organizationId : dialect.unindexed(organizationId),
          ),
        ]
        const others = [
          ...statusCondition(
            marks,
            shape,
            by === null || by === 'statuses' ? status : dialect.unindexed(status),
          ),
          ...roleCondition(marks, shape),
          ...pickingCondition(marks, shape),
          ...searchCondition(marks, shape),
        ]
        const parts = within.map((conditions) => [...conditions, ...others])
        if (parts[0]!.length === 0)
          return sql<Row>`select ${dialect.countOfUsers(marks.limit)} as n`
        return sql<Row>`select count(*) as n from (${eachOf(sql`users`, parts)} limit ${marks.limit}) as counted`
      })
      const n = Number((await counted(trx, args)).rows[0]?.n)
      return n > bound ? { value: bound, exact: false } : { value: n, exact: true }
    },
  }
}

function isPicking(condition: Shape['gatherBy']): condition is Picking {
  return pickings.some((name) => name === condition)
}

interface Row extends UserColumns {
  readonly sort_value: string | null
  /** In counts. */
  readonly n: number
}
