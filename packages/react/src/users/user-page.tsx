import { getUser, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import type { UserAct } from '../acts/acts.js'
import { UserActivity } from '../audit/user-activity.js'
import { UserAuthenticators } from '../authenticators/user-authenticators.js'
import { UserResources } from '../groups/user-resources.js'
import { useMessages } from '../messages/messages-provider.js'
import { useDecisionWords } from '../messages/decision-words.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { useOrganizations } from '../organizations/use-organizations.js'
import { SsoNotice } from '../organizations/sso-notice.js'
import { useRoster } from '../provider/roster-context.js'
import { OpenLinks } from '../secrets/open-links.js'
import { UserSessions } from '../sessions/user-sessions.js'
import { Button } from '../ui/button.js'
import { DateTime } from '../ui/date-time.js'
import { IconButton } from '../ui/icon-button.js'
import { Menu } from '../ui/menu.js'
import { Skeleton } from '../ui/skeleton.js'
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.js'
import { StatusBadge } from './status-badge.js'
import { UserAccess } from './user-access.js'
import { UserActDialog } from './user-act-dialog.js'
import { actsFor, decisionOn, userMenu } from './user-actions.js'
import { UserProfile } from './user-profile.js'

/** What the page of a person takes. */
export interface UserPageProps {
  userId: string
  /** Shows the way back to the list. */
  onBack?: (() => void) | undefined
}

const panels = {
  profile: UserProfile,
  access: UserAccess,
  authenticators: UserAuthenticators,
  resources: UserResources,
  sessions: UserSessions,
  activity: UserActivity,
}
type PageTab = keyof typeof panels
const tabs = Object.keys(panels) as PageTab[]

/**
 * The page of one person: who they are and how they stand, the act that their state calls for, and
 * their details by tab.
 */
export function UserPage({ userId, onBack }: UserPageProps) {
  const { users } = useMessages()
  const { tabs: tabNames, page } = useUserPageMessages()
  const { urlState } = useRoster()
  const [url, setUrl] = urlState()
  const query = useOperationQuery(getUser, { userId })
  const user = query.data
  const tab: PageTab = tabs.find((name) => name === url['tab']) ?? 'profile'
  return (
    <section
      aria-label={user?.displayName ?? users.title}
      aria-busy={query.isPending || undefined}
      className="rk-user-page"
    >
      {onBack ? (
        <Button
          variant="ghost"
          size="small"
          icon="chevron-left"
          className="rk-user-back"
          onClick={onBack}
        >
          {page.back}
        </Button>
      ) : null}
      {query.error ? (
        <RefusalCallout
          error={query.error}
          title={page.notFoundTitle}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : user ? (
        <UserHead user={user} onGone={onBack} />
      ) : (
        <HeadSkeleton />
      )}
      {user && !query.error ? (
        <Tabs
          value={tab}
          onValueChange={(name) => {
            const { tab: _, asOf: __, ...others } = url
            setUrl(name === 'profile' ? others : { ...others, tab: name })
          }}
        >
          <TabList aria-label={user.displayName}>
            {tabs.map((name) => (
              <Tab key={name} value={name}>
                {tabNames[name]}
              </Tab>
            ))}
          </TabList>
          {tabs.map((name) => {
            const Panel = panels[name]
            return (
              <TabPanel key={name} value={name}>
                <Panel user={user} />
              </TabPanel>
            )
          })}
        </Tabs>
      ) : null}
    </section>
  )
}

/**
 * The one act that a state calls for, beside which all others are in the menu; a lock comes before
 * what waits behind it.
 */
function callFor(user: UserView): UserAct | undefined {
  const offered = actsFor(user)
  return (['restore', 'unlock', 'reactivate', 'activate', 'resend'] as const).find((act) =>
    offered.includes(act),
  )
}

function UserHead({ user, onGone }: { user: UserView; onGone: (() => void) | undefined }) {
  const { page, acts: words } = useUserPageMessages()
  const inWords = useDecisionWords()
  const organizations = useOrganizations()
  const [act, setAct] = useState<UserAct | null>(null)
  const primary = callFor(user)
  return (
    <header className="rk-user-head">
      <div className="rk-user-head-main">
        <div className="rk-user-head-line">
          <h2 className="rk-user-head-name">{user.displayName}</h2>
          <StatusBadge user={user} />
        </div>
        <p className="rk-user-head-detail">
          <span className="rk-user-head-part">{user.userName}</span>
          <span className="rk-user-head-part">
            {user.lineage.map(({ name }) => name).join(' / ')}
          </span>
          <span className="rk-user-head-part">
            {user.lastSignedInAt === null ? (
              page.neverSignedIn
            ) : (
              <>
                {page.lastSignedIn} <DateTime value={user.lastSignedInAt} />
              </>
            )}
          </span>
        </p>
      </div>
      <div className="rk-user-head-acts">
        {primary ? (
          <Button
            variant="primary"
            disabledReason={inWords(decisionOn(user, primary))}
            onClick={() => setAct(primary)}
          >
            {words[primary].menu}
          </Button>
        ) : null}
        <Menu
          label={page.more(user.displayName)}
          entries={userMenu(user, words, inWords, { onAct: setAct })}
        >
          <IconButton icon="more" variant="secondary" label={page.more(user.displayName)} />
        </Menu>
      </div>
      <OpenLinks user={user} onAct={setAct} />
      <SsoNotice organizations={organizations.filter(({ id }) => id === user.organization.id)} />
      {act ? (
        <UserActDialog
          key={act}
          act={act}
          user={user}
          open
          onOpenChange={() => setAct(null)}
          onGone={onGone}
        />
      ) : null}
    </header>
  )
}

function HeadSkeleton() {
  return (
    <div className="rk-user-head">
      <div className="rk-user-head-main">
        <Skeleton style={{ inlineSize: 220, blockSize: 24 }} />
        <Skeleton style={{ inlineSize: 340 }} />
      </div>
    </div>
  )
}
