import type { HandlersOf } from '../../context.js'
import { assignGroupHandler } from './assign-group.js'
import { createGroupHandler } from './create-group.js'
import { deleteGroupHandler } from './delete-group.js'
import { listGroupsHandler } from './list-groups.js'
import { lookupGroupsHandler } from './lookup-groups.js'
import { searchGroupsHandler } from './search-groups.js'
import { unassignGroupHandler } from './unassign-group.js'
import { updateGroupHandler } from './update-group.js'
import type { groups, provisionedGroups } from './contract.js'

/** What carries out {@link groups}. */
export const groupsHandlers: HandlersOf<typeof groups> = {
  search: searchGroupsHandler,
  list: listGroupsHandler,
  create: createGroupHandler,
  assign: assignGroupHandler,
  unassign: unassignGroupHandler,
}

/** What carries out {@link provisionedGroups}. */
export const provisionedGroupsHandlers: HandlersOf<typeof provisionedGroups> = {
  lookup: lookupGroupsHandler,
  update: updateGroupHandler,
  delete: deleteGroupHandler,
}
