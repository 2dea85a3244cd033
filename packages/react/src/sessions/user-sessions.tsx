import {
  endAllSessions,
  endSession,
  isOperationError,
  listSessions,
  type OutputOf,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { QuerySection } from '../operations/query-section.js'
import { useOperation } from '../operations/use-operation.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { DateTime } from '../ui/date-time.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { useToast } from '../ui/toast.js'
import { useWhyNot } from '../users/why-not.js'
import { EndSessionsDialog } from './end-sessions-dialog.js'

type ListedSession = OutputOf<typeof listSessions>['items'][number]

/**
 * Where a person is signed in (features row 22): device, place and time of each session and token;
 * end one at a press, or all after a question.
 */
export function UserSessions({ user }: { user: UserView }) {
  const { sessions: words } = useUserPageMessages()
  const whyNot = useWhyNot()
  const query = useOperationQuery(listSessions, { userId: user.id })
  const [ending, setEnding] = useState(false)
  const items = query.data?.items ?? []
  return (
    <>
      <QuerySection
        title={words.title}
        count={items.length}
        acts={
          items.length > 0 ? (
            <Button
              size="small"
              icon="sign-out"
              disabledReason={whyNot(user, endAllSessions)}
              onClick={() => setEnding(true)}
            >
              {words.endAll}
            </Button>
          ) : undefined
        }
        query={query}
        refusedTitle={words.refusedTitle}
        empty={items.length === 0}
        emptyIcon="sign-out"
        emptyTitle={words.emptyTitle}
        emptyText={words.emptyText}
      >
        <RecordList
          aria-label={words.title}
          headings={[
            words.columns.device,
            words.columns.place,
            words.columns.lastSeenAt,
            words.columns.startedAt,
          ]}
        >
          {items.map((session) => (
            <SessionItem key={session.id} user={user} session={session} />
          ))}
        </RecordList>
      </QuerySection>
      {ending ? <EndSessionsDialog user={user} onClose={() => setEnding(false)} /> : null}
    </>
  )
}

function SessionItem({ user, session }: { user: UserView; session: ListedSession }) {
  const { sessions: words } = useUserPageMessages()
  const whyNot = useWhyNot()
  const toast = useToast()
  const end = useOperation(endSession)
  const device = session.device ?? words.unknownDevice
  const endNow = async () => {
    try {
      await end.mutateAsync({ userId: user.id, sessionId: session.id })
      toast.show({ text: words.ended(device) })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      toast.show({ tone: 'danger', text: thrown.message })
    }
  }
  return (
    <RecordItem
      title={device}
      marks={session.kind === 'token' ? <Badge dot="none">{words.token}</Badge> : undefined}
      detail={
        session.expiresAt ? (
          <>
            {words.expires} <DateTime value={session.expiresAt} />
          </>
        ) : undefined
      }
      cells={[
        { name: words.columns.place, value: <Place session={session} /> },
        { name: words.columns.lastSeenAt, value: <DateTime value={session.lastSeenAt} /> },
        { name: words.columns.startedAt, value: <DateTime value={session.startedAt} /> },
      ]}
      acts={
        <Button
          size="small"
          busy={end.isPending}
          aria-label={words.endOne(device)}
          disabledReason={whyNot(user, endSession)}
          onClick={() => void endNow()}
        >
          {words.end}
        </Button>
      }
    />
  )
}

function Place({ session: { place, address } }: { session: ListedSession }) {
  const { sessions: words } = useUserPageMessages()
  if (!place && !address) return <span className="rk-muted">{words.unknownPlace}</span>
  return (
    <span className="rk-record-place">
      {place ?? address}
      {place && address ? <span className="rk-muted"> {address}</span> : null}
    </span>
  )
}
