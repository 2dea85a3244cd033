import type { AuditEvent } from './audit-event.js'

/** Keeps the audit chains, one an organization. Nothing is ever changed or taken out. */
export interface AuditStore {
  /**
   * The end of an organization's chain, or null before its first event. Held until the transaction
   * ends, so that two writers cannot both append behind it.
   */
  head(organizationId: string): Promise<{ readonly sequence: number; readonly hash: string } | null>
  /** Appends an event made by `chained` from {@link AuditStore.head} in this transaction. */
  append(event: AuditEvent): Promise<void>
  /** An organization's chain from the first event on, in order. */
  chain(organizationId: string): AsyncIterable<AuditEvent>
  /** What happened to one subject, latest first, before a sequence number when given. */
  ofSubject(query: {
    readonly organizationId: string
    readonly subjectId: string
    readonly beforeSequence: number | null
    readonly limit: number
  }): Promise<readonly AuditEvent[]>
}
