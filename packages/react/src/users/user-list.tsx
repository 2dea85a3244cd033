import type { UserView } from '@rosterkit/core/browser'
import { useMemo, useRef, type ReactNode } from 'react'
import type { ChosenUser, ChosenUsers } from '../bulk/chosen-users.js'
import { BulkDialog, UserBulkBar } from '../bulk/on-demand.js'
import type { UserFiles } from '../transfer/user-files.js'
import { useMessages } from '../messages/messages-provider.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { Button } from '../ui/button.js'
import { ColumnsMenu } from '../ui/columns-menu.js'
import { DataTable } from '../ui/data-table.js'
import type { DataTableProps } from '../ui/data-table-types.js'
import { EmptyState } from '../ui/empty-state.js'
import { IconButton } from '../ui/icon-button.js'
import { Menu } from '../ui/menu.js'
import { SearchInput } from '../ui/search-input.js'
import { Toolbar, ToolbarEnd } from '../ui/toolbar.js'
import {
  AddUserWizard,
  NoUserMatches,
  TableNotice,
  UserActDialog,
  UserFacets,
} from './on-demand.js'
import { useColumnChoice } from './use-column-choice.js'
import { useUserColumns } from './use-user-columns.js'
import type { UserListState } from './use-user-table.js'
import { useRowMenu } from './use-row-menu.js'
import { useUserDialogs } from './use-user-dialogs.js'

/** What {@link UserList} takes. */
export interface UserListProps {
  table: UserListState
  /** Where one is in the list, and the way on; under the rows. */
  footer: ReactNode
  /** How a long list is drawn and goes on. */
  windowed?: Pick<DataTableProps<UserView>, 'windowed' | 'onEnd'>

  /** Opens a person: by a press on the row, Enter, or the menu. Without it rows do not open. */
  onOpenUser?: ((user: UserView) => void) | undefined
  files?: UserFiles | undefined
  className?: string | undefined
}

/** The table of users with its toolbar, menus and dialogs, however its rows come. */
export function UserList({ table, footer, windowed, onOpenUser, files, className }: UserListProps) {
  const { users } = useMessages()
  const section = useRef<HTMLElement>(null)
  const dialogs = useUserDialogs({
    table,
    files,
    focusTable: () =>
      section.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus(),
  })
  const { chosen, setChosen } = dialogs
  const rowMenu = useRowMenu({ onOpen: onOpenUser, onAct: dialogs.openAct })
  const columns = useUserColumns()
  const { layout, menu: columnsMenu } = useColumnChoice('user-table', columns)
  const selected = useMemo(() => new Set(chosen.keys()), [chosen])
  usePreloadedParts()
  const addButton = <AddButton table={table} onAdd={dialogs.setAdding} />
  return (
    <section
      ref={section}
      aria-label={users.table.label}
      className={className ? `rk-user-table ${className}` : 'rk-user-table'}
    >
      {chosen.size > 0 ? (
        <div className="rk-toolbar-place">{dialogs.bulkBar}</div>
      ) : (
        <UserToolbar
          table={table}
          end={
            <>
              <ColumnsMenu {...columnsMenu} />
              {files ? (
                <>
                  <IconButton
                    icon="arrow-down"
                    variant="secondary"
                    label={users.table.export}
                    onClick={() => dialogs.setExporting({ users: table.list })}
                  />
                  <files.ImportUsers />
                </>
              ) : null}
              {addButton}
            </>
          }
        />
      )}
      <TableNotice />
      <DataTable
        label={users.table.label}
        columns={columns}
        layout={layout}
        rows={table.rows}
        rowId={idOf}
        rowLabel={nameOf}
        sort={table.sort}
        onSortChange={table.setSort}
        onRowOpen={onOpenUser}
        rowMenu={rowMenu}
        selected={selected}
        onSelectedChange={(ids) => setChosen(chosenOf(ids, chosen, table.rows ?? []))}
        fetching={table.fetching}
        rowCount={table.total?.atLeast === false ? table.total.count : undefined}
        {...windowed}
        empty={<NoUsers table={table} actions={addButton} />}
        refusal={
          table.error ? (
            <RefusalCallout
              error={table.error}
              title={users.table.refusedTitle}
              onRetry={table.retry}
              retrying={table.fetching}
            />
          ) : undefined
        }
      />
      {table.rows && table.rows.length > 0 ? footer : null}
      {dialogs.open}
    </section>
  )
}

function usePreloadedParts() {
  UserActDialog.usePreloaded()
  UserBulkBar.usePreloaded()
  BulkDialog.usePreloaded()
  NoUserMatches.usePreloaded()
  AddUserWizard.usePreloaded()
}

/** Keeps what is known of those selected, who may be on other pages, and adds those on this one. */
function chosenOf(ids: ReadonlySet<string>, chosen: ChosenUsers, rows: readonly UserView[]) {
  const known = new Map<string, ChosenUser>(rows.map((user) => [user.id, user]))
  return new Map(
    [...ids].flatMap((id): [string, ChosenUser][] => {
      const user = chosen.get(id) ?? known.get(id)
      return user ? [[id, user]] : []
    }),
  )
}

function AddButton({
  table,
  onAdd,
}: {
  table: UserListState
  onAdd: (way: 'wizard' | 'invite') => void
}) {
  const { users } = useMessages()
  return (
    <div className="rk-split">
      <Button
        variant="primary"
        icon="plus"
        disabledReason={table.addRefusal}
        onClick={() => onAdd('wizard')}
      >
        {users.table.add}
      </Button>
      <Menu
        label={users.table.otherWays}
        entries={[
          {
            id: 'invite',
            label: users.table.invite,
            icon: 'mail',
            disabledReason: table.addRefusal,
            onSelect: () => onAdd('invite'),
          },
        ]}
      >
        <IconButton icon="chevron-down" variant="primary" label={users.table.otherWays} />
      </Menu>
    </div>
  )
}

function NoUsers({ table, actions }: { table: UserListState; actions: ReactNode }) {
  const { users } = useMessages()
  return table.filtered ? (
    <NoUserMatches table={table} />
  ) : (
    <EmptyState icon="user" title={users.table.emptyTitle} actions={actions}>
      {users.table.emptyText}
    </EmptyState>
  )
}

const idOf = (user: UserView) => user.id
const nameOf = (user: UserView) => user.displayName

function UserToolbar({ table, end }: { table: UserListState; end: ReactNode }) {
  const { users } = useMessages()
  const { filter } = table
  return (
    <Toolbar aria-label={users.table.search}>
      <SearchInput
        label={users.table.search}
        value={filter.search}
        onValueChange={(search) => table.setFilter({ search })}
      />
      <div className="rk-facets">
        <UserFacets table={table} />
        {table.filtered ? (
          <Button variant="ghost" onClick={table.clearFilter}>
            {users.table.clear}
          </Button>
        ) : null}
      </div>
      <ToolbarEnd>{end}</ToolbarEnd>
    </Toolbar>
  )
}
