import type { UserView } from '@rosterkit/core/browser'
import type { UserFiles } from '../transfer/user-files.js'
import { Pagination } from './on-demand.js'
import { UserList } from './user-list.js'
import { useUserTable } from './use-user-table.js'

/** What a host may decide about the table. */
export interface UserTableProps {
  /** Opens a person: by a press on the row, Enter, or the menu. Without it rows do not open. */
  onOpenUser?: ((user: UserView) => void) | undefined
  /** Import and export of CSV files: `userFiles`. Default: neither is offered. */
  files?: UserFiles | undefined
  className?: string | undefined
}

const pageSizes = [25, 50, 100]

/**
 * The table of people (features row 4): nine columns, sorted by any heading, filtered as you type
 * and by status, role, organization, second factor, dormancy and expiry, a page at a time, with the
 * acts on each person in its menu. Everything works by keyboard; `/` searches. One that goes on
 * while somebody scrolls is `EndlessUserTable`.
 */
export function UserTable(props: UserTableProps) {
  const table = useUserTable()
  Pagination.usePreloaded()
  const footer = (
    <Pagination
      from={table.from}
      count={table.rows?.length ?? 0}
      total={table.total}
      onPrevious={table.previousPage}
      onNext={table.nextPage}
      pageSize={table.pageSize}
      pageSizes={pageSizes}
      onPageSizeChange={table.setPageSize}
    />
  )
  return <UserList {...props} table={table} footer={footer} />
}
