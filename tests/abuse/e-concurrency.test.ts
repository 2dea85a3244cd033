import { createRosterHandler } from '@rosterkit/adapters/server'
import { createRoster, type Storage } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { faultyStorage } from './faulty-storage.ts'
import { host, openPortal } from './portal.ts'

// Section E of the rows to withstand, over HTTP: concurrency and atomicity (ASVS 2.3.3, 2.3.4, 15.4.2). What naive code does is shown in tests/stores/races.test.ts.

describe('at the same moment', () => {
  const ways = ['users.lock', 'users.deactivate', 'users.delete', 'users.move', 'roles.unassign']
  it.each(ways.flatMap((way) => [2, 8, 32].map((clients) => [way, clients] as const)))('row 76: %s of every administrator there is, by %i clients at once, leaves one', async (way, clients) => {
    const portal = await openPortal()
    const people = [portal.callers.platform.user]
    for (let index = 1; index < clients; index++) people.push(await portal.join(`administrator${index}`, 'platform', { roles: ['administrator'] }))
    const assignments = await portal.storage.read((tx) => tx.roleAssignments.ofUsers(people.map(({ id }) => id)))
    // The root's peers may not touch each other, so it is the host's own code that does; a role at the root goes with nobody who moves.
    const inputs = (user: { id: string; userName: string }): object => ({ 'users.lock': { reason: 'x' }, 'users.deactivate': { reason: 'x' }, 'users.delete': { userName: user.userName }, 'users.move': { toOrganizationId: portal.places.acme }, 'roles.unassign': { assignmentId: assignments.find(({ userId }) => userId === user.id)!.id } })[way]!
    const results = await Promise.all(people.map((user) => portal.roster.execute(way, { caller: 'system', input: { userId: user.id, ...inputs(user) } })))
    for (const result of results) if (!result.ok) expect(['last_administrator', 'busy']).toContain(result.failure.code)
    const effective = await Promise.all(people.map(async ({ id }) => (await portal.roster.execute('organizations.update', { caller: { userId: id }, input: { organizationId: portal.places.acme, version: 99 } })) as { failure: { code: string } }))
    // Whoever is still an administrator is told that the version is old; nobody else gets as far.
    expect(effective.filter(({ failure }) => failure.code === 'stale_version').length).toBeGreaterThanOrEqual(1)
  })

  it.each([2, 8, 32])('row 77: of %i who add the same name, in whatever case and form, one succeeds and the others are told', async (clients) => {
    const portal = await openPortal()
    const { session } = portal.callers.tenant
    const forms = ['Ångström', 'ångström', 'A\u030Angstro\u0308m', 'ÅNGSTRÖM', 'Ａ\u030Angström']
    const answers = await Promise.all(Array.from({ length: clients }, (_, index) => portal.call('users.create', { organizationId: portal.places.acme, userName: forms[index % forms.length]!, name: { givenName: 'A', familyName: 'B' }, emails: [{ value: 'a@example.com', primary: true }] }, { session })))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, ...Array.from({ length: clients - 1 }, () => 409)])
    expect(answers.filter(({ status }) => status === 409).every(({ code }) => code === 'user_name_taken')).toBe(true)
  })

  it('row 79: a session that begins beside a lock is refused with the request after it', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const portal = await openPortal()
      const { user } = await portal.person('ada', 'acme')
      const [started] = await Promise.all([portal.roster.sessions.start({ userId: user.id }).catch(() => null), portal.call('users.lock', { userId: user.id, reason: 'x' }, { session: portal.callers.tenant.session }), portal.roster.signIn.recordSuccess({ userId: user.id }).catch(() => null)])
      if (started) expect((await portal.call('caller.get', {}, { session: `sid=${user.id}.${started.sessionId}` })).status).toBe(401)
      await expect(portal.roster.sessions.start({ userId: user.id })).rejects.toMatchObject({ code: expect.any(String) as string })
    }
  })

  it.each([2, 8, 32])('row 80: of %i editors with one version one is first, and the others are told', async (clients) => {
    const portal = await openPortal()
    const { session } = portal.callers.tenant
    const userId = portal.callers.member.user.id
    const answers = await Promise.all(Array.from({ length: clients }, (_, index) => portal.call('users.update', { userId, version: 1, userType: `editor ${index}` }, { session })))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, ...Array.from({ length: clients - 1 }, () => 412)])
    expect((await portal.call('users.get', { userId }, { session })).body['version']).toBe(2)
  })

  it('row 82: a batch ends where its administrator loses their role: nothing is done to anybody after that', async () => {
    const portal = await openPortal()
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => portal.join(`p${index}`, 'acme')))
    const { user, session } = portal.callers.tenant
    const { roles } = (await portal.call('users.get', { userId: user.id }, { session })).body as { roles: { id: string }[] }
    // Between the fifth and the sixth, whatever the store: a store that takes the role away when it has carried five out.
    let locked = 0
    const inner = portal.storage
    const storage: Storage = {
      ...inner,
      async transaction(work) {
        const value = await inner.transaction(work)
        if (++locked === 6) await portal.roster.as('system').roles.unassign({ userId: user.id, assignmentId: roles[0]!.id })
        return value
      },
    }
    const handler = createRosterHandler(createRoster({ storage, clock: { now: portal.now } }), { caller: () => user.id })
    const response = await handler(new Request(`${host}/api/roster/bulk/lock`, { method: 'POST', headers: { origin: host, 'content-type': 'application/json' }, body: JSON.stringify({ userIds: people.map(({ id }) => id), reason: 'x' }) }))
    const { items } = (await response.json()) as { items: { done: boolean; code?: string }[] }
    expect(items.map(({ done, code }) => (done ? 'done' : code))).toEqual(people.map((_, index) => (index < 5 ? 'done' : 'not_found')))
    const states = await Promise.all(people.map(async ({ id }) => (await portal.storage.read((tx) => tx.users.find(id)))!.locks.length))
    expect(states).toEqual(people.map((_, index) => (index < 5 ? 1 : 0)))
  })

  it('row 83: a store that gets no turn twice and then does, answers as if nothing had been', async () => {
    const portal = await openPortal()
    const faulty = faultyStorage(portal.storage)
    const handler = createRosterHandler(createRoster({ storage: faulty.storage, clock: { now: portal.now } }), { caller: () => portal.callers.tenant.user.id })
    const lock = () => handler(new Request(`${host}/api/roster/users/${portal.callers.member.user.id}/lock`, { method: 'POST', headers: { origin: host, 'content-type': 'application/json' }, body: '{"reason":"x"}' }))
    faulty.breakAt(1, () => Object.assign(new Error('could not serialize access'), { code: 'busy' }))
    const busy = await lock()
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '1'])
    faulty.breakAt(0)
    expect((await lock()).status).toBe(200)
    expect((await portal.auditOf('acme')).filter(({ operation }) => operation === 'users.lock')).toHaveLength(1)
  })
})
