// better-auth with its admin plugin: the best of the peers that run in the host's process. Its
// database is filled with the same people by statements of its own shape.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { User } from '@rosterkit/core/ports'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'

/** The same calls as ours, of another product. */
export interface Peer {
  readonly name: string
  firstPage(): Promise<unknown>
  pageAt(offset: number): Promise<unknown>
  search(text: string): Promise<unknown>
  lock(userId: string): Promise<unknown>
  close(): Promise<void>
}

/** What is used of it. Typed here, because it is installed only when asked for. */
interface BetterAuth {
  readonly api: {
    signUpEmail(call: { body: { name: string; email: string; password: string } }): Promise<unknown>
    signInEmail(call: {
      body: { email: string; password: string }
      asResponse: true
    }): Promise<Response>
    listUsers(call: {
      query: Record<string, string | number>
      headers: Headers
    }): Promise<{ readonly users: readonly unknown[]; readonly total: number }>
    banUser(call: {
      body: { userId: string; banReason: string }
      headers: Headers
    }): Promise<unknown>
  }
}

const directory = fileURLToPath(new URL('.', import.meta.url))
const entry = (path: string) =>
  new URL(`node_modules/better-auth/dist/${path}`, import.meta.url).href

/** Installs it beside this file, once. */
function install(): void {
  if (!existsSync(new URL('node_modules/better-auth', import.meta.url)))
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'],
      { cwd: directory, stdio: 'inherit' },
    )
}

/** Opens it over SQLite. */
export async function betterAuthOnSqlite(
  file: string,
  people: Iterable<{ readonly user: User }>,
): Promise<Peer> {
  install()
  const database = new SqliteDatabase(file)
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  const insert = async (users: readonly User[]) => {
    const statement = database.prepare(
      'insert into user (id, name, email, emailVerified, createdAt, updatedAt, role, banned) values (?, ?, ?, 1, ?, ?, ?, 0)',
    )
    database.transaction(() => users.forEach((user) => statement.run(...valuesOf(user))))()
  }
  const promote = async () =>
    void database.prepare("update user set role = 'admin' where email = ?").run(administrator.email)
  return open(database, people, insert, promote, async () => void database.close())
}

/** Opens it over PostgreSQL. */
export async function betterAuthOnPostgres(
  url: string,
  people: Iterable<{ readonly user: User }>,
): Promise<Peer> {
  install()
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  pool.on('error', () => {})
  const insert = async (users: readonly User[]) => {
    const list = users.map(valuesOf).map(([id, name, email, createdAt, updatedAt, role]) => ({
      id,
      name,
      email,
      createdAt,
      updatedAt,
      role,
    }))
    await pool.query(
      'insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", role, banned) select id, name, email, true, "createdAt", "updatedAt", role, false from json_to_recordset($1) as row(id text, name text, email text, "createdAt" timestamptz, "updatedAt" timestamptz, role text)',
      [JSON.stringify(list)],
    )
  }
  const promote = async () =>
    void (await pool.query('update "user" set role = \'admin\' where email = $1', [
      administrator.email,
    ]))
  const peer = await open(pool, people, insert, promote, () => pool.end())
  await pool.query('vacuum analyze "user"')
  return peer
}

const administrator = {
  name: 'Administrator',
  email: 'administrator@example.com',
  password: 'a long enough password',
}

function valuesOf({
  id,
  name,
  emails,
  createdAt,
}: User): [string, string, string, string, string, string] {
  return [
    id,
    `${name.familyName} ${name.givenName}`,
    emails[0]!.value,
    createdAt,
    createdAt,
    'user',
  ]
}

async function open(
  database: unknown,
  people: Iterable<{ readonly user: User }>,
  insert: (users: readonly User[]) => Promise<void>,
  promote: () => Promise<void>,
  close: () => Promise<void>,
): Promise<Peer> {
  const { betterAuth } = (await import(entry('index.mjs'))) as {
    betterAuth: (options: object) => BetterAuth
  }
  const { admin } = (await import(entry('plugins/index.mjs'))) as { admin: () => unknown }
  const { getMigrations } = (await import(entry('db/get-migration.mjs'))) as {
    getMigrations: (options: object) => Promise<{ runMigrations: () => Promise<void> }>
  }
  const options = {
    database,
    secret: 'a secret of the benchmark, thirty-two long',
    baseURL: 'http://localhost',
    emailAndPassword: { enabled: true },
    plugins: [admin()],
    telemetry: { enabled: false },
    logger: { level: 'error' },
  }
  await (await getMigrations(options)).runMigrations()
  const { api } = betterAuth(options)

  await api.signUpEmail({ body: administrator })
  await promote()
  let batch: User[] = []
  for (const { user } of people) {
    batch.push(user)
    if (batch.length < 5_000) continue
    await insert(batch)
    batch = []
  }
  if (batch.length > 0) await insert(batch)
  const { headers: answered } = await api.signInEmail({
    body: { email: administrator.email, password: administrator.password },
    asResponse: true,
  })
  const headers = new Headers({
    cookie: answered
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  })
  const list = async (query: Record<string, string | number>) => {
    const { users, total } = await api.listUsers({
      query: { limit: 25, sortBy: 'name', sortDirection: 'asc', ...query },
      headers,
    })
    if (typeof total !== 'number') throw new Error('better-auth answered its list with an error.')
    return users
  }
  return {
    name: 'better-auth 1.7.7, admin plugin',
    firstPage: () => list({}),
    pageAt: (offset) => list({ offset, limit: 100 }),
    search: (text) => list({ searchField: 'name', searchOperator: 'contains', searchValue: text }),
    lock: (userId) => api.banUser({ body: { userId, banReason: 'Measured.' }, headers }),
    close,
  }
}
