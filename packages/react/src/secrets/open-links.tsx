import { listSecrets, listUserMails, type OutputOf, type UserView } from '@rosterkit/core/browser'
import { useEffect, useRef } from 'react'
import type { UserAct } from '../acts/acts.js'
import { useLocale } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { exactInstant } from '../ui/date-time.js'
import { Icon, type IconName } from '../ui/icons.js'
import { LinkButton } from '../ui/link-button.js'
import { actsFor, decisionOn } from '../users/user-actions.js'

type ListedSecret = OutputOf<typeof listSecrets>['items'][number]
type ListedMail = OutputOf<typeof listUserMails>['items'][number]

/**
 * What is said of in the head of a page, and the act that makes a new one. A ceremony that somebody
 * has begun is nobody's business.
 */
const actOf = {
  activation: 'resend',
  recovery: 'resetPassword',
  enrolment: 'enrollmentLink',
  reset_code: 'resetCode',
} as const satisfies Record<string, UserAct>
type Purpose = keyof typeof actOf
const purposes = Object.keys(actOf) as Purpose[]

/** One line: what is open or over, and the way to a new one. */
interface Notice {
  readonly key: string
  readonly tone: 'neutral' | 'warning' | 'danger'
  readonly icon: IconName
  readonly text: string
  readonly detail?: string
  readonly purpose?: Purpose
}

/**
 * The links and codes that are open for a person or have run out unused, and the mails that did not
 * arrive (features rows 3 and 35). Nothing where there is nothing to say.
 */
export function OpenLinks({ user, onAct }: { user: UserView; onAct: (act: UserAct) => void }) {
  const { secrets: words } = useUserPageMessages()
  const { locale, timeZone } = useLocale()
  const secrets = useOperationQuery(listSecrets, { userId: user.id })
  const mails = useOperationQuery(listUserMails, { userId: user.id })
  const { refetch: askSecrets } = secrets
  const { refetch: askMails } = mails
  const seen = useRef(user.version)
  // What changes a person can end their links or send them one.
  useEffect(() => {
    if (seen.current === user.version) return
    seen.current = user.version
    void askSecrets()
    void askMails()
  }, [user.version, askSecrets, askMails])
  if (!secrets.data || !mails.data) return null
  const provisioned =
    user.status.reasons.some(({ status }) => status === 'PROVISIONED') &&
    user.signInRoute !== 'federated'
  const notices = noticesOf(secrets.data.items, mails.data.items)
  if (provisioned && !notices.some(({ purpose }) => purpose === 'activation'))
    notices.unshift({
      key: 'uninvited',
      tone: 'warning',
      icon: 'mail',
      text: words.uninvited,
      purpose: 'activation',
    })
  if (notices.length === 0) return null
  return (
    <ul className="rk-notices">
      {notices.map(({ key, tone, icon, text, detail, purpose }) => {
        const act = purpose && tone !== 'neutral' ? actOf[purpose] : undefined
        const possible =
          act !== undefined &&
          actsFor(user).includes(act) &&
          decisionOn(user, act)?.allowed !== false
        return (
          <li key={key} data-tone={tone} className="rk-notice">
            <Icon name={icon} />
            <span className="rk-notice-main">
              {text}{' '}
              {purpose && possible ? (
                <LinkButton onClick={() => onAct(actOf[purpose])}>
                  {words.open[purpose].again}
                </LinkButton>
              ) : null}
              {detail ? <span className="rk-notice-detail">{detail}</span> : null}
            </span>
          </li>
        )
      })}
    </ul>
  )

  function noticesOf(open: readonly ListedSecret[], sent: readonly ListedMail[]): Notice[] {
    const when = (instant: string) => exactInstant(instant, locale, timeZone, 'minute')
    const found: Notice[] = []
    const told = new Set<string>()
    for (const purpose of purposes) {
      const secret = open.find((candidate) => candidate.purpose === purpose)
      if (!secret) continue
      const what = words.open[purpose].name
      // The mails of its predecessors are older than it is.
      const mail = sent.find(
        ({ occasion, queuedAt }) => occasion === purpose && queuedAt >= secret.issuedAt,
      )
      if (mail) told.add(mail.id)
      const key = purpose
      const address = secret.sentTo[0] ?? mail?.address
      if (secret.expired)
        found.push({
          key,
          purpose,
          tone: 'warning',
          icon: 'clock',
          text: words.expired(what, when(secret.expiresAt)),
        })
      else if (mail?.state === 'failed')
        found.push({
          key,
          purpose,
          tone: 'danger',
          icon: 'alert',
          text: words.failed(what, mail.address),
          ...(mail.lastError ? { detail: words.failedText(mail.lastError) } : {}),
        })
      else if (mail?.state === 'queued' && mail.lastError && mail.dueAt)
        found.push({
          key,
          purpose,
          tone: 'warning',
          icon: 'clock',
          text: words.waiting(what, mail.address, when(mail.dueAt)),
          detail: words.failedText(mail.lastError),
        })
      else
        found.push({
          key,
          purpose,
          tone: 'neutral',
          icon: purpose === 'reset_code' || !address ? 'link' : 'mail',
          text: !address
            ? words.handedOver(what, when(secret.expiresAt))
            : mail?.state === 'queued'
              ? words.onItsWay(what, address, when(secret.expiresAt))
              : words.sentTo(what, address, when(secret.expiresAt)),
        })
    }
    // Of the rest only what failed and has not been followed by one that went out.
    for (const [index, mail] of sent.entries()) {
      if (
        mail.state !== 'failed' ||
        told.has(mail.id) ||
        sent
          .slice(0, index)
          .some(({ occasion, state }) => occasion === mail.occasion && state !== 'failed')
      )
        continue
      if (found.some(({ key }) => key === mail.occasion)) continue
      found.push({
        key: mail.occasion,
        tone: 'danger',
        icon: 'alert',
        text: words.failed(
          isPurpose(mail.occasion) ? words.open[mail.occasion].name : words.notices,
          mail.address,
        ),
        ...(mail.lastError ? { detail: words.failedText(mail.lastError) } : {}),
      })
    }
    return found
  }
}

const isPurpose = (occasion: string): occasion is Purpose => occasion in actOf
