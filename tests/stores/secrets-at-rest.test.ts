import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argon2Hasher } from '@rosterkit/adapters/argon2'
import { createRosterClient } from '@rosterkit/adapters/client'
import { oneTimePasswords } from '@rosterkit/adapters/otp'
import { postgresStorage } from '@rosterkit/adapters/postgres'
import { createRosterHandler } from '@rosterkit/adapters/server'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import { createRoster, type Storage } from '@rosterkit/core'
import * as OTPAuth from 'otpauth'
import pg from 'pg'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { mailbox, tokenOf } from '../services.ts'

// Everything secret that a portal gives out is used for real, once; then whatever stays anywhere is
// searched for it (security rows 41, 49 and 69).

const words = 'seven quiet harbours at dawn'

/** Lives through every kind of secret, and gives each as somebody would have read it. */
async function liveThrough(storage: Storage): Promise<readonly string[]> {
  const mail = mailbox()
  const roster = createRoster({
    storage,
    mail,
    baseUrl: 'https://portal.example',
    hasher: argon2Hasher(),
    oneTimePasswords: oneTimePasswords(),
    sealingKey: Buffer.alloc(32, 9).toString('base64url'),
    activation: { delivery: 'both', lifetimeHours: 24 },
    enrolment: { delivery: 'both', lifetimeHours: 24 },
  })
  let callerId: string | null = null
  const handler = createRosterHandler(roster, { caller: () => callerId })
  const post = async (path: string, body: object) => {
    const response = await handler(
      new Request(`https://portal.example/api/roster${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: 'https://portal.example' },
      }),
    )
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as Record<string, string>
  }
  const { organizationId, administratorId } = await roster.bootstrap({
    organizationName: 'Acme',
    administrator: {
      userName: 'root',
      name: { givenName: 'R', familyName: 'T' },
      emails: [{ value: 'root@example.com', primary: true }],
    },
  })
  // Over HTTP, so that every command carries an idempotency key and its answer may be kept.
  const administrator = createRosterClient({
    baseUrl: 'https://portal.example/api/roster',
    async fetch(input, init) {
      callerId = administratorId
      return handler(new Request(input, init)).finally(() => (callerId = null))
    },
  })
  const { id: userId, activationLink } = await administrator.users.create({
    organizationId,
    userName: 'ada',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ value: 'ada@example.com', primary: true }],
  })
  await roster.mail.deliver()
  const activation = mail.tokenTo('ada@example.com')
  await post('/redeem/onboarding', { token: activation, password: words })
  const enrolment = await administrator.authenticators.issueEnrolmentLink({ userId })
  await roster.mail.deliver()
  const enrolmentToken = mail.tokenTo('ada@example.com')
  await post('/redeem/secret-code', { token: enrolmentToken, secretCode: '482093' })
  const { secret } = await post('/redeem/totp/options', { token: enrolmentToken })
  await post('/redeem/totp', {
    token: enrolmentToken,
    name: 'Phone',
    code: new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret!) }).generate(),
  })
  await post('/redeem/totp', { token: 'x', name: 'Phone', code: '1' }).catch(() => {})
  const { code } = await administrator.secretCodes.issueResetCode({ userId })
  await post('/redeem/reset-code', {
    userName: 'ada',
    organizationId,
    code: code!,
    secretCode: '730518',
  })
  const { code: open } = await administrator.secretCodes.issueResetCode({ userId })
  const { password } = await administrator.passwords.setTemporary({ userId })
  const entered = await roster.signIn.verifyPassword({ userName: 'ada', organizationId, password })
  if (entered.outcome !== 'new_password_needed') throw new Error(entered.outcome)
  await post('/redeem/password', { token: entered.token, password: `${words} again` })
  const temporary = await administrator.passwords.setTemporary({ userId })
  await administrator.passwords.sendReset({ userId })
  await roster.mail.deliver()
  return [
    words,
    'harbours at dawn again',
    tokenOf(activationLink?.link),
    activation,
    tokenOf(enrolment.link),
    enrolmentToken,
    secret!,
    '482093',
    '730518',
    code!,
    code!.replace(' ', ''),
    open!,
    open!.replace(' ', ''),
    password,
    entered.token,
    temporary.password,
    mail.tokenTo('ada@example.com'),
  ]
}

/** What processes have printed. */
function listenToConsole(): () => string {
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation(() => {}),
  )
  return () => {
    const said = JSON.stringify(spies.flatMap((spy) => spy.mock.calls))
    for (const spy of spies) spy.mockRestore()
    return said
  }
}

/** The secrets that the text holds, also as JSON or base64 would write them. */
function foundIn(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) =>
    [
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(secret).toString('base64url'),
    ].some((form) => text.includes(form)),
  )
}

describe('nothing that was given out stays readable', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rosterkit-secrets-'))
  const schema = `secrets_${process.pid}`
  const pool = new pg.Pool({ connectionString: inject('postgresUrl'), max: 4 })
  afterAll(async () => {
    rmSync(directory, { recursive: true })
    await pool.query(`drop schema if exists ${schema} cascade`)
    await pool.end()
  })

  it('in a SQLite file, its log, or what was printed', async () => {
    const said = listenToConsole()
    const storage = await sqliteStorage({ file: join(directory, 'roster.db') })
    const secrets = await liveThrough(storage)
    // Looked at while the write-ahead log is still there, and again when it has gone into the file.
    const files = () =>
      readdirSync(directory)
        .map((name) => readFileSync(join(directory, name), 'latin1'))
        .join('\n')
    const running = files()
    await storage.close()
    const printed = said()
    expect(running.length).toBeGreaterThan(100_000)
    expect(foundIn(running, secrets)).toEqual([])
    expect(foundIn(files(), secrets)).toEqual([])
    expect(foundIn(printed, secrets)).toEqual([])
    // The search finds what is there.
    expect(foundIn(files(), ['ada@example.com'])).toEqual(['ada@example.com'])
  })

  it('in a PostgreSQL database', async () => {
    const storage = await postgresStorage({ pool, schema })
    const secrets = await liveThrough(storage)
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = $1`,
      [schema],
    )
    let dump = ''
    for (const { name } of tables)
      dump += JSON.stringify(
        (await pool.query<{ row: unknown }>(`select to_jsonb(t) as row from ${name} t`)).rows,
      )
    await storage.close()
    expect(foundIn(dump, secrets)).toEqual([])
    expect(foundIn(dump, ['ada@example.com'])).toEqual(['ada@example.com'])
  })
})
