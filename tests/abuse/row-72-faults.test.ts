import { createRosterHandler } from '@rosterkit/adapters/server'
import {
  createRoster,
  operations,
  type MailTransport,
  type Operation,
  type SecretHasher,
} from '@rosterkit/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillPath } from '../../packages/adapters/src/http/route.ts'
import { encodeQuery } from '../../packages/adapters/src/http/query-string.ts'
import type { Person } from '../oracle/oracle-world.ts'
import { plainCodes, tokenOf, trustingCeremony, withServices } from '../services.ts'
import { faultyStorage, InnerFault } from './faulty-storage.ts'
import { host, openPortal, type Portal } from './portal.ts'

// Row 72 (ASVS 16.5.1 to 16.5.4), and 83: each call to the store throws in turn, and each service
// that the host has handed in.

const doors = operations.filter(({ http }) => http !== undefined)
const table = (those: readonly Operation[]) =>
  those.map((operation) => [operation.name, operation] as const)
const inside = /SQLITE|CORRUPT|password_hash|secret\/|roster\.db|root@example|at \w+ \(|\.ts:\d/

/** A portal over a store that breaks when it is told to. */
async function openFaulty() {
  const portal = await openPortal()
  const faulty = faultyStorage(portal.storage)
  const { services } = withServices({ activation: { delivery: 'both', lifetimeHours: 24 } })
  const roster = createRoster({
    personaTypes: [
      { id: 'employee', name: 'Employee' },
      { id: 'contractor', name: 'Contractor' },
    ],
    ...services,
    storage: faulty.storage,
    clock: { now: portal.now },
    newId: portal.nextId,
  })
  const faults: unknown[] = []
  let callerId: string | null = portal.callers.platform.user.id
  const handler = createRosterHandler(roster, {
    caller: () => callerId,
    rateLimits: false,
    onFault: (fault) => faults.push(fault),
  })
  const send = async (
    { name: _, http }: Operation,
    input: object,
    by: string | null = portal.callers.platform.user.id,
  ) => {
    callerId = by
    const { path, rest } = fillPath(http!, input)
    const query = http!.method === 'GET' ? encodeQuery(rest) : ''
    const response = await handler(
      new Request(`${host}/api/roster${path}${query && `?${query}`}`, {
        method: http!.method,
        headers: { origin: host, 'content-type': 'application/json' },
        ...(http!.method === 'GET' ? {} : { body: JSON.stringify(rest) }),
      }),
    )
    const text = await response.text()
    return {
      status: response.status,
      text,
      type: response.headers.get('content-type'),
      code: (JSON.parse(text) as { code?: string }).code,
    }
  }
  return { portal, faulty, roster, faults, send }
}

describe('a store that breaks', () => {
  let stage: Awaited<ReturnType<typeof openFaulty>>
  let serial = 0
  beforeAll(async () => {
    stage = await openFaulty()
  })

  async function subject({
    portal,
  }: {
    readonly portal: Portal
  }): Promise<{ readonly ada: Person; readonly token: string }> {
    const name = `ada${serial++}`
    const ada = await portal.person(name, 'acme')
    const { link } = await portal.roster
      .as('system')
      .authenticators.issueEnrolmentLink({ userId: ada.user.id })
    return { ada, token: tokenOf(link) }
  }

  it.each(table(doors))(
    'row 72: %s with each of its calls broken in turn tells nothing, keeps nothing, and works afterwards',
    { timeout: 60_000 },
    async (name, operation) => {
      const { portal, faulty, faults, send } = stage
      const { ada, token } = await subject(stage)
      const input = {
        ...portal.inputFor(operation, ada, token),
        ...('userName' in operation.example && operation.subject === 'anyone'
          ? { userName: ada.user.userName }
          : {}),
      }
      const caller = operation.subject === 'bearer' ? null : portal.callers.platform.user.id
      const before = await portal.snapshot(ada.user.id)
      let broken = 0
      for (let call = 1; ; call++) {
        faulty.breakAt(call)
        faults.length = 0
        const answer = await send(operation, input, caller)
        const brokenAt = faulty.brokenAt()
        if (brokenAt === null) {
          // Nothing was left half-way: what it does, it does now.
          expect(answer.status, `${name} at last`).toBeLessThan(500)
          break
        }
        broken++
        // Of several people one may fail, and the others not: what was kept of them is kept whole.
        if (operation.each && answer.status === 200) continue
        expect(
          [answer.status, answer.code, answer.type],
          `${name}, call ${call}: ${brokenAt}`,
        ).toEqual([500, 'unavailable', 'application/problem+json; charset=utf-8'])
        expect(answer.text).not.toMatch(inside)
        expect(faults).toHaveLength(1)
        expect(faults[0]).toBeInstanceOf(InnerFault)
        if (!operation.each)
          expect(await portal.snapshot(ada.user.id), `${name}, call ${call}: ${brokenAt}`).toEqual(
            before,
          )
      }
      faulty.breakAt(0)
      expect(broken).toBeGreaterThan(1)
      expect(
        (
          await send(
            operations.find((door) => door.name === 'audit.verify')!,
            { organizationId: portal.places.acme },
          )
        ).text,
      ).toContain('"whole":true')
    },
  )

  it.each(table(doors.filter(({ kind }) => kind === 'command')))(
    'row 83: %s that cannot have its turn is refused cleanly, with a moment to wait',
    async (_, operation) => {
      const { portal, faulty, faults, send } = stage
      const { ada, token } = await subject(stage)
      const before = await portal.snapshot(ada.user.id)
      const input = portal.inputFor(operation, ada, token)
      const caller = operation.subject === 'bearer' ? null : portal.callers.platform.user.id
      for (const at of ['transaction', 'commit']) {
        // The first transaction, wherever among the calls it stands.
        for (let call = 1; call < 60; call++) {
          faulty.breakAt(call, () =>
            Object.assign(new Error('could not serialize access'), { code: 'busy' }),
          )
          faults.length = 0
          const answer = await send(operation, input, caller)
          if (faulty.brokenAt() === null) break
          if (faulty.brokenAt() !== at) continue
          if (operation.each && answer.status === 200) break
          expect([answer.status, answer.code]).toEqual([503, 'busy'])
          expect(answer.text).not.toContain('serialize')
          expect(await portal.snapshot(ada.user.id)).toEqual(before)
          break
        }
      }
      faulty.breakAt(0)
    },
  )
})

describe('services that break', () => {
  const broken = () => Promise.reject(new InnerFault())
  const brokenHasher: SecretHasher = { hash: broken, verify: broken, outdated: () => false }
  const brokenMail: MailTransport = { send: broken }

  async function openBroken(choices: object) {
    const portal = await openPortal({ roster: choices })
    const { user } = await portal.person('ada', 'acme')
    return { portal, user, session: portal.callers.tenant.session }
  }

  it('row 72: a mail transport that throws whatever it likes leaves the promise in the outbox, and the change made', async () => {
    const { portal, session } = await openBroken({ mail: brokenMail })
    const created = await portal.call(
      'users.create',
      {
        organizationId: portal.places.acme,
        userName: 'new',
        name: { givenName: 'N', familyName: 'W' },
        emails: [{ value: 'new@example.com', primary: true }],
      },
      { session },
    )
    expect(created.status).toBe(201)
    expect(await portal.roster.mail.deliver()).toMatchObject({ sent: 0, postponed: 1, failed: 0 })
    const { body, text } = await portal.call(
      'mails.ofUser',
      { userId: String(created.body['id']) },
      { session },
    )
    expect(body['items']).toHaveLength(1)
    expect(text).not.toMatch(/root@example|secret\//)
    expect((await portal.call('users.list', {}, { session })).status).toBe(200)
  })

  it('row 72: a host’s callback after the commit that throws undoes nothing', async () => {
    const { portal, session } = await openBroken({
      onMailQueued: () => {
        throw new InnerFault()
      },
    })
    const created = await portal.call(
      'users.create',
      {
        organizationId: portal.places.acme,
        userName: 'new',
        name: { givenName: 'N', familyName: 'W' },
        emails: [{ value: 'new@example.com', primary: true }],
      },
      { session },
    )
    expect(created.text).not.toMatch(inside)
    expect(
      (await portal.call('users.list', { search: 'new' }, { session })).body['items'],
    ).toHaveLength(1)
  })

  it.each(['passwords.setTemporary', 'secretCodes.issueResetCode'])(
    'row 72: a hasher that breaks under %s changes nothing',
    async (name) => {
      const { portal, user, session } = await openBroken({ hasher: brokenHasher })
      const before = await portal.snapshot(user.id)
      const answer = await portal.call(name, { userId: user.id }, { session })
      expect([answer.status, answer.code, inside.test(answer.text), portal.faults.length]).toEqual([
        500,
        'unavailable',
        false,
        1,
      ])
      expect(await portal.snapshot(user.id)).toEqual(before)
    },
  )

  it.each([
    ['authenticators.beginSecurityKey', { securityKeys: { ...trustingCeremony, options: broken } }],
    ['authenticators.finishSecurityKey', { securityKeys: { ...trustingCeremony, verify: broken } }],
    [
      'redeem.beginTotp',
      {
        oneTimePasswords: {
          ...plainCodes,
          newSecret: () => {
            throw new InnerFault()
          },
        },
      },
    ],
  ])('row 72: a ceremony that breaks under %s changes nothing', async (name, choices) => {
    const { portal, user, session } = await openBroken(choices)
    const { link } = await portal.roster
      .as('system')
      .authenticators.issueEnrolmentLink({ userId: user.id })
    if (name.endsWith('finishSecurityKey'))
      await portal.call('authenticators.beginSecurityKey', { userId: user.id }, { session })
    const before = await portal.snapshot(user.id)
    const answer = await portal.call(
      name,
      name.startsWith('redeem')
        ? { token: tokenOf(link) }
        : {
            userId: user.id,
            ...(name.endsWith('finishSecurityKey') ? { name: 'Key', response: {} } : {}),
          },
      name.startsWith('redeem') ? {} : { session },
    )
    expect([answer.status, answer.code, inside.test(answer.text), portal.faults.length]).toEqual([
      500,
      'unavailable',
      false,
      1,
    ])
    expect(await portal.snapshot(user.id)).toEqual(before)
  })

  it.each(['caller', 'address', 'freshProof', 'rateLimiter'])(
    'row 72: the host’s own %s that throws is a fault, told to the host alone',
    async (hook) => {
      const fail = () => {
        throw new InnerFault()
      }
      const portal = await openPortal({
        handler: {
          ...(hook === 'caller' ? { caller: fail } : {}),
          ...(hook === 'address' ? { address: fail } : {}),
          ...(hook === 'rateLimiter' ? { rateLimits: {}, rateLimiter: { take: fail } } : {}),
          ...(hook === 'freshProof'
            ? { stepUp: { operations: ['users.list'], freshProof: fail } }
            : {}),
        },
      })
      const answer = await portal.call('users.list', {}, { session: portal.callers.tenant.session })
      expect([answer.status, answer.code, inside.test(answer.text), portal.faults.length]).toEqual([
        500,
        'unavailable',
        false,
        1,
      ])
    },
  )
})
