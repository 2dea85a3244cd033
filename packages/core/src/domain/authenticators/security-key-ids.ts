/**
 * Who holds which security key: each credential id belongs to one user only, whatever their
 * organization (WebAuthn Level 3 §7.1, step 26).
 */
export interface SecurityKeyIds {
  /**
   * Records the id for the user; false if it is taken, even by someone who claims it at the same
   * moment.
   */
  claim(credentialId: string, userId: string): Promise<boolean>
  /** Lets go of all ids of a user who is purged. */
  releaseAll(userId: string): Promise<void>
}
