import { describe, expect, it } from 'vitest'
import { withServices } from '../services.ts'
import { idOf, openWorld, refusalOf } from '../world.ts'

describe('one command for several people', () => {
  it('is done to each for itself: whoever is refused stops nobody else, and each is in the audit', async () => {
    const { as, auditOf, join, now } = await openWorld()
    const caller = await join('admin', 'acme', { roles: ['administrator'] })
    const admin = as(caller)
    const [ada, bob, peer, foreign] = await Promise.all([
      join('ada', 'acme'),
      join('bob', 'acme'),
      join('peer', 'acme', { roles: ['administrator'] }),
      join('foreign', 'beta'),
    ])
    const { items } = await admin.bulk.lock({
      userIds: [ada.id, peer.id, foreign.id, idOf(99999), caller.id, bob.id],
      reason: 'Off-boarding.',
    })
    expect(items.map((item) => (item.done ? 'done' : item.code))).toEqual([
      'done',
      'same_rank',
      'not_found',
      'not_found',
      'own_account',
      'done',
    ])
    expect(items[1]).toMatchObject({
      title: 'This person has the same rights as you',
      detail: expect.stringContaining('Only an administrator of an organization above') as string,
    })
    for (const { id } of [ada, bob])
      expect((await admin.users.get({ userId: id })).status.reasons[0]).toMatchObject({
        status: 'LOCKED_BY_ADMIN',
        reason: 'Off-boarding.',
        sinceAt: now(),
      })
    const events = (await auditOf('acme')).map(({ event, outcome }) => `${event} ${outcome}`)
    expect(events.filter((event) => event === 'user.locked succeeded')).toHaveLength(2)
    expect(events.filter((event) => event === 'user.locked refused')).toHaveLength(4)
    expect(events.filter((event) => event === 'user.bulk succeeded')).toHaveLength(1)
  })

  it('says of whoever is so already that there was nothing to do, and of nobody that it was done', async () => {
    const { as, join, storage } = await openWorld()
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    const [ada, bob] = await Promise.all([join('ada', 'acme'), join('bob', 'acme')])
    const userIds = [ada.id, bob.id]
    const outcomes = async (
      answer: Promise<{ items: readonly ({ done: true } | { done: false; code: string })[] }>,
    ) => (await answer).items.map((item) => (item.done ? 'done' : item.code))
    await admin.users.lock({ userId: ada.id, reason: 'x' })
    expect(await outcomes(admin.bulk.unlock({ userIds }))).toEqual(['done', 'not_locked'])
    await admin.users.lock({ userId: ada.id, reason: 'x', kind: 'security' })
    // A lock of another kind is no reason why there should be nothing to do, nor why there should
    // be.
    expect(await outcomes(admin.bulk.unlock({ userIds, kind: 'administrator' }))).toEqual([
      'not_locked',
      'not_locked',
    ])
    expect(await outcomes(admin.bulk.lock({ userIds, reason: 'x' }))).toEqual(['done', 'done'])
    expect(await outcomes(admin.bulk.lock({ userIds, reason: 'x', kind: 'security' }))).toEqual([
      'already_locked',
      'done',
    ])
    expect(await outcomes(admin.bulk.reactivate({ userIds }))).toEqual([
      'not_deactivated',
      'not_deactivated',
    ])
    await admin.users.deactivate({ userId: bob.id, reason: 'x' })
    expect(await outcomes(admin.bulk.deactivate({ userIds, reason: 'x' }))).toEqual([
      'done',
      'already_deactivated',
    ])
    expect(
      (await storage.read((tx) => tx.users.findMany(userIds))).map(({ locks }) => locks.length),
    ).toEqual([2, 2])
  })

  it('takes the input of the one command, for everybody alike', async () => {
    const { mail, services } = withServices()
    const { as, join, roster } = await openWorld(services)
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    const people = await Promise.all(['ada', 'bob'].map((name) => join(name, 'acme')))
    for (const { id: userId } of people)
      await roster.authenticators.register({ userId, type: 'fido2', name: 'Key' })
    for (const { id: userId } of people)
      await roster.authenticators.register({ userId, type: 'totp', name: 'Phone' })
    await roster.mail.deliver()
    mail.mails.length = 0
    expect(
      await admin.bulk.resetAuthenticators({
        userIds: people.map(({ id }) => id),
        types: ['fido2'],
      }),
    ).toMatchObject({ items: [{ done: true }, { done: true }] })
    for (const { id: userId } of people)
      expect((await admin.authenticators.list({ userId })).items.map(({ type }) => type)).toEqual([
        'totp',
      ])
    // Each of them is told by mail.
    await roster.mail.deliver()
    expect(mail.mails.map(({ to }) => to.address).sort()).toEqual([
      'ada@example.com',
      'bob@example.com',
    ])
  })

  it('is nothing for strangers, for who may do it nowhere, and for too many at once', async () => {
    const { as, join, roster } = await openWorld()
    const ada = await join('ada', 'acme')
    const viewer = as(await join('viewer', 'acme', { roles: ['viewer'] }))
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    expect(
      await refusalOf(roster.as({ userId: null }).bulk.endSessions({ userIds: [ada.id] })),
    ).toBe('unauthenticated')
    expect(await refusalOf(viewer.bulk.endSessions({ userIds: [ada.id] }))).toBe('not_permitted')
    for (const userIds of [
      [],
      [ada.id, ada.id],
      Array.from({ length: 101 }, (_, index) => idOf(5000 + index)),
    ])
      expect(await refusalOf(admin.bulk.endSessions({ userIds }))).toBe('invalid_input')
  })

  it('ends for the caller with their rights: whoever takes away their own support is refused from then on', async () => {
    const { as, join } = await openWorld({
      roles: [
        {
          id: 'helper',
          name: 'Helper',
          description: '',
          permissions: ['user:read', 'organization:read', 'user:lock', 'session:end'],
        },
      ],
    })
    const root = as(await join('root', 'platform', { roles: ['administrator'] }))
    const helper = await join('helper', 'acme', { roles: ['helper'] })
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) => join(`person${index}`, 'acme')),
    )
    const locking = as(helper).bulk.lock({ userIds: people.map(({ id }) => id), reason: 'x' })
    const [role] = (await root.users.get({ userId: helper.id })).roles
    await root.roles.unassign({ userId: helper.id, assignmentId: role!.id })
    const { items } = await locking
    const codes = items.map((item) => (item.done ? 'done' : item.code))
    // Some before, none after; which is the first to be refused is a matter of chance.
    expect(codes).toEqual([
      ...codes.filter((code) => code === 'done'),
      ...codes.filter((code) => code !== 'done'),
    ])
    expect(codes.at(-1)).not.toBe('done')
  })
})
