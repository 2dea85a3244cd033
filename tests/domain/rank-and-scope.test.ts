import { operations } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { withServices } from '../services.ts'
import { idOf, openWorld, refusalOf } from '../world.ts'

describe('who may act on whom', () => {
  it('refuses to act on an equal and on a superior, and acts on those below', async () => {
    const world = await openWorld()
    const partner = await world.join('partner', 'harbour', { roles: ['administrator'] })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const peer = await world.join('peer', 'acme', { roles: ['administrator'] })
    // Somebody who lives in the tenant but holds rights above it.
    const guest = await world.join('guest', 'acme', { roles: [['administrator', 'north']] })
    const support = await world.join('support', 'acme', { roles: ['support'] })
    for (const [target, code] of [
      [peer, 'same_rank'],
      [guest, 'outranked'],
    ] as const) {
      expect(await refusalOf(world.as(admin).users.lock({ userId: target.id, reason: 'x' }))).toBe(
        code,
      )
      expect(
        await refusalOf(
          world.as(admin).users.update({
            userId: target.id,
            version: 1,
            emails: [{ value: 'mine@example.com', primary: true }],
          }),
        ),
      ).toBe(code)
      expect(
        await refusalOf(
          world.as(admin).users.delete({ userId: target.id, userName: target.userName }),
        ),
      ).toBe(code)
    }
    await world.as(admin).users.lock({ userId: support.id, reason: 'x' })
    await world.as(partner).users.lock({ userId: peer.id, reason: 'x' })
  })

  it('judges each person of a page where they are, whoever stands beside them', async () => {
    const world = await openWorld()
    const partner = await world.join('partner', 'harbour', { roles: ['administrator'] })
    const helper = await world.join('helper', 'harbour', { roles: ['support'] })
    for (const [userName, place] of [
      ['a1', 'acme'],
      ['b1', 'beta'],
      ['a2', 'acme'],
      ['b2', 'beta'],
    ] as const)
      await world.join(userName, place)
    await world.roster
      .as('system')
      .organizations.update({ organizationId: world.places.beta, version: 1, ssoProvider: 'Okta' })
    const decisions = async (caller: { id: string }, operation: string) =>
      (await world.as(caller).users.list({ search: '1', sort: 'userName' })).items
        .concat((await world.as(caller).users.list({ search: '2', sort: 'userName' })).items)
        .map(({ userName, can }) => {
          const decision = can[operation]!
          return [
            userName,
            decision.allowed
              ? 'allowed'
              : `${decision.code} ${(decision.details as { organization?: string }).organization}`,
          ]
        })
    expect(await decisions(partner, 'users.update')).toEqual([
      ['a1', 'allowed'],
      ['b1', 'managed_by_sso Beta'],
      ['a2', 'allowed'],
      ['b2', 'managed_by_sso Beta'],
    ])
    expect(await decisions(helper, 'users.delete')).toEqual([
      ['a1', 'not_permitted Acme'],
      ['b1', 'not_permitted Beta'],
      ['a2', 'not_permitted Acme'],
      ['b2', 'not_permitted Beta'],
    ])
  })

  it('lets nobody who is under an organization take themselves out from under it', async () => {
    const world = await openWorld()
    const tenant = await world.join('tenant', 'acme', {
      roles: ['administrator', ['administrator', 'gamma']],
    })
    expect(
      (await world.as(tenant).organizations.list()).items.find(
        ({ id }) => id === world.places.acme,
      )!.can['organizations.move'],
    ).toMatchObject({ allowed: false, code: 'not_permitted' })
    expect(
      await refusalOf(
        world.as(tenant).organizations.move({
          organizationId: world.places.acme,
          toParentId: world.places.gamma,
        }),
      ),
    ).toBe('not_permitted')
    const partner = await world.join('partner', 'harbour', {
      roles: ['administrator', ['administrator', 'gamma']],
    })
    await world
      .as(partner)
      .organizations.move({ organizationId: world.places.acme, toParentId: world.places.gamma })
  })

  it('lets nobody weaken how they themselves sign in', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', {
      roles: ['administrator'],
      mfa: { required: true, enrolment: 'enrolled' },
    })
    const own = { userId: admin.id, version: 1 }
    for (const registration of ['no', 'once', 'again'] as const)
      expect(
        await refusalOf(world.as(admin).users.requireMfa({ userId: admin.id, registration })),
      ).toBe('own_account')
    expect(await refusalOf(world.as(admin).users.update({ ...own, mfaRequired: false }))).toBe(
      'own_account',
    )
    expect(await refusalOf(world.as(admin).users.update({ ...own, federatedOnly: true }))).toBe(
      'own_account',
    )
    // A form sends them as they are.
    expect(
      await world
        .as(admin)
        .users.update({ ...own, mfaRequired: true, federatedOnly: false, userType: 'Staff' }),
    ).toMatchObject({ version: 2, userType: 'Staff' })
    const above = await world.join('above', 'harbour', { roles: ['administrator'] })
    expect(
      await world.as(above).users.update({ ...own, version: 2, mfaRequired: false }),
    ).toMatchObject({ mfa: { required: false } })
    // Asking more of oneself is nobody's loss.
    expect(
      await world.as(admin).users.update({ ...own, version: 3, mfaRequired: true }),
    ).toMatchObject({ mfa: { required: true } })
  })

  it('says beforehand what the host has not set up, as the command does', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const bob = await world.join('bob', 'acme', {
      lifecycle: { ...ada.lifecycle, state: 'provisioned' },
    })
    const unequipped = operations.filter(
      ({ subject, hostOnly, failures: own }) =>
        subject === 'user' && !hostOnly && own.includes('not_configured'),
    )
    expect(unequipped.length).toBeGreaterThan(5)
    for (const operation of unequipped) {
      const { id: userId } = operation.name === 'users.resendActivation' ? bob : ada
      const said = (await world.as(admin).users.get({ userId })).can[operation.name]
      const result = await world.roster.execute(operation.name, {
        input: { ...operation.example, userId },
        caller: { userId: admin.id },
      })
      expect([operation.name, said]).toEqual([
        operation.name,
        {
          allowed: false,
          code: 'not_configured',
          detail: expect.stringContaining('has not been set up') as string,
          details: { needed: expect.any(String) as string },
        },
      ])
      expect([operation.name, result]).toEqual([
        operation.name,
        {
          ok: false,
          failure: { code: 'not_configured', details: (said as { details: object }).details },
        },
      ])
    }
    const equipped = await openWorld(withServices().services)
    const root = await equipped.join('root', 'platform', { roles: ['administrator'] })
    const { can } = await equipped
      .as(root)
      .users.get({ userId: (await equipped.join('ada', 'acme')).id })
    expect(
      unequipped
        .filter(({ name }) => name !== 'users.resendActivation')
        .map(({ name }) => [name, can[name]?.allowed]),
    ).toEqual(
      unequipped
        .filter(({ name }) => name !== 'users.resendActivation')
        .map(({ name }) => [name, true]),
    )
  })

  it('counts rights that begin later', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const coming = await world.join('coming', 'acme')
    await world.storage.transaction((tx) =>
      tx.roleAssignments.insert({
        id: idOf(9),
        userId: coming.id,
        userOrganizationId: coming.organizationId,
        roleId: 'administrator',
        organizationId: world.places.north,
        validFromAt: '2027-01-01T00:00:00.000Z',
        validUntilAt: null,
      }),
    )
    expect(await refusalOf(world.as(admin).users.lock({ userId: coming.id, reason: 'x' }))).toBe(
      'outranked',
    )
  })

  it('counts rights until they end', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const going = await world.join('going', 'acme')
    await world.storage.transaction((tx) =>
      tx.roleAssignments.insert({
        id: idOf(9),
        userId: going.id,
        userOrganizationId: going.organizationId,
        roleId: 'administrator',
        organizationId: world.places.north,
        validFromAt: null,
        validUntilAt: '2026-03-01T09:00:01.000Z',
      }),
    )
    expect(await refusalOf(world.as(admin).users.lock({ userId: going.id, reason: 'x' }))).toBe(
      'outranked',
    )
    world.pass(1)
    expect(await world.as(admin).users.lock({ userId: going.id, reason: 'x' })).toMatchObject({
      status: { status: 'LOCKED_BY_ADMIN' },
    })
  })

  it('does not let anybody lock, delete or demote themselves', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    await world.join('peer', 'acme', { roles: ['administrator'] })
    const own = (await world.as(admin).caller.get()).roles[0]!
    expect(await refusalOf(world.as(admin).users.lock({ userId: admin.id, reason: 'x' }))).toBe(
      'own_account',
    )
    expect(
      await refusalOf(world.as(admin).users.delete({ userId: admin.id, userName: 'admin' })),
    ).toBe('own_account')
    expect(
      await refusalOf(world.as(admin).roles.unassign({ userId: admin.id, assignmentId: own.id })),
    ).toBe('own_account')
  })

  it('gives no role beyond the giver’s own rights, by assigning or by creating', async () => {
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
          ],
        },
      ],
    })
    const helper = await world.join('helper', 'acme', { roles: ['helper'] })
    const ada = await world.join('ada', 'acme')
    const administrator = { roleId: 'administrator', organizationId: world.places.acme }
    expect(
      await refusalOf(world.as(helper).roles.assign({ userId: ada.id, ...administrator })),
    ).toBe('grant_exceeds_rights')
    const created = {
      organizationId: world.places.acme,
      userName: 'new',
      name: { givenName: 'N', familyName: 'N' },
      emails: [{ value: 'n@example.com', primary: true }],
      roles: [administrator],
    }
    expect(await refusalOf(world.as(helper).users.create(created))).toBe('grant_exceeds_rights')
    expect((await world.as(helper).users.list({ search: 'new' })).items).toEqual([])
    await world
      .as(helper)
      .roles.assign({ userId: ada.id, roleId: 'helper', organizationId: world.places.acme })
  })

  it('changes from when until when a role holds, once for the same period, and only for whoever could give it', async () => {
    const world = await openWorld({
      roles: [
        {
          id: 'helper',
          name: 'Helper',
          description: 'Gives what they hold.',
          permissions: [
            'user:read',
            'user:create',
            'role:assign',
            'organization:read',
            'role:read',
            'audit:read',
          ],
        },
      ],
    })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const helper = await world.join('helper', 'acme', { roles: ['helper'] })
    const ada = await world.join('ada', 'acme', { roles: ['viewer'] })
    const { id: assignmentId } = (await world.as(admin).users.get({ userId: ada.id })).roles[0]!
    const ended = {
      userId: ada.id,
      assignmentId,
      validFromAt: null,
      validUntilAt: '2026-01-01T00:00:00.000Z',
    }
    const changed = await world
      .as(admin)
      .roles.setValidity({ ...ended, reason: 'Left the project.' })
    expect(changed).toMatchObject({
      version: 2,
      roles: [{ id: assignmentId, validUntilAt: ended.validUntilAt, inForce: false }],
    })
    const told = { roleId: 'viewer', organizationId: world.places.acme, validFromAt: null }
    expect((await world.auditOf('acme')).at(-1)).toMatchObject({
      event: 'role.validity_set',
      reason: 'Left the project.',
      changes: [
        {
          field: 'roles',
          before: [{ ...told, validUntilAt: null }],
          after: [{ ...told, validUntilAt: ended.validUntilAt }],
        },
      ],
    })
    expect(await world.as(admin).roles.setValidity(ended)).toMatchObject({ version: 2 })
    expect((await world.auditOf('acme')).at(-1)).toMatchObject({
      event: 'role.validity_set',
      changes: [],
    })
    // A role that has ended would be given anew.
    expect(
      await refusalOf(world.as(helper).roles.setValidity({ ...ended, validUntilAt: null })),
    ).toBe('grant_exceeds_rights')
    expect(
      await refusalOf(world.as(admin).roles.setValidity({ ...ended, assignmentId: idOf(77) })),
    ).toBe('not_found')
    expect(
      await refusalOf(
        world.as(admin).roles.setValidity({ ...ended, validFromAt: '2026-02-01T00:00:00Z' }),
      ),
    ).toBe('invalid_input')
    const own = (await world.as(admin).caller.get()).roles[0]!
    expect(
      await refusalOf(
        world.as(admin).roles.setValidity({
          userId: admin.id,
          assignmentId: own.id,
          validFromAt: null,
          validUntilAt: null,
        }),
      ),
    ).toBe('own_account')
  })

  it.each(['administrator', 'helper'])(
    'knows a role by its id, so that there are no two with the id %s',
    async (id) => {
      const role = {
        id,
        name: 'Helper',
        description: 'Looks around.',
        permissions: ['user:read'],
      } as const
      await expect(
        openWorld({ roles: [role, { ...role, id: 'helper', name: 'Another' }] }),
      ).rejects.toThrow(`Two roles have the id “${id}”.`)
    },
  )

  it('gives no period to a role that the catalogue has lost, which may come back as more', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme', { roles: ['abolished'] })
    const { id: assignmentId } = (await world.as(admin).users.get({ userId: ada.id })).roles[0]!
    expect(
      await refusalOf(
        world.as(admin).roles.setValidity({
          userId: ada.id,
          assignmentId,
          validFromAt: null,
          validUntilAt: '2030-01-01T00:00:00Z',
        }),
      ),
    ).toBe('not_found')
  })

  it('lets the end of the last administrator’s role be put off, and not be brought nearer', async () => {
    const world = await openWorld()
    const host = world.roster.as('system')
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const { id: assignmentId } = (await host.users.get({ userId: root.id })).roles[0]!
    await world.storage.transaction((tx) =>
      tx.roleAssignments.update({
        id: assignmentId,
        userId: root.id,
        userOrganizationId: root.organizationId,
        roleId: 'administrator',
        organizationId: world.places.platform,
        validFromAt: null,
        validUntilAt: '2028-01-01T00:00:00.000Z',
      }),
    )
    const until = (validUntilAt: string | null) =>
      host.roles.setValidity({ userId: root.id, assignmentId, validFromAt: null, validUntilAt })
    expect(await refusalOf(until('2027-12-31T00:00:00Z'))).toBe('last_administrator')
    expect((await until('2029-01-01T00:00:00Z')).roles[0]).toMatchObject({
      validUntilAt: '2029-01-01T00:00:00.000Z',
    })
    expect((await until(null)).roles[0]).toMatchObject({ validUntilAt: null })
  })

  it('lets the last administrator’s role begin at another time, as long as it has begun, with the end that it had', async () => {
    const world = await openWorld()
    const host = world.roster.as('system')
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const { id: assignmentId } = (await host.users.get({ userId: root.id })).roles[0]!
    const validUntilAt = '2028-01-01T00:00:00.000Z'
    await world.storage.transaction((tx) =>
      tx.roleAssignments.update({
        id: assignmentId,
        userId: root.id,
        userOrganizationId: root.organizationId,
        roleId: 'administrator',
        organizationId: world.places.platform,
        validFromAt: null,
        validUntilAt,
      }),
    )
    const from = (validFromAt: string) =>
      host.roles.setValidity({ userId: root.id, assignmentId, validFromAt, validUntilAt })
    for (const validFromAt of ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', world.now()])
      expect((await from(validFromAt)).roles[0]).toMatchObject({
        validFromAt,
        validUntilAt,
        inForce: true,
      })
    expect(await refusalOf(from('2026-03-01T09:00:00.001Z'))).toBe('last_administrator')
  })

  it('keeps the last effective administrator unless somebody from above takes them', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const only = await world.join('only', 'acme', { roles: ['administrator'] })
    await world.as(root).users.lock({ userId: only.id, reason: 'From above.' })
    // Nobody is above the root, not even the host's own code.
    expect(
      await refusalOf(world.roster.as('system').users.lock({ userId: root.id, reason: 'x' })),
    ).toBe('last_administrator')
    expect(
      await refusalOf(
        world.roster.as('system').users.setValidity({
          userId: root.id,
          validFromAt: null,
          validUntilAt: '2027-01-01T00:00:00.000Z',
        }),
      ),
    ).toBe('last_administrator')
    const assignment = (await world.as(root).caller.get()).roles[0]!
    expect(
      await refusalOf(
        world.roster.as('system').roles.unassign({ userId: root.id, assignmentId: assignment.id }),
      ),
    ).toBe('last_administrator')
    const second = await world.join('second', 'platform', { roles: ['administrator'] })
    await world.roster.as('system').users.lock({ userId: root.id, reason: 'There is another.' })
    expect(
      await refusalOf(
        world.roster.as('system').users.deactivate({ userId: second.id, reason: 'x' }),
      ),
    ).toBe('last_administrator')
  })
})

describe('what a caller sees', () => {
  it('lists the people at and below their organizations, and counts no other', async () => {
    const world = await openWorld()
    const partner = await world.join('partner', 'harbour', { roles: ['administrator'] })
    await world.join('in-acme', 'acme')
    await world.join('in-beta', 'beta')
    await world.join('in-gamma', 'gamma')
    await world.join('in-north', 'north')
    const list = await world.as(partner).users.list({ sort: 'userName' })
    expect(list.items.map((user) => user.userName)).toEqual(['in-acme', 'in-beta', 'partner'])
    expect(list.count).toEqual({ value: 3, exact: true })
  })

  it('answers for a foreign person exactly as for one who never was', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const foreign = await world.join('foreign', 'beta')
    const answers = await Promise.all(
      [foreign.id, idOf(99999)].map((userId) =>
        world.roster.execute('users.get', { input: { userId }, caller: { userId: admin.id } }),
      ),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(await refusalOf(world.as(admin).users.list({ organization: [world.places.beta] }))).toBe(
      'not_found',
    )
    expect(await refusalOf(world.as(admin).users.list({ organization: [idOf(99999)] }))).toBe(
      'not_found',
    )
  })

  it('gives nothing to somebody without any role', async () => {
    const world = await openWorld()
    const nobody = await world.join('nobody', 'acme')
    expect(await refusalOf(world.as(nobody).users.list())).toBe('not_permitted')
    expect(await refusalOf(world.roster.as({ userId: null }).users.list())).toBe('unauthenticated')
    expect(await refusalOf(world.roster.as({ userId: idOf(99999) }).users.list())).toBe(
      'unauthenticated',
    )
  })

  it('binds a cursor to the query and the caller', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const other = await world.join('other', 'acme', { roles: ['viewer'] })
    for (const name of ['a', 'b', 'c']) await world.join(name, 'acme')
    const first = await world.as(admin).users.list({ limit: 2, sort: 'userName' })
    const second = await world
      .as(admin)
      .users.list({ limit: 2, sort: 'userName', cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map((user) => user.userName)).toEqual([
      'a',
      'admin',
      'b',
      'c',
    ])
    const cursor = first.nextCursor!
    expect(
      await refusalOf(world.as(other).users.list({ limit: 2, sort: 'userName', cursor })),
    ).toBe('invalid_cursor')
    expect(
      await refusalOf(world.as(admin).users.list({ limit: 2, sort: 'familyName', cursor })),
    ).toBe('invalid_cursor')
    expect(
      await refusalOf(
        world.as(admin).users.list({ limit: 2, sort: 'userName', cursor: `x${cursor}` }),
      ),
    ).toBe('invalid_cursor')
    for (let index = 0; index < cursor.length; index++) {
      const edited =
        cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1)
      expect(
        await refusalOf(world.as(admin).users.list({ limit: 2, sort: 'userName', cursor: edited })),
      ).toBe('invalid_cursor')
    }
  })
})

describe('organizations', () => {
  it('lock everybody below and leave each as they were', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const tenant = await world.join('tenant', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.as(root).users.lock({ userId: ada.id, reason: 'Own.' })
    await world
      .as(root)
      .organizations.lock({ organizationId: world.places.north, reason: 'Unpaid.' })
    expect(await refusalOf(world.as(tenant).users.list())).toBe('access_suspended')
    const seen = await world.as(root).users.get({ userId: ada.id })
    expect(seen.status.reasons.map((reason) => reason.status)).toEqual([
      'LOCKED_BY_ORGANIZATION',
      'LOCKED_BY_ADMIN',
    ])
    expect(
      (await world.as(root).users.list({ status: ['LOCKED_BY_ORGANIZATION'] })).count.value,
    ).toBe(2)
    await world.as(root).organizations.unlock({ organizationId: world.places.north })
    expect((await world.as(root).users.get({ userId: ada.id })).status.status).toBe(
      'LOCKED_BY_ADMIN',
    )
    await world.as(tenant).users.list()
  })

  it('managed by single sign-on refuse adding and editing, and say by whom', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.as(root).organizations.update({
      organizationId: world.places.acme,
      version: 1,
      ssoProvider: 'Okta',
      ssoRoleMapping: { admins: 'administrator' },
    })
    expect(
      await refusalOf(world.as(root).users.update({ userId: ada.id, version: 1, userType: 'x' })),
    ).toBe('managed_by_sso')
    expect(
      await refusalOf(
        world
          .as(root)
          .roles.assign({ userId: ada.id, roleId: 'viewer', organizationId: world.places.acme }),
      ),
    ).toBe('managed_by_sso')
    await world.as(root).users.lock({ userId: ada.id, reason: 'A lock is no edit.' })
  })

  it('move with everything below, and reach follows', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const south = await world.join('south', 'south', { roles: ['viewer'] })
    const ada = await world.join('ada', 'acme')
    expect(await refusalOf(world.as(south).users.get({ userId: ada.id }))).toBe('not_found')
    await world
      .as(root)
      .organizations.move({ organizationId: world.places.harbour, toParentId: world.places.south })
    expect(
      (await world.as(south).users.get({ userId: ada.id })).lineage.map(
        (organization) => organization.name,
      ),
    ).toEqual(['Platform', 'South', 'Harbour', 'Acme'])
    expect(
      await refusalOf(
        world.as(root).organizations.move({
          organizationId: world.places.south,
          toParentId: world.places.acme,
        }),
      ),
    ).toBe('invalid_transition')
  })
})
