import type { OrganizationView } from '../domain/organizations/organization-view.js'

/** Between the names of a path. */
const step = ' / '

/**
 * What organizations are called in a file: by their path of names, such as `North / Harbour`, or by
 * their id.
 */
export interface OrganizationDirectory {
  /** The path if it is unambiguous, otherwise the id. */
  nameOf(organizationId: string): string
  /**
   * The ids of those that a cell may mean: by id, by whole path, or by the end of one, such as the
   * name alone.
   */
  find(cell: string): readonly string[]
}

/** The directory of the organizations that a caller sees, as `organizations.list` gives them. */
export function organizationDirectory(
  organizations: readonly Pick<OrganizationView, 'id' | 'parentId' | 'name'>[],
): OrganizationDirectory {
  const byId = new Map(organizations.map((organization) => [organization.id, organization]))
  const paths = new Map<string, string>()
  const pathOf = (id: string): string => {
    const known = paths.get(id)
    if (known !== undefined) return known
    const { name, parentId } = byId.get(id)!
    const path =
      parentId !== null && byId.has(parentId) ? `${pathOf(parentId)}${step}${name}` : name
    paths.set(id, path)
    return path
  }
  const byEnding = new Map<string, string[]>()
  const whole = new Map<string, string[]>()
  const add = (to: Map<string, string[]>, key: string, id: string) =>
    void to.set(key, [...(to.get(key) ?? []), id])
  for (const { id } of organizations) {
    const path = pathOf(id)
    add(whole, folded(path), id)
    for (let at = path.indexOf(step); at >= 0; at = path.indexOf(step, at + 1))
      add(byEnding, folded(path.slice(at + step.length)), id)
  }
  const find = (cell: string): readonly string[] => {
    const text = folded(cell)
    if (byId.has(text)) return [text]
    return whole.get(text) ?? byEnding.get(text) ?? []
  }
  return {
    // A name in which lists are divided would be read back as two.
    nameOf: (id) =>
      byId.has(id) && find(pathOf(id)).length === 1 && !/[;@]/.test(pathOf(id)) ? pathOf(id) : id,
    find,
  }
}

const folded = (text: string) => text.normalize('NFC').trim().toLowerCase()
