import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { live, secretViewSchema } from '../../domain/secrets/secret.js'

/**
 * Lists a user's pending links and codes, and expired ones that nothing has replaced: until when,
 * and where they were emailed. Never the secrets.
 */
export const listSecrets = {
  name: 'secrets.list',
  kind: 'query',
  summary: 'Lists a user’s pending links and codes, never the secrets themselves.',
  permission: 'user:read',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid() }),
  output: z.object({ items: z.array(secretViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/secrets' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const listSecretsHandler: Handler<typeof listSecrets> = async ({ tx, at, subject }) => {
  const secrets = await tx.secrets.ofUsers([subject.user.id])
  return ok({
    items: secrets.map((secret) => ({
      purpose: secret.purpose,
      issuedAt: secret.issuedAt,
      expiresAt: secret.expiresAt,
      expired: !live(secret, at),
      sentTo: [...new Set(secret.copies.flatMap(({ address }) => address ?? []))],
    })),
  })
}
