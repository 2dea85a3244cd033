import { getUser, type UserView } from '@rosterkit/core/browser'
import { useRef, useState } from 'react'
import { useLocale } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { UserPersonas } from '../personas/user-personas.js'
import { useRoster } from '../provider/roster-context.js'
import { UserRoles } from '../roles/user-roles.js'
import { Button } from '../ui/button.js'
import { Callout } from '../ui/callout.js'
import { exactInstant } from '../ui/date-time.js'
import { DateTimeInput } from '../ui/date-time-input.js'
import { Field } from '../ui/field.js'
import { StatusBadge } from './status-badge.js'

// A year that is being typed passes through the first two thousand.
const earliest = '1970-01-01T00:00:00.000Z'

/**
 * What a person may do: their roles, and their personas where the host has any; now, or as of
 * another instant (features rows 13 and 29), when nothing can be changed.
 */
export function UserAccess({ user }: { user: UserView }) {
  const { asOf: words } = useUserPageMessages()
  const { urlState } = useRoster()
  const [{ asOf, ...others }, setUrl] = urlState()
  const asOfAt = asOf !== undefined && !Number.isNaN(Date.parse(asOf)) ? asOf : null
  const field = useRef<HTMLInputElement>(null)
  const [typing, setTyping] = useState<string | null>(null)
  const show = (instant: string | null) =>
    setUrl(instant === null ? others : { ...others, asOf: instant }, { replace: true })
  const enter = (instant: string | null) => {
    const early = instant !== null && instant < earliest
    setTyping(early ? instant : null)
    if (!early) show(instant)
  }
  return (
    <div className="rk-user-sections">
      <Field label={words.label} hint={words.hint} className="rk-as-of">
        <DateTimeInput ref={field} value={typing ?? asOfAt} onValueChange={enter} />
      </Field>
      {asOfAt === null ? (
        <>
          <UserRoles user={user} />
          <UserPersonas user={user} />
        </>
      ) : (
        <AccessPreview
          userId={user.id}
          asOfAt={asOfAt}
          onBack={() => {
            show(null)
            field.current?.focus()
          }}
        />
      )}
    </div>
  )
}

/** What is set today, as it stands at another instant. */
function AccessPreview({
  userId,
  asOfAt,
  onBack,
}: {
  userId: string
  asOfAt: string
  onBack: () => void
}) {
  const { asOf: words } = useUserPageMessages()
  const { locale, timeZone } = useLocale()
  const query = useOperationQuery(getUser, { userId, asOfAt }, { keepPrevious: true })
  return (
    <>
      <Callout
        role="status"
        tone="accent"
        icon="clock"
        title={words.title(exactInstant(asOfAt, locale, timeZone, 'minute'))}
        actions={
          <Button size="small" onClick={onBack}>
            {words.back}
          </Button>
        }
      >
        {words.text}
        {query.data ? (
          <div className="rk-as-of-status">
            {words.status} <StatusBadge user={query.data} />
          </div>
        ) : null}
      </Callout>
      {query.error ? (
        <RefusalCallout
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : query.data ? (
        <>
          <UserRoles user={query.data} preview />
          <UserPersonas user={query.data} asOfAt={asOfAt} />
        </>
      ) : null}
    </>
  )
}
