import { createRosterHandler } from '@rosterkit/adapters/server'
import {
  createRoster,
  operations,
  takesIdempotencyKey,
  type Operation,
  type Storage,
} from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { faultyStorage } from './faulty-storage.ts'
import { host, openPortal } from './portal.ts'

// Section E of the rows to withstand, over HTTP: concurrency and atomicity (ASVS 2.3.3, 2.3.4,
// 15.4.2). What naive code does is shown in tests/stores/races.test.ts.

/** As much of a JSON schema as says where texts are. */
interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly anyOf?: readonly JsonSchema[]
}

describe('at the same moment', () => {
  const ways = ['users.lock', 'users.deactivate', 'users.delete', 'users.move', 'roles.unassign']
  it.each(ways.flatMap((way) => [2, 8, 32].map((clients) => [way, clients] as const)))(
    'row 76: %s of every administrator there is, by %i clients at once, leaves one',
    async (way, clients) => {
      const portal = await openPortal()
      const people = [portal.callers.platform.user]
      for (let index = 1; index < clients; index++)
        people.push(
          await portal.join(`administrator${index}`, 'platform', { roles: ['administrator'] }),
        )
      const assignments = await portal.storage.read((tx) =>
        tx.roleAssignments.ofUsers(people.map(({ id }) => id)),
      )
      // The root's peers may not touch each other, so it is the host's own code that does; a role
      // at the root goes with nobody who moves.
      const inputs = (user: { id: string; userName: string }): object =>
        ({
          'users.lock': { reason: 'x' },
          'users.deactivate': { reason: 'x' },
          'users.delete': { userName: user.userName },
          'users.move': { toOrganizationId: portal.places.acme },
          'roles.unassign': {
            assignmentId: assignments.find(({ userId }) => userId === user.id)!.id,
          },
        })[way]!
      const results = await Promise.all(
        people.map((user) =>
          portal.roster.execute(way, {
            caller: 'system',
            input: { userId: user.id, ...inputs(user) },
          }),
        ),
      )
      for (const result of results)
        if (!result.ok) expect(['last_administrator', 'busy']).toContain(result.failure.code)
      const effective = await Promise.all(
        people.map(
          async ({ id }) =>
            (await portal.roster.execute('organizations.update', {
              caller: { userId: id },
              input: { organizationId: portal.places.acme, version: 99 },
            })) as { failure: { code: string } },
        ),
      )
      // Whoever is still an administrator is told that the version is old; nobody else gets as far.
      expect(
        effective.filter(({ failure }) => failure.code === 'stale_version').length,
      ).toBeGreaterThanOrEqual(1)
    },
  )

  it.each([2, 8, 32])(
    'row 77: of %i who add the same name, in whatever case and form, one succeeds and the others are told',
    async (clients) => {
      const portal = await openPortal()
      const { session } = portal.callers.tenant
      const forms = ['Ångström', 'ångström', 'A\u030Angstro\u0308m', 'ÅNGSTRÖM', 'Ａ\u030Angström']
      const answers = await Promise.all(
        Array.from({ length: clients }, (_, index) =>
          portal.call(
            'users.create',
            {
              organizationId: portal.places.acme,
              userName: forms[index % forms.length]!,
              name: { givenName: 'A', familyName: 'B' },
              emails: [{ value: 'a@example.com', primary: true }],
            },
            { session },
          ),
        ),
      )
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
        201,
        ...Array.from({ length: clients - 1 }, () => 409),
      ])
      expect(
        answers
          .filter(({ status }) => status === 409)
          .every(({ code }) => code === 'user_name_taken'),
      ).toBe(true)
    },
  )

  it('row 79: a session that begins beside a lock is refused with the request after it', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const portal = await openPortal()
      const { user } = await portal.person('ada', 'acme')
      const [started] = await Promise.all([
        portal.roster.sessions.start({ userId: user.id }).catch(() => null),
        portal.call(
          'users.lock',
          { userId: user.id, reason: 'x' },
          { session: portal.callers.tenant.session },
        ),
        portal.roster.signIn.recordSuccess({ userId: user.id }).catch(() => null),
      ])
      if (started)
        expect(
          (await portal.call('caller.get', {}, { session: `sid=${user.id}.${started.sessionId}` }))
            .status,
        ).toBe(401)
      await expect(portal.roster.sessions.start({ userId: user.id })).rejects.toMatchObject({
        code: expect.any(String) as string,
      })
    }
  })

  it.each(['users.lock', 'sessions.endAll'])(
    'row 79: a session that %s ends while a check of it is answered is not brought back by the note that it was seen',
    async (name) => {
      const portal = await openPortal()
      const { user } = await portal.person('ada', 'acme')
      const { sessionId } = await portal.roster.sessions.start({ userId: user.id })
      portal.pass(5 * 60)
      const storage: Storage = {
        ...portal.storage,
        async transaction(work) {
          await portal.call(
            name,
            { userId: user.id, reason: 'x' },
            { session: portal.callers.tenant.session },
          )
          return portal.storage.transaction(work)
        },
      }
      await createRoster({ storage, clock: { now: portal.now } }).sessions.check({
        userId: user.id,
        sessionId,
      })
      expect(await portal.storage.read((tx) => tx.sessions.ofUsers([user.id]))).toEqual([])
      expect(await portal.roster.sessions.check({ userId: user.id, sessionId })).toEqual({
        good: false,
      })
    },
  )

  it.each([2, 8, 32])(
    'row 80: of %i editors with one version one is first, and the others are told',
    async (clients) => {
      const portal = await openPortal()
      const { session } = portal.callers.tenant
      const userId = portal.callers.member.user.id
      const answers = await Promise.all(
        Array.from({ length: clients }, (_, index) =>
          portal.call(
            'users.update',
            { userId, version: 1, userType: `editor ${index}` },
            { session },
          ),
        ),
      )
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
        200,
        ...Array.from({ length: clients - 1 }, () => 412),
      ])
      expect((await portal.call('users.get', { userId }, { session })).body['version']).toBe(2)
    },
  )

  it.each([2, 8, 32])(
    'row 81: of %i requests with one idempotency key at once one has an effect, and all are answered alike',
    async (clients) => {
      const portal = await openPortal()
      const sending = {
        session: portal.callers.tenant.session,
        headers: { 'idempotency-key': '"8e03978e-40d5-43dd-bc93-6894a57f9324"' },
      }
      const newcomer = {
        organizationId: portal.places.acme,
        userName: 'newcomer',
        name: { givenName: 'N', familyName: 'C' },
        activation: 'later',
        emails: [{ value: 'n@example.com', primary: true }],
      }
      const answers = await Promise.all(
        Array.from({ length: clients }, () => portal.call('users.create', newcomer, sending)),
      )
      // A crowd around one key may be told that it is busy, which is true: whoever tries again is
      // answered.
      const done = answers.filter(({ code }) => code !== 'busy')
      expect(new Set(done.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
      expect(done[0]!.status).toBe(201)
      expect((await portal.call('users.create', newcomer, sending)).text).toBe(done[0]!.text)
      const { items } = (
        await portal.call('audit.ofUser', { userId: done[0]!.body['id'] }, sending)
      ).body as { items: { event: string }[] }
      expect(items.map(({ event }) => event)).toEqual(['user.created'])
    },
  )

  it('row 81: a key sent with another body, or to another address, is refused and nothing is done', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const other = await portal.person('grace', 'acme')
    const sending = {
      session: portal.callers.tenant.session,
      headers: { 'idempotency-key': 'one' },
    }
    const locked = await portal.call('users.lock', { userId: user.id, reason: 'x' }, sending)
    expect(locked.status).toBe(200)
    const before = await portal.snapshot(user.id, other.user.id)
    const others = [
      portal.call('users.lock', { userId: user.id, reason: 'y' }, sending),
      portal.call('users.lock', { userId: other.user.id, reason: 'x' }, sending),
      portal.call('users.unlock', { userId: user.id }, sending),
    ]
    for (const answer of await Promise.all(others))
      expect([answer.status, answer.code]).toEqual([422, 'idempotency_key_reused'])
    expect(await portal.snapshot(user.id, other.user.id)).toEqual(before)
    expect(
      (
        await portal.call(
          'users.lock',
          { reason: 'x', userId: user.id },
          { ...sending, headers: { 'idempotency-key': '"one"' } },
        )
      ).text,
    ).toBe(locked.text)
  })

  it('row 81: a key is one caller’s own, lasts a day, and does not outlive a refusal', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const headers = { 'idempotency-key': 'one' }
    const first = { session: portal.callers.tenant.session, headers }
    expect(
      (
        await portal.call(
          'users.create',
          {
            organizationId: portal.places.acme,
            userName: 'ada',
            name: { givenName: 'A', familyName: 'B' },
            emails: [{ value: 'a@example.com', primary: true }],
          },
          first,
        )
      ).code,
    ).toBe('user_name_taken')
    expect((await portal.call('users.lock', { userId: user.id, reason: 'x' }, first)).status).toBe(
      200,
    )
    const partner = { session: portal.callers.partner.session, headers }
    expect((await portal.call('users.unlock', { userId: user.id }, partner)).status).toBe(200)
    portal.pass(24 * 3600 - 1)
    const again = await portal.call(
      'users.lock',
      { userId: user.id, reason: 'x' },
      { ...first, session: await portal.signIn(portal.callers.tenant.user) },
    )
    expect(again.status).toBe(200)
    expect((await portal.storage.read((tx) => tx.users.find(user.id)))?.locks).toEqual([])
    portal.pass(1)
    expect(
      (
        await portal.call(
          'users.lock',
          { userId: user.id, reason: 'x' },
          { ...first, session: await portal.signIn(portal.callers.tenant.user) },
        )
      ).status,
    ).toBe(200)
    expect((await portal.storage.read((tx) => tx.users.find(user.id)))?.locks).toHaveLength(1)
  })

  it('row 81: whoever has lost the right to it gets a refusal, not the earlier answer; who only brought the refusal about gets the answer', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const sending = {
      session: portal.callers.tenant.session,
      headers: { 'idempotency-key': 'one' },
    }
    const raised = await portal.call(
      'roles.assign',
      { userId: user.id, roleId: 'administrator', organizationId: portal.places.acme },
      sending,
    )
    expect(raised.status).toBe(200)
    expect(
      (
        await portal.call(
          'users.lock',
          { userId: user.id, reason: 'x' },
          { session: portal.callers.tenant.session },
        )
      ).code,
    ).toBe('same_rank')
    expect(
      (
        await portal.call(
          'roles.assign',
          { userId: user.id, roleId: 'administrator', organizationId: portal.places.acme },
          sending,
        )
      ).text,
    ).toBe(raised.text)
    await portal.roster
      .as('system')
      .users.move({ userId: user.id, toOrganizationId: portal.places.north })
    await portal.roster
      .as('system')
      .users.move({ userId: user.id, toOrganizationId: portal.places.beta })
    const unknown = await portal.call(
      'users.lock',
      { userId: portal.nextId(), reason: 'x' },
      sending,
    )
    expect(
      (
        await portal.call(
          'roles.assign',
          { userId: user.id, roleId: 'administrator', organizationId: portal.places.acme },
          sending,
        )
      ).code,
    ).toBe('not_found')
    expect((await portal.call('users.lock', { userId: user.id, reason: 'x' }, sending)).code).toBe(
      unknown.code,
    )
  })

  it('row 81: whoever still sees the person and may no longer act on them is refused, and does not get the earlier answer', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const clerk = await portal.join('clerk', 'acme', { roles: ['administrator', 'viewer'] })
    const sending = { session: await portal.signIn(clerk), headers: { 'idempotency-key': 'one' } }
    expect(
      (await portal.call('users.lock', { userId: user.id, reason: 'x' }, sending)).status,
    ).toBe(200)
    const [assignment] = (
      await portal.storage.read((tx) => tx.roleAssignments.ofUsers([clerk.id]))
    ).filter(({ roleId }) => roleId === 'administrator')
    await portal.roster
      .as('system')
      .roles.unassign({ userId: clerk.id, assignmentId: assignment!.id })
    expect((await portal.call('users.lock', { userId: user.id, reason: 'x' }, sending)).code).toBe(
      'not_permitted',
    )
  })

  it('row 81: a purge is answered again, and takes along what earlier answers told of the person', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const { session } = portal.callers.tenant
    const keyed = (key: string) => ({ session, headers: { 'idempotency-key': key } })
    await portal.call('users.lock', { userId: user.id, reason: 'x' }, keyed('one'))
    await portal.call('users.delete', { userId: user.id, userName: 'ada' }, keyed('two'))
    const purged = await portal.call(
      'users.purge',
      { userId: user.id, userName: 'ada' },
      keyed('three'),
    )
    expect(purged.status).toBe(200)
    expect(
      (await portal.call('users.purge', { userId: user.id, userName: 'ada' }, keyed('three'))).text,
    ).toBe(purged.text)
    expect(
      (await portal.call('users.lock', { userId: user.id, reason: 'x' }, keyed('one'))).code,
    ).toBe('not_found')
  })

  it('row 81: what is shown once is not shown again, nor kept', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const sending = {
      session: portal.callers.tenant.session,
      headers: { 'idempotency-key': 'one' },
    }
    const { organizationId, id: callerId } = portal.callers.tenant.user
    const shown = await portal.call(
      'authenticators.issueEnrolmentLink',
      { userId: user.id },
      sending,
    )
    expect(shown.body['link']).toEqual(expect.any(String))
    expect([
      (await portal.call('authenticators.issueEnrolmentLink', { userId: user.id }, sending)).code,
    ]).toEqual(['already_done'])
    expect(
      (
        await portal.storage.read((tx) =>
          tx.keptAnswers.find(organizationId, callerId, 'one', portal.now()),
        )
      )?.answer,
    ).toBe(null)
    expect((await portal.storage.read((tx) => tx.secrets.ofUsers([user.id]))).length).toBe(1)
  })

  it.each(
    operations.filter(takesIdempotencyKey).map((operation) => [operation.name, operation] as const),
  )(
    'row 81: %s names every field of its answer that shows a link, a password or a code',
    (_, { output, showsOnce = [] }: Operation) => {
      const secret = new Set(['link', 'password', 'code', 'token', 'secret'])
      const secretPaths = (schema: JsonSchema, path: string): string[] => [
        ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]: [string, JsonSchema]) =>
          secret.has(name) &&
          [inner, ...(inner.anyOf ?? [])].some(({ type }) => [type].flat().includes('string'))
            ? [`${path}${name}`]
            : secretPaths(inner, `${path}${name}.`),
        ),
        ...(schema.anyOf ?? []).flatMap((one) => secretPaths(one, path)),
      ]
      expect(
        secretPaths(z.toJSONSchema(output) as JsonSchema, '').filter(
          (path) => !path.startsWith('can.'),
        ),
      ).toEqual(showsOnce)
    },
  )

  it('row 81: a batch that broke off and is sent again does the rest, and nothing twice', async () => {
    const portal = await openPortal()
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, index) => portal.join(`p${index}`, 'acme')),
    )
    const userIds = people.map(({ id }) => id)
    const once = { caller: { userId: portal.callers.tenant.user.id }, idempotencyKey: 'one' }
    let left = 4
    const breaking: Storage = {
      ...portal.storage,
      transaction: (work) =>
        left-- > 0
          ? portal.storage.transaction(work)
          : Promise.reject(new Error('The process is gone.')),
    }
    await expect(
      createRoster({ storage: breaking, clock: { now: portal.now } }).execute('bulk.lock', {
        ...once,
        input: { userIds, reason: 'x' },
      }),
    ).rejects.toThrow('gone')
    const states = async () =>
      (await portal.storage.read((tx) => tx.users.findMany(userIds))).map(({ locks, version }) => [
        locks.length,
        version,
      ])
    expect((await states()).filter(([locks]) => locks === 1).length).toBe(3)
    const again = await portal.roster.execute('bulk.lock', {
      ...once,
      input: { userIds, reason: 'x' },
    })
    expect(again).toMatchObject({
      ok: true,
      value: { items: userIds.map((userId) => ({ userId, done: true })) },
    })
    expect(await states()).toEqual(userIds.map(() => [1, 2]))
    expect(
      await portal.roster.execute('bulk.lock', {
        ...once,
        input: { userIds: userIds.slice(1), reason: 'x' },
      }),
    ).toMatchObject({ failure: { code: 'idempotency_key_reused' } })
  })

  it.each(['', '""', 'two words', 'clé', 'a'.repeat(256), 'a"b'])(
    'row 81: “%s” is no idempotency key',
    async (key) => {
      const portal = await openPortal()
      // Not by the portal's own way, which leaves empty headers out.
      const headers = {
        origin: host,
        'content-type': 'application/json',
        cookie: portal.callers.tenant.session,
        'idempotency-key': key,
      }
      const response = await portal.handler(
        new Request(`${host}/api/roster/users/${portal.callers.member.user.id}/lock`, {
          method: 'POST',
          headers,
          body: '{"reason":"x"}',
        }),
      )
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        400,
        'invalid_idempotency_key',
      ])
    },
  )

  it('row 82: a batch ends where its administrator loses their role: nothing is done to anybody after that', async () => {
    const portal = await openPortal()
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, index) => portal.join(`p${index}`, 'acme')),
    )
    const { user, session } = portal.callers.tenant
    const { roles } = (await portal.call('users.get', { userId: user.id }, { session })).body as {
      roles: { id: string }[]
    }
    // Between the fifth and the sixth, whatever the store: a store that takes the role away when it
    // has carried five out.
    let locked = 0
    const inner = portal.storage
    const storage: Storage = {
      ...inner,
      async transaction(work) {
        const value = await inner.transaction(work)
        if (++locked === 6)
          await portal.roster
            .as('system')
            .roles.unassign({ userId: user.id, assignmentId: roles[0]!.id })
        return value
      },
    }
    const handler = createRosterHandler(createRoster({ storage, clock: { now: portal.now } }), {
      caller: () => user.id,
    })
    const response = await handler(
      new Request(`${host}/api/roster/bulk/lock`, {
        method: 'POST',
        headers: { origin: host, 'content-type': 'application/json' },
        body: JSON.stringify({ userIds: people.map(({ id }) => id), reason: 'x' }),
      }),
    )
    const { items } = (await response.json()) as { items: { done: boolean; code?: string }[] }
    expect(items.map(({ done, code }) => (done ? 'done' : code))).toEqual(
      people.map((_, index) => (index < 5 ? 'done' : 'not_found')),
    )
    const states = await Promise.all(
      people.map(
        async ({ id }) => (await portal.storage.read((tx) => tx.users.find(id)))!.locks.length,
      ),
    )
    expect(states).toEqual(people.map((_, index) => (index < 5 ? 1 : 0)))
  })

  it('row 83: a store that gets no turn twice and then does, answers as if nothing had been', async () => {
    const portal = await openPortal()
    const faulty = faultyStorage(portal.storage)
    const handler = createRosterHandler(
      createRoster({ storage: faulty.storage, clock: { now: portal.now } }),
      { caller: () => portal.callers.tenant.user.id },
    )
    const lock = () =>
      handler(
        new Request(`${host}/api/roster/users/${portal.callers.member.user.id}/lock`, {
          method: 'POST',
          headers: { origin: host, 'content-type': 'application/json' },
          body: '{"reason":"x"}',
        }),
      )
    faulty.breakAt(1, () =>
      Object.assign(new Error('could not serialize access'), { code: 'busy' }),
    )
    const busy = await lock()
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '1'])
    faulty.breakAt(0)
    expect((await lock()).status).toBe(200)
    expect(
      (await portal.auditOf('acme')).filter(({ operation }) => operation === 'users.lock'),
    ).toHaveLength(1)
  })
})
