/** Why the browser brought no key: one word each, for the sentence that the messages have. */
export type SecurityKeyProblem =
  | 'unsupported'
  | 'insecure'
  | 'dismissed'
  | 'already_registered'
  | 'wrong_address'
  | 'unsuitable'

/** Why keys cannot be registered in this browser at all; undefined when they can. */
export function noSecurityKeysHere(): 'unsupported' | 'insecure' | undefined {
  // Browsers hide WebAuthn from pages that are not secure.
  if (!isSecureContext) return 'insecure'
  // The JSON forms came later than WebAuthn itself: Firefox 119, Chrome and Edge 129, Safari 18.4.
  return typeof PublicKeyCredential === 'undefined' ||
    !('parseCreationOptionsFromJSON' in PublicKeyCredential)
    ? 'unsupported'
    : undefined
}

/**
 * What {@link createSecurityKey} brings: the browser's answer for the server, or why there is none.
 * `stopped` when the signal ended it.
 */
export type CreatedSecurityKey =
  | { readonly answer: Record<string, unknown> }
  | { readonly problem: SecurityKeyProblem | 'stopped' }

/**
 * Asks the browser for a new key by the server's task (WebAuthn Level 3 §5.1.8). Resolves with
 * every refusal that browsers give; must be called soon after a press.
 */
export async function createSecurityKey(
  options: Record<string, unknown>,
  signal: AbortSignal,
): Promise<CreatedSecurityKey> {
  const missing = noSecurityKeysHere()
  if (missing) return { problem: missing }
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as unknown as PublicKeyCredentialCreationOptionsJSON,
    )
    const credential = (await navigator.credentials.create({
      publicKey,
      signal,
    })) as PublicKeyCredential | null
    return credential ? { answer: { ...credential.toJSON() } } : { problem: 'dismissed' }
  } catch (thrown) {
    if (signal.aborted) return { problem: 'stopped' }
    // By name: password managers that stand in for the browser throw errors of their own making.
    return { problem: problems[(thrown as Error).name] ?? 'unsuitable' }
  }
}

const problems: Partial<Record<string, SecurityKeyProblem>> = {
  NotAllowedError: 'dismissed',
  AbortError: 'dismissed',
  InvalidStateError: 'already_registered',
  SecurityError: 'wrong_address',
}
