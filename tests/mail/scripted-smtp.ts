import { generateKeyPairSync } from 'node:crypto'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { domainToASCII } from 'node:url'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { certificate as certificateOf, pem } from '../certificates.ts'

/**
 * What a mail server may do to whoever connects. Answers go to RCPT TO unless another command is
 * named; `end of data` is the answer to the text itself.
 */
export type SmtpBehaviour =
  | 'accept'
  /** Nothing listens on the port. */
  | 'refuse connections'
  /** Takes the connection and never says a word. */
  | 'hang'
  /** Greets, and then keeps answering without ever coming to the end of the answer. */
  | 'trickle'
  /** Offers STARTTLS, with a certificate that nobody trusts. */
  | 'fail TLS'
  /**
   * Takes the mail and hangs up before it says so: the sender cannot know. Such mails are among
   * `mails`.
   */
  | 'drop after data'
  /** Hangs up in the middle of the text. */
  | 'drop during data'
  | {
      readonly answer: number
      readonly to?: 'greeting' | 'MAIL FROM' | 'RCPT TO' | 'end of data'
      readonly text?: string
    }

/** A mail as the server took it. */
export interface SmtpMailTaken {
  /** What MAIL FROM and each RCPT TO said. */
  readonly from: string
  readonly recipients: readonly string[]
  /** Without angle brackets. */
  readonly messageId: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Names in lower case. */
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  /** The whole mail as it came. */
  readonly source: string
  readonly encrypted: boolean
}

export interface ScriptedSmtp {
  /**
   * `smtp://127.0.0.1:…`, or `smtps://localhost:…` where the server is encrypted from the start.
   * The same for the server's whole life.
   */
  readonly url: string
  /** What was taken, oldest first. */
  readonly mails: readonly SmtpMailTaken[]
  /** How many connections are open at the moment. */
  readonly connections: () => number
  /** The certificate of its STARTTLS and smtps, in PEM; made by itself. */
  readonly certificate: string
  /**
   * What it does from the next connection on: the first thing to the first, the second to the
   * second …, and the last to all that follow.
   */
  behave(...behaviours: [SmtpBehaviour, ...SmtpBehaviour[]]): Promise<void>
  close(): Promise<void>
}

/**
 * `none`: plain. `starttls`: offered. `from the start`: smtps. With a password, users must log in
 * as `user`.
 */
export interface ScriptedSmtpOptions {
  readonly encryption?: 'none' | 'starttls' | 'from the start'
  readonly password?: string
}

/**
 * Starts a mail server on a free port of this machine that delivers nothing, keeps what it takes,
 * and misbehaves as it is told.
 */
export async function startScriptedSmtp({
  encryption = 'none',
  password,
}: ScriptedSmtpOptions = {}): Promise<ScriptedSmtp> {
  const mails: SmtpMailTaken[] = []
  // Each with the way to cut it off. Where TLS was put on top that is the upper socket: Node
  // crashes when the lower one is destroyed under a handshake.
  const sockets = new Map<Socket, () => void>()
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = pem(
    'CERTIFICATE',
    certificateOf({
      subject: [['CN', 'localhost']],
      key: privateKey,
      authority: true,
      host: 'localhost',
    }),
  )
  let script: SmtpBehaviour[] = ['accept']

  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const front =
    encryption === 'from the start'
      ? createTlsServer({ key: secret, cert: certificate }, accept)
      : createServer(accept)

  function accept(socket: Socket): void {
    sockets.set(socket, () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    const behaviour = script.length > 1 ? script.shift()! : script[0]!
    if (behaviour === 'hang') return
    if (behaviour === 'trickle') return trickle(socket)
    // One server a connection: what it does is settled when it begins.
    smtpServer(behaviour, socket).server.emit('connection', socket)
  }

  function smtpServer(behaviour: SmtpBehaviour, socket: Socket): SMTPServer {
    const refusal = (command: string) => {
      if (typeof behaviour === 'string' || (behaviour.to ?? 'RCPT TO') !== command) return null
      return Object.assign(new Error(behaviour.text ?? `${behaviour.answer} as the script says`), {
        responseCode: behaviour.answer,
      })
    }
    const starttls = behaviour === 'fail TLS' || encryption === 'starttls'
    if (starttls) sockets.set(socket, () => socket.end())
    const cutOff = () => sockets.get(socket)?.()
    const server = new SMTPServer({
      secure: encryption === 'from the start',
      secured: encryption === 'from the start',
      key: secret,
      cert: certificate,
      authOptional: password === undefined,
      disabledCommands: [
        ...(starttls ? [] : ['STARTTLS']),
        ...(password === undefined ? ['AUTH'] : []),
      ],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      onAuth: (auth, _session, done) =>
        auth.username === 'user' && auth.password === password
          ? done(null, { user: 'user' })
          : done(new Error('Invalid username or password')),
      onConnect: (_session, done) => done(refusal('greeting')),
      onSecure(upper, _session, done) {
        if (upper !== socket) sockets.set(socket, () => upper.destroy())
        done()
      },
      onMailFrom: (_address, _session, done) => done(refusal('MAIL FROM')),
      onRcptTo: (_address, _session, done) => done(refusal('RCPT TO')),
      onData(stream, session, done) {
        if (behaviour === 'drop during data') return void stream.once('data', cutOff)
        taken(stream, session)
          .then((mail) => {
            const refused = refusal('end of data')
            if (refused) return done(refused)
            mails.push(mail)
            if (behaviour === 'drop after data') return cutOff()
            done()
          })
          .catch((error: unknown) =>
            done(error instanceof Error ? error : new Error(String(error))),
          )
      },
    })
    // Connections that break are what this server is for.
    server.on('error', () => {})
    return server
  }

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) =>
      front
        .once('error', reject)
        .listen(port, '127.0.0.1', () => resolve(void front.off('error', reject))),
    )
  const stop = () =>
    new Promise<void>((resolve) => {
      if (!front.listening) return resolve()
      front.close(() => resolve())
      for (const cutOff of sockets.values()) cutOff()
    })

  await listen(0)
  const { port } = front.address() as AddressInfo
  return {
    url:
      encryption === 'from the start'
        ? `smtps://localhost:${port}`
        : `smtp://${encryption === 'starttls' ? 'localhost' : '127.0.0.1'}:${port}`,
    mails,
    connections: () => sockets.size,
    certificate,
    async behave(...behaviours) {
      if (behaviours.length > 1 && behaviours.includes('refuse connections'))
        throw new Error('Who is refused is not counted: let “refuse connections” stand alone.')
      script = behaviours
      if (behaviours[0] === 'refuse connections') await stop()
      else if (!front.listening) await listen(port)
    },
    close: stop,
  }
}

async function taken(
  stream: AsyncIterable<Buffer>,
  session: SMTPServerSession,
): Promise<SmtpMailTaken> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  const source = Buffer.concat(chunks)
  const { mailFrom, rcptTo } = session.envelope
  const parsed = await PostalMime.parse(source)
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    recipients: rcptTo.map(({ address }) => asSent(address)),
    messageId: (parsed.messageId ?? '').replaceAll(/^<|>$/g, ''),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    headers: parsed.headers.map(({ key, value }) => ({ key, value })),
    source: source.toString('utf8'),
    encrypted: session.secure,
  }
}

/** The library shows `xn--…` domains in Unicode; this is what was said. */
function asSent(address: string): string {
  const at = address.lastIndexOf('@')
  return /^\p{ASCII}*$/u.test(address)
    ? address
    : `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
}

/** A line of the answer every 20 ms, and never the last. */
function trickle(socket: Socket): void {
  socket.write('220 scripted ESMTP\r\n')
  socket.once('data', () => {
    const timer = setInterval(() => socket.write('250-and so on\r\n'), 20)
    socket.once('close', () => clearInterval(timer))
  })
}
