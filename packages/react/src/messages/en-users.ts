import { words } from './words.js'

const { number, plural } = words('en')

/** The words of the Users section, in English. */
export const users = {
  title: 'Users',
  roles: { administrator: 'Administrator', support: 'Support', viewer: 'Viewer' } as Record<
    string,
    string
  >,
  status: {
    ACTIVE: 'Active',
    AUTO_LOCKED: 'Auto-locked',
    AWAITING_NEW_PASSWORD: 'Awaiting new password',
    DEACTIVATED: 'Deactivated',
    DELETED: 'Deleted',
    LOCKED_BY_ADMIN: 'Locked by admin',
    LOCKED_BY_ORGANIZATION: 'Organization locked',
    NO_LONGER_VALID: 'Validity ended',
    NOT_YET_VALID: 'Not yet valid',
    PROVISIONED: 'Provisioned',
    RECOVERY: 'Recovery',
    STAGED: 'Staged',
  },
  /** What a status means, as the first line of its explanation. */
  statusMeaning: {
    ACTIVE: 'Can sign in.',
    AUTO_LOCKED: 'Cannot sign in until the lock ends or an administrator lifts it.',
    AWAITING_NEW_PASSWORD: 'Must set a new password at the next sign-in.',
    DEACTIVATED: 'Cannot sign in until reactivated. Nothing is lost.',
    DELETED: 'Cannot sign in. Can be restored for a while.',
    LOCKED_BY_ADMIN: 'Cannot sign in until an administrator unlocks them.',
    LOCKED_BY_ORGANIZATION: 'Cannot sign in while the organization is locked.',
    NO_LONGER_VALID: 'Cannot sign in: the validity period is over.',
    NOT_YET_VALID: 'Cannot sign in yet: the validity period has not begun.',
    PROVISIONED: 'Has been added, and has not finished onboarding.',
    RECOVERY: 'Has been asked to reset the password, and can still sign in.',
    STAGED: 'Has been prepared. Nothing has been sent.',
  },
  lockKind: {
    administrator: 'Administrator',
    security: 'Security',
    'failed-sign-ins': 'Failed sign-ins',
    inactivity: 'Inactivity',
  } as Record<string, string>,
  explanation: {
    by: 'By',
    reason: 'Reason',
    cause: 'Cause',
    organization: 'Organization',
    since: 'Since',
    until: 'Until',
    untilLifted: 'Until lifted',
    next: (when: string) => `Changes by itself on ${when}.`,
    fact: (name: string, value: string) => `${name}: ${value}.`,
    also: (others: string) => `Also: ${others}.`,
    system: 'The system',
  },
  table: {
    label: 'Users',
    search: 'Search name, username or email',
    columns: {
      givenName: 'First name',
      familyName: 'Last name',
      userName: 'Username',
      status: 'Status',
      role: 'Role',
      primaryEmail: 'Primary email',
      lastSignedInAt: 'Last signed in',
      createdAt: 'Added',
      updatedAt: 'Modified',
    },
    noRole: 'None',
    moreRoles: (count: number) => `+${number(count)}`,
    roleAt: (role: string, organization: string) => `${role} at ${organization}`,
    facets: {
      status: 'Status',
      role: 'Role',
      organization: 'Organization',
      mfa: 'Second factor',
      dormant: 'Activity',
      expiring: 'Validity',
    },
    clear: 'Clear',
    add: 'Add user',
    otherWays: 'Other ways to add',
    invite: 'Invite by email…',
    import: 'Import',
    export: 'Export',
    emptyTitle: 'No users yet',
    emptyText: 'People you add appear here.',
    refusedTitle: 'The users could not be loaded',
    all: (count: number, more: boolean) =>
      more
        ? `More than ${number(count)} users`
        : plural(count, { one: '# user', other: '# users' }),
    loadingMore: 'Loading more…',
  },
}
