import type { UserView } from '@rosterkit/core/browser'
import { useCallback, type ComponentType } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useRoster } from '../provider/roster-context.js'
import { classes } from '../ui/classes.js'
import type { UserFiles } from '../transfer/user-files.js'
import { UserPage } from '../users/on-demand.js'
import { UserTable, type UserTableProps } from '../users/user-table.js'

/** What a host may decide about the section. */
export interface RosterAdminProps {
  /** The heading; null where the host has its own. Default: “Users”. */
  heading?: string | null
  /**
   * The table, such as `EndlessUserTable`, which goes on while somebody scrolls. Default:
   * `UserTable`, a page at a time.
   */
  table?: ComponentType<UserTableProps> | undefined
  /** Import and export of CSV files: `userFiles`. Default: neither is offered. */
  files?: UserFiles | undefined
  className?: string | undefined
}

/**
 * The whole Users section: the table, the wizard, a person's page and the dialogs. With a URL-state
 * hook each of them has a link.
 */
export function RosterAdmin({
  heading,
  table: Table = UserTable,
  files,
  className,
}: RosterAdminProps) {
  const { users } = useMessages()
  const { urlState } = useRoster()
  const [url, setUrl] = urlState()
  const userId = url['user']
  const open = useCallback((user: UserView) => setUrl({ ...url, user: user.id }), [setUrl, url])
  const back = useCallback(() => {
    const { user: _, tab: __, asOf: ___, ...list } = url
    setUrl(list)
  }, [setUrl, url])
  UserPage.usePreloaded()
  return (
    <div className={classes('rk-admin', className)}>
      {userId ? (
        <UserPage userId={userId} onBack={back} />
      ) : (
        <>
          {heading === null ? null : <h1 className="rk-admin-title">{heading ?? users.title}</h1>}
          <Table onOpenUser={open} files={files} />
        </>
      )}
    </div>
  )
}
