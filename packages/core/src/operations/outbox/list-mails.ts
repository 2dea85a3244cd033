import type { Handler } from '../../context.js'
import { messageViewSchema } from '../../domain/outbox/outbox-item.js'
import { viewMessage } from '../../domain/outbox/view-outbox-item.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import * as z from 'zod/mini'

/**
 * Lists the messages to a user, newest first: what they were about, whether they were sent, and why
 * not (docs/features.md, row 35). Never their text.
 */
export const listUserMails = {
  name: 'mails.ofUser',
  kind: 'query',
  summary:
    'Lists the messages to a user: what they were about, whether they were sent, and why not.',
  permission: 'user:read',
  subject: 'user',
  input: z.strictObject({
    userId: z.uuid(),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 20),
  }),
  output: z.object({ items: z.array(messageViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/mails' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const listUserMailsHandler: Handler<typeof listUserMails> = async (
  { tx, subject },
  { limit },
) => ok({ items: (await tx.outbox.ofUser(subject.user.id, limit)).flatMap(viewMessage) })
