import type { UserView } from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import type { WindowedRows } from '../ui/data-table-types.js'
import { VirtualRows } from '../ui/virtual-rows.js'
import { useEndlessUserTable } from './use-endless-user-table.js'
import { UserList } from './user-list.js'
import type { UserTableProps } from './user-table.js'

const drawInView = (rows: WindowedRows<UserView>) => <VirtualRows {...rows} />

/**
 * The table of people as one list that goes on while somebody scrolls. Of a hundred thousand the
 * rows in view are drawn; how many there are, and that more of them are on their way, is said
 * politely.
 */
export function EndlessUserTable(props: UserTableProps) {
  const { users } = useMessages()
  const table = useEndlessUserTable()
  const footer = (
    <>
      {table.moreError ? (
        <RefusalCallout
          error={table.moreError}
          onRetry={table.retryMore}
          retrying={table.fetchingMore}
        />
      ) : null}
      <p aria-live="polite" className="rk-pagination">
        {table.total ? (
          <span>{users.table.all(table.total.count, table.total.atLeast)}</span>
        ) : null}
        {table.fetchingMore ? <span>{users.table.loadingMore}</span> : null}
      </p>
    </>
  )
  return (
    <UserList
      {...props}
      table={table}
      footer={footer}
      windowed={{ windowed: drawInView, onEnd: table.more }}
    />
  )
}
