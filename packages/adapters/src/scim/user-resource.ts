import type { EditableField, LookedUpUser } from '@rosterkit/core'
import type { Resource } from './attributes.js'
import type { ScimRequest } from './request.js'
import { ScimRefusal } from './scim-refusal.js'
import { urn } from './schemas.js'

/**
 * A person as a resource (RFC 7643 §4.1). Of locks, passwords and factors nothing is said: they are
 * not the identity provider's.
 */
export function userResource(
  user: LookedUpUser,
  { base, organizationId }: Pick<ScimRequest, 'base' | 'organizationId'>,
): Resource {
  const { userType, locale } = user
  return {
    schemas: [urn.user],
    id: user.id,
    ...writableUser(user, organizationId),
    name: { ...user.name, formatted: user.displayName },
    displayName: user.displayName,
    emails: user.emails.map((email) => ({ ...email, type: typeOf(email) })),
    phoneNumbers: user.phoneNumbers.map((number) => ({ type: 'work', ...number })),
    roles: rolesAt(user, organizationId).map(({ roleId, roleName }, index) => ({
      value: roleId,
      display: roleName,
      primary: index === 0,
    })),
    groups: user.groups.map(({ id, name }) => ({
      value: id,
      display: name,
      $ref: `${base}/Groups/${id}`,
      type: 'direct',
    })),
    ...(userType === null ? { userType: undefined } : {}),
    ...(locale === null ? { locale: undefined } : {}),
    ...(user.externalId === null ? { externalId: undefined } : {}),
    meta: {
      resourceType: 'User',
      created: user.createdAt,
      lastModified: user.updatedAt,
      location: `${base}/Users/${user.id}`,
      version: tagOf(user),
    },
  }
}

/**
 * What a client may write of a person, as it stands now. Addresses without a word for what they are
 * for are called what Okta and Entra ID look for: the primary one `work`.
 */
export function writableUser(user: LookedUpUser, organizationId: string): Resource {
  const { userName, externalId, name, emails, phoneNumbers, userType, locale } = user
  return {
    userName,
    externalId,
    name,
    emails: emails.map((email) => ({ ...email, type: typeOf(email) })),
    phoneNumbers: phoneNumbers.map((number) => ({ type: 'work', ...number })),
    userType,
    locale,
    active: isActive(user),
    roles: rolesAt(user, organizationId).map(({ roleId }) => ({ value: roleId })),
  }
}

function typeOf({
  type,
  primary,
}: {
  readonly type?: string | undefined
  readonly primary: boolean
}): string {
  return type ?? (primary ? 'work' : 'other')
}

/** The roles given at the organization that is provisioned, as they stand: oldest first. */
export function rolesAt({ roles }: LookedUpUser, organizationId: string): LookedUpUser['roles'] {
  return roles.filter(({ organization }) => organization.id === organizationId)
}

/** Whether the person is not deactivated. */
export function isActive({ status }: LookedUpUser): boolean {
  return status.status !== 'DEACTIVATED'
}

/** The ETag of a person's state. */
export function tagOf({ version }: Pick<LookedUpUser, 'version'>): string {
  return `W/"${version}"`
}

/**
 * The fields of a person that a resource sets, as operations take them. What is wrong with a value
 * is theirs to say.
 */
export function fieldsOf(
  resource: Resource,
  names: readonly EditableField[],
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fieldOf(resource, name)]))
}

function fieldOf(resource: Resource, name: EditableField): unknown {
  const value = resource[name] ?? null
  switch (name) {
    case 'emails':
      return emailsOf((value ?? []) as readonly Email[])
    case 'phoneNumbers':
      // RFC 7643 §4.1.2 writes numbers as addresses (RFC 3966).
      return unlike(
        ((value ?? []) as readonly Email[]).map(({ value: number, type }) => ({
          value: typeof number === 'string' ? number.replace(/^tel:/i, '') : number,
          ...(type === undefined ? {} : { type }),
        })),
      )
    case 'name':
      return value ?? {}
    case 'userType':
    case 'locale':
      return value === '' ? null : value
    case 'userName':
      return value ?? undefined
  }
}

interface Email {
  readonly value?: unknown
  readonly type?: unknown
  readonly primary?: boolean
}

/**
 * The addresses with exactly one primary one: the one that says so, or else the first for work, or
 * the first.
 */
function emailsOf(emails: readonly Email[]): readonly object[] {
  const distinct = unlike(emails)
  if (distinct.filter(({ primary }) => primary).length > 1)
    throw new ScimRefusal(400, 'invalidValue', 'emails: at most one address is the primary one.')
  const main =
    distinct.find(({ primary }) => primary) ??
    distinct.find(({ type }) => type === 'work') ??
    distinct[0]
  return distinct.map((email) => ({
    value: email.value,
    primary: email === main,
    ...(email.type === undefined ? {} : { type: email.type }),
  }))
}

/** Each value once, whatever the case: the last says what it is for. */
function unlike<T extends Email>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [String(item.value).toLowerCase(), item])).values()]
}
