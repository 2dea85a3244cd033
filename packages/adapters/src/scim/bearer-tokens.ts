import type { ScimClient } from './request.js'

/**
 * A client with the SHA-256 of its token, in hexadecimal: what a host keeps of a token of at least
 * 128 random bits, which it shows once.
 */
export interface StoredToken {
  readonly tokenSha256: string
  readonly client: ScimClient
}

/**
 * Finds the client whose bearer token a request carries (RFC 6750), for the `client` of
 * `createScimHandler`. Every stored hash is compared in full, so that the time it takes says
 * nothing of any of them.
 * @example createScimHandler(roster, { client: clientByToken(() => tokensOfDatabase()) })
 */
export function clientByToken(
  stored: () => Iterable<StoredToken> | Promise<Iterable<StoredToken>>,
): (request: Request) => Promise<ScimClient | null> {
  return async (request) => {
    const token = /^Bearer +([\w.~+/=-]{1,1024})$/i.exec(
      request.headers.get('authorization') ?? '',
    )?.[1]
    if (token === undefined) return null
    const digest = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)),
    )
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    let found: ScimClient | null = null
    for (const { tokenSha256, client } of await stored())
      if (same(hex, tokenSha256.toLowerCase())) found = client
    return found
  }
}

/** Whether two texts are the same, in a time that does not depend on where they differ. */
function same(hex: string, other: string): boolean {
  let difference = hex.length ^ other.length
  for (let index = 0; index < hex.length; index++)
    difference |= hex.charCodeAt(index) ^ other.charCodeAt(index)
  return difference === 0
}
