import type { UserContext } from '../../context.js'
import { displayName, primaryEmail, type User } from '../../domain/users/user.js'
import type { MailContent, MailOccasion } from '../../domain/mail/mail-content.js'
import type { OutboxItem } from '../../domain/outbox/outbox-item.js'

/**
 * Queues a message to the user of the context, in its transaction. Does nothing if the host sends
 * no email.
 */
export async function queueMail(
  { tx, at, newId, services, subject, mailQueued }: UserContext,
  {
    occasion,
    address,
    secretId = null,
    about = {},
  }: {
    readonly occasion: MailOccasion
    readonly address: string
    readonly secretId?: string | null
    readonly about?: Pick<MailContent, 'factor' | 'former' | 'present'>
  },
): Promise<void> {
  if (services.mail === null) return
  const { user, lineage } = subject
  const mail: OutboxItem = {
    id: newId(),
    version: 1,
    organizationId: user.organizationId,
    userId: user.id,
    state: 'queued',
    queuedAt: at,
    dueAt: at,
    attempts: 0,
    sentAt: null,
    lastError: null,
    task: {
      kind: 'write',
      to: { name: displayName(user), address },
      language: user.locale,
      content: {
        occasion,
        person: { displayName: displayName(user), userName: user.userName },
        organization: lineage.at(-1)?.name ?? '',
        at,
        ...about,
      },
      secretId,
    },
  }
  await tx.outbox.add(mail)
  mailQueued()
}

/**
 * Tells the user that something about how they sign in has changed, at every address that they
 * have shown to read, and at the primary one before any has been (SP 800-63B-4 §4.6; security row
 * 45).
 */
export async function notify(
  context: UserContext,
  occasion: MailOccasion,
  about: Pick<MailContent, 'factor' | 'former' | 'present'> = {},
  people: readonly User[] = [context.subject.user],
): Promise<void> {
  for (const address of new Set(people.flatMap(noticeAddresses)))
    await queueMail(context, { occasion, address, about })
}

function noticeAddresses(user: User): readonly string[] {
  const primary = primaryEmail(user)
  return user.verifiedEmails.length > 0 ? user.verifiedEmails : primary === null ? [] : [primary]
}
