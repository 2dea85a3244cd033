import type { RosterOptions } from '@rosterkit/core'
import type { User } from '@rosterkit/core/ports'
import {
  clientByToken,
  createScimHandler,
  type ScimClient,
  type ScimHandlerOptions,
} from '@rosterkit/adapters/scim'
import { withServices } from './services.ts'
import { openWorld, type Place } from './world.ts'

/** Where the portal of these tests stands. */
export const base = 'https://portal.example/scim/v2'

/** An answer, read. */
export interface ScimAnswer {
  readonly status: number
  readonly body: ScimBody
  readonly text: string
  readonly headers: Headers
}

/** The body of an answer, whatever it is. */
export interface ScimBody extends Record<string, unknown> {
  readonly id: string
  readonly scimType?: string
  readonly detail?: string
  readonly totalResults?: number
  readonly Resources?: readonly ScimBody[]
}

/** A body that says what it is. */
export const patchOf = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
})

/** Somebody as an identity provider creates them. */
export const newcomer = (userName: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [{ value: `${userName}@example.com`, type: 'work', primary: true }],
  active: true,
  ...more,
})

/**
 * A portal that identity providers provision, over the store of this run: `acme` and `beta` are
 * tenants beside each other, each with a token of its own.
 */
export async function openScim({
  roster: choices = {},
  handler: handlerChoices = {},
}: {
  readonly roster?: Partial<RosterOptions>
  readonly handler?: Partial<ScimHandlerOptions>
} = {}) {
  const { services } = withServices({
    activation: { delivery: 'mail', lifetimeHours: 24 },
    ...choices,
  })
  const world = await openWorld(services)
  const faults: unknown[] = []
  const accounts: Partial<Record<Place, User>> = {}
  const stored: { tokenSha256: string; client: ScimClient }[] = []

  /** Gives out a token. */
  async function token(name: string, client: ScimClient): Promise<string> {
    const digest = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)),
    )
    stored.push({ tokenSha256: Buffer.from(digest).toString('hex'), client })
    return name
  }
  for (const place of ['acme', 'beta', 'harbour'] as const) {
    accounts[place] = await world.join(`scim.${place}`, place, { roles: ['administrator'] })
    await token(`token-of-${place}`, { userId: accounts[place].id })
  }

  const handler = createScimHandler(world.roster, {
    client: clientByToken(() => stored),
    rateLimit: null,
    address: () => '192.0.2.9',
    onFault: (fault) => faults.push(fault),
    ...handlerChoices,
  })

  async function send(
    method: string,
    path: string,
    body?: unknown,
    {
      as = 'token-of-acme',
      headers = {},
    }: { readonly as?: string | null; readonly headers?: Record<string, string> } = {},
  ): Promise<ScimAnswer> {
    const sent = {
      ...(as === null ? {} : { authorization: `Bearer ${as}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
      ...headers,
    }
    const response = await handler(
      new Request(`${base}${path}`, {
        method,
        headers: sent,
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as ScimBody,
      text,
      headers: response.headers,
    }
  }

  /** Creates somebody, who must not be refused. */
  async function provision(userName: string, more: object = {}, as?: string): Promise<ScimBody> {
    const answer = await send(
      'POST',
      '/Users',
      newcomer(userName, more),
      as === undefined ? {} : { as },
    )
    if (answer.status !== 201) throw new Error(`${userName} was refused: ${answer.text}`)
    return answer.body
  }

  /** The ids of the people whom a filter finds. */
  async function found(filter: string, as?: string): Promise<readonly string[]> {
    const answer = await send(
      'GET',
      `/Users?filter=${encodeURIComponent(filter)}`,
      undefined,
      as === undefined ? {} : { as },
    )
    if (answer.status !== 200) throw new Error(`${filter} was refused: ${answer.text}`)
    return answer.body.Resources!.map(({ id }) => id)
  }

  const stands = (id: string) => world.storage.read((tx) => tx.users.find(id))

  return {
    ...world,
    accounts: accounts as Record<'acme' | 'beta' | 'harbour', User>,
    faults,
    handler,
    token,
    send,
    provision,
    found,
    stands,
  }
}
