// The permission matrix, written a second time and by hand: from the laws in prose, never from the
// code that keeps them. A rule that changes must change in both places, and whoever changes it
// reads both.

/**
 * Where things are: who reaches what. A role at an organization reaches it and everything below.
 */
export const reaches = {
  platform: [
    'platform',
    'north',
    'harbour',
    'acme',
    'branch',
    'beta',
    'south',
    'gamma',
    'delta',
    'closed',
  ],
  north: ['north', 'harbour', 'acme', 'branch', 'beta'],
  harbour: ['harbour', 'acme', 'branch', 'beta'],
  acme: ['acme', 'branch'],
  branch: ['branch'],
  beta: ['beta'],
  south: ['south', 'gamma', 'delta', 'closed'],
  gamma: ['gamma', 'delta'],
  delta: ['delta'],
  closed: ['closed'],
} as const

/**
 * An organization of the oracle's tree: platform → north → harbour → acme → branch, beta beside
 * acme, and south → gamma → delta.
 */
export type Place = keyof typeof reaches

export const places = Object.keys(reaches) as Place[]

/** How the place of a role stands to acme, where the people of the matrix live. */
export const relationToAcme = {
  platform: 'root',
  north: 'grandparent',
  harbour: 'parent',
  acme: 'same organization',
  branch: 'child',
  beta: 'sibling',
  delta: 'cousin',
  gamma: 'elsewhere',
} as const satisfies Partial<Record<Place, string>>

export type RelatedPlace = keyof typeof relationToAcme

export const relatedPlaces = Object.keys(relationToAcme) as RelatedPlace[]

/** The roles of the matrix: the three built-in ones, and three of a host's own. */
export const roleNames = ['viewer', 'support', 'helper', 'ender', 'administrator'] as const

export type RoleName = (typeof roleNames)[number]

/**
 * The host's own roles, as it would configure them. The ender may not see anybody; the greeter is
 * only ever given.
 */
export const hostRoles = [
  {
    id: 'helper',
    name: 'Helper',
    description: 'Adds people and gives roles.',
    permissions: [
      'user:read',
      'user:create',
      'user:update',
      'role:read',
      'role:assign',
      'organization:read',
    ],
  },
  {
    id: 'ender',
    name: 'Ender',
    description: 'Ends sessions unseen.',
    permissions: ['session:end'],
  },
  {
    id: 'greeter',
    name: 'Greeter',
    description: 'Sees people.',
    permissions: ['user:read', 'organization:read'],
  },
] as const

/**
 * Every operation about a person. Who: which roles it is open to. `oneself`: what happens to
 * whoever tries it on themselves. `sso`: whether an organization under single sign-on still allows
 * it. `person`: the state in which it has something to do.
 */
export const personLaws = table(`
  operation                           kind  viewer support helper administrator  oneself      sso  person
  users.get                           asks  yes    yes     yes    yes            yes          yes  active
  users.update                        acts  no     no      yes    yes            yes          no   active
  users.lock                          acts  no     yes     no     yes            own_account  yes  active
  users.unlock                        acts  no     yes     no     yes            own_account  yes  locked
  users.activate                      acts  no     no      yes    yes            own_account  no   staged
  users.resendActivation              acts  no     no      yes    yes            own_account  no   provisioned
  users.deactivate                    acts  no     no      no     yes            own_account  yes  active
  users.reactivate                    acts  no     no      no     yes            own_account  yes  deactivated
  users.setValidity                   acts  no     no      yes    yes            own_account  yes  active
  users.requireMfa                    acts  no     no      no     yes            own_account  yes  active
  users.move                          acts  no     no      no     yes            own_account  no   active
  users.delete                        acts  no     no      no     yes            own_account  no   active
  users.restore                       acts  no     no      no     yes            not_deleted  no   deleted
  users.purge                         acts  no     no      no     yes            own_account  no   deleted
  roles.assign                        acts  no     no      yes    yes            own_account  no   active
  roles.unassign                      acts  no     no      yes    yes            own_account  no   greeter
  roles.setValidity                   acts  no     no      yes    yes            own_account  no   greeter
  personas.list                       asks  yes    yes     no     yes            yes          yes  active
  personas.assign                     acts  no     no      no     yes            own_account  yes  active
  personas.update                     acts  no     no      no     yes            own_account  yes  active
  personas.remove                     acts  no     no      no     yes            own_account  yes  active
  authenticators.list                 asks  yes    yes     no     yes            yes          yes  active
  authenticators.lock                 acts  no     yes     no     yes            yes          yes  active
  authenticators.unlock               acts  no     yes     no     yes            own_account  yes  active
  authenticators.delete               acts  no     no      no     yes            yes          yes  active
  authenticators.reset                acts  no     yes     no     yes            own_account  yes  active
  authenticators.beginSecurityKey     acts  no     yes     no     yes            own_account  yes  active
  authenticators.finishSecurityKey    acts  no     yes     no     yes            own_account  yes  active
  authenticators.issueEnrolmentLink   acts  no     yes     no     yes            own_account  yes  active
  passwords.sendReset                 acts  no     yes     no     yes            own_account  no   active
  passwords.setTemporary              acts  no     yes     no     yes            own_account  no   active
  passwords.remove                    acts  no     yes     no     yes            own_account  no   active
  passwords.expire                    acts  no     yes     no     yes            own_account  no   active
  secretCodes.issueResetCode          acts  no     yes     no     yes            own_account  yes  active
  secrets.list                        asks  yes    yes     yes    yes            yes          yes  active
  mails.ofUser                        asks  yes    yes     yes    yes            yes          yes  active
  sessions.list                       asks  yes    yes     no     yes            yes          yes  active
  sessions.end                        acts  no     yes     no     yes            yes          yes  active
  sessions.endAll                     acts  no     yes     no     yes            yes          yes  active
  groups.list                         asks  yes    yes     no     yes            yes          yes  active
  groups.assign                       acts  no     no      no     yes            yes          yes  active
  groups.unassign                     acts  no     no      no     yes            yes          yes  active
  applications.list                   asks  yes    yes     no     yes            yes          yes  active
  applications.assign                 acts  no     no      no     yes            yes          yes  active
  applications.unassign               acts  no     no      no     yes            yes          yes  active
  audit.ofUser                        asks  yes    yes     no     yes            yes          yes  active
`)

/**
 * Every operation about an organization. `home`: what happens at the caller's own organization, and
 * at one above it.
 */
export const organizationLaws = table(`
  operation               kind  viewer support helper administrator  home         root                sso
  organizations.create    acts  no     no      no     yes            yes          yes                 yes
  organizations.update    acts  no     no      no     yes            yes          yes                 yes
  organizations.lock      acts  no     no      no     yes            own_account  own_account         yes
  organizations.unlock    acts  no     no      no     yes            yes          yes                 yes
  organizations.move      acts  no     no      no     yes            not_permitted  invalid_transition  yes
  users.create            acts  no     no      yes    yes            yes          yes                 no
  users.checkUserName     asks  no     no      yes    yes            yes          yes                 yes
  groups.create           acts  no     no      no     yes            yes          yes                 yes
  applications.create     acts  no     no      no     yes            yes          yes                 yes
  audit.verify            asks  yes    yes     no     yes            yes          yes                 yes
`)

/** Every list. Whoever may not see any gets a refusal, not an empty list. */
export const listLaws = table(`
  operation            viewer support helper ender administrator
  users.list           yes    yes     yes    no    yes
  users.count          yes    yes     yes    no    yes
  organizations.list   yes    yes     yes    no    yes
  roles.list           yes    yes     yes    no    yes
  groups.search        yes    yes     no     no    yes
  applications.search  yes    yes     no     no    yes
`)

/**
 * What is done with a link, whoever is signed in or nobody: which links each operation takes.
 * Everything else is as unusable as a link that never was.
 */
export const linkLaws = table(`
  operation                 activation  recovery  enrolment  new_password
  redeem.open               yes         yes       yes        yes
  redeem.finishOnboarding   yes         no        no         no
  redeem.setPassword        no          yes       no         yes
  redeem.beginSecurityKey   yes         no        yes        no
  redeem.finishSecurityKey  yes         no        yes        no
  redeem.beginTotp          yes         no        yes        no
  redeem.finishTotp         yes         no        yes        no
  redeem.chooseSecretCode   yes         no        yes        no
`)

/**
 * Whether somebody’s links and codes are good while they stand so. Who is shut out is shut out of
 * them too; failed sign-ins shut nobody out of their recovery, or a stranger could.
 */
export const linkStandings = table(`
  standing                          good
  invited                           yes
  invited,locked-automatically      yes
  invited,locked                    no
  invited,not-yet-valid             no
  active                            yes
  in-recovery                       yes
  with-a-temporary-password         yes
  with-an-expired-password          yes
  locked-automatically              yes
  locked-automatically-and-by-hand  no
  locked-for-inactivity             no
  locked                            no
  locked-for-security               no
  staged                            no
  deactivated                       no
  deleted                           no
  not-yet-valid                     no
  no-longer-valid                   no
  in-a-locked-organization          no
  below-a-locked-organization       no
`)

/** What comes of a good link by who is signed in where it is opened. */
export const linkSessions = table(`
  session                 outcome
  nobody                  allowed
  the-person              allowed
  the-host                allowed
  an-administrator-above  other_account
  somebody-else           other_account
  somebody-who-is-locked  other_account
  somebody-unknown        other_account
`)

/** What anybody may ask; the answer tells nobody who there is. */
export const anyoneLaws = ['redeem.resetSecretCode', 'redeem.requestRecovery'] as const

/** Everybody may do these with what is their own. */
export const ownLaws = [
  'caller.get',
  'authenticators.listOwn',
  'authenticators.lockOwn',
  'authenticators.unlockOwn',
] as const

/**
 * How the holder of the role on the left stands to the holder of the role above, when both roles
 * are at the same organization. Somebody who only looks is nobody's equal. From further up, “same”
 * becomes “above”; from anywhere else everything but “nothing” outranks.
 */
export const rankAtOnePlace = table(`
  caller         viewer     support    helper     ender      administrator
  viewer         above      outranked  outranked  outranked  outranked
  support        above      same_rank  outranked  above      outranked
  helper         outranked  outranked  same_rank  outranked  outranked
  administrator  above      above      above      above      same_rank
`)

/**
 * Which roles the holder of the role on the left may give at an organization that it reaches: only
 * those whose every right they hold there.
 */
export const giving = table(`
  caller         greeter  viewer                support               helper                ender                 administrator
  viewer         not_permitted  not_permitted   not_permitted         not_permitted         not_permitted         not_permitted
  support        not_permitted  not_permitted   not_permitted         not_permitted         not_permitted         not_permitted
  helper         allowed  grant_exceeds_rights  grant_exceeds_rights  allowed               grant_exceeds_rights  grant_exceeds_rights
  administrator  allowed  allowed               allowed               allowed               allowed               allowed
`)

/** Reads a table written as text: the first column names the row. */
function table(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return Object.fromEntries(
    rows.map(([name, ...cells]) => [
      name,
      Object.fromEntries(cells.map((cell, index) => [head![index + 1], cell])),
    ]),
  )
}
