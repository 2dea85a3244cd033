import type { UserSortKey, UserView } from '@rosterkit/core/browser'
import { useMemo, useState } from 'react'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import type { DataTableColumn } from '../ui/data-table-types.js'
import { DateTime } from '../ui/date-time.js'
import { zoneName } from '../ui/time-zone.js'
import { Truncate } from '../ui/truncate.js'
import { StatusBadge } from './status-badge.js'
import { UserName, UserRoles } from './user-cells.js'

/** All columns of the table of users, in their standard order. */
export function useUserColumns(): readonly DataTableColumn<UserView>[] {
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
