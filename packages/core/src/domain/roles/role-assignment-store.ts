import type { RoleAssignment } from './role-assignment.js'

/** Keeps which roles users hold, and where. */
export interface RoleAssignmentStore {
  /**
   * All assignments of these users, whatever their validity, oldest first. One query however many
   * users.
   */
  ofUsers(userIds: readonly string[]): Promise<readonly RoleAssignment[]>
  /**
   * All assignments of a role at any of these organizations themselves, not below them, whatever
   * their validity, oldest first.
   */
  atOrganizations(
    organizationIds: readonly string[],
    roleId: string,
  ): Promise<readonly RoleAssignment[]>
  /** Adds an assignment. `exists` when the user already has this role at this organization. */
  insert(assignment: RoleAssignment): Promise<'inserted' | 'exists'>
  /** Replaces the validity of an assignment; false when it is not there. */
  update(assignment: RoleAssignment): Promise<boolean>
  /** Takes an assignment away; false when it was not there. */
  remove(userId: string, assignmentId: string): Promise<boolean>
}
