/** Time-based one-time passwords (RFC 6238), as authenticator apps make them. */
export interface OneTimePasswords {
  /** A fresh secret of at least 160 bits, in base32 (RFC 4226 §4). */
  newSecret(): string
  /** What the person's app reads from a QR code: an `otpauth://` address. */
  address(of: {
    readonly secret: string
    readonly account: string
    readonly issuer: string
  }): string
  /**
   * The number of the time step that the code belongs to, when it is right at the instant or at
   * most one step beside it; null otherwise. A step at or before `afterStep` does not count again
   * (RFC 6238 §5.2).
   */
  stepOf(code: string, secret: string, at: string, afterStep: number | null): number | null
}
