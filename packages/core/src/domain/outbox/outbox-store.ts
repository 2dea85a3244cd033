import type { Instant } from '../../kernel/clock.js'
import type { OutboxItem } from './outbox-item.js'

/** Keeps the outbox. Items are added in the same transactions as the changes that cause them. */
export interface OutboxStore {
  /** Adds an item. */
  add(mail: OutboxItem): Promise<void>
  /** Queued items that are due, the longest due first, at most `limit`. */
  due(at: Instant, limit: number): Promise<readonly OutboxItem[]>
  find(id: string): Promise<OutboxItem | null>
  /**
   * Replaces an item if it still has `expectedVersion`; `stale` otherwise. The check is part of the
   * write.
   */
  update(mail: OutboxItem, expectedVersion: number): Promise<'updated' | 'stale'>
  /** The items about a user, newest first, at most `limit`. */
  ofUser(userId: string, limit: number): Promise<readonly OutboxItem[]>
  /** What was given up, newest first, at most `limit`. */
  failed(limit: number): Promise<readonly OutboxItem[]>
  /** Removes all items about a user. */
  removeOf(userId: string): Promise<void>
}
