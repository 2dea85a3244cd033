import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createRosterClient } from '@rosterkit/adapters/client'
import { createRosterHandler, httpProblems } from '@rosterkit/adapters/server'
import {
  createRoster,
  operations,
  userSortKeys,
  type Operation,
  type Storage,
} from '@rosterkit/core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fillPath, pathParameters } from '../../packages/adapters/src/http/route.ts'
import type { Person } from '../oracle/oracle-world.ts'
import { tokenOf, withServices } from '../services.ts'
import { idOf, openWorld } from '../world.ts'
import { invisible, markup } from './markup.ts'
import { host, openPortal, tierNames, type Answer, type Portal } from './portal.ts'

// Section D of the rows to withstand: input, output, web (ASVS V1 to V4, V16; RFC 9457).

const doors = operations.filter(({ http }) => http !== undefined)
const table = (those: readonly Operation[]) =>
  those.map((operation) => [operation.name, operation] as const)
const changing = doors.filter(({ http }) => http!.method !== 'GET')

const sql = [
  `'`,
  `''`,
  `"`,
  '`',
  `';--`,
  `' or 1=1--`,
  `" or ""="`,
  `1 or 1=1`,
  `case when 1=1 then 1 else 0 end`,
  `(select password from users limit 1)`,
  `(select 1)`,
  `userName; drop table users`,
  `userName--`,
  `userName/*x*/`,
  `userName,password`,
  `userName desc`,
  `userName collate nocase`,
  `1`,
  `1,1`,
  `-1`,
  `0x31`,
  `\u0000`,
  `a\u0000b`,
  `’ or ’1’=’1`,
  `ʼ`,
  `＇`,
  `＂`,
  `%27`,
  `%`,
  `_`,
  `\\`,
  `\\'`,
  `$1`,
  `:id`,
  `@id`,
  `?`,
  `{{7*7}}`,
  '${7*7}',
  '#{7*7}',
  `<%= 7*7 %>`,
  `pg_sleep(5)`,
  `';select pg_sleep(5)--`,
  `sqlite_version()`,
  `load_extension('x')`,
  `||'x'`,
  `concat(1,2)`,
  `null`,
  `true`,
  `[object Object]`,
  `__proto__`,
  `constructor`,
  `toString`,
  `users.password`,
  `"users"."id"`,
  `ascending; drop`,
  `rowid`,
  `oid`,
  `ctid`,
  `id`,
  `passwordHash`,
]

describe('lists', () => {
  let portal: Portal
  let session: string
  beforeAll(async () => {
    portal = await openPortal()
    session = portal.callers.platform.session
    for (let index = 0; index < 5; index++) await portal.person(`person${index}`, 'acme')
  })
  const ask = (input: object) => portal.call('users.list', input, { session })

  it.each(table(doors))(
    'row 64: %s with broken text in any field, named in its example or not, is no fault',
    async (name, operation) => {
      const ada = await portal.person(`broken.${name}`, 'acme')
      const good = portal.inputFor(operation, ada)
      // Those in the address are row 14's.
      const fields = Object.keys(
        (operation.input as unknown as { shape?: object }).shape ?? good,
      ).filter((field) => !pathParameters(operation.http!).includes(field))
      const faultsBefore = portal.faults.length
      for (const field of fields) {
        for (const text of ['a\u0000b', 'a\uD800b', '\uFFFF', '\u0000']) {
          for (const value of [
            text,
            [text],
            [{ value: text, primary: true }],
            { givenName: text, familyName: text },
            { [text]: text },
          ]) {
            const answer = await portal.call(
              name,
              { ...good, [field]: value },
              { session: operation.subject === 'bearer' ? null : session },
            )
            expect(answer.status, `${field}: ${JSON.stringify(value)}`).toBeLessThan(500)
          }
        }
      }
      expect(portal.faults).toHaveLength(faultsBefore)
    },
  )

  it.each(sql)(
    'row 55: %j is no sort, direction, filter, page size or cursor, and nothing but text in a search',
    async (payload) => {
      const query = (field: string) =>
        portal.send('GET', `/users?${field}=${encodeURIComponent(payload)}`, { session })
      for (const field of ['sort', 'direction', 'status', 'organization', 'cursor'])
        expect((await query(field)).status, field).toBe(400)
      expect((await query('limit')).status).toBe(payload === '1' ? 200 : 400)
      // A role that nobody has and a text that nobody is called: nobody is found, and nothing else
      // happens.
      const role = await query('role')
      expect([role.status, (role.body['items'] as unknown[] | undefined)?.length ?? 0]).toEqual([
        role.status === 400 ? 400 : 200,
        0,
      ])
      const search = await query('search')
      expect([200, 400]).toContain(search.status)
      expect(portal.faults).toEqual([])
    },
  )

  it.each([
    'password',
    'passwordHash',
    'passwordSetAt',
    'failedSignIns',
    'mfa',
    'locks',
    'id',
    'organizationId',
    'version',
    'secret',
    'tokenHash',
    'attributes',
    'externalId',
    'verifiedEmails',
    'inactivityLockAt',
    'USERNAME',
    'userName ',
    ' userName',
    'name.givenName',
  ])('row 56: nobody sorts by %j, nor filters by it', async (column) => {
    for (const tier of tierNames.filter((name) => name !== 'member')) {
      const { session: own } = portal.callers[tier]
      expect((await portal.call('users.list', { sort: column }, { session: own })).status).toBe(400)
      if (column.trim() === column)
        expect(
          (await portal.send('GET', `/users?${encodeURIComponent(column)}=x`, { session: own }))
            .status,
        ).toBe(400)
    }
    expect(userSortKeys).not.toContain(column)
  })

  it('row 57: a cursor is good for the very list and caller, and for nothing else', async () => {
    const { nextCursor: cursor } = (await ask({ limit: 2, sort: 'userName' })).body as {
      nextCursor: string
    }
    const { nextCursor: second } = (await ask({ limit: 2, sort: 'userName', cursor })).body as {
      nextCursor: string
    }
    const refused: [string, Promise<Answer>][] = [
      ['another sort', ask({ limit: 2, sort: 'familyName', cursor })],
      ['another direction', ask({ limit: 2, sort: 'userName', direction: 'descending', cursor })],
      ['another search', ask({ limit: 2, sort: 'userName', search: 'p', cursor })],
      ['another filter', ask({ limit: 2, sort: 'userName', status: ['ACTIVE'], cursor })],
      [
        'spliced',
        ask({
          limit: 2,
          sort: 'userName',
          cursor: `${cursor.split('.')[0]}.${second.split('.')[1]}`,
        }),
      ],
      [
        'forged',
        ask({
          limit: 2,
          sort: 'userName',
          cursor: `${Buffer.from('["a","b"]').toString('base64url')}.${'A'.repeat(43)}`,
        }),
      ],
      ['unsealed', ask({ limit: 2, sort: 'userName', cursor: cursor.split('.')[0]! })],
      ['longer', ask({ limit: 2, sort: 'userName', cursor: `${cursor}.x` })],
      ['another list', portal.call('groups.search', { limit: 2, cursor }, { session })],
      [
        'another caller',
        portal.call(
          'users.list',
          { limit: 2, sort: 'userName', cursor },
          { session: portal.callers.distributor.session },
        ),
      ],
      [
        'a neighbour',
        portal.call(
          'users.list',
          { limit: 2, sort: 'userName', cursor },
          { session: portal.callers.tenant.session },
        ),
      ],
    ]
    for (const [what, answer] of refused)
      expect(await answer, what).toMatchObject({ status: 400, code: 'invalid_cursor' })
    for (let index = 0; index < cursor.length; index += 3) {
      const edited =
        cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1)
      expect((await ask({ limit: 2, sort: 'userName', cursor: edited })).status).toBe(400)
    }
  })
})

describe('names and addresses', () => {
  it.each(markup)('row 60: %j as a name is text wherever it stands', async (payload) => {
    const portal = await openPortal()
    const { session } = portal.callers.tenant
    const created = await portal.call(
      'users.create',
      {
        organizationId: portal.places.acme,
        userName: 'ada',
        name: { givenName: payload, familyName: payload },
        emails: [{ value: 'ada@example.com', primary: true }],
        userType: payload,
      },
      { session },
    )
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      name: { givenName: payload, familyName: payload },
      userType: payload,
    })
    expect(created.headers.get('x-content-type-options')).toBe('nosniff')
    const userId = String(created.body['id'])
    await portal.call('users.lock', { userId, reason: payload }, { session })
    const story = await portal.call('audit.ofUser', { userId }, { session })
    expect(story.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect((story.body['items'] as { reason: string }[])[0]!.reason).toBe(payload)
    const second = await openPortal()
    await second.call(
      'users.create',
      {
        organizationId: second.places.acme,
        userName: 'ada',
        name: { givenName: payload, familyName: 'B' },
        emails: [{ value: 'ada@example.com', primary: true }],
      },
      { session: second.callers.tenant.session },
    )
    await second.roster.mail.deliver()
    expect(second.mail.mails).toHaveLength(1)
    const { html, subject } = second.mail.mails[0]!
    // Every angle bracket of the payload is written so that no reader takes it for a tag.
    if (/<[/\w]/.test(payload)) expect(html).not.toContain(payload)
    expect(html).not.toMatch(/<(?:script|img|svg|iframe|base|object|form|video|link|math|x)[\s>]/i)
    expect(html).not.toMatch(/<[^>]*\son\w+=/i)
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it.each(invisible)(
    'rows 59 and 60: %j is no name, no user type, no name of an organization or group',
    async (payload) => {
      const portal = await openPortal()
      const { session } = portal.callers.platform
      const newcomer = {
        organizationId: portal.places.acme,
        userName: 'ada',
        name: { givenName: 'A', familyName: 'B' },
        emails: [{ value: 'ada@example.com', primary: true }],
      }
      const tries = [
        portal.call(
          'users.create',
          { ...newcomer, name: { givenName: payload, familyName: 'B' } },
          { session },
        ),
        portal.call(
          'users.create',
          { ...newcomer, name: { givenName: 'A', familyName: payload } },
          { session },
        ),
        portal.call('users.create', { ...newcomer, userName: payload }, { session }),
        portal.call('users.create', { ...newcomer, userType: payload }, { session }),
        portal.call(
          'organizations.create',
          { organizationId: portal.places.acme, name: payload },
          { session },
        ),
        portal.call(
          'groups.create',
          { organizationId: portal.places.acme, name: payload },
          { session },
        ),
      ]
      expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([
        400, 400, 400, 400, 400, 400,
      ])
    },
  )

  it.each([
    'a@b.com,c@d.com',
    'a@b.com;c@d.com',
    'a@b.com c@d.com',
    'a@b.com\r\nRCPT TO:<evil@example.com>',
    'a@b.com\nBcc: evil@example.com',
    '"a b"@example.com',
    '"a@evil.example,"@example.com',
    'a(comment)@example.com',
    'Ada <a@example.com>',
    '<a@example.com>',
    'a@exa\r\n mple.com',
    'a＠example.com',
    'a@@example.com',
    'a@',
    '@example.com',
    'a@example',
    'a@[127.0.0.1]',
    'a@example.com.',
    '.a@example.com',
    'a..b@example.com',
    'a@exаmple.com',
    'a@ｅxample.com',
    'mailto:a@example.com',
    'a@example.com?bcc=evil@example.com',
    'a%evil@example.com',
    'a@example.com\u0000',
    'a\u202E@example.com',
    '-f@example.com',
  ])('row 59: %j is refused as an address, or is the one and only recipient', async (address) => {
    const portal = await openPortal()
    const created = await portal.call(
      'users.create',
      {
        organizationId: portal.places.acme,
        userName: 'ada',
        name: { givenName: 'Ada', familyName: 'L' },
        emails: [{ value: address, primary: true }],
      },
      { session: portal.callers.tenant.session },
    )
    expect([201, 400]).toContain(created.status)
    await portal.roster.mail.deliver()
    const stored =
      created.status === 201 ? [(created.body['emails'] as { value: string }[])[0]!.value] : []
    expect(portal.mail.mails.map(({ to }) => to.address)).toEqual(stored)
    for (const value of stored) expect(value).toMatch(/^[\x21-\x7E]+$/)
    for (const value of stored) expect(value).not.toMatch(/[,;<>()"\s\\[\]:]/)
  })

  it.each([
    'javascript:alert(1)',
    '//evil.example',
    '\\\\evil.example',
    'data:text/html,x',
    'ftp://portal.example',
    'https://portal.example/?x=1',
    'https://portal.example/#x',
    'portal.example',
    '',
  ])('row 61: %j is no address that links could lead to', (baseUrl) => {
    const { services } = withServices()
    expect(() => createRoster({ ...services, storage: {} as Storage, baseUrl })).toThrow(
      'https://portal.example',
    )
  })

  it('row 61: no operation takes an address to lead somebody to', () => {
    const fields = doors.flatMap((operation) =>
      Object.keys((operation.input as unknown as { shape?: object }).shape ?? {}),
    )
    expect(
      fields.filter((field) => /url|uri|href|return|redirect|avatar|picture|link$/i.test(field)),
    ).toEqual([])
  })

  it.each([
    ['another case', 'ADA'],
    ['full width', 'ａｄａ'],
    ['half full width', 'Ａda'],
    ['composed', 'ad\u00E5'],
  ])('row 64: a username in %s is the same where it folds to it', async (_, userName) => {
    const portal = await openPortal()
    const { session } = portal.callers.tenant
    const create = async (name: string) =>
      (
        await portal.call(
          'users.create',
          {
            organizationId: portal.places.acme,
            userName: name,
            name: { givenName: 'A', familyName: 'B' },
            emails: [{ value: 'a@example.com', primary: true }],
          },
          { session },
        )
      ).status
    expect(await create(userName === 'ad\u00E5' ? 'ada\u030A' : 'ada')).toBe(201)
    expect(await create(userName)).toBe(409)
  })

  it.each([
    'a\u0000b',
    'a\uD800b',
    '\uDC00',
    'a\u200Bb',
    'a\u200Db',
    'a\u2060b',
    'a\uFEFFb',
    'a\u00ADb',
    'a b',
    'a\u00A0b',
    'ﬁn',
    'a²',
    'Ⅷ',
    'aא',
    '1א',
    'a\u202Eb',
    'a\u0008b',
    ' ',
    '\u3164',
    'a\uFE0F',
  ])('row 64: %j is no username', async (userName) => {
    const portal = await openPortal()
    const { session } = portal.callers.tenant
    const answer = await portal.call(
      'users.create',
      {
        organizationId: portal.places.acme,
        userName,
        name: { givenName: 'A', familyName: 'B' },
        emails: [{ value: 'a@example.com', primary: true }],
      },
      { session },
    )
    expect(answer.status).toBe(400)
  })
})

describe('bodies', () => {
  const lock = (
    portal: Portal,
    body: BodyInit | ReadableStream<Uint8Array>,
    headers: Record<string, string> = {},
  ) =>
    portal.handler(
      new Request(`${host}/api/roster/users/${portal.callers.member.user.id}/lock`, {
        method: 'POST',
        headers: {
          origin: host,
          'content-type': 'application/json',
          cookie: portal.callers.tenant.session,
          ...headers,
        },
        body,
        duplex: 'half',
      } as RequestInit),
    )
  const codeOf = async (response: Response) => [
    response.status,
    ((await response.json()) as { code: string }).code,
  ]

  it('row 63: 10 MB are let go after the first that are too many', async () => {
    const portal = await openPortal()
    let pulled = 0
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
        if (pulled >= 10_485_760) controller.close()
      },
      cancel: () => void (cancelled = true),
    })
    expect(await codeOf(await lock(portal, body))).toEqual([413, 'payload_too_large'])
    expect(pulled).toBeLessThan(1_048_576 + 3 * 65_536)
    expect(cancelled).toBe(true)
  })

  it('row 63: 10 MB that are announced are not read at all', async () => {
    const portal = await openPortal()
    const request = new Request(`${host}/api/roster/users/${idOf(1)}/lock`, {
      method: 'POST',
      headers: { origin: host, 'content-type': 'application/json', 'content-length': '10485760' },
      body: 'x',
    })
    expect(await codeOf(await portal.handler(request))).toEqual([413, 'payload_too_large'])
    expect(request.bodyUsed).toBe(false)
  })

  it('row 63: memory stays flat over a hundred of them', async () => {
    const portal = await openPortal()
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const chunk = new Uint8Array(65_536).fill(32)
    const send = async () => {
      let pulled = 0
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) =>
          ++pulled > 160 ? controller.close() : controller.enqueue(chunk.slice()),
      })
      expect((await lock(portal, body)).status).toBe(413)
    }
    await send()
    collect()
    const before = process.memoryUsage()
    for (let turn = 0; turn < 100; turn++) await send()
    // What is let go of is swept up a little later, by another thread.
    await vi.waitFor(
      () => {
        collect()
        const after = process.memoryUsage()
        expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(10_000_000)
        expect(after.heapUsed - before.heapUsed).toBeLessThan(20_000_000)
      },
      { timeout: 5000 },
    )
  })

  it.each([
    ['10,000 deep', `{"reason":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'malformed_body'],
    [
      '10,000 objects deep',
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      400,
      'malformed_body',
    ],
    ['deep and never closed', `{"reason":${'['.repeat(500_000)}`, 400, 'malformed_body'],
    ['a list of 100,000 items', `{"reason":[${'1,'.repeat(99_999)}1]}`, 413, 'too_many_items'],
    [
      '100,000 members',
      `{${Array.from({ length: 100_000 }, (_, index) => `"${index.toString(36)}":1`).join(',')}}`,
      413,
      'too_many_items',
    ],
    ['100,000 brackets in a string', `{"reason":"${'['.repeat(100_000)}"}`, 400, 'invalid_input'],
    ['a number of 100,000 digits', `{"reason":${'9'.repeat(100_000)}}`, 400, 'invalid_input'],
    [
      'not UTF-8',
      new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      400,
      'malformed_body',
    ],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]), 400, 'malformed_body'],
    ['two objects', '{}{}', 400, 'malformed_body'],
    ['a comment', '{"reason":"x"/**/}', 400, 'malformed_body'],
    ['NaN', '{"reason":NaN}', 400, 'malformed_body'],
    ['a text', '"x"', 400, 'malformed_body'],
    ['null', 'null', 400, 'malformed_body'],
    ['a list', '[]', 400, 'malformed_body'],
  ] as [string, BodyInit, number, string][])(
    'row 63: %s is refused at once',
    async (_, body, status, code) => {
      const portal = await openPortal()
      // The best of a few: other tests are at work on this machine.
      const times: number[] = []
      for (let turn = 0; turn < 4; turn++) {
        const startedAt = performance.now()
        expect(await codeOf(await lock(portal, body))).toEqual([status, code])
        times.push(performance.now() - startedAt)
      }
      expect(Math.min(...times)).toBeLessThan(100)
      expect(portal.faults).toEqual([])
    },
  )

  it.each(['never', 'a byte now and then'])(
    'row 63: a body that comes %s is given up after the time limit',
    async (pace) => {
      const portal = await openPortal({ handler: { bodyTimeoutMs: 60 } })
      let cancelled = false
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 10))
          if (pace !== 'never' && !cancelled) controller.enqueue(new Uint8Array([32]))
          else await new Promise(() => {})
        },
        cancel: () => void (cancelled = true),
      })
      const startedAt = performance.now()
      expect(await codeOf(await lock(portal, body))).toEqual([408, 'body_too_slow'])
      expect(performance.now() - startedAt).toBeLessThan(2000)
      expect(cancelled).toBe(true)
    },
  )

  it('row 63: a sender who hangs up in the middle is no fault', async () => {
    const portal = await openPortal()
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('ECONNRESET')),
    })
    expect(await codeOf(await lock(portal, body))).toEqual([400, 'malformed_body'])
    expect(portal.faults).toEqual([])
  })

  it('row 63: an address of 100 kB is refused', async () => {
    const portal = await openPortal()
    expect(
      await portal.send('GET', `/users?search=${'x'.repeat(100_000)}`, {
        session: portal.callers.tenant.session,
      }),
    ).toMatchObject({ status: 414, code: 'address_too_long' })
  })
})

describe('methods', () => {
  let portal: Portal
  beforeAll(async () => {
    portal = await openPortal()
  })
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'SEARCH', 'QUERY']
  const paths = [...new Set(doors.map(({ http }) => http!.path))]
  it.each(paths)(
    'row 65: %s answers its own methods and names them; no header makes one of another',
    async (path) => {
      const known = doors
        .filter(({ http }) => http!.path === path)
        .map(({ http }) => http!.method as string)
      const address = path.replaceAll(/\{\w+\}/g, idOf(1))
      const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
      for (const method of methods.filter((name) => !known.includes(name))) {
        const answer = await portal.send(method, address, {
          session: portal.callers.platform.session,
          headers: {
            'x-http-method-override': known[0]!,
            'x-method-override': known[0]!,
            'x-http-method': known[0]!,
          },
        })
        expect([answer.status, answer.code, answer.headers.get('allow')], method).toEqual([
          405,
          'method_not_allowed',
          allow,
        ])
      }
      const options = await portal.send('OPTIONS', address)
      expect([
        options.status,
        options.text,
        options.headers.get('allow'),
        options.headers.get('access-control-allow-origin'),
      ]).toEqual([204, '', allow, null])
    },
  )

  it('row 65: a method in the address or the body is a field that nobody knows', async () => {
    const { session } = portal.callers.platform
    const { id } = portal.callers.member.user
    expect(
      (
        await portal.send('POST', `/users/${id}/lock?_method=GET`, {
          session,
          body: { reason: 'x' },
        })
      ).status,
    ).toBe(400)
    expect(
      (
        await portal.send('POST', `/users/${id}/lock`, {
          session,
          body: { reason: 'x', _method: 'GET' },
        })
      ).status,
    ).toBe(400)
    expect((await portal.send('GET', '/users?_method=POST', { session })).status).toBe(400)
  })

  it('row 65: paths are read as they are spelt', async () => {
    const { session } = portal.callers.platform
    for (const path of [
      '/%75sers',
      '/users/',
      '//users',
      '/USERS',
      '/users;x=1',
      '/users%2F',
      '/./%2e%2e/users',
      '/users/..%2f..%2fopenapi.json',
    ])
      expect([404, 400], path).toContain((await portal.send('GET', path, { session })).status)
  })
})

describe('where a change comes from', () => {
  const forged: [string, Record<string, string>, number, string][] = [
    ['another origin', { origin: 'https://evil.example' }, 403, 'cross_site'],
    ['another port', { origin: 'https://portal.example:8443' }, 403, 'cross_site'],
    ['a subdomain', { origin: 'https://x.portal.example' }, 403, 'cross_site'],
    ['a host that ends alike', { origin: 'https://evil-portal.example' }, 403, 'cross_site'],
    [
      'a host that begins alike',
      { origin: 'https://portal.example.evil.example' },
      403,
      'cross_site',
    ],
    ['the null origin', { origin: 'null' }, 403, 'cross_site'],
    [
      'the null origin that claims to be at home',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      403,
      'cross_site',
    ],
    ['an origin that is none', { origin: 'portal.example' }, 403, 'cross_site'],
    ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }, 403, 'cross_site'],
    ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }, 403, 'cross_site'],
    ['Sec-Fetch-Site nobody knows', { 'sec-fetch-site': 'x' }, 403, 'cross_site'],
    ['neither of both', { origin: '' }, 403, 'missing_origin'],
    [
      'neither of both, with HTTP Basic',
      { origin: '', authorization: 'Basic YTpi' },
      403,
      'missing_origin',
    ],
    [
      'neither of both, with Negotiate',
      { origin: '', authorization: 'Negotiate x' },
      403,
      'missing_origin',
    ],
    [
      'a form of another site',
      { origin: 'https://evil.example', 'content-type': 'text/plain' },
      403,
      'cross_site',
    ],
    [
      'a multipart form of another site',
      { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=x' },
      403,
      'cross_site',
    ],
    [
      'an urlencoded form of another site',
      { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      403,
      'cross_site',
    ],
    ['a text', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    [
      'a text without an origin',
      { origin: '', 'content-type': 'text/plain' },
      415,
      'unsupported_media_type',
    ],
    [
      'a text that mentions JSON',
      { 'content-type': 'text/plain; application/json' },
      415,
      'unsupported_media_type',
    ],
    [
      'a multipart form',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'unsupported_media_type',
    ],
    [
      'a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported_media_type',
    ],
    [
      'JSON in another charset',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'unsupported_media_type',
    ],
    [
      'JSON in UTF-7',
      { 'content-type': 'application/json; charset=utf-7' },
      415,
      'unsupported_media_type',
    ],
    [
      'JSON of another kind',
      { 'content-type': 'application/json-patch+json' },
      415,
      'unsupported_media_type',
    ],
    [
      'JSON beside something else',
      { 'content-type': 'application/json, text/plain' },
      415,
      'unsupported_media_type',
    ],
    ['compressed JSON', { 'content-encoding': 'gzip' }, 415, 'unsupported_media_type'],
  ]
  it.each(forged)('row 66: %s changes nothing', async (_, headers, status, code) => {
    const portal = await openPortal()
    const ada = await portal.person('ada', 'acme')
    const { session } = portal.callers.tenant
    const before = await portal.snapshot(ada.user.id)
    expect(
      await portal.send('POST', `/users/${ada.user.id}/lock`, {
        session,
        body: { reason: 'x' },
        headers,
      }),
    ).toMatchObject({ status, code })
    expect(await portal.snapshot(ada.user.id)).toEqual(before)
  })

  it.each(table(changing))(
    'row 66: %s asks where it comes from, and for JSON, before anything else',
    async (_, { http }) => {
      const portal = await openPortal({
        handler: { caller: () => Promise.reject(new Error('Nobody is to be asked.')) },
      })
      const address = http!.path.replaceAll(/\{\w+\}/g, idOf(1))
      expect(
        (
          await portal.send(http!.method, address, {
            body: {},
            headers: { origin: 'https://evil.example' },
          })
        ).status,
      ).toBe(403)
      expect(
        (await portal.send(http!.method, address, { body: {}, headers: { origin: '' } })).status,
      ).toBe(403)
      expect(
        (
          await portal.send(http!.method, address, {
            body: {},
            headers: { 'content-type': 'text/plain' },
          })
        ).status,
      ).toBe(415)
      expect(portal.faults).toEqual([])
    },
  )

  it.each([
    ['its own pages', {}, {}],
    ['its own pages, by Sec-Fetch-Site alone', { origin: '', 'sec-fetch-site': 'same-origin' }, {}],
    ['a script with an access token', { origin: '', authorization: 'Bearer x' }, {}],
    ['a script, where the host lets it', { origin: '' }, { allowWithoutOrigin: true }],
    [
      'a script, where the host finds it harmless',
      { origin: '', 'x-script': 'yes' },
      { allowWithoutOrigin: (request: Request) => request.headers.has('x-script') },
    ],
    [
      'a trusted origin',
      { origin: 'https://admin.example.com', 'sec-fetch-site': 'cross-site' },
      { trustedOrigins: ['https://admin.example.com'] },
    ],
    ['its own pages, with a charset', { 'content-type': 'application/json; charset=UTF-8' }, {}],
    [
      'its own pages, with a quoted charset',
      { 'content-type': 'Application/JSON;charset="utf-8"' },
      {},
    ],
  ] as [string, Record<string, string>, object][])(
    'row 66: a change from %s is accepted',
    async (_, headers, handler) => {
      const portal = await openPortal({ handler })
      expect(
        (
          await portal.send('POST', `/users/${portal.callers.member.user.id}/lock`, {
            session: portal.callers.tenant.session,
            body: { reason: 'x' },
            headers,
          })
        ).status,
      ).toBe(200)
    },
  )

  it('row 66: the client says where it comes from, also where no browser does', async () => {
    const portal = await openPortal({ handler: { caller: () => portalCaller } })
    const portalCaller = portal.callers.tenant.user.id
    const client = createRosterClient({
      baseUrl: `${host}/api/roster`,
      fetch: (input, init) => portal.handler(new Request(input, init)),
    })
    expect(
      await client.users.lock({ userId: portal.callers.member.user.id, reason: 'x' }),
    ).toBeTruthy()
  })

  it.each(table(doors.filter(({ http }) => http!.method === 'GET')))(
    'row 66: %s by GET changes nothing, whoever asks',
    async (name, operation) => {
      const portal = await openPortal()
      const ada = await portal.person('ada', 'acme')
      const before = await portal.snapshot(ada.user.id)
      for (const tier of tierNames)
        await portal.call(name, portal.inputFor(operation, ada), {
          session: portal.callers[tier].session,
          headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
        })
      expect(await portal.snapshot(ada.user.id)).toEqual(before)
    },
  )
})

describe('answers', () => {
  let portal: Portal
  let ada: Person
  beforeAll(async () => {
    portal = await openPortal()
    ada = await portal.person('ada', 'acme')
  })

  const problemTypes = new Set<string>()
  it.each(table(doors))(
    'rows 67 and 73: %s answers in JSON with a charset, never to be stored; a refusal as a problem',
    async (name, operation) => {
      const input = portal.inputFor(operation, ada)
      const { method, path } = operation.http!
      const address = path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
        encodeURIComponent(String(input[key])),
      )
      const answers = [
        await portal.call(name, input, {
          session: operation.subject === 'bearer' ? null : portal.callers.platform.session,
        }),
        await portal.call(name, input),
        await portal.call(name, input, { session: portal.callers.member.session }),
        await portal.send(method, `${address}?x=1`, {
          session: portal.callers.platform.session,
          ...(method === 'GET' ? {} : { body: {} }),
        }),
        await portal.send('DELETE', address),
        await portal.send(method === 'GET' ? 'POST' : method, address, {
          body: '{',
          session: portal.callers.platform.session,
        }),
      ]
      for (const { status, headers, body, text } of answers) {
        const problem = status >= 400
        expect([
          headers.get('content-type'),
          headers.get('cache-control'),
          headers.get('x-content-type-options'),
          headers.get('set-cookie'),
          headers.get('server'),
        ]).toEqual([
          `application/${problem ? 'problem+json' : 'json'}; charset=utf-8`,
          'no-store',
          'nosniff',
          null,
          null,
        ])
        expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
        if (!problem) continue
        expect(body).toMatchObject({
          status,
          type: `urn:rosterkit:problem:${String(body['code'])}`,
          requestId: headers.get('x-request-id'),
        })
        expect([
          typeof body['title'],
          /[.]$/.test(String(body['detail'])) || String(body['detail']) === '',
        ]).toEqual(['string', true])
        expect(text).not.toMatch(/at \w+ \(|node_modules|\.ts:|SELECT |sqlite|postgres|stack/i)
        problemTypes.add(String(body['code']))
      }
      expect(portal.faults).toEqual([])
    },
  )

  it('row 73: the refusals of HTTP say what to do next, each with a status of its kind', () => {
    for (const [code, { status, title, detail }] of Object.entries(httpProblems)) {
      expect(status, code).toBeGreaterThanOrEqual(400)
      expect(status, code).toBeLessThan(500)
      expect(title, code).toMatch(/^[A-Z].*[^.]$/)
      expect(detail, code).toMatch(/^[A-Z].*\.$/)
    }
  })

  it.each([
    [
      'an HTML page with 502',
      () =>
        new Response('<h1>Bad gateway</h1>', {
          status: 502,
          headers: { 'content-type': 'text/html' },
        }),
    ],
    ['nothing', () => new Response(null, { status: 500 })],
    ['nothing, as a success', () => new Response('', { status: 200 })],
    ['half an answer', () => new Response('{"items":[', { status: 200 })],
    ['a problem without a code', () => Response.json({ title: 'x', detail: 'y' }, { status: 409 })],
    [
      'a problem whose code is a number',
      () => Response.json({ code: 1, title: 'x', detail: 'y' }, { status: 409 }),
    ],
    ['a list', () => Response.json([1], { status: 400 })],
    ['null', () => Response.json(null, { status: 400 })],
    ['a redirect', () => new Response(null, { status: 304 })],
  ])('row 74: a client that is given %s says so in words', async (_, answer) => {
    const client = createRosterClient({
      baseUrl: `${host}/api/roster`,
      fetch: () => Promise.resolve(answer()),
    })
    await expect(client.users.lock({ userId: idOf(1), reason: 'x' })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/\.$/) as string,
    })
  })

  it('row 74: members that nobody knows are no trouble to a client', async () => {
    const client = createRosterClient({
      baseUrl: `${host}/api/roster`,
      fetch: () =>
        Promise.resolve(
          Response.json(
            { code: 'same_rank', title: 'A', detail: 'B.', extra: { deep: [1] }, status: 'odd' },
            { status: 403 },
          ),
        ),
    })
    await expect(client.users.lock({ userId: idOf(1), reason: 'x' })).rejects.toMatchObject({
      code: 'same_rank',
      message: 'B.',
    })
  })

  it('row 75: a fresh installation has nobody, and lets nobody in', async () => {
    const fresh = (await openWorld()).storage
    const roster = createRoster({ storage: fresh })
    const names = ['admin', 'administrator', 'root', 'system', 'test', 'guest', '']
    for (const userName of names)
      expect(await roster.signIn.check({ userName })).toMatchObject({
        userId: null,
        passwordAllowed: false,
      })
    for (const callerId of [
      null,
      'admin',
      idOf(1),
      '00000000-0000-0000-0000-000000000000',
      'system',
    ]) {
      const handler = createRosterHandler(roster, { caller: () => callerId })
      for (const operation of doors.filter(
        ({ subject }) => subject !== 'bearer' && subject !== 'anyone',
      )) {
        const { path } = fillPath(operation.http!, { ...operation.example })
        const response = await handler(
          new Request(`${host}/api/roster${path}`, {
            method: operation.http!.method,
            headers: { origin: host },
          }),
        )
        expect(response.status, operation.name).toBe(401)
      }
    }
  })
})

describe('the record', () => {
  it.each(table(doors.filter(({ kind }) => kind === 'command')))(
    'row 68: %s leaves exactly one event, allowed or refused, with who, what, on whom, where, when, from where and how it ended',
    async (name, operation) => {
      const portal = await openPortal()
      const ada = await portal.person('ada', 'acme')
      const everything = () =>
        portal.storage.read(async (tx) =>
          (
            await Promise.all(
              (await tx.organizations.below([portal.places.platform])).map(({ id }) =>
                Array.fromAsync(tx.audit.chain(id)),
              ),
            )
          ).flat(),
        )
      const byLink = operation.subject === 'bearer' || operation.subject === 'anyone'
      for (const session of byLink
        ? [null]
        : [null, portal.callers.member.session, portal.callers.partner.session]) {
        const before = (await everything()).length
        const answer = await portal.call(name, portal.inputFor(operation, ada), {
          session,
          headers: { 'user-agent': 'Tester' },
        })
        const events = await everything()
        // A command about several people leaves one event for itself and one for each of them.
        expect(events).toHaveLength(before + 1 + (operation.each && answer.status < 300 ? 1 : 0))
        const event = events.find(
          (found) =>
            found.origin.requestId === answer.headers.get('x-request-id') &&
            found.operation === name,
        )!
        expect(event).toMatchObject({
          operation: name,
          outcome: answer.status < 300 ? 'succeeded' : 'refused',
          failure: answer.code,
          at: portal.now(),
          origin: { address: '192.0.2.7', userAgent: 'Tester' },
        })
        expect(event.actor.id).toBe(
          session
            ? (Object.values(portal.callers).find((caller) => caller.session === session)?.user
                .id ?? null)
            : null,
        )
        expect(event.at).toMatch(/Z$/)
        expect(event.organizationId).toBeTruthy()
        if (answer.status < 300 && operation.subject === 'user')
          expect(
            event.subject?.id === ada.user.id || JSON.stringify(event).includes(ada.user.id),
          ).toBe(true)
      }
    },
  )

  it('row 69: no secret that was sent or shown stands in the record', async () => {
    const portal = await openPortal()
    const { session } = portal.callers.tenant
    const secrets = ['seven quiet harbours at dawn', '482093']
    const created = await portal.call(
      'users.create',
      {
        organizationId: portal.places.acme,
        userName: 'ada',
        name: { givenName: 'A', familyName: 'B' },
        emails: [{ value: 'ada@example.com', primary: true }],
      },
      { session },
    )
    const userId = String(created.body['id'])
    const token = tokenOf((created.body['activationLink'] as { link: string }).link)
    await portal.call('redeem.chooseSecretCode', { token, secretCode: '482093' })
    await portal.call('redeem.finishOnboarding', { token, password: secrets[0] })
    const link = tokenOf(
      String(
        (await portal.call('authenticators.issueEnrolmentLink', { userId }, { session })).body[
          'link'
        ],
      ),
    )
    const temporary = String(
      (await portal.call('passwords.setTemporary', { userId }, { session })).body['password'],
    )
    const code = String(
      (await portal.call('secretCodes.issueResetCode', { userId }, { session })).body['code'],
    )
    await portal.call('redeem.resetSecretCode', {
      userName: 'ada',
      organizationId: portal.places.acme,
      code: '9999 9999',
      secretCode: '730518',
    })
    const story = JSON.stringify([await portal.auditOf('acme'), await portal.auditOf('platform')])
    for (const secret of [
      ...secrets,
      token,
      link,
      temporary,
      code,
      code.replace(' ', ''),
      '99999999',
      '730518',
      '$quick$',
    ])
      expect(story).not.toContain(secret)
  })

  it.each([
    'a\nb',
    'a\r\nb',
    'a\u001B[31mb',
    '","outcome":"refused',
    '"}]}',
    '\\',
    '\\u0000',
    '\u2028',
  ])('row 70: %j in what is recorded leaves one line, or is refused', async (payload) => {
    const portal = await openPortal()
    const answer = await portal.call(
      'users.lock',
      { userId: portal.callers.member.user.id, reason: payload },
      { session: portal.callers.tenant.session, headers: { 'user-agent': 'a"}]\\' } },
    )
    const events = await portal.auditOf('acme')
    for (const event of events) expect(JSON.stringify(event)).not.toMatch(/\p{Cc}/u)
    if (answer.status === 200)
      expect(JSON.parse(JSON.stringify(events.at(-1)))).toMatchObject({
        reason: payload,
        outcome: 'succeeded',
        origin: { userAgent: 'a"}]\\' },
      })
    else expect(answer.status).toBe(400)
    expect(
      (
        await portal.call(
          'audit.verify',
          { organizationId: portal.places.acme },
          { session: portal.callers.tenant.session },
        )
      ).body,
    ).toMatchObject({ whole: true })
  })

  it.each(['changed', 'dropped', 'swapped', 'added', 'cut off at the beginning'])(
    'row 71: an event that was %s behind the API is named',
    async (how) => {
      const portal = await openPortal()
      const { session, user } = portal.callers.tenant
      for (let turn = 0; turn < 5; turn++)
        await portal.call(
          turn % 2 ? 'users.unlock' : 'users.lock',
          { userId: portal.callers.member.user.id, reason: `turn ${turn}` },
          { session },
        )
      const chain = await portal.auditOf('acme')
      const tampered = [...chain]
      const at = chain.length - 3
      if (how === 'changed') tampered[at] = { ...chain[at]!, reason: 'Another.' }
      if (how === 'dropped') tampered.splice(at, 1)
      if (how === 'swapped') [tampered[at], tampered[at + 1]] = [chain[at + 1]!, chain[at]!]
      if (how === 'added') tampered.splice(at, 0, chain[at]!)
      if (how === 'cut off at the beginning') tampered.shift()
      const storage: Storage = {
        ...portal.storage,
        read: (work) =>
          portal.storage.read((tx) =>
            work({
              ...tx,
              audit: {
                ...tx.audit,
                chain: async function* () {
                  yield* tampered
                },
              },
            }),
          ),
      }
      const handler = createRosterHandler(createRoster({ storage }), { caller: () => user.id })
      const body = (await (
        await handler(
          new Request(`${host}/api/roster/organizations/${portal.places.acme}/audit/verification`),
        )
      ).json()) as { whole: boolean; firstBroken: { sequence: number } }
      expect(body.whole).toBe(false)
      expect(body.firstBroken.sequence).toBe(
        how === 'cut off at the beginning'
          ? 2
          : how === 'changed' || how === 'added'
            ? chain[at]!.sequence
            : chain[at + 1]!.sequence,
      )
      expect(
        (await portal.call('audit.verify', { organizationId: portal.places.acme }, { session }))
          .body,
      ).toMatchObject({ whole: true })
    },
  )
})

describe('versions', () => {
  it('row 80: ETag names the version of what is shown, and If-Match asks for it', async () => {
    const portal = await openPortal()
    const { session } = portal.callers.tenant
    const userId = portal.callers.member.user.id
    const shown = await portal.call('users.get', { userId }, { session })
    const tag = shown.headers.get('etag')!
    expect(tag).toBe(`"${String(shown.body['version'])}"`)
    const update = (body: object, ifMatch: string) =>
      portal.send('PATCH', `/users/${userId}`, { session, body, headers: { 'if-match': ifMatch } })
    for (const wrong of ['"99"', `W/${tag}`, 'x', '""', `${tag}, "9"`, '"1e1"'])
      expect((await update({ userType: 'x' }, wrong)).status, wrong).toBe(412)
    expect(await update({ userType: 'x', version: 99 }, tag)).toMatchObject({
      status: 412,
      code: 'precondition_failed',
    })
    const done = await update({ userType: 'x' }, tag)
    expect([done.status, done.headers.get('etag')]).toEqual([
      200,
      `"${Number(shown.body['version']) + 1}"`,
    ])
    expect(await update({ userType: 'y' }, tag)).toMatchObject({
      status: 412,
      code: 'stale_version',
    })
    expect((await update({ userType: 'y', version: done.body['version'] }, '*')).status).toBe(200)
    // Where nothing has a version, asking for one cannot be kept, and is not passed over.
    expect(
      await portal.send('POST', `/users/${userId}/lock`, {
        session,
        body: { reason: 'x' },
        headers: { 'if-match': tag },
      }),
    ).toMatchObject({ status: 412, code: 'precondition_failed' })
  })
})
