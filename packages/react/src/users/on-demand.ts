import { createElement } from 'react'
import { lazyPart } from '../ui/lazy-part.js'
import type { PaginationProps } from '../ui/pagination.js'
import type { AddUserWizardProps } from './add-user-wizard.js'
import type { UserActDialogProps, UserDialogProps } from './user-act-dialog.js'
import type { UserListState } from './use-user-table.js'
import type { UserPageProps } from './user-page.js'

/** The dialog of any act on a person; see {@link LockUserDialog} and the others for one each. */
export const UserActDialog = lazyPart<UserActDialogProps>(() =>
  import('./user-act-dialog.js').then((module) => module.UserActDialog),
)

/**
 * Adds a person in four steps (features row 1): who, where and what, how they sign in, review. Each
 * field is judged on leaving it, by the operation's own schema; a username that somebody has shows
 * while it is typed. What was typed survives going back and a refusal. Its code is fetched when it
 * is first shown.
 */
export const AddUserWizard = lazyPart<AddUserWizardProps>(() =>
  import('./add-user-wizard.js').then((module) => module.AddUserWizard),
)

/**
 * Invites a person by e-mail in one step (features row 2). Its code is fetched when it is first
 * shown.
 */
export const InviteUserDialog = lazyPart<AddUserWizardProps>(() =>
  import('./invite-user-dialog.js').then((module) => module.InviteUserDialog),
)

/** The way to the other pages, which is shown with the first rows. */
export const Pagination = lazyPart<PaginationProps>(() =>
  import('../ui/pagination.js').then((module) => module.Pagination),
)

/** What is said above a table. */
export const TableNotice = lazyPart<object>(() =>
  import('./table-notice.js').then((module) => module.TableNotice),
)

/** The facets in the toolbar of the table. */
export const UserFacets = lazyPart<{ table: UserListState }>(() =>
  import('./user-facets.js').then((module) => module.UserFacets),
)

/** What the table shows when nobody matches. */
export const NoUserMatches = lazyPart<{ table: UserListState }>(() =>
  import('./no-user-matches.js').then((module) => module.NoUserMatches),
)

/**
 * The page of one person: who they are and how they stand, the act that their state calls for, and
 * their details by tab. Its code is fetched when it is first shown.
 */
export const UserPage = lazyPart<UserPageProps>(() =>
  import('./user-page.js').then((module) => module.UserPage),
)

/** Asks for a reason and, if wanted, an end, and locks the person (row 6). */
export const LockUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'lock' })

/** Lifts the lock that shows (rows 6 and 7). */
export const UnlockUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'unlock' })

/** Suspends the person's access without loss (row 8). */
export const DeactivateUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'deactivate' })

/** Activates somebody who was added for later (row 1). */
export const ActivateUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'activate' })

/** Gives a deactivated person their access back (row 8). */
export const ReactivateUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'reactivate' })

/** Deletes the person, confirmed by typing their username (row 9). */
export const DeleteUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'delete' })

/** Brings a deleted person back within the restore window (row 9). */
export const RestoreUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'restore' })

/**
 * Resets the person's authenticators, all or those of some types, so that they register anew (rows
 * 18 and 19).
 */
export const ResetAuthenticatorsDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'resetAuthenticators' })

/** Ends everything that is open for the person (row 22). */
export const EndSessionsDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'endSessions' })

/** Invites somebody again who has not finished onboarding (row 3). */
export const ResendActivationDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'resend' })

/**
 * Resets the person's password: by a link, by a temporary one, at the next sign-in, or by removing
 * it (row 21).
 */
export const ResetPasswordDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'resetPassword' })

/** Makes a link with which the person registers an authenticator (row 16). */
export const EnrolmentLinkDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'enrollmentLink' })

/** Makes a code with which the person chooses a new secret code (row 17). */
export const ResetCodeDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'resetCode' })

/** Registers a security key for the person, with the key in the administrator's hand (row 20). */
export const EnrolSecurityKeyDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'enrollSecurityKey' })

/** Replaces a role of the person, or gives another (row 10). */
export const ChangeRoleDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'changeRole' })

/** Asks the person for a second factor: once, again, or no longer (row 19). */
export const RequireMfaDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'requireMfa' })

/** Moves the person to another home organization (row 11). */
export const MoveUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'move' })

/** Removes a deleted person for good, confirmed by typing their username (row 9). */
export const PurgeUserDialog = (props: UserDialogProps) =>
  createElement(UserActDialog, { ...props, act: 'purge' })
