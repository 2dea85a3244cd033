import { reasons, refuse } from './refused.js'

/** What the answer must say of where it comes from. */
export interface ExpectedClientData {
  readonly type: 'webauthn.create' | 'webauthn.get'
  readonly challenge: string
  readonly origins: readonly string[]
  /** Other websites whose pages may show this one inside; null: none. */
  readonly embeddedIn: readonly string[] | null
}

/**
 * Judges what the browser says about the ceremony (WebAuthn Level 3 §5.8.1; §7.1 steps 7–11, §7.2
 * steps 10–14).
 */
export function checkClientData(
  bytes: Uint8Array,
  { type, challenge, origins, embeddedIn }: ExpectedClientData,
): void {
  const said = parsed(bytes)
  if (said['type'] !== type) refuse('This is the answer to another question. Start again.')
  if (said['challenge'] !== challenge)
    refuse('This answer belongs to another attempt. Start again.')
  if (typeof said['origin'] !== 'string' || !origins.includes(said['origin']))
    refuse('The key was used on another website. Open the page of this website and start again.')

  const { crossOrigin, topOrigin } = said
  if (crossOrigin !== undefined && typeof crossOrigin !== 'boolean') refuse(reasons.unreadable)
  const embedded = crossOrigin === true || topOrigin !== undefined
  if (!embedded) return
  // Some browsers say that the page was inside another and not inside which.
  const expected =
    embeddedIn !== null &&
    crossOrigin === true &&
    (topOrigin === undefined || (typeof topOrigin === 'string' && embeddedIn.includes(topOrigin)))
  if (!expected)
    refuse(
      'The page was shown inside another website. Open it in a window of its own and start again.',
    )
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>
  } catch {
    // Not UTF-8 or not JSON.
  }
  return refuse(reasons.unreadable)
}
