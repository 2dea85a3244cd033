import { provisioningOf, type Caller } from '../callers/caller.js'
import type { EditableField, FieldOwner, User } from './user.js'

/**
 * Who else owns a field, so that this caller may not set it (docs/features.md, row 37); undefined
 * if they may.
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
 * Who owns the fields once the caller has set these: a provisioning caller owns what it sets, from
 * the same commit on.
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
