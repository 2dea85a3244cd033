import { searchApplications, searchGroups, type ResourceView } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useCall } from '../operations/use-call.js'
import type { ComboboxOption } from '../ui/combobox.js'

/** What is said of a group or an application under its name. */
export const detailOf = ({
  description,
  organization,
}: Pick<ResourceView, 'description' | 'organization'>) =>
  [description, organization.name].filter(Boolean).join(' · ')

/** A group or an application among the suggestions. */
export interface ResourceOption extends ComboboxOption {
  readonly resource: ResourceView
}

/**
 * Asks for groups or applications as somebody types their name. What is held already, or belongs to
 * an organization that is not the person's or above it, says so.
 * @param path The ids from the root down to the person's organization.
 */
export function useResourceSearch(
  kind: 'groups' | 'applications',
  held: readonly { readonly id: string }[],
  path: readonly string[],
): (text: string, signal: AbortSignal) => Promise<readonly ResourceOption[]> {
  const { resources: words } = useUserPageMessages()
  const call = useCall()
  return async (text, signal) => {
    const search = text.trim()
    const found = await call(
      kind === 'groups' ? searchGroups : searchApplications,
      search ? { search } : {},
      { signal },
    )
    return found.items.map((resource) => ({
      value: resource.id,
      label: resource.name,
      detail: detailOf(resource),
      disabledReason: held.some(({ id }) => id === resource.id)
        ? words.already
        : path.includes(resource.organization.id)
          ? undefined
          : words.elsewhere(resource.organization.name),
      resource,
    }))
  }
}
