import { fromBase64Url, toBase64Url } from '../../kernel/base64url.js'
import type { SecretPurpose } from './secret.js'

const idBytes = 16
const randomBytes = 32

/**
 * Makes what a link carries: whose it is, and 256 random bits (SP 800-63B-4 §4.2 asks for 112 where
 * nothing slows a guess).
 */
export function newToken(userId: string): string {
  const bytes = new Uint8Array(idBytes + randomBytes)
  const hex = userId.replaceAll('-', '')
  for (let index = 0; index < idBytes; index++)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
  crypto.getRandomValues(bytes.subarray(idBytes))
  return toBase64Url(bytes)
}

/**
 * The id of the user that a token is for; null when the text is no token. Says nothing of whether
 * the token is good.
 */
export function userIdOf(token: string): string | null {
  const bytes = fromBase64Url(token)
  if (bytes?.length !== idBytes + randomBytes) return null
  const hex = Array.from(bytes.subarray(0, idBytes), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * What is kept of a token. The purpose is part of it, so that a link for one thing never opens
 * another.
 */
export async function hashOfToken(purpose: SecretPurpose, token: string): Promise<string> {
  return toBase64Url(
    new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${purpose}\n${token}`)),
    ),
  )
}
