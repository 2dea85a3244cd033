import type { User } from '@rosterkit/core/ports'
import { describe, expect, it } from 'vitest'
import { newcomer, openScim, patchOf, type ScimAnswer } from '../scim-world.ts'
import { idOf, refusalOf } from '../world.ts'

// Section F of the rows to withstand: SCIM (RFC 7643, 7644), through the handler that hosts mount,
// as the tokens of two tenants beside each other and of the partner above them.

type World = Awaited<ReturnType<typeof openScim>>

const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'
const told = ({ status, text }: ScimAnswer) => ({ status, text })

/** Everything that is kept of people, and how much is on record of their organization. */
const everything = async ({ storage, places }: World, ...ids: string[]) =>
  storage.read(async (tx) => ({
    people: await Promise.all(ids.map((id) => tx.users.find(id))),
    roles: await tx.roleAssignments.ofUsers(ids),
    groups: await tx.groupMemberships.ofUsers(ids),
    sessions: await tx.sessions.ofUsers(ids),
    catalogue: (
      await tx.groups.search({
        organizationIds: [places.platform],
        below: true,
        after: null,
        limit: 100,
      })
    ).items,
    count: (
      await tx.users.lookup({
        withinOrganizationIds: [places.platform],
        sort: 'id',
        direction: 'ascending',
        offset: 0,
        limit: 0,
      })
    ).total,
  }))

describe('what a client sends and does not decide', () => {
  it('row 84: an id, meta, groups and everything else that is the server’s are passed over', async () => {
    const world = await openScim()
    const own = {
      id: idOf(1),
      meta: { created: '1999-01-01T00:00:00Z', version: 'W/"99"', resourceType: 'Admin' },
      groups: [{ value: idOf(2) }],
      displayName: 'Somebody else',
      organizationId: world.places.platform,
      version: 99,
      owners: {},
      verifiedEmails: ['ada@example.com'],
      locks: [],
      lifecycle: { state: 'deleted' },
      status: 'ACTIVE',
    }
    const { id } = await world.provision('ada', own)
    const created = (await world.stands(id))!
    expect(id).not.toBe(idOf(1))
    expect(created).toMatchObject({
      organizationId: world.places.acme,
      version: 1,
      createdAt: world.now(),
      verifiedEmails: [],
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      lifecycle: { state: 'active' },
    })
    expect((await world.send('PUT', `/Users/${id}`, newcomer('ada', own))).body).toMatchObject({
      id,
      displayName: 'Ada Lovelace',
      groups: [],
    })
    expect(
      (await world.send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: own }))).status,
    ).toBe(200)
    expect(await world.stands(id)).toEqual(created)
    for (const path of ['id', 'meta.created', 'groups', 'displayName', 'meta'])
      expect(
        (await world.send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', path, value: 'x' })))
          .body,
        path,
      ).toMatchObject({ status: '400', scimType: 'mutability' })
  })

  it('row 84: names from prototypes are passed over, or are no attributes', async () => {
    const world = await openScim()
    const answer = await world.send(
      'POST',
      '/Users',
      `{"schemas":[],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"userName":"ada","name":{"givenName":"A","familyName":"L","__proto__":{"polluted":1}},"emails":[{"value":"a@example.com","__proto__":{"polluted":1}}]}`,
    )
    expect(answer.status).toBe(201)
    for (const path of [
      '__proto__',
      '__proto__.polluted',
      'constructor.prototype',
      'name.__proto__',
      'emails[__proto__ eq 1].value',
      'toString',
      'emails[value eq "x"].__proto__',
    ]) {
      expect([200, 400], path).toContain(
        (
          await world.send(
            'PATCH',
            `/Users/${answer.body.id}`,
            patchOf({ op: 'add', path, value: { polluted: 1 } }),
          )
        ).status,
      )
    }
    for (const filter of [
      '__proto__ eq "x"',
      'constructor eq "x"',
      'userName eq "a" constructor userName eq "b"',
      'userName __proto__ "a"',
    ])
      expect(
        (await world.send('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body,
        filter,
      ).toMatchObject({ scimType: 'invalidFilter' })
    expect([({} as Record<string, unknown>)['polluted'], world.faults]).toEqual([undefined, []])
  })

  it('row 86: a password is taken from nobody, and stands nowhere', async () => {
    const world = await openScim()
    const password = 'correct horse battery staple'
    const { id } = await world.provision('ada', { password })
    const answers = [
      await world.send('PUT', `/Users/${id}`, newcomer('ada', { password })),
      await world.send(
        'PATCH',
        `/Users/${id}`,
        patchOf(
          { op: 'replace', path: 'password', value: password },
          { op: 'add', value: { password } },
        ),
      ),
      await world.send('GET', `/Users/${id}?attributes=password`),
      await world.send('GET', '/Users?attributes=password,userName'),
      await world.send('GET', '/Schemas'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const stored = await world.storage.read(async (tx) => [
      await tx.users.find(id),
      await tx.credentials.ofUsers([id]),
      await tx.outbox.due('2100-01-01T00:00:00.000Z', 100),
      await Array.fromAsync(tx.audit.chain(world.places.acme)),
    ])
    expect(JSON.stringify(stored) + answers.map(({ text }) => text).join('')).not.toContain('horse')
    expect(await world.stands(id)).toMatchObject({ password: { state: 'none' } })
    expect(answers[2]!.body).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      id,
    })
    expect((await world.send('GET', '/Users?filter=password%20eq%20%22x%22')).body).toMatchObject({
      scimType: 'invalidFilter',
    })
  })
})

describe('usernames', () => {
  it('row 85: one that is taken, in whatever case, is a 409 of the type uniqueness, and nothing is created', async () => {
    const world = await openScim()
    const { id } = await world.provision('ada')
    const bob = await world.provision('bob')
    const before = await everything(world, id, bob.id)
    for (const answer of [
      await world.send('POST', '/Users', newcomer('ADA')),
      await world.send(
        'PATCH',
        `/Users/${bob.id}`,
        patchOf({ op: 'replace', path: 'userName', value: 'Ada' }),
      ),
      await world.send('PUT', `/Users/${bob.id}`, newcomer('aDa')),
    ])
      expect(answer).toMatchObject({
        status: 409,
        body: { schemas: [errorSchema], status: '409', scimType: 'uniqueness' },
      })
    expect(await everything(world, id, bob.id)).toEqual(before)
  })

  it('row 85: another tenant’s name is free, and where names are unique in the whole roster, nothing says whose it is', async () => {
    const apart = await openScim()
    await apart.provision('ada', {}, 'token-of-beta')
    expect((await apart.send('POST', '/Users', newcomer('ada'))).status).toBe(201)
    const whole = await openScim({ roster: { userNameBoundary: 'roster' } })
    await whole.provision('ada', {}, 'token-of-beta')
    await whole.provision('eve')
    const [foreign, own] = [
      await whole.send('POST', '/Users', newcomer('ada')),
      await whole.send('POST', '/Users', newcomer('eve')),
    ]
    expect(foreign.status).toBe(409)
    expect(foreign.text).toBe(own.text.replaceAll('eve', 'ada'))
    expect(await whole.found('userName eq "ada"')).toEqual([])
  })
})

describe('a PATCH', () => {
  const first = { op: 'replace', path: 'name.givenName', value: 'Grace' }
  const second = { op: 'replace', path: 'active', value: false }
  const rich = { roles: [{ value: 'viewer' }], userType: 'Employee' }
  const failing: readonly (readonly [string, object, number, string | undefined])[] = [
    [
      'a path that there is not',
      { op: 'replace', path: 'shoeSize', value: 44 },
      400,
      'invalidPath',
    ],
    [
      'a path that is none',
      { op: 'replace', path: 'emails[type eq', value: 'x' },
      400,
      'invalidPath',
    ],
    [
      'an operation that there is not',
      { op: 'move', path: 'userName', value: 'x' },
      400,
      'invalidSyntax',
    ],
    [
      'an address that is none',
      { op: 'replace', path: 'emails', value: [{ value: 'nobody', primary: true }] },
      400,
      'invalidValue',
    ],
    [
      'a value of another type',
      { op: 'replace', path: 'userName', value: { a: 1 } },
      400,
      'invalidValue',
    ],
    ['what is read-only', { op: 'replace', path: 'id', value: 'x' }, 400, 'mutability'],
    ['a required attribute taken away', { op: 'remove', path: 'emails' }, 400, 'invalidValue'],
    [
      'a value that is not there',
      { op: 'replace', path: 'emails[value eq "x@example.com"]', value: { type: 'home' } },
      400,
      'noTarget',
    ],
    ['a remove of nothing', { op: 'remove' }, 400, 'noTarget'],
    [
      'a username that is taken',
      { op: 'replace', path: 'userName', value: 'bob' },
      409,
      'uniqueness',
    ],
    [
      'a role that there is not',
      { op: 'add', path: 'roles', value: [{ value: 'emperor' }] },
      400,
      'invalidValue',
    ],
    [
      'a field that single sign-on owns',
      { op: 'replace', path: 'locale', value: 'fr' },
      400,
      'mutability',
    ],
    [
      'an external id that is too long',
      { op: 'replace', path: 'externalId', value: 'x'.repeat(300) },
      400,
      'invalidValue',
    ],
  ]

  it.each(failing)(
    'row 87: whose third operation is about %s leaves the whole person as they were',
    async (_, third, status, scimType) => {
      const world = await openScim()
      await world.provision('bob')
      const { id } = await world.provision('ada', rich)
      await world.roster.claimFields({ userId: id, fields: ['locale'], owner: 'sso' })
      await world.roster.sessions.start({ userId: id })
      const before = await everything(world, id)
      const recorded = (await world.auditOf('acme')).length
      expect(
        await world.send(
          'PATCH',
          `/Users/${id}`,
          patchOf(first, second, third, { op: 'replace', path: 'userType', value: 'Guest' }),
        ),
      ).toMatchObject({ status, body: { schemas: [errorSchema], scimType } })
      expect(await everything(world, id)).toEqual(before)
      const since = (await world.auditOf('acme')).slice(recorded)
      expect(since.filter(({ outcome }) => outcome === 'succeeded')).toEqual([])
      expect(world.faults).toEqual([])
    },
  )

  it('row 87: that several commands carry out is one commit: the last of them refused, none is kept', async () => {
    const world = await openScim({
      roster: {
        roles: [
          {
            id: 'provisioner',
            name: 'Provisioner',
            description: 'All but deactivation.',
            permissions: [
              'user:read',
              'organization:read',
              'user:create',
              'user:update',
              'role:assign',
              'role:read',
              'group:read',
            ],
          },
        ],
      },
    })
    const account = await world.join('limited', 'acme', { roles: ['provisioner'] })
    const as = await world.token('limited', { userId: account.id })
    const { id } = await world.provision('ada', { externalId: '1' })
    const before = await everything(world, id)
    const recorded = (await world.auditOf('acme')).length
    const all = [first, { op: 'replace', path: 'externalId', value: '2' }]
    expect(
      await world.send('PATCH', `/Users/${id}`, patchOf(...all, second), { as }),
    ).toMatchObject({ status: 403 })
    expect(await everything(world, id)).toEqual(before)
    expect(
      (await world.auditOf('acme'))
        .slice(recorded)
        .map(({ operation, outcome, failure }) => [operation, outcome, failure]),
    ).toEqual([['users.deactivate', 'refused', 'not_permitted']])
    expect((await world.send('PATCH', `/Users/${id}`, patchOf(...all), { as })).status).toBe(200)
    expect(
      (await world.auditOf('acme'))
        .slice(recorded + 1)
        .map(({ operation, outcome }) => [operation, outcome]),
    ).toEqual([
      ['users.update', 'succeeded'],
      ['users.setExternalId', 'succeeded'],
    ])
    const creation = await world.send('POST', '/Users', newcomer('eve', { active: false }), { as })
    expect([creation.status, await world.found('userName eq "eve"')]).toEqual([403, []])
  })

  it('row 88: that adds a primary address takes the word from the one before, whichever way it is said', async () => {
    const primary = ({ emails }: User) =>
      emails.filter((email) => email.primary).map(({ value }) => value)
    for (const operation of [
      {
        op: 'add',
        path: 'emails',
        value: [{ value: 'two@example.com', type: 'home', primary: true }],
      },
      { op: 'add', path: 'emails', value: { value: 'two@example.com', primary: 'True' } },
      { op: 'Add', value: { emails: [{ value: 'two@example.com', primary: true }] } },
      { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
    ]) {
      const world = await openScim()
      const { id } = await world.provision(
        'ada',
        'path' in operation && operation.path.includes('[')
          ? {
              emails: [
                { value: 'one@example.com', type: 'work', primary: true },
                { value: 'two@example.com', type: 'home' },
              ],
            }
          : {},
      )
      expect((await world.send('PATCH', `/Users/${id}`, patchOf(operation))).status).toBe(200)
      const user = (await world.stands(id))!
      expect([primary(user), user.emails.length]).toEqual([['two@example.com'], 2])
    }
    const world = await openScim()
    expect(
      await world.send(
        'POST',
        '/Users',
        newcomer('ada', {
          emails: [
            { value: 'a@example.com', primary: true },
            { value: 'b@example.com', primary: true },
          ],
        }),
      ),
    ).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  })

  it('row 80: begun from one version twice is carried out once', async () => {
    const world = await openScim()
    const { id } = await world.provision('ada')
    const tag = (await world.send('GET', `/Users/${id}`)).headers.get('etag')!
    const answers = await Promise.all(
      ['A', 'B'].map((value) =>
        world.send(
          'PATCH',
          `/Users/${id}`,
          patchOf({ op: 'replace', path: 'name.givenName', value }),
          { headers: { 'if-match': tag } },
        ),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    for (const [method, body] of [
      ['PUT', newcomer('ada')],
      ['DELETE', undefined],
    ] as const)
      expect(
        (await world.send(method, `/Users/${id}`, body, { headers: { 'if-match': tag } })).status,
      ).toBe(412)
    expect(
      (
        await world.send('GET', `/Users/${id}`, undefined, {
          headers: {
            'if-none-match': (await world.send('GET', `/Users/${id}`)).headers.get('etag')!,
          },
        })
      ).status,
    ).toBe(304)
  })
})

describe('filters and lists', () => {
  const broken = [
    'userName xx "a"',
    'userName',
    'userName eq',
    'eq "a"',
    'userName eq "a',
    'userName eq a',
    '"a"',
    '()',
    'userName eq "a" and',
    'userName eq "a" userName eq "b"',
    'active gt true',
    'active co "t"',
    'active eq "maybe"',
    'active eq 1',
    'userName eq 5',
    'userName eq null',
    'userName eq true',
    'nothing eq "a"',
    'userName co "a"',
    'userName pr',
    'userName eq "a" or id eq "b"',
    'not (userName eq "a")',
    'emails[type eq "work"]',
    'emails[value eq "a"',
    'emails[emails[value eq "a"]]',
    'meta.lastModified gt 5',
    'meta.lastModified gt "soon"',
    'meta.lastModified co "2026-01-01T00:00:00Z"',
    'userName eq "a" and userName eq "b"',
    `userName eq "${'a'.repeat(3000)}"`,
    `${'('.repeat(10_000)}userName eq "a"${')'.repeat(10_000)}`,
    '('.repeat(10_000),
    `${'('.repeat(500)}userName eq "a"${')'.repeat(500)}`,
    'not '.repeat(400),
    `${'userName eq "a" and '.repeat(90)}active gt true`,
    '\u0000',
    ']]]',
    '{}',
    '--',
  ]

  it.each(broken.map((filter) => [filter.slice(0, 60), filter] as const))(
    'row 89: %j is refused as a filter, by GET and by search',
    async (_, filter) => {
      const world = await openScim()
      for (const path of ['Users', 'Groups']) {
        const { status, body } = await world.send('POST', `/${path}/.search`, { filter })
        expect({ status, schemas: body['schemas'] }, `${path} ${String(body.detail)}`).toEqual({
          status: 400,
          schemas: [errorSchema],
        })
        expect(['invalidFilter', 'invalidValue']).toContain(body.scimType)
      }
      if (filter.length < 5000)
        expect(
          (await world.send('GET', `/Users?filter=${encodeURIComponent(filter.toWellFormed())}`))
            .body.scimType,
        ).toMatch(/^invalid/)
      expect(
        (
          await world.send(
            'PATCH',
            `/Users/${(await world.provision('ada')).id}`,
            patchOf({ op: 'remove', path: `emails[${filter}]` }),
          )
        ).status,
      ).toBeGreaterThanOrEqual(200)
      expect(world.faults).toEqual([])
    },
  )

  it('row 90: never more than asked for, from 1 on, and the total is that of everybody the client may see', async () => {
    const world = await openScim({ handler: { maxResults: 4 } })
    for (let index = 0; index < 6; index++) await world.provision(`user${index}`)
    await world.provision('foreign', {}, 'token-of-beta')
    const page = async (query: string) => {
      const { status, body } = await world.send('GET', `/Users?${query}`)
      return [
        status,
        body.totalResults,
        body['startIndex'],
        body['itemsPerPage'],
        body.Resources?.length,
      ]
    }
    expect(await page('count=0')).toEqual([200, 7, 1, 0, 0])
    expect(await page('count=1')).toEqual([200, 7, 1, 1, 1])
    expect(await page('count=-1')).toEqual([200, 7, 1, 0, 0])
    expect(await page('count=1000000000')).toEqual([200, 7, 1, 4, 4])
    expect(await page('')).toEqual([200, 7, 1, 4, 4])
    for (const startIndex of ['0', '-5', '1'])
      expect(await page(`startIndex=${startIndex}&count=2`)).toEqual([200, 7, 1, 2, 2])
    expect(await page('startIndex=7&count=4')).toEqual([200, 7, 7, 1, 1])
    expect(await page('startIndex=99999999999999')).toEqual([200, 7, 10_000_000, 0, 0])
    for (const wrong of [
      'count=abc',
      'startIndex=1e3',
      'count=1.5',
      'startIndex=',
      'count=1&count=2',
    ])
      expect((await page(wrong))[0], wrong).toBe(400)
    const seen: string[] = []
    for (let startIndex = 1; startIndex <= 7; startIndex += 3)
      seen.push(
        ...(
          await world.send(
            'GET',
            `/Users?startIndex=${startIndex}&count=3&sortBy=userName&sortOrder=descending`,
          )
        ).body.Resources!.map(({ userName }) => String(userName)),
      )
    expect(seen).toEqual(['user5', 'user4', 'user3', 'user2', 'user1', 'user0', 'scim.acme'])
  })

  it('row 91: whatever is asked for or left out, schemas and id are there', async () => {
    const world = await openScim()
    const { id } = await world.provision('ada')
    const keys = async (query: string) =>
      Object.keys((await world.send('GET', `/Users/${id}?${query}`)).body).sort()
    expect(await keys('attributes=userName')).toEqual(['id', 'schemas', 'userName'])
    expect(await keys('attributes=urn:ietf:params:scim:schemas:core:2.0:User:USERNAME')).toEqual([
      'id',
      'schemas',
      'userName',
    ])
    expect(await keys('attributes=nothing')).toEqual(['id', 'schemas'])
    expect(
      await keys(
        'excludedAttributes=id,schemas,meta,groups,emails,roles,name,displayName,phoneNumbers,active,userName',
      ),
    ).toEqual(['id', 'schemas'])
    expect(
      (await world.send('GET', `/Users/${id}?attributes=name.givenName,emails.value`)).body,
    ).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      id,
      name: { givenName: 'Ada' },
      emails: [{ value: 'ada@example.com' }],
    })
    expect(
      (await world.send('GET', `/Users/${id}?excludedAttributes=name.givenName`)).body['name'],
    ).toEqual({ familyName: 'Lovelace', formatted: 'Ada Lovelace' })
    expect(
      Object.keys(
        (await world.send('POST', '/Users?attributes=userName', newcomer('bob'))).body,
      ).sort(),
    ).toEqual(['id', 'schemas', 'userName'])
    for (const one of (await world.send('GET', '/Users?attributes=active')).body.Resources!)
      expect(Object.keys(one).sort()).toEqual(['active', 'id', 'schemas'])
  })
})

describe('tokens', () => {
  const doors: readonly (readonly [string, string, object?])[] = [
    ['GET', '/Users'],
    ['POST', '/Users', newcomer('ada')],
    ['GET', `/Users/${idOf(1)}`],
    ['PUT', `/Users/${idOf(1)}`, newcomer('x')],
    ['PATCH', `/Users/${idOf(1)}`, patchOf()],
    ['DELETE', `/Users/${idOf(1)}`],
    ['GET', '/Groups'],
    ['POST', '/Groups', { displayName: 'x' }],
    ['DELETE', `/Groups/${idOf(1)}`],
    ['POST', '/Bulk', {}],
    ['POST', '/Users/.search', {}],
    ['GET', '/nothing'],
  ]

  it('row 92: none, or a bad one, is a 401 that says how to sign in, in a body of the protocol, and changes nothing', async () => {
    const asked: string[] = []
    const world = await openScim()
    const before = await everything(world)
    for (const [method, path, body] of doors) {
      for (const authorization of [
        '',
        'Bearer wrong',
        'Bearer ',
        'Basic dG9rZW4tb2YtYWNtZTo=',
        'token-of-acme',
        'Bearer token-of-acmE',
        'Bearer token-of-acme x',
      ]) {
        const answer = await world.send(method, path, body, {
          as: null,
          headers: authorization === '' ? { cookie: 'token=token-of-acme' } : { authorization },
        })
        expect(answer, `${method} ${path} ${authorization}`).toMatchObject({
          status: 401,
          body: { schemas: [errorSchema], status: '401' },
        })
        expect([
          answer.headers.get('www-authenticate'),
          answer.headers.get('content-type'),
          answer.headers.get('cache-control'),
        ]).toEqual(['Bearer realm="SCIM"', 'application/scim+json; charset=utf-8', 'no-store'])
      }
      expect(
        (await world.send(method, `${path}?access_token=token-of-acme`, body, { as: null })).status,
      ).toBe(401)
    }
    expect(await everything(world)).toEqual(before)
    const cookies = await openScim({
      handler: { client: (request) => (asked.push(request.url), null) },
    })
    await cookies.send('GET', '/Users', undefined, { as: null, headers: { cookie: 'sid=1' } })
    expect(asked).toEqual([])
  })

  it('row 92: what the server can do is told without one', async () => {
    const world = await openScim()
    for (const path of [
      '/ServiceProviderConfig',
      '/ResourceTypes',
      '/ResourceTypes/User',
      '/Schemas',
      '/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group',
    ])
      expect((await world.send('GET', path, undefined, { as: null })).status, path).toBe(200)
    expect([
      (await world.send('GET', '/Schemas/nothing', undefined, { as: null })).status,
      (await world.send('POST', '/Schemas', {}, { as: null })).status,
    ]).toEqual([404, 405])
  })

  it('row 92: of an account that was suspended, deleted or never was opens nothing from the next request on', async () => {
    const world = await openScim()
    const admin = await world.join('above', 'harbour', { roles: ['administrator'] })
    const as = await world.token('nobody', { userId: idOf(424_242) })
    expect((await world.send('GET', '/Users', undefined, { as })).status).toBe(401)
    await world.as(admin).users.lock({ userId: world.accounts.acme.id, reason: 'Leaked.' })
    expect((await world.send('POST', '/Users', newcomer('ada'))).status).toBe(403)
    await world.as(admin).users.delete({ userId: world.accounts.beta.id, userName: 'scim.beta' })
    expect((await world.send('GET', '/Users', undefined, { as: 'token-of-beta' })).status).toBe(403)
  })
})

describe('bulk', () => {
  const bulk = (Operations: object[], more: object = {}) => ({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations,
    ...more,
  })
  const create = (bulkId: string, userName: string, more: object = {}) => ({
    method: 'POST',
    path: '/Users',
    bulkId,
    data: newcomer(userName, more),
  })
  const group = (bulkId: string, ...members: string[]) => ({
    method: 'POST',
    path: '/Groups',
    bulkId,
    data: { displayName: bulkId, members: members.map((value) => ({ value })) },
  })
  const outcome = ({ body }: ScimAnswer) =>
    (body['Operations'] as { bulkId?: string; status: string }[]).map(({ bulkId, status }) => [
      bulkId,
      status,
    ])

  it('row 93: over the limits is a 413, and nothing is carried out', async () => {
    const world = await openScim({ handler: { maxOperations: 3, maxBodyBytes: 4000 } })
    expect(
      await world.send(
        'POST',
        '/Bulk',
        bulk(['a', 'b', 'c', 'd'].map((name) => create(name, name))),
      ),
    ).toMatchObject({ status: 413, body: { schemas: [errorSchema] } })
    expect(
      (await world.send('POST', '/Bulk', bulk([create('a', 'a', { nickName: 'x'.repeat(5000) })])))
        .status,
    ).toBe(413)
    expect((await world.send('GET', '/Users?count=0')).body.totalResults).toBe(1)
    expect((await world.send('GET', '/ServiceProviderConfig')).body['bulk']).toEqual({
      supported: true,
      maxOperations: 3,
      maxPayloadSize: 4000,
    })
  })

  it('row 93: what one operation names of another is made first, in whatever order they stand', async () => {
    const world = await openScim()
    const answer = await world.send(
      'POST',
      '/Bulk',
      bulk([
        group('team', 'bulkId:ada', 'bulkId:bob'),
        {
          method: 'PATCH',
          path: '/Users/bulkId:ada',
          data: patchOf({ op: 'replace', path: 'active', value: false }),
        },
        create('bob', 'bob'),
        create('ada', 'ada'),
      ]),
    )
    expect(outcome(answer)).toEqual([
      ['team', '201'],
      [undefined, '200'],
      ['bob', '201'],
      ['ada', '201'],
    ])
    const [ada] = await world.found('userName eq "ada" and active eq false')
    const [team] = (await world.send('GET', '/Groups')).body.Resources!
    expect(new Set((team!['members'] as { value: string }[]).map(({ value }) => value))).toEqual(
      new Set([ada, ...(await world.found('userName eq "bob"'))]),
    )
  })

  it('row 93: operations that wait for each other, or for nothing, are refused by themselves, and end', async () => {
    const world = await openScim()
    const answer = await world.send(
      'POST',
      '/Bulk',
      bulk([
        group('a', 'bulkId:b'),
        group('b', 'bulkId:a'),
        group('c', 'bulkId:c'),
        group('d', 'bulkId:nobody'),
        create('bad', 'no one'),
        group('e', 'bulkId:bad'),
        create('ada', 'ada'),
      ]),
    )
    expect(outcome(answer)).toEqual([
      ['a', '409'],
      ['b', '409'],
      ['c', '409'],
      ['d', '409'],
      ['bad', '400'],
      ['e', '409'],
      ['ada', '201'],
    ])
    expect((await world.send('GET', '/Groups')).body.totalResults).toBe(0)
    expect(world.faults).toEqual([])
  })

  it('row 93: ends after as many errors as the client allows, and refuses what is no bulk request', async () => {
    const world = await openScim()
    expect(
      outcome(
        await world.send(
          'POST',
          '/Bulk',
          bulk([create('a', 'a a'), create('b', 'b'), create('c', 'c c'), create('d', 'd')], {
            failOnErrors: 2,
          }),
        ),
      ),
    ).toEqual([
      ['a', '400'],
      ['b', '201'],
      ['c', '400'],
    ])
    for (const body of [
      {},
      bulk([create('x', 'x'), create('x', 'y')]),
      bulk([{ method: 'GET', path: '/Users' }]),
      bulk([{ method: 'POST', path: '/Users' }]),
      bulk([{ method: 'POST', bulkId: 'x' }]),
      bulk([{ method: 'POST', path: '/Users', bulkId: 'x', data: [] }]),
      bulk([null as never]),
      { schemas: bulk([]).schemas, Operations: 'x' },
    ])
      expect((await world.send('POST', '/Bulk', body)).status).toBe(400)
    expect(
      outcome(
        await world.send(
          'POST',
          '/Bulk',
          bulk([
            { method: 'POST', path: '/Bulk', bulkId: 'x', data: {} },
            { method: 'DELETE', path: '/Users' },
          ]),
        ),
      ),
    ).toEqual([
      ['x', '404'],
      [undefined, '405'],
    ])
    expect(await world.found('userName eq "d"')).toEqual([])
  })
})

describe('an external id', () => {
  it('row 94: is a label: taken for no id, no username and no address, and unique to nothing', async () => {
    const world = await openScim()
    const victim = await world.provision('victim', { externalId: 'v' })
    const labels = [
      '1',
      victim.id,
      'victim',
      'victim@example.com',
      world.accounts.acme.id,
      world.accounts.beta.id,
      'v',
    ]
    const labelled: string[] = []
    for (const [index, externalId] of labels.entries())
      labelled.push((await world.provision(`eve${index}`, { externalId })).id)
    for (const [index, label] of labels.entries()) {
      const got = await world.send('GET', `/Users/${encodeURIComponent(label)}`)
      expect([200, 404]).toContain(got.status)
      expect(labelled).not.toContain(got.body.id)
      for (const filter of ['id', 'userName', 'emails.value'])
        for (const id of await world.found(`${filter} eq "${label}"`))
          expect(labelled, `${filter} eq ${label}`).not.toContain(id)
      expect(await world.found(`externalId eq "${label}"`)).toContain(labelled[index])
    }
    expect(await world.found('externalId eq "v"')).toEqual([victim.id, labelled.at(-1)])
    expect(await world.found('externalId eq "V"')).toEqual([])
    await world.send(
      'PATCH',
      `/Users/${victim.id}`,
      patchOf({ op: 'replace', path: 'active', value: false }),
    )
    expect(await world.found('active eq false')).toEqual([victim.id])
    const other = await world.provision('other', { externalId: 'v' }, 'token-of-beta')
    expect(await world.found('externalId eq "v"', 'token-of-beta')).toEqual([other.id])
  })

  it('row 94: is set through SCIM and by no other door', async () => {
    const world = await openScim()
    const admin = await world.join('above', 'harbour', { roles: ['administrator'] })
    const { id } = await world.provision('ada', { externalId: 'x' })
    const version = (await world.stands(id))!.version
    for (const [name, input] of [
      ['users.setExternalId', { userId: id, externalId: 'mine' }],
      ['users.lookup', { externalId: 'x' }],
      ['groups.update', { organizationId: world.places.acme, groupId: id, externalId: 'x' }],
      ['groups.delete', { organizationId: world.places.acme, groupId: id }],
      ['groups.lookup', {}],
    ] as const) {
      for (const caller of [
        { userId: admin.id },
        { userId: world.accounts.acme.id },
        'system',
      ] as const)
        expect(await world.roster.execute(name, { caller, input }), name).toMatchObject({
          ok: false,
          failure: { code: 'not_found' },
        })
    }
    const { users } = world.as(admin)
    for (const call of [
      () => users.update({ userId: id, version, externalId: 'mine' } as never),
      () =>
        users.create({
          organizationId: world.places.acme,
          ...newcomer('bob'),
          externalId: 'mine',
        } as never),
    ])
      expect(await refusalOf(call())).toBe('invalid_input')
    expect(await world.stands(id)).toMatchObject({ externalId: 'x', version })
  })
})

describe('other tenants, and those above', () => {
  const requests = (id: string): readonly (readonly [string, string, object?])[] => [
    ['GET', `/Users/${id}`],
    ['PUT', `/Users/${id}`, newcomer('mine')],
    ['PATCH', `/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false })],
    ['DELETE', `/Users/${id}`],
    ['GET', `/Groups/${id}`],
    ['PUT', `/Groups/${id}`, { displayName: 'Mine' }],
    ['PATCH', `/Groups/${id}`, patchOf({ op: 'replace', path: 'displayName', value: 'Mine' })],
    ['DELETE', `/Groups/${id}`],
  ]

  it('row 95: an id of another tenant is answered as one that never was, byte for byte, and nothing changes there', async () => {
    const world = await openScim()
    const theirs = await world.provision('theirs', { externalId: 'x' }, 'token-of-beta')
    const group = (
      await world.send(
        'POST',
        '/Groups',
        { displayName: 'Theirs', members: [{ value: theirs.id }] },
        { as: 'token-of-beta' },
      )
    ).body
    const [before, recorded] = [
      await everything(world, theirs.id),
      (await world.auditOf('beta')).length,
    ]
    const never = idOf(999_999)
    for (const id of [theirs.id, group.id, world.accounts.beta.id, world.accounts.harbour.id]) {
      for (const [index, [method, path, body]] of requests(id).entries()) {
        const [, unknown, sameBody] = requests(never)[index]!
        const [answer, expected] = [
          await world.send(method, path, body),
          await world.send(method, unknown, sameBody),
        ]
        expect(told(answer), `${method} ${path}`).toEqual(told(expected))
        expect(answer.status).toBe(404)
      }
    }
    for (const filter of [
      'userName eq "theirs"',
      `id eq "${theirs.id}"`,
      'externalId eq "x"',
      'emails eq "theirs@example.com"',
      `groups eq "${group.id}"`,
    ])
      expect(await world.found(filter), filter).toEqual([])
    expect(
      (await world.send('GET', `/Groups?filter=${encodeURIComponent(`members eq "${theirs.id}"`)}`))
        .body.totalResults,
    ).toBe(0)
    expect([await everything(world, theirs.id), (await world.auditOf('beta')).length]).toEqual([
      before,
      recorded,
    ])
  })

  it('row 95: nobody of another tenant is put into a group, and nobody into another tenant’s', async () => {
    const world = await openScim()
    const [mine, theirs] = [
      await world.provision('mine'),
      await world.provision('theirs', {}, 'token-of-beta'),
    ]
    const before = await everything(world, mine.id, theirs.id)
    const [foreign, never] = [theirs.id, idOf(999_999)].map((value) => ({
      displayName: 'Spies',
      members: [{ value: mine.id }, { value }],
    }))
    const [answer, expected] = [
      await world.send('POST', '/Groups', foreign),
      await world.send('POST', '/Groups', never),
    ]
    expect([told(answer), answer.status]).toEqual([told(expected), 400])
    expect(await everything(world, mine.id, theirs.id)).toEqual(before)
  })

  it('row 95: a token of the partner that is narrowed to one tenant reaches no other, nor the partner itself', async () => {
    const world = await openScim()
    const as = await world.token('narrow', {
      userId: world.accounts.harbour.id,
      organizationId: world.places.acme,
    })
    const [theirs, above] = [
      await world.provision('theirs', {}, 'token-of-beta'),
      await world.provision('above', {}, 'token-of-harbour'),
    ]
    const mine = await world.provision('mine', {}, as)
    expect((await world.stands(mine.id))!.organizationId).toBe(world.places.acme)
    for (const id of [theirs.id, above.id])
      for (const [method, path, body] of requests(id).slice(0, 4))
        expect((await world.send(method, path, body, { as })).status, `${method} ${path}`).toBe(404)
    expect(
      (await world.send('GET', '/Users?sortBy=userName', undefined, { as })).body.Resources!.map(
        ({ userName }) => userName,
      ),
    ).toEqual(['mine', 'scim.acme'])
    expect(
      (await world.send('GET', '/Users', undefined, { as: 'token-of-harbour' })).body.totalResults,
    ).toBe(6)
    // From above it outranks the tenant's own administrators, as its account does everywhere.
    expect(
      (
        await world.send(
          'PATCH',
          `/Users/${world.accounts.acme.id}`,
          patchOf({ op: 'replace', path: 'active', value: false }),
          { as },
        )
      ).status,
    ).toBe(200)
    const beyond = await world.token('beyond', {
      userId: world.accounts.acme.id,
      organizationId: world.places.beta,
    })
    expect((await world.send('POST', '/Users', newcomer('x'), { as: beyond })).status).toBe(403)
  })

  const ways: readonly (readonly [string, (role: string) => readonly [string, string, object]])[] =
    [
      [
        'create',
        (role) => [
          'POST',
          '/Users',
          newcomer('new', { roles: [{ value: 'viewer' }, { value: role }] }),
        ],
      ],
      ['PUT', (role) => ['PUT', '/Users/ID', newcomer('ada', { roles: [{ value: role }] })]],
      [
        'PATCH',
        (role) => [
          'PATCH',
          '/Users/ID',
          patchOf({ op: 'add', path: 'roles', value: [{ value: role }] }),
        ],
      ],
      [
        'PATCH without a path',
        (role) => ['PATCH', '/Users/ID', patchOf({ op: 'Replace', value: { roles: [role] } })],
      ],
      [
        'PATCH with a condition',
        (role) => [
          'PATCH',
          '/Users/ID',
          patchOf({ op: 'replace', path: 'roles[primary eq "True"].value', value: role }),
        ],
      ],
    ]
  it.each(ways)('rows 7 and 95: no role above the token’s rank is given by %s', async (_, way) => {
    const permissions = [
      'user:read',
      'organization:read',
      'user:create',
      'user:update',
      'role:assign',
      'role:read',
      'group:read',
    ] as const
    const world = await openScim({
      roster: {
        roles: [
          { id: 'provisioner', name: 'Provisioner', description: 'Adds people.', permissions },
          {
            id: 'greeter',
            name: 'Greeter',
            description: 'Sees people.',
            permissions: ['user:read'],
          },
        ],
      },
    })
    const account = await world.join('limited', 'acme', { roles: ['provisioner'] })
    const as = await world.token('limited', { userId: account.id })
    const { id } = await world.provision('ada', {}, as)
    const before = await everything(world, id)
    for (const role of ['administrator', 'support']) {
      const [method, path, body] = way(role)
      expect(await world.send(method, path.replace('ID', id), body, { as }), role).toMatchObject({
        status: 403,
        body: { schemas: [errorSchema], status: '403' },
      })
    }
    expect(await everything(world, id)).toEqual(before)
    const [method, path, body] = way('greeter')
    const allowed = await world.send(
      method,
      path.replace('ID', id),
      JSON.parse(JSON.stringify(body).replace('viewer', 'greeter')),
      { as },
    )
    expect([200, 201, 400]).toContain(allowed.status)
  })

  it('row 8: peers, superiors and the token’s own account are not changed', async () => {
    const world = await openScim()
    const peer = await world.join('peer', 'acme', { roles: ['administrator'] })
    const guest = await world.join('guest', 'acme', { roles: [['administrator', 'platform']] })
    const before = await everything(world, peer.id, guest.id, world.accounts.acme.id)
    for (const { id, userName } of [peer, guest, world.accounts.acme]) {
      for (const [method, body] of [
        ['PATCH', patchOf({ op: 'replace', path: 'active', value: false })],
        ['PATCH', patchOf({ op: 'replace', path: 'name.givenName', value: 'X' })],
        ['PATCH', patchOf({ op: 'add', path: 'roles', value: [{ value: 'viewer' }] })],
        ['DELETE', undefined],
      ] as const) {
        const own =
          id === world.accounts.acme.id && JSON.stringify(body ?? '').includes('givenName')
        if (!own)
          expect(
            (await world.send(method, `/Users/${id}`, body)).status,
            `${method} ${userName}`,
          ).toBe(403)
      }
    }
    expect(await everything(world, peer.id, guest.id, world.accounts.acme.id)).toEqual(before)
  })
})

describe('deactivation', () => {
  const ways: readonly (readonly [string, string, object])[] = [
    ['Okta’s PATCH', 'PATCH', patchOf({ op: 'replace', value: { active: false } })],
    [
      'Entra ID’s PATCH with a boolean',
      'PATCH',
      patchOf({ op: 'Replace', path: 'active', value: false }),
    ],
    [
      'Entra ID’s PATCH with text',
      'PATCH',
      patchOf({ op: 'Replace', path: 'active', value: 'False' }),
    ],
    ['text without a path', 'PATCH', patchOf({ op: 'replace', value: { Active: 'false' } })],
    ['Okta’s PUT', 'PUT', newcomer('ada', { active: false })],
    ['a PUT with text', 'PUT', newcomer('ada', { active: 'False' })],
  ]
  it.each(ways)(
    'row 96: by %s ends every session in the same commit, and comes back by the same way',
    async (_, method, body) => {
      const ended: string[] = []
      const world = await openScim({
        roster: { sessionRevoker: { revoke: async (userId) => void ended.push(userId) } },
      })
      const { id } = await world.provision('ada')
      const { sessionId } = await world.roster.sessions.start({ userId: id })
      expect((await world.roster.sessions.check({ userId: id, sessionId })).good).toBe(true)
      expect(await world.send(method, `/Users/${id}`, body)).toMatchObject({
        status: 200,
        body: { active: false },
      })
      expect([
        (await world.roster.sessions.check({ userId: id, sessionId })).good,
        (await everything(world, id)).sessions,
        ended,
      ]).toEqual([false, [], [id]])
      expect((await world.stands(id))!.lifecycle).toMatchObject({
        state: 'deactivated',
        actor: { id: world.accounts.acme.id },
      })
      expect(await world.found('active eq "False"')).toEqual([id])
      const back = JSON.parse(JSON.stringify(body).replace(/"?false"?/i, 'true')) as object
      expect(await world.send(method, `/Users/${id}`, back)).toMatchObject({
        status: 200,
        body: { active: true },
      })
      expect([
        (await world.stands(id))!.lifecycle.state,
        (await world.roster.sessions.check({ userId: id, sessionId })).good,
      ]).toEqual(['active', false])
    },
  )

  it('row 96: a delete ends sessions too, and the person is gone for the client, whatever it asks', async () => {
    const world = await openScim()
    const { id } = await world.provision('ada', { externalId: 'x' })
    const { sessionId } = await world.roster.sessions.start({ userId: id })
    expect((await world.send('DELETE', `/Users/${id}`)).status).toBe(204)
    expect((await world.roster.sessions.check({ userId: id, sessionId })).good).toBe(false)
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', newcomer('ada')],
      ['PATCH', patchOf({ op: 'replace', path: 'active', value: true })],
      ['DELETE', undefined],
    ] as const)
      expect((await world.send(method, `/Users/${id}`, body)).status, method).toBe(404)
    expect([
      await world.found('userName eq "ada"'),
      await world.found('externalId eq "x"'),
      await world.found(`id eq "${id}"`),
    ]).toEqual([[], [], []])
    expect((await world.stands(id))!.lifecycle.state).toBe('deleted')
  })
})
