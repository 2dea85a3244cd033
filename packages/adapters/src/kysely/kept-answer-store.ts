import type { KeptAnswer, KeptAnswerStore } from '@rosterkit/core/ports'
import type { Kysely, Selectable } from 'kysely'
import { prepare } from './prepared.js'
import type { Database, KeptAnswerTable } from './schema.js'
import type { Unit } from './unit.js'

type Row = Selectable<KeptAnswerTable>

/** What requests with an idempotency key were answered, in SQL. */
export function sqlKeptAnswerStore(db: Kysely<Database>): (trx: Unit) => KeptAnswerStore {
  const find = prepare(
    ({
      organizationId,
      callerId,
      key,
      at,
    }: {
      organizationId: string
      callerId: string
      key: string
      at: string
    }) =>
      db
        .selectFrom('kept_answers')
        .selectAll()
        .where('organization_id', '=', organizationId)
        .where('caller_id', '=', callerId)
        .where('key', '=', key)
        .where('expires_at', '>', at)
        .compile(),
  )
  const keep = prepare(
    ({ organization_id, caller_id, key, fingerprint, answer, subject_user_id, expires_at }: Row) =>
      db
        .insertInto('kept_answers')
        .values({
          organization_id,
          caller_id,
          key,
          fingerprint,
          answer,
          subject_user_id,
          expires_at,
        })
        .onConflict((conflict) =>
          conflict.columns(['organization_id', 'caller_id', 'key']).doUpdateSet((row) => ({
            fingerprint: row.ref('excluded.fingerprint'),
            answer: row.ref('excluded.answer'),
            subject_user_id: row.ref('excluded.subject_user_id'),
            expires_at: row.ref('excluded.expires_at'),
          })),
        )
        .compile(),
  )
  const removeExpired = prepare(
    ({ organizationId, callerId, at }: { organizationId: string; callerId: string; at: string }) =>
      db
        .deleteFrom('kept_answers')
        .where('organization_id', '=', organizationId)
        .where('caller_id', '=', callerId)
        .where('expires_at', '<=', at)
        .compile(),
  )
  const removeAbout = prepare(({ userId }: { userId: string }) =>
    db.deleteFrom('kept_answers').where('subject_user_id', '=', userId).compile(),
  )
  const removeAsked = prepare(({ userId }: { userId: string }) =>
    db.deleteFrom('kept_answers').where('caller_id', '=', userId).compile(),
  )

  return (trx) => ({
    async find(organizationId, callerId, key, at) {
      const { rows } = await find(trx, { organizationId, callerId, key, at })
      return rows[0] ? answerOf(rows[0]) : null
    },

    async keep({ organizationId, callerId, subjectUserId, expiresAt, ...same }) {
      await keep(trx, {
        ...same,
        organization_id: organizationId,
        caller_id: callerId,
        subject_user_id: subjectUserId,
        expires_at: expiresAt,
      })
    },

    async removeExpired(organizationId, callerId, at) {
      await removeExpired(trx, { organizationId, callerId, at })
    },

    async removeOf(userId) {
      await removeAbout(trx, { userId })
      await removeAsked(trx, { userId })
    },
  })
}

function answerOf({
  organization_id,
  caller_id,
  key,
  fingerprint,
  answer,
  subject_user_id,
  expires_at,
}: Row): KeptAnswer {
  return {
    organizationId: organization_id,
    callerId: caller_id,
    key,
    fingerprint,
    answer,
    subjectUserId: subject_user_id,
    expiresAt: expires_at,
  }
}
