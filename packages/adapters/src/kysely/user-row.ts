import { foldUserName, mfaState } from '@rosterkit/core'
import { searchText, sortValue, type User } from '@rosterkit/core/ports'
import type { UserColumns, UserSearchColumns, UserStatusColumns } from './schema.js'
import { statusWindow } from './standing-window.js'

/** The columns of a person as the port gives them, in the order of the table. */
export const userColumns = [
  'organization_id',
  'id',
  'version',
  'user_name',
  'given_name',
  'family_name',
  'emails',
  'verified_emails',
  'phone_numbers',
  'user_type',
  'locale',
  'external_id',
  'attributes',
  'owners',
  'lifecycle',
  'locks',
  'password',
  'mfa',
  'failed_sign_ins',
  'inactivity_lock_at',
  'sign_in_route',
  'valid_from_at',
  'valid_until_at',
  'last_signed_in_at',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof UserColumns)[]

/** Every column that a write of a person sets; the first role is the role assignments' to set. */
export const writtenUserColumns = [
  ...userColumns,
  'user_name_boundary',
  'user_name_folded',
  'search_text',
  'sort_given_name',
  'sort_family_name',
  'sort_user_name',
  'sort_primary_email',
  'mfa_state',
  'status',
  'status_from_at',
  'status_until_at',
] as const satisfies readonly (keyof WrittenUserRow)[]

/** What a write of a person sets. */
export type WrittenUserRow = UserColumns & UserSearchColumns & UserStatusColumns

/**
 * A person as the table keeps them. Throws when the username is none, which the rules refuse long
 * before.
 */
export function writtenRowOf(user: User, boundary: string): WrittenUserRow {
  const folded = foldUserName(user.userName)
  if (folded === null) throw new Error(`“${user.userName}” is no username.`)
  const status = statusWindow(user, user.updatedAt)
  return {
    organization_id: user.organizationId,
    id: user.id,
    version: user.version,
    user_name: user.userName,
    given_name: user.name.givenName,
    family_name: user.name.familyName,
    emails: JSON.stringify(user.emails),
    verified_emails: JSON.stringify(user.verifiedEmails),
    phone_numbers: JSON.stringify(user.phoneNumbers),
    user_type: user.userType,
    locale: user.locale,
    external_id: user.externalId,
    attributes: JSON.stringify(user.attributes),
    owners: JSON.stringify(user.owners),
    lifecycle: JSON.stringify(user.lifecycle),
    locks: JSON.stringify(user.locks),
    password: JSON.stringify(user.password),
    mfa: JSON.stringify(user.mfa),
    failed_sign_ins: JSON.stringify(user.failedSignIns),
    inactivity_lock_at: user.inactivityLockAt,
    sign_in_route: user.signInRoute,
    valid_from_at: user.validFromAt,
    valid_until_at: user.validUntilAt,
    last_signed_in_at: user.lastSignedInAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    user_name_boundary: boundary,
    user_name_folded: folded,
    search_text: searchText(user),
    sort_given_name: sortValue(user, 'givenName'),
    sort_family_name: sortValue(user, 'familyName'),
    sort_user_name: sortValue(user, 'userName'),
    sort_primary_email: sortValue(user, 'primaryEmail'),
    mfa_state: mfaState(user),
    status: status.rank,
    status_from_at: status.fromAt,
    status_until_at: status.untilAt,
  }
}

/** The person in a row. */
export function userOf(row: UserColumns): User {
  return {
    id: row.id,
    organizationId: row.organization_id,
    version: row.version,
    userName: row.user_name,
    name: { givenName: row.given_name, familyName: row.family_name },
    emails: parsed<User['emails']>(row.emails),
    verifiedEmails: parsed<User['verifiedEmails']>(row.verified_emails),
    phoneNumbers: parsed<User['phoneNumbers']>(row.phone_numbers),
    userType: row.user_type,
    locale: row.locale,
    externalId: row.external_id,
    attributes: parsed<User['attributes']>(row.attributes),
    owners: parsed<User['owners']>(row.owners),
    lifecycle: parsed<User['lifecycle']>(row.lifecycle),
    locks: parsed<User['locks']>(row.locks),
    password: parsed<User['password']>(row.password),
    mfa: parsed<User['mfa']>(row.mfa),
    failedSignIns: parsed<User['failedSignIns']>(row.failed_sign_ins),
    inactivityLockAt: row.inactivity_lock_at,
    signInRoute: row.sign_in_route as User['signInRoute'],
    validFromAt: row.valid_from_at,
    validUntilAt: row.valid_until_at,
    lastSignedInAt: row.last_signed_in_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function parsed<T>(json: string): T {
  return JSON.parse(json) as T
}
