import type { UserView } from '@rosterkit/core/browser'
import { RefusalCallout } from '../operations/refusal-callout.js'
import type { WindowedRows } from '../ui/data-table.js'
import { Pagination } from '../ui/pagination.js'
import { VirtualRows } from '../ui/virtual-rows.js'
import { useEndlessUserTable } from './use-endless-user-table.js'
import { UserList } from './user-list.js'
import type { UserTableProps } from './user-table.js'

const drawInView = (rows: WindowedRows<UserView>) => <VirtualRows {...rows} />

/** The table of people as one list that goes on while somebody scrolls. Of a hundred thousand the rows in view are drawn; how many have come is said politely. */
export function EndlessUserTable(props: UserTableProps) {
  const table = useEndlessUserTable()
  const footer = (
    <>
      {table.moreError ? <RefusalCallout error={table.moreError} onRetry={table.retryMore} retrying={table.fetchingMore} /> : null}
      <Pagination from={1} count={table.rows?.length ?? 0} total={table.total} />
    </>
  )
  return <UserList {...props} table={table} footer={footer} windowed={{ windowed: drawInView, onEnd: table.more }} />
}
