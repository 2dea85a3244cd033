import type { UserView } from '../domain/users/user-view.js'
import type { OrganizationDirectory } from './organization-directory.js'
import { emailColumns, type UserRecord } from '../batch/user-record.js'

/**
 * What is wrong with a cell that cannot even be read, with a sentence that says what to write
 * instead.
 */
export interface UnreadableCell {
  readonly code: string
  readonly message: string
}

/** One column of a file of users. */
export interface UserColumn<F extends keyof UserRecord = keyof UserRecord> {
  /**
   * Its heading in files, the same in every language, so that a file goes from one desk to the
   * next.
   */
  readonly heading: string
  /**
   * Which field of a record it fills; absent where it only tells something, and is not imported.
   */
  readonly field?: F
  /**
   * Where a refusal of the commands says that something is wrong with it, as the beginning of a
   * path.
   */
  readonly paths: readonly string[]
  /** The user's value as text. */
  readonly text: (user: UserView, directory: OrganizationDirectory) => string
  /** The value of a cell for the record, undefined to leave it out. */
  readonly value: (
    cell: string,
    directory: OrganizationDirectory,
  ) => { readonly value: UserRecord[F] | undefined } | UnreadableCell
}

/** The heading of the column that says what is wrong with a line. */
export const problemHeading = 'Problem'

const plain = (cell: string) => ({ value: cell })
const orNone = (cell: string) => ({ value: cell.trim() === '' ? null : cell })
const listed = (cell: string) => ({ value: itemsOf(cell) })
const itemsOf = (cell: string) =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')
const yesOrNo = (cell: string): { value: boolean | undefined } | UnreadableCell => {
  const text = cell.trim().toLowerCase()
  if (text === '') return { value: undefined }
  return text === 'yes' || text === 'true'
    ? { value: true }
    : text === 'no' || text === 'false'
      ? { value: false }
      : { code: 'not_yes_or_no', message: 'Write yes or no.' }
}
const joined = (items: readonly string[]) => items.join('; ')

/**
 * The columns of a file of users, in the order in which an export writes them. Export and import
 * both read this table.
 */
export const userColumns: readonly UserColumn[] = [
  column({
    heading: 'Username',
    field: 'userName',
    paths: ['userName'],
    text: (user) => user.userName,
    value: plain,
  }),
  column({
    heading: 'First name',
    field: 'givenName',
    paths: ['name.givenName', 'name'],
    text: (user) => user.name.givenName,
    value: plain,
  }),
  column({
    heading: 'Last name',
    field: 'familyName',
    paths: ['name.familyName'],
    text: (user) => user.name.familyName,
    value: plain,
  }),
  column({
    heading: 'E-mail',
    field: 'email',
    paths: ['emails.0', 'emails'],
    text: (user) => emailColumns(user).email,
    value: plain,
  }),
  column({
    heading: 'Other e-mails',
    field: 'otherEmails',
    paths: ['emails.'],
    text: (user) => joined(emailColumns(user).otherEmails),
    value: listed,
  }),
  column({
    heading: 'Phone numbers',
    field: 'phoneNumbers',
    paths: ['phoneNumbers'],
    text: (user) => joined(user.phoneNumbers.map(({ value }) => value)),
    value: listed,
  }),
  column({
    heading: 'User type',
    field: 'userType',
    paths: ['userType'],
    text: (user) => user.userType ?? '',
    value: orNone,
  }),
  column({
    heading: 'Language',
    field: 'locale',
    paths: ['locale'],
    text: (user) => user.locale ?? '',
    value: orNone,
  }),
  column({
    heading: 'Organization',
    field: 'organizationId',
    paths: ['organizationId'],
    text: (user, directory) => directory.nameOf(user.organization.id),
    value: organizationIn,
  }),
  column({
    heading: 'Roles',
    field: 'roles',
    paths: ['roles'],
    text: (user, directory) =>
      joined(
        user.roles.map(({ roleId, organization }) =>
          organization.id === user.organization.id
            ? roleId
            : `${roleId}${at}${directory.nameOf(organization.id)}`,
        ),
      ),
    value: rolesIn,
  }),
  column({
    heading: 'MFA required',
    field: 'mfaRequired',
    paths: ['mfaRequired'],
    text: (user) => (user.mfa.required ? 'yes' : 'no'),
    value: yesOrNo,
  }),
  column({
    heading: 'Federated only',
    field: 'federatedOnly',
    paths: ['federatedOnly'],
    text: (user) => (user.signInRoute === 'federated' ? 'yes' : 'no'),
    value: yesOrNo,
  }),
  column({
    heading: 'Attributes',
    field: 'attributes',
    paths: ['attributes'],
    text: (user) =>
      Object.keys(user.attributes).length === 0 ? '' : JSON.stringify(user.attributes),
    value: attributesIn,
  }),
  column({
    heading: 'Version',
    field: 'version',
    paths: ['version'],
    text: (user) => String(user.version),
    value: versionIn,
  }),
  readOnlyColumn('Status', (user) => user.status.status),
  readOnlyColumn('Last signed in', (user) => user.lastSignedInAt ?? ''),
  readOnlyColumn('Added', (user) => user.createdAt),
  readOnlyColumn('Modified', (user) => user.updatedAt),
  // Of a file of refused lines, which is corrected and sent again as it is.
  readOnlyColumn(problemHeading, () => ''),
]

/** The columns that an export writes. */
export const exportedColumns: readonly UserColumn[] = userColumns.filter(
  ({ heading }) => heading !== problemHeading,
)

/** The column with this heading, however it is spelt: capitals, spaces and hyphens say nothing. */
export function columnOf(heading: string): UserColumn | undefined {
  return byHeading.get(foldedHeading(heading))
}

/** The column of an issue's path, by the longest match; undefined if no column has it. */
export function columnOfPath(path: string): UserColumn | undefined {
  const known = userColumns.flatMap((column) => column.paths.map((start) => ({ column, start })))
  return known
    .filter(
      ({ start }) => path === start || path.startsWith(start.endsWith('.') ? start : `${start}.`),
    )
    .sort((a, b) => b.start.length - a.start.length)[0]?.column
}

const foldedHeading = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
const byHeading: ReadonlyMap<string, UserColumn> = new Map(
  userColumns.map((each) => [foldedHeading(each.heading), each]),
)

const at = ' @ '

function organizationIn(
  cell: string,
  directory: OrganizationDirectory,
): { value: string | undefined } | UnreadableCell {
  if (cell.trim() === '') return { value: undefined }
  const [id, ...others] = directory.find(cell)
  if (id === undefined)
    return {
      code: 'unknown_organization',
      message:
        'There is no such organization among those that you may see. Write its name, or its path from the top.',
    }
  return others.length === 0
    ? { value: id }
    : {
        code: 'ambiguous_organization',
        message:
          'Several organizations are called so. Write the path from the top, or the identifier.',
      }
}

/**
 * `viewer; support @ North / Harbour`: a role's id, at the user's own organization unless another
 * one is named. An empty id means that organization.
 */
function rolesIn(
  cell: string,
  directory: OrganizationDirectory,
): { value: UserRecord['roles'] } | UnreadableCell {
  if (cell.trim() === '') return { value: undefined }
  const roles: NonNullable<UserRecord['roles']>[number][] = []
  for (const item of itemsOf(cell)) {
    const split = item.lastIndexOf(at)
    const place =
      split < 0 ? { value: undefined } : organizationIn(item.slice(split + at.length), directory)
    if ('message' in place) return place
    roles.push({
      roleId: (split < 0 ? item : item.slice(0, split)).trim(),
      organizationId: place.value ?? '',
    })
  }
  return { value: roles }
}

function attributesIn(cell: string): { value: Record<string, unknown> } | UnreadableCell {
  if (cell.trim() === '') return { value: {} }
  try {
    const value: unknown = JSON.parse(cell)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Record<string, unknown> }
  } catch {
    // Said below.
  }
  return {
    code: 'not_attributes',
    message:
      'Write the attributes as JSON, such as {"department":"Sales"}, or leave the cell empty.',
  }
}

function versionIn(cell: string): { value: number | undefined } | UnreadableCell {
  const text = cell.trim()
  if (text === '') return { value: undefined }
  return /^\d{1,9}$/.test(text)
    ? { value: Number(text) }
    : { code: 'not_a_version', message: 'Leave the version as it was exported, or the cell empty.' }
}

function column<F extends keyof UserRecord>(facts: UserColumn<F>): UserColumn {
  return facts as unknown as UserColumn
}

function readOnlyColumn(heading: string, text: (user: UserView) => string): UserColumn {
  return { heading, paths: [], text, value: () => ({ value: undefined }) }
}
