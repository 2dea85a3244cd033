import type { Call, Roster } from '@rosterkit/core'
import { ScimRefusal, valueOf } from './scim-refusal.js'

/**
 * Who provisions: a service account of the roster, whose role at an organization says what it may
 * do, as for anybody else.
 */
export interface ScimClient {
  /** The service account: the id of a person in the roster. */
  readonly userId: string
  /**
   * The organization that is provisioned: new people are created in it, roles are given at it, and
   * nothing outside of it exists for this client. Default: the account's own.
   */
  readonly organizationId?: string
  /**
   * How people sign in whom this client creates. `federated` (the default): through the identity
   * provider only, so that they are active at once and no mail goes out. `any`: as people whom an
   * administrator adds, with an invitation by the roster's policy.
   */
  readonly signIn?: 'federated' | 'any'
}

/** One request of a client: where it stands, and the roster as the client reaches it. */
export interface ScimRequest {
  readonly roster: Roster
  /** The organization that is provisioned. */
  readonly organizationId: string
  readonly federatedOnly: boolean
  /** The address of the handler, as locations begin with it. */
  readonly base: string
  readonly call: Pick<Call, 'caller' | 'origin'>
  readonly limits: ScimLimits
}

/** How much a client may ask for at once. */
export interface ScimLimits {
  /** The most resources of one list. Default 200. */
  readonly maxResults: number
  /** The most operations of one bulk request. Default 100. */
  readonly maxOperations: number
  /** The largest body that is read, in bytes. Default 1 MiB. */
  readonly maxBodyBytes: number
}

/** Runs one operation. */
export type Run = <T>(operationName: string, input: object) => Promise<T>

/** Runs a query by itself. */
export async function ask<T>(
  { roster, call }: ScimRequest,
  operationName: string,
  input: object,
): Promise<T> {
  return valueOf(await roster.execute(operationName, { ...call, input })) as T
}

/** Carries out everything that one request comes to: all of it or nothing. */
export async function together<T>(
  { roster, call }: ScimRequest,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  return valueOf(await roster.together(call, (run) => work(run as Run)))
}

/** An answer, before it is put into words of HTTP. */
export interface ScimAnswer {
  readonly status: number
  readonly body: object | null
  readonly headers?: Readonly<Record<string, string>>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text can be the id of anything here; what cannot is nobody's. */
export function isId(text: string): boolean {
  return uuid.test(text)
}

/** The whole number that a query or a search asks for; throws `invalidValue` for anything else. */
export function integerOf(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const number = typeof value === 'string' && /^[ ]*-?\d+[ ]*$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number))
    throw new ScimRefusal(400, 'invalidValue', `${name} must be a whole number.`)
  return number
}
