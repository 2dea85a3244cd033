import { describe, expect, it } from 'vitest'
import { memoryStorage } from '@rosterkit/adapters/memory'
import type { UserView } from '@rosterkit/core'
import { idOf, openWorld } from '../world.ts'
import {
  delegatedActs,
  delegateHomes,
  delegateTypes,
  delegationCells,
  instants,
  ranks,
  scopes,
} from './delegation-cells.ts'
import { outcomeOf, rehearsing } from './oracle-world.ts'

const personaTypes = [
  { id: 'employee', name: 'Employee' },
  { id: 'contractor', name: 'Contractor' },
  { id: 'visitor', name: 'Visitor' },
  { id: 'partner', name: 'Partner' },
  { id: 'manager', name: 'Manager', delegation: { personaTypes: 'all' as const } },
  {
    id: 'contractor-manager',
    name: 'Contractor manager',
    delegation: { personaTypes: ['visitor', 'contractor'] },
  },
]

async function openDelegationWorld() {
  const rehearsal = rehearsing(memoryStorage())
  const world = await openWorld({ storage: rehearsal.storage, personaTypes })
  const branch = idOf(900)
  await world.storage.transaction((tx) =>
    tx.organizations.insert({
      id: branch,
      version: 1,
      parentId: world.places.acme,
      name: 'branch',
      depth: 4,
      ssoProvider: null,
      ssoRoleMapping: {},
      locks: [],
    }),
  )
  let serial = 910
  const give = (
    userId: string,
    userOrganizationId: string,
    typeId: string,
    own: readonly string[],
    validity: object = {},
  ) => {
    const id = idOf(serial++)
    return world.storage
      .transaction((tx) =>
        tx.personas.insert({
          id,
          userId,
          userOrganizationId,
          version: 1,
          key: typeId,
          typeId,
          preferred: false,
          scopes: own,
          entitlements: [],
          validFromAt: null,
          validUntilAt: null,
          ...validity,
        }),
      )
      .then(() => id)
  }
  const delegates = new Map<string, string>()
  for (const type of delegateTypes) {
    for (const home of delegateHomes) {
      const { id, organizationId } = await world.join(
        `${type}.${home}`,
        home as never,
        home === 'branch' ? { organizationId: branch } : {},
      )
      delegates.set(`${type}/${home}`, id)
      await give(id, organizationId, type, ['north', 'east'], {
        validFromAt: instants.first,
        validUntilAt: instants.over,
      })
    }
  }
  const people = new Map<
    string,
    { readonly id: string; readonly personas: Record<string, string> }
  >()
  for (const rank of ranks) {
    for (const scope of Object.keys(scopes) as (keyof typeof scopes)[]) {
      const { id, organizationId } = await world.join(`${rank}.${scope}`, 'acme', {
        roles: rank === 'nothing' ? [] : [rank],
      })
      people.set(`${rank}/${scope}`, {
        id,
        personas: {
          contractor: await give(id, organizationId, 'contractor', scopes[scope]),
          employee: await give(id, organizationId, 'employee', []),
        },
      })
    }
  }
  rehearsal.begin()
  return { ...world, delegates, people }
}

describe('delegated administration', () => {
  it('reaches as far as the matrix says, cell by cell', { timeout: 60_000 }, async () => {
    const world = await openDelegationWorld()
    const differing: string[] = []
    for (const { expected, ...cell } of delegationCells()) {
      world.moveTo(instants[cell.instant])
      const person = world.people.get(`${cell.rank}/${cell.scope}`)!
      const [verb, typeId = ''] = cell.act.split(' ')
      const input = {
        userId: person.id,
        ...(verb === 'give' ? { typeId } : {}),
        ...(verb === 'change' || verb === 'take' ? { personaId: person.personas[typeId] } : {}),
        ...(verb === 'change' ? { version: 1, scopes: scopes[cell.scope] } : {}),
        ...(verb === 'lock' ? { reason: 'x' } : {}),
      }
      const outcome = outcomeOf(
        await world.roster.execute(delegatedActs[cell.act].operation, {
          input,
          caller: { userId: world.delegates.get(`${cell.type}/${cell.home}`)! },
        }),
      )
      if (outcome !== expected)
        differing.push(`${JSON.stringify(cell)}: ${expected} was expected, and ${outcome} came.`)
    }
    expect(differing.slice(0, 20)).toEqual([])
  })

  it('is said beforehand by every view of the person, in lists too', async () => {
    // A viewer sees the person and, by their persona, may manage the person's personas.
    const viewing = await openWorld({ personaTypes })
    const viewer = await viewing.join('viewer', 'acme', { roles: ['viewer'] })
    const ada = await viewing.join('ada', 'acme')
    for (const [userId, typeId] of [
      [viewer.id, 'manager'],
      [ada.id, 'employee'],
    ] as const)
      await viewing.roster.as('system').personas.assign({ userId, typeId, scopes: ['north'] })
    const can = (view: UserView | undefined) => view?.can['personas.assign']
    expect(can(await viewing.as(viewer).users.get({ userId: ada.id }))).toEqual({ allowed: true })
    expect(can((await viewing.as(viewer).users.list({ search: 'ada' })).items[0])).toEqual({
      allowed: true,
    })
    await viewing.as(viewer).personas.assign({ userId: ada.id, typeId: 'visitor' })
  })
})
