import { createRosterHandler, failureStatus } from '@rosterkit/adapters/server'
import { createRosterClient } from '@rosterkit/adapters/client'
import { contract, failures, isOperationError } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { openWorld, refusalOf } from '../world.ts'

const host = 'http://portal.test'

async function openPortal() {
  const world = await openWorld()
  const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
  const ada = await world.join('ada', 'acme')
  const faults: unknown[] = []
  let callerId: string | null = admin.id
  const handler = createRosterHandler(world.roster, {
    caller: () => callerId,
    address: () => '192.0.2.7',
    onFault: (fault) => faults.push(fault),
  })
  const fetch = (path: string, init: RequestInit = {}) =>
    handler(new Request(`${host}${path}`, init))
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`/api/roster${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(Object.keys(headers).some((name) => ['origin', 'sec-fetch-site'].includes(name))
          ? {}
          : { origin: host }),
        ...headers,
      },
    })
  const client = createRosterClient({
    baseUrl: `${host}/api/roster`,
    fetch: (input, init) => handler(new Request(input, init)),
  })
  return {
    ...world,
    handler,
    admin,
    ada,
    fetch,
    post,
    client,
    faults,
    signOut: () => void (callerId = null),
  }
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = (await response.json()) as {
    status: number
    code: string
    type: string
    detail: string
    requestId: string
  }
  expect(problem.status).toBe(response.status)
  expect(problem.type).toBe(`urn:rosterkit:problem:${problem.code}`)
  expect(problem.requestId).toBe(response.headers.get('x-request-id'))
  return problem
}

describe('the client over the handler', () => {
  it('carries a whole round: list, create, lock, get', async () => {
    const { client, places, admin } = await openPortal()
    const created = await client.users.create({
      organizationId: places.acme,
      userName: 'łukasz',
      name: { givenName: 'Łukasz', familyName: 'Żak' },
      emails: [{ value: 'l@example.com', primary: true }],
    })
    expect(
      (
        await client.users.list({
          search: 'lukasz z',
          status: ['PROVISIONED', 'ACTIVE'],
          limit: 10,
        })
      ).items.map((user) => user.id),
    ).toEqual([created.id])
    expect(
      (
        await client.users.count({
          facet: 'organization',
          values: [places.acme],
          mfa: ['not_required'],
          dormant: false,
          expiring: false,
        })
      ).counts,
    ).toEqual([{ value: places.acme, count: { value: 3, exact: true } }])
    await client.users.lock({ userId: created.id, reason: 'Not yet.' })
    const seen = await client.users.get({ userId: created.id })
    expect(seen.status.reasons[0]).toMatchObject({
      status: 'LOCKED_BY_ADMIN',
      reason: 'Not yet.',
      actor: { id: admin.id },
    })
    expect(
      await client.users.checkUserName({ organizationId: places.acme, userName: 'ŁUKASZ' }),
    ).toEqual({ available: false })
  })

  it('asks for a plan, and carries out what it says or nothing', async () => {
    const { client, ada, fetch, post } = await openPortal()
    const locking = { userId: ada.id, reason: 'Not yet.' }
    const { plan, items } = await client.plan(contract.users.lock, locking)
    expect(items).toMatchObject([
      { planned: true, subject: { id: ada.id }, changes: [{ field: 'locks', before: [] }] },
    ])
    expect((await client.users.get({ userId: ada.id })).status.status).toBe('ACTIVE')
    expect(await refusalOf(client.users.lock({ ...locking, reason: 'Another.' }, { plan }))).toBe(
      'stale_plan',
    )
    await client.users.lock(locking, { plan })
    expect((await client.users.get({ userId: ada.id })).status.status).toBe('LOCKED_BY_ADMIN')
    // There are no plans of queries, nor of what is done with a link.
    expect((await problemOf(await fetch(`/api/roster/plans/users/${ada.id}`))).code).toBe(
      'method_not_allowed',
    )
    expect((await problemOf(await post('/plans/redeem/password', {}))).code).toBe('no_such_route')
    expect(
      (await fetch(`/api/roster/plans/users/${ada.id}`, { method: 'OPTIONS' })).headers.get(
        'allow',
      ),
    ).toBe('PATCH, OPTIONS')
  })

  it('rejects with the server’s code, details and request id', async () => {
    const { client, ada } = await openPortal()
    const error: unknown = await client.users
      .update({ userId: ada.id, version: 7, userType: 'x' })
      .catch((thrown: unknown) => thrown)
    if (!isOperationError(error)) throw new Error('not an OperationError')
    expect(error.failure).toEqual({ code: 'stale_version', details: { expected: 7, actual: 1 } })
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(error.message).toContain('Reload')
  })

  it('pages through a list by its cursors', async () => {
    const { client, join } = await openPortal()
    for (let index = 0; index < 7; index++) await join(`person-${index}`, 'acme')
    const names: string[] = []
    for (let cursor: string | undefined | null; cursor !== null;) {
      const page = await client.users.list({
        limit: 2,
        sort: 'userName',
        direction: 'descending',
        ...(cursor ? { cursor } : {}),
      })
      names.push(...page.items.map((user) => user.userName))
      cursor = page.nextCursor
    }
    expect(names).toEqual([
      'person-6',
      'person-5',
      'person-4',
      'person-3',
      'person-2',
      'person-1',
      'person-0',
      'admin',
      'ada',
    ])
  })

  it.each([
    [
      'an HTML page of a proxy',
      () =>
        new Response('<h1>Bad gateway</h1>', {
          status: 502,
          headers: { 'content-type': 'text/html' },
        }),
    ],
    ['an empty body', () => new Response(null, { status: 500 })],
    ['broken JSON', () => new Response('{"items":[', { status: 200 })],
    ['a problem of somebody else', () => Response.json({ error: 'conflict' }, { status: 409 })],
    ['a network that is down', () => Promise.reject(new TypeError('fetch failed'))],
  ])('says “unavailable” for %s', async (_, answer) => {
    const client = createRosterClient({
      baseUrl: `${host}/api/roster`,
      fetch: async () => answer(),
    })
    expect(
      await refusalOf(
        client.users.lock({ userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'x' }),
      ),
    ).toBe('unavailable')
  })
})

describe('a client on a bad line', () => {
  it('sends a command again whose answer was lost, and it is carried out once', async () => {
    const { handler, ada, storage } = await openPortal()
    const keys: (string | null)[] = []
    const client = createRosterClient({
      baseUrl: `${host}/api/roster`,
      fetch: async (input, init) => {
        const request = new Request(input, init)
        keys.push(request.headers.get('idempotency-key'))
        const response = await handler(request)
        if (keys.length < 3) throw new TypeError('fetch failed')
        return response
      },
    })
    expect((await client.users.lock({ userId: ada.id, reason: 'x' })).status.status).toBe(
      'LOCKED_BY_ADMIN',
    )
    expect(keys).toEqual([expect.stringMatching(/^[\w-]{10,}$/), keys[0], keys[0]])
    expect((await storage.read((tx) => tx.users.find(ada.id)))?.version).toBe(2)
    await client.users.unlock({ userId: ada.id })
    expect(keys[3]).not.toBe(keys[0])
  })

  it('leaves it to the server to refuse what no address can hold', async () => {
    const { client } = await openPortal()
    const half = JSON.parse('"\\ud800"') as string
    expect(await refusalOf(client.users.get({ userId: half }))).toBe('invalid_input')
    expect(await refusalOf(client.users.lock({ userId: half, reason: half }))).toBe('invalid_input')
    expect((await client.users.list({ search: half })).items).toEqual([])
  })

  it('sends what comes with a link once', async () => {
    let sent = 0
    const client = createRosterClient({
      baseUrl: `${host}/api/roster`,
      fetch: async () => (sent++, new Response(null, { status: 502 })),
    })
    expect(
      await refusalOf(client.redeem.setPassword({ token: 'x', password: 'seven quiet harbours' })),
    ).toBe('unavailable')
    expect(sent).toBe(1)
  })
})

it('reads a refusal of a newer server in that server’s words', async () => {
  const client = createRosterClient({
    baseUrl: `${host}/api/roster`,
    fetch: async () =>
      Response.json({ code: 'new_thing', title: 'New', detail: 'Do that.' }, { status: 409 }),
  })
  await expect(
    client.users.lock({ userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'x' }),
  ).rejects.toMatchObject({ code: 'new_thing', title: 'New', message: 'Do that.' })
})

describe('the handler', () => {
  it('answers every refusal as a problem document with a status of its own', () => {
    expect(Object.keys(failureStatus).sort()).toEqual(Object.keys(failures).sort())
  })

  it('asks a stranger to sign in, whatever they send, and records the attempt', async () => {
    const portal = await openPortal()
    portal.signOut()
    const answers = await Promise.all([
      portal.fetch('/api/roster/users'),
      portal.post(`/users/${portal.ada.id}/lock`, { reason: 'x' }),
      portal.post(`/users/${portal.ada.id}/lock`, { nonsense: true }),
    ])
    for (const answer of answers)
      expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'unauthenticated' })
    const attempts = await portal.auditOf('platform')
    expect(
      attempts.map((event) => [
        event.operation,
        event.failure,
        event.actor.kind,
        event.origin.address,
      ]),
    ).toEqual([
      ['users.list', 'unauthenticated', 'anonymous', '192.0.2.7'],
      ['users.lock', 'unauthenticated', 'anonymous', '192.0.2.7'],
      ['users.lock', 'unauthenticated', 'anonymous', '192.0.2.7'],
    ])
  })

  it('never lets an answer be stored or sniffed', async () => {
    const { fetch } = await openPortal()
    const answer = await fetch('/api/roster/users')
    expect([
      answer.headers.get('cache-control'),
      answer.headers.get('x-content-type-options'),
      answer.headers.get('content-type'),
    ]).toEqual(['no-store', 'nosniff', 'application/json; charset=utf-8'])
  })

  it('refuses methods that an address does not have, and names those it has', async () => {
    const { fetch, ada } = await openPortal()
    const refused = await fetch(`/api/roster/users/${ada.id}/lock`, {
      headers: { 'x-http-method-override': 'POST' },
    })
    expect(await problemOf(refused)).toMatchObject({ status: 405 })
    expect(refused.headers.get('allow')).toBe('POST, OPTIONS')
    expect((await fetch('/api/roster/users', { method: 'OPTIONS' })).headers.get('allow')).toBe(
      'GET, POST, HEAD, OPTIONS',
    )
    const head = await fetch('/api/roster/users', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(await problemOf(await fetch('/api/roster/nowhere'))).toMatchObject({
      status: 404,
      code: 'no_such_route',
    })
  })

  it.each([
    ['a form', 'reason=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', '{"reason":"x"}', { 'content-type': 'text/plain' }, 415],
    ['another site, by Sec-Fetch-Site', { reason: 'x' }, { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling site', { reason: 'x' }, { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { reason: 'x' }, { origin: 'https://evil.test' }, 403],
    ['the null origin', { reason: 'x' }, { origin: 'null' }, 403],
    ['broken JSON', '{"reason":', {}, 400],
    ['a list', [1], {}, 400],
    ['JSON 10,000 deep', `{"reason":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, {}, 400],
    ['2 MB', { reason: 'x'.repeat(2_000_000) }, {}, 413],
    [
      'another subject in the body',
      { reason: 'x', userId: '0198f0c0-7e00-7000-8000-00000000ffff' },
      {},
      400,
    ],
  ] as [string, unknown, Record<string, string>, number][])(
    'refuses a change from %s',
    async (_, body, headers, status) => {
      const { post, ada, storage, faults } = await openPortal()
      const answer = await post(`/users/${ada.id}/lock`, body, headers)
      expect(await problemOf(answer)).toMatchObject({ status })
      expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
      expect(faults).toEqual([])
    },
  )

  it('accepts a change from the portal’s own pages', async () => {
    const { post, ada } = await openPortal()
    expect(
      (
        await post(
          `/users/${ada.id}/lock`,
          { reason: 'x' },
          { origin: host, 'sec-fetch-site': 'same-origin' },
        )
      ).status,
    ).toBe(200)
  })

  it.each([
    ['repeated', 'sort=userName&sort=status'],
    ['unknown', 'colour=red'],
    ['not a number', 'limit=1e3'],
    ['too large', 'limit=1000'],
    ['a column outside the list', 'sort=password'],
    ['not an id', 'organization=1%27--'],
    ['not a status', 'status=ACTIVE,ROOT'],
    ['a forged cursor', 'cursor=abc.def'],
  ])('refuses a parameter that is %s', async (_, query) => {
    const { fetch } = await openPortal()
    expect(await problemOf(await fetch(`/api/roster/users?${query}`))).toMatchObject({
      status: 400,
    })
  })

  it.each(['1', '[]', '%00', 'null', '1e3', 'x'.repeat(10_000), '%E0%A4%A'])(
    'answers 400 or 404, never 500, to the id %s',
    async (id) => {
      const { fetch, faults } = await openPortal()
      expect([400, 404]).toContain((await problemOf(await fetch(`/api/roster/users/${id}`))).status)
      expect(faults).toEqual([])
    },
  )

  it('tells nothing of a fault inside, but tells the host', async () => {
    const { roster, admin, faults } = await openPortal()
    const broken = {
      ...roster,
      execute: () => Promise.reject(new Error('SQLITE_CORRUPT at /var/lib/secret')),
    }
    const handler = createRosterHandler(broken, {
      caller: () => admin.id,
      onFault: (fault) => faults.push(fault),
    })
    const answer = await handler(new Request(`${host}/api/roster/users`))
    const text = await answer.clone().text()
    expect(await problemOf(answer)).toMatchObject({ status: 500, code: 'unavailable' })
    expect(text).not.toMatch(/SQLITE|secret/)
    expect(faults).toHaveLength(1)
  })

  it('describes itself in an OpenAPI 3.1 document', async () => {
    const { fetch } = await openPortal()
    const document = (await (await fetch('/api/roster/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, { post?: { parameters: { name: string }[]; responses: object } }>
      components: { schemas: object }
    }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths['/users/{userId}/lock']!.post!.responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '422',
      '500',
      '503',
    ])
    expect(
      document.paths['/users/{userId}/lock']!.post!.parameters.map(({ name }) => name),
    ).toEqual(['userId', 'Idempotency-Key', 'rosterkit-plan'])
    expect(JSON.stringify(document)).not.toContain('"$schema"')
    for (const [, reference] of JSON.stringify(document).matchAll(
      /"\$ref":"#\/components\/schemas\/(\w+)"/g,
    ))
      expect(document.components.schemas).toHaveProperty([reference!])
  })
})
