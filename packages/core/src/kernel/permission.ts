/**
 * Everything that a role can allow. A role is a name and a list of these; an assignment of a role
 * at an organization allows them there and everywhere below.
 */
export const permissions = {
  'user:read': 'See people, their status and their roles',
  'user:create': 'Add people',
  'user:update': 'Change people’s details',
  'user:lock': 'Lock people out and unlock them',
  'user:deactivate': 'Deactivate and reactivate people',
  'user:delete': 'Delete, restore and purge people',
  'user:move': 'Move people to another organization',
  'role:read': 'See which roles there are',
  'role:assign': 'Give roles to people and take them away',
  'persona:read': 'See people’s personas',
  'persona:assign': 'Give personas to people, change them and take them away',
  'authenticator:read': 'See people’s authenticators',
  'authenticator:lock': 'Lock and unlock authenticators',
  'authenticator:delete': 'Delete authenticators',
  'authenticator:reset': 'Reset authenticators, so that people register anew',
  'authenticator:enrol':
    'Enrol authenticators for people, and give out enrolment links and reset codes',
  'password:reset': 'Reset, remove and expire people’s passwords',
  'session:read': 'See where people are signed in',
  'session:end': 'End people’s sessions',
  'group:read': 'See groups and who is in them',
  'group:assign': 'Put people into groups and take them out',
  'group:manage': 'Add groups',
  'application:read': 'See applications and who may use them',
  'application:assign': 'Assign applications to people',
  'application:manage': 'Add applications',
  'mfa:require': 'Require a second factor',
  'organization:read': 'See organizations',
  'organization:create': 'Add organizations',
  'organization:update': 'Rename organizations and hand them to an identity provider',
  'organization:lock': 'Lock organizations out and unlock them',
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
