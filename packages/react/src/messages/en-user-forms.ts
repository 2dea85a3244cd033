import { words } from './words.js'

const { plural } = words('en')

/** The dialogs of the acts on a person, in English. */
export const dialogs = {
  reason: 'Reason',
  reasonMissing: 'Enter a reason.',
  reasonHint: 'Other administrators see it, and the audit keeps it.',
  until: 'Until',
  untilHint: 'Leave empty to lock until somebody unlocks.',
  userName: 'Username',
  typeUserName: (userName: string) => `Type ${userName} to confirm.`,
  userNameWrong: 'Type the username exactly as it is shown.',
}

/** The short form of adding a person. */
export const invite = {
  title: 'Invite by email',
  text: 'They get a mail with a link to finish onboarding.',
  verb: 'Invite user',
  userNameHint: 'Taken from the email address; change it where it should be another.',
}

/** Adding a person. */
export const wizard = {
  title: 'Add user',
  steps: { who: 'Who', where: 'Where and what', how: 'How they sign in', review: 'Review' },
  questions: {
    who: 'Who is it?',
    where: 'Where do they belong, and what may they do?',
    how: 'How will they sign in?',
    review: 'Is this right?',
  },
  givenName: 'First name',
  familyName: 'Last name',
  userName: 'Username',
  userNameHint: 'Capital letters do not matter.',
  userNameTaken: (userName: string) =>
    `Somebody there already uses “${userName}”. Choose a different username.`,
  primaryEmail: 'Primary email',
  secondaryEmail: 'Secondary email',
  phone: 'Phone number',
  userType: 'User type',
  organization: 'Organization',
  chooseOrganization: 'Choose an organization.',
  role: 'Role',
  noRole: 'No role',
  noRoleText: 'Belongs to the organization and may administer nothing.',
  roleBeyond: 'Goes beyond your own rights there.',
  roles: 'Roles',
  mainRole: 'Main role',
  mainRoleHint: 'The main role stands first on their page.',
  furtherRole: (place: number) => `Role ${place}`,
  roleAt: (place: number) => (place === 1 ? 'Applies at' : `Role ${place} applies at`),
  addRole: 'Add another role',
  removeRole: (role: string) => `Remove ${role}`,
  roleTwice: 'This role stands there twice. Choose another, or remove one.',
  roleWhere: 'Choose where the role applies.',
  groups: 'Groups',
  noGroups: 'None',
  groupElsewhere: (group: string, organization: string) =>
    `${group} belongs to ${organization}, which is not above this person. Remove it.`,
  activation: 'Activation',
  activationNow: 'Activate now',
  activationNowText: 'They are invited by mail, or you get the link, as the portal is set up.',
  activationLater: 'Later',
  activationLaterText: 'Nothing is sent. Stays staged until somebody activates the account.',
  activationLink: 'A link to copy',
  activationLinkText: 'Nothing is mailed. The link is shown to you once, to hand over.',
  mfaRequired: 'Require a second factor',
  mfaRequiredText: 'They register it with the invitation, or at the next sign-in.',
  federatedOnly: 'Federated sign-in only',
  federatedOnlyText: 'No password here; they sign in through their own identity provider.',
  finish: 'Add user',
  done: (name: string) => `${name} has been added.`,
  name: 'Name',
  yes: 'Yes',
  no: 'No',
}

/** What is said where an identity provider manages the people. */
export const sso = {
  title: (organization: string, provider: string) => `${organization} is managed in ${provider}`,
  several: (organizations: string) => `Managed by single sign-on: ${organizations}`,
  one: (organization: string, provider: string) => `${organization} (${provider})`,
  text: 'People are added, changed and given their roles there. Locks, sessions, authenticators and groups stay here.',
  addElsewhere: 'People are added there, and not here.',
}

/** The head and the profile of a person’s page. */
export const page = {
  back: 'All users',
  profile: 'Profile',
  edit: 'Edit',
  save: 'Save',
  cancel: 'Cancel',
  saved: (name: string) => `${name} has been saved.`,
  more: (name: string) => `More actions for ${name}`,
  lastSignedIn: 'Last signed in',
  neverSignedIn: 'Has never signed in',
  none: 'None',
  managedBy: {
    sso: 'Managed by single sign-on',
    scim: 'Managed by SCIM',
    import: 'Managed by import',
  },
  mfa: 'Second factor',
  mfaRequired: 'Required',
  mfaOptional: 'Not required',
  signInRoute: 'Sign-in',
  anyRoute: 'Password or federation',
  federated: 'Federation only',
  notFoundTitle: 'This person cannot be shown',
}

/** The values of the facets, and what they mean. */
export const facets = {
  mfa: {
    not_required: 'Not required',
    not_enrolled: 'Required, none registered',
    enrolled: 'Registered',
    again: 'To be registered again',
  },
  dormant: {
    yes: 'Dormant',
    no: 'Not dormant',
    note: (days: number) =>
      plural(days, {
        one: 'Dormant: has not signed in for # day, or was added before then and never has.',
        other: 'Dormant: has not signed in for # days, or was added before then and never has.',
      }),
  },
  expiring: {
    yes: 'Expiring',
    no: 'Not expiring',
    note: (days: number) =>
      plural(days, {
        one: 'Expiring: access or a role ends within # day.',
        other: 'Expiring: access or a role ends within # days.',
      }),
  },
}

/** A table in which nobody matches. */
export const noMatch = {
  title: 'No user matches',
  text: (filters: string) => `Nobody matches ${filters}.`,
  search: (text: string) => `“${text}”`,
  status: (names: string) => `status ${names}`,
  role: (names: string) => `role ${names}`,
  organization: 'the organization',
  mfa: (names: string) => `second factor ${names}`,
  dormant: { yes: 'dormant', no: 'not dormant' },
  expiring: { yes: 'expiring', no: 'not expiring' },
  clear: 'Clear search and filters',
}
