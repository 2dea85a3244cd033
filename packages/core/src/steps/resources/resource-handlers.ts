import { err, ok, type Result } from '../../kernel/result.js'
import { openCursor, sealCursor } from '../../kernel/page.js'
import { foldForSearch } from '../../kernel/text.js'
import type { Organization } from '../../domain/organizations/organization.js'
import type { OperationContext, OrganizationContext, UserContext } from '../../context.js'
import type { StorageTransaction } from '../../domain/storage.js'
import type { User } from '../../domain/users/user.js'
import type { Resource, ResourceView } from '../../domain/resources/resource.js'

/** The two kinds of resource, which differ in their words and their tables only. */
export type ResourceKind = 'group' | 'application'

function storesOf(tx: StorageTransaction, kind: ResourceKind) {
  return kind === 'group'
    ? { catalogue: tx.groups, assignments: tx.groupMemberships }
    : { catalogue: tx.applications, assignments: tx.applicationAssignments }
}

/** Resources as callers see them. */
export async function viewResources(
  { tx }: OperationContext,
  resources: readonly Resource[],
): Promise<ResourceView[]> {
  const lineages = await tx.organizations.lineages([
    ...new Set(resources.map(({ organizationId }) => organizationId)),
  ])
  return resources.map(({ id, version, name, description, organizationId }) => ({
    id,
    version,
    name,
    description,
    organization: { id: organizationId, name: lineages.get(organizationId)?.at(-1)?.name ?? '' },
  }))
}

/** A page of the resources that the caller may see, by any part of the name. */
export async function searchResources(
  context: OperationContext,
  kind: ResourceKind,
  {
    search: text,
    cursor,
    limit,
  }: {
    readonly search?: string | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<Result<{ items: ResourceView[]; nextCursor: string | null }, 'invalid_cursor'>> {
  const { tx, caller, scope } = context
  const search = foldForSearch(text ?? '')
  const key = await context.cursorKey(tx)
  const binding = JSON.stringify([
    kind,
    caller.kind === 'user' ? caller.user.id : null,
    scope,
    search,
  ])
  const after = cursor === undefined ? null : await openCursor(key, cursor, binding)
  if (cursor !== undefined && after === null) return err({ code: 'invalid_cursor' })
  const page = await storesOf(tx, kind).catalogue.search({
    organizationIds: scope,
    below: true,
    ...(search ? { search } : {}),
    after,
    limit,
  })
  return ok({
    items: await viewResources(context, page.items),
    nextCursor: page.next && (await sealCursor(key, page.next, binding)),
  })
}

/** Adds a resource to an organization. */
export async function createResource(
  context: OrganizationContext,
  kind: ResourceKind,
  {
    name,
    description = null,
  }: { readonly name: string; readonly description?: string | null | undefined },
): Promise<Result<ResourceView, 'name_taken'>> {
  const organization = context.lineage.at(-1)!
  const resource: Resource = {
    id: context.newId(),
    organizationId: organization.id,
    version: 1,
    name,
    description,
  }
  if ((await storesOf(context.tx, kind).catalogue.insert(resource)) === 'exists')
    return err({ code: 'name_taken', details: { name } })
  context.record({
    subject: { kind, id: resource.id, label: name },
    organizationId: organization.id,
    changes: [{ field: 'name', before: null, after: name }],
  })
  return ok((await viewResources(context, [resource]))[0]!)
}

/** The resources that a user is assigned to, by name. */
export async function resourcesOf(
  context: UserContext,
  kind: ResourceKind,
): Promise<Result<{ items: ResourceView[] }, never>> {
  const { catalogue, assignments } = storesOf(context.tx, kind)
  const assigned = await assignments.ofUsers([context.subject.user.id])
  const resources = await catalogue.findMany(assigned.map(({ key }) => key))
  return ok({
    items: (await viewResources(context, resources)).sort((a, b) =>
      foldForSearch(a.name) < foldForSearch(b.name) ? -1 : 1,
    ),
  })
}

/**
 * Of these resources the ones to which a user may be assigned, by id: those of their own
 * organization, whose lineage is given, and of the ones above it.
 */
export async function assignableResources(
  tx: StorageTransaction,
  kind: ResourceKind,
  ids: readonly string[],
  lineage: readonly Organization[],
): Promise<ReadonlyMap<string, Resource>> {
  const found = ids.length === 0 ? [] : await storesOf(tx, kind).catalogue.findMany(ids)
  return new Map(
    found
      .filter((resource) => lineage.some(({ id }) => id === resource.organizationId))
      .map((resource) => [resource.id, resource]),
  )
}

/** Writes that a user is assigned to a resource; `exists` when they were before. */
export function insertAssignment(
  { tx, at, newId }: Pick<OperationContext, 'tx' | 'at' | 'newId'>,
  kind: ResourceKind,
  user: User,
  resourceId: string,
): Promise<'inserted' | 'exists'> {
  return storesOf(tx, kind).assignments.insert({
    id: newId(),
    userId: user.id,
    userOrganizationId: user.organizationId,
    version: 1,
    key: resourceId,
    assignedAt: at,
  })
}

/**
 * Assigns a user to a resource of their own organization or of one above it. Changes nothing if
 * they are assigned.
 */
export async function assignResource(
  context: UserContext,
  kind: ResourceKind,
  resourceId: string,
): Promise<Result<ResourceView, 'not_found'>> {
  const { tx, subject } = context
  const resource = (await assignableResources(tx, kind, [resourceId], subject.lineage)).get(
    resourceId,
  )
  if (!resource) return err({ code: 'not_found' })
  const { user } = subject
  const outcome = await insertAssignment(context, kind, user, resource.id)
  context.record({
    subject: subject.auditSubject,
    organizationId: user.organizationId,
    changes: outcome === 'exists' ? [] : [{ field: kind, before: null, after: resource.name }],
  })
  return ok((await viewResources(context, [resource]))[0]!)
}

/** Removes a user from a resource. Changes nothing if they aren't assigned. */
export async function unassignResource(
  context: UserContext,
  kind: ResourceKind,
  resourceId: string,
): Promise<Result<ResourceView, 'not_found'>> {
  const { tx, subject } = context
  const { catalogue, assignments } = storesOf(tx, kind)
  const resource = await catalogue.find(resourceId)
  const assigned = (await assignments.ofUsers([subject.user.id])).find(
    ({ key }) => key === resourceId,
  )
  if (!resource || (!assigned && !subject.lineage.some(({ id }) => id === resource.organizationId)))
    return err({ code: 'not_found' })
  if (assigned) await assignments.remove(subject.user.id, assigned.id)
  context.record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: assigned ? [{ field: kind, before: resource.name, after: null }] : [],
  })
  return ok((await viewResources(context, [resource]))[0]!)
}
