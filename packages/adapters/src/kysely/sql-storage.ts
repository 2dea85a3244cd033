import type { Storage } from '@rosterkit/core'
import type {
  Authenticator,
  Credential,
  Page,
  Persona,
  Position,
  Resource,
  ResourceAssignment,
  Secret,
  Session,
  StorageTransaction,
  User,
  UsersWithRoles,
} from '@rosterkit/core/ports'
import type { Kysely } from 'kysely'
import { sqlAuditStore } from './audit-store.js'
import { sqlCatalogueStore } from './catalogue-store.js'
import { aTurn, type SqlDialect } from './dialect.js'
import { handedOver, type HandedOver } from './handed-over.js'
import { sqlOrganizationStore } from './organization-store.js'
import { sqlKeptAnswerStore } from './kept-answer-store.js'
import { sqlOutboxStore } from './outbox-store.js'
import { sqlOwnedRecordStore } from './owned-record-store.js'
import { prepare } from './prepared.js'
import { sqlRoleAssignmentStore } from './role-assignment-store.js'
import type { Database } from './schema.js'
import { sqlSecurityKeyIds } from './security-key-ids.js'
import { hasCode, StorageError } from './storage-error.js'
import { sqlUserStore } from './user-store.js'
import type { Unit } from './unit.js'

/** How many people a page of a stream holds. */
const streamedPage = 500

/**
 * A storage over a database whose schema is up to date.
 * @param openAside Opens a connection beside the others for one who reads for long, where the
 *   storage's own would keep everybody else waiting; null where there can be none.
 */
export function sqlStorage(
  db: Kysely<Database>,
  dialect: SqlDialect,
  openAside: (() => Kysely<Database>) | null,
): Storage {
  const organizations = sqlOrganizationStore(db, dialect)
  const users = sqlUserStore(db, dialect)
  const roleAssignments = sqlRoleAssignmentStore(db, dialect)
  const personas = sqlOwnedRecordStore<Persona>(db, dialect, 'personas')
  const authenticators = sqlOwnedRecordStore<Authenticator>(db, dialect, 'authenticators')
  const credentials = sqlOwnedRecordStore<Credential>(db, dialect, 'credentials')
  const securityKeyIds = sqlSecurityKeyIds(db)
  const secrets = sqlOwnedRecordStore<Secret>(db, dialect, 'secrets')
  const outbox = sqlOutboxStore(db)
  const keptAnswers = sqlKeptAnswerStore(db)
  const sessions = sqlOwnedRecordStore<Session>(db, dialect, 'sessions')
  const groupMemberships = sqlOwnedRecordStore<ResourceAssignment>(db, dialect, 'group_memberships')
  const applicationAssignments = sqlOwnedRecordStore<ResourceAssignment>(
    db,
    dialect,
    'application_assignments',
  )
  const groups = sqlCatalogueStore<Resource>(db, dialect, 'groups')
  const applications = sqlCatalogueStore<Resource>(db, dialect, 'applications')
  const audit = sqlAuditStore(db, dialect)
  const installationSecret = sqlInstallationSecret(db)
  const unitOf = (trx: Unit): StorageTransaction => ({
    organizations: organizations(trx),
    users: users(trx),
    roleAssignments: roleAssignments(trx),
    personas: personas(trx),
    authenticators: authenticators(trx),
    credentials: credentials(trx),
    securityKeyIds: securityKeyIds(trx),
    secrets: secrets(trx),
    outbox: outbox(trx),
    keptAnswers: keptAnswers(trx),
    sessions: sessions(trx),
    groups: groups(trx),
    groupMemberships: groupMemberships(trx),
    applications: applications(trx),
    applicationAssignments: applicationAssignments(trx),
    audit: audit(trx),
    installationSecret: (name, create) => installationSecret(trx, name, create),
  })

  const running = new Set<Promise<unknown>>()
  const streams = new Set<HandedOver<UsersWithRoles>>()
  let closed = false
  const track = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw closedError()
    const run = work()
    running.add(run)
    try {
      return await run
    } finally {
      running.delete(run)
    }
  }

  return {
    transaction: (work) =>
      track(() => dialect.transaction(db, 'write', (trx) => work(unitOf(trx)))),
    read: (work) => track(() => readKeepingCaches(db, dialect, (trx) => work(unitOf(trx)))),

    async *streamUsers(query) {
      const pages = async (trx: Unit, hand: (page: UsersWithRoles) => Promise<boolean>) => {
        const store = users(trx)
        let after: Position | null = null
        do {
          const { items, next }: Page<User> = await store.list({
            ...query,
            after,
            limit: streamedPage,
          })
          if (items.length > 0 && !(await hand({ users: items, ...(await store.rolesOf(items)) })))
            return
          after = next
          await aTurn()
        } while (after !== null)
      }
      if (!openAside) {
        // A database that only this connection sees: everybody is read at once, or a reader who
        // takes their time would be the only one.
        const all: UsersWithRoles[] = []
        await track(() =>
          readKeepingCaches(
            db,
            dialect,
            (trx) => ((all.length = 0), pages(trx, async (page) => all.push(page) > 0)),
          ),
        )
        for (const page of all) {
          if (closed) throw closedError()
          yield page
        }
        return
      }
      // Whatever is due is brought up to date beforehand, because the connection aside only reads.
      await track(() =>
        readKeepingCaches(db, dialect, (trx) =>
          users(trx).list({ ...query, after: null, limit: 1 }),
        ),
      )
      const aside = openAside()
      const stream = handedOver<UsersWithRoles>((hand) =>
        track(() => dialect.transaction(aside, 'read', (trx) => pages(trx, hand))),
      )
      streams.add(stream)
      try {
        yield* stream
      } finally {
        streams.delete(stream)
        if (aside !== db) await aside.destroy()
      }
    },

    async close() {
      closed = true
      for (const stream of streams) stream.stop(closedError())
      await Promise.allSettled(running)
      await db.destroy()
    },
  }
}

function closedError(): StorageError {
  return new StorageError('closed', 'This storage has been closed.')
}

/**
 * Runs reads. What they write besides (a status that was due, a secret made on first use) is kept
 * whatever becomes of the reads; where another process wrote in between, so that this view cannot
 * be written to, they run once more in a view that can.
 */
async function readKeepingCaches<T>(
  db: Kysely<Database>,
  dialect: SqlDialect,
  work: (trx: Unit) => Promise<T>,
): Promise<T> {
  type Outcome = { readonly value: T } | { readonly error: unknown }
  const attempt = (kind: 'read' | 'write') =>
    dialect.transaction<Outcome>(db, kind, async (trx) => {
      try {
        return { value: await work(trx) }
      } catch (error) {
        if (hasCode(error, 'busy')) throw error
        return { error }
      }
    })
  const outcome = await attempt('read').catch((error: unknown) => {
    if (hasCode(error, 'busy')) return attempt('write')
    throw error
  })
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

function sqlInstallationSecret(db: Kysely<Database>) {
  const find = prepare(({ name }: { name: string }) =>
    db.selectFrom('installation_secrets').select('value').where('name', '=', name).compile(),
  )
  const insert = prepare(({ name, value }: { name: string; value: string }) =>
    db
      .insertInto('installation_secrets')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .compile(),
  )
  return async (trx: Unit, name: string, create: () => string): Promise<string> => {
    const known = (await find(trx, { name })).rows[0]
    if (known) return known.value
    await insert(trx, { name, value: create() })
    return (await find(trx, { name })).rows[0]!.value
  }
}
