import { createRoster, type Organization, type Roster, type User } from '@rosterkit/core'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { createRosterHandler } from '@rosterkit/adapters/server'
import { rosterHandlers } from '@rosterkit/adapters/msw'
import { systemActor } from '../packages/core/src/kernel/actor.ts'
import { newUser } from '../packages/core/src/users/create-user.ts'

const idOf = (number: number) => `0198f0c0-7e00-7000-8000-${number.toString(16).padStart(12, '0')}`
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

const organizations: Organization[] = [
  ['Meridian Platform', null, 0, null],
  ['Nordwind Distribution', 1, 1, null],
  ['Hafenblick Partner', 2, 2, null],
  ['Alster Clinics', 3, 3, null],
  ['Elbe Logistics', 3, 3, 'Okta'],
].map(([name, parent, depth, ssoProvider], index) => ({ id: idOf(index + 1), version: 1, parentId: parent === null ? null : idOf(parent as number), name: name as string, depth: depth as number, ssoProvider: ssoProvider as string | null, ssoRoleMapping: {}, locks: [] }))

const firstNames = ['Ada', 'Łukasz', 'María José', 'Ngọc Anh', 'Søren', 'فاطمة', 'Yuki', 'Olumide', 'Chloë', 'Дмитрий', 'Aarav', 'Ingrid', 'Tomás', 'Leila', '伟', 'Grace']
const lastNames = ['Lovelace', 'Wójcik', 'García Hernández', 'Trần', 'Kierkegaard', 'الفهري', '田中', 'Adeyemi', 'Dubois', 'Соколов', 'Krishnamurthy', 'Østergård', 'Ó Murchú', 'Hosseini', '张', 'Wolfeschlegelsteinhausenbergerdorff']

/** A person who can be told from the others by their condition. */
const conditions: ((user: User) => Partial<User>)[] = [
  () => ({}),
  () => ({}),
  (user) => ({ locks: [{ id: idOf(9001), kind: 'administrator', reason: 'Laptop stolen on the train; waiting for the police report.', actor: { kind: 'user', id: idOf(100), label: 'Grace Hopper' }, fromAt: daysAgo(1), untilAt: null }], version: user.version }),
  () => ({}),
  (user) => ({ lifecycle: { ...user.lifecycle, state: 'provisioned' }, lastSignedInAt: null }),
  () => ({ locks: [{ id: idOf(9002), kind: 'failed-sign-ins', reason: '5 failed sign-ins in a row.', actor: systemActor, fromAt: daysAgo(0.02), untilAt: daysAgo(-0.02) }] }),
  () => ({}),
  (user) => ({ lifecycle: { ...user.lifecycle, state: 'staged' }, lastSignedInAt: null }),
  () => ({ password: { state: 'temporary', sinceAt: daysAgo(2), expiresAt: null } }),
  (user) => ({ lifecycle: { ...user.lifecycle, state: 'deactivated', formerState: 'active', reason: 'Parental leave until spring.', sinceAt: daysAgo(40) } }),
  () => ({ password: { state: 'reset_pending', sinceAt: daysAgo(0.2), expiresAt: null } }),
  () => ({ validUntilAt: daysAgo(12) }),
  () => ({ validFromAt: daysAgo(-9) }),
]

/** The people whom a story may sign in as. */
export const callers = { administrator: idOf(100), viewer: idOf(101), nobody: null } as const

/** A roster in the page's memory with this many people, one after the other in every condition that there is. */
export async function demoRoster(count: number): Promise<Roster> {
  const storage = memoryStorage()
  const roster = createRoster({ storage })
  await storage.transaction(async (tx) => {
    for (const organization of organizations) await tx.organizations.insert(organization)
    const join = async (number: number, user: User, roleId?: string) => {
      await tx.users.insert(user, user.organizationId)
      if (roleId) await tx.roleAssignments.insert({ id: idOf(20_000 + number), userId: user.id, userOrganizationId: user.organizationId, roleId, organizationId: user.organizationId, validFromAt: null, validUntilAt: null })
    }
    const base = { at: daysAgo(400), actor: systemActor, state: 'active' as const, organizationId: idOf(3) }
    await join(1, { ...newUser({ ...base, id: callers.administrator, userName: 'grace.hopper', name: { givenName: 'Grace', familyName: 'Hopper' }, emails: [{ value: 'grace@hafenblick.example', primary: true }] }), lastSignedInAt: daysAgo(0.01) }, 'administrator')
    await join(2, { ...newUser({ ...base, id: callers.viewer, userName: 'vera.view', name: { givenName: 'Vera', familyName: 'Okonkwo' }, emails: [{ value: 'vera@hafenblick.example', primary: true }] }), lastSignedInAt: daysAgo(3) }, 'viewer')
    for (let index = 0; index < count - 2; index++) {
      const givenName = firstNames[index % firstNames.length]!
      const familyName = lastNames[(index * 5 + Math.floor(index / 16)) % lastNames.length]!
      const plain = `${givenName}.${familyName}`.normalize('NFKD').replace(/[^a-zA-Z.]/g, '').toLowerCase().replace(/^\.|\.$/g, '') || 'person'
      const userName = `${plain}${index}`
      const at = daysAgo(30 + ((index * 37) % 900))
      const user: User = { ...newUser({ ...base, id: idOf(1000 + index), organizationId: idOf(index % 5 === 1 ? 5 : 4), at, userName, name: { givenName, familyName }, emails: [{ value: `${userName}@${index % 5 === 1 ? 'elbe-logistics' : 'alster-clinics'}.example`, primary: true }] }), lastSignedInAt: index % 11 === 3 ? null : daysAgo(((index * index) % 97) / 3 + 0.01), updatedAt: daysAgo(((index * 13) % 400) / 9) }
      await join(10 + index, { ...user, ...conditions[index % conditions.length]!(user) }, [undefined, 'viewer', 'support', undefined, 'administrator', 'viewer'][index % 6])
    }
  })
  return roster
}

/** MSW handlers that answer with the real rules over that roster, as one of its people. */
export async function demoHandlers({ count = 60, caller = 'administrator' }: { count?: number; caller?: keyof typeof callers } = {}) {
  const roster = await demoRoster(count)
  return rosterHandlers(createRosterHandler(roster, { caller: () => callers[caller] }))
}
