import { describe, expect, it } from 'vitest'
import { failureOf, openWorld, refusalOf } from '../world.ts'

const newcomer = (organizationId: string) => ({
  organizationId,
  userName: 'Ada.Lovelace',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [{ value: 'ada@example.com', primary: true }],
})

async function issuesOf(call: Promise<unknown>) {
  const failure = await failureOf(call)
  if (failure.code !== 'invalid_input') throw new Error('An invalid_input was expected.')
  return Object.fromEntries(failure.details.issues.map((issue) => [issue.path, issue.message]))
}

describe('adding people', () => {
  it('adds somebody who waits for their onboarding, with a role from the start', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const added = await world.as(admin).users.create({
      ...newcomer(world.places.acme),
      roles: [{ roleId: 'viewer', organizationId: world.places.acme }],
    })
    expect(added).toMatchObject({
      displayName: 'Ada Lovelace',
      version: 1,
      status: { status: 'PROVISIONED' },
      roles: [{ roleId: 'viewer', inForce: true }],
    })
    expect(
      (
        await world
          .as(admin)
          .users.create({ ...newcomer(world.places.acme), userName: 'later', activation: 'later' })
      ).status.status,
    ).toBe('STAGED')
    expect((await world.auditOf('acme'))[0]).toMatchObject({
      event: 'user.created',
      subject: { id: added.id },
    })
  })

  it('adds somebody with several roles, the main one first, and groups, in one command', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'harbour', { roles: ['administrator'] })
    const { acme, harbour } = world.places
    const sales = await world.as(admin).groups.create({ organizationId: acme, name: 'Sales' })
    const news = await world.as(admin).groups.create({ organizationId: harbour, name: 'News' })
    const roles = [
      { roleId: 'support', organizationId: acme },
      { roleId: 'viewer', organizationId: harbour },
    ]
    const added = await world
      .as(admin)
      .users.create({ ...newcomer(acme), roles, groupIds: [news.id, sales.id] })
    expect(
      added.roles.map(({ roleId, organization }) => ({ roleId, organizationId: organization.id })),
    ).toEqual(roles)
    expect(
      (await world.as(admin).groups.list({ userId: added.id })).items.map(({ name }) => name),
    ).toEqual(['News', 'Sales'])
    const event = (await world.auditOf('acme')).at(-1)!
    expect(event.event).toBe('user.created')
    expect(event.changes).toEqual(
      expect.arrayContaining([
        { field: 'roles', before: null, after: roles },
        { field: 'groups', before: null, after: ['News', 'Sales'] },
      ]),
    )
  })

  it('adds nobody when a group is none of theirs, may not be given, or a choice stands there twice', async () => {
    const world = await openWorld({
      roles: [
        {
          id: 'helper',
          name: 'Helper',
          description: 'Adds people.',
          permissions: [
            'user:read',
            'user:create',
            'role:assign',
            'organization:read',
            'role:read',
            'group:read',
          ],
        },
      ],
    })
    const admin = await world.join('admin', 'harbour', { roles: ['administrator'] })
    const helper = await world.join('helper', 'acme', { roles: ['helper'] })
    const { acme, beta } = world.places
    const sales = await world.as(admin).groups.create({ organizationId: acme, name: 'Sales' })
    const theirs = await world.as(admin).groups.create({ organizationId: beta, name: 'Theirs' })
    const viewer = { roleId: 'viewer', organizationId: acme }
    expect(
      await issuesOf(
        world
          .as(admin)
          .users.create({ ...newcomer(acme), roles: [viewer], groupIds: [sales.id, theirs.id] }),
      ),
    ).toEqual({
      'groupIds.1':
        'There is no such group at this organization or above it. Choose one from the list.',
    })
    expect(
      Object.keys(
        await issuesOf(
          world.as(admin).users.create({ ...newcomer(acme), groupIds: [sales.id, sales.id] }),
        ),
      ),
    ).toEqual(['groupIds'])
    expect(
      Object.keys(
        await issuesOf(
          world.as(admin).users.create({ ...newcomer(acme), roles: [viewer, viewer] }),
        ),
      ),
    ).toEqual(['roles'])
    expect(
      Object.keys(
        await issuesOf(
          world
            .as(admin)
            .users.create({ ...newcomer(acme), roles: [viewer, { ...viewer, roleId: 'wizard' }] }),
        ),
      ),
    ).toEqual(['roles.1.roleId'])
    expect(
      await refusalOf(world.as(helper).users.create({ ...newcomer(acme), groupIds: [sales.id] })),
    ).toBe('not_permitted')
    expect((await world.as(admin).users.list({ search: 'lovelace' })).items).toEqual([])
  })

  it.each(['ada.lovelace', 'ADA.LOVELACE', 'Ａda.lovelace'])(
    'refuses %s beside Ada.Lovelace in the same organization',
    async (userName) => {
      const world = await openWorld()
      const admin = await world.join('admin', 'harbour', { roles: ['administrator'] })
      await world.as(admin).users.create(newcomer(world.places.acme))
      expect(
        await world.as(admin).users.checkUserName({ organizationId: world.places.acme, userName }),
      ).toEqual({ available: false })
      expect(
        await refusalOf(world.as(admin).users.create({ ...newcomer(world.places.acme), userName })),
      ).toBe('user_name_taken')
      // The boundary is the organization: the sibling may have its own.
      await world.as(admin).users.create({ ...newcomer(world.places.beta), userName })
    },
  )

  it('says beside each field what is wrong with it, and changes nothing', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const issues = await issuesOf(
      world.as(admin).users.create({
        organizationId: world.places.acme,
        userName: 'a b',
        name: { givenName: '  ', familyName: 'x\u202Ey' },
        emails: [{ value: 'not an address', primary: true }],
        phoneNumbers: [{ value: 'call me' }],
        mischief: 1,
      } as never),
    )
    expect(issues).toEqual({
      userName: 'Use letters, digits and signs such as . _ - @, without spaces.',
      'name.givenName': 'Enter a value.',
      'name.familyName': 'It contains an invisible control character. Type it again.',
      'emails.0.value': 'Enter an e-mail address such as name@example.com.',
      'phoneNumbers.0.value': 'Enter a phone number such as +44 20 7946 0000.',
      mischief: 'This field is not known here. Remove it.',
    })
    expect((await world.as(admin).users.list()).count.value).toBe(1)
  })

  it.each([
    ['a lone surrogate', { givenName: '\ud800', familyName: 'x' }],
    ['10 kB', { givenName: 'x'.repeat(10_000), familyName: 'x' }],
    ['a number', { givenName: 7, familyName: 'x' }],
    ['a list', { givenName: ['x'], familyName: 'x' }],
    [
      '__proto__',
      JSON.parse('{"givenName":"x","familyName":"x","__proto__":{"admin":true}}') as object,
    ],
  ])('refuses %s as a name', async (_, name) => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    expect(
      await refusalOf(
        world.as(admin).users.create({ ...newcomer(world.places.acme), name } as never),
      ),
    ).toBe('invalid_input')
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  })
})

describe('editing people', () => {
  it('touches only what is given, and refuses a version that is old', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const edited = await world.as(admin).users.update({
      userId: ada.id,
      version: 1,
      name: { givenName: 'Augusta', familyName: 'King' },
    })
    expect(edited).toMatchObject({ version: 2, displayName: 'Augusta King', userName: 'ada' })
    expect(
      await refusalOf(world.as(admin).users.update({ userId: ada.id, version: 1, userType: 'x' })),
    ).toBe('stale_version')
  })

  it('refuses fields that a directory owns', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme', { owners: { name: 'scim' } })
    expect(
      await refusalOf(
        world
          .as(admin)
          .users.update({ userId: ada.id, version: 1, name: { givenName: 'A', familyName: 'B' } }),
      ),
    ).toBe('field_owned_elsewhere')
    await world.as(admin).users.update({ userId: ada.id, version: 1, userType: 'Contractor' })
  })

  it.each([
    'id',
    'organizationId',
    'status',
    'locks',
    'createdAt',
    'lifecycle',
    'owners',
    'password',
  ])('does not accept the server’s own field %s', async (field) => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    expect(
      await refusalOf(
        world.as(admin).users.update({ userId: ada.id, version: 1, [field]: 'x' } as never),
      ),
    ).toBe('invalid_input')
    expect(await world.storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
  })
})

describe('coming and going', () => {
  it('activates somebody who was added for later, once', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const added = await world
      .as(admin)
      .users.create({ ...newcomer(world.places.acme), activation: 'later' })
    expect(added.can['users.activate']).toEqual({ allowed: true })
    expect((await world.as(admin).users.activate({ userId: added.id })).status.status).toBe(
      'PROVISIONED',
    )
    expect((await world.as(admin).users.activate({ userId: added.id })).version).toBe(2)
  })

  it('deactivates without loss and reactivates to what was before', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const added = await world.as(admin).users.create(newcomer(world.places.acme))
    expect(
      (await world.as(admin).users.deactivate({ userId: added.id, reason: 'Leave.' })).status
        .status,
    ).toBe('DEACTIVATED')
    expect((await world.as(admin).users.reactivate({ userId: added.id })).status.status).toBe(
      'PROVISIONED',
    )
  })

  it('deletes by the username typed, restores within the window, and purges for good', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const call = world.as(admin).users
    expect(await refusalOf(call.delete({ userId: ada.id, userName: 'adb' }))).toBe(
      'user_name_mismatch',
    )
    expect(await refusalOf(call.purge({ userId: ada.id, userName: 'ada' }))).toBe('not_deleted')
    const deleted = await call.delete({ userId: ada.id, userName: 'ADA' })
    expect(deleted.status).toMatchObject({
      status: 'DELETED',
      nextChangeAt: '2026-03-31T09:00:00.000Z',
    })
    expect(await refusalOf(call.lock({ userId: ada.id, reason: 'x' }))).toBe('user_deleted')
    expect((await call.restore({ userId: ada.id })).status.status).toBe('DEACTIVATED')
    await call.delete({ userId: ada.id, userName: 'ada' })
    world.moveTo('2026-03-31T09:00:00.000Z')
    expect(await refusalOf(call.restore({ userId: ada.id }))).toBe('not_restorable')
    await call.purge({ userId: ada.id, userName: 'ada' })
    expect(await refusalOf(call.get({ userId: ada.id }))).toBe('not_found')
    expect(
      await call.checkUserName({ organizationId: world.places.acme, userName: 'ada' }),
    ).toEqual({ available: true })
  })

  it('judges validity to the second, without anything running', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.as(admin).users.setValidity({
      userId: ada.id,
      validFromAt: '2026-03-02T00:00:00Z',
      validUntilAt: '2026-03-03T00:00:00Z',
    })
    const at = async (instant: string) => {
      world.moveTo(instant)
      return (await world.as(admin).users.get({ userId: ada.id })).status.status
    }
    expect(await at('2026-03-01T23:59:59.000Z')).toBe('NOT_YET_VALID')
    expect(await at('2026-03-02T00:00:00.000Z')).toBe('ACTIVE')
    expect(await at('2026-03-02T23:59:59.999Z')).toBe('ACTIVE')
    expect(await at('2026-03-03T00:00:00.000Z')).toBe('NO_LONGER_VALID')
    expect(
      await refusalOf(
        world.as(admin).users.setValidity({
          userId: ada.id,
          validFromAt: '2026-03-03T00:00:00Z',
          validUntilAt: '2026-03-02T00:00:00Z',
        }),
      ),
    ).toBe('invalid_input')
  })

  it('moves somebody, and both sides see it with the same commit', async () => {
    const world = await openWorld()
    const partner = await world.join('partner', 'harbour', { roles: ['administrator'] })
    const acme = await world.join('acme-admin', 'acme', { roles: ['administrator'] })
    const beta = await world.join('beta-admin', 'beta', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme', { roles: ['viewer'] })
    expect(
      await refusalOf(
        world.as(acme).users.move({ userId: ada.id, toOrganizationId: world.places.beta }),
      ),
    ).toBe('not_found')
    await world.as(partner).users.move({ userId: ada.id, toOrganizationId: world.places.beta })
    expect(await refusalOf(world.as(acme).users.get({ userId: ada.id }))).toBe('not_found')
    expect((await world.as(beta).users.get({ userId: ada.id })).roles).toHaveLength(1)
  })
})

describe('the sign-in gate', () => {
  it('locks after the policy’s number of failures within its window, and not otherwise', async () => {
    const world = await openWorld()
    const ada = await world.join('ada', 'acme')
    const fail = async () =>
      (await world.roster.signIn.recordFailure({ userId: ada.id })).explanation.status
    for (let attempt = 0; attempt < 4; attempt++) expect(await fail()).toBe('ACTIVE')
    world.pass(15 * 60)
    for (let attempt = 0; attempt < 4; attempt++) expect(await fail()).toBe('ACTIVE')
    expect(await fail()).toBe('AUTO_LOCKED')
    const gate = await world.roster.signIn.check({
      userName: 'ADA',
      organizationId: world.places.acme,
    })
    expect(gate).toMatchObject({ userId: ada.id, mayEnter: false, passwordAllowed: false })
    expect(gate.explanation?.reasons[0]).toMatchObject({
      lockKind: 'failed-sign-ins',
      reason: '5 failed sign-ins in a row.',
    })
    expect(await refusalOf(world.roster.signIn.recordSuccess({ userId: ada.id }))).toBe(
      'access_suspended',
    )
  })

  it('forgets failures after a success, and an administrator’s page stays good', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    for (let attempt = 0; attempt < 4; attempt++)
      await world.roster.signIn.recordFailure({ userId: ada.id })
    await world.roster.signIn.recordSuccess({ userId: ada.id })
    expect((await world.roster.signIn.recordFailure({ userId: ada.id })).explanation.status).toBe(
      'ACTIVE',
    )
    const seen = await world.as(admin).users.update({ userId: ada.id, version: 1, userType: 'x' })
    expect(seen.lastSignedInAt).toBe(world.now())
  })

  it('locks after the policy’s days without a sign-in, and starts anew when lifted', async () => {
    const world = await openWorld({ inactivityLockDays: 90 })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.roster.signIn.recordSuccess({ userId: ada.id })
    world.pass(90 * 86_400 - 1)
    expect((await world.as(admin).users.get({ userId: ada.id })).status.status).toBe('ACTIVE')
    world.pass(1)
    expect(
      (await world.as(admin).users.list({ status: ['AUTO_LOCKED'] })).items.map(
        (user) => user.userName,
      ),
    ).toEqual(['ada'])
    expect((await world.as(admin).users.unlock({ userId: ada.id })).status.status).toBe('ACTIVE')
    world.pass(90 * 86_400)
    expect((await world.as(admin).users.get({ userId: ada.id })).status.status).toBe('AUTO_LOCKED')
  })

  it('lets somebody in who has finished onboarding, and not before', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const added = await world.as(admin).users.create(newcomer(world.places.acme))
    expect(await refusalOf(world.roster.signIn.recordSuccess({ userId: added.id }))).toBe(
      'access_suspended',
    )
    expect((await world.roster.signIn.completeOnboarding({ userId: added.id })).status.status).toBe(
      'ACTIVE',
    )
    expect((await world.roster.signIn.completeOnboarding({ userId: added.id })).version).toBe(2)
    await world.roster.signIn.recordSuccess({ userId: added.id })
    await world.as(admin).users.deactivate({ userId: added.id, reason: 'x' })
    expect(await refusalOf(world.roster.signIn.completeOnboarding({ userId: added.id }))).toBe(
      'invalid_transition',
    )
  })

  it('answers in the same shape for a name that nobody has', async () => {
    const world = await openWorld()
    expect(
      await world.roster.signIn.check({ userName: 'nobody', organizationId: world.places.acme }),
    ).toMatchObject({ userId: null, mayEnter: false })
  })
})

describe('a fresh installation', () => {
  it('has nobody, and begins with the administrator whom the host names, once', async () => {
    const { createRoster } = await import('@rosterkit/core')
    const { memoryStorage } = await import('@rosterkit/adapters/memory')
    const roster = createRoster({ storage: memoryStorage() })
    const first = {
      organizationName: 'Acme',
      administrator: {
        userName: 'ada',
        name: { givenName: 'Ada', familyName: 'Lovelace' },
        emails: [{ value: 'ada@example.com', primary: true }],
      },
    }
    const { administratorId } = await roster.bootstrap(first)
    expect((await roster.as({ userId: administratorId }).users.list()).items).toHaveLength(1)
    expect(await roster.bootstrap(first)).toMatchObject({ administratorId: null })
    expect(
      await refusalOf(
        roster
          .as({ userId: administratorId })
          .call(
            (await import('../../packages/core/src/operations/roster/bootstrap.ts')).bootstrap,
            first,
          ),
      ),
    ).toBe('not_found')
  })
})
