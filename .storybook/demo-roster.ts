import { createRoster, type PersonaType, type Roster, type RosterOptions } from '@rosterkit/core'
import { type Organization, type User } from '@rosterkit/core/ports'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { createRosterHandler } from '@rosterkit/adapters/server'
import { rosterHandlers } from '@rosterkit/adapters/msw'
import { systemActor } from '../packages/core/src/kernel/actor.ts'
import { newUser } from '../packages/core/src/domain/users/new-user.ts'
import { demoServices, type Mailbox } from './demo-services.ts'

const idOf = (number: number) => `0198f0c0-7e00-7000-8000-${number.toString(16).padStart(12, '0')}`
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

const organizations: Organization[] = [
  ['Meridian Platform', null, 0, null],
  ['Nordwind Distribution', 1, 1, null],
  ['Hafenblick Partner', 2, 2, null],
  ['Alster Clinics', 3, 3, null],
  ['Elbe Logistics', 3, 3, 'Okta'],
].map(([name, parent, depth, ssoProvider], index) => ({
  id: idOf(index + 1),
  version: 1,
  parentId: parent === null ? null : idOf(parent as number),
  name: name as string,
  depth: depth as number,
  ssoProvider: ssoProvider as string | null,
  ssoRoleMapping: {},
  locks: [],
}))

const firstNames = [
  'Ada',
  'Łukasz',
  'María José',
  'Ngọc Anh',
  'Søren',
  'فاطمة',
  'Yuki',
  'Olumide',
  'Chloë',
  'Дмитрий',
  'Aarav',
  'Ingrid',
  'Tomás',
  'Leila',
  '伟',
  'Grace',
]
const lastNames = [
  'Lovelace',
  'Wójcik',
  'García Hernández',
  'Trần',
  'Kierkegaard',
  'الفهري',
  '田中',
  'Adeyemi',
  'Dubois',
  'Соколов',
  'Krishnamurthy',
  'Østergård',
  'Ó Murchú',
  'Hosseini',
  '张',
  'Wolfeschlegelsteinhausenbergerdorff',
]

/** A person who can be told from the others by their condition. */
const conditions: ((user: User) => Partial<User>)[] = [
  () => ({}),
  () => ({}),
  (user) => ({
    locks: [
      {
        id: idOf(9001),
        kind: 'administrator',
        reason: 'Laptop stolen on the train; waiting for the police report.',
        actor: { kind: 'user', id: idOf(100), label: 'Grace Hopper' },
        fromAt: daysAgo(1),
        untilAt: null,
      },
    ],
    version: user.version,
  }),
  (user) => ({
    owners: { userName: 'scim', name: 'scim', emails: 'scim' },
    emails: user.emails.map((email) => ({ ...email, type: 'work' })),
  }),
  (user) => ({
    lifecycle: { ...user.lifecycle, state: 'provisioned' },
    password: { state: 'none', sinceAt: null, expiresAt: null },
    lastSignedInAt: null,
  }),
  () => ({
    locks: [
      {
        id: idOf(9002),
        kind: 'failed-sign-ins',
        reason: '5 failed sign-ins in a row.',
        actor: systemActor,
        fromAt: daysAgo(0.02),
        untilAt: daysAgo(-0.02),
      },
    ],
  }),
  () => ({}),
  (user) => ({
    lifecycle: { ...user.lifecycle, state: 'staged' },
    password: { state: 'none', sinceAt: null, expiresAt: null },
    lastSignedInAt: null,
  }),
  () => ({ password: { state: 'temporary', sinceAt: daysAgo(2), expiresAt: null } }),
  (user) => ({
    lifecycle: {
      ...user.lifecycle,
      state: 'deactivated',
      formerState: 'active',
      reason: 'Parental leave until spring.',
      sinceAt: daysAgo(40),
    },
  }),
  () => ({ password: { state: 'reset_pending', sinceAt: daysAgo(0.2), expiresAt: null } }),
  () => ({ validUntilAt: daysAgo(12) }),
  () => ({ validFromAt: daysAgo(-9) }),
]

const personaTypes: PersonaType[] = [
  { id: 'employee', name: 'Employee', description: 'Works here.' },
  { id: 'contractor', name: 'Contractor', description: 'Works for us, employed elsewhere.' },
  { id: 'buyer', name: 'Buyer', description: 'Orders in the shop.' },
  {
    id: 'steward',
    name: 'Steward',
    description: 'Looks after the people of a scope.',
    delegation: { personaTypes: 'all' },
  },
]

/** The people whom a story may sign in as. */
export const callers = {
  administrator: idOf(100),
  viewer: idOf(101),
  ada: idOf(1000),
  elbe: idOf(1001),
  nobody: null,
} as const

/**
 * A roster in the page's memory with this many people, one after the other in every condition that
 * there is.
 */
export async function demoRoster(
  count: number,
  busyDays = 0,
  choices: Partial<RosterOptions> = {},
): Promise<{ readonly roster: Roster; readonly mailbox: Mailbox }> {
  const storage = memoryStorage()
  const { mailbox, services } = demoServices()
  // The clock can be turned back, so that the demo has a past.
  let ago = 0
  const roster = createRoster({
    storage,
    personaTypes,
    ...services,
    ...choices,
    clock: { now: () => daysAgo(ago) },
  })
  await storage.transaction(async (tx) => {
    for (const organization of organizations) await tx.organizations.insert(organization)
    const join = async (number: number, user: User, roleId?: string) => {
      await tx.users.insert(user, user.organizationId)
      if (roleId)
        await tx.roleAssignments.insert({
          id: idOf(20_000 + number),
          userId: user.id,
          userOrganizationId: user.organizationId,
          roleId,
          organizationId: user.organizationId,
          validFromAt: null,
          validUntilAt: null,
        })
    }
    const base = {
      at: daysAgo(400),
      actor: systemActor,
      state: 'active' as const,
      organizationId: idOf(3),
    }
    await join(
      1,
      {
        ...newUser({
          ...base,
          id: callers.administrator,
          userName: 'grace.hopper',
          name: { givenName: 'Grace', familyName: 'Hopper' },
          emails: [{ value: 'grace@hafenblick.example', primary: true }],
        }),
        lastSignedInAt: daysAgo(0.01),
      },
      'administrator',
    )
    await join(
      2,
      {
        ...newUser({
          ...base,
          id: callers.viewer,
          userName: 'vera.view',
          name: { givenName: 'Vera', familyName: 'Okonkwo' },
          emails: [{ value: 'vera@hafenblick.example', primary: true }],
        }),
        lastSignedInAt: daysAgo(3),
      },
      'viewer',
    )
    for (let index = 0; index < count - 2; index++) {
      const givenName = firstNames[index % firstNames.length]!
      const familyName = lastNames[(index * 5 + Math.floor(index / 16)) % lastNames.length]!
      const plain =
        `${givenName}.${familyName}`
          .normalize('NFKD')
          .replace(/[^a-zA-Z.]/g, '')
          .toLowerCase()
          .replace(/^\.|\.$/g, '') || 'person'
      const userName = `${plain}${index}`
      const at = daysAgo(30 + ((index * 37) % 900))
      const user: User = {
        ...newUser({
          ...base,
          id: idOf(1000 + index),
          organizationId: idOf(index % 5 === 1 ? 5 : 4),
          at,
          userName,
          name: { givenName, familyName },
          emails: [
            {
              value: `${userName}@${index % 5 === 1 ? 'elbe-logistics' : 'alster-clinics'}.example`,
              primary: true,
            },
          ],
        }),
        password: { state: 'set', sinceAt: at, expiresAt: null },
        lastSignedInAt: index % 11 === 3 ? null : daysAgo(((index * index) % 97) / 3 + 0.01),
        updatedAt: daysAgo(((index * 13) % 400) / 9),
      }
      await join(
        10 + index,
        { ...user, ...conditions[index % conditions.length]!(user) },
        [undefined, 'viewer', 'support', undefined, 'administrator', 'viewer'][index % 6],
      )
    }
  })
  const turnBack = (days: number) => {
    ago = days
  }
  for (let day = busyDays; day > 0; day--) {
    turnBack(41 + day)
    await roster.sessions.start({
      userId: fullId,
      device: 'Firefox on Windows',
      expiresAt: daysAgo(40 + day),
    })
  }
  await demoPast(roster, turnBack, mailbox)
  await demoMails(roster, mailbox, turnBack, count)
  return { roster, mailbox }
}

/** Who has been invited, whose invitation is over, and whose mail did not arrive. */
async function demoMails(
  roster: Roster,
  mailbox: Mailbox,
  turnBack: (days: number) => void,
  count: number,
) {
  const grace = roster.as({ userId: callers.administrator })
  const send = async (
    index: number,
    daysBefore: number,
    by: (userId: string) => Promise<unknown>,
  ) => {
    if (index >= count - 2) return
    turnBack(daysBefore)
    await by(idOf(1000 + index))
    await roster.mail.deliver()
  }
  await send(4, 2, (userId) => grace.users.resendActivation({ userId }))
  await send(17, 10, (userId) => grace.users.resendActivation({ userId }))
  await send(14, 0.2, async (userId) => {
    for (const { value } of (await grace.users.get({ userId })).emails) mailbox.unknown.add(value)
    await grace.passwords.sendReset({ userId })
  })
  turnBack(0)
}

/** The person whose page the stories show full; the next but two has nothing on it. */
const fullId = idOf(1000)

/**
 * What Ada has, and what was done to her over the last weeks, by the public operations and at the
 * time when it was done.
 */
async function demoPast(roster: Roster, turnBack: (days: number) => void, mailbox: Mailbox) {
  const grace = roster.as({ userId: callers.administrator })
  const userId = fullId
  const register = async (
    days: number,
    authenticator: Omit<Parameters<Roster['authenticators']['register']>[0], 'userId'>,
  ) => {
    turnBack(days)
    return roster.authenticators.register({ userId, ...authenticator })
  }
  const sales = await grace.groups.create({
    organizationId: idOf(4),
    name: 'Sales',
    description: 'Everybody who sells.',
  })
  const clinicians = await grace.groups.create({ organizationId: idOf(4), name: 'Clinicians' })
  await grace.groups.create({
    organizationId: idOf(3),
    name: 'Partner announcements',
    description: 'News for all partners.',
  })
  await grace.groups.create({ organizationId: idOf(5), name: 'Drivers' })
  const records = await grace.applications.create({
    organizationId: idOf(4),
    name: 'Patient records',
  })
  await grace.applications.create({ organizationId: idOf(3), name: 'Price list' })

  turnBack(41)
  await grace.groups.assign({ userId, groupId: sales.id })
  await grace.applications.assign({ userId, applicationId: records.id })
  const key = await register(40.9, {
    type: 'fido2',
    name: 'Blue security key',
    details: {
      aaguid: 'ee882879-721c-4913-9775-3dfcce97072a',
      os: 'macOS 15',
      browser: 'Safari 18',
      model: 'YubiKey 5C',
    },
  })
  turnBack(40)
  await grace.authenticators.issueEnrolmentLink({ userId })
  await roster.mail.deliver()
  const [address] = (await grace.users.get({ userId })).emails
  await roster
    .as({ userId: null })
    .redeem.chooseSecretCode({ token: mailbox.tokenTo(address!.value), secretCode: '482093' })
  const phone = await register(23, {
    type: 'app',
    name: 'Ada’s phone',
    details: { os: 'Android 16', model: 'Pixel 9' },
  })
  const tablet = await register(22, { type: 'totp', name: 'Codes on the tablet' })
  await register(0.4, {
    type: 'fido2',
    name: 'New laptop',
    details: {
      aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96',
      os: 'Windows 11',
      browser: 'Edge 142',
    },
    pending: true,
  })

  turnBack(9)
  await grace.groups.assign({ userId, groupId: clinicians.id })
  await grace.roles.assign({
    userId,
    roleId: 'viewer',
    organizationId: idOf(4),
    validUntilAt: daysAgo(-60),
  })
  await grace.personas.assign({
    userId,
    typeId: 'employee',
    scopes: ['north', 'west'],
    entitlements: [
      { kind: 'subscription', value: 'gold' },
      { kind: 'permission_set', value: 'Clinical read', validUntilAt: daysAgo(-30) },
    ],
  })
  await grace.personas.assign({
    userId,
    typeId: 'buyer',
    scopes: ['consumables'],
    validFromAt: daysAgo(-14),
  })
  turnBack(8.8)
  const { sessionId } = await roster.sessions.start({
    userId,
    device: 'Chrome on Android',
    place: 'Bremen',
    address: '198.51.100.7',
  })
  turnBack(6)
  const { version } = await grace.users.get({ userId })
  await grace.users.update({ userId, version, userType: 'Physician' })
  await grace.sessions.end({ userId, sessionId, reason: 'Reported a phone left in a taxi.' })
  turnBack(5.9)
  await grace.authenticators.lock({
    userId,
    authenticatorId: phone.id,
    reason: 'Phone left in a taxi.',
  })
  await grace.users.lock({ userId, reason: 'Until the phone is found or wiped.' })
  turnBack(5.6)
  await grace.users.unlock({ userId, reason: 'Phone has been wiped.' })
  turnBack(1.2)
  await roster
    .as({ userId: callers.viewer })
    .users.deactivate({ userId, reason: 'Asked by phone.' })
    .catch(() => undefined)
  await roster.storage.transaction(async (tx) => {
    const codes = await tx.authenticators.find(userId, tablet.id)
    if (codes)
      await tx.authenticators.update(
        {
          ...codes,
          state: 'locked_by_user',
          stateSinceAt: daysAgo(1.1),
          stateActor: { kind: 'user', id: userId, label: 'Ada Lovelace' },
          version: codes.version + 1,
        },
        codes.version,
      )
  })
  turnBack(1)
  await roster.sessions.start({
    userId,
    device: 'Firefox on Windows',
    place: 'Hamburg',
    address: '203.0.113.24',
  })
  turnBack(0.1)
  await roster.authenticators.recordUse({ userId, authenticatorId: key.id })
  await roster.sessions.start({
    userId,
    device: 'Safari on macOS',
    place: 'Hamburg',
    address: '203.0.113.24',
  })
  await roster.sessions.start({
    userId,
    kind: 'token',
    device: 'Reporting script',
    expiresAt: daysAgo(-20),
  })
  turnBack(0)
}

/** How the demo begins for a story. */
export interface DemoOptions {
  readonly count?: number
  readonly caller?: keyof typeof callers
  readonly busyDays?: number
  /** What this portal decides otherwise. */
  readonly choices?: Partial<RosterOptions>
}

/** MSW handlers that answer with the real rules over that roster, as one of its people. */
export async function demoHandlers({
  count = 60,
  caller = 'administrator',
  busyDays = 0,
  choices = {},
}: DemoOptions = {}) {
  const { roster } = await demoRoster(count, busyDays, choices)
  return rosterHandlers(
    createRosterHandler(roster, { caller: () => callers[caller], allowWithoutOrigin: true }),
  )
}

/** The kinds of link that somebody may come with. */
export type DemoLink =
  | 'onboarding'
  | 'onboarding-mfa'
  | 'recovery'
  | 'enrolment'
  | 'used'
  | 'reset-code'

/**
 * A link for Mary Shelley, or a reset code, and the handlers for whoever comes with it, signed in
 * or not.
 */
export async function demoLink(
  kind: DemoLink,
  { caller = 'nobody', choices = {} }: Omit<DemoOptions, 'count' | 'busyDays'> = {},
) {
  const { roster, mailbox } = await demoRoster(3, 0, choices)
  const grace = roster.as({ userId: callers.administrator })
  const stranger = roster.as({ userId: null })
  const address = 'mary@alster-clinics.example'
  const { id: userId } = await grace.users.create({
    organizationId: idOf(4),
    userName: 'mary.shelley',
    name: { givenName: 'Mary', familyName: 'Shelley' },
    emails: [{ value: address, primary: true }],
    mfaRequired: kind === 'onboarding-mfa',
  })
  await roster.mail.deliver()
  let token = mailbox.tokenTo(address)
  let code: string | null = null
  if (!kind.startsWith('onboarding')) {
    await stranger.redeem.finishOnboarding({ token, password: 'seven quiet harbours at dawn' })
    await roster.sessions.start({ userId, device: 'Firefox on Windows' })
    if (kind === 'recovery') await grace.passwords.sendReset({ userId, signOut: false })
    if (kind === 'enrolment' || kind === 'reset-code')
      await grace.authenticators.issueEnrolmentLink({ userId })
    await roster.mail.deliver()
    token = mailbox.tokenTo(address)
    if (kind === 'reset-code') {
      await stranger.redeem.chooseSecretCode({ token, secretCode: '482093' })
      code = (await grace.secretCodes.issueResetCode({ userId })).code
    }
  }
  return {
    token,
    code,
    organizationId: idOf(4),
    handlers: rosterHandlers(
      createRosterHandler(roster, { caller: () => callers[caller], allowWithoutOrigin: true }),
    ),
  }
}
