import { createRosterHandler } from '@rosterkit/adapters/server'
import { createRoster, operations, type Operation } from '@rosterkit/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillPath, pathParameters } from '../../packages/adapters/src/http/route.ts'
import { outcomeOf, rehearsing, type Person } from '../oracle/oracle-world.ts'
import { withServices } from '../services.ts'
import { idOf, type Place } from '../world.ts'
import { openPortal, tierNames, type Answer, type Portal } from './portal.ts'

// Section A of the rows to withstand: authorisation and scope (ASVS V8, V15.3).

const doors = operations.filter(({ http }) => http !== undefined)
const table = (those: readonly Operation[]) =>
  those.map((operation) => [operation.name, operation] as const)
const guarded = doors.filter(({ subject }) => subject !== 'bearer' && subject !== 'anyone')
const aboutPeople = doors.filter(({ subject }) => subject === 'user')
const aboutOrganizations = doors.filter(({ subject }) => subject === 'organization')
const commands = doors.filter(({ kind, http }) => kind === 'command' && http?.method !== 'GET')

const told = ({ status, code, text }: Answer) => ({
  status,
  code,
  text: text.replaceAll(/"requestId":"[^"]*"/g, ''),
})

describe('without a session', () => {
  let portal: Portal
  let ada: Person
  beforeAll(async () => {
    portal = await openPortal()
    ada = await portal.person('ada', 'acme')
  })

  it.each(table(guarded))(
    'row 1: %s is refused, changes nothing, and the attempt is on record',
    async (name, operation) => {
      const before = await portal.snapshot(ada.user.id)
      const attempts = (await portal.auditOf('platform')).length
      for (const session of [null, `sid=${ada.user.id}.${idOf(1)}`, 'sid=x'])
        expect(await portal.call(name, portal.inputFor(operation, ada), { session })).toMatchObject(
          { status: 401, code: 'unauthenticated' },
        )
      expect(await portal.snapshot(ada.user.id)).toEqual(before)
      const recorded = (await portal.auditOf('platform')).slice(attempts)
      expect(
        recorded.map((event) => [
          event.operation,
          event.outcome,
          event.failure,
          event.actor.kind,
          event.origin.address,
        ]),
      ).toEqual(
        Array.from({ length: 3 }, () => [
          name,
          'refused',
          'unauthenticated',
          'anonymous',
          '192.0.2.7',
        ]),
      )
      expect(portal.faults).toEqual([])
    },
  )

  it.each(table(doors.filter((door) => !guarded.includes(door))))(
    'row 1: %s needs none, and gives nothing to whoever has no link',
    async (name, operation) => {
      const before = await portal.snapshot(ada.user.id)
      const answer = await portal.call(name, portal.inputFor(operation, ada, 'A'.repeat(64)))
      expect(answer.status).toBe(name === 'redeem.requestRecovery' ? 200 : 410)
      expect({ ...(await portal.snapshot(ada.user.id)), queued: 0 }).toEqual({
        ...before,
        queued: 0,
      })
    },
  )
})

describe('every operation, as callers of five tiers', () => {
  const homes: Place[] = ['platform', 'north', 'south', 'harbour', 'acme', 'beta', 'gamma']
  let portal: Portal
  const people: Person[] = []
  beforeAll(async () => {
    portal = await openPortal()
    // Scope: each place of the tree seen from each caller. Rank: below, beside and above them.
    for (const home of homes) {
      people.push(await portal.person(`plain.${home}`, home))
      people.push(await portal.person(`administrator.${home}`, home, ['administrator']))
    }
    people.push(await portal.person('guest', 'acme', [['administrator', 'platform']]))
  })

  // The oracle (tests/oracle) judges the pipeline cell by cell; here HTTP is held against the
  // pipeline, with each transaction taken back.
  it.each(table([...aboutPeople, ...aboutOrganizations]))(
    'row 2: %s answers over HTTP what the matrix says',
    async (name, operation) => {
      const rehearsal = rehearsing(portal.storage)
      rehearsal.begin()
      const { services } = withServices()
      const roster = createRoster({
        personaTypes: [
          { id: 'employee', name: 'Employee' },
          { id: 'contractor', name: 'Contractor' },
        ],
        ...services,
        storage: rehearsal.storage,
        clock: { now: portal.now },
        newId: portal.nextId,
      })
      const seen = new Set<string>()
      for (const tier of tierNames) {
        const caller = { userId: portal.callers[tier].user.id }
        const handler = createRosterHandler(roster, {
          caller: () => caller.userId,
          rateLimits: false,
        })
        for (const person of people) {
          const input = portal.inputFor(operation, person)
          const expected = outcomeOf(await roster.execute(name, { input, caller }))
          const { path, rest } = fillPath(operation.http!, input)
          const { method } = operation.http!
          const response = await handler(
            new Request(`https://portal.example/api/roster${path}`, {
              method,
              headers: { origin: 'https://portal.example', 'content-type': 'application/json' },
              ...(method === 'GET' ? {} : { body: JSON.stringify(rest) }),
            }),
          )
          const { code } = (await response.json()) as { code?: string }
          expect(response.ok ? 'allowed' : code, `${tier} on ${person.user.userName}`).toBe(
            expected,
          )
          seen.add(expected)
        }
      }
      // A table in which everything is refused, or nothing, would prove little.
      expect(seen.size).toBeGreaterThan(1)
    },
  )
})

describe('a neighbour’s things', () => {
  let portal: Portal
  let mine: Person
  let foreign: Person
  beforeAll(async () => {
    portal = await openPortal()
    mine = await portal.person('mine', 'acme')
    foreign = await portal.person('foreign', 'beta')
  })

  it.each(table([...aboutPeople, ...aboutOrganizations]))(
    'row 3: %s answers for each foreign id as for one that never was',
    async (name, operation) => {
      const { session } = portal.callers.tenant
      const input = portal.inputFor(operation, mine)
      const theirs = portal.inputFor(operation, foreign)
      const before = await portal.snapshot(mine.user.id, foreign.user.id)
      const story = (await portal.auditOf('beta')).length
      const ids = Object.entries(input).filter(
        ([field, value]) =>
          field.endsWith('Id') &&
          field !== 'roleId' &&
          field !== 'typeId' &&
          typeof value === 'string',
      )
      expect(ids.length).toBeGreaterThan(0)
      for (const [field] of ids) {
        // What belongs to somebody is asked for below oneself and below its owner.
        const foreignId =
          field === 'groupId'
            ? portal.groups.beta
            : field === 'applicationId'
              ? portal.applications.beta
              : field.endsWith('OrganizationId') || field === 'toParentId'
                ? portal.places.beta
                : field === 'organizationId'
                  ? portal.places.beta
                  : theirs[field]
        const answers = [
          await portal.call(name, { ...input, [field]: foreignId }, { session }),
          await portal.call(name, { ...input, [field]: idOf(88_888) }, { session }),
        ]
        const without = answers
          .map((answer) => told(answer))
          .map(({ text, ...rest }) => ({
            ...rest,
            text: text.replaceAll(String(foreignId), '…').replaceAll(idOf(88_888), '…'),
          }))
        expect(without[0], field).toEqual(without[1])
        expect(answers[0]!.status, field).not.toBe(200)
        expect(answers[0]!.text, field).not.toMatch(/foreign|Beta/)
      }
      expect(await portal.snapshot(mine.user.id, foreign.user.id)).toEqual(before)
      expect(await portal.auditOf('beta')).toHaveLength(story)
      expect(portal.faults).toEqual([])
    },
  )

  it.each([
    ['users.list', 'search', { search: 'foreign' }],
    ['users.list', 'sort', { sort: 'userName', limit: 100 }],
    ['users.list', 'status', { status: ['ACTIVE'] }],
    ['users.list', 'role', { role: ['administrator'] }],
    [
      'users.list',
      'second factor and dormancy',
      { mfa: ['not_required'], dormant: false, expiring: false },
    ],
    ['organizations.list', 'everything', {}],
    ['groups.search', 'everything', {}],
    ['groups.search', 'a word', { search: 'beta' }],
    ['applications.search', 'everything', {}],
    ['applications.search', 'a word', { search: 'beta' }],
  ])('row 4: %s by %s shows and counts nothing of a neighbour', async (name, _, input) => {
    const { session } = portal.callers.tenant
    const answer = await portal.call(name, input, { session })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toMatch(/foreign|"Beta"|beta group|beta application/)
    const { items, count } = answer.body as { items: unknown[]; count?: { value: number } }
    if (count) expect(count.value).toBe(items.length)
  })

  it.each([
    ['users.list', { organization: ['beta'] }],
    ['groups.search', { organizationId: 'beta' }],
    ['applications.search', { organizationId: 'beta' }],
    ['audit.verify', { organizationId: 'beta' }],
  ] as const)(
    'row 4: %s of a foreign scope is answered as of one that never was',
    async (name, asked) => {
      const { session } = portal.callers.tenant
      const of = (id: string) =>
        portal.call(
          name,
          Object.fromEntries(
            Object.entries(asked).map(([field, value]) => [
              field,
              Array.isArray(value) ? [id] : id,
            ]),
          ),
          { session },
        )
      const [foreignAnswer, unknown] = [await of(portal.places.beta), await of(idOf(88_888))]
      expect(told(foreignAnswer)).toEqual(told(unknown))
      expect(foreignAnswer.status).not.toBe(200)
    },
  )

  it.each(table(commands.filter(({ http }) => pathParameters(http!).length > 0)))(
    'row 5: %s with one subject in the address and another in the body is refused',
    async (name, operation) => {
      const { session } = portal.callers.platform
      const before = await portal.snapshot(mine.user.id, foreign.user.id)
      const input = portal.inputFor(operation, mine)
      const { method, path } = operation.http!
      for (const field of pathParameters(operation.http!)) {
        const address = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(input[key]))
        const rest = Object.fromEntries(
          Object.entries(input).filter(([key]) => !pathParameters(operation.http!).includes(key)),
        )
        expect(
          await portal.send(method, address, {
            session,
            body: {
              ...rest,
              [field]:
                portal.inputFor(operation, foreign)[field] === input[field]
                  ? idOf(1)
                  : portal.inputFor(operation, foreign)[field],
            },
          }),
          name,
        ).toMatchObject({ status: 400, code: 'conflicting_subject' })
        // And the reverse: a foreign subject in the address, one's own in the body.
        expect(
          await portal.send(method, address.replace(String(input[field]), idOf(77)), {
            session,
            body: { ...rest, [field]: input[field] },
          }),
          name,
        ).toMatchObject({ status: 400, code: 'conflicting_subject' })
      }
      expect(await portal.snapshot(mine.user.id, foreign.user.id)).toEqual(before)
    },
  )

  const serverOwned = {
    tenantId: 'x',
    organizationId: 'x',
    tenant: 'x',
    role: 'administrator',
    roles: [],
    status: 'ACTIVE',
    state: 'active',
    lifecycle: { state: 'active' },
    verifiedEmails: ['mine@example.com'],
    emailVerified: true,
    password: 'a chosen password',
    passwordHash: 'x',
    hash: 'x',
    createdAt: '2020-01-01T00:00:00.000Z',
    updatedAt: '2020-01-01T00:00:00.000Z',
    locks: [],
    lockedBy: 'x',
    failedSignIns: [],
    failedCount: 0,
    owners: {},
    id: idOf(5),
    signInRoute: 'any',
    lastSignedInAt: '2020-01-01T00:00:00.000Z',
    mfa: { required: false, enrolment: 'enrolled' },
  }
  it.each(Object.entries(serverOwned))(
    'rows 6 and 54: %s is the server’s own, and refused from everybody',
    async (field, value) => {
      const before = await portal.snapshot(mine.user.id)
      for (const { session } of Object.values(portal.callers)) {
        const answer = await portal.call(
          'users.update',
          { userId: mine.user.id, version: 1, userType: 'x', [field]: value },
          { session },
        )
        expect(answer).toMatchObject({ status: 400, code: 'invalid_input' })
      }
      expect(await portal.snapshot(mine.user.id)).toEqual(before)
    },
  )

  it.each(table(commands))(
    'row 6: %s takes no field that it does not know',
    async (name, operation) => {
      const answer = await portal.call(
        name,
        { ...portal.inputFor(operation, mine), isAdmin: true },
        { session: operation.subject === 'bearer' ? null : portal.callers.platform.session },
      )
      expect(answer).toMatchObject({ status: 400, code: 'invalid_input' })
      expect(answer.text).toContain('isAdmin')
    },
  )
})

describe('rank', () => {
  it.each([
    [
      'by a role call',
      'roles.assign',
      (portal: Portal, userId: string) => ({
        userId,
        roleId: 'administrator',
        organizationId: portal.places.harbour,
      }),
    ],
    [
      'by adding somebody',
      'users.create',
      (portal: Portal) => ({
        organizationId: portal.places.acme,
        userName: 'new',
        name: { givenName: 'N', familyName: 'W' },
        emails: [{ value: 'n@example.com', primary: true }],
        roles: [{ roleId: 'administrator', organizationId: portal.places.harbour }],
      }),
    ],
    [
      'by inviting somebody with a link',
      'users.create',
      (portal: Portal) => ({
        organizationId: portal.places.acme,
        userName: 'new',
        name: { givenName: 'N', familyName: 'W' },
        emails: [{ value: 'n@example.com', primary: true }],
        activation: 'link',
        roles: [{ roleId: 'viewer', organizationId: portal.places.platform }],
      }),
    ],
    [
      'by the groups that single sign-on maps',
      'organizations.update',
      (portal: Portal) => ({
        organizationId: portal.places.harbour,
        version: 1,
        ssoProvider: 'Okta',
        ssoRoleMapping: { all: 'administrator' },
      }),
    ],
    [
      'by a group of an organization above',
      'groups.create',
      (portal: Portal) => ({ organizationId: portal.places.harbour, name: 'Administrators' }),
    ],
    [
      'by moving somebody up',
      'users.move',
      (portal: Portal, userId: string) => ({ userId, toOrganizationId: portal.places.harbour }),
    ],
  ] as const)('row 7: no right above one’s own is given %s', async (_, name, input) => {
    const portal = await openPortal()
    const ada = await portal.person('ada', 'acme')
    const before = await portal.snapshot(ada.user.id)
    const { status, code } = await portal.call(name, input(portal, ada.user.id), {
      session: portal.callers.tenant.session,
    })
    // An organization out of sight is not told apart from one that never was.
    expect([
      [403, 'grant_exceeds_rights'],
      [403, 'not_permitted'],
      [404, 'not_found'],
    ]).toContainEqual([status, code])
    expect(await portal.snapshot(ada.user.id)).toEqual(before)
  })

  const harms = [
    'users.lock',
    'users.deactivate',
    'users.delete',
    'users.update',
    'users.setValidity',
    'users.move',
    'users.requireMfa',
    'roles.assign',
    'personas.assign',
    'authenticators.reset',
    'authenticators.lock',
    'authenticators.delete',
    'authenticators.beginSecurityKey',
    'authenticators.issueEnrolmentLink',
    'passwords.sendReset',
    'passwords.setTemporary',
    'passwords.remove',
    'passwords.expire',
    'secretCodes.issueResetCode',
    'sessions.endAll',
  ]
  it.each(harms)('row 8: %s is refused on a peer and on a superior', async (name) => {
    const portal = await openPortal()
    const peer = await portal.person('peer', 'acme', ['administrator'])
    const superior = await portal.person('superior', 'acme', [['administrator', 'platform']])
    const operation = operations.find((door) => door.name === name)!
    const before = await portal.snapshot(peer.user.id, superior.user.id)
    const { session } = portal.callers.tenant
    expect(
      [
        await portal.call(name, portal.inputFor(operation, peer), { session }),
        await portal.call(name, portal.inputFor(operation, superior), { session }),
      ].map(({ status, code }) => [status, code]),
    ).toEqual([
      [403, 'same_rank'],
      [403, 'outranked'],
    ])
    expect(await portal.snapshot(peer.user.id, superior.user.id)).toEqual(before)
  })

  const several = doors.filter(({ name }) => name.startsWith('bulk.'))
  it.each(table(several))(
    'rows 3, 7 and 8: %s guards each person as its single command does',
    async (name, operation) => {
      const portal = await openPortal()
      const peer = await portal.person('peer', 'acme', ['administrator'])
      const superior = await portal.person('superior', 'acme', [['administrator', 'platform']])
      const foreign = await portal.person('foreign', 'beta')
      const plain = await portal.person('plain', 'acme')
      const before = await portal.snapshot(peer.user.id, superior.user.id, foreign.user.id)
      const ids = [peer.user.id, superior.user.id, foreign.user.id, idOf(88_888)]
      const { userId: _, userName: __, ...example } = portal.inputFor(operation.each![0]!, plain)
      const input = {
        ...example,
        ...(operation.each![0]!.name === 'roles.assign'
          ? { roleId: 'administrator', organizationId: portal.places.acme }
          : {}),
      }
      const answer = await portal.call(
        name,
        { ...input, userIds: ids },
        { session: portal.callers.tenant.session },
      )
      expect(answer.status).toBe(200)
      const items = answer.body['items'] as {
        done: boolean
        code: string
        detail: string
        title: string
      }[]
      expect(items.map(({ done, code }) => (done ? 'done' : code))).toEqual([
        'same_rank',
        'outranked',
        'not_found',
        'not_found',
      ])
      expect({ ...items[2], userId: '' }).toEqual({ ...items[3], userId: '' })
      expect(await portal.snapshot(peer.user.id, superior.user.id, foreign.user.id)).toEqual(before)
      expect(
        (
          await portal.call(
            name,
            { ...input, userIds: [plain.user.id] },
            { session: portal.callers.member.session },
          )
        ).status,
      ).toBe(403)
      if (operation.each![0]!.name === 'roles.assign') {
        const above = await portal.call(
          name,
          {
            userIds: [plain.user.id],
            roleId: 'administrator',
            organizationId: portal.places.harbour,
          },
          { session: portal.callers.tenant.session },
        )
        expect((above.body['items'] as { done: boolean }[]).map(({ done }) => done)).toEqual([
          false,
        ])
      }
    },
  )

  it.each([
    ['users.lock', { reason: 'x' }],
    ['users.deactivate', { reason: 'x' }],
    ['users.delete', { userName: 'tenant' }],
    ['users.setValidity', { validFromAt: null, validUntilAt: '2026-03-01T09:00:01Z' }],
    ['passwords.setTemporary', {}],
  ])('row 9: nobody does %s to themselves', async (name, more) => {
    const portal = await openPortal()
    const { user, session } = portal.callers.tenant
    const before = await portal.snapshot(user.id)
    expect(await portal.call(name, { userId: user.id, ...more }, { session })).toMatchObject({
      status: 403,
      code: 'own_account',
    })
    expect(await portal.snapshot(user.id)).toEqual(before)
  })

  it('row 9: nobody takes their own role, and the last administrator stays', async () => {
    const portal = await openPortal()
    const { user, session } = portal.callers.platform
    const { roles } = (await portal.call('users.get', { userId: user.id }, { session })).body as {
      roles: { id: string }[]
    }
    expect(
      await portal.call(
        'roles.unassign',
        { userId: user.id, assignmentId: roles[0]!.id },
        { session },
      ),
    ).toMatchObject({ status: 403, code: 'own_account' })
    await expect(
      portal.roster.as('system').users.lock({ userId: user.id, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'last_administrator' })
  })

  it('row 10: an administrator who is demoted loses the very next request, with the same session', async () => {
    const portal = await openPortal()
    const { user, session } = portal.callers.tenant
    expect((await portal.call('users.list', {}, { session })).status).toBe(200)
    const { roles } = (await portal.call('users.get', { userId: user.id }, { session })).body as {
      roles: { id: string }[]
    }
    expect(
      (
        await portal.call(
          'roles.unassign',
          { userId: user.id, assignmentId: roles[0]!.id },
          { session: portal.callers.platform.session },
        )
      ).status,
    ).toBe(200)
    expect(await portal.call('users.list', {}, { session })).toMatchObject({
      status: 403,
      code: 'not_permitted',
    })
  })

  const edges: [second: number, inForce: boolean][] = [
    [9, false],
    [10, true],
    [19, true],
    [20, false],
    [21, false],
  ]
  it.each(['a person', 'a role', 'a persona'])(
    'row 11: %s is in force from its first second to before its last, by the server’s clock',
    async (what) => {
      const portal = await openPortal({
        handler: { caller: (request) => request.headers.get('cookie') },
      })
      const { user } = await portal.person('ada', 'acme')
      const admin = { session: portal.callers.platform.user.id }
      const period = { validFromAt: '2026-03-01T09:00:10Z', validUntilAt: '2026-03-01T09:00:20Z' }
      const given =
        what === 'a person'
          ? await portal.call('users.setValidity', { userId: user.id, ...period }, admin)
          : what === 'a role'
            ? await portal.call(
                'roles.assign',
                {
                  userId: user.id,
                  roleId: 'viewer',
                  organizationId: portal.places.acme,
                  ...period,
                },
                admin,
              )
            : await portal.call(
                'personas.assign',
                { userId: user.id, typeId: 'contractor', ...period },
                admin,
              )
      expect(given.status).toBeLessThan(300)
      const inForce = async () => {
        // Whatever time the caller claims.
        const claims = { session: user.id, headers: { date: 'Sun, 01 Mar 2026 09:00:15 GMT' } }
        if (what === 'a person') return (await portal.call('caller.get', {}, claims)).status === 200
        if (what === 'a role') return (await portal.call('users.list', {}, claims)).status === 200
        const { items } = (await portal.call('personas.list', { userId: user.id }, admin)).body as {
          items: { type: { id: string }; typeId: string; inForce: boolean }[]
        }
        return items.find((persona) => JSON.stringify(persona).includes('"contractor"'))!.inForce
      }
      for (const [second, expected] of edges) {
        portal.moveTo(`2026-03-01T09:00:${String(second).padStart(2, '0')}.000Z`)
        expect(await inForce(), String(second)).toBe(expected)
      }
    },
  )

  it('row 12: moving somebody takes them from the one side and gives them to the other with one commit', async () => {
    const portal = await openPortal()
    const ada = await portal.person('ada', 'acme')
    const there = await portal.join('there', 'beta', { roles: ['administrator'] })
    const other = await portal.signIn(there)
    const see = async () => [
      (
        await portal.call(
          'users.get',
          { userId: ada.user.id },
          { session: portal.callers.tenant.session },
        )
      ).status,
      (await portal.call('users.get', { userId: ada.user.id }, { session: other })).status,
    ]
    expect(await see()).toEqual([200, 404])
    expect(
      (
        await portal.call(
          'users.move',
          { userId: ada.user.id, toOrganizationId: portal.places.beta },
          { session: portal.callers.partner.session },
        )
      ).status,
    ).toBe(200)
    expect(await see()).toEqual([404, 200])
  })
})

describe('what comes and goes', () => {
  let portal: Portal
  let ada: Person
  beforeAll(async () => {
    portal = await openPortal()
    ada = await portal.person('ada', 'acme')
  })

  // Names of members that no answer may have, wherever they stand; what may be there is said by
  // each operation's schema, which strips everything else.
  const forbidden =
    /"(?:hash|passwordHash|material|credential|publicKey|signCount|copies|challengeHash|wrongTries|secret|sealed|totpSecret|tokenHash|failedSignIns|inactivityLockAt|userOrganizationId)":/i
  it.each(table(doors.filter(({ kind }) => kind === 'query')))(
    'row 13: %s answers with the fields of its schema, and nothing that is secret',
    async (name, operation) => {
      const answer = await portal.call(name, portal.inputFor(operation, ada), {
        session: portal.callers.platform.session,
      })
      expect(
        answer.text.replace('"hash":"', name === 'audit.ofUser' ? '"' : '"hash":"'),
      ).not.toMatch(forbidden)
      expect(answer.text).not.toContain('$quick$')
      if (answer.status === 200)
        expect(Object.keys(answer.body).sort()).toEqual(
          Object.keys(
            (operation.output as unknown as { parse: (value: unknown) => object }).parse(
              answer.body,
            ),
          ).sort(),
        )
    },
  )

  const oddIds = [
    '1',
    '1e3',
    '[]',
    '["a"]',
    '{}',
    'null',
    'true',
    '-1',
    '%00',
    '..%2F..%2Fusers',
    '%27%20or%201=1--',
    '__proto__',
    'constructor',
    'x'.repeat(10_000),
  ]
  it.each(table(doors.filter(({ http }) => pathParameters(http!).length > 0)))(
    'row 14: %s refuses ids that are none',
    async (name, operation) => {
      const { method, path } = operation.http!
      const { session } = portal.callers.platform
      const input = portal.inputFor(operation, ada)
      const rest = Object.fromEntries(
        Object.entries(input).filter(([key]) => !pathParameters(operation.http!).includes(key)),
      )
      for (const odd of oddIds) {
        for (const field of pathParameters(operation.http!).filter(
          (parameter) => parameter !== 'userName',
        )) {
          const address = path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
            key === field ? odd : encodeURIComponent(String(input[key])),
          )
          const answer = await portal.send(method, address, {
            session,
            ...(method === 'GET' ? {} : { body: rest }),
          })
          expect([400, 404], `${name} ${field} ${odd}`).toContain(answer.status)
        }
      }
      expect(portal.faults).toEqual([])
    },
  )

  const odd: [string, unknown][] = [
    ['a list', ['a']],
    ['an object', { a: 1 }],
    ['a number', 1],
    ['a boolean', true],
    ['null', null],
    ['1e3', '1e3'],
    ['10 kB', 'x'.repeat(10_000)],
    ['an empty text', ''],
  ]
  it.each(table(commands))(
    'row 14: %s refuses, in each field that holds an id, what is none',
    async (name, operation) => {
      const input = portal.inputFor(operation, ada)
      const fields = Object.keys(input).filter(
        (field) =>
          field.endsWith('Id') &&
          !pathParameters(operation.http!).includes(field) &&
          field !== 'roleId' &&
          field !== 'typeId',
      )
      for (const field of fields) {
        for (const [what, value] of odd)
          expect(
            (
              await portal.call(
                name,
                { ...input, [field]: value },
                { session: portal.callers.platform.session },
              )
            ).status,
            `${field}: ${what}`,
          ).toBe(400)
      }
      expect(portal.faults).toEqual([])
    },
  )

  it.each(table(commands))('row 15: %s takes no prototype', async (name, operation) => {
    const input = JSON.stringify(
      Object.fromEntries(
        Object.entries(portal.inputFor(operation, ada)).filter(
          ([key]) => !pathParameters(operation.http!).includes(key),
        ),
      ),
    )
    const { method, path } = operation.http!
    const address = path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      String(portal.inputFor(operation, ada)[key]),
    )
    for (const poison of [
      '"__proto__":{"polluted":true}',
      '"constructor":{"prototype":{"polluted":true}}',
      '"prototype":{"polluted":true}',
    ]) {
      const body = input === '{}' ? `{${poison}}` : `${input.slice(0, -1)},${poison}}`
      expect(
        (await portal.send(method, address, { session: portal.callers.platform.session, body }))
          .status,
        poison,
      ).toBe(400)
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(portal.faults).toEqual([])
  })

  it.each([
    '__proto__=1',
    '__proto__[polluted]=true',
    'constructor=1',
    'prototype=1',
    'constructor.prototype.polluted=1',
  ])('row 15: the parameter %s is refused', async (query) => {
    expect(
      (await portal.send('GET', `/users?${query}`, { session: portal.callers.platform.session }))
        .status,
    ).toBe(400)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it.each([
    'search=a&search=b',
    'limit=1&limit=2',
    'sort=userName&sort=userName',
    'status=ACTIVE&status=DELETED',
    'organization=&organization=',
  ])('row 16: %s is refused', async (query) => {
    expect(
      await portal.send('GET', `/users?${query}`, { session: portal.callers.platform.session }),
    ).toMatchObject({ status: 400, code: 'repeated_parameter' })
  })

  it.each([
    '{"reason":"a","reason":"b"}',
    '{"reason":"a","\\u0072eason":"b"}',
    '{"reason":"a","x":{"y":1,"y":2}}',
  ])('row 16: a body with a name twice is refused: %s', async (body) => {
    expect(
      await portal.send('POST', `/users/${ada.user.id}/lock`, {
        session: portal.callers.platform.session,
        body,
      }),
    ).toMatchObject({ status: 400, code: 'repeated_name' })
  })

  it('row 17: an id comes back for nobody', async () => {
    const { session } = portal.callers.platform
    const create = async (organizationId: string) =>
      (
        await portal.call(
          'users.create',
          {
            organizationId,
            userName: 'again',
            name: { givenName: 'A', familyName: 'B' },
            emails: [{ value: 'again@example.com', primary: true }],
          },
          { session },
        )
      ).body as { id: string }
    const first = await create(portal.places.acme)
    await portal.call('users.delete', { userId: first.id, userName: 'again' }, { session })
    await portal.call('users.purge', { userId: first.id, userName: 'again' }, { session })
    const second = await create(portal.places.beta)
    expect(second.id).not.toBe(first.id)
    expect((await portal.call('users.get', { userId: first.id }, { session })).status).toBe(404)
    expect(
      await portal.send('POST', '/users', {
        session,
        body: {
          organizationId: portal.places.beta,
          id: first.id,
          userName: 'third',
          name: { givenName: 'A', familyName: 'B' },
          emails: [{ value: 'a@example.com', primary: true }],
        },
      }),
    ).toMatchObject({ status: 400 })
  })
})
