import type { AuditRecord } from '../domain/audit/audit-event.js'
import { systemActor } from '../kernel/actor.js'
import type { Lock } from '../domain/locks/lock.js'
import type { Organization } from '../domain/organizations/organization.js'
import type { RoleAssignment } from '../domain/roles/role-assignment.js'
import type { User } from '../domain/users/user.js'
import { exampleAt } from './fixed-clock.js'

/** A UUID that is easy to tell from others: the same number gives the same id. */
export function exampleId(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

let lastId = 1_000_000

/** An id that no other example has. */
function anId(): string {
  return exampleId(++lastId)
}

/**
 * The id of {@link anOrganization} unless another is given, and with it the home of {@link aUser}.
 */
export const exampleOrganizationId = exampleId(1)

/** An organization at the root, managed here, not locked; name only what matters to the case. */
export function anOrganization(overrides: Partial<Organization> = {}): Organization {
  return {
    id: exampleOrganizationId,
    version: 1,
    parentId: null,
    name: 'Northwind',
    depth: 0,
    ssoProvider: null,
    ssoRoleMapping: {},
    locks: [],
    ...overrides,
  }
}

/**
 * An active user of {@link anOrganization} with an id, a username and an address of their own;
 * name only what matters to the case.
 */
export function aUser(overrides: Partial<User> = {}): User {
  const id = overrides.id ?? anId()
  const userName = `user-${id.slice(-7)}`
  return {
    id,
    organizationId: exampleOrganizationId,
    version: 1,
    userName,
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ value: `${userName}@example.com`, primary: true }],
    verifiedEmails: [],
    phoneNumbers: [],
    userType: null,
    locale: null,
    externalId: null,
    attributes: {},
    owners: {},
    lifecycle: {
      state: 'active',
      sinceAt: '2026-01-05T08:00:00.000Z',
      actor: systemActor,
      reason: null,
      formerState: null,
      restorableUntilAt: null,
    },
    locks: [],
    password: { state: 'set', sinceAt: '2026-01-05T08:00:00.000Z', expiresAt: null },
    mfa: { required: false, enrolment: 'none' },
    failedSignIns: { count: 0, sinceAt: null },
    inactivityLockAt: null,
    signInRoute: 'any',
    validFromAt: null,
    validUntilAt: null,
    lastSignedInAt: null,
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-05T08:00:00.000Z',
    ...overrides,
  }
}

/**
 * A lock that an administrator put on and that holds until lifted; name only what matters to the
 * case.
 */
export function aLock(overrides: Partial<Lock> = {}): Lock {
  return {
    id: anId(),
    kind: 'administrator',
    reason: 'Left the company.',
    actor: systemActor,
    fromAt: '2026-02-01T00:00:00.000Z',
    untilAt: null,
    ...overrides,
  }
}

/**
 * The role Viewer for a user at their own organization, without an end; name only what matters to
 * the case.
 */
export function aRoleAssignment(
  user: Pick<User, 'id' | 'organizationId'>,
  overrides: Partial<RoleAssignment> = {},
): RoleAssignment {
  return {
    id: anId(),
    userId: user.id,
    userOrganizationId: user.organizationId,
    roleId: 'viewer',
    organizationId: user.organizationId,
    validFromAt: null,
    validUntilAt: null,
    ...overrides,
  }
}

/**
 * Something that succeeded in {@link anOrganization}, not yet in its chain; name only what matters
 * to the case.
 */
export function anAuditRecord(overrides: Partial<AuditRecord> = {}): AuditRecord {
  return {
    id: anId(),
    organizationId: exampleOrganizationId,
    at: exampleAt,
    event: 'user.locked',
    operation: 'users.lock',
    outcome: 'succeeded',
    failure: null,
    actor: systemActor,
    subject: { kind: 'user', id: exampleId(2), label: 'Ada Lovelace' },
    reason: null,
    changes: [],
    origin: { requestId: null, address: null, userAgent: null },
    ...overrides,
  }
}
