import { bulk, userBatches } from './batch/contract.js'
import type { ClientOf } from './kernel/client.js'
import type { Operation } from './kernel/operation.js'
import { applications } from './operations/applications/contract.js'
import { audit } from './operations/audit/contract.js'
import { authenticators } from './operations/authenticators/contract.js'
import { caller } from './operations/callers/contract.js'
import { groups } from './operations/groups/contract.js'
import { mails } from './operations/outbox/contract.js'
import { organizations } from './operations/organizations/contract.js'
import { passwords } from './operations/passwords/contract.js'
import { personas } from './operations/personas/contract.js'
import { redeem } from './operations/redeem/contract.js'
import { roles } from './operations/roles/contract.js'
import { secretCodes } from './operations/secret-codes/contract.js'
import { secrets } from './operations/secrets/contract.js'
import { sessions } from './operations/sessions/contract.js'
import { users } from './operations/users/contract.js'

/**
 * Every operation of a roster, in the groups by which clients call them. Contains no handler, so it
 * may go to a browser.
 */
export const contract = {
  caller,
  organizations,
  roles,
  users: { ...users, ...userBatches },
  personas,
  authenticators,
  passwords,
  secretCodes,
  secrets,
  mails,
  sessions,
  groups,
  applications,
  audit,
  bulk,
  redeem,
} as const

/** The operations of a roster; see {@link contract}. */
export type RosterContract = typeof contract

/** A client of a roster, over HTTP or in process: `client.users.lock({ userId, reason })`. */
export type RosterClient = ClientOf<RosterContract>

/** The operations as a flat list, in the contract's order. */
export const operations: readonly Operation[] = Object.values(contract).flatMap(
  (group): Operation[] => Object.values(group),
)

/** Finds an operation by its name; undefined when there is none. */
export function operationNamed(name: string): Operation | undefined {
  return operations.find((operation) => operation.name === name)
}
