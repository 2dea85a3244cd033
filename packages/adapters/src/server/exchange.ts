import type { Operation, Roster } from '@rosterkit/core'
import type { RouteMatch } from '../http/route.js'
import type { Allowance } from './allowance.js'
import type { BodyLimits } from './body.js'
import { httpProblem, type HttpProblemCode } from './problem.js'
import { respond } from './respond.js'

/**
 * When a caller must have confirmed a moment ago that it is them (ASVS 7.5.1, 7.5.3), and how the
 * host finds that out.
 */
export interface StepUp {
  /**
   * The operations that it is asked for, such as `users.update`, `users.delete`,
   * `authenticators.reset`; with each of them for the command that does the same to several people.
   */
  readonly operations: readonly string[]
  /**
   * Whether the caller's proof is fresh, from the host's own session: when the password or key was
   * last shown.
   */
  readonly freshProof: (request: Request, operation: string) => boolean | Promise<boolean>
  /** The page where they confirm it, told with the refusal as `details.address`. */
  readonly address?: string
}

/** The longest query string that is read, in characters. */
export const maxQueryString = 16_384

/** What the host's options come to, with their defaults. */
export interface Settings {
  readonly roster: Roster
  readonly caller: (request: Request) => string | null | Promise<string | null>
  readonly basePath: string
  readonly address: (request: Request) => string | null
  readonly bodyLimits: BodyLimits
  readonly trustedOrigins: readonly string[]
  readonly allowsWithoutOrigin: (request: Request) => boolean
  readonly allowance: Allowance | null
  readonly stepUp: StepUp | null
  readonly onFault: (fault: unknown, requestId: string) => void
  readonly find: (path: string) => RouteMatch | null
  readonly findPlan: (path: string) => RouteMatch | null
  /** The OpenAPI document, as text. */
  readonly document: () => string
}

/** One request on its way to a response. */
export interface Exchange {
  readonly request: Request
  readonly requestId: string
  readonly url: URL
}

/** The operation that a request calls. */
export interface Route {
  readonly operation: Operation
  readonly http: NonNullable<Operation['http']>
  readonly parameters: Readonly<Record<string, string>>
  readonly dryRun: boolean
}

/** Refuses a request for a reason that only HTTP knows. */
export function refused(
  { request, requestId }: Exchange,
  code: HttpProblemCode,
  {
    headers = {},
    details,
  }: { readonly headers?: Record<string, string>; readonly details?: object } = {},
): Response {
  return respond(request, requestId, httpProblem(code, requestId, details), headers)
}

/** Refuses a request that came too soon. */
export function refusedFor(exchange: Exchange, retryAfterSeconds: number): Response {
  return refused(exchange, 'too_many_requests', {
    headers: { 'retry-after': String(retryAfterSeconds) },
    details: { retryAfterSeconds },
  })
}
