import { population } from '../people.ts'
import type { Row } from './contender.ts'

/** The people of the benchmark as plain rows. */
export function rowsOf(size: number): Row[] {
  return Array.from(population(size).people(), ({ user, assignment }) => ({
    id: user.id,
    givenName: user.name.givenName,
    familyName: user.name.familyName,
    userName: user.userName,
    status: user.locks.length > 0 ? 'Locked' : 'Active',
    role: assignment.roleId,
    primaryEmail: user.emails[0]!.value,
    lastSignedInAt: user.lastSignedInAt ?? '',
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
  }))
}

/** What all of them look for: the same fields, case and accents as typed. */
export const holds = (row: Row, text: string) =>
  [row.givenName, row.familyName, row.userName, row.primaryEmail].some((value) =>
    value.toLowerCase().includes(text),
  )
