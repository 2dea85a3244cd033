import { failureSentence, failureTitle, type Failure, type FailureCode } from '@rosterkit/core'

/** The status line of each refusal. HTTP knows them; the rules do not. */
export const failureStatus = {
  unauthenticated: 401,
  access_suspended: 403,
  not_found: 404,
  invalid_input: 400,
  invalid_cursor: 400,
  stale_version: 412,
  invalid_transition: 409,
  user_name_taken: 409,
  not_permitted: 403,
  outranked: 403,
  same_rank: 403,
  own_account: 403,
  grant_exceeds_rights: 403,
  last_administrator: 409,
  managed_by_sso: 403,
  field_owned_elsewhere: 403,
  role_already_given: 409,
  persona_already_given: 409,
  name_taken: 409,
  too_many_authenticators: 409,
  not_managed_by_sso: 409,
  user_name_mismatch: 400,
  not_restorable: 409,
  user_deleted: 409,
  not_locked: 409,
  already_locked: 409,
  already_activated: 409,
  already_deactivated: 409,
  not_deactivated: 409,
  already_deleted: 409,
  not_deleted: 409,
  busy: 503,
  unavailable: 500,
} as const satisfies Record<FailureCode, number>

/** Refusals that only HTTP knows. */
export const httpProblems = {
  no_such_route: { status: 404, title: 'No such address', detail: 'There is nothing at this address. The OpenAPI document lists what there is.' },
  method_not_allowed: { status: 405, title: 'Method not allowed', detail: 'This address does not answer that method. See the Allow header.' },
  unsupported_media_type: { status: 415, title: 'JSON only', detail: 'Send the body as application/json.' },
  malformed_body: { status: 400, title: 'The body is not JSON', detail: 'Send one JSON object, not nested deeper than 32 levels.' },
  payload_too_large: { status: 413, title: 'Too large', detail: 'The body is larger than this server reads. Send less at a time.' },
  repeated_parameter: { status: 400, title: 'Repeated parameter', detail: 'A parameter stands twice in the address. Send each once; separate several values by commas.' },
  conflicting_subject: { status: 400, title: 'Two subjects', detail: 'The address names one subject and the body another. Name one.' },
  cross_site: { status: 403, title: 'Refused from another site', detail: 'Changes are only accepted from the portal’s own pages.' },
} as const

/** The code of a refusal that only HTTP knows. */
export type HttpProblemCode = keyof typeof httpProblems

/** A problem document (RFC 9457). `code`, `details` and `requestId` are extension members. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly details?: unknown
  readonly requestId: string
}

/** The stable type of a problem. */
export function problemType(code: string): string {
  return `urn:rosterkit:problem:${code}`
}

/** Describes a refusal of an operation. */
export function failureProblem(failure: Failure, requestId: string): Problem {
  return { type: problemType(failure.code), title: failureTitle(failure.code), status: failureStatus[failure.code], detail: failureSentence(failure), code: failure.code, ...(failure.details ? { details: failure.details } : {}), requestId }
}

/** Describes a refusal of HTTP. */
export function httpProblem(code: HttpProblemCode, requestId: string): Problem {
  return { type: problemType(code), code, requestId, ...httpProblems[code] }
}
