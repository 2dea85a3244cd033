// The section, and what it is made of; each stands alone inside a provider.
export { RosterProvider, type RosterProviderProps } from './provider/roster-provider.js'
export type { UrlState, UrlValues } from './provider/url-state.js'
export type { Preferences } from './provider/preferences.js'
export { RosterAdmin, type RosterAdminProps } from './roster-admin/roster-admin.js'
export { UserTable, type UserTableProps } from './users/user-table.js'
export { EndlessUserTable } from './users/endless-user-table.js'
export {
  AddUserWizard,
  ActivateUserDialog,
  ChangeRoleDialog,
  DeactivateUserDialog,
  DeleteUserDialog,
  EndSessionsDialog,
  EnrolmentLinkDialog,
  EnrolSecurityKeyDialog,
  InviteUserDialog,
  LockUserDialog,
  MoveUserDialog,
  PurgeUserDialog,
  ReactivateUserDialog,
  RequireMfaDialog,
  ResendActivationDialog,
  ResetAuthenticatorsDialog,
  ResetCodeDialog,
  ResetPasswordDialog,
  RestoreUserDialog,
  UnlockUserDialog,
  UserPage,
} from './users/on-demand.js'
export type { UserPageProps } from './users/user-page.js'
export type { AddUserWizardProps } from './users/add-user-wizard.js'
export type { UserDialogProps } from './users/user-act-dialog.js'
export { ImportUsers } from './transfer/import-users.js'
export { userFiles, type UserFiles } from './transfer/user-files.js'
export { StatusBadge, type StatusBadgeProps } from './users/status-badge.js'

// What links lead to: the pages of people who administer nothing.
export { RedeemPage, RequestRecoveryPage, ResetCodePage } from './redeem/on-demand.js'
export { OwnAuthenticators } from './authenticators/on-demand.js'
export type { RedeemDone } from './redeem/link-page.js'
export type { RedeemPageProps } from './redeem/redeem-page.js'
export type { RequestRecoveryPageProps } from './redeem/request-recovery-page.js'
export type { ResetCodePageProps } from './redeem/reset-code-page.js'

// Under the screens: hooks for a host that draws its own.
export { useRoster, type RosterContextValue } from './provider/roster-context.js'
export { useOperation } from './operations/use-operation.js'
export { useOperationQuery, type OperationQueryOptions } from './operations/use-operation-query.js'
export {
  useUserTable,
  type UserListState,
  type UserTableFilter,
  type UserTableState,
} from './users/use-user-table.js'

// The look and the words: what a host gives once, around everything.
export { ThemeRoot, type ThemeRootProps } from './ui/theme-root.js'
export {
  MessagesProvider,
  useLocale,
  useMessages,
  type LocaleSettings,
  type MessageOverrides,
  type MessagesProviderProps,
} from './messages/messages-provider.js'
export { en, type Messages } from './messages/en.js'
export { english } from './messages/english.js'
export type { FailureMessages } from './messages/failure-messages.js'
export type { Language, LanguageWords } from './messages/language.js'
export type { ServerSentence } from './messages/server-sentences.js'
export type { UserPageMessages } from './messages/en-user-page.js'
export type { RedeemMessages } from './messages/en-redeem.js'

// Parts a host puts beside ours, in its own tabs and columns.
export { useToast, type ToastMessage, type Toasts } from './ui/toast.js'
