import { EndlessUserTable, RosterAdmin, userFiles, UserTable } from '@rosterkit/react'
import { Roster } from './Roster.tsx'
import { useSearchParams } from './shell/location.ts'

/** A page at a time, or one list that goes on, as the address asks by `?paging=endless`. */
export function UsersSection() {
  const [{ paging }] = useSearchParams()
  return (
    <Roster urlState={useSearchParams}>
      <RosterAdmin table={paging === 'endless' ? EndlessUserTable : UserTable} files={userFiles} />
    </Roster>
  )
}
