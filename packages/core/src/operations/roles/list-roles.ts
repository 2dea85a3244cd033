import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { roleViewSchema } from '../../domain/roles/role-view.js'

/** Lists the roles of this roster, the built-in ones first (docs/features.md, row 10). */
export const listRoles = {
  name: 'roles.list',
  kind: 'query',
  summary: 'Lists the roles of this roster, the built-in ones first.',
  permission: 'role:read',
  subject: 'scope',
  input: z.strictObject({}),
  output: z.object({ items: z.array(roleViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/roles' },
  example: {},
} as const satisfies Operation

export const listRolesHandler: Handler<typeof listRoles> = async ({ roles }) =>
  ok({
    items: [...roles.values()].map((role) => ({ ...role, permissions: [...role.permissions] })),
  })
