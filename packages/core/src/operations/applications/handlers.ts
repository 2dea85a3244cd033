import type { HandlersOf } from '../../context.js'
import { assignApplicationHandler } from './assign-application.js'
import { createApplicationHandler } from './create-application.js'
import { listApplicationsHandler } from './list-applications.js'
import { searchApplicationsHandler } from './search-applications.js'
import { unassignApplicationHandler } from './unassign-application.js'
import type { applications } from './contract.js'

/** What carries out {@link applications}. */
export const applicationsHandlers: HandlersOf<typeof applications> = {
  search: searchApplicationsHandler,
  list: listApplicationsHandler,
  create: createApplicationHandler,
  assign: assignApplicationHandler,
  unassign: unassignApplicationHandler,
}
