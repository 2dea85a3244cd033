import { createRosterHandler } from '@rosterkit/adapters/server'
import { createRosterClient } from '@rosterkit/adapters/client'
import {
  createRoster,
  isOperationError,
  operationNamed,
  systemClock,
  uuidV7Source,
} from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { tokenOf } from '../services.ts'
import { idOf } from '../world.ts'
import { host, openPortal, type Portal } from './portal.ts'

// Section B of the rows to withstand: sessions (ASVS V7).

const words = 'seven quiet harbours at dawn'

/**
 * Somebody who holds everything that opens something: a browser's session, an access token, a link,
 * a reset code, an open ceremony.
 */
async function holder(portal: Portal) {
  const { session } = portal.callers.tenant
  const { user } = await portal.person('ada', 'acme')
  const { sessionId } = await portal.roster.sessions.start({
    userId: user.id,
    kind: 'token',
    device: 'A script',
  })
  const browser = await portal.signIn(user)
  const { link } = (
    await portal.call('authenticators.issueEnrolmentLink', { userId: user.id }, { session })
  ).body as { link: string }
  const { code } = (
    await portal.call('secretCodes.issueResetCode', { userId: user.id }, { session })
  ).body as { code: string }
  const { options } = (
    await portal.call('authenticators.beginSecurityKey', { userId: user.id }, { session })
  ).body as { options: { challenge: string } }
  const keys = {
    'a browser’s session': () => portal.call('caller.get', {}, { session: browser }),
    'a session for renewing': () => portal.call('authenticators.listOwn', {}, { session: browser }),
    'an access token': () =>
      portal.call('caller.get', {}, { session: `sid=${user.id}.${sessionId}` }),
    'an enrolment link': () => portal.call('redeem.open', { token: tokenOf(link) }),
    'a reset code': () =>
      portal.call('redeem.resetSecretCode', {
        userName: 'ada',
        organizationId: portal.places.acme,
        code,
        secretCode: '730518',
      }),
    'an open ceremony': () =>
      portal.call(
        'authenticators.finishSecurityKey',
        { userId: user.id, name: 'Key', response: { answered: options.challenge } },
        { session },
      ),
  }
  return { user, keys }
}

const kinds = [
  'a browser’s session',
  'a session for renewing',
  'an access token',
  'an enrolment link',
  'a reset code',
  'an open ceremony',
] as const

const endings: Record<string, (portal: Portal, userId: string) => Promise<unknown>> = {
  'a lock': (portal, userId) =>
    portal.call('users.lock', { userId, reason: 'x' }, { session: portal.callers.tenant.session }),
  'the lock of their organization': (portal) =>
    portal.call(
      'organizations.lock',
      { organizationId: portal.places.acme, reason: 'x' },
      { session: portal.callers.platform.session },
    ),
  'a deactivation': (portal, userId) =>
    portal.call(
      'users.deactivate',
      { userId, reason: 'x' },
      { session: portal.callers.tenant.session },
    ),
  'a deletion': (portal, userId) =>
    portal.call(
      'users.delete',
      { userId, userName: 'ada' },
      { session: portal.callers.tenant.session },
    ),
}

describe('loss of access', () => {
  it.each(kinds)('row 18: before it, %s is good', async (kind) => {
    const portal = await openPortal()
    const { keys } = await holder(portal)
    expect((await keys[kind]()).status).toBeLessThan(300)
  })

  it.each(Object.keys(endings).flatMap((ending) => kinds.map((kind) => [ending, kind] as const)))(
    'row 18: after %s, %s is refused with the next request',
    async (ending, kind) => {
      const portal = await openPortal()
      const { user, keys } = await holder(portal)
      expect(((await endings[ending]!(portal, user.id)) as { status: number }).status).toBe(200)
      expect((await keys[kind]()).status).toBeGreaterThanOrEqual(400)
      expect(portal.faults).toEqual([])
    },
  )

  it.each([
    ['passwords.sendReset', { signOut: true }, 401],
    ['passwords.sendReset', { signOut: false }, 200],
    ['passwords.remove', { signOut: true }, 401],
    ['passwords.remove', { signOut: false }, 200],
    ['passwords.setTemporary', {}, 401],
  ])('row 19: after %s with %j other sessions answer %i', async (name, choice, status) => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const session = await portal.signIn(user)
    expect(
      (
        await portal.call(
          name,
          { userId: user.id, ...choice },
          { session: portal.callers.tenant.session },
        )
      ).status,
    ).toBe(200)
    expect((await portal.call('caller.get', {}, { session })).status).toBe(status)
  })

  it('row 19: choosing a new password by a link ends every session', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    await portal.call(
      'passwords.sendReset',
      { userId: user.id, signOut: false },
      { session: portal.callers.tenant.session },
    )
    await portal.roster.mail.deliver()
    const session = await portal.signIn(user)
    expect(
      (
        await portal.call('redeem.setPassword', {
          token: portal.mail.tokenTo('ada@example.com'),
          password: words,
        })
      ).body,
    ).toMatchObject({ sessionsEnded: 2 })
    expect((await portal.call('caller.get', {}, { session })).status).toBe(401)
  })

  it('row 20: ending one person’s sessions, or an organization’s by its lock, leaves the neighbour’s', async () => {
    const portal = await openPortal()
    const [ada, bob, eve] = [
      await portal.person('ada', 'acme'),
      await portal.person('bob', 'acme'),
      await portal.person('eve', 'beta'),
    ]
    const sessions = [
      await portal.signIn(ada.user),
      await portal.signIn(bob.user),
      await portal.signIn(eve.user),
    ]
    const alive = () =>
      Promise.all(
        sessions.map(
          async (session) => (await portal.call('caller.get', {}, { session })).status === 200,
        ),
      )
    await portal.call(
      'sessions.endAll',
      { userId: ada.user.id },
      { session: portal.callers.tenant.session },
    )
    expect(await alive()).toEqual([false, true, true])
    await portal.call(
      'organizations.lock',
      { organizationId: portal.places.acme, reason: 'x' },
      { session: portal.callers.platform.session },
    )
    expect(await alive()).toEqual([false, false, true])
    expect(
      (
        await portal.call(
          'sessions.endAll',
          { userId: eve.user.id },
          { session: portal.callers.tenant.session },
        )
      ).status,
    ).not.toBe(200)
    expect(await alive()).toEqual([false, false, true])
  })
})

describe('ids of sessions', () => {
  it('row 21: the roster’s own are names that never come twice; what a browser holds is the host’s to make', async () => {
    const next = uuidV7Source(systemClock)
    expect(new Set(Array.from({ length: 100_000 }, () => next())).size).toBe(100_000)
    // A name alone opens nothing: the host asks with the person it has found out itself.
    const portal = await openPortal()
    const { user, belongings } = await portal.person('ada', 'acme')
    expect(
      await portal.roster.sessions.check({
        userId: portal.callers.member.user.id,
        sessionId: belongings.sessionId,
      }),
    ).toEqual({ good: false })
    expect(
      await portal.roster.sessions.check({ userId: user.id, sessionId: belongings.sessionId }),
    ).toEqual({ good: true })
  })

  it('row 22: an id that somebody planted never becomes one', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const planted = idOf(424_242)
    await expect(
      portal.roster.sessions.start({ userId: user.id, sessionId: planted } as never),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    const session = await portal.signIn(user)
    expect(session).not.toContain(planted)
    expect(
      (await portal.call('caller.get', {}, { session: `sid=${user.id}.${planted}` })).status,
    ).toBe(401)
  })

  it('row 24: a session that has ended is not brought back by sending it again, nor by starting the server again', async () => {
    const portal = await openPortal()
    const { user } = await portal.person('ada', 'acme')
    const session = await portal.signIn(user)
    const sessionId = session.split('.')[1]!
    // What a host does when somebody signs out.
    await portal.roster.as('system').sessions.end({ userId: user.id, sessionId })
    expect((await portal.call('caller.get', {}, { session })).status).toBe(401)
    const roster = createRoster({ storage: portal.storage, clock: { now: portal.now } })
    const again = createRosterHandler(roster, {
      caller: async () =>
        (await roster.sessions.check({ userId: user.id, sessionId })).good ? user.id : null,
    })
    expect((await again(new Request(`${host}/api/roster/caller`))).status).toBe(401)
  })
})

describe('a fresh proof', () => {
  const asked = [
    'users.update',
    'users.requireMfa',
    'authenticators.reset',
    'authenticators.delete',
    'users.delete',
    'roles.assign',
    'passwords.sendReset',
  ]
  it.each(asked)(
    'row 23: without one %s is refused and changes nothing; with one it goes on',
    async (name) => {
      let fresh = false
      const told: string[] = []
      const portal = await openPortal({
        handler: {
          stepUp: {
            operations: asked,
            address: '/sign-in/again',
            freshProof: (_, operation) => {
              told.push(operation)
              return Promise.resolve(fresh)
            },
          },
        },
      })
      const ada = await portal.person('ada', 'acme')
      const before = await portal.snapshot(ada.user.id)
      const { session } = portal.callers.tenant
      const send = () =>
        portal.call(
          name,
          {
            ...portal.inputFor(operationNamed(name)!, ada),
            ...(name === 'roles.assign' ? { roleId: 'viewer' } : {}),
          },
          { session },
        )
      expect(await send()).toMatchObject({
        status: 403,
        code: 'step_up_needed',
        body: { details: { address: '/sign-in/again' } },
      })
      expect(await portal.snapshot(ada.user.id)).toEqual(before)
      // What is not on the host's list is not asked for, and a stranger is told to sign in.
      expect((await portal.call('users.list', {}, { session })).status).toBe(200)
      expect((await portal.call('users.lock', { userId: ada.user.id, reason: 'x' })).status).toBe(
        401,
      )
      fresh = true
      expect((await send()).status).toBeLessThan(300)
      expect(told).toEqual([name, name])
    },
  )

  it('row 23: the client tells it in the server’s words', async () => {
    const portal = await openPortal()
    const handler = createRosterHandler(portal.roster, {
      caller: () => portal.callers.tenant.user.id,
      stepUp: { operations: ['users.lock'], freshProof: () => false, address: '/again' },
    })
    const client = createRosterClient({
      baseUrl: `${host}/api/roster`,
      fetch: (input, init) => handler(new Request(input, init)),
    })
    const refused: unknown = await client.users
      .lock({ userId: portal.callers.member.user.id, reason: 'x' })
      .catch((error: unknown) => error)
    if (!isOperationError(refused)) throw new Error('It should have been refused.')
    expect([refused.code, refused.title, refused.message]).toEqual([
      'step_up_needed',
      'Confirm that it is you',
      'For this you must have confirmed who you are a moment ago. Sign in again, then try again.',
    ])
    expect(refused.failure).toMatchObject({ details: { address: '/again' } })
  })

  it('row 23: is asked for as well where the same is done to several people at once', async () => {
    const portal = await openPortal({
      handler: { stepUp: { operations: ['users.lock'], freshProof: () => false } },
    })
    const userId = portal.callers.member.user.id
    expect(
      await portal.call(
        'bulk.lock',
        { userIds: [userId], reason: 'x' },
        { session: portal.callers.tenant.session },
      ),
    ).toMatchObject({ status: 403, code: 'step_up_needed' })
    const adding = await openPortal({
      handler: { stepUp: { operations: ['users.update'], freshProof: () => false } },
    })
    expect(
      await adding.call(
        'users.import',
        { records: [{ userName: 'ada' }] },
        { session: adding.callers.tenant.session },
      ),
    ).toMatchObject({ status: 403, code: 'step_up_needed' })
  })

  it('row 23: is asked for operations that there are', async () => {
    const portal = await openPortal()
    expect(() =>
      createRosterHandler(portal.roster, {
        caller: () => null,
        stepUp: { operations: ['users.vanish'], freshProof: () => true },
      }),
    ).toThrow('users.vanish')
  })
})

describe('another way in', () => {
  it.each(['users.lock', 'users.deactivate', 'users.delete'])(
    'row 25: after %s no route opens a session, and the status stays',
    async (name) => {
      const portal = await openPortal()
      const { user } = await portal.person('ada', 'acme')
      await portal.call(
        name,
        { userId: user.id, ...(name === 'users.delete' ? { userName: 'ada' } : { reason: 'x' }) },
        { session: portal.callers.tenant.session },
      )
      const before = await portal.storage.read((tx) => tx.users.find(user.id))
      expect(
        await portal.roster.signIn.check({ userName: 'ada', organizationId: portal.places.acme }),
      ).toMatchObject({ passwordAllowed: false })
      const { roster } = portal
      const routes: Record<string, () => Promise<unknown>> = {
        'a session': () => roster.sessions.start({ userId: user.id }),
        'a federation': () => roster.signIn.applySsoGroups({ userId: user.id, groups: ['all'] }),
        'a success told': () => roster.signIn.recordSuccess({ userId: user.id }),
        'a security key': () => roster.signIn.beginSecurityKey({ userId: user.id }),
      }
      for (const [route, enter] of Object.entries(routes))
        expect(
          await enter().then(
            () => 'let in',
            () => 'refused',
          ),
          route,
        ).toBe('refused')
      // Told again that somebody has finished onboarding, it changes nothing.
      await roster.signIn.completeOnboarding({ userId: user.id }).catch(() => undefined)
      const wrong: unknown = await roster.signIn
        .verifySecretCode({ userId: user.id, secretCode: '482093' } as never)
        .catch((error: unknown) => error)
      expect(JSON.stringify(wrong)).not.toContain('"right"')
      expect(await portal.storage.read((tx) => tx.users.find(user.id))).toEqual(before)
    },
  )
})
