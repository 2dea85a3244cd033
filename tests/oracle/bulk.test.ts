import { contract, parseInput, type InputOf, type Operation, type UserView } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { withServices } from '../services.ts'
import { idOf, openWorld } from '../world.ts'

// One command for several people must be no other door than the one for each: the same people, one
// after the other in a world of its own, meet the same outcomes.

const roles = ['administrator', 'support', 'viewer'] as const
const callers = [
  ...roles.map((role) => ({ role, place: 'acme' as const })),
  ...roles.map((role) => ({ role, place: 'harbour' as const })),
  { role: 'administrator' as const, place: 'gamma' as const },
  { role: 'administrator' as const, place: 'platform' as const },
]

async function openStage({ role, place }: (typeof callers)[number]) {
  const world = await openWorld(withServices().services)
  await world.join('keeper', 'platform', { roles: ['administrator'] })
  const caller = await world.join('caller', place, { roles: [role] })
  const people = [
    await world.join('plain', 'acme'),
    await world.join('sibling', 'beta'),
    await world.join('elsewhere', 'gamma'),
    await world.join('peer', 'acme', { roles: ['administrator'] }),
    await world.join('supporter', 'acme', { roles: ['support'] }),
    await world.join('above', 'north', { roles: ['administrator'] }),
    await world.join('locked', 'acme', {
      locks: [
        {
          id: idOf(90_000),
          kind: 'administrator',
          reason: null,
          actor: { kind: 'system', id: null, label: 'x' },
          fromAt: world.now(),
          untilAt: null,
        },
      ],
    }),
    await world.join('gone', 'acme', {
      lifecycle: {
        state: 'deleted',
        sinceAt: world.now(),
        actor: { kind: 'system', id: null, label: 'x' },
        reason: null,
        formerState: 'active',
        restorableUntilAt: '2027-01-01T00:00:00.000Z',
      },
    }),
    await world.join('resting', 'acme', {
      lifecycle: {
        state: 'deactivated',
        sinceAt: world.now(),
        actor: { kind: 'system', id: null, label: 'x' },
        reason: null,
        formerState: 'active',
        restorableUntilAt: null,
      },
    }),
    await world.join('invited', 'acme', {
      lifecycle: {
        state: 'provisioned',
        sinceAt: world.now(),
        actor: { kind: 'system', id: null, label: 'x' },
        reason: null,
        formerState: null,
        restorableUntilAt: null,
      },
    }),
    caller,
  ]
  return {
    ...world,
    client: world.as(caller),
    userIds: [...people.map(({ id }) => id), idOf(99_999)],
    acme: world.places.acme,
  }
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

describe('one command for several people', () => {
  it.each(
    Object.values(contract.bulk).map(
      (operation) => [operation.name, operation as Operation] as const,
    ),
  )('%s comes to what its one command comes to', async (_, operation) => {
    const each = operation.each![0]!
    const seen = new Set<string>()
    for (const who of callers) {
      const [together, apart] = [await openStage(who), await openStage(who)]
      const { userIds: __, ...example } = operation.example as {
        readonly userIds: readonly string[]
      }
      const input =
        'organizationId' in example ? { ...example, organizationId: together.acme } : example
      const send = async <O extends Operation>(
        client: typeof together.client,
        one: O,
        sent: object,
      ) =>
        client.call(
          one,
          sent as InputOf<O>,
          operation.confirmedByPlan
            ? { plan: (await client.plan(one, sent as InputOf<O>)).plan }
            : {},
        )
      const all = await send(together.client, operation as typeof contract.bulk.lock, {
        ...input,
        userIds: together.userIds,
      }).then(
        ({ items }) => items.map((item) => (item.done ? 'done' : item.code)),
        (error: { code: string }) => together.userIds.map(() => error.code),
      )
      const one: string[] = []
      for (const userId of apart.userIds) {
        expect(parseInput(each.input, { ...input, userId }).ok).toBe(true)
        const said = await apart.client.users.get({ userId }).then(
          ({ can }: UserView) => can[each.name],
          () => undefined,
        )
        const code = await codeOf(send(apart.client, each, { ...input, userId }))
        // The one difference: the one command finds everything so already and leaves it so, which a
        // batch does not count among what was done.
        one.push(code === 'done' && said?.allowed === false ? said.code : code)
      }
      // Who may do it nowhere is refused as a whole; each for itself would be refused as well, or
      // not be found.
      const nowhere =
        all.every((code) => code === 'not_permitted') &&
        one.every(
          (code) => code === 'not_permitted' || code === 'not_found' || code === 'own_account',
        )
      expect({ ...who, outcomes: nowhere ? one : all }).toEqual({ ...who, outcomes: one })
      for (const code of all) seen.add(code)
    }
    expect([...seen]).toEqual(expect.arrayContaining(['done', 'not_found', 'not_permitted']))
  })
})
