import {
  listOrganizations,
  listRoles,
  mfaStates,
  statuses,
  type UserFacet as FacetName,
} from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Facet, type FacetOption } from '../ui/facet.js'
import { CountedFacetPanel } from './counted-facet-panel.js'
import { filterInput, type UserListState, type UserTableFilter } from './use-user-table.js'

/** The facets of the table of people, each with counts in its panel. */
export function UserFacets({ table }: { table: UserListState }) {
  const { users } = useMessages()
  const { facets: words } = useUserPageMessages()
  const names = users.table.facets
  const roles = useOperationQuery(listRoles, {}).data?.items ?? []
  const organizations = useOperationQuery(listOrganizations, {}).data?.items ?? []
  return (
    <>
      <UserFacet
        table={table}
        facet="status"
        label={names.status}
        options={statuses.toReversed().map((value) => ({ value, label: users.status[value] }))}
      />
      <UserFacet
        table={table}
        facet="role"
        label={names.role}
        options={roles.map(({ id, name }) => ({ value: id, label: users.roles[id] ?? name }))}
      />
      {organizations.length > 1 ? (
        <UserFacet
          table={table}
          facet="organization"
          label={names.organization}
          options={organizations.map(({ id, name, depth }) => ({
            value: id,
            label: name,
            depth: depth - organizations[0]!.depth,
          }))}
        />
      ) : null}
      <UserFacet
        table={table}
        facet="mfa"
        label={names.mfa}
        options={mfaStates.map((value) => ({ value, label: words.mfa[value] }))}
      />
      {(['dormant', 'expiring'] as const).map((facet) => (
        <UserFacet
          key={facet}
          table={table}
          facet={facet}
          label={names[facet]}
          options={[
            { value: 'true', label: words[facet].yes },
            { value: 'false', label: words[facet].no },
          ]}
        />
      ))}
    </>
  )
}

interface UserFacetProps {
  table: UserListState
  facet: FacetName
  label: string
  options: readonly FacetOption[]
}

/** One facet. Of a yes and a no at most one is chosen: both together are everybody. */
function UserFacet({ table, facet, ...words }: UserFacetProps) {
  const value = table.filter[facet]
  const chosen = Array.isArray(value)
    ? (value as readonly string[])
    : value === undefined
      ? []
      : [String(value)]
  const choose = (next: string[]) => {
    const added = next.find((one) => !chosen.includes(one))
    table.setFilter({
      [facet]:
        facet === 'dormant' || facet === 'expiring'
          ? next.length === 0
            ? undefined
            : (added ?? next[0]) === 'true'
          : next,
    } as Partial<UserTableFilter>)
  }
  return (
    <Facet
      {...words}
      chosen={chosen}
      onChosenChange={choose}
      panel={(place, Panel) => (
        <CountedFacetPanel
          {...place}
          panel={Panel}
          facet={facet}
          filter={filterInput(table.filter)}
        />
      )}
    />
  )
}
