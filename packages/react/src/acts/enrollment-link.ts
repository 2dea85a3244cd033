import { issueEnrolmentLink } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithDialog } from './act.js'

/** Creates a link with which a user registers an authenticator. */
export const enrollmentLink: Act & WithDialog = {
  commands: [issueEnrolmentLink],
  icon: 'link',
  group: 'signIn',
  dialog: lazyPart<ActDialogProps>(() =>
    import('../authenticators/enrolment-link-dialog.js').then(
      (module) => module.EnrolmentLinkDialog,
    ),
  ),
}
