import { issueEnrolmentLink, type UserView } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useLinkToShow } from '../secrets/shown-once.js'

/**
 * Makes a link with which a person registers an authenticator (features row 16): mailed or shown
 * once, as the policy says.
 */
export function EnrolmentLinkDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { secrets } = useUserPageMessages()
  const words = secrets.enrolment
  const toShow = useLinkToShow()
  return (
    <CommandDialog
      operation={issueEnrolmentLink}
      title={words.title(user.displayName)}
      text={words.text}
      verb={words.verb}
      reasonField={false}
      toInput={() => ({ userId: user.id })}
      shows={(issued) => toShow(user.displayName, issued)}
      doneText={({ sentTo }) => secrets.sent(user.displayName, sentTo ?? '')}
      onClose={onClose}
    />
  )
}
