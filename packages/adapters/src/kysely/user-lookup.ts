import { foldForSearch, statusRank, type User, type UserLookup } from '@rosterkit/core/ports'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { prepare, type Prepared } from './prepared.js'
import type { Database, UserColumns } from './schema.js'
import { searchLength, type SearchLength } from './search-index.js'
import { userColumns, userOf } from './user-row.js'
import type { Unit } from './unit.js'

const sortColumn: Readonly<Record<UserLookup['sort'], string>> = {
  id: 'id',
  userName: 'sort_user_name',
  givenName: 'sort_given_name',
  familyName: 'sort_family_name',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

/** The conditions that have values, by name. */
const conditionNames = [
  'ids',
  'foldedUserName',
  'externalId',
  'email',
  'groupIds',
  'active',
  'updatedFromAt',
  'updatedBeforeAt',
] as const satisfies readonly (keyof UserLookup)[]

interface Arguments {
  readonly scope: unknown
  readonly ids: unknown
  readonly foldedUserName: unknown
  readonly sortedUserName: unknown
  readonly externalId: unknown
  /** The address as the search index takes it. */
  readonly email: string
  readonly emailArgument: unknown
  /** The address as it stands in the column of addresses. */
  readonly emailMember: unknown
  readonly groupIds: unknown
  readonly updatedFromAt: unknown
  readonly updatedBeforeAt: unknown
  readonly offset: number
  readonly limit: number
}

type Row = UserColumns & { readonly n: number }

/** Look-ups of people by exact values in SQL. */
export function sqlUserLookup(db: Kysely<Database>, dialect: SqlDialect) {
  const column = (name: string) => sql.ref(`users.${name}`)
  const [deleted, deactivated] = [
    sql.lit(statusRank('DELETED')),
    sql.lit(statusRank('DEACTIVATED')),
  ]

  function conditions(
    args: Arguments,
    { active }: UserLookup,
    wanted: readonly (typeof conditionNames)[number][],
    length: SearchLength,
  ): RawBuilder<unknown>[] {
    const each: Record<(typeof conditionNames)[number], () => RawBuilder<unknown>[]> = {
      ids: () => [dialect.among(column('id'), args.ids)],
      // The sorted form has an index, the folded one is what usernames are compared by.
      foldedUserName: () => [
        sql`${column('sort_user_name')} = ${args.sortedUserName}`,
        sql`${column('user_name_folded')} = ${args.foldedUserName}`,
      ],
      externalId: () => [sql`${column('external_id')} = ${args.externalId}`],
      // The search index finds those in whose text the address stands somewhere; their addresses
      // themselves decide.
      email: () => [
        sql`${dialect.search.key} in (${dialect.search.hits(length, args.email, args.emailArgument)})`,
        dialect.contains(sql`lower(${column('emails')})`, args.emailMember),
      ],
      groupIds: () => [
        sql`${column('id')} in (select user_id from group_memberships where ${dialect.among(sql.ref('key'), args.groupIds)})`,
      ],
      active: () => [
        active
          ? sql`${column('status')} <> ${deactivated}`
          : sql`${column('status')} = ${deactivated}`,
      ],
      updatedFromAt: () => [sql`${column('updated_at')} >= ${args.updatedFromAt}`],
      updatedBeforeAt: () => [sql`${column('updated_at')} < ${args.updatedBeforeAt}`],
    }
    // These two statuses come before all others and follow from no time, so the column is always
    // right about them.
    return [
      sql`${column('status')} <> ${deleted}`,
      sql`${column('organization_id')} in (select organization_id from organization_ancestors where ${dialect.among(sql.ref('ancestor_id'), args.scope)})`,
      ...wanted.flatMap((name) => each[name]()),
    ]
  }

  const shapes = new Map<
    string,
    { readonly page: Prepared<Arguments, Row>; readonly total: Prepared<Arguments, Row> }
  >()
  function statements(query: UserLookup, length: SearchLength) {
    const wanted = conditionNames.filter((name) => query[name] !== undefined)
    const key = [query.sort, query.direction, query.active, length, ...wanted].join()
    const known = shapes.get(key)
    if (known) return known
    const turn = sql.raw(query.direction === 'ascending' ? 'asc' : 'desc')
    const where = (args: Arguments) =>
      sql`from users where ${sql.join(conditions(args, query, wanted, length), sql` and `)}`
    const order = sql`order by ${sql.join([...new Set([sortColumn[query.sort], 'id'])].map((name) => sql`${column(name)} ${turn}`))}`
    // What an offset leaves out is counted off in an index; people themselves are looked up for the
    // one page.
    const keys = (args: Arguments) =>
      sql`select users.organization_id, users.id ${where(args)} ${order} limit ${args.limit} offset ${args.offset}`
    const made = {
      page: prepare((args: Arguments) =>
        sql<Row>`select ${sql.join(userColumns.map(column))} from (${keys(args)}) as page join users on users.organization_id = page.organization_id and users.id = page.id ${order}`.compile(
          db,
        ),
      ),
      total: prepare((args: Arguments) =>
        sql<Row>`select count(*) as n ${where(args)}`.compile(db),
      ),
    }
    shapes.set(key, made)
    return made
  }

  return async (
    trx: Unit,
    query: UserLookup,
  ): Promise<{ readonly items: readonly User[]; readonly total: number }> => {
    const {
      withinOrganizationIds,
      ids,
      foldedUserName,
      externalId,
      email = '',
      groupIds,
      updatedFromAt,
      updatedBeforeAt,
      offset,
      limit,
    } = query
    const searched = foldForSearch(email)
    const length = searchLength(searched)
    const { page, total } = statements(query, length)
    const args: Arguments = {
      scope: dialect.list(withinOrganizationIds),
      ids: dialect.list(ids ?? []),
      foldedUserName,
      sortedUserName: foldForSearch(foldedUserName ?? ''),
      externalId,
      email: searched,
      emailArgument: email === '' ? '' : dialect.search.argument(searched, length),
      emailMember: `"value":${JSON.stringify(email)}`,
      groupIds: dialect.list(groupIds ?? []),
      updatedFromAt,
      updatedBeforeAt,
      offset,
      limit,
    }
    const [counted, found] = await Promise.all([
      total(trx, args),
      limit === 0 ? { rows: [] } : page(trx, args),
    ])
    return { items: found.rows.map(userOf), total: Number(counted.rows[0]?.n) }
  }
}
