import { countUsers, type InputOf } from '@rosterkit/core/browser'
import { useState, type ComponentType } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import type { FacetPanelProps } from '../ui/facet.js'

type CountInput = InputOf<typeof countUsers>

// As many as the operation takes; of a longer list those are counted that a search in it leaves.
const countedAtMost = 50

/**
 * The panel of a facet with how many people each of its values would leave in the list. They are
 * asked for when it opens.
 */
export function CountedFacetPanel({
  panel: Panel,
  facet,
  filter,
  ...place
}: FacetPanelProps & {
  panel: ComponentType<FacetPanelProps>
  facet: CountInput['facet']
  filter: Omit<CountInput, 'facet' | 'values'>
}) {
  const [shown, setShown] = useState<readonly string[]>([])
  const named = facet === 'role' || facet === 'organization'
  const query = useOperationQuery(
    countUsers,
    { ...filter, facet, ...(named ? { values: shown.slice(0, countedAtMost) } : {}) },
    { enabled: !named || shown.length > 0, keepPrevious: true },
  )
  const { facets: words } = useUserPageMessages()
  const days = query.data?.days ?? null
  const note =
    days !== null && (facet === 'dormant' || facet === 'expiring')
      ? words[facet].note(days)
      : undefined
  const counts = new Map(query.data?.counts.map(({ value, count }) => [value, count]))
  return (
    <Panel
      {...place}
      note={note}
      options={place.options.map((option) => ({ ...option, count: counts.get(option.value) }))}
      onShownChange={setShown}
    />
  )
}
