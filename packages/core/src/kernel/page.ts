import * as z from 'zod/mini'
import { fromBase64Url, toBase64Url } from './base64url.js'
import { signingKey, type SigningKey } from './digest.js'

/**
 * The position a page starts after: the sort value and the id of the row before it, which together
 * are unique.
 */
export const positionSchema = z.object({ value: z.nullable(z.string()), id: z.string() })

/** Where a page starts: after the row that had this sort value and this id. */
export type Position = z.infer<typeof positionSchema>

/** What a list's count says: exact, or “at least” when counting stopped at the bound. */
export const countSchema = z.object({ value: z.number(), exact: z.boolean() })

/** How many rows match: exact up to a bound, otherwise at least `value`. */
export type Count = z.infer<typeof countSchema>

/** One page as a store gives it: the rows, and where the next page starts, null on the last. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: Position | null
}

const encoder = new TextEncoder()

/**
 * Turns a position into the cursor that callers hold: opaque, and sealed with an HMAC-SHA-256 over
 * the position and the binding (operation, filters, caller), so that an edited, spliced or borrowed
 * cursor is refused (docs/security.md, rows 57 and 4).
 */
export async function sealCursor(
  key: SigningKey,
  position: Position,
  binding: string,
): Promise<string> {
  const body = toBase64Url(encoder.encode(JSON.stringify([position.value, position.id])))
  return `${body}.${toBase64Url(await key.sign(`${body}\n${binding}`))}`
}

/**
 * Opens a cursor; null when it was not made by {@link sealCursor} with this key for this binding.
 */
export async function openCursor(
  key: SigningKey,
  cursor: string,
  binding: string,
): Promise<Position | null> {
  const [body, seal, ...rest] = cursor.split('.')
  if (!body || !seal || rest.length > 0) return null
  const sealBytes = fromBase64Url(seal)
  const bodyBytes = fromBase64Url(body)
  if (!sealBytes || !bodyBytes || !(await key.verify(`${body}\n${binding}`, sealBytes))) return null
  const parsed = z
    .tuple([z.nullable(z.string()), z.string()])
    .safeParse(JSON.parse(new TextDecoder().decode(bodyBytes)))
  return parsed.success ? { value: parsed.data[0], id: parsed.data[1] } : null
}

/** Makes a cursor key from 32 stored bytes in base64url. */
export async function importCursorKey(secret: string): Promise<SigningKey> {
  const bytes = fromBase64Url(secret)
  if (bytes?.length !== 32)
    throw new Error('The stored cursor key is damaged: it must be 32 bytes in base64url.')
  return signingKey(bytes)
}

/** 32 fresh random bytes in base64url. */
export function randomSecret(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
}
