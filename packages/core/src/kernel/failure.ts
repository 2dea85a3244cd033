import * as z from 'zod/mini'
import { unavailableWords, type FailureWords } from './unavailable.js'

const issueSchema = z.object({ path: z.string(), code: z.string(), message: z.string() })

/**
 * One thing wrong with an input: where (`name.givenName`, empty for the whole), a stable code, and
 * a sentence that says what to do.
 */
export type InputIssue = z.infer<typeof issueSchema>

const none = z.object({})

/**
 * Every way Rosterkit says no: one row a code, with a title, the details it carries and a sentence
 * a user can act on. Problem documents (RFC 9457), the client's errors and the kit's messages all
 * read this table.
 */
export const failures = {
  unauthenticated: row('Not signed in', none, () => 'Sign in, then try again.'),
  access_suspended: row(
    'Your access is suspended',
    z.object({ status: z.string() }),
    () => 'Your own account cannot act at the moment. Ask an administrator to look at its status.',
  ),
  not_found: row(
    'Not found',
    none,
    () => 'It does not exist, or you may not see it. Check the link, or go back to the list.',
  ),
  invalid_input: row(
    'Check what was entered',
    z.object({ issues: z.array(issueSchema) }),
    ({ issues }) =>
      issues
        .map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message))
        .join(' '),
  ),
  invalid_cursor: row(
    'This page is no longer available',
    none,
    () =>
      'The list was opened with another search or by somebody else. Start again from the first page.',
  ),
  stale_version: row(
    'Someone changed it first',
    z.object({ expected: z.number(), actual: z.number() }),
    () =>
      'Someone changed this while you had it open. Reload, check what they changed, and try again.',
  ),
  invalid_transition: row(
    'Not possible in this state',
    z.object({ from: z.string(), event: z.string() }),
    ({ from, event }) =>
      `This cannot be done now (${event} while ${from}). Reload to see the current state.`,
  ),
  user_name_taken: row(
    'Username already taken',
    z.object({ userName: z.string() }),
    ({ userName }) => `Another person already uses “${userName}”. Choose a different username.`,
  ),
  not_permitted: row(
    'Your role does not allow this',
    z.object({ permission: z.string(), organization: z.string() }),
    ({ organization }) =>
      `Your role does not allow this at ${organization}. Ask one of its administrators.`,
  ),
  outranked: row(
    'This person has more rights than you',
    none,
    () =>
      'This person has rights that you do not have. Ask an administrator of an organization above.',
  ),
  same_rank: row(
    'This person has the same rights as you',
    none,
    () =>
      'This person has the same rights as you. Only an administrator of an organization above can do this.',
  ),
  own_account: row(
    'Not on your own account',
    none,
    () => 'You cannot do this to your own account. Ask another administrator.',
  ),
  grant_exceeds_rights: row(
    'You cannot give this role',
    z.object({ role: z.string(), organization: z.string() }),
    ({ role, organization }) =>
      `You can only give roles whose rights you hold yourself: ${role} at ${organization} goes beyond them.`,
  ),
  last_administrator: row(
    'The last administrator',
    z.object({ organization: z.string() }),
    ({ organization }) =>
      `${organization} would be left without an administrator. Make somebody else an administrator first.`,
  ),
  managed_by_sso: row(
    'Managed by single sign-on',
    z.object({ organization: z.string(), provider: z.string() }),
    ({ organization, provider }) =>
      `People of ${organization} are managed in ${provider}. Make the change there.`,
  ),
  field_owned_elsewhere: row(
    'Managed elsewhere',
    z.object({ field: z.string(), owner: z.string() }),
    ({ field, owner }) => `${field} is managed by ${owner}. Change it there.`,
  ),
  role_already_given: row(
    'Role already given',
    z.object({ role: z.string(), organization: z.string() }),
    ({ role, organization }) =>
      `This person already has the role ${role} at ${organization}. Take it away first to give it anew.`,
  ),
  persona_already_given: row(
    'Persona already given',
    z.object({ persona: z.string() }),
    ({ persona }) => `This person already has the persona ${persona}. Edit it instead.`,
  ),
  name_taken: row(
    'Name already taken',
    z.object({ name: z.string() }),
    ({ name }) => `There is already one called “${name}” here. Choose a different name.`,
  ),
  too_many_authenticators: row(
    'Too many authenticators',
    z.object({ type: z.string(), limit: z.number() }),
    ({ type, limit }) =>
      `This person already has ${limit} of the type ${type}, which is as many as are allowed. Delete one first.`,
  ),
  not_managed_by_sso: row(
    'Not managed by single sign-on',
    none,
    () => 'This organization is not managed by single sign-on, so no mapping applies.',
  ),
  user_name_mismatch: row(
    'The username does not match',
    none,
    () => 'Type the person’s username exactly as it is shown, to confirm that you mean them.',
  ),
  not_restorable: row(
    'Too late to restore',
    none,
    () => 'The time in which this person could be restored is over.',
  ),
  user_deleted: row(
    'This person is deleted',
    none,
    () => 'This person is deleted. Restore them first.',
  ),
  not_locked: row(
    'Not locked',
    none,
    () => 'This person is not locked, so there is nothing to unlock.',
  ),
  already_locked: row(
    'Already locked',
    none,
    () => 'This person is already locked by an administrator.',
  ),
  already_activated: row(
    'Already activated',
    none,
    () => 'This person has been activated already.',
  ),
  already_deactivated: row(
    'Already deactivated',
    none,
    () => 'This person is already deactivated.',
  ),
  not_deactivated: row(
    'Not deactivated',
    none,
    () => 'This person is not deactivated, so there is nothing to reactivate.',
  ),
  already_deleted: row('Already deleted', none, () => 'This person is already deleted.'),
  not_deleted: row(
    'Not deleted',
    none,
    () => 'This person is not deleted, so there is nothing to restore or purge.',
  ),
  secret_unusable: row(
    'This link or code cannot be used',
    none,
    () =>
      'It may have been used already, been replaced by a newer one, or its time is over. Ask an administrator for a new one.',
  ),
  other_account: row(
    'You are signed in as somebody else',
    none,
    () =>
      'This link is for another person than the one who is signed in here. Sign out first, then open it again.',
  ),
  not_configured: row(
    'Not set up here',
    z.object({ needed: z.string() }),
    ({ needed }) =>
      `This portal has not been set up for it: ${needed} is missing. Ask whoever runs the portal.`,
  ),
  federated_only: row(
    'No password here',
    none,
    () =>
      'This person signs in through their identity provider only, so there is no password to reset. Reset it there.',
  ),
  no_password: row(
    'No password yet',
    none,
    () => 'This person has no password, so there is nothing to remove or expire.',
  ),
  no_secret_code: row(
    'No secret code yet',
    none,
    () =>
      'This person has not chosen a secret code yet, so there is nothing to reset. Send them an enrolment link instead.',
  ),
  factor_needed: row(
    'A second factor is needed',
    none,
    () => 'Register a second factor first, such as a security key or an authenticator app.',
  ),
  ceremony_refused: row(
    'The authenticator was not accepted',
    z.object({ reason: z.string() }),
    ({ reason }) => reason,
  ),
  security_key_taken: row(
    'This key is registered already',
    none,
    () => 'This security key is registered already, here or for somebody else. Use another one.',
  ),
  idempotency_key_reused: row(
    'This key was used for something else',
    none,
    () =>
      'The idempotency key was sent before with another request. Send each change with a key of its own.',
  ),
  stale_plan: row(
    'The plan is no longer true',
    none,
    () =>
      'Something has changed since the plan was made, so nothing was done. Make the plan again and look at what is different.',
  ),
  already_done: row(
    'Already done',
    none,
    () =>
      'This was carried out the first time, but what it showed is shown once and not kept. Make a new one.',
  ),
  busy: row(
    'Busy',
    none,
    () =>
      'Too many changes were made at the same time. Nothing was changed; try again in a moment.',
  ),
  unavailable: row(unavailableWords.title, none, () => unavailableWords.sentence),
} as const

function row<S extends z.ZodMiniType>(
  title: string,
  details: S,
  sentence: (details: z.infer<S>) => string,
) {
  return { title, details, sentence }
}

/**
 * Refusals that say that the subject is already as the command would make it: a button greys by
 * them, the command itself then changes nothing and succeeds.
 */
export const alreadySo: ReadonlySet<FailureCode> = new Set([
  'already_activated',
  'already_locked',
  'not_locked',
  'already_deactivated',
  'not_deactivated',
  'already_deleted',
])

/** The stable code of a refusal. Compare codes, never classes. */
export type FailureCode = keyof typeof failures

/** The typed details that a code carries. */
export type FailureDetails<C extends FailureCode> = z.infer<(typeof failures)[C]['details']>

/** A refusal as a value: its code and the details of that code. */
export type Failure<C extends FailureCode = FailureCode> = {
  [K in C]: string extends keyof FailureDetails<K>
    ? { readonly code: K; readonly details?: undefined }
    : { readonly code: K; readonly details: FailureDetails<K> }
}[C]

/** The sentence that tells an administrator what happened and what to do next. */
export function failureSentence(failure: Failure): string {
  const { sentence } = failures[failure.code] as { sentence: (details: unknown) => string }
  return sentence(failure.details ?? {})
}

/** A refusal as one line of an answer about several. */
export const refusalSchema = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  details: z.optional(z.record(z.string(), z.unknown())),
})

/** The refusal of one of several. */
export function viewRefusal(failure: Failure): z.infer<typeof refusalSchema> {
  return {
    code: failure.code,
    title: failureTitle(failure.code),
    detail: failureSentence(failure),
    ...(failure.details ? { details: failure.details } : {}),
  }
}

/** Both words of a refusal. */
export function failureWords(failure: Failure): FailureWords {
  return { title: failureTitle(failure.code), sentence: failureSentence(failure) }
}

/** The short title of a refusal, the same for every occurrence of its code (RFC 9457 §3.1.3). */
export function failureTitle(code: FailureCode): string {
  return failures[code].title
}
