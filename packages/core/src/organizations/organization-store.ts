import type { Organization } from './organization.js'

/** Keeps the tree of organizations. */
export interface OrganizationStore {
  /** The organization, or null. */
  find(id: string): Promise<Organization | null>
  /**
   * For each id that exists: the organizations from the root down to itself. Ids that do not exist are absent.
   * One query however many ids.
   */
  lineages(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Organization[]>>
  /** These organizations and everything below them, each once, parents before children and siblings by name. */
  below(rootIds: readonly string[]): Promise<readonly Organization[]>
  /** Adds an organization below its parent. `exists` when the id was used before, `no_parent` when the parent is not there. */
  insert(organization: Organization): Promise<'inserted' | 'exists' | 'no_parent'>
  /** The roots of the tree: none on a fresh installation. */
  roots(): Promise<readonly Organization[]>
}
