import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The key that seals what must be read again, such as the secrets of authenticator apps: from
 * ROSTERKIT_SEALING_KEY, or from a file that is made at the first start. A real portal keeps it
 * where it keeps its other secrets, and never beside the database.
 */
export function sealingKeyIn(file: string, fromEnvironment: string | undefined): string {
  if (fromEnvironment) return fromEnvironment
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
