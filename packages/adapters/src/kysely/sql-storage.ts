import type { Authenticator, Persona, Resource, ResourceAssignment, Session, Storage, StorageTransaction } from '@rosterkit/core'
import type { Kysely, Transaction } from 'kysely'
import { sqlAuditStore } from './audit-store.js'
import { sqlCatalogueStore } from './catalogue-store.js'
import type { SqlDialect } from './dialect.js'
import { sqlOrganizationStore } from './organization-store.js'
import { sqlOwnedRecordStore } from './owned-record-store.js'
import { prepare } from './prepared.js'
import { sqlRoleAssignmentStore } from './role-assignment-store.js'
import type { Database } from './schema.js'
import { hasCode, StorageError } from './storage-error.js'
import { sqlUserStore } from './user-store.js'

/** A storage over a database whose schema is up to date. */
export function sqlStorage(db: Kysely<Database>, dialect: SqlDialect): Storage {
  const organizations = sqlOrganizationStore(db, dialect)
  const users = sqlUserStore(db, dialect)
  const roleAssignments = sqlRoleAssignmentStore(db, dialect)
  const personas = sqlOwnedRecordStore<Persona>(db, dialect, 'personas')
  const authenticators = sqlOwnedRecordStore<Authenticator>(db, dialect, 'authenticators')
  const sessions = sqlOwnedRecordStore<Session>(db, dialect, 'sessions')
  const groupMemberships = sqlOwnedRecordStore<ResourceAssignment>(db, dialect, 'group_memberships')
  const applicationAssignments = sqlOwnedRecordStore<ResourceAssignment>(db, dialect, 'application_assignments')
  const groups = sqlCatalogueStore<Resource>(db, dialect, 'groups')
  const applications = sqlCatalogueStore<Resource>(db, dialect, 'applications')
  const audit = sqlAuditStore(db, dialect)
  const installationSecret = sqlInstallationSecret(db)
  const unitOf = (trx: Transaction<Database>): StorageTransaction => ({
    organizations: organizations(trx),
    users: users(trx),
    roleAssignments: roleAssignments(trx),
    personas: personas(trx),
    authenticators: authenticators(trx),
    sessions: sessions(trx),
    groups: groups(trx),
    groupMemberships: groupMemberships(trx),
    applications: applications(trx),
    applicationAssignments: applicationAssignments(trx),
    audit: audit(trx),
    installationSecret: (name, create) => installationSecret(trx, name, create),
  })

  const running = new Set<Promise<unknown>>()
  let closed = false
  const track = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new StorageError('closed', 'This storage has been closed.')
    const run = work()
    running.add(run)
    try {
      return await run
    } finally {
      running.delete(run)
    }
  }

  return {
    transaction: (work) => track(() => dialect.transaction(db, 'write', (trx) => work(unitOf(trx)))),
    read: (work) => track(() => readKeepingCaches(db, dialect, (trx) => work(unitOf(trx)))),

    async close() {
      closed = true
      await Promise.allSettled(running)
      await db.destroy()
    },
  }
}

/**
 * Runs reads. What they write besides (a status that was due, a secret made on first use) is kept whatever becomes of the reads;
 * where another process wrote in between, so that this view cannot be written to, they run once more in a view that can.
 */
async function readKeepingCaches<T>(db: Kysely<Database>, dialect: SqlDialect, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
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
  const find = prepare(({ name }: { name: string }) => db.selectFrom('installation_secrets').select('value').where('name', '=', name).compile())
  const insert = prepare(({ name, value }: { name: string; value: string }) =>
    db
      .insertInto('installation_secrets')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .compile(),
  )
  return async (trx: Transaction<Database>, name: string, create: () => string): Promise<string> => {
    const known = (await find(trx, { name })).rows[0]
    if (known) return known.value
    await insert(trx, { name, value: create() })
    return (await find(trx, { name })).rows[0]!.value
  }
}
