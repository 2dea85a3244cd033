import { firstBroken } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { dawn, openWorld, refusalOf } from '../world.ts'

describe('locking and unlocking', () => {
  it('locks a person, says who and why, and keeps the change in the audit', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const locked = await world.as(admin).users.lock({ userId: ada.id, reason: 'Left on Friday.' })
    expect(locked.status.status).toBe('LOCKED_BY_ADMIN')
    expect(locked.status.reasons[0]).toMatchObject({
      reason: 'Left on Friday.',
      sinceAt: dawn,
      untilAt: null,
      actor: { id: admin.id, label: 'admin Test' },
    })
    expect(locked.version).toBe(2)
    const [event] = await world.auditOf('acme')
    expect(event).toMatchObject({
      event: 'user.locked',
      outcome: 'succeeded',
      reason: 'Left on Friday.',
      subject: { id: ada.id },
      actor: { id: admin.id },
    })
    expect(event!.changes[0]).toMatchObject({
      field: 'locks',
      before: [],
      after: [{ kind: 'administrator' }],
    })
  })

  it('changes nothing and succeeds when the person is locked already', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    await world.as(admin).users.lock({ userId: ada.id, reason: 'First.' })
    const again = await world.as(admin).users.lock({ userId: ada.id, reason: 'Second.' })
    expect(again.version).toBe(2)
    expect(again.status.reasons.map((reason) => reason.reason)).toEqual(['First.'])
    expect((await world.auditOf('acme')).map((event) => event.changes.length)).toEqual([1, 0])
  })

  it('ends by itself when its time is over', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const locked = await world
      .as(admin)
      .users.lock({ userId: ada.id, reason: 'Until noon.', untilAt: '2026-03-01T12:00:00.000Z' })
    expect(locked.status.nextChangeAt).toBe('2026-03-01T12:00:00.000Z')
    world.moveTo('2026-03-01T11:59:59.999Z')
    expect((await world.as(admin).users.get({ userId: ada.id })).status.status).toBe(
      'LOCKED_BY_ADMIN',
    )
    world.moveTo('2026-03-01T12:00:00.000Z')
    expect((await world.as(admin).users.get({ userId: ada.id })).status.status).toBe('ACTIVE')
  })

  it('refuses an end in the past beside the field', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    expect(
      await refusalOf(
        world
          .as(admin)
          .users.lock({ userId: ada.id, reason: 'Late.', untilAt: '2026-02-28T12:00:00.000Z' }),
      ),
    ).toBe('invalid_input')
  })

  it('lifts the lock that shows and leaves the others', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    for (let attempt = 0; attempt < 5; attempt++)
      await world.roster.signIn.recordFailure({ userId: ada.id })
    await world.as(admin).users.lock({ userId: ada.id, reason: 'Under investigation.' })
    const unlocked = await world.as(admin).users.unlock({ userId: ada.id })
    expect(unlocked.status.status).toBe('AUTO_LOCKED')
    const open = await world.as(admin).users.unlock({ userId: ada.id })
    expect(open.status.status).toBe('ACTIVE')
  })

  it('begins to count failures anew once the lock for them is lifted', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const fail = async (times: number) => {
      for (let attempt = 0; attempt < times; attempt++)
        await world.roster.signIn.recordFailure({ userId: ada.id })
      return (await world.as(admin).users.get({ userId: ada.id })).status.status
    }
    expect(await fail(5)).toBe('AUTO_LOCKED')
    await world.as(admin).users.unlock({ userId: ada.id })
    expect(await fail(4)).toBe('ACTIVE')
    expect(await fail(1)).toBe('AUTO_LOCKED')
  })

  it('greys with the reason that the command itself would give', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const viewer = await world.join('viewer', 'acme', { roles: ['viewer'] })
    const ada = await world.join('ada', 'acme')
    const seen = await world.as(viewer).users.get({ userId: ada.id })
    expect(seen.can['users.lock']).toMatchObject({ allowed: false, code: 'not_permitted' })
    expect(await refusalOf(world.as(viewer).users.lock({ userId: ada.id, reason: 'No.' }))).toBe(
      'not_permitted',
    )
    expect((await world.as(admin).users.get({ userId: ada.id })).can['users.lock']).toEqual({
      allowed: true,
    })
    expect((await world.as(admin).users.get({ userId: ada.id })).can['users.unlock']).toMatchObject(
      { allowed: false, code: 'not_locked' },
    )
  })

  it('takes effect with the very next request of the person locked', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    await world.as(admin).users.list()
    await world.as(root).users.lock({ userId: admin.id, reason: 'Gone.' })
    expect(await refusalOf(world.as(admin).users.list())).toBe('access_suspended')
  })
})

describe('the audit chain', () => {
  it('records what was refused, in the chain of whom it concerns, and proves itself whole', async () => {
    const world = await openWorld()
    const viewer = await world.join('viewer', 'acme', { roles: ['viewer'] })
    const ada = await world.join('ada', 'acme')
    await refusalOf(world.as(viewer).users.lock({ userId: ada.id, reason: 'No.' }))
    const events = await world.auditOf('acme')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      outcome: 'refused',
      failure: 'not_permitted',
      subject: { id: ada.id },
      changes: [],
    })
    expect(await firstBroken(events)).toBeNull()
  })

  it('names the first event that was edited, dropped or swapped', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    for (const name of ['a', 'b', 'c'])
      await world.as(admin).users.lock({ userId: (await world.join(name, 'acme')).id, reason: 'x' })
    const events = await world.auditOf('acme')
    expect(await firstBroken(events)).toBeNull()
    expect(
      await firstBroken([events[0]!, { ...events[1]!, reason: 'y' }, events[2]!]),
    ).toMatchObject({ sequence: 2 })
    expect(await firstBroken([events[0]!, events[2]!])).toMatchObject({ sequence: 3 })
    expect(await firstBroken([events[1]!, events[0]!, events[2]!])).toMatchObject({ sequence: 2 })
  })

  it('tells the other tenant nothing of an attempt on its people', async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const foreign = await world.join('foreign', 'beta')
    expect(await refusalOf(world.as(admin).users.lock({ userId: foreign.id, reason: 'x' }))).toBe(
      'not_found',
    )
    expect(await world.auditOf('beta')).toEqual([])
    expect((await world.auditOf('acme'))[0]).toMatchObject({
      outcome: 'refused',
      failure: 'not_found',
      subject: null,
    })
  })
})
