import { foldForSearch, type CatalogueItem, type CatalogueStore } from '@rosterkit/core/ports'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { changed, prepare } from './prepared.js'
import type { CatalogueTable, CatalogueTableName, Database } from './schema.js'
import type { Unit } from './unit.js'

type Row = Selectable<CatalogueTable>

interface SearchArguments {
  readonly ids: unknown
  readonly search: string
  readonly afterName: string
  readonly afterId: string
  readonly limit: number
}

interface LookupArguments {
  readonly scope: unknown
  readonly ids: unknown
  readonly foldedName: string
  readonly offset: number
  readonly limit: number
}

/** One kind of named things of organizations, in SQL. */
export function sqlCatalogueStore<T extends CatalogueItem>(
  db: Kysely<Database>,
  dialect: SqlDialect,
  name: CatalogueTableName,
): (trx: Unit) => CatalogueStore<T> {
  // Both tables have one shape; naming one of them keeps the queries' types simple.
  const table = name as 'groups'
  const byId = prepare(({ id }: { id: string }) =>
    db.selectFrom(table).selectAll().where('id', '=', id).compile(),
  )
  const byIds = prepare(({ ids }: { ids: unknown }) =>
    db
      .selectFrom(table)
      .selectAll()
      .where(dialect.among(sql.ref('id'), ids))
      .compile(),
  )
  const insert = prepare((row: Row) =>
    db
      .insertInto(table)
      .values({
        organization_id: row.organization_id,
        id: row.id,
        version: row.version,
        name: row.name,
        name_folded: row.name_folded,
        item: row.item,
      })
      .onConflict((conflict) => conflict.columns(['organization_id', 'name_folded']).doNothing())
      .compile(),
  )
  const update = prepare((row: Row & { expectedVersion: number }) =>
    db
      .updateTable(table)
      .set({
        organization_id: row.organization_id,
        version: row.version,
        name: row.name,
        name_folded: row.name_folded,
        item: row.item,
      })
      .where('id', '=', row.id)
      .where('version', '=', row.expectedVersion)
      .where((where) =>
        where.not(
          where.exists(
            db
              .selectFrom(`${table} as other`)
              .select('other.id')
              .where('other.organization_id', '=', row.organization_id)
              .where('other.name_folded', '=', row.name_folded)
              .where('other.id', '<>', row.id),
          ),
        ),
      )
      .compile(),
  )
  const remove = prepare(({ id }: { id: string }) =>
    db.deleteFrom(table).where('id', '=', id).compile(),
  )
  const searching = (below: boolean, searched: boolean, continued: boolean) =>
    prepare(({ ids, search, afterName, afterId, limit }: SearchArguments) => {
      const organizationId = sql.ref('organization_id')
      const within = below
        ? sql<boolean>`${organizationId} in (select organization_id from organization_ancestors where ${dialect.among(sql.ref('ancestor_id'), ids)})`
        : dialect.among(organizationId, ids)
      let query = db
        .selectFrom(table)
        .selectAll()
        .where(within)
        .orderBy('name_folded')
        .orderBy('id')
        .limit(limit)
      if (searched) query = query.where(dialect.contains(sql.ref('name_folded'), search))
      if (continued)
        query = query.where(sql<boolean>`(name_folded, id) > (${afterName}, ${afterId})`)
      return query.compile()
    })
  const looking = (among: boolean, named: boolean) => {
    const matching = ({ scope, ids, foldedName }: LookupArguments) => {
      let query = db
        .selectFrom(table)
        .where(
          sql<boolean>`organization_id in (select organization_id from organization_ancestors where ${dialect.among(sql.ref('ancestor_id'), scope)})`,
        )
      if (among) query = query.where(dialect.among(sql.ref('id'), ids))
      if (named) query = query.where('name_folded', '=', foldedName)
      return query
    }
    return {
      page: prepare((args: LookupArguments) =>
        matching(args)
          .selectAll()
          .orderBy('name_folded')
          .orderBy('id')
          .limit(args.limit)
          .offset(args.offset)
          .compile(),
      ),
      total: prepare((args: LookupArguments) =>
        matching(args)
          .select(sql<number>`count(*)`.as('n'))
          .compile(),
      ),
    }
  }
  const lookups = new Map<string, ReturnType<typeof looking>>()
  const searches = new Map<string, ReturnType<typeof searching>>()

  return (trx) => ({
    async find(id) {
      const { rows } = await byId(trx, { id })
      return rows[0] ? itemOf<T>(rows[0]) : null
    },

    async findMany(ids) {
      if (ids.length === 0) return []
      return (await byIds(trx, { ids: dialect.list(ids) })).rows.map((row) => itemOf<T>(row))
    },

    async insert(item) {
      return changed(await insert(trx, rowOf(item))) ? 'inserted' : 'exists'
    },

    async update(item, expectedVersion) {
      if (changed(await update(trx, { ...rowOf(item), expectedVersion }))) return 'updated'
      const found = (await byId(trx, { id: item.id })).rows[0]
      return found?.version === expectedVersion ? 'exists' : 'stale'
    },

    async remove(id) {
      return changed(await remove(trx, { id }))
    },

    async lookup({ withinOrganizationIds, ids, foldedName, offset, limit }) {
      const shape = [ids !== undefined, foldedName !== undefined] as const
      const found = lookups.get(shape.join()) ?? looking(...shape)
      lookups.set(shape.join(), found)
      const args = {
        scope: dialect.list(withinOrganizationIds),
        ids: dialect.list(ids ?? []),
        foldedName: foldedName ?? '',
        offset,
        limit,
      }
      const [page, total] = await Promise.all([found.page(trx, args), found.total(trx, args)])
      return { items: page.rows.map((row) => itemOf<T>(row)), total: Number(total.rows[0]?.n) }
    },

    async search({ organizationIds, below, search, after, limit }) {
      const shape = [below, search !== undefined, after !== null] as const
      const page = searches.get(shape.join()) ?? searching(...shape)
      searches.set(shape.join(), page)
      const { rows } = await page(trx, {
        ids: dialect.list(organizationIds),
        search: search ?? '',
        afterName: after?.value ?? '',
        afterId: after?.id ?? '',
        limit: limit + 1,
      })
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return {
        items: rows.slice(0, limit).map((row) => itemOf<T>(row)),
        next: last ? { value: last.name_folded, id: last.id } : null,
      }
    },
  })
}

function rowOf({ organizationId, id, version, name, ...rest }: CatalogueItem): Row {
  return {
    organization_id: organizationId,
    id,
    version,
    name,
    name_folded: foldForSearch(name),
    item: JSON.stringify(rest),
  }
}

function itemOf<T extends CatalogueItem>({
  organization_id: organizationId,
  id,
  version,
  name,
  item,
}: Row): T {
  return { ...(JSON.parse(item) as object), organizationId, id, version, name } as T
}
