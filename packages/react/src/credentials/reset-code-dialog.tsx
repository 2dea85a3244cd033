import { issueResetCode, type UserView } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'

/**
 * Makes a code with which a person chooses a new secret code (features row 17): shown once, large
 * enough to be read out, or mailed, as the policy says.
 */
export function ResetCodeDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { secrets } = useUserPageMessages()
  const { once, resetCode: words } = secrets
  return (
    <CommandDialog
      operation={issueResetCode}
      title={words.title(user.displayName)}
      text={words.text}
      verb={words.verb}
      reasonField={false}
      toInput={() => ({ userId: user.id })}
      shows={({ code, expiresAt, page, sentTo }) =>
        code === null
          ? null
          : {
              title: once.codeTitle(user.displayName),
              text: once.text(user.displayName),
              label: once.code,
              value: code,
              expiresAt,
              sentTo,
              page,
              large: true,
              counts: true,
            }
      }
      doneText={({ sentTo }) => secrets.sent(user.displayName, sentTo ?? '')}
      onClose={onClose}
    />
  )
}
