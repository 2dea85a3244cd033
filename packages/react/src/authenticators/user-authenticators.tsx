import { deleteAuthenticator, listAuthenticators, lockAuthenticator, resetAuthenticators, unlockAuthenticator, type OutputOf, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { QuerySection } from '../operations/query-section.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import type { BadgeProps } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { DateTime, exactInstant } from '../ui/date-time.js'
import { Explanation, Facts, PanelTitle } from '../ui/explanation.js'
import { IconButton } from '../ui/icon-button.js'
import { Menu, type MenuEntry } from '../ui/menu.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { whyNot } from '../users/why-not.js'
import { ResetAuthenticatorsDialog } from './reset-authenticators-dialog.js'

/** One authenticator of a person, as the list gives it. */
export type ListedAuthenticator = OutputOf<typeof listAuthenticators>['items'][number]
type State = ListedAuthenticator['state']
type Act = 'lock' | 'unlock' | 'delete'

const operations = { lock: lockAuthenticator, unlock: unlockAuthenticator, delete: deleteAuthenticator }

const looks: Record<State, Pick<BadgeProps, 'tone' | 'dot' | 'icon'>> = {
  pending: { tone: 'warning', dot: 'ring' },
  active: { tone: 'plain' },
  locked_by_user: { tone: 'warning', icon: 'lock' },
  locked_by_administrator: { tone: 'danger', icon: 'lock' },
  revoked: { tone: 'neutral', icon: 'trash' },
}

/** The authenticators of a person (features row 15): what each is, how it stands and why, when it was used; lock, unlock, delete, and reset them all. */
export function UserAuthenticators({ user }: { user: UserView }) {
  const { authenticators: words } = useUserPageMessages()
  const query = useOperationQuery(listAuthenticators, { userId: user.id })
  const [dialog, setDialog] = useState<{ readonly act: Act; readonly authenticator: ListedAuthenticator } | null>(null)
  const [resetting, setResetting] = useState(false)
  const items = query.data?.items ?? []
  return (
    <>
      <QuerySection
        title={words.title}
        count={items.length}
        acts={
          items.length > 0 ? (
            <Button size="small" icon="refresh" disabledReason={whyNot(user, resetAuthenticators)} onClick={() => setResetting(true)}>
              {words.reset.act}
            </Button>
          ) : undefined
        }
        query={query}
        refusedTitle={words.refusedTitle}
        empty={items.length === 0}
        emptyIcon="key"
        emptyTitle={words.emptyTitle}
        emptyText={words.emptyText}
      >
        <RecordList aria-label={words.title} headings={[words.columns.name, words.columns.state, words.columns.lastUsedAt, words.columns.registeredAt]}>
          {items.map((authenticator) => (
            <AuthenticatorItem key={authenticator.id} user={user} authenticator={authenticator} onAct={(act) => setDialog({ act, authenticator })} />
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
          toInput={(reason) => ({ userId: user.id, authenticatorId: dialog.authenticator.id, ...reason })}
          told={() => words[dialog.act].done(dialog.authenticator.name)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {resetting ? <ResetAuthenticatorsDialog user={user} onClose={() => setResetting(false)} /> : null}
    </>
  )
}

function AuthenticatorItem({ user, authenticator, onAct }: { user: UserView; authenticator: ListedAuthenticator; onAct: (act: Act) => void }) {
  const page = useUserPageMessages()
  const { ui } = useMessages()
  const words = page.authenticators
  const { name, type, state, lastUsedAt, registeredAt, details } = authenticator
  const lockRefusal = whyNot(user, lockAuthenticator) ?? (state === 'pending' ? words.notWhilePending : undefined)
  const entry = (act: Act, icon: 'lock' | 'unlock' | 'trash', disabledReason: string | undefined): MenuEntry => ({ id: act, label: words.menu[act], icon, disabledReason, ...(act === 'delete' ? { tone: 'danger' as const } : {}), onSelect: () => onAct(act) })
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
      detail={[words.types[type], details.product].filter(Boolean).join(', ')}
      cells={[
        { name: words.columns.state, value: <StateBadge authenticator={authenticator} />, selfEvident: true },
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
            { name: words.facts.aaguid, value: details.aaguid ? <code className="rk-code">{details.aaguid}</code> : undefined },
            { name: words.facts.registeredAt, value: <DateTime value={registeredAt} format="exact" /> },
            { name: words.facts.lastUsedAt, value: <DateTime value={lastUsedAt} format="exact" /> },
          ]}
        />
      }
    />
  )
}

/** How an authenticator stands; on hover, focus or touch it says who, why and since when. */
function StateBadge({ authenticator: { state, stateActor, stateReason, stateSinceAt } }: { authenticator: ListedAuthenticator }) {
  const { authenticators: words } = useUserPageMessages()
  const { users } = useMessages()
  const { locale, timeZone } = useLocale()
  const facts = [
    { name: words.facts.by, value: stateActor.kind === 'system' ? users.explanation.system : stateActor.label },
    { name: words.facts.reason, value: stateReason ?? '' },
    { name: words.facts.since, value: exactInstant(stateSinceAt, locale, timeZone) },
  ].filter(({ value }) => value !== '')
  return (
    <Explanation
      {...looks[state]}
      description={[words.stateMeaning[state], ...facts.map(({ name, value }) => `${name}: ${value}.`)].join(' ')}
      content={() => (
        <>
          <PanelTitle>{words.stateMeaning[state]}</PanelTitle>
          <Facts facts={facts} />
        </>
      )}
    >
      {words.states[state]}
    </Explanation>
  )
}
