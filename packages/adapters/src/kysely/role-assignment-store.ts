import type { RoleAssignment, RoleAssignmentStore } from '@rosterkit/core/ports'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { changed, prepare, prepareByIds } from './prepared.js'
import type { Database, RoleAssignmentTable } from './schema.js'
import type { Unit } from './unit.js'

/** A role assignment as somebody sets it. */
export type RoleAssignmentRow = Omit<Selectable<RoleAssignmentTable>, 'ordinal'>

/** The columns that somebody sets. */
export const roleAssignmentColumns = [
  'user_organization_id',
  'user_id',
  'id',
  'role_id',
  'organization_id',
  'valid_from_at',
  'valid_until_at',
] as const

/** Role assignments in SQL. */
export function sqlRoleAssignmentStore(
  db: Kysely<Database>,
  dialect: SqlDialect,
): (trx: Unit) => RoleAssignmentStore {
  const ofUsers = sqlRolesOfUsers(db, dialect)
  const atOrganizations = prepare(({ ids, roleId }: { ids: unknown; roleId: string }) =>
    db
      .selectFrom('role_assignments')
      .select(roleAssignmentColumns)
      .where(dialect.among(sql.ref('organization_id'), ids))
      .where('role_id', '=', roleId)
      .orderBy('ordinal')
      .compile(),
  )
  const insert = prepare((row: RoleAssignmentRow) =>
    db
      .insertInto('role_assignments')
      .values(
        Object.fromEntries(
          roleAssignmentColumns.map((column) => [column, row[column]]),
        ) as RoleAssignmentRow,
      )
      .onConflict((conflict) =>
        conflict
          .columns(['user_organization_id', 'user_id', 'role_id', 'organization_id'])
          .doNothing(),
      )
      .compile(),
  )
  const update = prepare(
    ({
      userId,
      id,
      validFromAt,
      validUntilAt,
    }: Pick<RoleAssignment, 'userId' | 'id' | 'validFromAt' | 'validUntilAt'>) =>
      db
        .updateTable('role_assignments')
        .set({ valid_from_at: validFromAt, valid_until_at: validUntilAt })
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .compile(),
  )
  const remove = prepare(({ userId, id }: { userId: string; id: string }) =>
    db.deleteFrom('role_assignments').where('user_id', '=', userId).where('id', '=', id).compile(),
  )
  /**
   * Puts the person's first role where lists sort by it. Where validity plays a part, the next list
   * that sorts by role has to look again, because nobody says here what time it is.
   */
  const refreshFirstRole = prepare(({ userId }: { userId: string }) =>
    sql`
      update users
      set role = (select min(role_id) from role_assignments where user_id = users.id),
          role_from_at = null,
          role_ends_at = null,
          role_until_at = (select max('') from role_assignments where user_id = users.id and (valid_from_at is not null or valid_until_at is not null))
      where id = ${userId}`.compile(db),
  )

  return (trx) => ({
    async ofUsers(userIds) {
      if (userIds.length === 0) return []
      return (await ofUsers(trx, userIds)).rows.map(roleAssignmentOf)
    },

    async atOrganizations(organizationIds, roleId) {
      if (organizationIds.length === 0) return []
      return (await atOrganizations(trx, { ids: dialect.list(organizationIds), roleId })).rows.map(
        roleAssignmentOf,
      )
    },

    async insert(assignment) {
      if (!changed(await insert(trx, rowOfRoleAssignment(assignment)))) return 'exists'
      await refreshFirstRole(trx, assignment)
      return 'inserted'
    },

    async update(assignment) {
      if (!changed(await update(trx, assignment))) return false
      await refreshFirstRole(trx, assignment)
      return true
    },

    async remove(userId, assignmentId) {
      if (!changed(await remove(trx, { userId, id: assignmentId }))) return false
      await refreshFirstRole(trx, { userId })
      return true
    },
  })
}

/** The query for the role assignments of people, oldest first. */
export function sqlRolesOfUsers(db: Kysely<Database>, dialect: SqlDialect) {
  return prepareByIds(dialect, (among) =>
    db
      .selectFrom('role_assignments')
      .select(roleAssignmentColumns)
      .where(among(sql.ref('user_id')))
      .orderBy('ordinal')
      .compile(),
  )
}

/** The row of a role assignment. */
export function rowOfRoleAssignment({
  id,
  userId,
  userOrganizationId,
  roleId,
  organizationId,
  validFromAt,
  validUntilAt,
}: RoleAssignment): RoleAssignmentRow {
  return {
    user_organization_id: userOrganizationId,
    user_id: userId,
    id,
    role_id: roleId,
    organization_id: organizationId,
    valid_from_at: validFromAt,
    valid_until_at: validUntilAt,
  }
}

/** The role assignment in a row. */
export function roleAssignmentOf(row: RoleAssignmentRow): RoleAssignment {
  return {
    id: row.id,
    userId: row.user_id,
    userOrganizationId: row.user_organization_id,
    roleId: row.role_id,
    organizationId: row.organization_id,
    validFromAt: row.valid_from_at,
    validUntilAt: row.valid_until_at,
  }
}
