import type { Outcome } from './oracle.ts'

/**
 * What the delegate's persona delegates: nothing, every type of persona, or visitor and contractor
 * only.
 */
export const delegateTypes = ['employee', 'manager', 'contractor-manager'] as const
/**
 * Where the delegate lives; the people of the cells live at acme, below harbour and beside beta.
 */
export const delegateHomes = ['harbour', 'acme', 'branch', 'beta', 'gamma'] as const
export const ranks = ['nothing', 'viewer', 'administrator'] as const
export const scopes = { matching: ['north', 'west'], other: ['west'] } as const

/**
 * The delegate's persona is valid from the second of these instants until just before the fourth.
 */
export const instants = {
  before: '2026-03-01T23:59:59.999Z',
  first: '2026-03-02T00:00:00.000Z',
  last: '2026-03-02T23:59:59.999Z',
  over: '2026-03-03T00:00:00.000Z',
} as const

/**
 * What a delegate does, and whether each kind of delegation covers it. Nobody delegates delegation.
 */
export const delegatedActs = {
  list: { operation: 'personas.list', manager: 'allowed', 'contractor-manager': 'allowed' },
  'give visitor': {
    operation: 'personas.assign',
    manager: 'allowed',
    'contractor-manager': 'allowed',
  },
  'give partner': {
    operation: 'personas.assign',
    manager: 'allowed',
    'contractor-manager': 'grant_exceeds_rights',
  },
  'give manager': {
    operation: 'personas.assign',
    manager: 'grant_exceeds_rights',
    'contractor-manager': 'grant_exceeds_rights',
  },
  'change contractor': {
    operation: 'personas.update',
    manager: 'allowed',
    'contractor-manager': 'allowed',
  },
  'change employee': {
    operation: 'personas.update',
    manager: 'allowed',
    'contractor-manager': 'grant_exceeds_rights',
  },
  'take contractor': {
    operation: 'personas.remove',
    manager: 'allowed',
    'contractor-manager': 'allowed',
  },
  'take employee': {
    operation: 'personas.remove',
    manager: 'allowed',
    'contractor-manager': 'grant_exceeds_rights',
  },
  'see the person': {
    operation: 'users.get',
    manager: 'not_found',
    'contractor-manager': 'not_found',
  },
  'lock the person': {
    operation: 'users.lock',
    manager: 'not_found',
    'contractor-manager': 'not_found',
  },
  'see sessions': {
    operation: 'sessions.list',
    manager: 'not_found',
    'contractor-manager': 'not_found',
  },
} as const

export interface DelegationCell {
  readonly type: (typeof delegateTypes)[number]
  readonly home: (typeof delegateHomes)[number]
  readonly rank: (typeof ranks)[number]
  readonly scope: keyof typeof scopes
  readonly instant: keyof typeof instants
  readonly act: keyof typeof delegatedActs
  readonly expected: Outcome
}

/**
 * The matrix of delegated administration: the persona stands in for sight and permission, while it
 * is valid, where scopes match, at and below its holder's organization. Rank holds all the same.
 */
export function delegationCells(): DelegationCell[] {
  return delegateTypes.flatMap((type) =>
    delegateHomes.flatMap((home) =>
      ranks.flatMap((rank) =>
        (Object.keys(scopes) as (keyof typeof scopes)[]).flatMap((scope) =>
          (Object.keys(instants) as (keyof typeof instants)[]).flatMap((instant) =>
            (Object.keys(delegatedActs) as (keyof typeof delegatedActs)[]).map(
              (act): DelegationCell => {
                const reaches =
                  (home === 'harbour' || home === 'acme') &&
                  scope === 'matching' &&
                  (instant === 'first' || instant === 'last')
                const covered =
                  type === 'employee' || !reaches ? 'not_found' : delegatedActs[act][type]
                const refusedByRank =
                  covered !== 'not_found' && act !== 'list' && rank !== 'nothing'
                return {
                  type,
                  home,
                  rank,
                  scope,
                  instant,
                  act,
                  expected: refusedByRank ? 'outranked' : covered,
                }
              },
            ),
          ),
        ),
      ),
    ),
  )
}
