import type { Organization } from './organization.js'

/** Keeps the tree of organizations. */
export interface OrganizationStore {
  /** The organization, or null. */
  find(id: string): Promise<Organization | null>
  /**
   * For each id that exists: the organizations from the root down to itself. Ids that do not exist
   * are absent. One query however many ids.
   */
  lineages(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Organization[]>>
  /**
   * These organizations and everything below them, each once, parents before children and siblings
   * by name.
   */
  below(rootIds: readonly string[]): Promise<readonly Organization[]>
  /**
   * Adds an organization below its parent. `exists` when the id was used before, `no_parent` when
   * the parent is not there.
   */
  insert(organization: Organization): Promise<'inserted' | 'exists' | 'no_parent'>
  /**
   * Replaces an organization if it still has `expectedVersion`; `stale` otherwise. Never moves it:
   * parent and depth stay as they are stored.
   */
  update(organization: Organization, expectedVersion: number): Promise<'updated' | 'stale'>
  /**
   * Moves an organization, with everything below it, under another parent. `cycle` if the parent is
   * itself or below it, `no_parent` if there is no such parent. Versions stay.
   */
  move(id: string, parentId: string): Promise<'moved' | 'cycle' | 'no_parent'>
  /**
   * Holds these organizations until the transaction ends, so that what is read about their
   * administrators stays true until it commits (docs/security.md, row 76). Always taken in the
   * order of their ids, so that two transactions cannot wait for each other.
   */
  hold(ids: readonly string[]): Promise<void>
  /** The roots of the tree: none on a fresh installation. */
  roots(): Promise<readonly Organization[]>
}
