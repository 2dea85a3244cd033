import { listSecrets, listUserMails, type UserView } from '@rosterkit/core/browser'
import { useEffect, useRef } from 'react'
import type { UserAct } from '../acts/acts.js'
import { useLocale } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { exactInstant } from '../ui/date-time.js'
import { Icon } from '../ui/icons.js'
import { LinkButton } from '../ui/link-button.js'
import { actsFor, decisionOn } from '../users/user-actions.js'
import { linkNotices, renewingAct, type Notice } from './link-notices.js'

/**
 * The links and codes that are open for a user or have run out unused, and the mails that did not
 * arrive (features rows 3 and 35). Nothing where there is nothing to say.
 */
export function OpenLinks({ user, onAct }: { user: UserView; onAct: (act: UserAct) => void }) {
  const notices = useNotices(user)
  if (notices.length === 0) return null
  return (
    <ul className="rk-notices">
      {notices.map((notice) => (
        <NoticeLine key={notice.key} notice={notice} user={user} onAct={onAct} />
      ))}
    </ul>
  )
}

function NoticeLine({
  notice: { tone, icon, text, detail, purpose },
  user,
  onAct,
}: {
  notice: Notice
  user: UserView
  onAct: (act: UserAct) => void
}) {
  const { secrets: words } = useUserPageMessages()
  const act = purpose && tone !== 'neutral' ? renewingAct[purpose] : undefined
  const possible =
    act !== undefined && actsFor(user).includes(act) && decisionOn(user, act)?.allowed !== false
  return (
    <li data-tone={tone} className="rk-notice">
      <Icon name={icon} />
      <span className="rk-notice-main">
        {text}{' '}
        {purpose && possible ? (
          <LinkButton onClick={() => onAct(act)}>{words.open[purpose].again}</LinkButton>
        ) : null}
        {detail ? <span className="rk-notice-detail">{detail}</span> : null}
      </span>
    </li>
  )
}

/** What there is to say about a user's links; an invitation that was never sent comes first. */
function useNotices(user: UserView): readonly Notice[] {
  const { secrets: words } = useUserPageMessages()
  const { locale, timeZone } = useLocale()
  const secrets = useOperationQuery(listSecrets, { userId: user.id })
  const mails = useOperationQuery(listUserMails, { userId: user.id })
  const { refetch: askSecrets } = secrets
  const { refetch: askMails } = mails
  const seen = useRef(user.version)
  // What changes a user can end their links or send them one.
  useEffect(() => {
    if (seen.current === user.version) return
    seen.current = user.version
    void askSecrets()
    void askMails()
  }, [user.version, askSecrets, askMails])
  if (!secrets.data || !mails.data) return []
  const notices = linkNotices(secrets.data.items, mails.data.items, words, (instant) =>
    exactInstant(instant, locale, timeZone, 'minute'),
  )
  const provisioned =
    user.status.reasons.some(({ status }) => status === 'PROVISIONED') &&
    user.signInRoute !== 'federated'
  if (!provisioned || notices.some(({ purpose }) => purpose === 'activation')) return notices
  const uninvited: Notice = {
    key: 'uninvited',
    tone: 'warning',
    icon: 'mail',
    text: words.uninvited,
    purpose: 'activation',
  }
  return [uninvited, ...notices]
}
