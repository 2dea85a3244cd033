import type * as z from 'zod/mini'
import type { Instant } from './clock.js'
import type { Failure, FailureCode } from './failure.js'
import type { Permission } from './permission.js'
import type { ServiceName } from './service-name.js'

/**
 * How an operation is reached over HTTP. Path parameters name fields of the input. The other fields
 * go in the query string of a GET, or else in the JSON body. A query whose input must not appear in
 * an address is a POST.
 */
export interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the base path, with parameters in braces: `/users/{userId}/lock`. */
  readonly path: `/${string}`
  /** Whether success means that something new exists (201 instead of 200). */
  readonly creates?: boolean
}

/**
 * What an operation is about, and so what is loaded and judged before its handler runs.
 * - `user`: the user named by `userId`
 * - `organization`: the organization named by `organizationId`
 * - `scope`: everything the caller may see; the handler gets the organizations to search below
 * - `caller`: the caller alone
 * - `bearer`: the user whose link the input's `token` is, who need not be signed in and acts with
 *   no rights but the link
 * - `anyone`: no one in particular; the answer is the same for everyone
 */
export type SubjectKind = 'user' | 'organization' | 'scope' | 'caller' | 'bearer' | 'anyone'

/**
 * One operation, described once. The HTTP route, the client, the OpenAPI document, the React hooks,
 * the mocks, the audit event and the “may I?” check are all read from this object.
 */
export interface Operation {
  /** `users.lock`: the path of the call on a client. */
  readonly name: `${string}.${string}`
  /** A query changes nothing; a command leaves exactly one audit event, allowed or refused. */
  readonly kind: 'query' | 'command'
  /** One sentence for the reader of the API's documentation. */
  readonly summary: string
  /** What the caller must hold; null for any caller who is signed in. */
  readonly permission: Permission | null
  readonly subject: SubjectKind
  /** `refused` when no one may do it to their own account. */
  readonly self?: 'refused'
  /**
   * The commands about one user that this one runs for each user that it names, each as its own
   * call.
   */
  readonly each?: readonly Operation[]
  /** Whether it only runs with a plan that was reviewed. */
  readonly confirmedByPlan?: true
  /** For the subject `bearer`: the purposes of the links it takes. */
  readonly links?: readonly string[]
  /**
   * For the subject `organization`: whether the permission must be held above it too, because it
   * takes the organization away from there.
   */
  readonly heldAbove?: true
  /** Whether only the host's own code may call it; such an operation has no route. */
  readonly hostOnly?: true
  /**
   * The provisioning protocol whose endpoint alone may call it. Such an operation has no route
   * either.
   */
  readonly onlyVia?: 'scim'
  /**
   * Whether a delegated administrator's persona allows it too, where its scopes match (features row
   * 14).
   */
  readonly delegable?: true
  /**
   * Whether organizations managed by SSO refuse it, because their identity provider
   * decides (docs/features.md, row 12). What the provider provisions is accepted.
   */
  readonly refusedUnderSso?: true
  /**
   * Whether the subject's state allows it at the instant: null, or the refusal. Pure and small: the
   * lifecycle says what is possible, the decision says who, this says whether now. A refusal of
   * {@link alreadySo} makes the command a no-op. Without an input it is asked for a button.
   */
  possible?(subject: object, at: Instant, input?: object): Failure | null
  /**
   * The host's services without which it is refused as `not_configured`. Buttons show that in
   * advance.
   */
  readonly needs?: readonly ServiceName[]
  /** The fact that the audit records: `user.locked`. Commands only. */
  readonly event?: string
  readonly input: z.ZodMiniType<object, object>
  readonly output: z.ZodMiniType
  /**
   * Fields of the answer, such as `activationLink.link`, that show what is shown once and never
   * kept.
   */
  readonly showsOnce?: readonly string[]
  /** Its own refusals, in addition to those that any operation can give. */
  readonly failures: readonly FailureCode[]
  /** Without a route there is no endpoint. */
  readonly http?: HttpRoute
  /** Names of the queries whose answers are old once this command has succeeded. */
  readonly invalidates?: readonly string[]
  /** An input that the schema accepts: the documentation's example. */
  readonly example: object
}

/** What the operation takes, before defaults are filled in. */
export type InputOf<O extends Operation> = z.input<O['input']>

/** What the operation's handler receives: parsed, normalized, defaults filled in. */
export type ParsedInputOf<O extends Operation> = z.output<O['input']>

/** What the operation answers. */
export type OutputOf<O extends Operation> = z.output<O['output']>

/** Refusals that any operation can give. */
export const commonFailures = [
  'unauthenticated',
  'access_suspended',
  'invalid_input',
  'not_found',
  'not_permitted',
  'unavailable',
  'busy',
] as const satisfies readonly FailureCode[]

/** Refusals that any command about a user can give. */
export const rankFailures = [
  'outranked',
  'same_rank',
  'own_account',
] as const satisfies readonly FailureCode[]

/**
 * Whether the operation uses idempotency keys: every command of a signed-in user. A link can be
 * used only once anyway, and what anyone may ask for does no harm a second time.
 */
export function takesIdempotencyKey({ kind, subject }: Operation): boolean {
  return kind === 'command' && subject !== 'bearer' && subject !== 'anyone'
}

/**
 * Whether the command can be previewed: every command over HTTP of a caller with rights, so that no
 * destructive one can be forgotten (docs/features.md, row 30).
 */
export function takesPlan({ http, kind, subject }: Operation): boolean {
  return (
    kind === 'command' &&
    http !== undefined &&
    (subject === 'user' || subject === 'organization' || subject === 'scope')
  )
}

/** Every code that the operation can answer with, in the order they are documented. */
export function failuresOf(operation: Operation): readonly FailureCode[] {
  const rank = operation.kind === 'command' && operation.subject === 'user' ? rankFailures : []
  const keyed = takesIdempotencyKey(operation)
    ? ([
        'idempotency_key_reused',
        ...(operation.showsOnce ? (['already_done'] as const) : []),
      ] as const)
    : []
  const planned = takesPlan(operation) ? (['stale_plan'] as const) : []
  return [...new Set([...commonFailures, ...rank, ...operation.failures, ...planned, ...keyed])]
}
