import * as z from 'zod/mini'
import { maxBatchSize } from './bulk-command.js'
import { announceBatch } from './bulk-handler.js'
import { refusalSchema, viewRefusal, type Failure, type InputIssue } from '../kernel/failure.js'
import { parseInput } from '../kernel/input.js'
import type { Operation } from '../kernel/operation.js'
import { err, ok } from '../kernel/result.js'
import type { BatchContext, BatchHandler, BatchSpec } from '../context.js'
import { userNameBoundaryOf } from '../domain/policy.js'
import { createUser } from '../operations/users/create-user.js'
import { getUser } from '../operations/users/get-user.js'
import { updateUser } from '../operations/users/update-user.js'
import { foldUserName } from '../domain/users/user-name.js'
import type { UserView } from '../domain/users/user-view.js'
import {
  changesOf,
  creationOf,
  rolesText,
  updateOf,
  userRecordSchema,
  type UserRecord,
} from './user-record.js'

const recordOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('created'), userId: z.string() }),
  z.object({ outcome: z.literal('updated'), userId: z.string() }),
  z.object({ outcome: z.literal('unchanged'), userId: z.string() }),
  z.extend(refusalSchema, { outcome: z.literal('refused') }),
])

/** What became of one record of an import. */
export type RecordOutcome = z.infer<typeof recordOutcomeSchema>

/**
 * Imports up to 100 users, such as the lines of a file (docs/features.md, row 32). Each record is
 * its own call of `users.create` or `users.update`, with its own decision, transaction and audit
 * event: a refused record stops no other, and nothing is allowed here that isn't allowed there.
 * With `onExisting: 'update'`, a record whose username is taken within the policy's boundary, by a
 * user whom the caller may see, changes that user. A field owned elsewhere refuses it, and so does
 * an outdated `version`. Roles are assigned to new users only. New users aren't invited unless
 * `activation` is `now`, which emails each of them a link. A link that the policy would show isn't
 * shown here; create a new one on the user's page.
 */
export const importUsers = {
  name: 'users.import',
  kind: 'command',
  summary: 'Imports up to 100 users: adds new ones and, if requested, updates existing ones.',
  permission: 'user:create',
  subject: 'scope',
  each: [createUser, updateUser],
  event: 'user.import',
  input: z.strictObject({
    records: z.array(userRecordSchema).check(z.minLength(1), z.maxLength(maxBatchSize)),
    onExisting: z._default(z.enum(['refuse', 'update']), 'refuse'),
    activation: z._default(z.enum(['later', 'now']), 'later'),
  }),
  output: z.object({
    /** What became of each, in the order in which they were sent. */
    items: z.array(recordOutcomeSchema),
  }),
  failures: [],
  http: { method: 'POST', path: '/imports' },
  invalidates: [...new Set([...createUser.invalidates, ...updateUser.invalidates])],
  example: {
    records: [
      {
        organizationId: '0198f0c0-7e00-7000-8000-000000000002',
        userName: 'ada.lovelace',
        givenName: 'Ada',
        familyName: 'Lovelace',
        email: 'ada@example.com',
        roles: [{ roleId: 'viewer', organizationId: '0198f0c0-7e00-7000-8000-000000000002' }],
      },
    ],
    onExisting: 'update',
  },
} as const satisfies Operation

const importSpec: BatchSpec<typeof importUsers, UserRecord> = {
  items: ({ records }) => records,
  userIdOf: () => null,
  async stepOf(record, { onExisting, activation }, context) {
    const user = onExisting === 'update' ? await existingUser(record, context) : null
    if (!user) return ok({ operation: createUser, input: creationOf(record, activation) })
    const difference = refuseDifference(record, user)
    if (difference) return err(difference)
    const input = updateOf(record, user)
    // As it would be understood; what cannot be is for the command to refuse.
    const parsed = parseInput(updateUser.input, input)
    const changes = changesOf(parsed.ok ? parsed.value : input, user)
    if (Object.keys(changes).length === 0)
      return ok({ unchanged: { kind: 'user', id: user.id, label: user.displayName } })
    return ok({
      operation: updateUser,
      input: { ...changes, userId: user.id, version: input.version },
    })
  },
  toResult(_, outcome): RecordOutcome {
    if (!outcome.ok) return { outcome: 'refused', ...viewRefusal(outcome.failure) }
    const { step, answer } = outcome.value
    return 'unchanged' in step
      ? { outcome: 'unchanged', userId: step.unchanged.id }
      : {
          outcome: step.operation === createUser ? 'created' : 'updated',
          userId: (answer as UserView).id,
        }
  },
}

/** The handler of {@link importUsers}: each record is a call of its own. */
export const importUsersHandler: BatchHandler<typeof importUsers> = {
  handler: (context, { records }) => announceBatch(context, records.length),
  batch: importSpec,
}

/**
 * The user who has the username, if the caller may see them. For any other user, the command only
 * says that it is taken.
 */
async function existingUser(
  { userName, organizationId }: UserRecord,
  { storage, policy, query }: BatchContext,
): Promise<UserView | null> {
  const folded = foldUserName((userName ?? '').trim())
  if (folded === null || organizationId === undefined) return null
  const found = await storage.read((tx) =>
    tx.users.findByUserName(userNameBoundaryOf(policy, organizationId), folded),
  )
  const visible = found && (await query(getUser, { userId: found.id }))
  return visible?.ok ? (visible.value as UserView) : null
}

/**
 * Why a record can't change an existing user; null if it differs in nothing that an import doesn't
 * change.
 */
function refuseDifference({ organizationId, roles }: UserRecord, user: UserView): Failure | null {
  if (organizationId !== undefined && organizationId !== user.organization.id)
    return wrong({
      path: 'organizationId',
      code: 'other_organization',
      message:
        'This person belongs to another organization. Move them there first, or leave the cell as it was exported.',
    })
  if (
    roles !== undefined &&
    rolesText(roles) !==
      rolesText(
        user.roles.map(({ roleId, organization }) => ({ roleId, organizationId: organization.id })),
      )
  )
    return wrong({
      path: 'roles',
      code: 'roles_not_imported',
      message:
        'An import does not change the roles of somebody who is there already. Change them on the person’s page, or leave the cell empty.',
    })
  return null
}

function wrong(issue: InputIssue): Failure {
  return { code: 'invalid_input', details: { issues: [issue] } }
}
