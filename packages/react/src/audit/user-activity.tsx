import {
  isOperationError,
  listUserAudit,
  type OutputOf,
  type UserView,
} from '@rosterkit/core/browser'
import { useEffect, useId, useState } from 'react'
import { useLocale } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { QuerySection } from '../operations/query-section.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { useCall } from '../operations/use-call.js'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { dateFormat } from '../ui/date-format.js'
import { exactInstant } from '../ui/date-time.js'
import { Icon } from '../ui/icons.js'
import { LinkButton } from '../ui/link-button.js'
import { useToast } from '../ui/toast.js'
import { Tooltip } from '../ui/tooltip.js'
import { useChangeWords } from './change-words.js'

/** One event, as the list gives it. */
export type ListedEvent = OutputOf<typeof listUserAudit>['items'][number]

/**
 * What was done to a person and tried (features row 34), day by day, latest first: who, what, why,
 * and before and after on demand.
 */
export function UserActivity({ user }: { user: UserView }) {
  const { activity: words } = useUserPageMessages()
  const { query, events, hasMore, loadingMore, showMore } = useActivity(user)
  const days = useDays(events)
  return (
    <QuerySection
      title={words.title}
      query={query}
      refusedTitle={words.refusedTitle}
      empty={events.length === 0}
      emptyIcon="clock"
      emptyTitle={words.emptyTitle}
      emptyText={words.emptyText}
    >
      <div className="rk-days">
        {days.map(({ name, items }) => (
          <Day key={items[0]!.id} name={name} events={items} user={user} />
        ))}
        {hasMore ? (
          <div className="rk-days-more">
            <Button busy={loadingMore} onClick={() => void showMore()}>
              {words.more}
            </Button>
          </div>
        ) : null}
      </div>
    </QuerySection>
  )
}

const pageSize = 25

/**
 * The latest events, asked anew whenever the person has changed, and before them those that were
 * asked for. Nothing of an audit changes, so what has been seen is kept.
 */
function useActivity(user: UserView) {
  const call = useCall()
  const toast = useToast()
  const query = useOperationQuery(listUserAudit, { userId: user.id, limit: pageSize })
  const [seen, setSeen] = useState<{
    readonly events: readonly ListedEvent[]
    readonly hasMore: boolean
  } | null>(null)
  const [loadingMore, setLoadingMore] = useState(false)
  const { refetch } = query
  useEffect(() => void refetch(), [refetch, user.version])

  const latest = query.data?.items ?? []
  const earlier = new Map(seen?.events.map((event) => [event.id, event]))
  // So much may have happened since that the two no longer meet; then the earlier ones are asked
  // for again.
  const meets = seen !== null && latest.some(({ id }) => earlier.has(id))
  for (const { id } of latest) earlier.delete(id)
  const events = meets ? [...latest, ...earlier.values()] : latest
  const hasMore = meets
    ? seen.hasMore
    : query.data !== undefined && query.data.nextBeforeSequence !== null

  const showMore = async () => {
    const last = events.at(-1)
    if (!last) return
    setLoadingMore(true)
    try {
      const page = await call(listUserAudit, {
        userId: user.id,
        limit: pageSize,
        beforeSequence: last.sequence,
      })
      setSeen({ events: [...events, ...page.items], hasMore: page.nextBeforeSequence !== null })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      toast.show({ tone: 'danger', text: thrown.message })
    }
    setLoadingMore(false)
  }
  return { query, events, hasMore, loadingMore, showMore }
}

function Day({
  name,
  events,
  user,
}: {
  name: string
  events: readonly ListedEvent[]
  user: UserView
}) {
  const id = useId()
  return (
    <div className="rk-day">
      <h4 id={id} className="rk-day-name">
        {name}
      </h4>
      <ol aria-labelledby={id} className="rk-deeds">
        {events.map((event) => (
          <Deed key={event.id} event={event} user={user} />
        ))}
      </ol>
    </div>
  )
}

function Deed({ event, user }: { event: ListedEvent; user: UserView }) {
  const { activity: words } = useUserPageMessages()
  const { locale, timeZone } = useLocale()
  const changeWords = useChangeWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const changes = event.changes.filter(changeWords.tells)
  const who =
    event.actor.kind === 'system'
      ? words.system
      : event.actor.kind === 'anonymous'
        ? words.nobody
        : event.actor.label
  const phrase = words.events[event.event]
  const whom = event.subject?.label ?? user.displayName
  const refused = event.outcome === 'refused'
  const sentence = phrase
    ? phrase[refused ? 'tried' : 'done'](who, whom)
    : words.other(who, event.event)
  return (
    <li className="rk-deed">
      <Tooltip content={exactInstant(event.at, locale, timeZone)}>
        <time dateTime={event.at} className="rk-deed-time">
          {dateFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(
            new Date(event.at),
          )}
        </time>
      </Tooltip>
      <div className="rk-deed-main">
        <div className="rk-deed-line">
          <span className="rk-deed-sentence">{sentence}</span>
          {refused ? (
            <Badge tone="warning" icon="alert">
              {words.refused}
            </Badge>
          ) : null}
          {changes.length > 0 ? (
            <LinkButton
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={words.showChanges(words.changes(changes.length), sentence)}
              className="rk-deed-opener"
              onClick={() => setOpen(!open)}
            >
              {words.changes(changes.length)}
            </LinkButton>
          ) : null}
        </div>
        {refused && event.failure ? (
          <p className="rk-deed-note">
            {words.failures[event.failure] ?? event.failure.replaceAll('_', ' ')}
          </p>
        ) : null}
        {event.reason ? <p className="rk-deed-note">{words.reason(event.reason)}</p> : null}
        {open ? (
          <dl id={id} className="rk-changes">
            {changes.map((change) => (
              <div key={change.field} className="rk-change">
                <dt className="rk-change-name">{changeWords.field(change.field)}</dt>
                <dd className="rk-change-values">
                  <span className="rk-spoken">{words.before}: </span>
                  <span className="rk-change-before">{changeWords.value(change.before)}</span>
                  <Icon name="arrow-right" />
                  <span className="rk-spoken">{words.after}: </span>
                  <span className="rk-change-after">{changeWords.value(change.after)}</span>
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </li>
  )
}

/** The events by the reader's calendar days, with the name of each day. */
function useDays(events: readonly ListedEvent[]) {
  const { activity: words } = useUserPageMessages()
  const { locale, timeZone } = useLocale()
  const [now] = useState(() => Date.now())
  const dayOf = (at: Date) =>
    dateFormat(locale, {
      timeZone,
      weekday: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
    }).format(at)
  const today = dayOf(new Date(now))
  const yesterday = dayOf(new Date(now - 86_400_000))
  const days: { day: string; name: string; items: ListedEvent[] }[] = []
  for (const event of events) {
    const day = dayOf(new Date(event.at))
    const last = days.at(-1)
    if (last?.day === day) last.items.push(event)
    else
      days.push({
        day,
        name: day === today ? words.today : day === yesterday ? words.yesterday : day,
        items: [event],
      })
  }
  return days
}
