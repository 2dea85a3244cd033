import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { runCommand } from './command.js'

const directory = mkdtempSync(join(tmpdir(), 'rosterkit-command-'))
const schema = `command_${process.pid}`
const pool = new pg.Pool({ connectionString: inject('postgresUrl'), max: 1 })
afterAll(async () => {
  rmSync(directory, { recursive: true })
  await pool.query(`drop schema if exists ${schema} cascade`)
  await pool.end()
})

async function run(...args: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCommand(
    args,
    (line) => said.push(line),
    (line) => complained.push(line),
  )
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

const databases = [
  ['a SQLite file', ['--url', join(directory, 'roster.db')]],
  ['a PostgreSQL schema', ['--url', inject('postgresUrl'), '--schema', schema]],
] as const

describe('rosterkit migrate', () => {
  for (const [name, where] of databases) {
    it(`says what it would make in ${name}, makes it, and then has nothing to do`, async () => {
      expect(await run('migrate', ...where, '--dry-run')).toEqual({
        code: 0,
        said: 'would make  0001_schema\nwould make  0002_lookups',
        complained: '',
      })
      expect(await run('status', ...where)).toEqual({
        code: 0,
        said: 'pending  0001_schema\npending  0002_lookups',
        complained: '',
      })
      expect(await run('migrate', ...where)).toEqual({
        code: 0,
        said: 'made  0001_schema\nmade  0002_lookups',
        complained: '',
      })
      expect(await run('migrate', ...where)).toEqual({
        code: 0,
        said: 'The database is up to date.',
        complained: '',
      })
      expect(await run('status', ...where)).toEqual({
        code: 0,
        said: 'done     0001_schema\ndone     0002_lookups',
        complained: '',
      })
    })
  }

  it('touches nothing in a dry run', async () => {
    const file = join(directory, 'never.db')
    await run('migrate', '--url', file, '--dry-run')
    expect(existsSync(file)).toBe(false)
    const empty = join(directory, 'empty.db')
    writeFileSync(empty, '')
    await run('status', '--url', empty)
    expect(readFileSync(empty)).toHaveLength(0)
  })

  it('refuses a database that a newer version has written to, in one sentence', async () => {
    const file = join(directory, 'newer.db')
    await run('migrate', '--url', file)
    const database = new SqliteDatabase(file)
    database.exec(
      "insert into rosterkit_migrations (name, timestamp) values ('9999_from_the_future', '2099-01-01T00:00:00.000Z')",
    )
    database.close()
    for (const command of ['migrate', 'status']) {
      const refused = await run(command, '--url', file)
      expect(refused.code).toBe(1)
      expect(refused.complained).toMatch(
        /newer version of Rosterkit \(it has “9999_from_the_future”\)[^\n]*$/,
      )
    }
  })

  it('says in one sentence when nothing answers, and how it is called when it is not understood', async () => {
    const unreachable = await run('migrate', '--url', 'postgres://nobody:secret@127.0.0.1:1/app')
    expect(unreachable).toMatchObject({
      code: 1,
      complained: expect.stringMatching(
        /^The database app at 127\.0\.0\.1:1 cannot be used: nothing answers there\.[^\n]*$/,
      ) as string,
    })
    for (const args of [
      ['migrate'],
      ['destroy', '--url', 'x'],
      ['migrate', '--url', 'x', '--force'],
      ['migrate', '--url', 'x', '--partitions', 'many'],
    ]) {
      expect(await run(...args)).toMatchObject({
        code: 2,
        complained: expect.stringContaining('rosterkit migrate --url') as string,
      })
    }
    expect(await run('--help')).toMatchObject({
      code: 0,
      said: expect.stringContaining('--dry-run') as string,
    })
  })
})
