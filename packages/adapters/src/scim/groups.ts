import type { LookedUpGroup } from '@rosterkit/core'
import { writableOf, type Projection, type Resource } from './attributes.js'
import { invalidFilter, type Condition } from './filter.js'
import { listAnswer, listQueryOf } from './list-query.js'
import { patched } from './patch.js'
import { ask, isId, together, type Run, type ScimAnswer, type ScimRequest } from './request.js'
import { notFound, ScimRefusal } from './scim-refusal.js'
import { groupKind, urn } from './schemas.js'

/** The most people that one request puts into a group or takes out of it. */
const mostMembersChanged = 1_000

/** How many people or groups one look-up takes. */
const lookedUpAtOnce = { people: 500, groups: 100 }

interface Found {
  readonly items: readonly LookedUpGroup[]
  readonly total: number
}

/** A list of groups, by filter, by name, a stretch at a time. */
export async function listGroups(request: ScimRequest, asked: Resource): Promise<ScimAnswer> {
  const { conditions, startIndex, count, projection } = listQueryOf(
    groupKind,
    asked,
    request.limits,
  )
  const members = projection.shows('members')
  const { items, total } = await ask<Found>(request, 'groups.lookup', {
    ...lookupOf(conditions),
    members,
    offset: startIndex - 1,
    limit: Math.min(count, lookedUpAtOnce.groups),
  })
  return listAnswer(
    items.map((group) => projection.of(groupResource(group, request, members))),
    total,
    startIndex,
  )
}

/** One group. */
export async function getGroup(
  request: ScimRequest,
  id: string,
  projection: Projection,
): Promise<ScimAnswer> {
  return shown(request, (name, input) => ask(request, name, input), id, projection)
}

/** Adds a group to the organization that is provisioned. */
export function createGroup(
  request: ScimRequest,
  body: Resource,
  projection: Projection,
): Promise<ScimAnswer> {
  const { organizationId } = request
  const wanted = writableOf(groupKind, body)
  return together(request, async (run) => {
    const { id: groupId } = await run<{ id: string }>('groups.create', {
      organizationId,
      name: wanted['displayName'] ?? undefined,
    })
    if (wanted['externalId'])
      await run('groups.update', { organizationId, groupId, externalId: wanted['externalId'] })
    await changeMembers(run, groupId, [], memberIds(wanted))
    return { ...(await shown(request, run, groupId, projection)), status: 201 }
  })
}

/** Replaces a group. What the body leaves out stays as it is (RFC 7644 §3.5.1 leaves that open). */
export function replaceGroup(
  request: ScimRequest,
  id: string,
  body: Resource,
  projection: Projection,
): Promise<ScimAnswer> {
  const wanted = writableOf(groupKind, body)
  if (!wanted['displayName'])
    throw new ScimRefusal(400, 'invalidValue', 'displayName: Enter a value.')
  return changeGroup(request, id, projection, () => ({
    resource: wanted,
    touched: new Set(Object.keys(wanted)),
  }))
}

/** Changes a group by a PATCH: all of its operations or none. */
export function patchGroup(
  request: ScimRequest,
  id: string,
  body: Resource,
  projection: Projection,
): Promise<ScimAnswer> {
  return changeGroup(request, id, projection, ({ name, externalId, members }) =>
    patched(
      groupKind,
      {
        displayName: name,
        externalId,
        members: members?.map((member) => ({ value: member.id })) ?? [],
      },
      body,
    ),
  )
}

/** Takes everybody out of a group, each judged for themself, and then the group away. */
export function deleteGroup(request: ScimRequest, id: string): Promise<ScimAnswer> {
  return together(request, async (run) => {
    const group = await find(run, id, true)
    await changeMembers(run, group.id, idsOfMembers(group), [])
    await run('groups.delete', { organizationId: group.organization.id, groupId: group.id })
    return { status: 204, body: null }
  })
}

function changeGroup(
  request: ScimRequest,
  id: string,
  projection: Projection,
  change: (group: LookedUpGroup) => {
    readonly resource: Resource
    readonly touched: ReadonlySet<string>
  },
): Promise<ScimAnswer> {
  return together(request, async (run) => {
    const group = await find(run, id, true)
    const before = idsOfMembers(group)
    const { resource, touched } = change(group)
    const { organization, id: groupId } = group
    const name = resource['displayName'] ?? undefined
    const externalId = resource['externalId'] || null
    const renamed = touched.has('displayName') && name !== group.name
    const relabelled = touched.has('externalId') && externalId !== group.externalId
    if (touched.has('displayName') && name === undefined)
      throw new ScimRefusal(400, 'invalidValue', 'displayName: Enter a value.')
    if (renamed || relabelled)
      await run('groups.update', {
        organizationId: organization.id,
        groupId,
        ...(renamed ? { name } : {}),
        ...(relabelled ? { externalId } : {}),
      })
    if (touched.has('members')) await changeMembers(run, groupId, before, memberIds(resource))
    return shown(request, run, groupId, projection)
  })
}

/** Brings the people in a group from some to others, by the commands for one person. */
async function changeMembers(
  run: Run,
  groupId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const added = after.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !after.includes(id))
  if (added.length + removed.length > mostMembersChanged)
    throw new ScimRefusal(
      400,
      'tooMany',
      `One request changes at most ${mostMembersChanged} members of a group. Send several.`,
    )
  for (let start = 0; start < added.length; start += lookedUpAtOnce.people) {
    const wanted = added.slice(start, start + lookedUpAtOnce.people)
    const { items } = await run<{ items: readonly { id: string }[] }>('users.lookup', {
      ids: wanted.filter(isId),
      limit: lookedUpAtOnce.people,
    })
    if (items.length < wanted.length)
      throw new ScimRefusal(
        400,
        'invalidValue',
        'members: There is nobody with one of these ids. Members are people, by the ids given here.',
      )
  }
  for (const userId of removed) await run('groups.unassign', { userId, groupId })
  for (const userId of added) await run('groups.assign', { userId, groupId })
}

function memberIds({ members }: Resource): readonly string[] {
  return [
    ...new Set(
      ((members ?? []) as readonly { readonly value?: string }[]).map(({ value = '' }) =>
        value.toLowerCase(),
      ),
    ),
  ]
}

function idsOfMembers({ members }: LookedUpGroup): readonly string[] {
  if (members === null) throw tooManyMembers()
  return members.map(({ id }) => id)
}

function tooManyMembers(): ScimRefusal {
  return new ScimRefusal(
    400,
    'tooMany',
    'More people are in it than are listed at once. Ask for the group with excludedAttributes=members, and for the people with a filter by groups.',
  )
}

async function find(run: Run, id: string, members: boolean): Promise<LookedUpGroup> {
  const [group] = isId(id)
    ? (await run<Found>('groups.lookup', { ids: [id], members, limit: 1 })).items
    : []
  if (!group) throw notFound()
  return group
}

async function shown(
  request: ScimRequest,
  run: Run,
  id: string,
  projection: Projection,
): Promise<ScimAnswer> {
  const members = projection.shows('members')
  const resource = groupResource(await find(run, id, members), request, members)
  return {
    status: 200,
    body: projection.of(resource),
    headers: { location: `${request.base}/Groups/${id}` },
  }
}

/**
 * A group as a resource (RFC 7643 §4.2). It has no ETag, because who is in it changes without it.
 */
function groupResource(
  { id, name, externalId, members }: LookedUpGroup,
  { base }: ScimRequest,
  withMembers: boolean,
): Resource {
  if (withMembers && members === null) throw tooManyMembers()
  return {
    schemas: [urn.group],
    id,
    ...(externalId === null ? {} : { externalId }),
    displayName: name,
    members: members?.map((member) => ({
      value: member.id,
      display: member.displayName,
      $ref: `${base}/Users/${member.id}`,
      type: 'User',
    })),
    meta: { resourceType: 'Group', location: `${base}/Groups/${id}` },
  }
}

/** What the store is asked for, from the conditions of a filter. */
function lookupOf(conditions: readonly Condition[]): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  for (const { path, op, value } of conditions) {
    const name = Object.hasOwn(comparable, path) ? comparable[path] : undefined
    if (!name) throw invalidFilter('Groups are looked up by displayName, id or members.')
    if (op !== 'eq') throw invalidFilter(`“${op}” is not answered for ${path}. Compare it by eq.`)
    if (typeof value !== 'string')
      throw invalidFilter(`${path} is compared with a value of another type.`)
    if (Object.hasOwn(query, name))
      throw invalidFilter('An attribute is compared twice. Compare each once.')
    // What is no id is nobody's.
    if (name === 'memberId' && !isId(value)) query['ids'] = []
    else query[name] = name === 'ids' ? [value].filter(isId) : value
  }
  return query
}

const comparable: Readonly<Record<string, 'ids' | 'name' | 'memberId'>> = {
  id: 'ids',
  displayname: 'name',
  members: 'memberId',
  'members.value': 'memberId',
}
