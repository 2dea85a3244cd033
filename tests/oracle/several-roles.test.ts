import { describe, expect, it } from 'vitest'
import { openWorld, type Place } from '../world.ts'
import { outcomeOf } from './oracle-world.ts'

type Roles = (string | [roleId: string, at: Place])[]

/** What the caller holds, what the person at acme holds, and what must come of locking them. */
const cells: [what: string, caller: Roles, person: Roles, expected: string][] = [
  [
    'looking from further up makes nobody greater than an equal',
    [
      ['viewer', 'platform'],
      ['administrator', 'acme'],
    ],
    [['administrator', 'acme']],
    'same_rank',
  ],
  [
    'rights further up make somebody greater when they are all there',
    [
      ['support', 'north'],
      ['administrator', 'acme'],
    ],
    [['support', 'acme']],
    'allowed',
  ],
  [
    'rights at a second organization count there',
    [['administrator', 'acme']],
    [
      ['support', 'acme'],
      ['support', 'beta'],
    ],
    'outranked',
  ],
  [
    'rights at a second organization are met by rights there',
    [
      ['administrator', 'acme'],
      ['administrator', 'beta'],
    ],
    [
      ['support', 'acme'],
      ['support', 'beta'],
    ],
    'allowed',
  ],
  [
    'an equal at one organization is an equal, whatever stands elsewhere',
    [
      ['administrator', 'acme'],
      ['administrator', 'platform'],
    ],
    [
      ['administrator', 'acme'],
      ['administrator', 'platform'],
    ],
    'same_rank',
  ],
  [
    'two who only look at the same organization are not equals for that',
    [
      ['administrator', 'acme'],
      ['viewer', 'gamma'],
    ],
    [['viewer', 'gamma']],
    'allowed',
  ],
  [
    'two roles of one person count together',
    [
      ['support', 'acme'],
      ['helper', 'acme'],
    ],
    [['support', 'acme']],
    'allowed',
  ],
  [
    'two roles of the other person count together',
    [['support', 'acme']],
    [
      ['viewer', 'acme'],
      ['helper', 'acme'],
    ],
    'outranked',
  ],
]

const helper = {
  id: 'helper',
  name: 'Helper',
  description: 'Adds people.',
  permissions: ['user:read', 'user:create', 'organization:read'],
} as const

describe('several roles', () => {
  it.each(cells)('%s', async (_, callerRoles, personRoles, expected) => {
    const world = await openWorld({ roles: [helper] })
    await world.join('other', 'platform', { roles: ['administrator'] })
    const caller = await world.join('caller', 'acme', { roles: callerRoles })
    const person = await world.join('person', 'acme', { roles: personRoles })
    expect(
      outcomeOf(
        await world.roster.execute('users.lock', {
          input: { userId: person.id, reason: 'x' },
          caller: { userId: caller.id },
        }),
      ),
    ).toBe(expected)
  })
})
