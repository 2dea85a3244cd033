import type { AddressInfo } from 'node:net'
import PostalMime, { type Address } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface CaughtMail {
  readonly id: number
  readonly receivedAt: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
}

export interface MailCatcher {
  /** Where to send: `smtp://127.0.0.1:…`. */
  readonly url: string
  /** Newest first. */
  readonly mails: () => readonly CaughtMail[]
  readonly close: () => Promise<void>
}

const mostKept = 500
const largestMailInBytes = 5 * 1024 * 1024

/**
 * A mail server for trying out: takes every mail on a free loopback port, delivers none, and keeps
 * them in memory.
 */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: largestMailInBytes,
    onData(stream, _session, done) {
      readMail(stream)
        .then((mail) => {
          mails.unshift({ id: ++count, ...mail })
          mails.length = Math.min(mails.length, mostKept)
          done()
        })
        .catch((error: unknown) => done(error instanceof Error ? error : new Error(String(error))))
    },
  })
  server.on('error', (error) => console.error(`mail catcher: ${error.message}`))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function readMail(stream: AsyncIterable<Buffer>): Promise<Omit<CaughtMail, 'id'>> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  const { from, to, subject, text, html } = await PostalMime.parse(Buffer.concat(chunks))
  return {
    receivedAt: new Date().toISOString(),
    from: addresses(from ? [from] : []),
    to: addresses(to ?? []),
    subject: subject || '(no subject)',
    text: text ?? '',
    html: html ?? null,
  }
}

function addresses(list: readonly Address[]): string {
  return list
    .flatMap((entry) => (entry.group ? entry.group : [entry]))
    .map(({ name, address }) => (name ? `${name} <${address}>` : address))
    .join(', ')
}
