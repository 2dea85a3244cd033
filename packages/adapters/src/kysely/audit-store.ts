import type { AuditEvent } from '@rosterkit/core'
import type { AuditStore } from '@rosterkit/core/ports'
import type { Kysely, Selectable } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { prepare } from './prepared.js'
import type { AuditEventTable, Database } from './schema.js'
import type { Unit } from './unit.js'

type Row = Selectable<AuditEventTable>

const chainBatch = 500

/**
 * The audit chains in SQL: the events, and a row with the end of each chain, which writers take
 * turns on.
 */
export function sqlAuditStore(
  db: Kysely<Database>,
  dialect: SqlDialect,
): (trx: Unit) => AuditStore {
  const head = prepare(({ organizationId }: { organizationId: string }) => {
    const query = db
      .selectFrom('audit_chains')
      .select(['sequence', 'hash'])
      .where('organization_id', '=', organizationId)
    return (dialect.locksRows ? query.forNoKeyUpdate() : query).compile()
  })
  const insert = prepare((row: Row) =>
    db
      .insertInto('audit_events')
      .values(Object.fromEntries(columns.map((column) => [column, row[column]])) as unknown as Row)
      .compile(),
  )
  const setHead = prepare((row: Pick<Row, 'organization_id' | 'sequence' | 'hash'>) =>
    db
      .insertInto('audit_chains')
      .values({ organization_id: row.organization_id, sequence: row.sequence, hash: row.hash })
      .onConflict((conflict) =>
        conflict.column('organization_id').doUpdateSet({ sequence: row.sequence, hash: row.hash }),
      )
      .compile(),
  )
  const batch = prepare(
    ({ organizationId, afterSequence }: { organizationId: string; afterSequence: number }) =>
      db
        .selectFrom('audit_events')
        .selectAll()
        .where('organization_id', '=', organizationId)
        .where('sequence', '>', afterSequence)
        .orderBy('sequence')
        .limit(chainBatch)
        .compile(),
  )
  const ofSubject = prepare(
    ({
      organizationId,
      subjectId,
      beforeSequence,
      limit,
    }: {
      organizationId: string
      subjectId: string
      beforeSequence: number
      limit: number
    }) =>
      db
        .selectFrom('audit_events')
        .selectAll()
        .where('organization_id', '=', organizationId)
        .where('subject_id', '=', subjectId)
        .where('sequence', '<', beforeSequence)
        .orderBy('sequence', 'desc')
        .limit(limit)
        .compile(),
  )

  return (trx) => ({
    async head(organizationId) {
      const { rows } = await head(trx, { organizationId })
      return rows[0] ?? null
    },

    async append(event) {
      const row = rowOf(event)
      // Nothing follows of either but that the commit holds.
      insert.send(trx, row)
      setHead.send(trx, row)
    },

    async *chain(organizationId) {
      let afterSequence = 0
      for (;;) {
        const { rows } = await batch(trx, { organizationId, afterSequence })
        for (const row of rows) yield eventOf(row)
        if (rows.length < chainBatch) return
        afterSequence = rows.at(-1)!.sequence
      }
    },

    async ofSubject({ organizationId, subjectId, beforeSequence, limit }) {
      const { rows } = await ofSubject(trx, {
        organizationId,
        subjectId,
        beforeSequence: beforeSequence ?? Number.MAX_SAFE_INTEGER,
        limit,
      })
      return rows.map(eventOf)
    },
  })
}

const columns = [
  'organization_id',
  'sequence',
  'id',
  'at',
  'event',
  'operation',
  'outcome',
  'failure',
  'actor',
  'subject_kind',
  'subject_id',
  'subject_label',
  'reason',
  'changes',
  'origin',
  'previous_hash',
  'hash',
] as const satisfies readonly (keyof Row)[]

function rowOf({
  organizationId,
  actor,
  subject,
  changes,
  origin,
  previousHash,
  ...plain
}: AuditEvent): Row {
  return {
    ...plain,
    organization_id: organizationId,
    actor: JSON.stringify(actor),
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    subject_label: subject?.label ?? null,
    changes: JSON.stringify(changes),
    origin: JSON.stringify(origin),
    previous_hash: previousHash,
  }
}

function eventOf(row: Row): AuditEvent {
  const {
    organization_id,
    actor,
    subject_kind,
    subject_id,
    subject_label,
    changes,
    origin,
    previous_hash,
    outcome,
    ...plain
  } = row
  return {
    ...plain,
    organizationId: organization_id,
    outcome: outcome as AuditEvent['outcome'],
    actor: JSON.parse(actor) as AuditEvent['actor'],
    subject:
      subject_kind === null
        ? null
        : { kind: subject_kind, id: subject_id ?? '', label: subject_label ?? '' },
    changes: JSON.parse(changes) as AuditEvent['changes'],
    origin: JSON.parse(origin) as AuditEvent['origin'],
    previousHash: previous_hash,
  }
}
