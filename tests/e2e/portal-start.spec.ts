import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { emptyFolder, failingPortal, startPortal } from './portal-process.ts'

const oneLine = (sentence: RegExp) => expect.stringMatching(new RegExp(`^[^\\n]*${sentence.source}[^\\n]*\\n$`))

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
  const before = await (await request.get(`${first.url}/api/roster/users?limit=5`)).json()
  await first.stop('SIGKILL')

  const second = await startPortal(file)
  const after = await (await request.get(`${second.url}/api/roster/users?limit=5`)).json()
  expect(after.count).toEqual(before.count)
  expect(after.items).toEqual(before.items)
  await second.stop('SIGTERM')
})

test('says in one line that its port is taken', async () => {
  const portal = await startPortal(join(emptyFolder(), 'roster.db'))
  const { port } = new URL(portal.url)
  expect(await failingPortal({ PORT: port, ROSTERKIT_DB: join(emptyFolder(), 'roster.db') })).toEqual({ status: 1, complaint: oneLine(/Port \d+ is taken/) })
  await portal.stop('SIGTERM')
})

test('says in one line that a file is no database', async () => {
  const file = join(emptyFolder(), 'letter.txt')
  writeFileSync(file, 'Dear reader, this is a letter and not a database. '.repeat(200))
  expect(await failingPortal({ ROSTERKIT_DB: file })).toEqual({ status: 1, complaint: oneLine(/letter\.txt cannot be used: it is not a SQLite database/) })
})

test('says in one line that a folder is no database', async () => {
  expect(await failingPortal({ ROSTERKIT_DB: emptyFolder() })).toEqual({ status: 1, complaint: oneLine(/cannot be used: it cannot be opened/) })
})

for (const [what, env, sentence] of [
  ['a PostgreSQL address', { ROSTERKIT_DB: 'postgres://localhost/roster' }, /no PostgreSQL store yet/],
  ['a port that is no number', { PORT: 'eighty' }, /PORT is “eighty”/],
  ['an SMTP_URL that is no address', { SMTP_URL: 'mailhost' }, /SMTP_URL is not an address/],
] as const) {
  test(`refuses ${what} in one line`, async () => {
    expect(await failingPortal({ ...env })).toEqual({ status: 1, complaint: oneLine(sentence) })
  })
}
