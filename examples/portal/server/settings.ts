import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isPostgresAddress } from './storage.ts'
import { StartProblem } from './start-problem.ts'

export interface Settings {
  readonly port: number
  /** The path of a SQLite file, or the address of a PostgreSQL database. */
  readonly database: string
  /** Where mail goes; null for the portal's own catcher. */
  readonly smtpUrl: string | null
  /** Where the sealing key is kept unless ROSTERKIT_SEALING_KEY brings it. */
  readonly sealingKeyFile: string
}

const defaultDatabaseFile = fileURLToPath(new URL('../data/roster.db', import.meta.url))

/**
 * Reads PORT, ROSTERKIT_DB and SMTP_URL. Throws a {@link StartProblem} that says which of them
 * cannot be used.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const database = env['ROSTERKIT_DB'] || defaultDatabaseFile
  return {
    port: readPort(env['PORT'] || '3000'),
    database,
    smtpUrl: env['SMTP_URL'] ? readSmtpUrl(env['SMTP_URL']) : null,
    sealingKeyFile: isPostgresAddress(database)
      ? join(dirname(defaultDatabaseFile), 'sealing.key')
      : `${database}.sealing-key`,
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new StartProblem(
      `PORT is “${text}”. Give a number from 0 to 65535; 0 takes any free port.`,
    )
  return port
}

function readSmtpUrl(text: string): string {
  if (!URL.canParse(text) || !/^smtps?:$/.test(new URL(text).protocol))
    throw new StartProblem(
      'SMTP_URL is not an address such as smtp://user:password@mail.example.com:587.',
    )
  return text
}
