import type { RoleAssignment, RoleAssignmentStore } from '@rosterkit/core/ports'
import type { MemoryTables } from './memory-tables.js'

/** Role assignments in memory. */
export function memoryRoleAssignmentStore(tables: MemoryTables): RoleAssignmentStore {
  const {
    users,
    organizations,
    roleAssignments,
    roleAssignmentsByUser,
    roleAssignmentIdsByOrganization,
  } = tables

  const ofUser = (userId: string) => roleAssignmentsByUser.get(userId) ?? []
  const oldestFirst = (ids: Iterable<string>) =>
    [...ids]
      .map((id) => roleAssignments.get(id)!)
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ assignment }) => assignment)

  return {
    async ofUsers(userIds) {
      if (userIds.length === 1) return ofUser(userIds[0]!)
      return oldestFirst([...new Set(userIds)].flatMap(ofUser).map(({ id }) => id))
    },

    async atOrganizations(organizationIds, roleId) {
      const there = [...new Set(organizationIds)].flatMap((id) => [
        ...(roleAssignmentIdsByOrganization.get(id) ?? []),
      ])
      return oldestFirst(there).filter((assignment) => assignment.roleId === roleId)
    },

    async insert(assignment) {
      const { id, userId, organizationId } = assignment
      if (
        ofUser(userId).some(
          (other) => other.roleId === assignment.roleId && other.organizationId === organizationId,
        )
      )
        return 'exists'
      if (!users.has(userId)) throw new Error(`There is no person ${userId} to give a role to.`)
      if (!organizations.has(organizationId))
        throw new Error(`There is no organization ${organizationId} to give a role at.`)
      if (roleAssignments.has(id)) throw new Error(`The role assignment ${id} exists already.`)
      const kept = Object.freeze({ ...assignment })
      tables.set(roleAssignments, id, { assignment: kept, ordinal: tables.nextOrdinal++ })
      tables.set(roleAssignmentsByUser, userId, [...ofUser(userId), kept])
      const there = roleAssignmentIdsByOrganization.get(organizationId)
      if (there) tables.add(there, id)
      else tables.set(roleAssignmentIdsByOrganization, organizationId, new Set([id]))
      return 'inserted'
    },

    async update({ id, userId, validFromAt, validUntilAt }) {
      const found = ofUser(userId).find((assignment) => assignment.id === id)
      if (!found) return false
      replaceRoleAssignment(tables, { ...found, validFromAt, validUntilAt })
      return true
    },

    async remove(userId, assignmentId) {
      const found = ofUser(userId).find(({ id }) => id === assignmentId)
      if (!found) return false
      removeRoleAssignment(tables, found)
      return true
    },
  }
}

/** Puts another state of an assignment in its place; person, role and organization stay. */
export function replaceRoleAssignment(tables: MemoryTables, next: RoleAssignment): void {
  const kept = Object.freeze({ ...next })
  const held = tables.roleAssignmentsByUser.get(next.userId) ?? []
  tables.set(tables.roleAssignments, next.id, {
    assignment: kept,
    ordinal: tables.roleAssignments.get(next.id)!.ordinal,
  })
  tables.set(
    tables.roleAssignmentsByUser,
    next.userId,
    held.map((assignment) => (assignment.id === next.id ? kept : assignment)),
  )
}

/** Takes an assignment out of every table. */
export function removeRoleAssignment(
  tables: MemoryTables,
  { id, userId, organizationId }: RoleAssignment,
): void {
  const rest = (tables.roleAssignmentsByUser.get(userId) ?? []).filter(
    (assignment) => assignment.id !== id,
  )
  tables.delete(tables.roleAssignments, id)
  if (rest.length > 0) tables.set(tables.roleAssignmentsByUser, userId, rest)
  else tables.delete(tables.roleAssignmentsByUser, userId)
  tables.take(tables.roleAssignmentIdsByOrganization.get(organizationId)!, id)
}
