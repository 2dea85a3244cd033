import { getUser, type UserView } from '@rosterkit/core/browser'
import type { ComponentType } from 'react'
import { useOperationQuery } from '../operations/use-operation-query.js'

/**
 * The id of the person at this place of the demo roster: 0 has something on every tab, 3 has
 * nothing.
 */
export const personOf = (index: number) =>
  `0198f0c0-7e00-7000-8000-${(1000 + index).toString(16).padStart(12, '0')}`

/** Shows one tab of a person's page. */
export function TabOf({
  of: Panel,
  index,
}: {
  of: ComponentType<{ user: UserView }>
  index: number
}) {
  const { data } = useOperationQuery(getUser, { userId: personOf(index) })
  return data ? <Panel user={data} /> : null
}
