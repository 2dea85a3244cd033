import type { Resource } from './attributes.js'
import {
  createGroup,
  deleteGroup,
  getGroup,
  listGroups,
  patchGroup,
  replaceGroup,
} from './groups.js'
import { projectionAsked } from './list-query.js'
import type { ScimAnswer, ScimRequest } from './request.js'
import { httpRefusal } from './scim-refusal.js'
import { groupKind, userKind } from './schemas.js'
import { createUser, deleteUser, getUser, listUsers, patchUser, replaceUser } from './users.js'

/** What one request asks of a resource, whether it came by itself or in a bulk request. */
export interface Asked {
  readonly method: string
  /** Below the base path: `/Users/{id}`. */
  readonly path: string
  readonly query: Resource
  /** Undefined where there is none. */
  readonly body: Resource | undefined
  readonly ifMatch: string | null
  readonly ifNoneMatch: string | null
}

type Door = (
  request: ScimRequest,
  asked: Asked & { readonly body: Resource },
  id: string,
) => Promise<ScimAnswer>

const onUsers: Readonly<Record<string, Door>> = {
  GET: (request, { query }) => listUsers(request, query),
  POST: (request, { body, query }) => createUser(request, body, projectionAsked(userKind, query)),
}

const onUser: Readonly<Record<string, Door>> = {
  GET: (request, { query, ifNoneMatch }, id) =>
    getUser(request, id, projectionAsked(userKind, query), ifNoneMatch),
  PUT: (request, { body, query, ifMatch }, id) =>
    replaceUser(request, id, body, projectionAsked(userKind, query), ifMatch),
  PATCH: (request, { body, query, ifMatch }, id) =>
    patchUser(request, id, body, projectionAsked(userKind, query), ifMatch),
  DELETE: (request, { ifMatch }, id) => deleteUser(request, id, ifMatch),
}

const onGroups: Readonly<Record<string, Door>> = {
  GET: (request, { query }) => listGroups(request, query),
  POST: (request, { body, query }) => createGroup(request, body, projectionAsked(groupKind, query)),
}

const onGroup: Readonly<Record<string, Door>> = {
  GET: (request, { query }, id) => getGroup(request, id, projectionAsked(groupKind, query)),
  PUT: (request, { body, query }, id) =>
    replaceGroup(request, id, body, projectionAsked(groupKind, query)),
  PATCH: (request, { body, query }, id) =>
    patchGroup(request, id, body, projectionAsked(groupKind, query)),
  DELETE: (request, _, id) => deleteGroup(request, id),
}

/** Every door, with the methods that it answers. */
const doors: readonly (readonly [RegExp, Readonly<Record<string, Door>>])[] = [
  [/^\/Users$/, onUsers],
  [/^\/Users\/\.search$/, { POST: (request, { body }) => listUsers(request, body) }],
  [/^\/Users\/([^/.]+)$/, onUser],
  [/^\/Groups$/, onGroups],
  [/^\/Groups\/\.search$/, { POST: (request, { body }) => listGroups(request, body) }],
  [/^\/Groups\/([^/.]+)$/, onGroup],
]

/** Answers what is asked of a resource; throws a refusal. */
export function answer(request: ScimRequest, asked: Asked): Promise<ScimAnswer> {
  for (const [form, methods] of doors) {
    const match = form.exec(asked.path)
    if (!match) continue
    const door = Object.hasOwn(methods, asked.method) ? methods[asked.method] : undefined
    if (!door) throw httpRefusal('method_not_allowed', { allow: Object.keys(methods).join(', ') })
    return door(request, { ...asked, body: asked.body ?? {} }, match[1] ?? '')
  }
  throw httpRefusal('no_such_route')
}
