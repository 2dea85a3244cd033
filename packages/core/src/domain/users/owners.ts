import { provisioningOf, type Caller } from '../callers/caller.js'
import type { EditableField, FieldOwner, User } from './user.js'

/**
 * Who else owns a field, so that this caller may not set it (features row 37); undefined where they
 * may: what is owned by nobody else, and what they own themselves.
 */
export function otherOwner(
  caller: Caller,
  owners: User['owners'],
  field: EditableField,
): FieldOwner | undefined {
  const owner = owners[field]
  return owner === provisioningOf(caller)?.source ? undefined : owner
}

/**
 * Who owns the fields once the caller has set these: whoever provisions a person owns what it sets,
 * with the same commit.
 */
export function ownersAfter(
  caller: Caller,
  owners: User['owners'],
  set: readonly EditableField[],
): User['owners'] {
  const via = provisioningOf(caller)
  return via === undefined
    ? owners
    : { ...owners, ...Object.fromEntries(set.map((field) => [field, via.source])) }
}
