import { lazyPart } from '../ui/lazy-part.js'
import type { BulkDialogProps } from './bulk-dialog.js'
import type { UserBulkBarProps } from './user-bulk-bar.js'

/** The bar over a selection of people. */
export const UserBulkBar = lazyPart<UserBulkBarProps>(() =>
  import('./user-bulk-bar.js').then((module) => module.UserBulkBar),
)

/** The dialog of any act on several people. */
export const BulkDialog = lazyPart<BulkDialogProps>(() =>
  import('./bulk-dialog.js').then((module) => module.BulkDialog),
)
