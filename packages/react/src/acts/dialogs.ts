// The dialogs that some acts have of their own. One module, so that they come in one piece: a
// bundler splits what several pieces share into ever smaller files.
export { EnrolSecurityKeyDialog } from '../authenticators/enrol-security-key-dialog.js'
export { EnrolmentLinkDialog } from '../authenticators/enrolment-link-dialog.js'
export { ResetAuthenticatorsDialog } from '../authenticators/reset-authenticators-dialog.js'
export { ResetCodeDialog } from '../credentials/reset-code-dialog.js'
export { ResetPasswordDialog } from '../credentials/reset-password-dialog.js'
export { ChangeRoleDialog } from '../roles/change-role-dialog.js'
export { EndSessionsDialog } from '../sessions/end-sessions-dialog.js'
export { MoveUserDialog } from '../users/move-user-dialog.js'
export { PurgeUserDialog } from '../users/purge-user-dialog.js'
export { RequireMfaDialog } from '../users/require-mfa-dialog.js'
export { ResendActivationDialog } from '../users/resend-activation-dialog.js'
