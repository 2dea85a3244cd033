import type { UserSortKey, UserView } from '@rosterkit/core/browser'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { BulkAct, ChosenUser, ChosenUsers } from '../bulk/bulk-acts.js'
import { BulkDialog, UserBulkBar } from '../bulk/on-demand.js'
import type { ExportDialogProps } from '../transfer/export-dialog.js'
import type { UserFiles } from '../transfer/user-files.js'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { Button } from '../ui/button.js'
import { ColumnsMenu } from '../ui/columns-menu.js'
import { DataTable, type DataTableColumn, type DataTableProps } from '../ui/data-table.js'
import { DateTime } from '../ui/date-time.js'
import { EmptyState } from '../ui/empty-state.js'
import { IconButton } from '../ui/icon-button.js'
import { Menu } from '../ui/menu.js'
import { SearchInput } from '../ui/search-input.js'
import { zoneName } from '../ui/time-zone.js'
import { Toolbar, ToolbarEnd } from '../ui/toolbar.js'
import { Truncate } from '../ui/truncate.js'
import {
  AddUserWizard,
  InviteUserDialog,
  NoUserMatches,
  TableNotice,
  UserActDialog,
  UserFacets,
} from './on-demand.js'
import { StatusBadge } from './status-badge.js'
import { useColumnChoice } from './use-column-choice.js'
import type { UserListState } from './use-user-table.js'
import { useRowMenu } from './use-row-menu.js'
import type { UserAct } from './user-actions.js'
import { UserName, UserRoles } from './user-cells.js'

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

/** The table of people with its toolbar, menus and dialogs, however its rows come. */
export function UserList({ table, footer, windowed, onOpenUser, files, className }: UserListProps) {
  const { users } = useMessages()
  const [dialog, setDialog] = useState<{ readonly act: UserAct; readonly user: UserView } | null>(
    null,
  )
  const [adding, setAdding] = useState<'wizard' | 'invite' | null>(null)
  const act = useCallback((which: UserAct, user: UserView) => setDialog({ act: which, user }), [])
  const rowMenu = useRowMenu({ onOpen: onOpenUser, onAct: act })
  const { columns, menu: columnsMenu } = useColumnChoice('user-table', useUserColumns())
  const [chosen, setChosen] = useState<ChosenUsers>(nobody)
  const [bulk, setBulk] = useState<{
    readonly act: BulkAct
    readonly people: ChosenUsers
    readonly undoing?: true
  } | null>(null)
  const [exporting, setExporting] = useState<
    (Pick<ExportDialogProps, 'users'> & Partial<Pick<ExportDialogProps, 'total'>>) | null
  >(null)
  const selected = useMemo(() => new Set(chosen.keys()), [chosen])
  const section = useRef<HTMLElement>(null)
  const focusTable = () =>
    section.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  UserActDialog.usePreloaded()
  UserBulkBar.usePreloaded()
  BulkDialog.usePreloaded()
  NoUserMatches.usePreloaded()
  AddUserWizard.usePreloaded()

  const addButton = (
    <div className="rk-split">
      <Button
        variant="primary"
        icon="plus"
        disabledReason={table.addRefusal}
        onClick={() => setAdding('wizard')}
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
            onSelect: () => setAdding('invite'),
          },
        ]}
      >
        <IconButton icon="chevron-down" variant="primary" label={users.table.otherWays} />
      </Menu>
    </div>
  )
  return (
    <section
      ref={section}
      aria-label={users.table.label}
      className={className ? `rk-user-table ${className}` : 'rk-user-table'}
    >
      {chosen.size > 0 ? (
        <div className="rk-toolbar-place">
          <UserBulkBar
            chosen={chosen}
            list={table.list}
            filtered={table.filtered}
            total={table.total}
            onChosenChange={setChosen}
            onClear={() => {
              setChosen(nobody)
              focusTable()
            }}
            onAct={(which) => setBulk({ act: which, people: chosen })}
            onExport={
              files &&
              (() =>
                setExporting({
                  users: { userIds: [...chosen.keys()] },
                  total: { count: chosen.size, atLeast: false },
                }))
            }
          />
        </div>
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
                    onClick={() => setExporting({ users: table.list })}
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
        rows={table.rows}
        rowId={idOf}
        rowLabel={nameOf}
        sort={table.sort}
        onSortChange={table.setSort}
        onRowOpen={onOpenUser}
        rowMenu={rowMenu}
        selected={selected}
        onSelectedChange={(ids) =>
          setChosen(
            new Map(
              [...ids].flatMap((id): [string, ChosenUser][] =>
                chosen.has(id)
                  ? [[id, chosen.get(id)!]]
                  : (table.rows ?? []).filter((user) => user.id === id).map((user) => [id, user]),
              ),
            ),
          )
        }
        fetching={table.fetching}
        rowCount={table.total?.atLeast === false ? table.total.count : undefined}
        {...windowed}
        empty={
          table.filtered ? (
            <NoUserMatches table={table} />
          ) : (
            <EmptyState icon="user" title={users.table.emptyTitle} actions={addButton}>
              {users.table.emptyText}
            </EmptyState>
          )
        }
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
      {dialog ? (
        <UserActDialog
          key={`${dialog.act} ${dialog.user.id}`}
          act={dialog.act}
          user={dialog.user}
          open
          onOpenChange={() => setDialog(null)}
        />
      ) : null}
      {bulk ? (
        <BulkDialog
          key={`${bulk.act} ${bulk.undoing}`}
          {...bulk}
          onClose={() => setBulk(null)}
          onLeft={bulk.undoing ? undefined : setChosen}
          onUndo={(which, people) => setBulk({ act: which, people, undoing: true })}
          onFocusLost={focusTable}
        />
      ) : null}
      {files && exporting ? (
        <files.ExportDialog total={table.total} {...exporting} onClose={() => setExporting(null)} />
      ) : null}
      {adding === 'wizard' ? <AddUserWizard open onOpenChange={() => setAdding(null)} /> : null}
      {adding === 'invite' ? <InviteUserDialog open onOpenChange={() => setAdding(null)} /> : null}
    </section>
  )
}

const nobody: ChosenUsers = new Map()
const idOf = (user: UserView) => user.id
const nameOf = (user: UserView) => user.displayName

function useUserColumns(): readonly DataTableColumn<UserView>[] {
  const { users } = useMessages()
  const { locale, timeZone } = useLocale()
  const [openedAt] = useState(() => new Date())
  return useMemo(() => {
    const zone = zoneName(openedAt, locale, timeZone)
    const column = (
      id: UserSortKey,
      more: Omit<DataTableColumn<UserView>, 'id' | 'heading'>,
    ): DataTableColumn<UserView> => ({
      id,
      heading: users.table.columns[id],
      sortable: true,
      ...more,
    })
    const moment = (id: 'lastSignedInAt' | 'createdAt' | 'updatedAt', width = 132) =>
      column(id, { width, headingNote: zone, cell: (user) => <DateTime value={user[id]} /> })
    return [
      column('givenName', {
        width: 112,
        narrow: 'title',
        rowHeader: true,
        cell: (user) => <UserName user={user} />,
      }),
      column('familyName', {
        width: 128,
        cell: (user) => <Truncate text={user.name.familyName} className="rk-user-family-name" />,
      }),
      column('userName', {
        width: 144,
        narrow: 'detail',
        cell: (user) => <Truncate text={user.userName} />,
      }),
      column('status', {
        width: 192,
        narrow: 'state',
        cell: (user) => <StatusBadge user={user} />,
      }),
      column('role', { width: 116, cell: (user) => <UserRoles user={user} /> }),
      column('primaryEmail', {
        width: 204,
        cell: (user) => (
          <Truncate text={user.emails.find((email) => email.primary)?.value ?? ''} at="middle" />
        ),
      }),
      moment('lastSignedInAt', 160),
      moment('createdAt', 128),
      moment('updatedAt'),
    ]
  }, [users, locale, timeZone, openedAt])
}

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
