import { createRoster, type Storage } from '@rosterkit/core'
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { idOf, openWorld, refusalOf } from '../world.ts'

describe('sessions', () => {
  it('end at once with every loss of access, and stay otherwise', async () => {
    const revoked: [string, readonly string[] | null][] = []
    const world = await openWorld({
      sessionRevoker: { revoke: async (userId, ids) => void revoked.push([userId, ids]) },
    })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const acts: ((userId: string) => Promise<unknown>)[] = [
      (userId) =>
        world
          .as(admin)
          .users.lock({ userId, reason: 'x' })
          .then(() => world.as(admin).users.unlock({ userId })),
      (userId) =>
        world
          .as(admin)
          .users.deactivate({ userId, reason: 'x' })
          .then(() => world.as(admin).users.reactivate({ userId })),
      (userId) =>
        world
          .as(admin)
          .users.setValidity({ userId, validFromAt: null, validUntilAt: '2026-01-01T00:00:00Z' })
          .then(() =>
            world.as(admin).users.setValidity({ userId, validFromAt: null, validUntilAt: null }),
          ),
      (userId) => world.as(admin).sessions.endAll({ userId }),
      (userId) => world.as(admin).authenticators.reset({ userId }),
    ]
    for (const act of acts) {
      const { sessionId } = await world.roster.sessions.start({ userId: ada.id, device: 'Firefox' })
      expect(await world.roster.sessions.check({ userId: ada.id, sessionId })).toEqual({
        good: true,
      })
      await act(ada.id)
      expect(await world.roster.sessions.check({ userId: ada.id, sessionId })).toEqual({
        good: false,
      })
      expect(revoked.pop()).toEqual([ada.id, null])
    }
    const { sessionId } = await world.roster.sessions.start({ userId: ada.id })
    await world.as(admin).users.update({
      userId: ada.id,
      version: (await world.as(admin).users.get({ userId: ada.id })).version,
      userType: 'x',
    })
    expect(await world.roster.sessions.check({ userId: ada.id, sessionId })).toEqual({ good: true })
  })

  it('that the host keeps elsewhere are ended in the end, though it could not be done at once', async () => {
    const revoked: [string, readonly string[] | null][] = []
    const told: unknown[] = []
    let down = true
    const revoke = async (userId: string, ids: readonly string[] | null) => {
      if (down) throw new Error('The session store is down.')
      revoked.push([userId, ids])
    }
    const world = await openWorld({
      sessionRevoker: { revoke },
      onRevocationFailed: (thrown) => void told.push(thrown),
    })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const lock = () =>
      world.roster.execute('users.lock', {
        input: { userId: ada.id, reason: 'x' },
        caller: { userId: admin.id },
        idempotencyKey: 'one',
      })
    // The caller is told the truth, which is that it was done; and so is whoever lost the answer.
    expect(await lock()).toMatchObject({ ok: true })
    expect(await lock()).toMatchObject({ ok: true })
    expect(told).toEqual([new Error('The session store is down.')])
    // However long it takes, and though the person is gone by then.
    for (let tries = 0; tries < 20; tries++) {
      world.pass(6 * 3600)
      expect(await world.roster.mail.deliver()).toEqual({
        sent: 0,
        postponed: 1,
        failed: 0,
        obsolete: 0,
      })
    }
    expect(told).toHaveLength(21)
    await world.as(admin).users.delete({ userId: ada.id, userName: 'ada' })
    await world.as(admin).users.purge({ userId: ada.id, userName: 'ada' })
    down = false
    world.pass(6 * 3600)
    expect(await world.roster.mail.deliver()).toMatchObject({ postponed: 0, failed: 0 })
    expect(revoked).toEqual([
      [ada.id, null],
      [ada.id, null],
    ])
    world.pass(6 * 3600)
    expect(await world.roster.mail.deliver()).toEqual({
      sent: 0,
      postponed: 0,
      failed: 0,
      obsolete: 0,
    })
    expect(await world.roster.mail.failed()).toEqual([])
  })

  it('end with the lock of somebody whose time is over already, so that nothing is open when they are given more and unlocked', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme', { validUntilAt: '2026-03-01T10:00:00.000Z' })
    const { sessionId } = await world.roster.sessions.start({ userId: ada.id })
    world.pass(3600)
    await world.as(root).users.lock({ userId: ada.id, reason: 'x' })
    await world
      .as(root)
      .users.setValidity({ userId: ada.id, validFromAt: null, validUntilAt: null })
    await world.as(root).users.unlock({ userId: ada.id })
    expect(await world.roster.sessions.check({ userId: ada.id, sessionId })).toEqual({
      good: false,
    })
    await world.roster.sessions.start({ userId: ada.id })
  })

  it('that the host keeps elsewhere are ended, though the hook that it is told by throws, and though the store has no turn to note it', async () => {
    const revoked: string[] = []
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    let down = true
    let transactions = Number.POSITIVE_INFINITY
    const storage: Storage = {
      ...world.storage,
      transaction: (work) =>
        transactions-- > 0
          ? world.storage.transaction(work)
          : Promise.reject(new Error('The store is down.')),
    }
    const roster = createRoster({
      storage,
      clock: { now: world.now },
      onRevocationFailed: () => {
        throw new Error('Nobody listens.')
      },
      sessionRevoker: {
        revoke: async (userId) => {
          if (down) throw new Error('The session store is down.')
          revoked.push(userId)
        },
      },
    })
    await roster.as({ userId: admin.id }).sessions.endAll({ userId: ada.id })
    down = false
    world.pass(60)
    expect(await roster.mail.deliver()).toMatchObject({ sent: 1 })
    // The command has its transaction, and the note that the sessions have been ended has none any
    // more.
    transactions = 1
    await roster.as({ userId: admin.id }).sessions.endAll({ userId: ada.id })
    transactions = Number.POSITIVE_INFINITY
    world.pass(5 * 60)
    expect(await roster.mail.deliver()).toMatchObject({ sent: 1 })
    expect(revoked).toEqual([ada.id, ada.id, ada.id])
  })

  it('are listed with device, place and time, end one by one, and leave the neighbour’s alone', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const neighbour = await world.join('neighbour', 'acme')
    const first = await world.roster.sessions.start({
      userId: ada.id,
      device: 'Firefox on Windows',
      place: 'Hamburg',
    })
    await world.roster.sessions.start({
      userId: ada.id,
      kind: 'token',
      expiresAt: '2026-03-01T10:00:00Z',
    })
    const other = await world.roster.sessions.start({ userId: neighbour.id })
    expect(
      (await world.as(admin).sessions.list({ userId: ada.id })).items.map((session) => [
        session.kind,
        session.device,
        session.place,
      ]),
    ).toEqual([
      ['browser', 'Firefox on Windows', 'Hamburg'],
      ['token', null, null],
    ])
    await world.as(admin).sessions.end({ userId: ada.id, sessionId: first.sessionId })
    expect(
      await refusalOf(world.as(admin).sessions.end({ userId: ada.id, sessionId: other.sessionId })),
    ).toBe('not_found')
    world.pass(3600)
    expect((await world.as(admin).sessions.list({ userId: ada.id })).items).toEqual([])
    expect(
      await world.roster.sessions.check({ userId: neighbour.id, sessionId: other.sessionId }),
    ).toEqual({ good: true })
  })

  it('are listed with the newest first', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    for (const device of ['one', 'two', 'three']) {
      await world.roster.sessions.start({ userId: ada.id, device })
      world.pass(60)
    }
    expect(
      (await world.as(admin).sessions.list({ userId: ada.id })).items.map(({ device }) => device),
    ).toEqual(['three', 'two', 'one'])
  })

  it('say when they were last seen, five minutes apart, without a line in the record, and never when they are over', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const { sessionId } = await world.roster.sessions.start({
      userId: ada.id,
      expiresAt: '2026-03-01T10:00:00Z',
    })
    await world.roster.sessions.start({ userId: ada.id, device: 'never asked about' })
    let transactions = 0
    const storage: Storage = {
      ...world.storage,
      transaction: (work) => (transactions++, world.storage.transaction(work)),
    }
    const roster = createRoster({ storage, clock: { now: world.now } })
    const check = () => roster.sessions.check({ userId: ada.id, sessionId })
    const stored = () =>
      world.storage.read(async (tx) => ({ ...(await tx.sessions.find(ada.id, sessionId)) }))
    const lines = (await world.auditOf('acme')).length
    world.moveTo('2026-03-01T09:04:59.999Z')
    expect(await check()).toEqual({ good: true })
    expect([(await stored()).lastSeenAt, transactions]).toEqual(['2026-03-01T09:00:00.000Z', 0])
    world.moveTo('2026-03-01T09:05:00.000Z')
    expect(await check()).toEqual({ good: true })
    expect(await check()).toEqual({ good: true })
    expect([
      (await stored()).lastSeenAt,
      (await stored()).startedAt,
      (await stored()).version,
      transactions,
    ]).toEqual(['2026-03-01T09:05:00.000Z', '2026-03-01T09:00:00.000Z', 2, 1])
    expect(
      (await world.as(root).sessions.list({ userId: ada.id })).items.map(({ id, lastSeenAt }) => [
        id === sessionId,
        lastSeenAt,
      ]),
    ).toEqual([
      [true, '2026-03-01T09:05:00.000Z'],
      [false, '2026-03-01T09:00:00.000Z'],
    ])
    expect((await world.auditOf('acme')).length).toBe(lines)
    // A clock that has been put back brings nothing back.
    world.moveTo('2026-03-01T08:00:00.000Z')
    expect(await check()).toEqual({ good: true })
    world.moveTo('2026-03-01T09:55:00.000Z')
    await world.as(root).organizations.lock({ organizationId: world.places.acme, reason: 'x' })
    expect(await check()).toEqual({ good: false })
    await world.as(root).organizations.unlock({ organizationId: world.places.acme })
    world.moveTo('2026-03-01T10:00:00.000Z')
    expect(await check()).toEqual({ good: false })
    expect([(await stored()).lastSeenAt, transactions]).toEqual(['2026-03-01T09:05:00.000Z', 1])
  })

  it.each([2, 8, 32])(
    'are good for each of %i who ask at once, and noted as seen by one of them',
    async (askers) => {
      const world = await openWorld()
      const ada = await world.join('ada', 'acme')
      const { sessionId } = await world.roster.sessions.start({ userId: ada.id })
      world.pass(5 * 60)
      const answers = await Promise.all(
        Array.from({ length: askers }, () =>
          world.roster.sessions.check({ userId: ada.id, sessionId }),
        ),
      )
      expect(answers).toEqual(answers.map(() => ({ good: true })))
      expect(await world.storage.read((tx) => tx.sessions.find(ada.id, sessionId))).toMatchObject({
        lastSeenAt: world.now(),
        version: 2,
      })
    },
  )

  it.each([
    Object.assign(new Error('There is no turn for it.'), { code: 'busy' }),
    new Error('The disk is full.'),
  ])(
    'are good though it cannot be noted that they were seen, and are noted the next time: $message',
    async (thrown) => {
      const world = await openWorld()
      const ada = await world.join('ada', 'acme')
      const { sessionId } = await world.roster.sessions.start({ userId: ada.id })
      world.pass(5 * 60)
      const down = createRoster({
        storage: { ...world.storage, transaction: () => Promise.reject(thrown) },
        clock: { now: world.now },
      })
      expect(await down.sessions.check({ userId: ada.id, sessionId })).toEqual({ good: true })
      world.pass(1)
      expect(await world.roster.sessions.check({ userId: ada.id, sessionId })).toEqual({
        good: true,
      })
      expect(await world.storage.read((tx) => tx.sessions.find(ada.id, sessionId))).toMatchObject({
        lastSeenAt: world.now(),
      })
    },
  )

  it('leave a line in the record when they begin', async () => {
    const world = await openWorld()
    const ada = await world.join('ada', 'acme')
    const { sessionId } = await world.roster.sessions.start({ userId: ada.id, device: 'Firefox' })
    expect((await world.auditOf('acme')).at(-1)).toMatchObject({
      event: 'session.started',
      subject: { kind: 'user', id: ada.id },
      changes: [{ field: 'sessions', before: [], after: [sessionId] }],
    })
  })

  it('are left alone by what takes no access away: the host is not told to end any', async () => {
    const revoked: unknown[] = []
    const world = await openWorld({
      sessionRevoker: { revoke: async (userId) => void revoked.push(userId) },
    })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const { sessionId } = await world.roster.sessions.start({ userId: ada.id })
    await world.as(admin).users.update({ userId: ada.id, version: 1, userType: 'Contractor' })
    await world.as(admin).users.requireMfa({ userId: ada.id, registration: 'once' })
    await world.as(admin).users.setValidity({
      userId: ada.id,
      validFromAt: null,
      validUntilAt: '2030-01-01T00:00:00Z',
    })
    expect(revoked).toEqual([])
    expect(await world.roster.sessions.check({ userId: ada.id, sessionId })).toEqual({ good: true })
  })

  it('do not begin for somebody without access, nor outlive an organization’s lock', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const { sessionId } = await world.roster.sessions.start({ userId: ada.id })
    await world.as(root).organizations.lock({ organizationId: world.places.harbour, reason: 'x' })
    expect(await world.roster.sessions.check({ userId: ada.id, sessionId })).toEqual({
      good: false,
    })
    expect(await refusalOf(world.roster.sessions.start({ userId: ada.id }))).toBe(
      'access_suspended',
    )
  })
})

describe('authenticators', () => {
  const key = {
    type: 'fido2',
    name: 'Blue key',
    details: { aaguid: 'ee882879-721c-4913-9775-3dfcce97072a', os: 'Windows' },
  } as const

  it('locked by an administrator are unlocked by none but an administrator', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const { id: authenticatorId } = await world.roster.authenticators.register({
      userId: ada.id,
      ...key,
    })
    expect((await world.as(ada).authenticators.lockOwn({ authenticatorId })).state).toBe(
      'locked_by_user',
    )
    expect((await world.as(ada).authenticators.unlockOwn({ authenticatorId })).state).toBe('active')
    await world.as(ada).authenticators.lockOwn({ authenticatorId })
    expect(
      (
        await world
          .as(admin)
          .authenticators.lock({ userId: ada.id, authenticatorId, reason: 'Reported stolen.' })
      ).state,
    ).toBe('locked_by_administrator')
    expect(await refusalOf(world.as(ada).authenticators.unlockOwn({ authenticatorId }))).toBe(
      'invalid_transition',
    )
    expect(
      await refusalOf(world.roster.authenticators.recordUse({ userId: ada.id, authenticatorId })),
    ).toBe('invalid_transition')
    expect(
      (await world.as(admin).authenticators.unlock({ userId: ada.id, authenticatorId })).state,
    ).toBe('active')
    expect(
      (await world.roster.authenticators.recordUse({ userId: ada.id, authenticatorId })).lastUsedAt,
    ).toBe(world.now())
  })

  it('show details with the product’s name, and keep a record when they are deleted', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const { id: authenticatorId } = await world.roster.authenticators.register({
      userId: ada.id,
      ...key,
    })
    expect((await world.as(admin).authenticators.list({ userId: ada.id })).items[0]).toMatchObject({
      type: 'fido2',
      state: 'active',
      details: { product: 'YubiKey 5 Series', os: 'Windows' },
    })
    await world
      .as(admin)
      .authenticators.delete({ userId: ada.id, authenticatorId, reason: 'Worn out.' })
    expect((await world.as(admin).authenticators.list({ userId: ada.id })).items).toEqual([])
    expect(
      (await world.as(admin).authenticators.list({ userId: ada.id, revoked: true })).items[0],
    ).toMatchObject({ state: 'revoked', stateReason: 'Worn out.', stateActor: { id: admin.id } })
    expect(
      await refusalOf(world.as(admin).authenticators.unlock({ userId: ada.id, authenticatorId })),
    ).toBe('invalid_transition')
  })

  it('are limited by type, and lock themselves when they are not used', async () => {
    const world = await openWorld({
      authenticators: { limits: { totp: 1 }, inactivityLockDays: 30 },
    })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const { id: authenticatorId } = await world.roster.authenticators.register({
      userId: ada.id,
      type: 'totp',
      name: 'Phone',
    })
    expect(
      await refusalOf(
        world.roster.authenticators.register({ userId: ada.id, type: 'totp', name: 'Tablet' }),
      ),
    ).toBe('too_many_authenticators')
    world.pass(30 * 86_400)
    expect((await world.as(admin).authenticators.list({ userId: ada.id })).items[0]).toMatchObject({
      state: 'locked_by_administrator',
      stateActor: { kind: 'system' },
    })
    expect(await refusalOf(world.as(ada).authenticators.unlockOwn({ authenticatorId }))).toBe(
      'invalid_transition',
    )
    expect(
      (await world.as(admin).authenticators.unlock({ userId: ada.id, authenticatorId })).state,
    ).toBe('active')
  })

  it('are reset by kind or all together, and the person registers anew', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.roster.authenticators.register({ userId: ada.id, ...key })
    await world.roster.authenticators.register({ userId: ada.id, type: 'totp', name: 'Phone' })
    expect((await world.as(admin).users.get({ userId: ada.id })).mfa.enrolment).toBe('enrolled')
    expect(
      await world
        .as(admin)
        .authenticators.reset({ userId: ada.id, types: ['totp'], reason: 'New phone.' }),
    ).toMatchObject({ reset: 1 })
    expect((await world.as(admin).users.get({ userId: ada.id })).mfa.enrolment).toBe('again')
    expect(
      await refusalOf(
        world.as(admin).authenticators.reset({ userId: ada.id, authenticatorIds: [idOf(77)] }),
      ),
    ).toBe('not_found')
    expect(await world.as(admin).authenticators.reset({ userId: ada.id })).toMatchObject({
      reset: 1,
    })
    expect((await world.as(admin).users.get({ userId: ada.id })).mfa.enrolment).toBe('none')
    await world.as(admin).users.requireMfa({ userId: ada.id, registration: 'once' })
    expect(
      (await world.roster.signIn.check({ userName: 'ada', organizationId: world.places.acme }))
        .mfaRequired,
    ).toBe(true)
  })

  it('are masked by the person’s lock and not rewritten by it', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const { id: authenticatorId } = await world.roster.authenticators.register({
      userId: ada.id,
      ...key,
    })
    await world.as(admin).users.lock({ userId: ada.id, reason: 'x' })
    expect((await world.as(admin).authenticators.list({ userId: ada.id })).items[0]!.state).toBe(
      'active',
    )
    expect(
      await refusalOf(world.roster.authenticators.recordUse({ userId: ada.id, authenticatorId })),
    ).toBe('access_suspended')
  })
})

const personaTypes = [
  { id: 'employee', name: 'Employee' },
  { id: 'contractor', name: 'Contractor' },
  { id: 'manager', name: 'Manager', delegation: { personaTypes: 'all' as const } },
  {
    id: 'contractor-manager',
    name: 'Contractor manager',
    delegation: { personaTypes: ['contractor'] },
  },
]

describe('personas', () => {
  it('have exactly one preferred, through adding, changing and removing', async () => {
    const world = await openWorld({ personaTypes })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const call = world.as(admin).personas
    const preferred = async () =>
      (await call.list({ userId: ada.id })).items
        .filter((persona) => persona.preferred)
        .map((persona) => persona.typeId)
    const employee = await call.assign({
      userId: ada.id,
      typeId: 'employee',
      scopes: ['north'],
      entitlements: [{ kind: 'subscription', value: 'gold', validUntilAt: '2026-06-01T00:00:00Z' }],
    })
    expect(await preferred()).toEqual(['employee'])
    const contractor = await call.assign({ userId: ada.id, typeId: 'contractor', preferred: true })
    expect(await preferred()).toEqual(['contractor'])
    expect(
      await refusalOf(
        call.update({ userId: ada.id, personaId: employee.id, version: 1, preferred: true }),
      ),
    ).toBe('stale_version')
    await call.update({
      userId: ada.id,
      personaId: employee.id,
      version: 2,
      preferred: true,
      scopes: ['south'],
    })
    expect(await preferred()).toEqual(['employee'])
    await call.remove({ userId: ada.id, personaId: employee.id })
    expect(await preferred()).toEqual(['contractor'])
    expect(await refusalOf(call.assign({ userId: ada.id, typeId: 'contractor' }))).toBe(
      'persona_already_given',
    )
    expect(await refusalOf(call.assign({ userId: ada.id, typeId: 'wizard' }))).toBe('invalid_input')
    expect(await refusalOf(call.remove({ userId: ada.id, personaId: idOf(77) }))).toBe('not_found')
    expect(contractor.version).toBe(1)
  })

  it('show what will be in force as of another time', async () => {
    const world = await openWorld({ personaTypes })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.as(admin).personas.assign({
      userId: ada.id,
      typeId: 'employee',
      validFromAt: '2026-04-01T00:00:00Z',
      entitlements: [
        { kind: 'application_role', value: 'crm', validUntilAt: '2026-05-01T00:00:00Z' },
      ],
    })
    const seen = async (asOfAt: string) => {
      const [persona] = (await world.as(admin).personas.list({ userId: ada.id, asOfAt })).items
      return [persona!.inForce, persona!.entitlements[0]!.inForce]
    }
    expect(await seen('2026-03-31T23:59:59Z')).toEqual([false, false])
    expect(await seen('2026-04-01T00:00:00Z')).toEqual([true, true])
    expect(await seen('2026-05-01T00:00:00Z')).toEqual([true, false])
    await world.as(admin).users.setValidity({
      userId: ada.id,
      validFromAt: null,
      validUntilAt: '2026-07-01T00:00:00Z',
    })
    expect(
      (await world.as(admin).users.get({ userId: ada.id, asOfAt: '2026-07-01T00:00:00Z' })).status
        .status,
    ).toBe('NO_LONGER_VALID')
  })

  it.each([
    ['broad', 'manager', 'employee', true],
    ['broad, but not to delegate further', 'manager', 'contractor-manager', false],
    ['targeted, a named type', 'contractor-manager', 'contractor', true],
    ['targeted, another type', 'contractor-manager', 'employee', false],
  ])('are managed by a delegated administrator: %s', async (_, own, wanted, succeeds) => {
    const world = await openWorld({ personaTypes })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const delegate = await world.join('delegate', 'acme')
    const ada = await world.join('ada', 'acme')
    const first = wanted === 'employee' ? 'contractor' : 'employee'
    await world.as(admin).personas.assign({ userId: ada.id, typeId: first, scopes: ['north'] })
    await world.as(admin).personas.assign({
      userId: delegate.id,
      typeId: own,
      scopes: ['north', 'east'],
      validFromAt: '2026-03-02T00:00:00Z',
      validUntilAt: '2026-03-03T00:00:00Z',
    })
    const attempt = () => world.as(delegate).personas.assign({ userId: ada.id, typeId: wanted })
    world.moveTo('2026-03-01T23:59:59.000Z')
    expect(await refusalOf(attempt())).toBe('not_found')
    world.moveTo('2026-03-03T00:00:01.000Z')
    expect(await refusalOf(attempt())).toBe('not_found')
    world.moveTo('2026-03-03T00:00:00.000Z')
    expect(await refusalOf(attempt())).toBe('not_found')
    world.moveTo('2026-03-02T00:00:00.000Z')
    const outcome = await attempt().then(
      ({ typeId }) => typeId,
      (error: { code: string }) => error.code,
    )
    expect(outcome).toBe(succeeds ? wanted : 'grant_exceeds_rights')
  })

  it('are out of a delegated administrator’s reach where no scope matches, and nothing else is in it', async () => {
    const world = await openWorld({ personaTypes })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const delegate = await world.join('delegate', 'acme')
    const ada = await world.join('ada', 'acme')
    await world.as(admin).personas.assign({ userId: ada.id, typeId: 'employee', scopes: ['south'] })
    await world
      .as(admin)
      .personas.assign({ userId: delegate.id, typeId: 'manager', scopes: ['north'] })
    expect(
      await refusalOf(world.as(delegate).personas.assign({ userId: ada.id, typeId: 'contractor' })),
    ).toBe('not_found')
    const [persona] = (await world.as(admin).personas.list({ userId: ada.id })).items
    await world.as(admin).personas.update({
      userId: ada.id,
      personaId: persona!.id,
      version: persona!.version,
      scopes: ['north'],
    })
    await world.as(delegate).personas.assign({ userId: ada.id, typeId: 'contractor' })
    expect(await refusalOf(world.as(delegate).users.lock({ userId: ada.id, reason: 'x' }))).toBe(
      'not_found',
    )
    expect(await refusalOf(world.as(delegate).users.get({ userId: ada.id }))).toBe('not_found')
    expect(
      await refusalOf(
        world.as(delegate).personas.assign({ userId: admin.id, typeId: 'contractor' }),
      ),
    ).toBe('not_found')
  })
})

describe('groups and applications', () => {
  it.each(['groups', 'applications'] as const)(
    '%s are found by typing, assigned, listed and unassigned',
    async (kind) => {
      const world = await openWorld()
      const partner = await world.join('partner', 'harbour', { roles: ['administrator'] })
      const ada = await world.join('ada', 'acme')
      const call = world.as(partner)[kind]
      const idField = kind === 'groups' ? 'groupId' : 'applicationId'
      const sales = await call.create({ organizationId: world.places.harbour, name: 'Sälés' })
      const foreign = await call.create({ organizationId: world.places.beta, name: 'Beta only' })
      expect(
        await refusalOf(call.create({ organizationId: world.places.harbour, name: 'SALES' })),
      ).toBe('name_taken')
      expect((await call.search({ search: 'sale' })).items.map(({ id }) => id)).toEqual([sales.id])
      await call.assign({ userId: ada.id, [idField]: sales.id } as never)
      await call.assign({ userId: ada.id, [idField]: sales.id } as never)
      expect((await call.list({ userId: ada.id })).items.map(({ name }) => name)).toEqual(['Sälés'])
      // A resource of a sibling organization is none of hers.
      expect(await refusalOf(call.assign({ userId: ada.id, [idField]: foreign.id } as never))).toBe(
        'not_found',
      )
      await call.unassign({ userId: ada.id, [idField]: sales.id } as never)
      await call.unassign({ userId: ada.id, [idField]: sales.id } as never)
      expect((await call.list({ userId: ada.id })).items).toEqual([])
      expect((await world.auditOf('acme')).map((event) => event.changes.length)).toEqual([
        1, 0, 0, 1, 0,
      ])
    },
  )

  it('page by name through cursors that belong to the search', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    for (const name of ['Zebra', 'Ärzte', 'Buchhaltung'])
      await world.as(admin).groups.create({ organizationId: world.places.acme, name })
    const first = await world.as(admin).groups.search({ limit: 2 })
    const second = await world.as(admin).groups.search({ limit: 2, cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'Ärzte',
      'Buchhaltung',
      'Zebra',
    ])
    expect(
      await refusalOf(world.as(admin).groups.search({ search: 'z', cursor: first.nextCursor! })),
    ).toBe('invalid_cursor')
    expect(
      await refusalOf(world.as(admin).applications.search({ cursor: first.nextCursor! })),
    ).toBe('invalid_cursor')
  })
})

describe('the audit', () => {
  it('tells a person’s story, latest first, a page at a time, and proves the chain', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.as(admin).users.lock({ userId: ada.id, reason: 'One.' })
    await world.as(admin).users.unlock({ userId: ada.id, reason: 'Two.' })
    await world.as(admin).users.deactivate({ userId: ada.id, reason: 'Three.' })
    const first = await world.as(admin).audit.ofUser({ userId: ada.id, limit: 2 })
    expect(first.items.map((event) => event.reason)).toEqual(['Three.', 'Two.'])
    const second = await world
      .as(admin)
      .audit.ofUser({ userId: ada.id, limit: 2, beforeSequence: first.nextBeforeSequence! })
    expect(second.items.map((event) => event.reason)).toEqual(['One.'])
    const { id: authenticatorId } = await world.roster.authenticators.register({
      userId: ada.id,
      type: 'u2f',
      name: 'Old key',
    })
    await world.as(admin).authenticators.lock({ userId: ada.id, authenticatorId, reason: 'Four.' })
    expect((await world.as(admin).audit.ofUser({ userId: ada.id })).items[0]).toMatchObject({
      event: 'authenticator.locked',
      reason: 'Four.',
      changes: [
        { field: 'authenticator Old key', before: 'active', after: 'locked_by_administrator' },
      ],
    })
    expect(await world.as(admin).audit.verify({ organizationId: world.places.acme })).toEqual({
      whole: true,
      firstBroken: null,
    })
  })
})

describe('what the host’s own code decides', () => {
  it('judges the host’s attributes by the host’s schema', async () => {
    const world = await openWorld({
      attributes: z.strictObject({
        costCentre: z.string().check(z.regex(/^\d{4}$/, { error: 'Use four digits.' })),
      }),
    })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const newcomer = {
      organizationId: world.places.acme,
      userName: 'new',
      name: { givenName: 'N', familyName: 'N' },
      emails: [{ value: 'n@example.com', primary: true }],
    }
    const added = await world
      .as(admin)
      .users.create({ ...newcomer, attributes: { costCentre: '4711' } })
    expect(added.attributes).toEqual({ costCentre: '4711' })
    expect(
      await refusalOf(
        world
          .as(admin)
          .users.update({ userId: added.id, version: 1, attributes: { costCentre: 'x' } }),
      ),
    ).toBe('invalid_input')
    const bare = await openWorld()
    const other = await bare.join('admin', 'acme', { roles: ['administrator'] })
    expect(
      await refusalOf(
        bare.as(other).users.create({
          ...newcomer,
          organizationId: bare.places.acme,
          attributes: { costCentre: '4711' },
        }),
      ),
    ).toBe('invalid_input')
  })

  it('says who owns a field, which then refuses edits until it is given back', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.roster.claimFields({ userId: ada.id, fields: ['name', 'emails'], owner: 'scim' })
    expect(
      await refusalOf(
        world
          .as(admin)
          .users.update({ userId: ada.id, version: 2, name: { givenName: 'A', familyName: 'B' } }),
      ),
    ).toBe('field_owned_elsewhere')
    await world.roster.claimFields({ userId: ada.id, fields: ['name'], owner: null })
    expect(
      (
        await world
          .as(admin)
          .users.update({ userId: ada.id, version: 3, name: { givenName: 'A', familyName: 'B' } })
      ).owners,
    ).toEqual({ emails: 'scim' })
  })

  it('gives the roles that the identity provider’s groups map to, and takes the others', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme', { roles: ['support'] })
    expect(
      await refusalOf(world.roster.signIn.applySsoGroups({ userId: ada.id, groups: ['admins'] })),
    ).toBe('not_managed_by_sso')
    await world.as(root).organizations.update({
      organizationId: world.places.acme,
      version: 1,
      ssoProvider: 'Okta',
      ssoRoleMapping: { admins: 'administrator', readers: 'viewer' },
    })
    const mapped = await world.roster.signIn.applySsoGroups({
      userId: ada.id,
      groups: ['admins', 'unknown', 'constructor'],
    })
    expect(mapped.roles.map((role) => role.roleId)).toEqual(['administrator'])
    expect(
      (await world.roster.signIn.applySsoGroups({ userId: ada.id, groups: ['readers'] })).roles.map(
        (role) => role.roleId,
      ),
    ).toEqual(['viewer'])
    expect(
      await refusalOf(
        world.as(root).organizations.update({
          organizationId: world.places.acme,
          version: 2,
          ssoRoleMapping: { x: 'emperor' },
        }),
      ),
    ).toBe('invalid_input')
  })
})
