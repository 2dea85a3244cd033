/** Something that belongs to one user: a session, a persona, an authenticator, a membership. */
export interface OwnedRecord {
  readonly id: string
  readonly userId: string
  /** The user's home organization, which begins every key of theirs. */
  readonly userOrganizationId: string
  readonly version: number
  /**
   * What is unique among one user's records of this kind, such as the id of the group they are
   * in.
   */
  readonly key: string
}

/**
 * Keeps one kind of things that belong to users. They move with the user and go with the purge.
 */
export interface OwnedRecordStore<T extends OwnedRecord> {
  /** The record, when it is this user's; null otherwise. */
  find(userId: string, id: string): Promise<T | null>
  /** All records of these users, oldest first. One query however many users. */
  ofUsers(userIds: readonly string[]): Promise<readonly T[]>
  /**
   * Adds a record; `exists` when the user has one with this key, also against one that is added
   * at the same moment.
   */
  insert(record: T): Promise<'inserted' | 'exists'>
  /**
   * Replaces a record if it still has `expectedVersion`; `stale` otherwise. The check is part of
   * the write. The key stays.
   */
  update(record: T, expectedVersion: number): Promise<'updated' | 'stale'>
  /** Takes a record away; false when it was not there. */
  remove(userId: string, id: string): Promise<boolean>
  /** Takes all records of a user away, and says how many there were. */
  removeAll(userId: string): Promise<number>
}
