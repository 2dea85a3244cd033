import { issueEnrolmentLink } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithDialog } from './act.js'

/** Creates a link with which a user registers an authenticator. */
export const enrollmentLink: Act & WithDialog = {
  commands: [issueEnrolmentLink],
  icon: 'link',
  group: 'signIn',
  dialog: actDialog((dialogs) => dialogs.EnrolmentLinkDialog),
}
