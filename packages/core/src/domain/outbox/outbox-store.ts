import type { Instant } from '../../kernel/clock.js'
import type { OutboxItem } from './outbox-item.js'

/**
 * Keeps the outbox: what was promised to be mailed, in the same transactions as the changes that
 * promise it.
 */
export interface OutboxStore {
  /** Adds a mail. */
  add(mail: OutboxItem): Promise<void>
  /** Queued mails whose time has come, the longest due first, at most `limit`. */
  due(at: Instant, limit: number): Promise<readonly OutboxItem[]>
  find(id: string): Promise<OutboxItem | null>
  /**
   * Replaces a mail if it still has `expectedVersion`; `stale` otherwise. The check is part of the
   * write.
   */
  update(mail: OutboxItem, expectedVersion: number): Promise<'updated' | 'stale'>
  /** The mails about a person, newest first, at most `limit`. */
  ofUser(userId: string, limit: number): Promise<readonly OutboxItem[]>
  /** What was given up, newest first, at most `limit`. */
  failed(limit: number): Promise<readonly OutboxItem[]>
  /** Takes all mails about a person away. */
  removeOf(userId: string): Promise<void>
}
