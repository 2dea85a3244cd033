import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type APIRequestContext } from '@playwright/test'
import SqliteDatabase from 'better-sqlite3'
import { startPostgres } from '../pg-setup.ts'
import { emptyFolder, failingPortal, startPortal } from './portal-process.ts'

const oneLine = (sentence: RegExp) =>
  expect.stringMatching(new RegExp(`^[^\\n]*${sentence.source}[^\\n]*\\n$`))

async function firstPeople(request: APIRequestContext, url: string): Promise<unknown> {
  const answer = await request.get(`${url}/api/roster/users?limit=5`)
  expect(answer.status()).toBe(200)
  return answer.json()
}

test('stops with status 0 on Ctrl-C and on SIGTERM', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const portal = await startPortal(join(emptyFolder(), 'roster.db'))
    expect(await portal.stop(signal), signal).toBe(0)
  }
})

test('loses nothing when it is killed, and remembers who was signed in', async ({ request }) => {
  const file = join(emptyFolder(), 'roster.db')
  const first = await startPortal(file)
  await request.post(`${first.url}/demo/sign-in`, { data: { username: 'zofia.wisniewska' } })
  const before = await firstPeople(request, first.url)
  await first.stop('SIGKILL')

  const second = await startPortal(file)
  expect(await firstPeople(request, second.url)).toEqual(before)
  await second.stop('SIGTERM')
})

test('runs on PostgreSQL as it does on a file, and loses nothing when it is killed', async ({
  request,
}) => {
  const postgres = await startPostgres()
  try {
    const first = await startPortal(postgres.url)
    await request.post(`${first.url}/demo/sign-in`, { data: { username: 'zofia.wisniewska' } })
    const before = (await firstPeople(request, first.url)) as {
      items: { id: string; userName: string }[]
    }
    const other = before.items.find(({ userName }) => userName !== 'zofia.wisniewska')!
    expect(
      (
        await request.post(`${first.url}/api/roster/users/${other.id}/lock`, {
          headers: { origin: first.url },
          data: { reason: 'Just before the end.' },
        })
      ).status(),
    ).toBe(200)
    await first.stop('SIGKILL')

    const second = await startPortal(postgres.url)
    const after = (await (
      await request.get(`${second.url}/api/roster/users/${other.id}`)
    ).json()) as { status: { reasons: { reason: string }[] } }
    expect(after.status.reasons[0]?.reason).toBe('Just before the end.')
    await second.stop('SIGTERM')
  } finally {
    await postgres.stop()
  }
})

test('says in one line that its port is taken', async () => {
  const portal = await startPortal(join(emptyFolder(), 'roster.db'))
  const { port } = new URL(portal.url)
  expect(
    await failingPortal({ PORT: port, ROSTERKIT_DB: join(emptyFolder(), 'roster.db') }),
  ).toEqual({ status: 1, complaint: oneLine(/Port \d+ is taken/) })
  await portal.stop('SIGTERM')
})

test('says in one line that a file is no database', async () => {
  const file = join(emptyFolder(), 'letter.txt')
  writeFileSync(file, 'Dear reader, this is a letter and not a database. '.repeat(200))
  expect(await failingPortal({ ROSTERKIT_DB: file })).toEqual({
    status: 1,
    complaint: oneLine(/letter\.txt cannot be used: it is not a SQLite database/),
  })
})

test('says in one line that a folder is no database', async () => {
  expect(await failingPortal({ ROSTERKIT_DB: emptyFolder() })).toEqual({
    status: 1,
    complaint: oneLine(/cannot be used: it cannot be opened/),
  })
})

for (const [what, env, sentence] of [
  [
    'a PostgreSQL server that does not answer',
    { ROSTERKIT_DB: 'postgres://127.0.0.1:1/roster' },
    /cannot be/,
  ],
  ['a port that is no number', { PORT: 'eighty' }, /PORT is “eighty”/],
  ['an SMTP_URL that is no address', { SMTP_URL: 'mailhost' }, /SMTP_URL is not an address/],
] as const) {
  test(`refuses ${what} in one line`, async () => {
    expect(await failingPortal({ ...env })).toEqual({ status: 1, complaint: oneLine(sentence) })
  })
}

test('says in one line that a newer version wrote the database', async () => {
  const file = join(emptyFolder(), 'roster.db')
  await (await startPortal(file)).stop('SIGTERM')
  const database = new SqliteDatabase(file)
  database
    .prepare('insert into rosterkit_migrations (name, timestamp) values (?, ?)')
    .run('9999_from_the_future', new Date().toISOString())
  database.close()
  expect(await failingPortal({ ROSTERKIT_DB: file })).toEqual({
    status: 1,
    complaint: oneLine(/was written by a newer version of Rosterkit/),
  })
})
