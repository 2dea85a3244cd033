import {
  beginSecurityKey,
  deleteAuthenticator,
  issueEnrolmentLink,
  listAuthenticators,
  lockAuthenticator,
  resetAuthenticators,
  unlockAuthenticator,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { QuerySection } from '../operations/query-section.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Button } from '../ui/button.js'
import { DateTime } from '../ui/date-time.js'
import { Facts } from '../ui/explanation.js'
import { IconButton } from '../ui/icon-button.js'
import { Menu, type MenuEntry } from '../ui/menu.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { useWhyNot } from '../users/why-not.js'
import { AuthenticatorBadge, type ListedAuthenticator } from './authenticator-badge.js'
import { EnrolSecurityKeyDialog } from './enrol-security-key-dialog.js'
import { EnrolmentLinkDialog } from './enrolment-link-dialog.js'
import { ResetAuthenticatorsDialog } from './reset-authenticators-dialog.js'

type Act = 'lock' | 'unlock' | 'delete'

const operations = {
  lock: lockAuthenticator,
  unlock: unlockAuthenticator,
  delete: deleteAuthenticator,
}

/**
 * The authenticators of a person (features row 15): what each is, how it stands and why, when it
 * was used; lock, unlock, delete, and reset them all.
 */
export function UserAuthenticators({ user }: { user: UserView }) {
  const { authenticators: words } = useUserPageMessages()
  const query = useOperationQuery(listAuthenticators, { userId: user.id })
  const [dialog, setDialog] = useState<{
    readonly act: Act
    readonly authenticator: ListedAuthenticator
  } | null>(null)
  const [opened, setOpened] = useState<DialogName | null>(null)
  const close = () => setOpened(null)
  const items = query.data?.items ?? []
  return (
    <>
      <QuerySection
        title={words.title}
        count={items.length}
        acts={<SectionActs user={user} resettable={items.length > 0} onOpen={setOpened} />}
        query={query}
        refusedTitle={words.refusedTitle}
        empty={items.length === 0}
        emptyIcon="key"
        emptyTitle={words.emptyTitle}
        emptyText={words.emptyText}
      >
        <RecordList
          aria-label={words.title}
          headings={[
            words.columns.name,
            words.columns.state,
            words.columns.lastUsedAt,
            words.columns.registeredAt,
          ]}
        >
          {items.map((authenticator) => (
            <AuthenticatorItem
              key={authenticator.id}
              user={user}
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
          text={words[dialog.act].text(user.displayName)}
          verb={words[dialog.act].verb}
          danger={dialog.act !== 'unlock'}
          toInput={(reason) => ({
            userId: user.id,
            authenticatorId: dialog.authenticator.id,
            ...reason,
          })}
          doneText={() => words[dialog.act].done(dialog.authenticator.name)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {opened === 'reset' ? <ResetAuthenticatorsDialog user={user} onClose={close} /> : null}
      {opened === 'enrol' ? <EnrolSecurityKeyDialog user={user} onClose={close} /> : null}
      {opened === 'link' ? <EnrolmentLinkDialog user={user} onClose={close} /> : null}
    </>
  )
}

type DialogName = 'reset' | 'enrol' | 'link'

function SectionActs({
  user,
  resettable,
  onOpen,
}: {
  user: UserView
  resettable: boolean
  onOpen: (dialog: DialogName) => void
}) {
  const { authenticators: words, secrets } = useUserPageMessages()
  const whyNot = useWhyNot()
  return (
    <div className="rk-user-section-acts">
      {resettable ? (
        <Button
          size="small"
          icon="refresh"
          disabledReason={whyNot(user, resetAuthenticators)}
          onClick={() => onOpen('reset')}
        >
          {words.reset.act}
        </Button>
      ) : null}
      <Menu
        label={words.add}
        entries={[
          {
            id: 'enrol',
            label: words.enrol.act,
            icon: 'key',
            disabledReason: whyNot(user, beginSecurityKey),
            onSelect: () => onOpen('enrol'),
          },
          {
            id: 'link',
            label: secrets.enrolment.act,
            icon: 'link',
            disabledReason: whyNot(user, issueEnrolmentLink),
            onSelect: () => onOpen('link'),
          },
        ]}
      >
        <Button size="small" icon="plus" iconEnd="chevron-down">
          {words.add}
        </Button>
      </Menu>
    </div>
  )
}

function AuthenticatorItem({
  user,
  authenticator,
  onAct,
}: {
  user: UserView
  authenticator: ListedAuthenticator
  onAct: (act: Act) => void
}) {
  const page = useUserPageMessages()
  const whyNot = useWhyNot()
  const { ui } = useMessages()
  const words = page.authenticators
  const { name, type, state, lastUsedAt, registeredAt, details } = authenticator
  const lockRefusal =
    whyNot(user, lockAuthenticator) ?? (state === 'pending' ? words.notWhilePending : undefined)
  const entry = (
    act: Act,
    icon: 'lock' | 'unlock' | 'trash',
    disabledReason: string | undefined,
  ): MenuEntry => ({
    id: act,
    label: words.menu[act],
    icon,
    disabledReason,
    ...(act === 'delete' ? { tone: 'danger' as const } : {}),
    onSelect: () => onAct(act),
  })
  const locked = state === 'locked_by_user' || state === 'locked_by_administrator'
  const entries: MenuEntry[] = [
    ...(state === 'locked_by_administrator' ? [] : [entry('lock', 'lock', lockRefusal)]),
    ...(locked ? [entry('unlock', 'unlock', whyNot(user, unlockAuthenticator))] : []),
    'separator',
    entry('delete', 'trash', whyNot(user, deleteAuthenticator)),
  ]
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
        <Menu label={ui.table.rowActions(name)} entries={entries}>
          <IconButton icon="more" label={ui.table.rowActions(name)} tooltip={null} />
        </Menu>
      }
      moreLabel={page.details(name)}
      more={
        <Facts
          facts={[
            { name: words.facts.product, value: details.product },
            { name: words.facts.model, value: details.model },
            { name: words.facts.os, value: details.os },
            { name: words.facts.browser, value: details.browser },
            {
              name: words.facts.aaguid,
              value: details.aaguid ? <code className="rk-code">{details.aaguid}</code> : undefined,
            },
            {
              name: words.facts.registeredAt,
              value: <DateTime value={registeredAt} format="exact" />,
            },
            { name: words.facts.lastUsedAt, value: <DateTime value={lastUsedAt} format="exact" /> },
          ]}
        />
      }
    />
  )
}
