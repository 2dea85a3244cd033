import { describe, expect, it } from 'vitest'
import { base, newcomer, openScim, patchOf, type ScimBody } from '../scim-world.ts'
import { idOf, refusalOf } from '../world.ts'

// SCIM as identity providers speak it, by their public documentation: Okta (users by PUT,
// activation by PATCH without a path, group push) and Entra ID (PATCH for everything, operations in
// capitals).

const emails = ({ body }: { readonly body: ScimBody }) =>
  (body['emails'] as { value: string; type: string; primary: boolean }[]).map(
    ({ value, type, primary }) => [value, type, primary],
  )

describe('Okta', () => {
  it('tests the connection, finds nobody, creates, reads, updates by PUT, deactivates and reactivates', async () => {
    const { send, found, stands } = await openScim()
    expect((await send('GET', '/Users?startIndex=1&count=2')).body).toMatchObject({
      totalResults: 1,
      startIndex: 1,
    })
    expect((await send('GET', '/Groups?startIndex=1&count=100')).body).toMatchObject({
      totalResults: 0,
    })
    const missing = await send(
      'GET',
      `/Users?filter=${encodeURIComponent('userName eq "ada@example.com"')}&startIndex=1&count=100`,
    )
    expect(missing.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 0,
      Resources: [],
    })
    const okta = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'ada@example.com',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      emails: [{ primary: true, value: 'ada@example.com', type: 'work' }],
      displayName: 'Ada Lovelace',
      locale: 'en-US',
      externalId: '00u1a2b3c4',
      groups: [],
      password: '1mz050nq',
      active: true,
    }
    const created = await send('POST', '/Users', okta)
    const { id } = created.body
    expect(created).toMatchObject({
      status: 201,
      body: {
        userName: 'ada@example.com',
        externalId: '00u1a2b3c4',
        locale: 'en-US',
        active: true,
        meta: { resourceType: 'User', location: `${base}/Users/${id}` },
      },
    })
    expect([created.headers.get('location'), created.headers.get('etag')]).toEqual([
      `${base}/Users/${id}`,
      'W/"2"',
    ])
    expect(await found('userName eq "ADA@example.com"')).toEqual([id])
    // It reads the person and sends all of it back, with the change.
    const read = (await send('GET', `/Users/${id}`)).body
    expect(
      await send('PUT', `/Users/${id}`, {
        ...read,
        name: { givenName: 'Ada', familyName: 'King' },
        emails: [{ primary: true, value: 'ada.king@example.com', type: 'work' }],
      }),
    ).toMatchObject({
      status: 200,
      body: { name: { familyName: 'King' }, externalId: '00u1a2b3c4', active: true },
    })
    expect(
      await send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: false } })),
    ).toMatchObject({ status: 200, body: { active: false } })
    expect(
      await send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: true } })),
    ).toMatchObject({ status: 200, body: { active: true } })
    expect(await stands(id)).toMatchObject({
      signInRoute: 'federated',
      lifecycle: { state: 'active' },
      emails: [{ value: 'ada.king@example.com', primary: true }],
    })
  })

  it('pushes a group: creates it, renames it by an object with its id, puts people in and takes them out', async () => {
    const { send, provision } = await openScim()
    const [ada, bob] = [await provision('ada'), await provision('bob')]
    const group = await send('POST', '/Groups', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Sales',
      members: [],
    })
    const path = `/Groups/${group.body.id}`
    expect(group.status).toBe(201)
    expect(
      await send(
        'PATCH',
        path,
        patchOf({ op: 'replace', value: { id: group.body.id, displayName: 'Sales EMEA' } }),
      ),
    ).toMatchObject({ status: 200, body: { displayName: 'Sales EMEA' } })
    const members = async () =>
      ((await send('GET', path)).body['members'] as { value: string }[])
        .map(({ value }) => value)
        .sort()
    await send(
      'PATCH',
      path,
      patchOf({
        op: 'add',
        path: 'members',
        value: [
          { value: ada.id, display: 'ada' },
          { value: bob.id, display: 'bob' },
        ],
      }),
    )
    expect(await members()).toEqual([ada.id, bob.id])
    await send('PATCH', path, patchOf({ op: 'remove', path: `members[value eq "${ada.id}"]` }))
    expect(await members()).toEqual([bob.id])
    await send(
      'PATCH',
      path,
      patchOf({ op: 'replace', path: 'members', value: [{ value: ada.id }] }),
    )
    expect(await members()).toEqual([ada.id])
    expect((await send('GET', `/Users/${ada.id}`)).body['groups']).toEqual([
      { value: group.body.id, display: 'Sales EMEA', $ref: `${base}${path}`, type: 'direct' },
    ])
    expect(
      (await send('PUT', path, { displayName: 'Sales', members: [{ value: bob.id }] })).body,
    ).toMatchObject({ displayName: 'Sales', members: [{ value: bob.id }] })
    expect((await send('DELETE', path)).status).toBe(204)
    expect([
      (await send('GET', path)).status,
      (await send('GET', `/Users/${bob.id}`)).body['groups'],
    ]).toEqual([404, []])
  })
})

describe('Entra ID', () => {
  const user = {
    schemas: [
      'urn:ietf:params:scim:schemas:core:2.0:User',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    ],
    externalId: '0a21f0f2',
    userName: 'ada@tenant.example',
    active: true,
    displayName: 'Ada',
    emails: [{ primary: true, type: 'work', value: 'ada@tenant.example' }],
    meta: { resourceType: 'User' },
    name: { formatted: 'x', familyName: 'Lovelace', givenName: 'Ada' },
    roles: [],
    title: 'Analyst',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Engines' },
  }

  it('probes for somebody who is not there, creates, and patches in its own spelling', async () => {
    const { send, found } = await openScim()
    expect(await found('userName eq "3f2504e0-4f89-11d3-9a0c-0305e82c3301"')).toEqual([])
    const { id } = (await send('POST', '/Users', user)).body
    expect(await found('externalId eq "0a21f0f2"')).toEqual([id])
    const patches: readonly (readonly [
      object,
      (answer: { readonly body: ScimBody }) => unknown,
      unknown,
    ])[] = [
      [{ op: 'Replace', path: 'active', value: 'False' }, ({ body }) => body['active'], false],
      [{ op: 'Replace', path: 'active', value: 'True' }, ({ body }) => body['active'], true],
      [
        { op: 'Replace', path: 'emails[type eq "work"].value', value: 'new@tenant.example' },
        emails,
        [['new@tenant.example', 'work', true]],
      ],
      [
        { op: 'Add', path: 'emails[type eq "work"].value', value: 'newer@tenant.example' },
        emails,
        [['newer@tenant.example', 'work', true]],
      ],
      [
        { op: 'Add', path: 'emails[type eq "home"].value', value: 'home@tenant.example' },
        emails,
        [
          ['newer@tenant.example', 'work', true],
          ['home@tenant.example', 'home', false],
        ],
      ],
      [
        { op: 'Remove', path: 'emails[type eq "home"]' },
        emails,
        [['newer@tenant.example', 'work', true]],
      ],
      [
        { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+44 20 7946 0000' },
        ({ body }) => body['phoneNumbers'],
        [{ value: '+44 20 7946 0000', type: 'mobile' }],
      ],
      [
        { op: 'Replace', path: 'phoneNumbers[type eq "mobile"].value', value: '+44 20 7946 0001' },
        ({ body }) => body['phoneNumbers'],
        [{ value: '+44 20 7946 0001', type: 'mobile' }],
      ],
      [
        { op: 'Remove', path: 'phoneNumbers[type eq "mobile"].value' },
        ({ body }) => body['phoneNumbers'],
        [],
      ],
      [
        { op: 'Replace', path: 'name.familyName', value: 'King' },
        ({ body }) => body['name'],
        { givenName: 'Ada', familyName: 'King', formatted: 'Ada King' },
      ],
      [
        {
          op: 'Replace',
          value: {
            'name.givenName': 'Augusta',
            'emails[type eq "work"].value': 'a@tenant.example',
            displayName: 'x',
          },
        },
        (answer) => [answer.body['displayName'], emails(answer)],
        ['Augusta King', [['a@tenant.example', 'work', true]]],
      ],
      [
        {
          op: 'Replace',
          path: 'urn:ietf:params:scim:schemas:core:2.0:User:userType',
          value: 'Member',
        },
        ({ body }) => body['userType'],
        'Member',
      ],
      [{ op: 'Remove', path: 'userType' }, ({ body }) => body['userType'], undefined],
      [
        {
          op: 'Add',
          path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
          value: 'X',
        },
        ({ body }) => body['externalId'],
        '0a21f0f2',
      ],
      [{ op: 'Replace', path: 'title', value: 'Countess' }, ({ body }) => body['title'], undefined],
      [
        {
          op: 'Add',
          path: 'roles',
          value: [
            {
              primary: false,
              type: 'WindowsAzureActiveDirectoryRole',
              display: 'Viewer',
              value: 'viewer',
            },
          ],
        },
        ({ body }) => body['roles'],
        [{ value: 'viewer', display: 'Viewer', primary: true }],
      ],
      [
        { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'support' },
        ({ body }) => (body['roles'] as { value: string }[]).map(({ value }) => value).sort(),
        ['support', 'viewer'],
      ],
      [
        { op: 'Remove', path: 'roles', value: [{ value: 'viewer' }, { value: 'support' }] },
        ({ body }) => body['roles'],
        [],
      ],
    ]
    for (const [operation, shown, expected] of patches) {
      const answer = await send('PATCH', `/Users/${id}`, patchOf(operation))
      expect([operation, answer.status, shown(answer)]).toEqual([operation, 200, expected])
    }
    expect((await send('DELETE', `/Users/${id}`)).status).toBe(204)
  })

  it('finds a group without its members, and asks whether somebody is in it', async () => {
    const { send, provision } = await openScim()
    const [ada, bob] = [await provision('ada'), await provision('bob')]
    const created = await send('POST', '/Groups', {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:Group',
        'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group',
      ],
      externalId: '8aa1a0c0',
      displayName: 'Engineers',
      meta: { resourceType: 'Group' },
    })
    expect(created).toMatchObject({ status: 201, body: { externalId: '8aa1a0c0', members: [] } })
    const path = `/Groups/${created.body.id}`
    const one = (
      await send(
        'GET',
        `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "engineers"')}`,
      )
    ).body
    expect([one.totalResults, Object.keys(one.Resources![0]!).sort()]).toEqual([
      1,
      ['displayName', 'externalId', 'id', 'meta', 'schemas'],
    ])
    await send(
      'PATCH',
      path,
      patchOf({ op: 'Add', path: 'members', value: [{ $ref: null, value: ada.id }] }),
    )
    const holds = async (id: string) =>
      (
        await send(
          'GET',
          `/Groups?attributes=id&filter=${encodeURIComponent(`id eq "${created.body.id}" and members eq "${id}"`)}`,
        )
      ).body.totalResults
    expect([await holds(ada.id), await holds(bob.id), await holds('nobody')]).toEqual([1, 0, 0])
    await send(
      'PATCH',
      path,
      patchOf({ op: 'Remove', path: 'members', value: [{ $ref: null, value: ada.id }] }),
    )
    expect(await holds(ada.id)).toBe(0)
    await send(
      'PATCH',
      path,
      patchOf(
        { op: 'Replace', path: 'displayName', value: 'Builders' },
        { op: 'Replace', path: 'externalId', value: '9' },
      ),
    )
    expect((await send('GET', path)).body).toMatchObject({
      displayName: 'Builders',
      externalId: '9',
    })
    expect(await send('POST', '/Groups', { displayName: 'BUILDERS' })).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness' },
    })
  })
})

describe('what SCIM owns', () => {
  it('is what it sets, from the same commit on: administrators are told, and SCIM goes on', async () => {
    const { send, provision, stands, as, join } = await openScim()
    const admin = await join('above', 'harbour', { roles: ['administrator'] })
    const { id } = await provision('ada', { userType: 'Employee' })
    expect((await stands(id))!.owners).toEqual({
      userName: 'scim',
      name: 'scim',
      emails: 'scim',
      userType: 'scim',
    })
    const version = (await stands(id))!.version
    expect(
      await refusalOf(
        as(admin).users.update({ userId: id, version, name: { givenName: 'X', familyName: 'Y' } }),
      ),
    ).toBe('field_owned_elsewhere')
    expect((await as(admin).users.update({ userId: id, version, locale: 'fr' })).locale).toBe('fr')
    expect(
      await send(
        'PATCH',
        `/Users/${id}`,
        patchOf(
          { op: 'replace', path: 'name.givenName', value: 'Grace' },
          { op: 'replace', path: 'locale', value: 'de' },
        ),
      ),
    ).toMatchObject({ status: 200, body: { locale: 'de' } })
    expect((await stands(id))!.owners).toMatchObject({ locale: 'scim' })
  })

  it('of somebody who was here before is only what it sets', async () => {
    const { send, join, stands } = await openScim()
    const local = await join('local', 'acme')
    await send(
      'PATCH',
      `/Users/${local.id}`,
      patchOf({ op: 'replace', path: 'externalId', value: 'x' }),
    )
    expect((await stands(local.id))!).toMatchObject({
      owners: {},
      externalId: 'x',
      signInRoute: 'any',
    })
    await send(
      'PATCH',
      `/Users/${local.id}`,
      patchOf({ op: 'replace', path: 'name.givenName', value: local.name.givenName }),
    )
    expect((await stands(local.id))!.owners).toEqual({ name: 'scim' })
  })

  it('is never what another owner has: the same value is passed over, another one refused', async () => {
    const { send, join, stands, roster } = await openScim()
    const ada = await join('ada', 'acme')
    await roster.claimFields({ userId: ada.id, fields: ['emails'], owner: 'sso' })
    const put = (email: string) =>
      send('PUT', `/Users/${ada.id}`, {
        userName: 'ada',
        name: ada.name,
        emails: [{ value: email, primary: true }],
      })
    expect(await put('other@example.com')).toMatchObject({
      status: 400,
      body: { scimType: 'mutability', detail: 'emails is managed by sso. Change it there.' },
    })
    expect((await put('ada@example.com')).status).toBe(200)
    expect((await stands(ada.id))!).toMatchObject({
      owners: { emails: 'sso', userName: 'scim', name: 'scim' },
      emails: [{ value: 'ada@example.com', primary: true }],
    })
  })

  it('is cleared by a PUT that leaves it out, and what is not stays', async () => {
    const { send, provision, as, join, stands } = await openScim()
    const admin = await join('above', 'harbour', { roles: ['administrator'] })
    const { id } = await provision('ada', {
      userType: 'Employee',
      roles: [{ value: 'viewer' }],
      externalId: 'x',
    })
    await as(admin).users.update({
      userId: id,
      version: (await stands(id))!.version,
      phoneNumbers: [{ value: '+44 20 7946 0000' }],
    })
    expect((await send('PUT', `/Users/${id}`, newcomer('ada'))).body).toMatchObject({
      phoneNumbers: [{ value: '+44 20 7946 0000' }],
      roles: [{ value: 'viewer' }],
      externalId: 'x',
    })
    expect((await stands(id))!.userType).toBe(null)
  })
})

describe('people who are provisioned', () => {
  it('sign in through their identity provider, are active at once, and get no mail', async () => {
    const { provision, stands, roster, storage, places } = await openScim()
    const { id } = await provision('ada')
    expect(await stands(id)).toMatchObject({
      lifecycle: { state: 'active' },
      signInRoute: 'federated',
      password: { state: 'none' },
    })
    expect(
      await roster.signIn.check({ organizationId: places.acme, userName: 'ada' }),
    ).toMatchObject({ userId: id, mayEnter: true, passwordAllowed: false })
    expect(await storage.read((tx) => tx.outbox.due('2100-01-01T00:00:00.000Z', 10))).toEqual([])
    expect((await stands((await provision('bob', { active: false })).id))!.lifecycle).toMatchObject(
      { state: 'deactivated', formerState: 'active' },
    )
  })

  it('are invited as everybody else where the client says that they sign in here', async () => {
    const { provision, stands, token, accounts, storage } = await openScim()
    const as = await token('inviting', { userId: accounts.acme.id, signIn: 'any' })
    const { id, active } = await provision('ada', {}, as)
    expect([
      active,
      (await stands(id))!.lifecycle.state,
      (await storage.read((tx) => tx.outbox.due('2100-01-01T00:00:00.000Z', 10))).length,
    ]).toEqual([true, 'provisioned', 1])
  })

  it('are accepted where single sign-on manages the organization, under the same rules as elsewhere', async () => {
    const { send, provision, storage, places, as, join, found } = await openScim()
    const admin = await join('above', 'harbour', { roles: ['administrator'] })
    await as(admin).organizations.update({
      organizationId: places.acme,
      version: 1,
      ssoProvider: 'Okta',
    })
    expect(
      await refusalOf(
        as(admin).users.create({
          organizationId: places.acme,
          ...newcomer('local'),
          schemas: undefined,
          active: undefined,
        } as never),
      ),
    ).toBe('invalid_input')
    expect(
      await refusalOf(
        as(admin).users.create({
          organizationId: places.acme,
          userName: 'local',
          name: { givenName: 'L', familyName: 'L' },
          emails: [{ value: 'l@example.com', primary: true }],
        }),
      ),
    ).toBe('managed_by_sso')
    const { id } = await provision('ada', { roles: [{ value: 'viewer' }] })
    expect(
      (
        await send(
          'PATCH',
          `/Users/${id}`,
          patchOf(
            { op: 'replace', path: 'name.givenName', value: 'G' },
            { op: 'remove', path: 'roles' },
          ),
        )
      ).status,
    ).toBe(200)
    expect(await storage.read((tx) => tx.roleAssignments.ofUsers([id]))).toEqual([])
    const peer = await join('peer', 'acme', { roles: ['administrator'] })
    expect((await send('DELETE', `/Users/${peer.id}`)).status).toBe(403)
    expect((await send('DELETE', `/Users/${id}`)).status).toBe(204)
    expect(await found('userName eq "ada"')).toEqual([])
  })

  it('keep their username while they can be restored, and free it where the policy leaves no time for that', async () => {
    for (const [restoreDays, again, left] of [
      [30, 409, 'deleted'],
      [0, 201, undefined],
    ] as const) {
      const { send, provision, stands } = await openScim({ roster: { restoreDays } })
      const { id } = await provision('ada')
      await send('DELETE', `/Users/${id}`)
      expect([
        (await send('POST', '/Users', newcomer('ada'))).status,
        (await stands(id))?.lifecycle.state,
      ]).toEqual([again, left])
    }
  })

  it('are not locked out or let in by it: an administrator’s lock stays through deactivation and back', async () => {
    const { send, provision, as, join, stands } = await openScim()
    const admin = await join('above', 'harbour', { roles: ['administrator'] })
    const { id } = await provision('ada')
    await as(admin).users.lock({ userId: id, reason: 'Under investigation.' })
    for (const active of [false, true])
      expect(
        (
          await send(
            'PATCH',
            `/Users/${id}`,
            patchOf({ op: 'replace', path: 'active', value: active }),
          )
        ).body['active'],
      ).toBe(active)
    expect((await stands(id))!.locks).toHaveLength(1)
  })
})

describe('the protocol', () => {
  it('describes itself: what it can do, the kinds of resource, their schemas', async () => {
    const { send } = await openScim()
    expect((await send('GET', '/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 100, maxPayloadSize: 1048576 },
      filter: { supported: true, maxResults: 200 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    })
    expect(
      (await send('GET', '/ResourceTypes')).body.Resources!.map((type) => [
        type.id,
        type['endpoint'],
        type['schema'],
      ]),
    ).toEqual([
      ['User', '/Users', 'urn:ietf:params:scim:schemas:core:2.0:User'],
      ['Group', '/Groups', 'urn:ietf:params:scim:schemas:core:2.0:Group'],
    ])
    const [user] = (await send('GET', '/Schemas')).body.Resources!
    const named = (user!['attributes'] as { name: string }[]).map(({ name }) => name)
    expect(named).toContain('userName')
    expect(named).not.toContain('password')
  })

  it('shows of a resource only attributes that its schema names', async () => {
    const { send, provision } = await openScim()
    const { id } = await provision('ada', {
      roles: [{ value: 'viewer' }],
      phoneNumbers: [{ value: '+44 20 7946 0000' }],
    })
    const group = (await send('POST', '/Groups', { displayName: 'G', members: [{ value: id }] }))
      .body
    type Described = { name: string; subAttributes?: Described[] }
    for (const [schema, resource] of [
      ['User', (await send('GET', `/Users/${id}`)).body],
      ['Group', group],
    ] as const) {
      const attributes = (
        await send('GET', `/Schemas/urn:ietf:params:scim:schemas:core:2.0:${schema}`)
      ).body['attributes'] as Described[]
      for (const [name, value] of Object.entries(resource)) {
        if (name === 'schemas') continue
        const described = attributes.find((attribute) => attribute.name === name)
        const parts = ((Array.isArray(value) ? value : [value]) as unknown[]).flatMap((item) =>
          typeof item === 'object' ? Object.keys(item as object) : [],
        )
        expect({
          name,
          unknown: described
            ? parts.filter((part) => !described.subAttributes?.some((sub) => sub.name === part))
            : [name],
        }).toEqual({ name, unknown: [] })
      }
    }
  })

  it('finds people by each attribute that it says it does, alone and together', async () => {
    const { provision, found, pass, now, send } = await openScim()
    const ada = await provision('ada', {
      externalId: 'x',
      emails: [{ value: 'Ada@example.com', primary: true }, { value: 'ada@home.example' }],
    })
    pass(60)
    const bob = await provision('bob', { externalId: 'y', active: false })
    const group = (
      await send('POST', '/Groups', { displayName: 'G', members: [{ value: bob.id }] })
    ).body.id
    const facts: readonly (readonly [string, readonly ScimBody[]])[] = [
      ['userName eq "ADA"', [ada]],
      ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ada"', [ada]],
      ['USERNAME Eq "ada"', [ada]],
      [`id eq "${bob.id}"`, [bob]],
      ['id eq "1"', []],
      ['externalId eq "y"', [bob]],
      ['emails eq "ada@home.example"', [ada]],
      ['emails.value eq "ADA@EXAMPLE.COM"', [ada]],
      ['emails[value eq "ada@example.com"]', [ada]],
      ['emails eq "example.com"', []],
      ['emails[type eq "work"].value eq "ada@example.com"', [ada]],
      ['emails[type eq "other" and value eq "ADA@home.example"]', [ada]],
      ['emails[type eq "work" and value eq "ada@home.example"]', []],
      ['active eq false', [bob]],
      ['active eq "False" and externalId eq "y"', [bob]],
      ['active eq true and externalId eq "y"', []],
      [`groups eq "${group}"`, [bob]],
      [`meta.lastModified ge "${now()}"`, [bob]],
      [`meta.lastModified lt "${now()}" and userName eq "ada"`, [ada]],
      [`meta.lastModified gt "${now()}"`, []],
      ['(userName eq "ada")', [ada]],
    ]
    for (const [filter, people] of facts)
      expect({ filter, ids: await found(filter) }).toEqual({
        filter,
        ids: people.map(({ id }) => id),
      })
  })

  it('takes what it does not know for nothing, and other methods, types and addresses for mistakes', async () => {
    const { send, provision } = await openScim()
    const { id } = await provision('ada')
    expect((await send('PUT', '/Users', {})).headers.get('allow')).toBe('GET, POST')
    for (const [method, path, status] of [
      ['POST', `/Users/${id}`, 405],
      ['DELETE', '/Groups', 405],
      ['GET', '/Bulk', 405],
      ['GET', '/Me', 404],
      ['GET', `/Users/${id}/x`, 404],
      ['GET', `/Users/${idOf(77)}`, 404],
      ['GET', '/Users/1', 404],
      ['GET', '/Users/%00', 404],
    ] as const)
      expect([
        method,
        path,
        (await send(method, path, method === 'POST' ? {} : undefined)).status,
      ]).toEqual([method, path, status])
    for (const [type, status] of [
      ['application/json', 201],
      ['application/scim+json; charset=utf-8', 201],
      ['text/plain', 415],
      ['application/xml', 415],
    ] as const)
      expect([
        type,
        (
          await send('POST', '/Users', newcomer(`user${type.length}`), {
            headers: { 'content-type': type },
          })
        ).status,
      ]).toEqual([type, status])
    for (const body of [
      '',
      '[]',
      '{',
      '"x"',
      `${'['.repeat(50)}${']'.repeat(50)}`,
      '{"userName":"a","userName":"b"}',
      'null',
    ])
      expect([body, (await send('POST', '/Users', body)).status]).toEqual([body, 400])
    for (const body of [
      {},
      { userName: 5 },
      { userName: 'x' },
      newcomer('x', { name: 'Ada' }),
      newcomer('x', { emails: 'nobody' }),
      newcomer('x', { active: 'perhaps' }),
      newcomer('x', { emails: [] }),
      newcomer('no spaces please'),
      newcomer('x', { roles: [{ value: 'emperor' }] }),
    ]) {
      const answer = await send('POST', '/Users', body)
      expect([body, answer.status, answer.body.scimType, answer.body.detail === '']).toEqual([
        body,
        400,
        'invalidValue',
        false,
      ])
    }
  })

  it('counts requests by client', async () => {
    const { send } = await openScim({ handler: { rateLimit: { requests: 2, seconds: 60 } } })
    const answers = [
      await send('GET', '/Users'),
      await send('GET', '/Users'),
      await send('GET', '/Users'),
      await send('GET', '/Users', undefined, { as: 'token-of-beta' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200])
    expect(Number(answers[2]!.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('says nothing of what breaks inside but the id of the request', async () => {
    const faults: unknown[] = []
    const { send } = await openScim({
      handler: {
        client: () => Promise.reject(new Error('password=hunter2')),
        onFault: (fault) => faults.push(fault),
      },
    })
    const answer = await send('GET', '/Users')
    expect([
      answer.status,
      answer.text.includes('hunter2'),
      answer.text.includes(answer.headers.get('x-request-id')!),
      faults.length,
    ]).toEqual([500, false, true, 1])
  })
})
