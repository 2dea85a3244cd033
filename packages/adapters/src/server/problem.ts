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
  secret_unusable: 410,
  other_account: 409,
  not_configured: 501,
  federated_only: 409,
  no_password: 409,
  no_secret_code: 409,
  factor_needed: 409,
  ceremony_refused: 400,
  security_key_taken: 409,
  idempotency_key_reused: 422,
  stale_plan: 412,
  already_done: 409,
  busy: 503,
  unavailable: 500,
} as const satisfies Record<FailureCode, number>

/** Refusals that only HTTP knows. */
export const httpProblems = {
  no_such_route: {
    status: 404,
    title: 'No such address',
    detail: 'There is nothing at this address. The OpenAPI document lists what there is.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address does not answer that method. See the Allow header.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'JSON only',
    detail: 'Send the body as application/json in UTF-8, not compressed.',
  },
  malformed_body: {
    status: 400,
    title: 'The body is not JSON',
    detail: 'Send one JSON object, not nested deeper than 32 levels.',
  },
  payload_too_large: {
    status: 413,
    title: 'Too large',
    detail: 'The body is larger than this server reads. Send less at a time.',
  },
  too_many_items: {
    status: 413,
    title: 'Too many items',
    detail: 'The body lists more than this server reads at a time. Send at most 10,000 items.',
  },
  body_too_slow: {
    status: 408,
    title: 'Too slow',
    detail: 'The body did not arrive in time. Check the connection and try again.',
  },
  address_too_long: {
    status: 414,
    title: 'Address too long',
    detail: 'The address is longer than this server reads. Ask for less at a time.',
  },
  repeated_name: {
    status: 400,
    title: 'Repeated name',
    detail: 'A name stands twice in one object of the body. Send each once.',
  },
  stray_parameter: {
    status: 400,
    title: 'Parameter in the address',
    detail: 'This request takes nothing from the query string. Send every field in the body.',
  },
  repeated_parameter: {
    status: 400,
    title: 'Repeated parameter',
    detail:
      'A parameter stands twice in the address. Send each once; separate several values by commas.',
  },
  conflicting_subject: {
    status: 400,
    title: 'Two subjects',
    detail: 'The address names one subject and the body another. Name one.',
  },
  invalid_idempotency_key: {
    status: 400,
    title: 'Not an idempotency key',
    detail:
      'Send an Idempotency-Key of 1 to 255 visible ASCII characters, such as a UUID, in quotes or without.',
  },
  cross_site: {
    status: 403,
    title: 'Refused from another site',
    detail: 'Changes are only accepted from the portal’s own pages.',
  },
  missing_origin: {
    status: 403,
    title: 'The origin is missing',
    detail:
      'The request does not say which page it comes from. Send an Origin header, as browsers do, or an access token in the Authorization header.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    detail: 'Too many requests came in a short time. Wait a moment, then try again.',
  },
  step_up_needed: {
    status: 403,
    title: 'Confirm that it is you',
    detail:
      'For this you must have confirmed who you are a moment ago. Sign in again, then try again.',
  },
  precondition_failed: {
    status: 412,
    title: 'Another version',
    detail:
      'If-Match does not name the version that the change begins from. Read it again, and send its ETag.',
  },
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
  return {
    type: problemType(failure.code),
    title: failureTitle(failure.code),
    status: failureStatus[failure.code],
    detail: failureSentence(failure),
    code: failure.code,
    ...(failure.details ? { details: failure.details } : {}),
    requestId,
  }
}

/** Describes a refusal of HTTP. */
export function httpProblem(code: HttpProblemCode, requestId: string, details?: object): Problem {
  return {
    type: problemType(code),
    ...httpProblems[code],
    code,
    ...(details ? { details } : {}),
    requestId,
  }
}
