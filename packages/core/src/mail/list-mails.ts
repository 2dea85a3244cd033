import * as z from 'zod/mini'
import type { Operation } from '../kernel/operation.js'
import { ok } from '../kernel/result.js'
import type { Handler } from '../pipeline.js'
import { mailViewSchema, type Mail, type MailView } from './mail.js'

/**
 * Lists the mails to a person, the newest first: what they were about, whether they went out, and
 * why not (row 35). Never their text.
 */
export const listUserMails = {
  name: 'mails.ofUser',
  kind: 'query',
  summary: 'Lists the mails to a person: what they were about, whether they went out, and why not.',
  permission: 'user:read',
  subject: 'user',
  input: z.strictObject({
    userId: z.uuid(),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 20),
  }),
  output: z.object({ items: z.array(mailViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/mails' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

/** Carries out {@link listUserMails}. */
export const listUserMailsHandler: Handler<typeof listUserMails> = async (
  { tx, subject },
  { limit },
) => ok({ items: (await tx.mails.ofUser(subject.user.id, limit)).flatMap(viewMail) })

/** A mail as administrators see it; nothing for a task that is no mail yet. */
export function viewMail({
  id,
  task,
  state,
  queuedAt,
  sentAt,
  attempts,
  dueAt,
  lastError,
}: Mail): MailView[] {
  return task.kind === 'write'
    ? [
        {
          id,
          occasion: task.content.occasion,
          address: task.to.address,
          state,
          queuedAt,
          sentAt,
          attempts,
          dueAt: state === 'queued' ? dueAt : null,
          lastError,
        },
      ]
    : []
}
