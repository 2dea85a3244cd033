import { openRoster } from '../roster'
import { Users } from './users'

export const dynamic = 'force-dynamic'

// A server component asks in process, with the interface that the page's own client has.
export default async function Page() {
  const { roster, administratorId } = await openRoster()
  const { count } = await roster.as({ userId: administratorId }).users.list()
  return (
    <main>
      <p>On the server: {count.value} people</p>
      <Users />
    </main>
  )
}
