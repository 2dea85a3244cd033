/** A security key that a ceremony has found good. Binary values are base64url. */
export interface VerifiedSecurityKey {
  readonly credentialId: string
  /** The public key in COSE form. */
  readonly publicKey: string
  readonly signCount: number
  readonly transports: readonly string[]
  /** What kind of product it is; null where the key does not say. */
  readonly aaguid: string | null
  readonly type: 'fido2' | 'u2f'
  /** The format of its attestation, such as `packed` or `none`. */
  readonly attestation: string
  readonly userVerified: boolean
  /** Whether the key may be copied to other devices (a passkey that is synchronised). */
  readonly backedUp: boolean
}

/**
 * What a browser is asked to do, as `navigator.credentials.create` takes it in JSON form (WebAuthn
 * Level 3 §5.1.8).
 */
export type SecurityKeyOptions = Readonly<Record<string, unknown>> & { readonly challenge: string }

/** How the use of a key was found. */
export type SecurityKeyUse =
  | {
      readonly verified: true
      /** To be kept for the next use. */
      readonly signCount: number
      readonly userVerified: boolean
    }
  | { readonly verified: false; readonly reason: string }

/**
 * The WebAuthn ceremonies of registering a security key and of using it (WebAuthn Level 3 §7.1 and
 * §7.2): what the browser is asked, and the judgement of its answer. Knows the relying party, its
 * origins, and the host's policy of attestation and user verification; keeps nothing. Never rejects
 * because of what an answer holds; the reason of a refusal is a sentence for the user who holds
 * the key.
 */
export interface SecurityKeyCeremony {
  /**
   * Makes the browser's task with a fresh challenge of at least 16 random bytes.
   * `boundCredentialIds` are what the user has already.
   */
  options(person: {
    readonly userId: string
    readonly userName: string
    readonly displayName: string
    readonly boundCredentialIds: readonly string[]
  }): Promise<SecurityKeyOptions>
  /** Judges the browser's answer to a registration. */
  verify(
    response: unknown,
    expected: { readonly challenge: string },
  ): Promise<
    | { readonly verified: true; readonly key: VerifiedSecurityKey }
    | { readonly verified: false; readonly reason: string }
  >
  /**
   * Makes the browser's task of using one of these keys, as `navigator.credentials.get` takes it in
   * JSON form.
   */
  useOptions(
    keys: readonly { readonly credentialId: string; readonly transports: readonly string[] }[],
  ): Promise<SecurityKeyOptions>
  /**
   * Judges the browser's answer to that, for the key that it names. Refuses a key that counts no
   * more uses than before, because it may have been copied.
   */
  verifyUse(
    response: unknown,
    expected: {
      readonly challenge: string
      readonly credentialId: string
      readonly publicKey: string
      readonly signCount: number
    },
  ): Promise<SecurityKeyUse>
}
