import type { Page, Position } from '../../kernel/page.js'

/** Something with a name that belongs to an organization: a group, an application. */
export interface CatalogueItem {
  readonly id: string
  readonly organizationId: string
  readonly version: number
  readonly name: string
}

/** Keeps one kind of named things of organizations. */
export interface CatalogueStore<T extends CatalogueItem> {
  /** The item, or null. */
  find(id: string): Promise<T | null>
  /** Several items by id; those that do not exist are left out. One query. */
  findMany(ids: readonly string[]): Promise<readonly T[]>
  /** Adds an item; `exists` when the organization has one of this name, folded as for searching. */
  insert(item: T): Promise<'inserted' | 'exists'>
  /** Replaces an item if it still has `expectedVersion`. */
  update(item: T, expectedVersion: number): Promise<'updated' | 'stale' | 'exists'>
  /** Takes an item away; false when it was not there. */
  remove(id: string): Promise<boolean>
  /**
   * A page by folded name, then by id, of the items at these organizations themselves or, with
   * `below`, anywhere below them too. `search` is any part of the name, already folded by
   * `foldForSearch`.
   */
  search(query: {
    readonly organizationIds: readonly string[]
    readonly below: boolean
    readonly search?: string
    readonly after: Position | null
    readonly limit: number
  }): Promise<Page<T>>
  /**
   * Items at and below these organizations that match all of these exact values, by folded name,
   * then by id; and their exact total. Absent means any.
   */
  lookup(query: {
    readonly withinOrganizationIds: readonly string[]
    readonly ids?: readonly string[]
    readonly foldedName?: string
    readonly offset: number
    readonly limit: number
  }): Promise<{ readonly items: readonly T[]; readonly total: number }>
}
