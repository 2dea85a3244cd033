/**
 * Hashes what users remember or type: passwords, secret codes, reset codes. Slow on purpose, with
 * a salt of its own for each (SP 800-63B-4 §3.1.1.2). The roster hands over text in normal form
 * NFKC and never cuts it.
 */
export interface SecretHasher {
  /**
   * A string that names scheme, cost and salt (PHC format). The same text gives another string each
   * time.
   */
  hash(text: string): Promise<string>
  /**
   * Whether the text is the one that was hashed. False for a string that this hasher cannot read;
   * rejects only when the machine fails.
   */
  verify(text: string, stored: string): Promise<boolean>
  /**
   * Whether the string was made with a lower cost than is wanted today, so that it is made again
   * when the text is next at hand.
   */
  outdated(stored: string): boolean
}

/** Says which passwords are too common to be safe (SP 800-63B-4 §3.1.1.2). */
export interface PasswordBlockList {
  /** @param password In normal form NFKC and in lower case. */
  has(password: string): boolean
}
