import { createRosterHandler } from '@rosterkit/adapters/server'
import { openRoster } from '../../../../roster'

const { roster, administratorId } = await openRoster()
const handler = createRosterHandler(roster, { caller: () => administratorId })

export { handler as GET, handler as POST, handler as PATCH, handler as OPTIONS, handler as HEAD }
