import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { Button } from '../ui/button.js'
import { EmptyState } from '../ui/empty-state.js'
import type { UserListState } from './use-user-table.js'

/** Says by what nobody was found, and offers to clear it. */
export function NoUserMatches({ table }: { table: UserListState }) {
  const { users } = useMessages()
  const { facets, noMatch: words } = useUserPageMessages()
  const { locale } = useLocale()
  const { filter } = table
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)
  const parts = [
    ...(filter.search ? [words.search(filter.search)] : []),
    ...(filter.status.length > 0
      ? [words.status(list(filter.status.map((value) => users.status[value])))]
      : []),
    ...(filter.role.length > 0
      ? [words.role(list(filter.role.map((id) => users.roles[id] ?? id)))]
      : []),
    ...(filter.organization.length > 0 ? [words.organization] : []),
    ...(filter.mfa.length > 0
      ? [words.mfa(list(filter.mfa.map((value) => facets.mfa[value])))]
      : []),
    ...(filter.dormant === undefined
      ? []
      : [filter.dormant ? words.dormant.yes : words.dormant.no]),
    ...(filter.expiring === undefined
      ? []
      : [filter.expiring ? words.expiring.yes : words.expiring.no]),
  ]
  return (
    <EmptyState
      icon="search"
      title={words.title}
      actions={<Button onClick={table.clearFilter}>{words.clear}</Button>}
    >
      {words.text(new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts))}
    </EmptyState>
  )
}
