import { exportFile, isFileRefusal, type UserView } from '@rosterkit/core'
import { exportUsers, importUsers, openCsvFile } from '@rosterkit/adapters/csv'
import { describe, expect, it } from 'vitest'
import { openWorld } from '../world.ts'
import { markup } from './markup.ts'
import { openPortal } from './portal.ts'

const record = (organizationId: string, more: object = {}) => ({
  organizationId,
  userName: 'new',
  givenName: 'N',
  familyName: 'W',
  email: 'n@example.com',
  ...more,
})
const textOf = async (parts: AsyncIterable<string>) => (await Array.fromAsync(parts)).join('')

describe('files of people', () => {
  it('row 4: an export holds nobody of a foreign scope, asked for or not', async () => {
    const { as, join, places } = await openWorld()
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    await join('ada', 'acme')
    const foreign = await join('stranger', 'beta')
    const above = await join('above', 'harbour')
    for (const asked of [{}, { search: 'stranger' }, { userIds: [foreign.id, above.id] }]) {
      const text = await textOf(exportUsers(admin, asked))
      expect(text).not.toContain('stranger')
      expect(text).not.toContain('above')
    }
    expect(
      (await Array.fromAsync(exportFile(admin, {}))).reduce((sum, { people }) => sum + people, 0),
    ).toBe(2)
    await expect(textOf(exportUsers(admin, { organization: [places.beta] }))).rejects.toMatchObject(
      { code: 'not_found' },
    )
    const nobody = as(await join('member', 'acme'))
    await expect(textOf(exportUsers(nobody))).rejects.toMatchObject({ code: 'not_permitted' })
  })

  it.each([
    [
      'by a role above',
      {
        roles: (places: Record<string, string>) => [
          { roleId: 'administrator', organizationId: places['harbour']! },
        ],
      },
    ],
    [
      'by a role elsewhere',
      {
        roles: (places: Record<string, string>) => [
          { roleId: 'viewer', organizationId: places['gamma']! },
        ],
      },
    ],
    [
      'in an organization above',
      { organizationId: (places: Record<string, string>) => places['harbour']! },
    ],
    [
      'in an organization beside',
      { organizationId: (places: Record<string, string>) => places['beta']! },
    ],
  ])(
    'row 7: an import gives no right above one’s own %s, nor says that it would',
    async (_, fields) => {
      const portal = await openPortal()
      const before = await portal.snapshot()
      const records = [
        {
          ...record(portal.places.acme),
          ...Object.fromEntries(
            Object.entries(fields).map(([name, of]) => [name, of(portal.places)]),
          ),
        },
      ]
      const { session } = portal.callers.tenant
      for (const dryRun of [true, false]) {
        const answer = await portal.call(
          'users.import',
          { records, onExisting: 'update' },
          { session, dryRun },
        )
        expect(answer.status).toBe(200)
        expect(['grant_exceeds_rights', 'not_permitted', 'not_found']).toContain(
          (answer.body['items'] as { code: string }[])[0]!.code,
        )
      }
      expect(await portal.snapshot()).toEqual(before)
    },
  )

  it.each(['peer', 'superior'] as const)(
    'row 8: an import changes nothing of a %s',
    async (who) => {
      const portal = await openPortal()
      const person = await portal.person(who, 'acme', [
        ['administrator', who === 'peer' ? 'acme' : 'platform'],
      ])
      const before = await portal.snapshot(person.user.id)
      const answer = await portal.call(
        'users.import',
        { records: [record(portal.places.acme, { userName: who })], onExisting: 'update' },
        { session: portal.callers.tenant.session },
      )
      expect(answer.body['items']).toMatchObject([
        { outcome: 'refused', code: who === 'peer' ? 'same_rank' : 'outranked' },
      ])
      expect(await portal.snapshot(person.user.id)).toEqual(before)
    },
  )

  it.each([
    'lifecycle',
    'verifiedEmails',
    'status',
    'version2',
    'id',
    'owners',
    'activation',
    'groupIds',
  ])('row 6: an import takes no field %s', async (field) => {
    const portal = await openPortal()
    const before = await portal.snapshot()
    const answer = await portal.call(
      'users.import',
      { records: [record(portal.places.acme, { [field]: 'x' })] },
      { session: portal.callers.tenant.session },
    )
    expect([answer.status, answer.code]).toEqual([400, 'invalid_input'])
    expect(await portal.snapshot()).toEqual(before)
  })

  it.each(['__proto__', 'constructor', 'prototype', 'constructor.prototype', 'toString'])(
    'row 15: the heading %s is none that is known',
    async (heading) => {
      const refusal = await openCsvFile(`Username,${heading}\nada,"{""polluted"":true}"\n`).then(
        () => null,
        (thrown: unknown) => (isFileRefusal(thrown) ? thrown.code : thrown),
      )
      expect(refusal).toBe('unknown_headings')
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
  )

  it('row 15: attributes in a file take no prototype', async () => {
    const { as, join, places } = await openWorld()
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    const text =
      'Username,First name,Last name,E-mail,Attributes\nada,A,L,ada@example.com,"{""__proto__"":{""polluted"":true}}"\n'
    const [outcome] = await Array.fromAsync(
      importUsers(admin, text, { organizationId: places.acme }),
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    if (outcome!.outcome === 'created')
      expect((await admin.users.list({ search: 'ada@' })).items[0]!.attributes).toEqual({})
  })

  const names = [
    "=cmd|' /C calc'!A0",
    '+1',
    '-2+3',
    '@SUM(1)',
    '−1',
    '"=1',
    "'=1",
    '=1;=2',
    'a,=1',
    '=HYPERLINK("http://evil.example","x")',
    '＝1',
  ]
  it('row 58: what begins a formula is neutral in every cell of an export, and an import restores it', async () => {
    const { as, join, places } = await openWorld()
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    for (const [index, name] of names.entries())
      await admin.users.create({
        organizationId: places.acme,
        userName: `=u${index}`,
        name: { givenName: name, familyName: name },
        emails: [{ value: `u${index}@example.com`, primary: true }],
        userType: name,
        activation: 'later',
      })
    const text = await textOf(exportUsers(admin, { sort: 'createdAt' }))
    const cells = Array.from(text.matchAll(/"((?:[^"]|"")*)"/g), ([, cell]) =>
      cell!.replaceAll('""', '"'),
    )
    expect(cells).toHaveLength((names.length + 2) * 18)
    for (const cell of cells) expect(cell).not.toMatch(/^["\s]*[=+\-@−＝＋－＠\t\r]/)
    const people = async () =>
      (await admin.users.list({ search: 'u', sort: 'createdAt' })).items.map(
        ({ name, userName, userType }: UserView) => [
          userName,
          name.givenName,
          name.familyName,
          userType,
        ],
      )
    const before = await people()
    expect(
      (await Array.fromAsync(importUsers(admin, text, { onExisting: 'update' }))).map(
        ({ outcome }) => outcome,
      ),
    ).toEqual(names.map(() => 'unchanged').concat('unchanged'))
    // Changed by hand and imported, everybody is again who they were.
    for (const { id, version } of (await admin.users.list({ search: '=u' })).items)
      await admin.users.update({
        userId: id,
        version,
        name: { givenName: 'x', familyName: 'y' },
        userType: null,
      })
    const back = await Array.fromAsync(
      importUsers(admin, text.replaceAll(/"1"(?=,"STAGED)/g, '""'), { onExisting: 'update' }),
    )
    expect(
      back.map(({ outcome }) => outcome).filter((outcome) => outcome === 'updated'),
    ).toHaveLength(names.length)
    expect(await people()).toEqual(before)
  })

  it.each(markup)('row 60: %j in a name comes out of a file as it went in', async (payload) => {
    const { as, join, places } = await openWorld()
    const admin = as(await join('admin', 'acme', { roles: ['administrator'] }))
    await admin.users.create({
      organizationId: places.acme,
      userName: 'ada',
      name: { givenName: payload, familyName: 'L' },
      emails: [{ value: 'ada@example.com', primary: true }],
      activation: 'later',
    })
    const text = await textOf(exportUsers(admin, { search: 'ada@' }))
    expect(
      (await Array.fromAsync(importUsers(admin, text, { onExisting: 'update' }))).map(
        ({ outcome }) => outcome,
      ),
    ).toEqual(['unchanged'])
  })
})
