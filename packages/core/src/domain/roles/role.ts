import { allPermissions, readsOnly, type Permission } from '../../kernel/permission.js'

/** A role: a name for a list of permissions. An assignment says where it applies. */
export interface Role {
  /** Stable, chosen by the host: `administrator`. */
  readonly id: string
  readonly name: string
  readonly description: string
  readonly permissions: readonly Permission[]
}

/** The roles that every roster has (docs/features.md, row 10). The host adds its own. */
export const builtInRoles = [
  {
    id: 'administrator',
    name: 'Administrator',
    description: 'Manages people and their access, here and below.',
    permissions: allPermissions,
  },
  {
    id: 'support',
    name: 'Support',
    description:
      'Sees everybody, locks and unlocks them, resets passwords and authenticators and ends sessions. Cannot add or change people.',
    permissions: [
      ...allPermissions.filter(readsOnly),
      'user:lock',
      'authenticator:lock',
      'authenticator:reset',
      'authenticator:enrol',
      'password:reset',
      'session:end',
    ],
  },
  {
    id: 'viewer',
    name: 'Viewer',
    description: 'Sees everybody, changes nothing.',
    permissions: allPermissions.filter(readsOnly),
  },
] as const satisfies readonly Role[]

/** The role that keeps an organization manageable: the last effective holder is protected. */
export const administratorRoleId = 'administrator'

/** The roles of a roster by id. */
export type RoleCatalogue = ReadonlyMap<string, Role>

/** The built-in roles and the host's own. Throws when a host's role takes an id that exists. */
export function roleCatalogue(own: readonly Role[] = []): RoleCatalogue {
  const roles = new Map<string, Role>()
  for (const role of [...builtInRoles, ...own]) {
    if (roles.has(role.id))
      throw new Error(`Two roles have the id “${role.id}”. Give the host's own role another id.`)
    roles.set(role.id, role)
  }
  return roles
}
