import { assignGroup } from './assign-group.js'
import { createGroup } from './create-group.js'
import { deleteGroup } from './delete-group.js'
import { listGroups } from './list-groups.js'
import { lookupGroups } from './lookup-groups.js'
import { searchGroups } from './search-groups.js'
import { unassignGroup } from './unassign-group.js'
import { updateGroup } from './update-group.js'

// By name as well, so that a page brings only the operations that it calls.
export { searchGroups, listGroups, createGroup, assignGroup, unassignGroup }

/** The operations of `groups`. */
export const groups = {
  search: searchGroups,
  list: listGroups,
  create: createGroup,
  assign: assignGroup,
  unassign: unassignGroup,
} as const

/** Operations that only a provisioning protocol may call. */
export const provisionedGroups = {
  lookup: lookupGroups,
  update: updateGroup,
  delete: deleteGroup,
} as const
