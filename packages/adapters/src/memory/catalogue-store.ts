import { foldForSearch, type CatalogueItem, type CatalogueStore } from '@rosterkit/core/ports'
import { codePointKey } from './code-point-order.js'
import { frozenCopy } from './frozen-copy.js'
import type { CatalogueKind, MemoryTables } from './memory-tables.js'
import { SortedIndex } from './sorted-index.js'

/** One kind of named things of organizations, in memory. */
export function memoryCatalogueStore<T extends CatalogueItem>(
  tables: MemoryTables,
  kind: CatalogueKind,
): CatalogueStore<T> {
  const rows = tables.catalogues[kind]
  const clashes = (item: T) => {
    const folded = foldForSearch(item.name)
    for (const { item: other, foldedName } of rows.values())
      if (
        foldedName === folded &&
        other.organizationId === item.organizationId &&
        other.id !== item.id
      )
        return true
    return false
  }
  const put = (item: T) => {
    if (!tables.organizations.has(item.organizationId))
      throw new Error(
        `There is no organization ${item.organizationId} for ${item.id} to belong to.`,
      )
    const foldedName = foldForSearch(item.name)
    tables.set(rows, item.id, {
      item: frozenCopy(item),
      foldedName,
      nameKey: codePointKey(foldedName),
      idKey: codePointKey(item.id),
    })
  }

  return {
    async find(id) {
      return (rows.get(id)?.item ?? null) as T | null
    },

    async findMany(ids) {
      return [...new Set(ids)].flatMap((id) => (rows.get(id)?.item as T | undefined) ?? [])
    },

    async insert(item) {
      if (clashes(item)) return 'exists'
      if (rows.has(item.id)) throw new Error(`${item.id} exists already.`)
      put(item)
      return 'inserted'
    },

    async update(item, expectedVersion) {
      if (rows.get(item.id)?.item.version !== expectedVersion) return 'stale'
      if (clashes(item)) return 'exists'
      put(item)
      return 'updated'
    },

    async remove(id) {
      const there = rows.has(id)
      tables.delete(rows, id)
      return there
    },

    async lookup({ withinOrganizationIds, ids, foldedName, offset, limit }) {
      const within = tables.subtreeOf(withinOrganizationIds)
      const matching = [...rows.values()].filter(
        (row) =>
          (within === null || within.has(row.item.organizationId)) &&
          (ids === undefined || ids.includes(row.item.id)) &&
          (foldedName === undefined || row.foldedName === foldedName),
      )
      const sorted = [
        ...new SortedIndex(
          () => matching,
          (row) => row.nameKey,
        ).walk('ascending', null),
      ]
      return {
        items: sorted.slice(offset, offset + limit).map(({ item }) => item as T),
        total: sorted.length,
      }
    },

    async search({ organizationIds, below, search, after, limit }) {
      const within = below ? tables.subtreeOf(organizationIds) : new Set(organizationIds)
      const matching = [...rows.values()].filter(
        ({ item, foldedName }) =>
          (within === null || within.has(item.organizationId)) &&
          (search === undefined || foldedName.includes(search)),
      )
      const sorted = new SortedIndex(
        () => matching,
        (row) => row.nameKey,
      )
      const found = [...sorted.walk('ascending', after)].slice(0, limit + 1)
      const last = found.length > limit ? found[limit - 1] : undefined
      return {
        items: found.slice(0, limit).map(({ item }) => item as T),
        next: last ? { value: last.foldedName, id: last.item.id } : null,
      }
    },
  }
}
