import { provisioningOf, resolveCaller, type Caller } from '../domain/callers/caller.js'
import type { UsersWithRoles } from '../domain/users/user-store.js'
import type { Failure } from '../kernel/failure.js'
import { err, ok, type Result } from '../kernel/result.js'
import { mayRedeem, secretOfToken } from '../domain/secrets/bearer.js'
import { delegates } from './open-context.js'
import { Refusal, type Identified, type RefusalScope, type Started } from './state.js'

type CallerResult = Result<Pick<Identified, 'caller' | 'users' | 'bearer'>>

const nobody: RefusalScope = { caller: null, organizationId: null, subject: null }
const noUsers: UsersWithRoles = { users: [], assignments: [], lineages: new Map() }

/**
 * Finds who calls, and refuses input that doesn't parse. An operation that the caller can't reach
 * at all doesn't exist for them.
 */
export async function identifyCaller(state: Started): Promise<Identified | Refusal> {
  const { registration, parsed } = state.request
  const { operation } = registration
  const refuse = (failure: Failure, scope: RefusalScope) =>
    new Refusal(failure, scope, state.request)

  const identified = await callerOf(state)
  if (!identified.ok) return refuse(identified.failure, nobody)
  const { caller } = identified.value
  const unseen = { ...nobody, caller: operation.subject === 'anyone' ? null : caller }
  const unreachable = operation.onlyVia
    ? provisioningOf(caller)?.source !== operation.onlyVia
    : operation.hostOnly && caller.kind !== 'system'
  if (unreachable) return refuse({ code: 'not_found' }, unseen)
  if (!parsed.ok)
    return refuse({ code: 'invalid_input', details: { issues: parsed.issues } }, unseen)
  return { ...state, ...identified.value, input: { ...parsed.value }, unseen }
}

async function callerOf(state: Started): Promise<CallerResult> {
  const { unit, request } = state
  const { environment, tx, at } = unit
  switch (request.registration.operation.subject) {
    case 'bearer':
      return bearerOf(state)
    case 'anyone':
      return ok({ caller: { kind: 'system' }, users: noUsers, bearer: null })
    default: {
      const users = await readUsers(state)
      const delegating = delegates(environment)
      const { caller: ref } = request.call
      const caller = await resolveCaller(tx, ref, users, environment.roles, at, delegating)
      return caller.ok ? ok({ caller: caller.value, users, bearer: null }) : caller
    }
  }
}

/**
 * Reads the caller and the user that the call is about in one query. Reads no one for a caller who
 * isn't signed in: a stranger learns nothing, not even from the time it takes.
 */
async function readUsers({ unit, request }: Started): Promise<UsersWithRoles> {
  const { call, parsed, registration } = request
  const callerId = call.caller === 'system' ? undefined : call.caller.userId
  const subjectId =
    parsed.ok && registration.operation.subject === 'user'
      ? fieldOf(parsed.value, 'userId')
      : undefined
  const ids = [...new Set([callerId, subjectId])].filter((id) => typeof id === 'string')
  return callerId === null || ids.length === 0 ? noUsers : unit.tx.users.findWithRoles(ids)
}

/**
 * Finds whose link it is. An unknown, used, replaced or expired link, and one of a user without
 * access, are refused alike (docs/security.md, row 36). A link that is opened in another user's
 * session is refused and stays valid (docs/features.md, row 53).
 */
async function bearerOf({ unit, request }: Started): Promise<CallerResult> {
  const { tx, at } = unit
  const { call, parsed, registration } = request
  if (!parsed.ok) return err({ code: 'invalid_input', details: { issues: parsed.issues } })
  const purposes = registration.operation.links ?? []
  const bearer = await secretOfToken(tx, fieldOf(parsed.value, 'token'), purposes, at)
  const user = bearer ? await tx.users.find(bearer.secret.userId) : null
  if (!bearer || !user) return err({ code: 'secret_unusable' })
  const lineages = await tx.organizations.lineages([user.organizationId])
  const lineage = lineages.get(user.organizationId) ?? []
  if (!mayRedeem({ user, lineage }, at)) return err({ code: 'secret_unusable' })
  if (isOtherUser(call.caller, user.id)) return err({ code: 'other_account' })
  const caller: Caller = { kind: 'user', user, lineage, grants: [], personas: [] }
  return ok({ caller, users: null, bearer })
}

function isOtherUser(caller: Started['request']['call']['caller'], userId: string): boolean {
  return caller !== 'system' && caller.userId !== null && caller.userId !== userId
}

function fieldOf(input: object, field: string): string {
  const fields: Readonly<Record<string, unknown>> = { ...input }
  return String(fields[field])
}
