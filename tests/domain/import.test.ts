import { contract } from '@rosterkit/core'
import { importUsers } from '@rosterkit/adapters/csv'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { withServices } from '../services.ts'
import { idOf, openWorld, refusalOf } from '../world.ts'

const person = (userName: string, organizationId: string, more: object = {}) => ({
  organizationId,
  userName,
  givenName: 'Ada',
  familyName: 'Lovelace',
  email: `${userName}@example.com`,
  ...more,
})

/** An administrator of acme, and what each item came to in a word. */
async function openImport(options: Parameters<typeof openWorld>[0] = {}) {
  const world = await openWorld(options)
  const admin = world.as(await world.join('admin', 'acme', { roles: ['administrator'] }))
  const outcomes = async (call: ReturnType<typeof admin.users.import>) =>
    (await call).items.map((item) => (item.outcome === 'refused' ? item.code : item.outcome))
  return { ...world, admin, outcomes, acme: world.places.acme }
}

describe('an import', () => {
  it('adds people one by one: whoever is refused stops nobody else, and each is in the audit', async () => {
    const { acme, admin, auditOf, join, places } = await openImport()
    await join('taken', 'acme')
    const { items } = await admin.users.import({
      records: [
        person('ada', acme, {
          otherEmails: ['ada@home.example'],
          phoneNumbers: ['+44 20 7946 0000'],
          userType: 'Staff',
          locale: 'en-GB',
          mfaRequired: true,
          roles: [{ roleId: 'viewer', organizationId: acme }],
        }),
        person('TAKEN', acme),
        person('no mail', acme, { email: 'nowhere' }),
        person('elsewhere', places.gamma),
        person('nowhere', idOf(99_999)),
        person('bob', acme),
      ],
    })
    expect(items.map((item) => (item.outcome === 'refused' ? item.code : item.outcome))).toEqual([
      'created',
      'user_name_taken',
      'invalid_input',
      'not_found',
      'not_found',
      'created',
    ])
    expect(items[2]).toMatchObject({
      title: 'Check what was entered',
      details: { issues: [{ path: 'userName' }, { path: 'emails.0.value' }] },
    })
    const ada = (await admin.users.list({ search: 'ada' })).items[0]!
    expect(ada).toMatchObject({
      id: (items[0] as { userId: string }).userId,
      emails: [
        { value: 'ada@example.com', primary: true },
        { value: 'ada@home.example', primary: false },
      ],
      phoneNumbers: [{ value: '+44 20 7946 0000' }],
      userType: 'Staff',
      locale: 'en-GB',
      mfa: { required: true },
      roles: [{ roleId: 'viewer' }],
      status: { status: 'STAGED' },
    })
    const events = (await auditOf('acme')).map(({ event, outcome }) => `${event} ${outcome}`)
    expect(events.filter((event) => event === 'user.created succeeded')).toHaveLength(2)
    expect(events.filter((event) => event === 'user.created refused')).toHaveLength(4)
    expect(events.filter((event) => event === 'user.import succeeded')).toHaveLength(1)
  })

  it('sends no mail unless people are to begin now', async () => {
    const { mail, services } = withServices()
    const { acme, admin, roster } = await openImport(services)
    await admin.users.import({ records: [person('later', acme)] })
    await roster.mail.deliver()
    expect(mail.mails).toEqual([])
    await admin.users.import({ records: [person('now', acme)], activation: 'now' })
    await roster.mail.deliver()
    expect(mail.mails.map(({ to }) => to.address)).toEqual(['now@example.com'])
  })

  it('shows no link, even where the policy shows it to whoever adds somebody', async () => {
    const { services } = withServices()
    const { acme, admin } = await openImport({
      ...services,
      activation: { delivery: 'show', lifetimeHours: 24 },
    })
    expect(
      JSON.stringify(
        await admin.users.import({ records: [person('ada', acme)], activation: 'now' }),
      ),
    ).not.toContain('#')
  })

  it('leaves whoever is there alone unless they are to be changed', async () => {
    const { acme, admin, outcomes, join } = await openImport()
    const ada = await join('ada', 'acme')
    const records = [person('Ada', acme, { familyName: 'King' })]
    expect(await outcomes(admin.users.import({ records }))).toEqual(['user_name_taken'])
    expect((await admin.users.get({ userId: ada.id })).name.familyName).toBe('Test')
    expect(await outcomes(admin.users.import({ records, onExisting: 'update' }))).toEqual([
      'updated',
    ])
    expect(await admin.users.get({ userId: ada.id })).toMatchObject({
      userName: 'Ada',
      name: { familyName: 'King' },
      version: 2,
    })
  })

  it('changes only what stands in the record and is not so already', async () => {
    const { acme, admin, auditOf, outcomes, join } = await openImport()
    const emails = [
      { value: 'second@example.com', primary: false },
      { value: 'ada@example.com', primary: true },
    ]
    const ada = await join('ada', 'acme', {
      emails,
      phoneNumbers: [{ value: '+44 1234' }],
      userType: 'Staff',
      mfa: { required: true, enrolment: 'none' },
    })
    const update = (record: object) =>
      outcomes(
        admin.users.import({
          records: [{ organizationId: acme, userName: 'ada', ...record }],
          onExisting: 'update',
        }),
      )
    expect(
      await update({
        givenName: ' ada ',
        familyName: 'Test',
        email: 'ada@example.com',
        otherEmails: ['second@example.com'],
        phoneNumbers: ['+44 1234'],
        userType: 'Staff',
        locale: null,
        mfaRequired: true,
        federatedOnly: false,
        attributes: {},
        roles: [],
      }),
    ).toEqual(['unchanged'])
    expect(await admin.users.get({ userId: ada.id })).toMatchObject({ version: 1, emails })
    expect(await update({ familyName: 'King' })).toEqual(['updated'])
    expect(await update({ email: 'new@example.com' })).toEqual(['updated'])
    expect(await update({ userType: null, phoneNumbers: [] })).toEqual(['updated'])
    expect(await admin.users.get({ userId: ada.id })).toMatchObject({
      version: 4,
      name: { givenName: 'ada', familyName: 'King' },
      emails: [
        { value: 'new@example.com', primary: true },
        { value: 'second@example.com', primary: false },
      ],
      userType: null,
      phoneNumbers: [],
      mfa: { required: true },
    })
    expect((await auditOf('acme')).filter(({ event }) => event === 'user.updated')).toHaveLength(3)
  })

  it('changes nothing that another system owns, and says who', async () => {
    const { acme, admin, join, roster } = await openImport()
    const ada = await join('ada', 'acme')
    await roster.claimFields({ userId: ada.id, fields: ['emails'], owner: 'scim' })
    const records = [{ organizationId: acme, userName: 'ada', email: 'new@example.com' }]
    expect((await admin.users.import({ records, onExisting: 'update' })).items).toMatchObject([
      {
        outcome: 'refused',
        code: 'field_owned_elsewhere',
        details: { field: 'emails', owner: 'scim' },
      },
    ])
    // What is not theirs can be changed, and what is so already is no change.
    expect(
      (
        await admin.users.import({
          records: [{ ...records[0]!, email: 'ada@example.com', familyName: 'King' }],
          onExisting: 'update',
        })
      ).items,
    ).toMatchObject([{ outcome: 'updated' }])
    expect((await admin.users.get({ userId: ada.id })).emails[0]!.value).toBe('ada@example.com')
  })

  it('is refused for whoever was changed since the file was made', async () => {
    const { acme, admin, outcomes, join } = await openImport()
    const ada = await join('ada', 'acme')
    await admin.users.update({ userId: ada.id, version: 1, userType: 'Staff' })
    const update = (record: object) =>
      outcomes(
        admin.users.import({
          records: [{ organizationId: acme, userName: 'ada', ...record }],
          onExisting: 'update',
        }),
      )
    expect(await update({ familyName: 'King', version: 1 })).toEqual(['stale_version'])
    expect(await update({ familyName: 'Test', version: 1 })).toEqual(['unchanged'])
    expect(await update({ familyName: 'King', version: 2 })).toEqual(['updated'])
  })

  it('gives roles to new people only, and moves nobody', async () => {
    const { acme, admin, join, places } = await openImport({ userNameBoundary: 'roster' })
    await join('ada', 'acme', { roles: ['viewer'] })
    const update = async (record: object) =>
      (
        await admin.users.import({
          records: [{ organizationId: acme, userName: 'ada', ...record }],
          onExisting: 'update',
        })
      ).items[0]
    expect(await update({ roles: [{ roleId: 'viewer', organizationId: acme }] })).toMatchObject({
      outcome: 'unchanged',
    })
    expect(await update({ roles: [{ roleId: 'support', organizationId: acme }] })).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'roles', code: 'roles_not_imported' }] },
    })
    expect(await update({ organizationId: places.beta })).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'organizationId', code: 'other_organization' }] },
    })
  })

  it('says of whoever the caller may not see no more than that the username is taken', async () => {
    const { acme, admin, outcomes, join } = await openImport({ userNameBoundary: 'roster' })
    await join('foreign', 'gamma')
    expect(
      await outcomes(
        admin.users.import({ records: [person('foreign', acme)], onExisting: 'update' }),
      ),
    ).toEqual(['user_name_taken'])
  })

  it('judges attributes by the host’s schema, and compares them whatever the order of their names', async () => {
    const { acme, admin, outcomes, join } = await openImport({
      attributes: z.strictObject({ department: z.string(), floor: z.optional(z.number()) }),
    })
    await join('ada', 'acme', { attributes: { department: 'Sales', floor: 3 } })
    const update = (attributes: object) =>
      outcomes(
        admin.users.import({
          records: [{ organizationId: acme, userName: 'ada', attributes: { ...attributes } }],
          onExisting: 'update',
        }),
      )
    expect(await update({ floor: 3, department: 'Sales' })).toEqual(['unchanged'])
    expect(await update({ department: 5 })).toEqual(['invalid_input'])
    expect(await update({ department: 'Law' })).toEqual(['updated'])
  })

  it('demands everything that adding a person demands: rights, rank, and no single sign-on', async () => {
    const { acme, admin, as, join, outcomes } = await openImport({
      roles: [
        {
          id: 'adder',
          name: 'Adder',
          description: '',
          permissions: ['user:read', 'organization:read', 'user:create', 'role:assign'],
        },
      ],
    })
    const viewer = as(await join('viewer', 'acme', { roles: ['viewer'] }))
    const adder = as(await join('adder', 'acme', { roles: ['adder'] }))
    const root = as(await join('root', 'platform', { roles: ['administrator'] }))
    const outcome = (
      client: typeof admin,
      record: object,
      onExisting: 'refuse' | 'update' = 'refuse',
    ) =>
      outcomes(client.users.import({ records: [{ ...person('x', acme), ...record }], onExisting }))
    expect(await refusalOf(viewer.users.import({ records: [person('x', acme)] }))).toBe(
      'not_permitted',
    )
    expect(
      await outcome(adder, { roles: [{ roleId: 'administrator', organizationId: acme }] }),
    ).toEqual(['grant_exceeds_rights'])
    // May add, and not change.
    expect(await outcome(adder, { userName: 'viewer' }, 'update')).toEqual(['not_permitted'])
    // Nor anybody of the same rank.
    await join('peer', 'acme', { roles: ['administrator'] })
    expect(await outcome(admin, { userName: 'peer' }, 'update')).toEqual(['same_rank'])
    await root.organizations.update({ organizationId: acme, version: 1, ssoProvider: 'Okta' })
    expect(await outcome(admin, {})).toEqual(['managed_by_sso'])
  })

  it('can be asked what it would do, and does nothing then', async () => {
    const { acme, admin, join, auditOf } = await openImport()
    const ada = await join('ada', 'acme')
    await join('bob', 'acme')
    const before = (await auditOf('acme')).length
    const input = {
      records: [
        person('new', acme),
        { organizationId: acme, userName: 'ada', familyName: 'King' },
        { organizationId: acme, userName: 'bob', familyName: 'Test' },
        person('broken', acme, { email: '' }),
      ],
      onExisting: 'update' as const,
    }
    const { plan, items } = await admin.plan(contract.users.import, input)
    expect(items).toMatchObject([
      { planned: true, operation: 'users.create', subject: { label: 'Ada Lovelace' } },
      {
        planned: true,
        operation: 'users.update',
        subject: { id: ada.id },
        changes: [{ field: 'name', before: { familyName: 'Test' }, after: { familyName: 'King' } }],
      },
      { planned: true, operation: null, changes: [] },
      {
        planned: false,
        userId: null,
        code: 'invalid_input',
        details: { issues: [{ path: 'emails.0.value' }] },
      },
    ])
    expect(await auditOf('acme')).toHaveLength(before)
    expect((await admin.users.list({})).count.value).toBe(3)
    // Of what was changed meanwhile nothing is done, of the rest what was planned.
    await admin.users.update({ userId: ada.id, version: 1, userType: 'Staff' })
    expect(
      (await admin.users.import(input, { plan })).items.map((item) =>
        item.outcome === 'refused' ? item.code : item.outcome,
      ),
    ).toEqual(['created', 'stale_plan', 'unchanged', 'invalid_input'])
    expect(
      await refusalOf(admin.users.import({ ...input, records: input.records.slice(1) }, { plan })),
    ).toBe('stale_plan')
  })

  it('refuses a second line of a file with the same username, in a dry run as well', async () => {
    const { acme, admin } = await openImport()
    const text =
      'Username,First name,Last name,E-mail\nada,A,L,ada@example.com\nADA,A,L,other@example.com\n'
    for (const dryRun of [true, false]) {
      const outcomes = await Array.fromAsync(
        importUsers(admin, text, { organizationId: acme, onExisting: 'update', dryRun }),
      )
      expect(outcomes).toMatchObject([
        { line: 2, outcome: 'created' },
        {
          line: 3,
          outcome: 'refused',
          issues: [
            {
              column: 'Username',
              code: 'repeated_in_file',
              message: 'This username stands in line 2 already.',
            },
          ],
        },
      ])
    }
  })

  it('is nothing for strangers, for none, for too many and for fields that there are not', async () => {
    const { acme, admin, roster } = await openImport()
    expect(
      await refusalOf(roster.as({ userId: null }).users.import({ records: [person('x', acme)] })),
    ).toBe('unauthenticated')
    for (const records of [
      [],
      Array.from({ length: 101 }, (_, index) => person(`x${index}`, acme)),
      [{ ...person('x', acme), lifecycle: 'active' }],
    ])
      expect(await refusalOf(admin.users.import({ records }))).toBe('invalid_input')
  })

  it('sent again with its key carries out the rest, and answers of the others as before', async () => {
    const { join, places, roster } = await openWorld()
    const acme = places.acme
    const admin = await join('admin', 'acme', { roles: ['administrator'] })
    const send = () =>
      roster.execute('users.import', {
        caller: { userId: admin.id },
        input: { records: [person('ada', acme), person('bob', acme)] },
        idempotencyKey: 'k',
      })
    const first = await send()
    expect(await send()).toEqual(first)
    expect(
      (await roster.as({ userId: admin.id }).users.list({ search: 'example.com' })).count.value,
    ).toBe(3)
  })
})
