import type { listSecrets, listUserMails, OutputOf } from '@rosterkit/core/browser'
import type { UserAct } from '../acts/acts.js'
import type { UserPageMessages } from '../messages/en-user-page.js'
import type { IconName } from '../ui/icons.js'

export type ListedSecret = OutputOf<typeof listSecrets>['items'][number]
export type ListedMail = OutputOf<typeof listUserMails>['items'][number]

/**
 * The links and codes that the head of a page shows, and the act that makes a new one. A ceremony
 * that a user has begun is not shown.
 */
export const renewingAct = {
  activation: 'resend',
  recovery: 'resetPassword',
  enrolment: 'enrollmentLink',
  reset_code: 'resetCode',
} as const satisfies Record<string, UserAct>

export type Purpose = keyof typeof renewingAct
const purposes = Object.keys(renewingAct) as Purpose[]
const isPurpose = (occasion: string): occasion is Purpose => occasion in renewingAct

/** One line: what is open or over, and the way to a new one. */
export interface Notice {
  readonly key: string
  readonly tone: 'neutral' | 'warning' | 'danger'
  readonly icon: IconName
  readonly text: string
  readonly detail?: string
  readonly purpose?: Purpose
}

type Words = UserPageMessages['secrets']
type When = (instant: string) => string

/** The notices of these links and of the mails that were sent, latest first. */
export function linkNotices(
  open: readonly ListedSecret[],
  sent: readonly ListedMail[],
  words: Words,
  when: When,
): Notice[] {
  const notices: Notice[] = []
  const covered = new Set<string>()
  for (const purpose of purposes) {
    const secret = open.find((candidate) => candidate.purpose === purpose)
    if (!secret) continue
    // The mails of its predecessors are older than it is.
    const mail = sent.find(
      ({ occasion, queuedAt }) => occasion === purpose && queuedAt >= secret.issuedAt,
    )
    if (mail) covered.add(mail.id)
    notices.push({ key: purpose, purpose, ...secretNotice(purpose, secret, mail, words, when) })
  }
  // Of the rest only what failed and has not been followed by one that went out.
  for (const [index, mail] of sent.entries()) {
    const followed = sent
      .slice(0, index)
      .some(({ occasion, state }) => occasion === mail.occasion && state !== 'failed')
    if (mail.state !== 'failed' || covered.has(mail.id) || followed) continue
    if (notices.some(({ key }) => key === mail.occasion)) continue
    const what = isPurpose(mail.occasion) ? words.open[mail.occasion].name : words.notices
    notices.push({ key: mail.occasion, ...failedNotice(what, mail, words) })
  }
  return notices
}

function secretNotice(
  purpose: Purpose,
  secret: ListedSecret,
  mail: ListedMail | undefined,
  words: Words,
  when: When,
): Omit<Notice, 'key' | 'purpose'> {
  const what = words.open[purpose].name
  const expires = when(secret.expiresAt)
  const address = secret.sentTo[0] ?? mail?.address
  if (secret.expired) return { tone: 'warning', icon: 'clock', text: words.expired(what, expires) }
  if (mail?.state === 'failed') return failedNotice(what, mail, words)
  if (mail?.state === 'queued' && mail.lastError && mail.dueAt)
    return {
      tone: 'warning',
      icon: 'clock',
      text: words.waiting(what, mail.address, when(mail.dueAt)),
      detail: words.failedText(mail.lastError),
    }
  if (!address) return { tone: 'neutral', icon: 'link', text: words.handedOver(what, expires) }
  return {
    tone: 'neutral',
    icon: purpose === 'reset_code' ? 'link' : 'mail',
    text:
      mail?.state === 'queued'
        ? words.onItsWay(what, address, expires)
        : words.sentTo(what, address, expires),
  }
}

const failedNotice = (what: string, mail: ListedMail, words: Words) =>
  ({
    tone: 'danger',
    icon: 'alert',
    text: words.failed(what, mail.address),
    ...(mail.lastError ? { detail: words.failedText(mail.lastError) } : {}),
  }) as const
