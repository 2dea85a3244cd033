import { placesOf, reportOf, survivorsIn } from './report.ts'

/**
 * What a mutant is looked for in, and which tests must find it: the quick ones first, because the
 * first that fails ends the search.
 */
export interface MutationArea {
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
  /** Slow ones, which only see what the others have let through. */
  readonly slow?: readonly string[]
}

const core = 'packages/core/src'
const adapters = 'packages/adapters/src'

/**
 * The code of which a surviving mutant is a missing case (docs/mutation.md). Contract suites are
 * tests and have no mutants; what is only data at the top of a module is checked by the compiler
 * and by `tests/exposure.test.ts`.
 */
export const areas = {
  decision: {
    mutate: [
      `${core}/roles/{decide,rights,last-administrator,role,save-assignments,assign-role,unassign-role,set-role-validity}.ts`,
      `${core}/users/access.ts`,
      `${core}/kernel/{decision,period,validity}.ts`,
      `${core}/idempotency/{claim,kept-answer}.ts`,
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
      `${core}/secrets/{bearer,code,issue-link,secret,token}.ts`,
      `${core}/redeem/*.ts`,
      `${core}/credentials/{password,secret-code,resettable,verify-*,record-sign-in,check-sign-in,set-temporary-password,send-password-reset,issue-reset-code}.ts`,
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
    mutate: [`${core}/sessions/*.ts`, `${core}/users/save-user.ts`],
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

/**
 * What this run is about: an area with its quick tests, or with the slow ones the mutants of it
 * that were let through.
 */
export function runOf({ MUTATION_AREA: name, MUTATION_SLOW: slow }: NodeJS.ProcessEnv) {
  if (name === undefined || !Object.hasOwn(areas, name))
    throw new Error(`Name one area: ${Object.keys(areas).join(', ')}.`)
  const area: MutationArea = areas[name as keyof typeof areas]
  return {
    report: reportOf(name, Boolean(slow)),
    tests: slow ? (area.slow ?? []) : area.tests,
    // Not asked by the tests' own processes, which run where no report is.
    mutate: () => (slow ? placesOf(survivorsIn(reportOf(name))) : area.mutate),
  }
}
