import type { Status, StatusReason, UserView } from '@rosterkit/core/browser'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useSentence } from '../messages/server-sentence.js'
import type { BadgeProps } from '../ui/badge.js'
import { exactInstant } from '../ui/date-time.js'
import { Explanation, Facts, PanelText, PanelTitle } from '../ui/explanation.js'

type Look = Pick<BadgeProps, 'tone' | 'dot' | 'icon'>

const looks: Record<Status, Look> = {
  ACTIVE: { tone: 'plain' },
  RECOVERY: { tone: 'warning' },
  AWAITING_NEW_PASSWORD: { tone: 'warning' },
  PROVISIONED: { tone: 'warning', dot: 'ring' },
  STAGED: { tone: 'neutral', dot: 'ring' },
  AUTO_LOCKED: { tone: 'danger', icon: 'lock' },
  LOCKED_BY_ADMIN: { tone: 'danger', icon: 'lock' },
  LOCKED_BY_ORGANIZATION: { tone: 'danger', icon: 'building' },
  NOT_YET_VALID: { tone: 'neutral', icon: 'clock' },
  NO_LONGER_VALID: { tone: 'neutral', icon: 'clock' },
  DEACTIVATED: { tone: 'neutral', icon: 'pause' },
  DELETED: { tone: 'neutral', icon: 'trash' },
}

/** What {@link StatusBadge} shows. */
export interface StatusBadgeProps {
  user: Pick<UserView, 'status'>
  className?: string | undefined
}

/**
 * A person's status in a word; on hover, focus or touch it says who, why, since when, until when,
 * and what happens next (features row 26).
 */
export function StatusBadge({ user, className }: StatusBadgeProps) {
  const { ui, users } = useMessages()
  const inWords = useSentence()
  const { locale, timeZone } = useLocale()
  const { status, reasons, nextChangeAt } = user.status
  const when = (instant: string) => exactInstant(instant, locale, timeZone)
  const reason = reasons[0]
  const others = reasons
    .slice(1)
    .map((other) => users.status[other.status])
    .join(ui.comma)
  const facts = reason ? factsOf(reason) : []

  function factsOf({ actor, reason: why, lockKind, organization, sinceAt, untilAt }: StatusReason) {
    const words = users.explanation
    return [
      { name: words.by, value: actor?.kind === 'system' ? words.system : actor?.label },
      { name: words.cause, value: lockKind === null ? undefined : users.lockKind[lockKind] },
      { name: words.organization, value: organization?.name },
      {
        name: words.reason,
        value:
          why === null
            ? undefined
            : lockKind === null || actor?.kind !== 'system'
              ? why
              : inWords(why),
      },
      { name: words.since, value: sinceAt ? when(sinceAt) : undefined },
      {
        name: words.until,
        value: untilAt ? when(untilAt) : lockKind === null ? undefined : words.untilLifted,
      },
    ].filter(({ value }) => value)
  }

  const spoken = [
    users.statusMeaning[status],
    ...facts.map(({ name, value }) => users.explanation.fact(name, value ?? '')),
    ...(others ? [users.explanation.also(others)] : []),
    ...(nextChangeAt ? [users.explanation.next(when(nextChangeAt))] : []),
  ].join(' ')
  return (
    <Explanation
      {...looks[status]}
      className={className}
      description={spoken}
      content={() => (
        <>
          <PanelTitle>{users.statusMeaning[status]}</PanelTitle>
          <Facts facts={facts} />
          {others ? <PanelText>{users.explanation.also(others)}</PanelText> : null}
          {nextChangeAt ? (
            <PanelText>{users.explanation.next(when(nextChangeAt))}</PanelText>
          ) : null}
        </>
      )}
    >
      {users.status[status]}
    </Explanation>
  )
}
