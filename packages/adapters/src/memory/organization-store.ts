import {
  compareText,
  foldForSearch,
  type Organization,
  type OrganizationStore,
} from '@rosterkit/core/ports'
import { frozenCopy } from './frozen-copy.js'
import type { MemoryTables } from './memory-tables.js'

/** The tree of organizations in memory. */
export function memoryOrganizationStore(tables: MemoryTables): OrganizationStore {
  const { organizations, children } = tables

  const lineageOf = (organization: Organization): Organization[] => {
    const parent =
      organization.parentId === null ? undefined : organizations.get(organization.parentId)
    return parent ? [...lineageOf(parent), organization] : [organization]
  }
  const byName = (a: Organization, b: Organization) =>
    compareText(foldForSearch(a.name), foldForSearch(b.name)) || compareText(a.id, b.id)
  const childrenOf = (parentId: string | null) =>
    [...(children.get(parentId) ?? [])].map((id) => organizations.get(id)!).sort(byName)

  return {
    async find(id) {
      return organizations.get(id) ?? null
    },

    async lineages(ids) {
      return new Map(
        ids.flatMap((id) =>
          organizations.has(id) ? [[id, lineageOf(organizations.get(id)!)]] : [],
        ),
      )
    },

    async below(rootIds) {
      const wanted = rootIds.flatMap((id) => organizations.get(id) ?? [])
      // One that stands below another of the wanted ones comes with it.
      const tops = wanted.filter(
        (organization) =>
          !lineageOf(organization)
            .slice(0, -1)
            .some(({ id }) => rootIds.includes(id)),
      )
      const withAllBelow = (organization: Organization): Organization[] => [
        organization,
        ...childrenOf(organization.id).flatMap(withAllBelow),
      ]
      return [...new Set(tops)].sort(byName).flatMap(withAllBelow)
    },

    async insert(organization) {
      if (organizations.has(organization.id)) return 'exists'
      if (organization.parentId !== null && !organizations.has(organization.parentId))
        return 'no_parent'
      tables.set(organizations, organization.id, frozenCopy(organization))
      const siblings = children.get(organization.parentId)
      if (siblings) tables.add(siblings, organization.id)
      else tables.set(children, organization.parentId, new Set([organization.id]))
      return 'inserted'
    },

    async update(organization, expectedVersion) {
      const before = organizations.get(organization.id)
      if (before?.version !== expectedVersion) return 'stale'
      tables.set(
        organizations,
        before.id,
        frozenCopy({ ...organization, parentId: before.parentId, depth: before.depth }),
      )
      return 'updated'
    },

    async move(id, parentId) {
      const organization = organizations.get(id)
      if (!organization) throw new Error(`There is no organization ${id} to move.`)
      const parent = organizations.get(parentId)
      if (!parent) return 'no_parent'
      if (lineageOf(parent).some((above) => above.id === id)) return 'cycle'
      tables.take(children.get(organization.parentId)!, id)
      const siblings = children.get(parentId)
      if (siblings) tables.add(siblings, id)
      else tables.set(children, parentId, new Set([id]))
      const deeper = parent.depth + 1 - organization.depth
      tables.set(organizations, id, Object.freeze({ ...organization, parentId }))
      for (const moved of tables.subtreeOf([id]) ?? organizations.keys()) {
        const before = organizations.get(moved)!
        tables.set(organizations, moved, Object.freeze({ ...before, depth: before.depth + deeper }))
      }
      return 'moved'
    },

    // Transactions run one after the other, so nobody else is there to be kept out.
    async hold() {},

    async roots() {
      return childrenOf(null)
    },
  }
}
