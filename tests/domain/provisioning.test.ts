import { describe, expect, it } from 'vitest'
import { openWorld, refusalOf } from '../world.ts'

/** A call of a service account of the partner that provisions the tenant acme. */
async function open() {
  const world = await openWorld()
  const account = await world.join('scim', 'harbour', { roles: ['administrator'] })
  const admin = await world.join('admin', 'harbour', { roles: ['administrator'] })
  const via = { source: 'scim', organizationId: world.places.acme } as const
  const caller = { userId: account.id, via }
  const run = (name: string, input: object) => world.roster.execute(name, { caller, input })
  const codeOf = async (name: string, input: object) => {
    const result = await run(name, input)
    return result.ok ? 'ok' : result.failure.code
  }
  const person = (id: string) => world.storage.read((tx) => tx.users.find(id))
  const ada = {
    organizationId: world.places.acme,
    userName: 'ada',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ value: 'ada@example.com', primary: true }],
    federatedOnly: true,
  }
  return {
    ...world,
    account,
    admin,
    via,
    caller,
    run,
    codeOf,
    person,
    newcomer: ada,
    scim: world.roster.as(caller),
  }
}

describe('whoever provisions', () => {
  it('owns what it sets, in the same commit, and sets nothing that another owns', async () => {
    const { scim, newcomer, person, as, admin, roster, join } = await open()
    const { id } = await scim.users.create({ ...newcomer, userType: 'Employee' })
    expect((await person(id))!.owners).toEqual({
      userName: 'scim',
      name: 'scim',
      emails: 'scim',
      userType: 'scim',
    })
    expect(
      await refusalOf(as(admin).users.update({ userId: id, version: 1, userType: 'Guest' })),
    ).toBe('field_owned_elsewhere')
    await scim.users.update({
      userId: id,
      version: 1,
      userType: 'Guest',
      phoneNumbers: [{ value: '+44 20 7946 0000', type: 'mobile' }],
    })
    expect(await person(id)).toMatchObject({
      userType: 'Guest',
      owners: { phoneNumbers: 'scim' },
      version: 2,
    })
    const local = await join('local', 'acme')
    await roster.claimFields({ userId: local.id, fields: ['locale'], owner: 'sso' })
    expect(await refusalOf(scim.users.update({ userId: local.id, version: 2, locale: 'fr' }))).toBe(
      'field_owned_elsewhere',
    )
    await scim.users.update({ userId: local.id, version: 2, locale: null, userType: null })
    expect((await person(local.id))!.owners).toEqual({ locale: 'sso', userType: 'scim' })
  })

  it('brings in people who are active at once where they sign in elsewhere, and no others; administrators bring in none', async () => {
    const { scim, newcomer, person, as, admin } = await open()
    const state = async (id: string) => (await person(id))!.lifecycle.state
    expect(await state((await scim.users.create(newcomer)).id)).toBe('active')
    expect(
      await state(
        (await scim.users.create({ ...newcomer, userName: 'bob', federatedOnly: false })).id,
      ),
    ).toBe('provisioned')
    expect(
      await state(
        (await scim.users.create({ ...newcomer, userName: 'eve', activation: 'later' })).id,
      ),
    ).toBe('staged')
    expect(await state((await as(admin).users.create({ ...newcomer, userName: 'dan' })).id)).toBe(
      'provisioned',
    )
  })

  it('is accepted where single sign-on manages the organization, and nobody else is', async () => {
    const { scim, newcomer, as, admin, places } = await open()
    await as(admin).organizations.update({
      organizationId: places.acme,
      version: 1,
      ssoProvider: 'Okta',
    })
    const { id } = await scim.users.create(newcomer)
    await scim.roles.assign({ userId: id, roleId: 'viewer', organizationId: places.acme })
    expect(await refusalOf(as(admin).users.update({ userId: id, version: 2, locale: 'fr' }))).toBe(
      'managed_by_sso',
    )
    expect((await scim.users.delete({ userId: id, userName: 'ada' })).status.status).toBe('DELETED')
  })

  it('reaches nothing outside of the organization that it provisions, and keeps the rank of its account', async () => {
    const { scim, codeOf, newcomer, places, join, run, account } = await open()
    const [theirs, above, peer] = [
      await join('theirs', 'beta'),
      await join('above', 'harbour'),
      await join('peer', 'acme', { roles: ['administrator'] }),
    ]
    for (const { id } of [theirs, above, account])
      expect(await codeOf('users.get', { userId: id })).toBe('not_found')
    expect(await codeOf('users.create', { ...newcomer, organizationId: places.beta })).toBe(
      'not_found',
    )
    expect(
      await codeOf('users.create', {
        ...newcomer,
        roles: [{ roleId: 'viewer', organizationId: places.harbour }],
      }),
    ).toBe('not_found')
    expect(
      await codeOf('roles.assign', {
        userId: peer.id,
        roleId: 'viewer',
        organizationId: places.beta,
      }),
    ).toBe('not_found')
    expect((await scim.users.list()).items.map(({ userName }) => userName)).toEqual(['peer'])
    expect((await scim.organizations.list()).items.map(({ id }) => id)).toEqual([places.acme])
    expect(await run('users.lookup', {})).toMatchObject({ ok: true, value: { total: 1 } })
    expect(await codeOf('users.deactivate', { userId: peer.id, reason: 'Left.' })).toBe('ok')
  })

  it('reaches only what its account does, when that is less', async () => {
    const { roster, join, via, places } = await open()
    const [inside, beside] = [
      await join('inside', 'acme', { roles: ['administrator'] }),
      await join('beside', 'beta', { roles: ['administrator'] }),
    ]
    const lists = (userId: string, organizationId: string) =>
      roster.as({ userId, via: { ...via, organizationId } }).users.list()
    expect((await lists(inside.id, places.harbour)).items.map(({ userName }) => userName)).toEqual([
      'inside',
    ])
    expect(await refusalOf(lists(beside.id, places.acme))).toBe('not_permitted')
  })

  it('alone looks up, sets external ids, and renames or takes away groups, each of its own organization', async () => {
    const { run, codeOf, roster, scim, admin, newcomer, places, join, storage } = await open()
    const { id } = await scim.users.create(newcomer)
    const group = await scim.groups.create({ organizationId: places.acme, name: 'Sales' })
    const foreign = await roster
      .as({ userId: admin.id })
      .groups.create({ organizationId: places.beta, name: 'Theirs' })
    const calls = [
      ['users.lookup', {}],
      ['users.setExternalId', { userId: id, externalId: 'x' }],
      ['groups.lookup', {}],
      ['groups.update', { organizationId: places.acme, groupId: group.id, name: 'Sales EMEA' }],
      ['groups.delete', { organizationId: places.acme, groupId: group.id }],
    ] as const
    for (const caller of [{ userId: admin.id }, 'system'] as const)
      for (const [name, input] of calls)
        expect(await roster.execute(name, { caller, input })).toEqual({
          ok: false,
          failure: { code: 'not_found' },
        })
    await scim.groups.assign({ userId: id, groupId: group.id })
    expect(await codeOf('groups.delete', { organizationId: places.acme, groupId: group.id })).toBe(
      'invalid_transition',
    )
    for (const name of ['groups.update', 'groups.delete'])
      for (const organizationId of [places.acme, places.beta])
        expect(await codeOf(name, { organizationId, groupId: foreign.id })).toBe('not_found')
    await scim.groups.create({ organizationId: places.acme, name: 'Support' })
    expect(
      await codeOf('groups.update', {
        organizationId: places.acme,
        groupId: group.id,
        name: 'SUPPORT',
      }),
    ).toBe('name_taken')
    await scim.groups.unassign({ userId: id, groupId: group.id })
    for (const [name, input] of calls)
      expect([name, (await run(name, input)).ok]).toEqual([name, true])
    expect(
      await storage.read(async (tx) => [
        await tx.groups.find(group.id),
        (await tx.groups.find(foreign.id))?.name,
      ]),
    ).toEqual([null, 'Theirs'])
    const viewer = await join('viewer', 'acme', { roles: ['viewer'] })
    for (const [name, input] of calls.slice(1).filter((call) => call[0] !== 'groups.lookup'))
      expect(
        await roster.execute(name, {
          caller: { userId: viewer.id, via: { source: 'scim', organizationId: places.acme } },
          input,
        }),
      ).toMatchObject({ ok: false, failure: { code: 'not_permitted' } })
  })
})
