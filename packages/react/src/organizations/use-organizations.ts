import { listOrganizations, type OrganizationView } from '@rosterkit/core/browser'
import { useOperationQuery } from '../operations/use-operation-query.js'

const none: readonly OrganizationView[] = []

/** The organizations that the reader may see; none before they have come. */
export function useOrganizations(enabled = true): readonly OrganizationView[] {
  return useOperationQuery(listOrganizations, {}, { enabled }).data?.items ?? none
}

/** The ids from the topmost organization in sight down to this one. */
export function pathTo(
  organizations: readonly OrganizationView[],
  id: string | null,
): readonly string[] {
  const found = organizations.find((organization) => organization.id === id)
  return found ? [...pathTo(organizations, found.parentId), found.id] : []
}
