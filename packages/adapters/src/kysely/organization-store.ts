import {
  compareText,
  foldForSearch,
  type Organization,
  type OrganizationStore,
} from '@rosterkit/core/ports'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { changed, prepare, prepareByIds } from './prepared.js'
import type { Database, OrganizationTable } from './schema.js'
import type { Unit } from './unit.js'

type Row = Selectable<OrganizationTable>

/**
 * The tree of organizations in SQL: each one's parent, and a closure table of who stands above
 * whom.
 */
export function sqlOrganizationStore(
  db: Kysely<Database>,
  dialect: SqlDialect,
): (trx: Unit) => OrganizationStore {
  const byId = prepare(({ id }: { id: string }) =>
    db.selectFrom('organizations').selectAll().where('id', '=', id).compile(),
  )
  const roots = prepare(() =>
    db.selectFrom('organizations').selectAll().where('parent_id', 'is', null).compile(),
  )
  const lineages = prepareByIds(dialect, (among) =>
    db
      .selectFrom('organization_ancestors')
      .innerJoin('organizations', 'organizations.id', 'organization_ancestors.ancestor_id')
      .selectAll('organizations')
      .select('organization_ancestors.organization_id as of_id')
      .where(among(sql.ref('organization_ancestors.organization_id')))
      .orderBy('organization_ancestors.distance', 'desc')
      .compile(),
  )
  const below = prepare(({ ids }: { ids: unknown }) =>
    db
      .selectFrom('organizations')
      .selectAll()
      .where(
        'id',
        'in',
        db
          .selectFrom('organization_ancestors')
          .select('organization_id')
          .where(dialect.among(sql.ref('ancestor_id'), ids)),
      )
      .compile(),
  )
  const insert = prepare((row: Row) =>
    db
      .insertInto('organizations')
      .values({
        id: row.id,
        version: row.version,
        parent_id: row.parent_id,
        name: row.name,
        depth: row.depth,
        sso_provider: row.sso_provider,
        sso_role_mapping: row.sso_role_mapping,
        locks: row.locks,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .compile(),
  )
  const hangAlone = prepare(({ id }: { id: string }) =>
    db
      .insertInto('organization_ancestors')
      .values({ organization_id: id, ancestor_id: id, distance: 0 })
      .compile(),
  )
  const hold = prepare(({ ids }: { ids: unknown }) =>
    db
      .selectFrom('organizations')
      .select('id')
      .where(dialect.among(sql.ref('id'), ids))
      .orderBy('id')
      .forNoKeyUpdate()
      .compile(),
  )
  /** Stands below everything that its new parent stands below, with all that hangs on it. */
  const hang = prepare(({ id, parentId }: { id: string; parentId: string }) =>
    db
      .insertInto('organization_ancestors')
      .columns(['organization_id', 'ancestor_id', 'distance'])
      .expression(
        db
          .selectFrom('organization_ancestors as own')
          .innerJoin('organization_ancestors as above', (join) => join.onTrue())
          .select([
            'own.organization_id',
            'above.ancestor_id',
            sql<number>`own.distance + above.distance + 1`.as('distance'),
          ])
          .where('own.ancestor_id', '=', id)
          .where('above.organization_id', '=', parentId),
      )
      .compile(),
  )
  const unhang = prepare(({ id }: { id: string }) =>
    sql`
      delete from organization_ancestors
      where organization_id in (select organization_id from organization_ancestors where ancestor_id = ${id})
        and ancestor_id in (select ancestor_id from organization_ancestors where organization_id = ${id} and distance > 0)`.compile(
      db,
    ),
  )
  const replace = prepare((args: Omit<Row, 'parent_id' | 'depth'> & { expectedVersion: number }) =>
    db
      .updateTable('organizations')
      .set({
        version: args.version,
        name: args.name,
        sso_provider: args.sso_provider,
        sso_role_mapping: args.sso_role_mapping,
        locks: args.locks,
      })
      .where('id', '=', args.id)
      .where('version', '=', args.expectedVersion)
      .compile(),
  )
  const setParent = prepare(({ id, parentId }: { id: string; parentId: string }) =>
    db.updateTable('organizations').set({ parent_id: parentId }).where('id', '=', id).compile(),
  )
  const deepen = prepare(({ id, by }: { id: string; by: number }) =>
    db
      .updateTable('organizations')
      .set({ depth: sql<number>`depth + ${by}` })
      .where(
        'id',
        'in',
        db
          .selectFrom('organization_ancestors')
          .select('organization_id')
          .where('ancestor_id', '=', id),
      )
      .compile(),
  )

  return (trx) => ({
    async find(id) {
      const { rows } = await byId(trx, { id })
      return rows[0] ? organizationOf(rows[0]) : null
    },

    async lineages(ids) {
      return ids.length === 0
        ? new Map()
        : lineagesIn((await lineages(trx, [...new Set(ids)])).rows)
    },

    async below(rootIds) {
      if (rootIds.length === 0) return []
      return inTreeOrder(
        (await below(trx, { ids: dialect.list(rootIds) })).rows.map(organizationOf),
      )
    },

    async insert(organization) {
      const { id, parentId } = organization
      if ((await byId(trx, { id })).rows.length > 0) return 'exists'
      if (parentId !== null && (await byId(trx, { id: parentId })).rows.length === 0)
        return 'no_parent'
      if (!changed(await insert(trx, rowOf(organization)))) return 'exists'
      await hangAlone(trx, { id })
      if (parentId !== null) await hang(trx, { id, parentId })
      return 'inserted'
    },

    async update(organization, expectedVersion) {
      const { parent_id: _, depth: __, ...row } = rowOf(organization)
      return changed(await replace(trx, { ...row, expectedVersion })) ? 'updated' : 'stale'
    },

    async move(id, parentId) {
      const [organization] = (await byId(trx, { id })).rows
      if (!organization) throw new Error(`There is no organization ${id} to move.`)
      const parents = (await lineages(trx, [parentId])).rows
      const parent = parents.at(-1)
      if (!parent) return 'no_parent'
      if (parents.some((above) => above.id === id)) return 'cycle'
      await unhang(trx, { id })
      await hang(trx, { id, parentId })
      await setParent(trx, { id, parentId })
      await deepen(trx, { id, by: parent.depth + 1 - organization.depth })
      return 'moved'
    },

    async hold(ids) {
      if (!dialect.locksRows || ids.length === 0) return
      await hold(trx, { ids: dialect.list(ids) })
    },

    async roots() {
      return inTreeOrder((await roots(trx, {})).rows.map(organizationOf))
    },
  })
}

/** The lineages in rows of one organization above another, the farthest first. */
export function lineagesIn(
  rows: readonly (Row & { readonly of_id: string })[],
): Map<string, Organization[]> {
  const found = new Map<string, Organization[]>()
  const known = new Map<string, Organization>()
  for (const row of rows) {
    const organization = known.get(row.id) ?? organizationOf(row)
    known.set(row.id, organization)
    const lineage = found.get(row.of_id)
    if (lineage) lineage.push(organization)
    else found.set(row.of_id, [organization])
  }
  return found
}

function rowOf({
  id,
  version,
  parentId,
  name,
  depth,
  ssoProvider,
  ssoRoleMapping,
  locks,
}: Organization): Row {
  return {
    id,
    version,
    parent_id: parentId,
    name,
    depth,
    sso_provider: ssoProvider,
    sso_role_mapping: JSON.stringify(ssoRoleMapping),
    locks: JSON.stringify(locks),
  }
}

function organizationOf(row: Row): Organization {
  return {
    id: row.id,
    version: row.version,
    parentId: row.parent_id,
    name: row.name,
    depth: row.depth,
    ssoProvider: row.sso_provider,
    ssoRoleMapping: JSON.parse(row.sso_role_mapping) as Organization['ssoRoleMapping'],
    locks: JSON.parse(row.locks) as Organization['locks'],
  }
}

/** Parents before children, siblings by name. */
function inTreeOrder(organizations: readonly Organization[]): Organization[] {
  const known = new Set(organizations.map(({ id }) => id))
  const keyed = organizations.map((organization) => ({
    organization,
    key: foldForSearch(organization.name),
  }))
  keyed.sort(
    (a, b) => compareText(a.key, b.key) || compareText(a.organization.id, b.organization.id),
  )
  const children = Map.groupBy(
    keyed.map(({ organization }) => organization),
    ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null),
  )
  const withAllBelow = (organization: Organization): Organization[] => [
    organization,
    ...(children.get(organization.id) ?? []).flatMap(withAllBelow),
  ]
  return (children.get(null) ?? []).flatMap(withAllBelow)
}
