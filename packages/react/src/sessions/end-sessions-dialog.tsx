import { endAllSessions, listSessions, type UserView } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useOperationQuery } from '../operations/use-operation-query.js'

/** Ends everything that is open for a person (features row 22), after saying how much that is. */
export function EndSessionsDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { sessions: words } = useUserPageMessages()
  const open = useOperationQuery(listSessions, { userId: user.id }).data?.items
  return (
    <CommandDialog
      operation={endAllSessions}
      title={words.endAllTitle(user.displayName)}
      text={open ? words.endAllText(open.length) : words.endAllTextAtFirst}
      verb={words.endAllVerb}
      danger
      toInput={(reason) => ({ userId: user.id, ...reason })}
      doneText={({ ended }) => words.allEnded(user.displayName, ended)}
      onClose={onClose}
    />
  )
}
