import { UserActDialog, type UserDialogProps } from './user-act-dialog.js'

/** Asks for a reason and, if wanted, an end, and locks the person (row 6). */
export const LockUserDialog = (props: UserDialogProps) => <UserActDialog {...props} act="lock" />

/** Lifts the lock that shows (rows 6 and 7). */
export const UnlockUserDialog = (props: UserDialogProps) => <UserActDialog {...props} act="unlock" />

/** Suspends the person's access without loss (row 8). */
export const DeactivateUserDialog = (props: UserDialogProps) => <UserActDialog {...props} act="deactivate" />

/** Gives a deactivated person their access back (row 8). */
export const ReactivateUserDialog = (props: UserDialogProps) => <UserActDialog {...props} act="reactivate" />

/** Deletes the person, confirmed by typing their username (row 9). */
export const DeleteUserDialog = (props: UserDialogProps) => <UserActDialog {...props} act="delete" />

/** Brings a deleted person back within the restore window (row 9). */
export const RestoreUserDialog = (props: UserDialogProps) => <UserActDialog {...props} act="restore" />
