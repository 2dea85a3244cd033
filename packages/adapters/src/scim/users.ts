import { editableFields, type LookedUpUser } from '@rosterkit/core'
import {
  booleanOf,
  isPassedOver,
  attributeNamed,
  writableOf,
  type Projection,
  type Resource,
} from './attributes.js'
import { invalidFilter, type Condition } from './filter.js'
import { listAnswer, listQueryOf } from './list-query.js'
import { patched } from './patch.js'
import { ask, isId, together, type Run, type ScimAnswer, type ScimRequest } from './request.js'
import { notFound, ScimRefusal } from './scim-refusal.js'
import { userKind } from './schemas.js'
import { fieldsOf, isActive, rolesAt, tagOf, userResource, writableUser } from './user-resource.js'

/** What is noted with people whom an identity provider deactivates, reactivates or deletes. */
const reasons = {
  deactivate: 'Deactivated by the identity provider (SCIM).',
  reactivate: 'Reactivated by the identity provider (SCIM).',
  delete: 'Deleted by the identity provider (SCIM).',
} as const

interface Found {
  readonly items: readonly LookedUpUser[]
  readonly total: number
}

/** A list of people, by filter, in order, a stretch at a time. */
export async function listUsers(request: ScimRequest, asked: Resource): Promise<ScimAnswer> {
  const { conditions, sortBy, direction, startIndex, count, projection } = listQueryOf(
    userKind,
    asked,
    request.limits,
  )
  const { emailType, ...query } = lookupOf(conditions)
  const look = (offset: number, limit: number) =>
    ask<Found>(request, 'users.lookup', {
      ...query,
      sort: sortOf(sortBy),
      direction,
      offset,
      limit,
    })
  const shownOf = (users: readonly LookedUpUser[]) =>
    users.map((user) => userResource(user, request))
  if (emailType === undefined) {
    const { items, total } = await look(startIndex - 1, count)
    return listAnswer(
      shownOf(items).map((one) => projection.of(one)),
      total,
      startIndex,
    )
  }
  // An address leads to few people; what each of them has it for is no column of the store.
  const { items, total } = await look(0, mostWithOneAddress)
  if (total > mostWithOneAddress)
    throw new ScimRefusal(
      400,
      'tooMany',
      `More than ${mostWithOneAddress} people have this address. Leave its type out of the filter.`,
    )
  const having = shownOf(items).filter(({ emails }) =>
    (emails as readonly { readonly value: string; readonly type: string }[]).some(
      ({ value, type }) =>
        value.toLowerCase() === query['email'] && type.toLowerCase() === emailType,
    ),
  )
  return listAnswer(
    having.slice(startIndex - 1, startIndex - 1 + count).map((one) => projection.of(one)),
    having.length,
    startIndex,
  )
}

/** How many people with one address are looked through for what they have it for. */
const mostWithOneAddress = 500

/** One person. */
export async function getUser(
  request: ScimRequest,
  id: string,
  projection: Projection,
  ifNoneMatch: string | null,
): Promise<ScimAnswer> {
  const user = await find((name, input) => ask(request, name, input), id)
  const unchanged = ifNoneMatch !== null && versionsIn(ifNoneMatch).includes(user.version)
  return unchanged
    ? { status: 304, body: null, headers: { etag: tagOf(user) } }
    : shown(request, user, projection)
}

/** Adds a person. */
export function createUser(
  request: ScimRequest,
  body: Resource,
  projection: Projection,
): Promise<ScimAnswer> {
  const { organizationId, federatedOnly } = request
  const wanted = writableOf(userKind, body)
  const roles = roleIds(wanted).map((roleId) => ({ roleId, organizationId }))
  const fields = editableFields.filter(
    (name) => !(['userType', 'locale', 'phoneNumbers'].includes(name) && !wanted[name]),
  )
  return together(request, async (run) => {
    const { id } = await run<{ id: string }>('users.create', {
      organizationId,
      ...fieldsOf(wanted, fields),
      roles,
      federatedOnly,
    })
    if (wanted['externalId'])
      await run('users.setExternalId', { userId: id, externalId: wanted['externalId'] })
    if (wanted['active'] === false)
      await run('users.deactivate', { userId: id, reason: reasons.deactivate })
    return { ...shown(request, await find(run, id), projection), status: 201 }
  })
}

/**
 * Replaces a person. What the body leaves out is cleared where SCIM owns it, and left as it is
 * where it is somebody else's (RFC 7644 §3.5.1 leaves that open).
 */
export function replaceUser(
  request: ScimRequest,
  id: string,
  body: Resource,
  projection: Projection,
  ifMatch: string | null,
): Promise<ScimAnswer> {
  const wanted = writableOf(userKind, body)
  if (!wanted['userName']) throw new ScimRefusal(400, 'invalidValue', 'userName: Enter a value.')
  return changeUser(request, id, projection, ifMatch, (user) => {
    const cleared = (['phoneNumbers', 'userType', 'locale'] as const).filter(
      (name) => user.owners[name] === 'scim' && wanted[name] === undefined,
    )
    return {
      resource: { ...writableUser(user, request.organizationId), ...wanted },
      touched: new Set([...Object.keys(wanted), ...cleared]),
      cleared,
    }
  })
}

/** Changes a person by a PATCH: all of its operations or none. */
export function patchUser(
  request: ScimRequest,
  id: string,
  body: Resource,
  projection: Projection,
  ifMatch: string | null,
): Promise<ScimAnswer> {
  return changeUser(request, id, projection, ifMatch, (user) =>
    patched(userKind, writableUser(user, request.organizationId), body),
  )
}

/** Deletes a person, and purges them where the policy leaves no time to restore them. */
export function deleteUser(
  request: ScimRequest,
  id: string,
  ifMatch: string | null,
): Promise<ScimAnswer> {
  return together(request, async (run) => {
    const user = await find(run, id)
    mustMatch(user, ifMatch)
    const confirmed = { userId: user.id, userName: user.userName, reason: reasons.delete }
    await run('users.delete', confirmed)
    if (request.roster.policy.restoreDays === 0) await run('users.purge', confirmed)
    return { status: 204, body: null }
  })
}

type Change = (user: LookedUpUser) => {
  readonly resource: Resource
  readonly touched: ReadonlySet<string>
  readonly cleared?: readonly string[]
}

/**
 * Brings a person from what they are to what a request makes of them, by the commands that anybody
 * would use for it.
 */
function changeUser(
  request: ScimRequest,
  id: string,
  projection: Projection,
  ifMatch: string | null,
  change: Change,
): Promise<ScimAnswer> {
  const { organizationId } = request
  return together(request, async (run) => {
    const user = await find(run, id)
    mustMatch(user, ifMatch)
    const { resource, touched, cleared = [] } = change(user)
    const wanted = {
      ...resource,
      ...Object.fromEntries(cleared.map((name) => [name, null])),
    } as Resource
    const userId = user.id

    const set = fieldsOf(
      wanted,
      editableFields.filter((name) => touched.has(name)),
    )
    // What is as it should be and owned already is no change: clients send everything again and
    // again.
    const fields = editableFields.filter(
      (name) =>
        Object.hasOwn(set, name) &&
        (user.owners[name] === undefined ||
          JSON.stringify(set[name]) !== JSON.stringify(user[name])),
    )
    if (fields.length > 0)
      await run('users.update', {
        userId,
        version: user.version,
        ...Object.fromEntries(fields.map((name) => [name, set[name]])),
      })
    const externalId = wanted['externalId'] || null
    if (touched.has('externalId') && externalId !== user.externalId)
      await run('users.setExternalId', { userId, externalId })
    if (touched.has('roles')) {
      const roles = roleIds(wanted)
      const held = rolesAt(user, organizationId)
      for (const { id: assignmentId } of held.filter(({ roleId }) => !roles.includes(roleId)))
        await run('roles.unassign', { userId, assignmentId })
      for (const roleId of roles.filter(
        (role) => !held.some((assignment) => assignment.roleId === role),
      ))
        await run('roles.assign', { userId, roleId, organizationId })
    }
    // Cleared, it is as if nothing had been said of it.
    const active = wanted['active'] !== false
    if (touched.has('active') && active !== isActive(user))
      await (active
        ? run('users.reactivate', { userId, reason: reasons.reactivate })
        : run('users.deactivate', { userId, reason: reasons.deactivate }))
    return shown(request, await find(run, userId), projection)
  })
}

/** The person, if the client may see them. Whoever is deleted is gone (RFC 7644 §3.6). */
async function find(run: Run, id: string): Promise<LookedUpUser> {
  const [user] = isId(id) ? (await run<Found>('users.lookup', { ids: [id], limit: 1 })).items : []
  if (!user) throw notFound()
  return user
}

function shown(request: ScimRequest, user: LookedUpUser, projection: Projection): ScimAnswer {
  const resource = userResource(user, request)
  return {
    status: 200,
    body: projection.of(resource),
    headers: { etag: tagOf(user), location: `${request.base}/Users/${user.id}` },
  }
}

function roleIds({ roles }: Resource): readonly string[] {
  return [
    ...new Set(
      ((roles ?? []) as readonly { readonly value?: string }[]).map(({ value = '' }) => value),
    ),
  ]
}

function mustMatch(user: LookedUpUser, ifMatch: string | null): void {
  if (ifMatch === null || ifMatch.trim() === '*' || versionsIn(ifMatch).includes(user.version))
    return
  throw new ScimRefusal(
    412,
    null,
    'If-Match does not name the version that stands now. Read it again, and send its ETag.',
  )
}

/** The versions that a list of ETags names. */
function versionsIn(tags: string): number[] {
  return [...tags.matchAll(/(?:^|,)\s*(?:W\/)?"(\d{1,15})"\s*(?=,|$)/g)].map(([, version]) =>
    Number(version),
  )
}

const sortable: Readonly<Record<string, string>> = {
  id: 'id',
  username: 'userName',
  'name.givenname': 'givenName',
  'name.familyname': 'familyName',
  'meta.created': 'createdAt',
  'meta.lastmodified': 'updatedAt',
}

/**
 * What the store sorts by; by an attribute that it cannot sort by, a list is in the order of
 * creation (RFC 7644 §3.4.2.3 leaves that open).
 */
function sortOf(sortBy: string | null): string {
  return (sortBy !== null && Object.hasOwn(sortable, sortBy) && sortable[sortBy]) || 'id'
}

/**
 * What the store is asked for, from the conditions of a filter; and for what people are to have the
 * address that it names, as in `emails[type eq "work"].value eq "…"`.
 */
function lookupOf(
  conditions: readonly Condition[],
): Record<string, unknown> & { readonly emailType?: unknown } {
  const query: Record<string, unknown> = {}
  const set = (name: string, value: unknown) => {
    if (Object.hasOwn(query, name))
      throw invalidFilter('An attribute is compared twice. Compare each once.')
    query[name] = value
  }
  for (const { path, op, value } of conditions) {
    if (path === 'meta.lastmodified') {
      const instant =
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)
          ? Date.parse(value)
          : Number.NaN
      if (Number.isNaN(instant) || !['eq', 'gt', 'ge', 'lt', 'le'].includes(op))
        throw invalidFilter(
          'meta.lastModified is compared with a time, such as "2026-03-01T09:00:00Z", by eq, gt, ge, lt or le.',
        )
      const at = (ms: number) => new Date(instant + ms).toISOString()
      if (op !== 'lt' && op !== 'le') set('updatedFromAt', at(op === 'gt' ? 1 : 0))
      if (op !== 'gt' && op !== 'ge') set('updatedBeforeAt', at(op === 'lt' ? 0 : 1))
      continue
    }
    const [name, take] = (Object.hasOwn(comparable, path) && comparable[path]) || [null, null]
    if (!name) throw invalidFilter(unanswered(path))
    if (op !== 'eq') throw invalidFilter(`“${op}” is not answered for ${path}. Compare it by eq.`)
    const taken = take(value)
    if (taken === undefined)
      throw invalidFilter(`${path} is compared with a value of another type.`)
    set(name, taken)
  }
  if (Object.hasOwn(query, 'emailType') && !Object.hasOwn(query, 'email'))
    throw invalidFilter(unanswered('emails.type'))
  return query
}

const text = (value: Condition['value']) => (typeof value === 'string' ? value : undefined)
const folded = (value: Condition['value']) =>
  typeof value === 'string' ? value.toLowerCase() : undefined
const ids = (value: Condition['value']) =>
  typeof value === 'string' ? [value].filter(isId) : undefined

/**
 * The attributes that are found by an index: the name of the look-up's field, and what it takes.
 */
const comparable: Readonly<
  Record<string, readonly [string, (value: Condition['value']) => unknown]>
> = {
  id: ['ids', ids],
  username: ['userName', text],
  externalid: ['externalId', text],
  emails: ['email', folded],
  'emails.value': ['email', folded],
  'emails.type': ['emailType', folded],
  groups: ['groupIds', ids],
  'groups.value': ['groupIds', ids],
  active: ['active', (value) => booleanOf(value) ?? undefined],
}

function unanswered(path: string): string {
  const known =
    attributeNamed(userKind.attributes, path.split('.')[0]!) ??
    (isPassedOver(userKind, path) || undefined)
  return known
    ? `Nobody is looked up by ${path}. Filter by userName, externalId, emails, id, active, groups or meta.lastModified.`
    : 'The filter names an attribute that there is not.'
}
