import type { Storage } from '@rosterkit/core'
import type {
  Authenticator,
  Credential,
  Persona,
  Resource,
  ResourceAssignment,
  Secret,
  Session,
  StorageTransaction,
} from '@rosterkit/core/ports'
import { memoryAuditStore } from './audit-store.js'
import { memoryCatalogueStore } from './catalogue-store.js'
import { memoryKeptAnswerStore } from './kept-answer-store.js'
import { memoryOutboxStore } from './outbox-store.js'
import { MemoryTables } from './memory-tables.js'
import { memoryOrganizationStore } from './organization-store.js'
import { memoryOwnedRecordStore } from './owned-record-store.js'
import { memoryRoleAssignmentStore } from './role-assignment-store.js'
import { memorySecurityKeyIds } from './security-key-ids.js'
import { UserOrders } from './user-order.js'
import { UserSearch } from './user-search.js'
import { memoryUserStore } from './user-store.js'

/** How many people a page of a stream holds. */
const streamedPage = 500

/**
 * Keeps a roster in this process, for tests, stories and trying out; in Node and in browsers. It
 * keeps the promises of the databases: transactions run one after the other and leave nothing when
 * they reject. Everything is gone when the process ends, and calls after `close` reject with the
 * code `closed`. A transaction opened inside another one waits for ever.
 */
export function memoryStorage(): Storage {
  const tables = new MemoryTables()
  const orders = new UserOrders(tables)
  const finds = new UserSearch(tables)
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(closedError())
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  const run = async <T>(work: (tx: StorageTransaction) => Promise<T>): Promise<T> => {
    const unit = openUnit(tables, orders, finds)
    try {
      return await work(unit.tx)
    } finally {
      unit.end()
    }
  }

  return {
    transaction: (work) =>
      inTurn(async () => {
        try {
          const value = await run(work)
          tables.keep()
          return value
        } catch (error) {
          tables.takeBack()
          throw error
        }
      }),

    // What a read writes is a secret made on first use, which stays whatever becomes of the read.
    read: (work) => inTurn(() => run(work).finally(() => tables.keep())),

    async *streamUsers(query) {
      // What is kept is never changed in place, so that a look at everybody now is one state for as
      // long as somebody reads it.
      const all = await inTurn(() =>
        run(async (tx) => {
          const { items } = await tx.users.list({
            ...query,
            after: null,
            limit: Number.MAX_SAFE_INTEGER,
          })
          return { items, ...(await tx.users.rolesOf(items)) }
        }),
      )
      const assignments = Map.groupBy(all.assignments, ({ userId }) => userId)
      for (let start = 0; start < all.items.length; start += streamedPage) {
        if (closed) throw closedError()
        const users = all.items.slice(start, start + streamedPage)
        const own = users.flatMap(({ id }) => assignments.get(id) ?? [])
        const named = new Set([...users, ...own].map(({ organizationId }) => organizationId))
        yield {
          users,
          assignments: own,
          lineages: new Map([...all.lineages].filter(([id]) => named.has(id))),
        }
      }
    },

    async close() {
      closed = true
      await last
    },
  }
}

function openUnit(
  tables: MemoryTables,
  orders: UserOrders,
  finds: UserSearch,
): { readonly tx: StorageTransaction; readonly end: () => void } {
  let open = true
  const whileOpen = <S extends object>(store: S): S =>
    Object.fromEntries(
      Object.entries(store).map(([name, method]: [string, (...args: unknown[]) => unknown]) => [
        name,
        (...args: unknown[]) => {
          if (!open)
            throw new Error(
              'This transaction has ended. Do all of its work before the function given to it resolves.',
            )
          return method(...args)
        },
      ]),
    ) as S

  const secrets = {
    async installationSecret(name: string, create: () => string) {
      const secret = tables.installationSecrets.get(name) ?? create()
      if (!tables.installationSecrets.has(name))
        tables.set(tables.installationSecrets, name, secret)
      return secret
    },
  }
  const tx: StorageTransaction = {
    organizations: whileOpen(memoryOrganizationStore(tables)),
    users: whileOpen(memoryUserStore(tables, orders, finds)),
    roleAssignments: whileOpen(memoryRoleAssignmentStore(tables)),
    personas: whileOpen(memoryOwnedRecordStore<Persona>(tables, 'personas')),
    authenticators: whileOpen(memoryOwnedRecordStore<Authenticator>(tables, 'authenticators')),
    credentials: whileOpen(memoryOwnedRecordStore<Credential>(tables, 'credentials')),
    securityKeyIds: whileOpen(memorySecurityKeyIds(tables)),
    secrets: whileOpen(memoryOwnedRecordStore<Secret>(tables, 'secrets')),
    outbox: whileOpen(memoryOutboxStore(tables)),
    keptAnswers: whileOpen(memoryKeptAnswerStore(tables)),
    sessions: whileOpen(memoryOwnedRecordStore<Session>(tables, 'sessions')),
    groups: whileOpen(memoryCatalogueStore<Resource>(tables, 'groups')),
    groupMemberships: whileOpen(
      memoryOwnedRecordStore<ResourceAssignment>(tables, 'groupMemberships'),
    ),
    applications: whileOpen(memoryCatalogueStore<Resource>(tables, 'applications')),
    applicationAssignments: whileOpen(
      memoryOwnedRecordStore<ResourceAssignment>(tables, 'applicationAssignments'),
    ),
    audit: whileOpen(memoryAuditStore(tables)),
    ...whileOpen(secrets),
  }
  return { tx, end: () => (open = false) }
}

function closedError(): Error {
  return Object.assign(new Error('This storage has been closed.'), { code: 'closed' })
}
