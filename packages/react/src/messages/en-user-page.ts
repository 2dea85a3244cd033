import { acts } from './en-acts.js'
import { bulk } from './en-bulk.js'
import { secrets } from './en-secrets.js'
import { securityKey } from './en-security-key.js'
import { dialogs, facets, invite, noMatch, page, sso, wizard } from './en-user-forms.js'
import { words } from './words.js'

const { number, plural } = words('en')

/** A deed as a sentence: done, and tried but refused. */
const deed = (done: string, tried: string, rest = '') => ({
  done: (who: string, whom: string) => `${who} ${done} ${whom}${rest}.`,
  tried: (who: string, whom: string) => `${who} tried to ${tried} ${whom}${rest}.`,
})

/** A deed that nobody does to the person but they themselves, or that happens to them. */
const own = (done: string, tried: string) => ({
  done: (_who: string, whom: string) => `${whom} ${done}.`,
  tried: (_who: string, whom: string) => `${whom} ${tried}.`,
})

/** A deed that somebody does for the person, or they for themselves. */
const either = (done: string, tried: string) => {
  const say = (verb: string) => (who: string, whom: string) =>
    who === whom ? `${who} ${verb}.` : `${who} ${verb} for ${whom}.`
  return { done: say(done), tried: say(tried) }
}

const sessions = (count: number) => plural(count, { one: '# session', other: '# sessions' })
const authenticators = (count: number) =>
  plural(count, { one: '# authenticator', other: '# authenticators' })

/**
 * The words of the lists on a person's page, in English. They come with the page, so that the table
 * need not wait for them.
 */
export const userPage = {
  tabs: {
    access: 'Access',
    activity: 'Activity',
    authenticators: 'Authenticators',
    profile: 'Profile',
    resources: 'Groups and applications',
    sessions: 'Sessions',
  },
  reasonHint: 'Other administrators see it, and the audit keeps it.',
  reason: 'Reason',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  validityHint: 'Leave empty for no limit.',
  from: (when: string) => `From ${when}`,
  until: (when: string) => `Until ${when}`,
  fromUntil: (from: string, until: string) => `From ${from} until ${until}`,
  details: (name: string) => `Details of ${name}`,
  acts,
  dialogs,
  invite,
  wizard,
  noMatch,
  facets,
  page,
  sso,
  secrets,
  bulk,
  /** The access of a person at another instant. */
  asOf: {
    label: 'As of',
    hint: 'Empty is now. Another time shows a preview.',
    title: (when: string) => `As of ${when}`,
    text: 'A preview: how what is set today stands at that time. Nothing can be changed here.',
    status: 'Status',
    back: 'Back to now',
  },
  authenticators: {
    title: 'Authenticators',
    count: authenticators,
    emptyTitle: 'No authenticators',
    emptyText: 'What this person registers at sign-in appears here.',
    refusedTitle: 'The authenticators could not be loaded',
    types: {
      app: 'Authenticator app',
      fido2: 'Security key or passkey',
      u2f: 'Security key (U2F)',
      totp: 'One-time password',
      external: 'Kept elsewhere',
    },
    states: {
      pending: 'Pending',
      active: 'Active',
      locked_by_user: 'Locked by user',
      locked_by_administrator: 'Locked by administrator',
      revoked: 'Deleted',
    },
    stateMeaning: {
      pending: 'Has been registered, and not yet been used.',
      active: 'Can be used to sign in.',
      locked_by_user: 'Locked by its owner, who can unlock it.',
      locked_by_administrator: 'Cannot be used until an administrator unlocks it.',
      revoked: 'Can never be used again.',
    },
    columns: {
      name: 'Authenticator',
      state: 'State',
      lastUsedAt: 'Last used',
      registeredAt: 'Registered',
    },
    facts: {
      by: 'By',
      since: 'Since',
      reason: 'Reason',
      os: 'Operating system',
      browser: 'Browser',
      model: 'Model',
      product: 'Product',
      aaguid: 'AAGUID',
      registeredAt: 'Registered',
      lastUsedAt: 'Last used',
    },
    menu: { lock: 'Lock', unlock: 'Unlock', delete: 'Delete' },
    notWhilePending: 'It is not in use yet. Delete it instead.',
    lock: {
      title: (name: string) => `Lock ${name}?`,
      text: (owner: string) =>
        `${owner} cannot use it until an administrator unlocks it. Sessions that are open stay open.`,
      verb: 'Lock authenticator',
      done: (name: string) => `${name} is locked.`,
    },
    unlock: {
      title: (name: string) => `Unlock ${name}?`,
      text: (owner: string) => `${owner} can sign in with it again.`,
      verb: 'Unlock authenticator',
      done: (name: string) => `${name} is unlocked.`,
    },
    delete: {
      title: (name: string) => `Delete ${name}?`,
      text: (owner: string) => `It can never be used again. ${owner} can register it anew.`,
      verb: 'Delete authenticator',
      done: (name: string) => `${name} is deleted.`,
    },
    add: 'Add',
    enrol: {
      ...securityKey,
      act: 'Register a security key',
      title: (owner: string) => `Register a security key for ${owner}`,
      text: (owner: string) =>
        `You hold the key now and hand it to ${owner} afterwards. They are told by mail.`,
    },
    reset: {
      act: 'Reset authenticators',
      title: (owner: string) => `Reset authenticators of ${owner}?`,
      text: (count: number, ended: number) =>
        `Deletes ${authenticators(count)}${ended === 0 ? '' : ` and ends ${sessions(ended)}`}. They register a new one at the next sign-in.`,
      textAtFirst:
        'Deletes what is chosen and ends all sessions. They register a new one at the next sign-in.',
      which: 'Which',
      all: 'All',
      allText: (count: number) => authenticators(count),
      chosen: 'Only some types',
      typeCount: (type: string, count: number) => `${type} (${number(count)})`,
      chooseType: 'Choose at least one type.',
      verb: 'Reset authenticators',
      done: (owner: string, count: number) =>
        plural(count, {
          one: `# authenticator of ${owner} has been reset.`,
          other: `# authenticators of ${owner} have been reset.`,
        }),
    },
  },
  /** What the person themself sees of their authenticators. */
  ownAuthenticators: {
    title: 'Your authenticators',
    emptyText: 'What you register for signing in appears here.',
    lock: 'Nobody can sign in with it until you or an administrator unlocks it. Lock it when it is lost.',
    unlock: 'It can be used to sign in again.',
    notYours: 'An administrator has locked it, and only an administrator unlocks it. Ask one.',
    actOn: (verb: string, name: string) => `${verb} ${name}`,
  },
  sessions: {
    title: 'Sessions',
    count: sessions,
    emptyTitle: 'Not signed in anywhere',
    emptyText: 'Sessions and tokens that are open appear here.',
    refusedTitle: 'The sessions could not be loaded',
    columns: { device: 'Device', place: 'Place', lastSeenAt: 'Last seen', startedAt: 'Signed in' },
    unknownDevice: 'Unknown device',
    unknownPlace: 'Unknown',
    token: 'Token',
    expires: 'Ends',
    end: 'End',
    endOne: (device: string) => `End ${device}`,
    ended: (device: string) => `The session on ${device} has ended.`,
    endAll: 'End all sessions',
    endAllTitle: (owner: string) => `End all sessions of ${owner}?`,
    endAllText: (count: number) =>
      count === 0
        ? 'They are not signed in anywhere at the moment.'
        : `Ends ${sessions(count)} at once. They can sign in again.`,
    endAllTextAtFirst: 'Signs them out everywhere at once. They can sign in again.',
    endAllVerb: 'End sessions',
    allEnded: (owner: string, count: number) =>
      plural(count, {
        one: `# session of ${owner} has ended.`,
        other: `# sessions of ${owner} have ended.`,
      }),
  },
  roles: {
    title: 'Roles',
    count: (count: number) => plural(count, { one: '# role', other: '# roles' }),
    emptyTitle: 'No roles',
    emptyText: 'Belongs to the organization and administers nothing.',
    descriptions: {
      administrator: 'Manages people and their access, here and below.',
      support:
        'Sees everybody, locks and unlocks them, resets passwords and authenticators and ends sessions. Cannot add or change people.',
      viewer: 'Sees everybody, changes nothing.',
    } as Record<string, string>,
    columns: { role: 'Role', organization: 'Organization', validity: 'Validity' },
    always: 'No limit',
    notInForce: 'Not in force',
    give: 'Give role',
    giveTitle: (owner: string) => `Give ${owner} a role`,
    giveText: 'The role applies at the organization and everywhere below.',
    organization: 'Organization',
    role: 'Role',
    chooseOrganization: 'Choose an organization.',
    chooseRole: 'Choose a role.',
    nothingToGive: 'You cannot give roles there.',
    noRoleHere: 'Choose an organization first.',
    endBeforeStart: 'The end must be after the beginning.',
    given: (owner: string, role: string, organization: string) =>
      `${owner} is now ${role} at ${organization}.`,
    take: 'Take away',
    period: 'Change period',
    periodTitle: (role: string, owner: string) => `Change how long ${owner} is ${role}`,
    periodText: (organization: string) =>
      `It then holds at ${organization} and everywhere below only in that time.`,
    periodVerb: 'Change period',
    periodDone: (role: string, owner: string, period: string) => `${role} of ${owner}: ${period}.`,
    takeTitle: (role: string, owner: string) => `Take ${role} away from ${owner}?`,
    takeText: (organization: string) =>
      `They lose what the role allows at ${organization} and everywhere below, at once.`,
    changeTitle: (owner: string) => `Change the role of ${owner}`,
    changeVerb: 'Change role',
    how: 'What becomes of the present role',
    instead: (role: string, organization: string) => `Replace ${role} at ${organization}`,
    inAddition: 'Keep it and give another',
    replaced: (owner: string, role: string, organization: string, former: string) =>
      `${owner} is now ${role} at ${organization}, and no longer ${former}.`,
    halfDone: (given: string, former: string) =>
      `${given} has been given. ${former} could not be taken away.`,
    takeVerb: 'Take role away',
    taken: (owner: string, role: string, organization: string) =>
      `${owner} is no longer ${role} at ${organization}.`,
  },
  personas: {
    title: 'Personas',
    count: (count: number) => plural(count, { one: '# persona', other: '# personas' }),
    emptyTitle: 'No personas',
    emptyText: 'A persona is one side of a person: employee, contractor, buyer.',
    refusedTitle: 'The personas could not be loaded',
    preferred: 'Preferred',
    preferredText: 'Used where nothing else says which. Takes the mark from the other one.',
    notInForce: 'Not in force',
    scopes: 'Scopes',
    scopesHint: 'One a line.',
    entitlements: 'Entitlements',
    entitlementCount: (count: number) =>
      plural(count, { one: '# entitlement', other: '# entitlements' }),
    kinds: {
      subscription: 'Subscription',
      permission_set: 'Permission set',
      access_group: 'Access group',
      application_role: 'Application role',
    },
    kind: 'Kind',
    value: 'Name',
    addEntitlement: 'Add entitlement',
    removeEntitlement: (value: string) => `Remove ${value}`,
    newEntitlement: 'the new entitlement',
    add: 'Add persona',
    addTitle: (owner: string) => `Add a persona to ${owner}`,
    steps: { type: 'Type', details: 'Details' },
    questions: {
      type: 'Which side of them is it?',
      details: 'What does it bring, and for how long?',
    },
    type: 'Type',
    chooseType: 'Choose a type.',
    alreadyGiven: 'They have this one already.',
    delegates: 'Makes them a delegated administrator.',
    added: (type: string) => `The persona ${type} has been added.`,
    edit: 'Edit',
    editTitle: (type: string, owner: string) => `${type} of ${owner}`,
    save: 'Save persona',
    saved: (type: string) => `The persona ${type} has been saved.`,
    remove: 'Remove',
    removeTitle: (type: string, owner: string) => `Remove the persona ${type} from ${owner}?`,
    removeText: (count: number) =>
      count === 0
        ? 'It brings no entitlements.'
        : `They lose ${plural(count, { one: '# entitlement', other: '# entitlements' })} at once.`,
    removeVerb: 'Remove persona',
    removed: (type: string) => `The persona ${type} has been removed.`,
  },
  resources: {
    groups: {
      title: 'Groups',
      add: 'Add to a group',
      placeholder: 'Type the name of a group',
      emptyTitle: 'In no group',
      emptyText: 'Groups of their organization and of those above it can be chosen.',
      refusedTitle: 'The groups could not be loaded',
      added: (owner: string, name: string) => `${owner} is now in ${name}.`,
      removed: (owner: string, name: string) => `${owner} is no longer in ${name}.`,
    },
    applications: {
      title: 'Applications',
      add: 'Assign an application',
      placeholder: 'Type the name of an application',
      emptyTitle: 'No applications',
      emptyText: 'Applications of their organization and of those above it can be chosen.',
      refusedTitle: 'The applications could not be loaded',
      added: (owner: string, name: string) => `${owner} may now use ${name}.`,
      removed: (owner: string, name: string) => `${owner} may no longer use ${name}.`,
    },
    already: 'Already chosen.',
    elsewhere: (organization: string) =>
      `Belongs to ${organization}, which is not above this person.`,
    remove: 'Remove',
    removeOne: (name: string) => `Remove ${name}`,
  },
  activity: {
    title: 'Activity',
    emptyTitle: 'Nothing has happened yet',
    emptyText: 'What is done to this person, and what is tried, appears here.',
    refusedTitle: 'The activity could not be loaded',
    more: 'Show more',
    refused: 'Refused',
    reason: (reason: string) => `“${reason}”`,
    changes: (count: number) => plural(count, { one: '# change', other: '# changes' }),
    showChanges: (changes: string, sentence: string) => `${changes}: ${sentence}`,
    before: 'Before',
    after: 'After',
    nothing: 'Nothing',
    yes: 'Yes',
    no: 'No',
    today: 'Today',
    yesterday: 'Yesterday',
    system: 'The system',
    nobody: 'Somebody who was not signed in',
    other: (who: string, event: string) => `${who}: ${event}.`,
    events: {
      'application.assigned': deed('assigned', 'assign', ' to an application'),
      'application.unassigned': deed('took an application from', 'take an application from'),
      'authenticator.deleted': deed('deleted an authenticator of', 'delete an authenticator of'),
      'authenticator.enrolled': either(
        'registered an authenticator',
        'tried to register an authenticator',
      ),
      'authenticator.enrolment_begun': either(
        'began to register an authenticator',
        'tried to register an authenticator',
      ),
      'authenticator.enrolment_link_issued': deed(
        'made an enrolment link for',
        'make an enrolment link for',
      ),
      'authenticator.locked': deed('locked an authenticator of', 'lock an authenticator of'),
      'authenticator.registered': own(
        'registered an authenticator',
        'could not register an authenticator',
      ),
      'authenticator.reset': deed('reset the authenticators of', 'reset the authenticators of'),
      'authenticator.unlocked': deed('unlocked an authenticator of', 'unlock an authenticator of'),
      'authenticator.used': own('used an authenticator', 'could not use an authenticator'),
      'group.assigned': deed('added', 'add', ' to a group'),
      'group.unassigned': deed('removed', 'remove', ' from a group'),
      'password.changed': own('chose a new password', 'could not choose a new password'),
      'password.expired': deed('asked for a new password of', 'ask for a new password of'),
      'password.removed': deed('removed the password of', 'remove the password of'),
      'password.reset_sent': deed(
        'sent a link for a new password to',
        'send a link for a new password to',
      ),
      'password.temporary_set': deed(
        'made a temporary password for',
        'make a temporary password for',
      ),
      'persona.assigned': deed('gave', 'give', ' a persona'),
      'persona.removed': deed('removed a persona from', 'remove a persona from'),
      'persona.updated': deed('changed a persona of', 'change a persona of'),
      'role.assigned': deed('gave', 'give', ' a role'),
      'role.mapped_from_sso': deed(
        'took over from single sign-on the roles of',
        'take over from single sign-on the roles of',
      ),
      'role.validity_set': deed('changed how long', 'change how long', ' has a role'),
      'role.unassigned': deed('took a role from', 'take a role from'),
      'secret_code.chosen': own('chose a secret code', 'could not choose a secret code'),
      'secret_code.reset': own(
        'chose a new secret code with a reset code',
        'could not choose a new secret code with a reset code',
      ),
      'secret_code.reset_code_issued': deed('made a reset code for', 'make a reset code for'),
      'session.all_ended': deed('ended all sessions of', 'end all sessions of'),
      'session.ended': deed('ended a session of', 'end a session of'),
      'session.started': own('started a session', 'could not start a session'),
      'sign_in.failed': own('failed to sign in', 'failed to sign in'),
      'sign_in.password_checked': own('entered the password', 'entered a wrong password'),
      'sign_in.secret_code_checked': own('entered the secret code', 'entered a wrong secret code'),
      'sign_in.totp_checked': own(
        'entered a code of an authenticator app',
        'entered a wrong code of an authenticator app',
      ),
      'sign_in.succeeded': own('signed in', 'could not sign in'),
      'user.activation_resent': deed('invited', 'invite', ' again'),
      'user.created': deed('added', 'add'),
      'user.deactivated': deed('deactivated', 'deactivate'),
      'user.deleted': deed('deleted', 'delete'),
      'user.fields_claimed': deed('took over fields of', 'take over fields of'),
      'user.locked': deed('locked', 'lock'),
      'user.mfa_required': deed('set the second factor of', 'set the second factor of'),
      'user.moved': deed('moved', 'move'),
      'user.purged': deed('purged', 'purge'),
      'user.activated': deed('activated', 'activate'),
      'user.onboarded': own('finished onboarding', 'could not finish onboarding'),
      'user.reactivated': deed('reactivated', 'reactivate'),
      'user.restored': deed('restored', 'restore'),
      'user.unlocked': deed('unlocked', 'unlock'),
      'user.updated': deed('changed the details of', 'change the details of'),
      'user.validity_set': deed('set the validity of', 'set the validity of'),
    } as Record<
      string,
      | {
          done: (who: string, whom: string) => string
          tried: (who: string, whom: string) => string
        }
      | undefined
    >,
    /** Why something was refused, by failure code, in a few words. */
    failures: {
      access_suspended: 'They had no access at the time.',
      ceremony_refused: 'The authenticator was not accepted.',
      factor_needed: 'A second factor was missing.',
      federated_only: 'The person signs in through a federation only.',
      grant_exceeds_rights: 'It goes beyond the rights of whoever tried.',
      invalid_input: 'Something was filled in wrongly.',
      invalid_transition: 'It was not possible in that state.',
      last_administrator: 'It would have left nobody to administer the organization.',
      managed_by_sso: 'The organization is managed by single sign-on.',
      no_password: 'There was no password.',
      no_secret_code: 'There was no secret code.',
      not_configured: 'The portal is not set up for it.',
      not_found: 'What was named is not there.',
      not_permitted: 'Their role does not allow it.',
      not_signed_in: 'They were not signed in.',
      outranked: 'The person has more rights than whoever tried.',
      own_account: 'Nobody does this to themselves.',
      role_already_given: 'They had the role already.',
      same_rank: 'The person has the same rights as whoever tried.',
      secret_unusable: 'The link or code was no longer good.',
      security_key_taken: 'The key was registered already.',
      stale_version: 'Somebody else had just changed it.',
      too_many_authenticators: 'There were as many as are allowed.',
      user_deleted: 'The person is deleted.',
      user_name_taken: 'Somebody else has the username.',
    } as Record<string, string | undefined>,
    /** What a field is called, in the table of before and after. */
    fields: {
      'activation link': 'Invitation',
      'enrolment link': 'Enrolment link',
      'recovery link': 'Link for a new password',
      'reset code': 'Reset code',
      'secret code': 'Secret code',
      actor: 'By',
      application: 'Application',
      attributes: 'Attributes',
      authenticators: 'Authenticators',
      emails: 'Email addresses',
      enrolment: 'Registered',
      entitlements: 'Entitlements',
      expiresAt: 'Ends',
      externalId: 'External ID',
      familyName: 'Last name',
      federatedOnly: 'Federated sign-in only',
      formerState: 'Before that',
      fromAt: 'From',
      givenName: 'First name',
      group: 'Group',
      groups: 'Groups',
      kind: 'Kind',
      lastSignedInAt: 'Last signed in',
      lifecycle: 'Account',
      locale: 'Language',
      locks: 'Locks',
      mfa: 'Second factor',
      name: 'Name',
      organizationId: 'Organization',
      owners: 'Managed elsewhere',
      password: 'Password',
      phoneNumbers: 'Phone numbers',
      preferred: 'Preferred',
      primary: 'Primary',
      reason: 'Reason',
      required: 'Required',
      roleId: 'Role',
      roles: 'Roles',
      scopes: 'Scopes',
      sessions: 'Sessions',
      signInRoute: 'Sign-in',
      secrets: 'Links and codes',
      sentTo: 'Sent to',
      sinceAt: 'Since',
      state: 'State',
      untilAt: 'Until',
      userName: 'Username',
      userType: 'User type',
      validFromAt: 'Valid from',
      validUntilAt: 'Valid until',
      value: 'Name',
      verifiedEmails: 'Verified email addresses',
    } as Record<string, string | undefined>,
    /** How accounts and second factors are kept, in words. */
    values: {
      staged: 'Staged',
      provisioned: 'Provisioned',
      deactivated: 'Deactivated',
      deleted: 'Deleted',
      enrolled: 'Registered',
      federated: 'Federation only',
      any: 'Password or federation',
    } as Record<string, string | undefined>,
    personaField: (type: string) => `Persona ${type}`,
  },
}

/** The shape of the words on a person's page: what the English ones say, in any tongue. */
export type UserPageMessages = typeof userPage
