import { createRoster, isFileRefusal, OperationError, type RosterClient } from '@rosterkit/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRosterClient } from '../client/client.js'
import {
  exportUsers,
  importUsers,
  openCsvFile,
  refusedLines,
  type CsvSource,
  type ImportChoices,
  type LineOutcome,
} from '../csv.js'
import { memoryStorage } from '../memory/memory-storage.js'
import { createRosterHandler } from '../server/handler.js'

/** A roster with an administrator at its root and two tenants below; over HTTP too. */
async function openRoster() {
  const roster = createRoster({ storage: memoryStorage() })
  const { organizationId: platform, administratorId } = await roster.bootstrap({
    organizationName: 'Platform',
    administrator: {
      userName: 'root',
      name: { givenName: 'Root', familyName: 'Keeper' },
      emails: [{ value: 'root@example.com', primary: true }],
    },
  })
  const caller = { userId: administratorId! }
  const client = roster.as(caller)
  const [acme, beta] = await Promise.all(
    ['Acme', 'Beta; @ Co'].map((name) =>
      client.organizations.create({ organizationId: platform, name }),
    ),
  )
  const handler = createRosterHandler(roster, { caller: () => administratorId })
  const overHttp = createRosterClient({
    baseUrl: 'https://portal.example/api/roster',
    fetch: (request) => handler(request as Request),
  })
  return { roster, client, overHttp, platform, acme: acme!.id, beta: beta!.id }
}

const outcomesOf = (
  client: RosterClient,
  source: CsvSource,
  choices?: ImportChoices,
): Promise<LineOutcome[]> => Array.fromAsync(importUsers(client, source, choices))
const said = (outcome: LineOutcome) =>
  `${outcome.line} ${outcome.outcome}${outcome.outcome === 'refused' ? ` ${outcome.issues.map(({ column, code }) => `${column}: ${code}`).join(', ')}` : ''}`
const textOf = async (parts: AsyncIterable<string>) => (await Array.fromAsync(parts)).join('')
const columnsOf = async (source: CsvSource) =>
  (await openCsvFile(source)).columns.map(({ heading }) => heading)
const cellsOf = async (source: CsvSource) =>
  Array.fromAsync((await openCsvFile(source)).lines, ({ cells }) => cells)
const refusalOf = (source: CsvSource) =>
  openCsvFile(source)
    .then(async ({ lines }) => Array.fromAsync(lines))
    .then(
      () => 'read',
      (thrown: unknown) => (isFileRefusal(thrown) ? thrown.code : thrown),
    )
const bytes = async function* (...parts: (Uint8Array | string)[]) {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part
}

describe('reading a file', () => {
  it.each([
    ['commas', 'Username,First name\nada,Ada\n'],
    ['semicolons, as spreadsheets in much of Europe', 'Username;First name\nada;Ada\n'],
    ['tabs', 'Username\tFirst name\nada\tAda\n'],
    ['CRLF', 'Username,First name\r\nada,Ada\r\n'],
    ['the line ends of old Macs', 'Username,First name\rada,Ada\r'],
    ['no line end at the end', 'Username,First name\nada,Ada'],
    ['a byte order mark', '\uFEFFUsername,First name\nada,Ada'],
    ['empty lines', '\n\nUsername,First name\n\n,\nada,Ada\n\n'],
    ['headings spelt otherwise', ' USER-NAME ,firstname\nada,Ada'],
    ['quoted cells', '"Username","First name"\n"ada","Ada"\n'],
  ])('takes %s', async (_, text) => {
    expect(await columnsOf(text)).toEqual(['Username', 'First name'])
    expect(await cellsOf(text)).toEqual([['ada', 'Ada']])
  })

  it('takes columns in any order, line ends and quotation marks in cells, and counts lines as an editor does', async () => {
    const text = 'Attributes,Username\n"{""note"":\n""a""}",ada\n\n{},"b""c"\n'
    expect(await cellsOf(text)).toEqual([
      ['{"note":\n"a"}', 'ada'],
      ['{}', 'b"c'],
    ])
    expect(await Array.fromAsync((await openCsvFile(text)).lines, ({ line }) => line)).toEqual([
      2, 5,
    ])
  })

  it('takes bytes in any parts, and UTF-16 with its mark', async () => {
    const text = 'Username,First name\r\nłukasz,Łukasz 𝒜\r\n'
    const encoded = new TextEncoder().encode(text)
    for (let size = 1; size < 9; size++)
      expect(
        await cellsOf(
          bytes(
            ...Array.from({ length: Math.ceil(encoded.length / size) }, (_, index) =>
              encoded.slice(index * size, (index + 1) * size),
            ),
          ),
        ),
      ).toEqual([['łukasz', 'Łukasz 𝒜']])
    expect(
      await cellsOf(
        bytes(
          new Uint8Array([
            0xff,
            0xfe,
            ...new Uint8Array(
              Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0)).buffer,
            ),
          ]),
        ),
      ),
    ).toHaveLength(1)
  })

  it.each([
    ['nothing at all', '', 'empty'],
    ['nothing but line ends', '\n\n\r\n', 'empty'],
    ['a workbook', bytes(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0x80])), 'not_text'],
    ['a picture', bytes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0])), 'not_text'],
    ['NUL', 'Username\na\u0000b', 'not_text'],
    [
      'an old encoding',
      bytes(new Uint8Array([...new TextEncoder().encode('Username,First name\nada,'), 0xc9, 0x0a])),
      'not_utf8',
    ],
    ['unknown headings', 'Username,Shoe size\nada,38', 'unknown_headings'],
    ['no headings', 'ada,Ada', 'unknown_headings'],
    ['no usernames', 'First name\nAda', 'missing_headings'],
    ['a heading twice', 'Username,username\na,b', 'repeated_headings'],
    ['a quotation mark inside a cell', 'Username\nada\n"y"z\nbob', 'broken_quotes'],
    ['a line without an end', `Username\n"${'x\n'.repeat(600_000)}`, 'broken_quotes'],
  ])('refuses %s', async (_, source, code) => {
    expect(await refusalOf(source)).toBe(code)
  })

  it('says what is wrong and what is known', async () => {
    await expect(openCsvFile('Username,Shoe size\n')).rejects.toThrow(
      'These headings are not known: “Shoe size”. Remove or rename them. Known are: Username, First name,',
    )
  })

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'row 15: the heading %s is one that is not known',
    async (heading) => {
      expect(await refusalOf(`Username,${heading}\nada,{}`)).toBe('unknown_headings')
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
  )
})

describe('an import', () => {
  it('tells of every line what became of it, in the order of the file', async () => {
    const { client, acme } = await openRoster()
    const text = [
      'Username,First name,Last name,E-mail,MFA required,Organization',
      'ada,Ada,Lovelace,ada@example.com,yes,Acme',
      'bob,Bob,,bob@example.com,maybe,Nowhere',
      'eve,Eve,,nobody,,Platform / Acme',
      'ADA,Ada,King,king@example.com,no,Acme',
      'short,line',
      'zoe,Zoë,Jones,zoe@example.com,no,',
      '',
    ].join('\n')
    expect((await outcomesOf(client, text, { organizationId: acme })).map(said)).toEqual([
      '2 created',
      '3 refused MFA required: not_yes_or_no, Organization: unknown_organization',
      '4 refused Last name: too_small, E-mail: invalid_format',
      '5 refused Username: repeated_in_file',
      '6 refused null: other_number_of_cells',
      '7 created',
    ])
    const found = await client.users.list({ organization: [acme] })
    expect(found.items.map(({ userName, mfa }) => [userName, mfa.required])).toEqual([
      ['zoe', false],
      ['ada', true],
    ])
  })

  it.each(['client', 'overHttp'] as const)(
    '%s: says in a dry run what it would do, also of a username that stands in the file twice, and does nothing',
    async (way) => {
      const roster = await openRoster()
      const client = roster[way]
      await client.users.create({
        organizationId: roster.acme,
        userName: 'old',
        name: { givenName: 'O', familyName: 'L' },
        emails: [{ value: 'old@example.com', primary: true }],
        activation: 'later',
      })
      const text =
        'Username,First name,Last name,E-mail\nada,Ada,L,ada@example.com\nada,Ada,L,other@example.com\nold,O,King,old@example.com\nOLD,O,L,\n'
      const choices = { organizationId: roster.acme, onExisting: 'update' } as const
      const foreseen = (await outcomesOf(client, text, { ...choices, dryRun: true })).map(said)
      expect(foreseen).toEqual([
        '2 created',
        '3 refused Username: repeated_in_file',
        '4 updated',
        '5 refused Username: repeated_in_file',
      ])
      expect(
        (await client.users.list({ organization: [roster.acme] })).items.map(
          ({ version, name }) => [version, name.familyName],
        ),
      ).toEqual([[1, 'L']])
      expect((await outcomesOf(client, text, choices)).map(said)).toEqual(foreseen)
    },
  )

  it('names nobody’s organization for them', async () => {
    const { client } = await openRoster()
    expect((await outcomesOf(client, 'Username\nada')).map(said)).toEqual([
      '2 refused Organization: no_organization',
    ])
  })

  it('finds organizations by name, by path and by id, and asks which where several are called so', async () => {
    const { client, acme, platform } = await openRoster()
    const twin = await client.organizations.create({ organizationId: acme, name: 'Acme' })
    const line = (name: string, organization: string) =>
      `${name},Ada,Test,${name}@example.com,${organization}\n`
    const outcomes = await outcomesOf(
      client,
      `Username,First name,Last name,E-mail,Organization\n${line('a', 'acme')}${line('b', 'Platform / Acme')}${line('c', 'Acme / Acme')}${line('d', twin.id)}${line('e', platform)}`,
    )
    expect(outcomes.map(said)).toEqual([
      '2 refused Organization: ambiguous_organization',
      '3 created',
      '4 created',
      '5 created',
      '6 created',
    ])
    const where = async (name: string) =>
      (await client.users.list({ search: `${name}@example.com` })).items[0]!.organization.id
    expect([await where('b'), await where('c'), await where('d')]).toEqual([acme, twin.id, twin.id])
  })

  it('gives roles at home and elsewhere, and says in which column they were refused', async () => {
    const { client, acme, beta } = await openRoster()
    const text = `Username,First name,Last name,E-mail,Organization,Roles\nada,Ada,L,ada@example.com,Acme,viewer; support @ ${beta}\nbob,Bob,L,bob@example.com,Acme,emperor\n`
    expect((await outcomesOf(client, text)).map(said)).toEqual([
      '2 created',
      '3 refused Roles: unknown_role',
    ])
    expect(
      (await client.users.list({ search: 'ada@' })).items[0]!.roles.map(
        ({ roleId, organization }) => [roleId, organization.id],
      ),
    ).toEqual([
      ['viewer', acme],
      ['support', beta],
    ])
  })

  it('sends a hundred lines a call, and stops between two', async () => {
    const { client, acme } = await openRoster()
    const calls: number[] = []
    const counting = {
      ...client,
      call: ((operation, input, options) => (
        calls.push((input as { records?: unknown[] }).records?.length ?? 0),
        client.call(operation, input, options)
      )) as RosterClient['call'],
    } as RosterClient
    const lines = Array.from({ length: 250 }, (_, index) => `u${index},A,B,u${index}@example.com`)
    const stop = new AbortController()
    const outcomes: LineOutcome[] = []
    for await (const outcome of importUsers(
      counting,
      ['Username,First name,Last name,E-mail', ...lines].join('\n'),
      { organizationId: acme, signal: stop.signal },
    )) {
      outcomes.push(outcome)
      if (outcomes.length === 150) stop.abort()
    }
    expect(calls).toEqual([0, 100, 100])
    expect(outcomes).toHaveLength(200)
    expect((await client.users.list({ organization: [acme] })).count.value).toBe(200)
  })

  it('waits when too many requests came, and tells what is not known when the server falls silent', async () => {
    const { client, acme } = await openRoster()
    let calls = 0
    const failing = {
      ...client,
      call: ((operation, input, options) => {
        calls++
        if (calls === 2)
          throw new OperationError(
            { code: 'too_many_requests', details: { retryAfterSeconds: 0.01 } } as never,
            { title: '', sentence: '' },
          )
        if (calls === 4)
          throw new OperationError({ code: 'unavailable' }, { title: '', sentence: '' })
        return client.call(operation, input, options)
      }) as RosterClient['call'],
    } as RosterClient
    const lines = Array.from({ length: 150 }, (_, index) => `u${index},A,B,u${index}@example.com`)
    const outcomes: LineOutcome[] = []
    const importing = (async () => {
      for await (const outcome of importUsers(
        failing,
        ['Username,First name,Last name,E-mail', ...lines].join('\n'),
        { organizationId: acme },
      ))
        outcomes.push(outcome)
    })()
    await expect(importing).rejects.toMatchObject({ code: 'unavailable' })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      ...Array<string>(100).fill('created'),
      ...Array<string>(50).fill('unknown'),
    ])
  })

  it('gives the refused lines back as a file that can be corrected and imported as it is', async () => {
    const { client, acme } = await openRoster()
    const text =
      'Username;First name;Last name;E-mail\nada;Ada;L;nobody\n=bob;Bob;L;bob@example.com\n'
    const file = await openCsvFile(text)
    const outcomes = await outcomesOf(client, text, { organizationId: acme })
    const refused = refusedLines(
      file.columns,
      outcomes.filter(({ outcome }) => outcome === 'refused'),
    )
    expect(refused).toMatch(
      /^"Username","First name","Last name","E-mail","Problem"\r\n"ada","Ada","L","nobody",".*e-mail address.*"\r\n$/,
    )
    expect(
      (
        await outcomesOf(client, refused.replace('nobody', 'ada@example.com'), {
          organizationId: acme,
        })
      ).map(said),
    ).toEqual(['2 created'])
  })
})

describe('an export', () => {
  it.each(['client', 'overHttp'] as const)(
    'row 58: %s: imports back unchanged, whatever is in the names, and restores what was there elsewhere',
    async (way) => {
      const awkward = fc.sample(
        fc
          .string({
            unit: fc.constantFrom('=', '+', '-', '@', '−', "'", '"', ' ', ';', ',', 'a', 'é', '＝'),
            minLength: 1,
            maxLength: 12,
          })
          .filter((text) => text.trim() !== ''),
        { numRuns: 60, seed: 7 },
      )
      const from = await openRoster()
      for (const [index, text] of awkward.entries()) {
        const place = index % 2 === 0 ? from.acme : from.beta
        const roles =
          index % 3 === 0
            ? [
                { roleId: 'viewer', organizationId: place },
                { roleId: 'support', organizationId: from.beta },
              ].slice(0, place === from.beta ? 1 : 2)
            : []
        await from.client.users.create({
          organizationId: place,
          userName: `=u${index}`,
          name: { givenName: text, familyName: `@${text}` },
          emails: [
            { value: `u${index}@example.com`, primary: true },
            ...(index % 4 === 0 ? [{ value: `second${index}@example.com`, primary: false }] : []),
          ],
          phoneNumbers: index % 5 === 0 ? [{ value: '+44 20 1' }, { value: '+44 20 2' }] : [],
          userType: index % 2 === 0 ? `-${index}` : null,
          roles,
          activation: 'later',
        })
      }
      const file = await textOf(exportUsers(from[way]))
      expect(file.startsWith('\uFEFF"Username","First name"')).toBe(true)
      // Nothing in any cell begins what a spreadsheet would calculate.
      for (const cell of (await import('papaparse')).default.parse<string[]>(file).data.flat())
        expect(cell).not.toMatch(/^["\s]*[=+\-@−＝]|[;,][" ]*[=+\-@−＝]/)
      const back = await outcomesOf(from[way], file, { onExisting: 'update' })
      expect(new Set(back.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
      expect(back).toHaveLength(61)

      const to = await openRoster()
      // Ids are other ones there; the tenant that has no name of its own in a file is known by its
      // id.
      const outcomes = await outcomesOf(to[way], file.replaceAll(from.beta, to.beta))
      expect(outcomes.filter(({ outcome }) => outcome !== 'created').map(said)).toEqual([
        expect.stringContaining('refused Username: user_name_taken'),
      ])
      const people = async ({ client }: typeof from) =>
        (await Array.fromAsync(exportUsers(client, { sort: 'userName' })))
          .join('')
          .replaceAll(/"\d{4}-[^"]*Z"|"[0-9a-f-]{36}"|@ [0-9a-f-]{36}/g, '')
      expect(await people(to)).toBe(await people(from))
    },
  )

  it('holds whom the filter finds and whom the caller may see, or whom it names', async () => {
    const { client, acme, beta, roster } = await openRoster()
    const add = (userName: string, organizationId: string) =>
      client.users.create({
        organizationId,
        userName,
        name: { givenName: 'A', familyName: userName },
        emails: [{ value: `${userName}@example.com`, primary: true }],
        roles: userName === 'keeper' ? [{ roleId: 'administrator', organizationId }] : [],
        activation: 'later',
      })
    const keeper = await add('keeper', acme)
    await roster.storage.transaction(async (tx) => {
      const user = (await tx.users.find(keeper.id))!
      await tx.users.update(
        { ...user, lifecycle: { ...user.lifecycle, state: 'active' } },
        user.version,
        acme,
      )
    })
    const [ada, foreign] = [await add('ada', acme), await add('foreign', beta)]
    const names = async (...asked: Parameters<typeof exportUsers>) =>
      (await cellsOf(exportUsers(...asked))).map(([userName]) => userName)
    expect(await names(client, { organization: [acme], sort: 'userName' })).toEqual([
      'ada',
      'keeper',
    ])
    expect(await names(client, { search: 'foreign@' })).toEqual(['foreign'])
    const ofAcme = roster.as({ userId: keeper.id })
    expect(await names(ofAcme, { sort: 'userName' })).toEqual(['ada', 'keeper'])
    expect(await names(ofAcme, { userIds: [foreign.id, ada.id] })).toEqual(['ada'])
  })
})
