import type { Kysely, RawBuilder } from 'kysely'
import type { Unit } from './unit.js'

/** One person as the search index keeps them. */
export interface Searchable {
  readonly organizationId: string
  readonly id: string
  /** The folded text that searches look through. */
  readonly text: string
}

/** Which index a search uses: that of single characters and pairs, or that of three and more. */
export type SearchLength = 'short' | 'long'

/** Which index a search for this text uses. */
export function searchLength(text: string): SearchLength {
  return [...text].length < 3 ? 'short' : 'long'
}

/** An index over any part of a text, kept beside the people and written in their transactions. */
export interface SearchIndex {
  /** Makes it, in a migration. */
  create(db: Kysely<never>): Promise<void>
  /** Enters people who were just added. */
  enterMany(trx: Unit, people: readonly Searchable[]): Promise<void>
  /** Enters somebody who was just added, or whose text has changed. */
  enter(trx: Unit, person: Searchable, renewed: boolean): Promise<void>
  /** Takes a person out, just before they are removed. */
  leave(trx: Unit, id: string): Promise<void>
  /** The text as the parameter of {@link SearchIndex.hits}. */
  argument(text: string, length: SearchLength): unknown
  /** The column of `users` by which the index names people. */
  readonly key: RawBuilder<unknown>
  /**
   * A query for the keys of those whose text holds the searched one; exact.
   * @param text The text itself. @param argument The same as {@link SearchIndex.argument} gives it.
   */
  hits(length: SearchLength, text: unknown, argument: unknown): RawBuilder<unknown>
  /**
   * A query for how many of the first so many people anybody comes across hold the text; null where
   * asking the index itself stops early.
   */
  sample(text: unknown, size: number): RawBuilder<{ readonly n: number }> | null
}
