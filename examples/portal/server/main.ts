import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import { startMailCatcher } from './mail-catcher.ts'
import { startMailDelivery } from './mail-delivery.ts'
import { openRoster, type RosterSurroundings } from './roster.ts'
import { portalScim } from './scim.ts'
import { sealingKeyIn } from './sealing-key.ts'
import { seedIfEmpty } from './seed.ts'
import { readSettings } from './settings.ts'
import { StartProblem, startProblemText } from './start-problem.ts'
import { isPostgresAddress } from './storage.ts'

const closers: (() => unknown)[] = []
process.once('SIGINT', onSignal).once('SIGTERM', onSignal)

try {
  await start()
} catch (error) {
  console.error(startProblemText(error))
  await close()
  process.exit(1)
}

async function start(): Promise<void> {
  const { port, database, smtpUrl, sealingKeyFile } = readSettings(process.env)
  const opened = Promise.withResolvers<{
    fetch: (request: Request) => Response | Promise<Response>
  }>()
  // The port is taken first, so that nobody waits for seeds only to hear that it was not free.
  // Requests wait until all is ready.
  const actualPort = await listen(port, async (request) => (await opened.promise).fetch(request))

  console.log(`Opening ${isPostgresAddress(database) ? 'the PostgreSQL database' : database} …`)
  const catcher = smtpUrl === null ? await startMailCatcher() : null
  if (catcher) {
    closers.push(catcher.close)
    console.log(`Catching mail at ${catcher.url}; read it at http://localhost:${actualPort}/inbox`)
  }
  const delivery = startMailDelivery()
  const baseUrl = `http://localhost:${actualPort}`
  const {
    roster,
    sessions,
    handler,
    close: closeRoster,
  } = await open({
    database,
    baseUrl,
    smtpUrl: smtpUrl ?? catcher!.url,
    sealingKey: sealingKeyIn(sealingKeyFile, process.env['ROSTERKIT_SEALING_KEY']),
    onMailQueued: delivery.deliver,
  })
  closers.push(closeRoster, delivery.stop)
  await seedIfEmpty(roster.storage, roster.clock.now(), console.log)
  delivery.serve(roster)
  const scim = portalScim(roster, baseUrl)
  console.log(`SCIM for ${scim.tenant} at ${baseUrl}/scim/v2, with the bearer token ${scim.token}`)
  opened.resolve(
    createApp({ roster, sessions, handler, scim: scim.handler, mails: catcher?.mails ?? null }),
  )
  console.log(`Rosterkit portal ready at http://localhost:${actualPort}`)
}

async function open(surroundings: RosterSurroundings) {
  const { database } = surroundings
  try {
    if (!isPostgresAddress(database)) mkdirSync(dirname(database), { recursive: true })
    return await openRoster(surroundings)
  } catch (error) {
    // Both kinds say what is wrong with which file: the storage's own refusals, and the file
    // system's about the folder.
    const known =
      error instanceof Error &&
      'code' in error &&
      (error.code === 'schema_newer' ||
        error.code === 'database_unreadable' ||
        error.code === 'busy' ||
        'syscall' in error)
    throw known ? new StartProblem(error.message) : error
  }
}

function listen(port: number, fetch: (request: Request) => Promise<Response>): Promise<number> {
  const server = createAdaptorServer({ fetch })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new StartProblem(
            `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
          ),
        )
      else if (error.code === 'EACCES')
        reject(
          new StartProblem(
            `Port ${port} needs more rights than this process has. Choose one above 1023: PORT=3000 npm start`,
          ),
        )
      else reject(error)
    })
    // Loopback only: whoever reaches the portal may sign in as anybody.
    server.listen(port, '127.0.0.1', () => {
      closers.push(() => {
        server.close()
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/**
 * The first request to stop counts: a terminal and a package manager may both pass the same Ctrl-C
 * on.
 */
function onSignal(): void {
  process.on('SIGINT', () => {}).on('SIGTERM', () => {})
  void close().then(() => process.exit(0))
}

async function close(): Promise<void> {
  for (const closer of closers.reverse()) await closer()
}
