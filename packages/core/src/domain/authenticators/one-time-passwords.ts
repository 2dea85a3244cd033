/** Time-based one-time passwords (RFC 6238), as authenticator apps make them. */
export interface OneTimePasswords {
  /** A fresh secret of at least 160 bits, in base32 (RFC 4226 §4). */
  newSecret(): string
  /** What the user's app reads from a QR code: an `otpauth://` address. */
  address(of: {
    readonly secret: string
    readonly account: string
    readonly issuer: string
  }): string
  /**
   * The number of the code's time step, if the code is right at the instant or within one step of
   * it; null otherwise. A step at or before `afterStep` doesn't count again (RFC 6238 §5.2).
   */
  stepOf(code: string, secret: string, at: string, afterStep: number | null): number | null
}
