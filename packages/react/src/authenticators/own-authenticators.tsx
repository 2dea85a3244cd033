import {
  listOwnAuthenticators,
  lockOwnAuthenticator,
  unlockOwnAuthenticator,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { QuerySection } from '../operations/query-section.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Button } from '../ui/button.js'
import { DateTime } from '../ui/date-time.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { AuthenticatorBadge, type ListedAuthenticator } from './authenticator-badge.js'

const operations = { lock: lockOwnAuthenticator, unlock: unlockOwnAuthenticator }

/**
 * The authenticators of whoever is signed in (features row 25): lock one that is lost, and unlock
 * it when it turns up. An administrator's lock stays.
 */
export function OwnAuthenticators() {
  const { authenticators: words, ownAuthenticators: own } = useUserPageMessages()
  const query = useOperationQuery(listOwnAuthenticators, {})
  const [dialog, setDialog] = useState<{
    readonly act: keyof typeof operations
    readonly authenticator: ListedAuthenticator
  } | null>(null)
  const items = query.data?.items ?? []
  return (
    <>
      <QuerySection
        title={own.title}
        count={items.length}
        query={query}
        refusedTitle={words.refusedTitle}
        empty={items.length === 0}
        emptyIcon="key"
        emptyTitle={words.emptyTitle}
        emptyText={own.emptyText}
      >
        <RecordList
          aria-label={own.title}
          headings={[
            words.columns.name,
            words.columns.state,
            words.columns.lastUsedAt,
            words.columns.registeredAt,
          ]}
        >
          {items.map((authenticator) => (
            <OwnAuthenticator
              key={authenticator.id}
              authenticator={authenticator}
              onAct={(act) => setDialog({ act, authenticator })}
            />
          ))}
        </RecordList>
      </QuerySection>
      {dialog ? (
        <CommandDialog
          key={`${dialog.act} ${dialog.authenticator.id}`}
          operation={operations[dialog.act]}
          title={words[dialog.act].title(dialog.authenticator.name)}
          text={own[dialog.act]}
          verb={words[dialog.act].verb}
          danger={dialog.act === 'lock'}
          toInput={(reason) => ({ authenticatorId: dialog.authenticator.id, ...reason })}
          doneText={() => words[dialog.act].done(dialog.authenticator.name)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  )
}

function OwnAuthenticator({
  authenticator,
  onAct,
}: {
  authenticator: ListedAuthenticator
  onAct: (act: keyof typeof operations) => void
}) {
  const { ui } = useMessages()
  const { authenticators: words, ownAuthenticators: own } = useUserPageMessages()
  const { name, type, state, lastUsedAt, registeredAt, details } = authenticator
  const act = state === 'active' || state === 'pending' ? 'lock' : 'unlock'
  const refusal =
    state === 'pending'
      ? words.notWhilePending
      : state === 'locked_by_administrator'
        ? own.notYours
        : undefined
  return (
    <RecordItem
      title={name}
      detail={[words.types[type], details.product].filter(Boolean).join(ui.comma)}
      cells={[
        {
          name: words.columns.state,
          value: <AuthenticatorBadge authenticator={authenticator} />,
          selfEvident: true,
        },
        { name: words.columns.lastUsedAt, value: <DateTime value={lastUsedAt} /> },
        { name: words.columns.registeredAt, value: <DateTime value={registeredAt} /> },
      ]}
      acts={
        <Button
          size="small"
          icon={act}
          aria-label={own.actOn(words.menu[act], name)}
          disabledReason={refusal}
          onClick={() => onAct(act)}
        >
          {words.menu[act]}
        </Button>
      }
    />
  )
}
