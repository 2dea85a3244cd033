import {
  contract,
  operationNamed,
  operations,
  takesPlan,
  type Operation,
  type Plan,
} from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { planHeader } from '../../packages/adapters/src/http/plan.ts'
import { commands, everyEvent, stageFor } from '../abuse/staged-command.ts'
import { withServices } from '../services.ts'
import { failureOf, idOf, openWorld, refusalOf } from '../world.ts'

const named = (name: string): Operation => {
  const operation = operationNamed(name)
  if (!operation) throw new Error(`There is no operation ${name}.`)
  return operation
}

describe('a plan', () => {
  it('can be made of every command of somebody with rights', () => {
    expect(operations.filter(takesPlan).map(({ name }) => name)).toEqual(
      commands.filter(({ subject }) => subject !== 'bearer').map(({ name }) => name),
    )
  })

  it.each(commands.filter(takesPlan).map(({ name }) => name))(
    'of %s is what happens then, and changes nothing',
    async (name) => {
      const { portal, person, input, sending, revoked } = await stageFor(name)
      const { call, nextId, snapshot } = portal
      const earlier = await everyEvent(portal)
      const before = await snapshot(person.user.id)
      const first = await call(name, input, { ...sending, dryRun: true })
      expect([first.status, first.code]).toEqual([200, null])
      const { plan, items } = first.body as unknown as Plan
      expect([await snapshot(person.user.id), await everyEvent(portal), revoked]).toEqual([
        before,
        earlier,
        [],
      ])
      // Asked again it is the same plan.
      expect((await call(name, input, { ...sending, dryRun: true })).body['plan']).toBe(plan)
      const other = await call(name, input, { ...sending, headers: { [planHeader]: `${plan}x` } })
      // A bulk command goes on with those whose part is still true.
      expect(named(name).each ? other.text : other.code).toContain('stale_plan')
      expect(await snapshot(person.user.id)).toEqual(before)

      const done = await call(name, input, {
        ...sending,
        headers: { [planHeader]: plan, 'idempotency-key': nextId() },
      })
      expect([done.status, done.code]).toEqual([named(name).http?.creates ? 201 : 200, null])
      const known = new Set(earlier.map(({ id }) => id))
      const events = (await everyEvent(portal)).filter(
        ({ id, outcome, operation }) =>
          !known.has(id) &&
          outcome === 'succeeded' &&
          (named(name).each ?? [named(name)]).some((one) => one.name === operation),
      )
      const told = (changes: Plan['items'][number] & { planned: true }) =>
        changes.changes.map(({ field, before: from }) => ({ field, from }))
      expect(items.map((item) => (item.planned ? told(item) : item.code))).toEqual(
        events.map(({ changes }) => changes.map(({ field, before: from }) => ({ field, from }))),
      )
      const ended =
        events.flatMap(({ changes }) => changes).find(({ field }) => field === 'sessions')
          ?.before ?? 0
      expect(items.map((item) => item.planned && item.sessionsEnded)).toEqual([
        Array.isArray(ended) ? ended.length : ended,
      ])
    },
  )

  it('is refused like the command itself, and is on record only where the right to it is missing', async () => {
    const { as, auditOf, join, places } = await openWorld()
    const caller = await join('admin', 'acme', { roles: ['administrator'] })
    const [viewer, ada, peer, foreign] = await Promise.all([
      join('viewer', 'acme', { roles: ['viewer'] }),
      join('ada', 'acme'),
      join('peer', 'acme', { roles: ['administrator'] }),
      join('foreign', 'beta'),
    ])
    const lock = contract.users.lock
    const of = (user: { id: string }, by: { id: string } = caller) =>
      failureOf(as(by).plan(lock, { userId: user.id, reason: 'x' }))
    const before = (await auditOf('acme')).length
    expect((await of(peer)).code).toBe('same_rank')
    expect((await of(caller)).code).toBe('own_account')
    expect(await of(foreign)).toEqual(await of({ id: idOf(99999) }))
    expect(await refusalOf(as(caller).plan(lock, { userId: ada.id, reason: '' }))).toBe(
      'invalid_input',
    )
    expect((await auditOf('acme')).length).toBe(before)
    expect((await of(ada, viewer)).code).toBe('not_permitted')
    expect((await auditOf('acme')).slice(before)).toMatchObject([
      { event: 'user.locked', outcome: 'refused', failure: 'not_permitted' },
    ])
    expect(
      await refusalOf(
        as(caller).plan(contract.organizations.lock, { organizationId: places.beta, reason: 'x' }),
      ),
    ).toBe('not_found')
  })

  it('that is refused leaves what the command would have used up by its refusal', async () => {
    const { as, join } = await openWorld(withServices().services)
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    const { id: userId } = await join('ada', 'acme')
    const { options } = await admin.authenticators.beginSecurityKey({ userId })
    const finish = (answered: unknown) => ({ userId, name: 'Key', response: { answered } })
    expect(
      await refusalOf(
        admin.plan(contract.authenticators.finishSecurityKey, finish('another question')),
      ),
    ).toBe('ceremony_refused')
    await admin.authenticators.finishSecurityKey(finish(options['challenge']))
    expect((await admin.authenticators.list({ userId })).items.map(({ name }) => name)).toEqual([
      'Key',
    ])
  })

  it('of a command for several says of each what would be done, or why not, and each part holds by itself', async () => {
    const { as, join, pass } = await openWorld()
    const caller = await join('admin', 'acme', { roles: ['administrator'] })
    const admin = as(caller)
    const [ada, bob, peer] = await Promise.all([
      join('ada', 'acme'),
      join('bob', 'acme'),
      join('peer', 'acme', { roles: ['administrator'] }),
    ])
    const input = { userIds: [ada.id, peer.id, bob.id], reason: 'Off-boarding.' }
    const { plan, items } = await admin.plan(contract.bulk.lock, input)
    expect(items).toMatchObject([
      { planned: true, subject: { id: ada.id, label: 'ada Test' }, sessionsEnded: 0 },
      {
        planned: false,
        userId: peer.id,
        code: 'same_rank',
        title: 'This person has the same rights as you',
      },
      { planned: true, subject: { id: bob.id } },
    ])
    // Time alone makes no plan old.
    pass(3600)
    const { version } = await admin.users.get({ userId: bob.id })
    await admin.users.lock({ userId: bob.id, reason: 'x', kind: 'security' })
    expect((await admin.users.get({ userId: bob.id })).version).toBe(version + 1)
    const outcome = await admin.bulk.lock(input, { plan })
    expect(outcome.items).toMatchObject([
      { done: true },
      { done: false, code: 'same_rank' },
      { done: false, code: 'stale_plan' },
    ])
    expect(
      (await admin.users.get({ userId: bob.id })).status.reasons.map(({ lockKind }) => lockKind),
    ).toEqual(['security'])
    expect(await refusalOf(admin.bulk.unlock({ userIds: [ada.id, bob.id] }, { plan }))).toBe(
      'stale_plan',
    )
  })

  it('confirms the deletion of several, which nothing else does, and of one instead of their username', async () => {
    const { as, join } = await openWorld()
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    const [ada, bob, eve] = await Promise.all([
      join('ada', 'acme'),
      join('bob', 'acme'),
      join('eve', 'acme'),
    ])
    const input = { userIds: [ada.id, bob.id] }
    expect(await failureOf(admin.bulk.delete(input))).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ code: 'plan_needed' }] },
    })
    const { plan } = await admin.plan(contract.bulk.delete, input)
    await admin.users.lock({ userId: bob.id, reason: 'x' })
    // Locked meanwhile, bob would still be deleted as planned.
    expect((await admin.bulk.delete(input, { plan })).items).toMatchObject([
      { done: true },
      { done: true },
    ])
    expect((await admin.bulk.restore(input)).items).toMatchObject([{ done: true }, { done: true }])
    expect((await admin.bulk.delete(input, { plan })).items).toMatchObject([
      { code: 'stale_plan' },
      { code: 'stale_plan' },
    ])
    expect(await refusalOf(admin.users.delete({ userId: eve.id }))).toBe('user_name_mismatch')
    await admin.users.delete(
      { userId: eve.id },
      { plan: (await admin.plan(contract.users.delete, { userId: eve.id })).plan },
    )
    expect((await admin.users.get({ userId: eve.id })).status.status).toBe('DELETED')
  })

  it('in which somebody is refused does nothing to them later either', async () => {
    const { as, join } = await openWorld()
    const root = as(await join('root', 'platform', { roles: ['administrator'] }))
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    const peer = await join('peer', 'acme', { roles: ['administrator'] })
    const input = { userIds: [peer.id], reason: 'x' }
    const { plan } = await admin.plan(contract.bulk.lock, input)
    const [role] = (await root.users.get({ userId: peer.id })).roles
    await root.roles.unassign({ userId: peer.id, assignmentId: role!.id })
    expect((await admin.bulk.lock(input, { plan })).items).toMatchObject([
      { done: false, code: 'stale_plan' },
    ])
    expect((await admin.bulk.lock(input)).items).toMatchObject([{ done: true }])
  })
})
