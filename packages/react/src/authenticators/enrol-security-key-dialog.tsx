import { beginSecurityKey, finishSecurityKey, type UserView } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useOperation } from '../operations/use-operation.js'
import { SecurityKeyDialog } from './security-key-dialog.js'

/**
 * Registers a security key for somebody, with the key in the administrator's hand (features row
 * 20).
 */
export function EnrolSecurityKeyDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const words = useUserPageMessages().authenticators.enrol
  const begin = useOperation(beginSecurityKey)
  const finish = useOperation(finishSecurityKey)
  return (
    <SecurityKeyDialog
      words={words}
      title={words.title(user.displayName)}
      text={words.text(user.displayName)}
      begin={() => begin.mutateAsync({ userId: user.id })}
      finish={(name, response) => finish.mutateAsync({ userId: user.id, name, response })}
      onClose={onClose}
    />
  )
}
