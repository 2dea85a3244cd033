import { failureSentence, type Failure, type FailureCode, type Result } from '@rosterkit/core'
import { failureStatus, httpProblems, type HttpProblemCode } from '../server/problem.js'

/** The kinds of error that the protocol names (RFC 7644 §3.12). */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'

/**
 * Carries a refusal out of wherever it is found, a transaction too, so that nothing of the request
 * is kept.
 */
export class ScimRefusal extends Error {
  override readonly name = 'ScimRefusal'
  constructor(
    readonly status: number,
    readonly scimType: ScimType | null,
    readonly detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
  }

  /** The body of the answer. */
  get body(): object {
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(this.status),
      ...(this.scimType === null ? {} : { scimType: this.scimType }),
      detail: this.detail,
    }
  }
}

/** What the refusals of operations are called here, where the protocol has a word for them. */
const scimTypes: { readonly [C in FailureCode]?: ScimType } = {
  user_name_taken: 'uniqueness',
  name_taken: 'uniqueness',
  invalid_input: 'invalidValue',
  field_owned_elsewhere: 'mutability',
}

/** An operation's refusal in the words of the protocol. */
export function refusalOf(failure: Failure): ScimRefusal {
  const { code } = failure
  if (code === 'unauthenticated') return noClient()
  const status = code === 'field_owned_elsewhere' ? 400 : failureStatus[code]
  return new ScimRefusal(
    status,
    scimTypes[code] ?? null,
    failureSentence(failure),
    status === 503 ? { 'retry-after': '1' } : {},
  )
}

/** The token is missing, or is nobody's (RFC 7644 §2). */
export function noClient(): ScimRefusal {
  return new ScimRefusal(
    401,
    null,
    'Send the token that the portal gave out, as a bearer token in the Authorization header.',
    { 'www-authenticate': 'Bearer realm="SCIM"' },
  )
}

/** A refusal of HTTP in the words of the protocol. */
export function httpRefusal(
  code: HttpProblemCode,
  headers: Readonly<Record<string, string>> = {},
): ScimRefusal {
  const { status, detail } = httpProblems[code]
  return new ScimRefusal(status, status === 400 ? 'invalidSyntax' : null, detail, headers)
}

/** Nothing is here, or nothing that the client may see. */
export function notFound(): ScimRefusal {
  return refusalOf({ code: 'not_found' })
}

/** The value of an outcome; throws its refusal. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw refusalOf(result.failure)
}
