import { describe, expect, it } from 'vitest'
import type { Role } from '@rosterkit/core'
import type { User } from '@rosterkit/core/ports'
import { allPermissions } from '../../packages/core/src/kernel/permission.ts'
import { withServices } from '../services.ts'
import { dawn, idOf, openWorld } from '../world.ts'
import { outcomeOf } from './oracle-world.ts'

const owner: Role = {
  id: 'owner',
  name: 'Owner',
  description: 'A host’s own role with every right.',
  permissions: allPermissions,
}
const lock = {
  id: idOf(77),
  kind: 'administrator',
  reason: 'x',
  actor: { kind: 'system', id: null, label: 'The system' },
  fromAt: dawn,
  untilAt: null,
} as const
const tomorrow = '2026-03-02T09:00:00.000Z'

/**
 * Who else is there beside the administrator acted on, and whether they keep the organization
 * manageable.
 */
const others: Record<
  string,
  {
    readonly effective: boolean
    readonly role?: string
    readonly condition?: Partial<User>
    readonly validity?: object
    readonly home?: 'gamma'
  }
> = {
  nobody: { effective: false },
  'an administrator': { effective: true, role: 'administrator' },
  'an administrator who lives elsewhere': { effective: true, role: 'administrator', home: 'gamma' },
  'a locked administrator': {
    effective: false,
    role: 'administrator',
    condition: { locks: [lock] },
  },
  'a staged administrator': {
    effective: false,
    role: 'administrator',
    condition: {
      lifecycle: {
        state: 'staged',
        sinceAt: dawn,
        actor: lock.actor,
        reason: null,
        formerState: null,
        restorableUntilAt: null,
      },
    },
  },
  'an administrator no longer valid': {
    effective: false,
    role: 'administrator',
    condition: { validUntilAt: dawn },
  },
  'an administrator whose role has ended': {
    effective: false,
    role: 'administrator',
    validity: { validUntilAt: dawn },
  },
  'an administrator who must choose a password': {
    effective: false,
    role: 'administrator',
    condition: { password: { state: 'expired', sinceAt: dawn, expiresAt: null } },
  },
  'an administrator from tomorrow': {
    effective: false,
    role: 'administrator',
    validity: { validFromAt: tomorrow },
  },
  'an owner': { effective: false, role: 'owner' },
  'a viewer': { effective: false, role: 'viewer' },
}

const acts: Record<string, (target: User, assignmentId: string) => object> = {
  'users.lock': () => ({ reason: 'x' }),
  'users.lock for a while': () => ({ reason: 'x', untilAt: tomorrow }),
  'users.lock for security': () => ({ reason: 'x', kind: 'security' }),
  'users.deactivate': () => ({ reason: 'x' }),
  'users.delete': (target) => ({ userName: target.userName }),
  'users.setValidity from tomorrow': () => ({ validFromAt: tomorrow, validUntilAt: null }),
  'users.setValidity until some day': () => ({
    validFromAt: null,
    validUntilAt: '2030-01-01T00:00:00Z',
  }),
  'roles.unassign': (_, assignmentId) => ({ assignmentId }),
  'roles.setValidity from tomorrow': (_, assignmentId) => ({
    assignmentId,
    validFromAt: tomorrow,
    validUntilAt: null,
  }),
  'roles.setValidity until some day': (_, assignmentId) => ({
    assignmentId,
    validFromAt: null,
    validUntilAt: '2030-01-01T00:00:00Z',
  }),
}

const callers = [
  'the host’s own code',
  'an administrator above',
  'an owner above',
  'an administrator beside',
] as const

/**
 * What must come of it: an organization keeps an administrator, and only an administrator from
 * above takes the last one assigned there.
 */
function expected(
  caller: (typeof callers)[number],
  at: 'platform' | 'acme',
  effective: boolean,
): string {
  if (caller === 'an administrator beside') return 'same_rank'
  if (at === 'platform')
    return caller === 'the host’s own code'
      ? effective
        ? 'allowed'
        : 'last_administrator'
      : 'same_rank'
  return effective || caller !== 'an owner above' ? 'allowed' : 'last_administrator'
}

describe('the last effective administrator', () => {
  it.each(['platform', 'acme'] as const)(
    'of %s stays, unless somebody from above takes them',
    async (at) => {
      const differing: string[] = []
      for (const [name, other] of Object.entries(others)) {
        for (const act of Object.keys(acts)) {
          for (const caller of callers) {
            const world = await openWorld({ roles: [owner] })
            const target = await world.join('target', at, { roles: ['administrator'] })
            if (other.role) {
              const { id, organizationId } = await world.join(
                'other',
                other.home ?? at,
                other.condition ?? {},
              )
              await world.storage.transaction((tx) =>
                tx.roleAssignments.insert({
                  id: idOf(800),
                  userId: id,
                  userOrganizationId: organizationId,
                  roleId: other.role!,
                  organizationId: world.places[at],
                  validFromAt: null,
                  validUntilAt: null,
                  ...other.validity,
                }),
              )
            }
            const own =
              caller === 'an administrator beside'
                ? await world.join('caller', at, { roles: ['administrator'] })
                : await world.join('caller', 'platform', {
                    roles:
                      caller === 'the host’s own code'
                        ? []
                        : [caller === 'an owner above' ? 'owner' : 'administrator'],
                  })
            const [assignment] = await world.storage.read((tx) =>
              tx.roleAssignments.ofUsers([target.id]),
            )
            const outcome = outcomeOf(
              await world.roster.execute(act.split(' ')[0]!, {
                input: { userId: target.id, ...acts[act]!(target, assignment!.id) },
                caller: caller === 'the host’s own code' ? 'system' : { userId: own.id },
              }),
            )
            const wanted = expected(caller, at, other.effective)
            if (outcome !== wanted)
              differing.push(
                `${caller}, ${act} of the administrator of ${at}, where there is also ${name}: ${wanted} was expected, and ${outcome} came.`,
              )
          }
        }
      }
      expect(differing.slice(0, 20)).toEqual([])
    },
  )

  it('is taken by an administrator from above, whatever else they hold', async () => {
    const world = await openWorld()
    const only = await world.join('only', 'acme', { roles: ['administrator'] })
    const caller = await world.join('caller', 'platform', {
      roles: [['viewer', 'acme'], 'administrator', ['administrator', 'gamma']],
    })
    expect(
      outcomeOf(
        await world.roster.execute('users.lock', {
          input: { userId: only.id, reason: 'x' },
          caller: { userId: caller.id },
        }),
      ),
    ).toBe('allowed')
  })

  it.each([
    ['only at the other', ['beta'], 'Acme'],
    ['only at the one', ['acme'], 'Beta'],
    ['at each of them', ['acme', 'beta'], null],
  ] as const)(
    'of one of two organizations stays, where there are others %s',
    async (_, places, left) => {
      const world = await openWorld({ roles: [owner] })
      const caller = await world.join('caller', 'platform', { roles: ['owner'] })
      const both = await world.join('both', 'acme', {
        roles: [
          ['administrator', 'acme'],
          ['administrator', 'beta'],
        ],
      })
      for (const place of places)
        await world.join(`other at ${place}`, place, { roles: ['administrator'] })
      expect(
        await world.roster.execute('users.lock', {
          input: { userId: both.id, reason: 'x' },
          caller: { userId: caller.id },
        }),
      ).toMatchObject(
        left
          ? { failure: { code: 'last_administrator', details: { organization: left } } }
          : { ok: true },
      )
    },
  )

  it('stays one while they must choose a new password, which they can do by themselves', async () => {
    for (const act of ['passwords.expire', 'passwords.setTemporary']) {
      const world = await openWorld(withServices().services)
      const target = await world.join('target', 'platform', {
        roles: ['administrator'],
        password: { state: 'set', sinceAt: dawn, expiresAt: null },
      })
      const [assignment] = await world.storage.read((tx) => tx.roleAssignments.ofUsers([target.id]))
      const asSystem = (operation: string, input: object) =>
        world.roster
          .execute(operation, { input: { userId: target.id, ...input }, caller: 'system' })
          .then(outcomeOf)
      expect(await asSystem(act, {})).toBe('allowed')
      const outcomes = await Promise.all(
        Object.entries(acts).map(async ([name, inputOf]) => [
          name,
          await asSystem(name.split(' ')[0]!, inputOf(target, assignment!.id)),
        ]),
      )
      expect(outcomes).toEqual(Object.keys(acts).map((name) => [name, 'last_administrator']))
    }
  })

  it('stays one while they must choose a new password, also when the organization where they live would be locked', async () => {
    const world = await openWorld()
    await world.join('only', 'acme', {
      roles: [['administrator', 'platform']],
      password: { state: 'expired', sinceAt: dawn, expiresAt: null },
    })
    const lockAcme = () =>
      world.roster
        .execute('organizations.lock', {
          input: { organizationId: world.places.acme, reason: 'x' },
          caller: 'system',
        })
        .then(outcomeOf)
    expect(await lockAcme()).toBe('last_administrator')
    await world.join('other', 'beta', { roles: [['administrator', 'platform']] })
    expect(await lockAcme()).toBe('allowed')
  })

  it('of the root stays, also when the organization where they live is locked, or they are moved into one that is', async () => {
    const world = await openWorld({ roles: [owner] })
    const caller = await world.join('caller', 'platform', { roles: ['owner'] })
    const only = await world.join('only', 'acme', { roles: [['administrator', 'platform']] })
    const lockAcme = () =>
      world.as(caller).organizations.lock({ organizationId: world.places.acme, reason: 'x' })
    const attempts: [string, () => Promise<unknown>][] = [
      ['its own', lockAcme],
      [
        'one above',
        () =>
          world.as(caller).organizations.lock({ organizationId: world.places.north, reason: 'x' }),
      ],
      [
        'by the host’s own code',
        () =>
          world.roster
            .as('system')
            .organizations.lock({ organizationId: world.places.acme, reason: 'x' }),
      ],
    ]
    for (const [name, attempt] of attempts)
      expect([
        name,
        await attempt().then(
          () => 'allowed',
          (error: { code: string }) => error.code,
        ),
      ]).toEqual([name, 'last_administrator'])
    await world.as(caller).organizations.lock({ organizationId: world.places.gamma, reason: 'x' })
    const moves: [string, () => Promise<unknown>][] = [
      [
        'the person',
        () =>
          world.roster
            .as('system')
            .users.move({ userId: only.id, toOrganizationId: world.places.gamma }),
      ],
      [
        'the organization',
        () =>
          world.as(caller).organizations.move({
            organizationId: world.places.acme,
            toParentId: world.places.gamma,
          }),
      ],
    ]
    for (const [name, move] of moves)
      expect([
        name,
        await move().then(
          () => 'allowed',
          (error: { code: string }) => error.code,
        ),
      ]).toEqual([name, 'last_administrator'])
    await world.join('second', 'platform', { roles: ['administrator'] })
    await lockAcme()
  })

  it.each([
    ['is over', { validUntilAt: dawn }, 'last_administrator'],
    ['is yet to begin', { validFromAt: tomorrow }, 'last_administrator'],
    ['begins now', { validFromAt: dawn }, 'allowed'],
  ])(
    'of the root stays, where the role of the only other one %s, when the organization where they live would be locked',
    async (_, validity, expected) => {
      const world = await openWorld()
      await world.join('only', 'acme', { roles: [['administrator', 'platform']] })
      const other = await world.join('other', 'beta')
      await world.storage.transaction((tx) =>
        tx.roleAssignments.insert({
          id: idOf(800),
          userId: other.id,
          userOrganizationId: other.organizationId,
          roleId: 'administrator',
          organizationId: world.places.platform,
          validFromAt: null,
          validUntilAt: null,
          ...validity,
        }),
      )
      expect(
        outcomeOf(
          await world.roster.execute('organizations.lock', {
            input: { organizationId: world.places.acme, reason: 'x' },
            caller: 'system',
          }),
        ),
      ).toBe(expected)
    },
  )

  it('of the root is not taken by the groups that an identity provider names, either', async () => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const host = world.roster.as('system')
    await host.organizations.update({
      organizationId: world.places.platform,
      version: 1,
      ssoProvider: 'Okta',
      ssoRoleMapping: { readers: 'viewer', admins: 'administrator' },
    })
    const apply = (groups: string[]) =>
      world.roster
        .execute('signIn.applySsoGroups', { input: { userId: root.id, groups }, caller: 'system' })
        .then(outcomeOf)
    expect(await apply(['readers'])).toBe('last_administrator')
    expect(await apply(['readers', 'admins'])).toBe('allowed')
    await world.join('second', 'platform', { roles: ['administrator'] })
    expect(await apply(['readers'])).toBe('allowed')
  })
})
