import { assignApplication } from './assign-application.js'
import { createApplication } from './create-application.js'
import { listApplications } from './list-applications.js'
import { searchApplications } from './search-applications.js'
import { unassignApplication } from './unassign-application.js'

// By name as well, so that a page brings only the operations that it calls.
export {
  searchApplications,
  listApplications,
  createApplication,
  assignApplication,
  unassignApplication,
}

/** The operations of `applications`. */
export const applications = {
  search: searchApplications,
  list: listApplications,
  create: createApplication,
  assign: assignApplication,
  unassign: unassignApplication,
} as const
