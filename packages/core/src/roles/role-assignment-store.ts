import type { RoleAssignment } from './role-assignment.js'

/** Keeps which roles people hold, and where. */
export interface RoleAssignmentStore {
  /** All assignments of these people, whatever their validity, oldest first. One query however many people. */
  ofUsers(userIds: readonly string[]): Promise<readonly RoleAssignment[]>
  /** Adds an assignment. `exists` when the person already has this role at this organization. */
  insert(assignment: RoleAssignment): Promise<'inserted' | 'exists'>
  /** Takes an assignment away; false when it was not there. */
  remove(userId: string, assignmentId: string): Promise<boolean>
}
