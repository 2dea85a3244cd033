import { describe, expect, it } from 'vitest'
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
    for (const [target, code] of [[peer, 'same_rank'], [guest, 'outranked']] as const) {
      expect(await refusalOf(world.as(admin).users.lock({ userId: target.id, reason: 'x' }))).toBe(code)
      expect(await refusalOf(world.as(admin).users.update({ userId: target.id, version: 1, emails: [{ value: 'mine@example.com', primary: true }] }))).toBe(code)
      expect(await refusalOf(world.as(admin).users.delete({ userId: target.id, userName: target.userName }))).toBe(code)
    }
    await world.as(admin).users.lock({ userId: support.id, reason: 'x' })
    await world.as(partner).users.lock({ userId: peer.id, reason: 'x' })
  })

  it('counts rights that begin later', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const coming = await world.join('coming', 'acme')
    await world.storage.transaction((tx) => tx.roleAssignments.insert({ id: idOf(9), userId: coming.id, userOrganizationId: coming.organizationId, roleId: 'administrator', organizationId: world.places.north, validFromAt: '2027-01-01T00:00:00.000Z', validUntilAt: null }))
    expect(await refusalOf(world.as(admin).users.lock({ userId: coming.id, reason: 'x' }))).toBe('outranked')
  })

  it('does not let anybody lock, delete or demote themselves', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    await world.join('peer', 'acme', { roles: ['administrator'] })
    const own = (await world.as(admin).caller.get()).roles[0]!
    expect(await refusalOf(world.as(admin).users.lock({ userId: admin.id, reason: 'x' }))).toBe('own_account')
    expect(await refusalOf(world.as(admin).users.delete({ userId: admin.id, userName: 'admin' }))).toBe('own_account')
    expect(await refusalOf(world.as(admin).roles.unassign({ userId: admin.id, assignmentId: own.id }))).toBe('own_account')
  })

  it('gives no role beyond the giver’s own rights, by assigning or by creating', async () => {
    const world = await openWorld({ roles: [{ id: 'helper', name: 'Helper', description: 'Adds people.', permissions: ['user:read', 'user:create', 'role:assign', 'organization:read', 'role:read'] }] })
    const helper = await world.join('helper', 'acme', { roles: ['helper'] })
    const ada = await world.join('ada', 'acme')
    const administrator = { roleId: 'administrator', organizationId: world.places.acme }
    expect(await refusalOf(world.as(helper).roles.assign({ userId: ada.id, ...administrator }))).toBe('grant_exceeds_rights')
    const created = { organizationId: world.places.acme, userName: 'new', name: { givenName: 'N', familyName: 'N' }, emails: [{ value: 'n@example.com', primary: true }], roles: [administrator] }
    expect(await refusalOf(world.as(helper).users.create(created))).toBe('grant_exceeds_rights')
    expect((await world.as(helper).users.list({ search: 'new' })).items).toEqual([])
    await world.as(helper).roles.assign({ userId: ada.id, roleId: 'helper', organizationId: world.places.acme })
  })

  it('keeps the last effective administrator unless somebody from above takes them', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const only = await world.join('only', 'acme', { roles: ['administrator'] })
    await world.as(root).users.lock({ userId: only.id, reason: 'From above.' })
    // Nobody is above the root, not even the host's own code.
    expect(await refusalOf(world.roster.as('system').users.lock({ userId: root.id, reason: 'x' }))).toBe('last_administrator')
    expect(await refusalOf(world.roster.as('system').users.setValidity({ userId: root.id, validFromAt: null, validUntilAt: '2027-01-01T00:00:00.000Z' }))).toBe('last_administrator')
    const assignment = (await world.as(root).caller.get()).roles[0]!
    expect(await refusalOf(world.roster.as('system').roles.unassign({ userId: root.id, assignmentId: assignment.id }))).toBe('last_administrator')
    const second = await world.join('second', 'platform', { roles: ['administrator'] })
    await world.roster.as('system').users.lock({ userId: root.id, reason: 'There is another.' })
    expect(await refusalOf(world.roster.as('system').users.deactivate({ userId: second.id, reason: 'x' }))).toBe('last_administrator')
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
    const answers = await Promise.all([foreign.id, idOf(99999)].map((userId) => world.roster.execute('users.get', { input: { userId }, caller: { userId: admin.id } })))
    expect(answers[0]).toEqual(answers[1])
    expect(await refusalOf(world.as(admin).users.list({ organization: [world.places.beta] }))).toBe('not_found')
    expect(await refusalOf(world.as(admin).users.list({ organization: [idOf(99999)] }))).toBe('not_found')
  })

  it('gives nothing to somebody without any role', async () => {
    const world = await openWorld()
    const nobody = await world.join('nobody', 'acme')
    expect(await refusalOf(world.as(nobody).users.list())).toBe('not_permitted')
    expect(await refusalOf(world.roster.as({ userId: null }).users.list())).toBe('unauthenticated')
    expect(await refusalOf(world.roster.as({ userId: idOf(99999) }).users.list())).toBe('unauthenticated')
  })

  it('binds a cursor to the query and the caller', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const other = await world.join('other', 'acme', { roles: ['viewer'] })
    for (const name of ['a', 'b', 'c']) await world.join(name, 'acme')
    const first = await world.as(admin).users.list({ limit: 2, sort: 'userName' })
    const second = await world.as(admin).users.list({ limit: 2, sort: 'userName', cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map((user) => user.userName)).toEqual(['a', 'admin', 'b', 'c'])
    const cursor = first.nextCursor!
    expect(await refusalOf(world.as(other).users.list({ limit: 2, sort: 'userName', cursor }))).toBe('invalid_cursor')
    expect(await refusalOf(world.as(admin).users.list({ limit: 2, sort: 'familyName', cursor }))).toBe('invalid_cursor')
    expect(await refusalOf(world.as(admin).users.list({ limit: 2, sort: 'userName', cursor: `x${cursor}` }))).toBe('invalid_cursor')
    for (let index = 0; index < cursor.length; index++) {
      const edited = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1)
      expect(await refusalOf(world.as(admin).users.list({ limit: 2, sort: 'userName', cursor: edited }))).toBe('invalid_cursor')
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
    await world.as(root).organizations.lock({ organizationId: world.places.north, reason: 'Unpaid.' })
    expect(await refusalOf(world.as(tenant).users.list())).toBe('access_suspended')
    const seen = await world.as(root).users.get({ userId: ada.id })
    expect(seen.status.reasons.map((reason) => reason.status)).toEqual(['LOCKED_BY_ORGANIZATION', 'LOCKED_BY_ADMIN'])
    expect((await world.as(root).users.list({ status: ['LOCKED_BY_ORGANIZATION'] })).count.value).toBe(2)
    await world.as(root).organizations.unlock({ organizationId: world.places.north })
    expect((await world.as(root).users.get({ userId: ada.id })).status.status).toBe('LOCKED_BY_ADMIN')
    await world.as(tenant).users.list()
  })

  it('managed by single sign-on refuse adding and editing, and say by whom', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.as(root).organizations.update({ organizationId: world.places.acme, version: 1, ssoProvider: 'Okta', ssoRoleMapping: { admins: 'administrator' } })
    expect(await refusalOf(world.as(root).users.update({ userId: ada.id, version: 1, userType: 'x' }))).toBe('managed_by_sso')
    expect(await refusalOf(world.as(root).roles.assign({ userId: ada.id, roleId: 'viewer', organizationId: world.places.acme }))).toBe('managed_by_sso')
    await world.as(root).users.lock({ userId: ada.id, reason: 'A lock is no edit.' })
  })

  it('move with everything below, and reach follows', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const south = await world.join('south', 'south', { roles: ['viewer'] })
    const ada = await world.join('ada', 'acme')
    expect(await refusalOf(world.as(south).users.get({ userId: ada.id }))).toBe('not_found')
    await world.as(root).organizations.move({ organizationId: world.places.harbour, toParentId: world.places.south })
    expect((await world.as(south).users.get({ userId: ada.id })).lineage.map((organization) => organization.name)).toEqual(['Platform', 'South', 'Harbour', 'Acme'])
    expect(await refusalOf(world.as(root).organizations.move({ organizationId: world.places.south, toParentId: world.places.acme }))).toBe('invalid_transition')
  })
})
