/**
 * Who holds which security key: each credential id belongs to one person only, whatever their
 * organization (WebAuthn Level 3 §7.1, step 26).
 */
export interface SecurityKeyIds {
  /**
   * Notes the id for the person; false when somebody has it already, also against one who claims it
   * at the same moment.
   */
  claim(credentialId: string, userId: string): Promise<boolean>
  /** Lets go of all ids of a person who is purged. */
  releaseAll(userId: string): Promise<void>
}
