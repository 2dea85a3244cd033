import { placesOf, reportOf, survivorsIn } from './report.ts'

/** The code to mutate and the tests that should fail: quick ones first, because one is enough. */
export interface MutationArea {
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
  /** Slow tests, which only run on the mutants that survived the others. */
  readonly slow?: readonly string[]
}

const core = 'packages/core/src'
const adapters = 'packages/adapters/src'

/**
 * The code in which a surviving mutant is a missing test (docs/mutation.md). Contract suites are
 * tests and aren't mutated. The compiler and `tests/exposure.test.ts` check data at the top of
 * modules.
 */
export const areas = {
  decision: {
    mutate: [
      `${core}/domain/roles/{decide,rights,role}.ts`,
      `${core}/steps/roles/{last-administrator,save-assignments}.ts`,
      `${core}/operations/roles/{assign-role,unassign-role,set-role-validity}.ts`,
      `${core}/domain/users/access.ts`,
      `${core}/kernel/{decision,period,validity}.ts`,
      `${core}/execute/claim.ts`,
      `${core}/domain/idempotency/kept-answer.ts`,
    ],
    tests: [
      'tests/domain/rank-and-scope.test.ts',
      'tests/domain/people.test.ts',
      'tests/domain/failure-codes.test.ts',
      'tests/abuse/row-68-record.test.ts',
      'tests/oracle/last-administrator.test.ts',
      'tests/oracle/several-roles.test.ts',
      'tests/oracle/giving.test.ts',
      'tests/oracle/delegation.test.ts',
      'tests/oracle/organizations.test.ts',
      'tests/abuse/e-concurrency.test.ts',
      'tests/abuse/a-scope.test.ts',
      'tests/oracle/people.test.ts',
    ],
  },
  secrets: {
    mutate: [
      `${core}/domain/secrets/{bearer,code,secret,token}.ts`,
      `${core}/domain/credentials/resettable.ts`,
      `${core}/steps/secrets/*.ts`,
      `${core}/steps/credentials/{password,secret-code}.ts`,
      `${core}/operations/redeem/*.ts`,
      `${core}/operations/sign-in/{verify-*,record-sign-in-*,check-sign-in}.ts`,
      `${core}/operations/passwords/{set-temporary-password,send-password-reset}.ts`,
      `${core}/operations/secret-codes/issue-reset-code.ts`,
      `${core}/kernel/{seal,digest,page}.ts`,
    ],
    tests: [
      'tests/domain/secrets.test.ts',
      'tests/domain/secrets-under-attack.test.ts',
      'tests/domain/credentials.test.ts',
      `${core}/kernel/*.test.ts`,
      'tests/abuse/row-68-record.test.ts',
      'tests/domain/failure-codes.test.ts',
      'tests/abuse/c-secrets.test.ts',
    ],
    slow: [
      'tests/domain/people.test.ts',
      'tests/domain/lock.test.ts',
      'tests/abuse/g-webauthn.test.ts',
      'tests/abuse/b-sessions.test.ts',
      'tests/domain/code-strength.test.ts',
    ],
  },
  sessions: {
    mutate: [`${core}/{domain,operations,steps}/sessions/*.ts`, `${core}/steps/users/save-user.ts`],
    tests: [
      'tests/domain/belongings.test.ts',
      'tests/domain/lock.test.ts',
      'tests/domain/people.test.ts',
      'tests/domain/failure-codes.test.ts',
      'tests/abuse/row-68-record.test.ts',
      'tests/domain/secrets.test.ts',
      'tests/abuse/b-sessions.test.ts',
    ],
  },
  storage: {
    mutate: [
      `${adapters}/memory/*-store.ts`,
      `${adapters}/memory/{memory-storage,memory-tables,sorted-index,user-order,user-search}.ts`,
    ],
    tests: [`${adapters}/memory/memory-storage.test.ts`],
  },
  sql: {
    mutate: [
      `${adapters}/kysely/{audit-store,catalogue-store,kept-answer-store,outbox-store,organization-store,owned-record-store,role-assignment-store,security-key-ids,user-store,sql-storage,standing-window}.ts`,
    ],
    tests: [`${adapters}/kysely/sqlite-storage.test.ts`, 'tests/stores/search.test.ts'],
  },
} as const satisfies Record<string, MutationArea>

/** Returns what to run: an area with its quick tests, or its survivors with its slow tests. */
export function runOf({ MUTATION_AREA: name, MUTATION_SLOW: slow }: NodeJS.ProcessEnv) {
  if (name === undefined || !Object.hasOwn(areas, name))
    throw new Error(`Name an area: ${Object.keys(areas).join(', ')}.`)
  const area: MutationArea = areas[name as keyof typeof areas]
  return {
    report: reportOf(name, Boolean(slow)),
    tests: slow ? (area.slow ?? []) : area.tests,
    // A function, because the tests' own processes have no report to read and don't call it.
    mutate: () => (slow ? placesOf(survivorsIn(reportOf(name))) : area.mutate),
  }
}
