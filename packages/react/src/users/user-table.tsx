import { listOrganizations, listRoles, statuses, type UserSortKey, type UserView } from '@rosterkit/core/browser'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Button } from '../ui/button.js'
import { DataTable, type DataTableColumn } from '../ui/data-table.js'
import { DateTime } from '../ui/date-time.js'
import { EmptyState } from '../ui/empty-state.js'
import { Facet } from '../ui/facet.js'
import { Pagination } from '../ui/pagination.js'
import { SearchInput } from '../ui/search-input.js'
import { zoneName } from '../ui/time-zone.js'
import { Toolbar, ToolbarEnd } from '../ui/toolbar.js'
import { Truncate } from '../ui/truncate.js'
import { AddUserWizard, UserActDialog } from './on-demand.js'
import { StatusBadge } from './status-badge.js'
import { useUserTable, type UserTableState } from './use-user-table.js'
import { useUserMenu, type UserAct } from './user-actions.js'
import { UserName, UserRoles } from './user-cells.js'

/** What a host may decide about the table. */
export interface UserTableProps {
  /** Opens a person: by a press on the row, Enter, or the menu. Without it rows do not open. */
  onOpenUser?: ((user: UserView) => void) | undefined
  className?: string | undefined
}

/**
 * The table of people (features row 4): nine columns, sorted by any heading, filtered as you type and by status, role and
 * organization, a page at a time, with the acts on each person in its menu. Everything works by keyboard; `/` searches.
 */
export function UserTable({ onOpenUser, className }: UserTableProps) {
  const { users } = useMessages()
  const table = useUserTable()
  const [dialog, setDialog] = useState<{ readonly act: UserAct; readonly user: UserView } | null>(null)
  const [adding, setAdding] = useState(false)
  const act = useCallback((which: UserAct, user: UserView) => setDialog({ act: which, user }), [])
  const rowMenu = useUserMenu({ onOpen: onOpenUser, onAct: act })
  const columns = useUserColumns()
  UserActDialog.usePreloaded()
  AddUserWizard.usePreloaded()

  const addButton = (
    <Button variant="primary" icon="plus" disabledReason={table.addRefusal} onClick={() => setAdding(true)}>
      {users.table.add}
    </Button>
  )
  return (
    <section aria-label={users.table.label} className={className ? `rk-user-table ${className}` : 'rk-user-table'}>
      <UserToolbar table={table} end={addButton} />
      <DataTable
        label={users.table.label}
        columns={columns}
        rows={table.rows}
        rowId={idOf}
        rowLabel={nameOf}
        sort={table.sort}
        onSortChange={table.setSort}
        onRowOpen={onOpenUser}
        rowMenu={rowMenu}
        fetching={table.fetching}
        empty={table.filtered ? <NoMatch table={table} /> : <EmptyState icon="user" title={users.table.emptyTitle} actions={addButton}>{users.table.emptyText}</EmptyState>}
        refusal={table.error ? <RefusalCallout error={table.error} title={users.table.refusedTitle} onRetry={table.retry} retrying={table.fetching} /> : undefined}
      />
      {table.rows && table.rows.length > 0 ? (
        <Pagination from={table.from} count={table.rows.length} total={table.total} onPrevious={table.previousPage} onNext={table.nextPage} pageSize={table.pageSize} pageSizes={pageSizes} onPageSizeChange={table.setPageSize} />
      ) : null}
      {dialog ? <UserActDialog key={`${dialog.act} ${dialog.user.id}`} act={dialog.act} user={dialog.user} open onOpenChange={() => setDialog(null)} /> : null}
      {adding ? <AddUserWizard open onOpenChange={setAdding} /> : null}
    </section>
  )
}

const pageSizes = [25, 50, 100]
const idOf = (user: UserView) => user.id
const nameOf = (user: UserView) => user.displayName

function useUserColumns(): readonly DataTableColumn<UserView>[] {
  const { users } = useMessages()
  const { locale, timeZone } = useLocale()
  const [openedAt] = useState(() => new Date())
  return useMemo(() => {
    const zone = zoneName(openedAt, locale, timeZone)
    const column = (id: UserSortKey, more: Omit<DataTableColumn<UserView>, 'id' | 'heading'>): DataTableColumn<UserView> => ({ id, heading: users.table.columns[id], sortable: true, ...more })
    const moment = (id: 'lastSignedInAt' | 'createdAt' | 'updatedAt', width = 132) => column(id, { width, headingNote: zone, cell: (user) => <DateTime value={user[id]} /> })
    return [
      column('givenName', { width: 120, narrow: 'title', rowHeader: true, cell: (user) => <UserName user={user} /> }),
      column('familyName', { width: 136, cell: (user) => <Truncate text={user.name.familyName} className="rk-user-family-name" /> }),
      column('userName', { width: 156, narrow: 'detail', cell: (user) => <Truncate text={user.userName} /> }),
      column('status', { width: 192, narrow: 'state', cell: (user) => <StatusBadge user={user} /> }),
      column('role', { width: 116, cell: (user) => <UserRoles user={user} /> }),
      column('primaryEmail', { width: 216, cell: (user) => <Truncate text={user.emails.find((email) => email.primary)?.value ?? ''} at="middle" /> }),
      moment('lastSignedInAt', 156),
      moment('createdAt', 124),
      moment('updatedAt'),
    ]
  }, [users, locale, timeZone, openedAt])
}

function UserToolbar({ table, end }: { table: UserTableState; end: ReactNode }) {
  const { users } = useMessages()
  const roles = useOperationQuery(listRoles, {})
  const organizations = useOperationQuery(listOrganizations, {})
  const { filter } = table
  return (
    <Toolbar aria-label={users.table.search}>
      <SearchInput label={users.table.search} value={filter.search} onValueChange={(search) => table.setFilter({ search })} />
      <Facet label={users.table.facets.status} options={statuses.toReversed().map((value) => ({ value, label: users.status[value] }))} chosen={filter.status} onChosenChange={(status) => table.setFilter({ status: status as typeof filter.status })} />
      <Facet label={users.table.facets.role} options={(roles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: users.roles[id] ?? name }))} chosen={filter.role} onChosenChange={(role) => table.setFilter({ role })} />
      {(organizations.data?.items.length ?? 0) > 1 ? (
        <Facet label={users.table.facets.organization} options={(organizations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} chosen={filter.organization} onChosenChange={(organization) => table.setFilter({ organization })} />
      ) : null}
      {table.filtered ? (
        <Button variant="ghost" onClick={table.clearFilter}>
          {users.table.clear}
        </Button>
      ) : null}
      <ToolbarEnd>{end}</ToolbarEnd>
    </Toolbar>
  )
}

function NoMatch({ table }: { table: UserTableState }) {
  const { users } = useMessages()
  const { locale } = useLocale()
  const { filter } = table
  const words = users.table.filters
  const list = (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)
  const parts = [
    ...(filter.search ? [words.search(filter.search)] : []),
    ...(filter.status.length > 0 ? [words.status(list(filter.status.map((value) => users.status[value])))] : []),
    ...(filter.role.length > 0 ? [words.role(list(filter.role.map((id) => users.roles[id] ?? id)))] : []),
    ...(filter.organization.length > 0 ? [users.table.facets.organization.toLowerCase()] : []),
  ]
  return (
    <EmptyState icon="search" title={users.table.noMatchTitle} actions={<Button onClick={table.clearFilter}>{users.table.clearFilters}</Button>}>
      {users.table.noMatchText(new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts))}
    </EmptyState>
  )
}
