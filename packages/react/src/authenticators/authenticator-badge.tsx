import type { listAuthenticators, OutputOf } from '@rosterkit/core/browser'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import type { BadgeProps } from '../ui/badge.js'
import { exactInstant } from '../ui/date-time.js'
import { Explanation, Facts, PanelTitle } from '../ui/explanation.js'

/** One authenticator of a user, as the list gives it. */
export type ListedAuthenticator = OutputOf<typeof listAuthenticators>['items'][number]

const looks: Record<ListedAuthenticator['state'], Pick<BadgeProps, 'tone' | 'dot' | 'icon'>> = {
  pending: { tone: 'warning', dot: 'ring' },
  active: { tone: 'plain' },
  locked_by_user: { tone: 'warning', icon: 'lock' },
  locked_by_administrator: { tone: 'danger', icon: 'lock' },
  revoked: { tone: 'neutral', icon: 'trash' },
}

/** How an authenticator stands; on hover, focus or touch it says who, why and since when. */
export function AuthenticatorBadge({
  authenticator: { state, stateActor, stateReason, stateSinceAt },
}: {
  authenticator: ListedAuthenticator
}) {
  const { authenticators: words } = useUserPageMessages()
  const { users } = useMessages()
  const { locale, timeZone } = useLocale()
  const facts = [
    {
      name: words.facts.by,
      value: stateActor.kind === 'system' ? users.explanation.system : stateActor.label,
    },
    { name: words.facts.reason, value: stateReason ?? '' },
    { name: words.facts.since, value: exactInstant(stateSinceAt, locale, timeZone) },
  ].filter(({ value }) => value !== '')
  return (
    <Explanation
      {...looks[state]}
      description={[
        words.stateMeaning[state],
        ...facts.map(({ name, value }) => users.explanation.fact(name, value)),
      ].join(' ')}
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
