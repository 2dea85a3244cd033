/**
 * Everything that a role can allow. A role is a name and a list of these; an assignment of a role
 * at an organization allows them there and everywhere below.
 */
export const permissions = {
  'user:read': 'See users, their status and their roles',
  'user:create': 'Add users',
  'user:update': 'Change users’ details',
  'user:lock': 'Lock and unlock users',
  'user:deactivate': 'Deactivate and reactivate users',
  'user:delete': 'Delete, restore and permanently delete users',
  'user:move': 'Move users to another organization',
  'role:read': 'See roles',
  'role:assign': 'Assign and remove roles',
  'persona:read': 'See users’ personas',
  'persona:assign': 'Assign, change and remove personas',
  'authenticator:read': 'See users’ authenticators',
  'authenticator:lock': 'Lock and unlock authenticators',
  'authenticator:delete': 'Delete authenticators',
  'authenticator:reset': 'Reset authenticators, so that users register again',
  'authenticator:enrol':
    'Enroll authenticators for users, and create enrollment links and reset codes',
  'password:reset': 'Reset, remove and expire users’ passwords',
  'session:read': 'See users’ sessions',
  'session:end': 'End users’ sessions',
  'group:read': 'See groups and their members',
  'group:assign': 'Assign users to groups and remove them',
  'group:manage': 'Add groups',
  'application:read': 'See applications and their users',
  'application:assign': 'Assign applications to users',
  'application:manage': 'Add applications',
  'mfa:require': 'Require MFA',
  'organization:read': 'See organizations',
  'organization:create': 'Add organizations',
  'organization:update': 'Rename organizations and hand them over to an identity provider',
  'organization:lock': 'Lock and unlock organizations',
  'organization:move': 'Move organizations in the tree',
  'audit:read': 'See who did what',
} as const

/** The name of one thing that a role can allow, such as `user:lock`. */
export type Permission = keyof typeof permissions

/** Every permission of the catalog. */
export const allPermissions = Object.keys(permissions) as Permission[]

/** Whether the permission lets its holder look but not change anything. */
export function readsOnly(permission: Permission): boolean {
  return permission.endsWith(':read')
}
