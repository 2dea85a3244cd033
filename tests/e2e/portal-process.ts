import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PortalProcess {
  readonly url: string
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'rosterkit-portal-'))

const launch = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['examples/portal/server/main.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Starts the built portal on a free port and waits for its ready line. */
export function startPortal(databaseFile: string): Promise<PortalProcess> {
  const child = launch({ PORT: '0', ROSTERKIT_DB: databaseFile })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /^Rosterkit portal ready at (http:\/\/localhost:\d+)$/m.exec(said)?.[1]
      if (url) resolve({ url, stop: (signal) => (child.kill(signal), ended) })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    void ended.then((status) => reject(new Error(`The portal ended with ${status}: ${said}`)))
  })
}

/** Starts the portal where it cannot start, and gives what it says about it. */
export async function failingPortal(
  env: Record<string, string>,
): Promise<{ status: number | null; complaint: string }> {
  const child = launch({ PORT: '0', ...env })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, complaint }
}
