import { smtpMail, type SmtpMailOptions } from '@rosterkit/adapters/smtp'
import type { OutgoingMail } from '@rosterkit/core/ports'
import { describeMailTransport } from '@rosterkit/core/testing'
import tls from 'node:tls'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  startScriptedSmtp,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  type SmtpBehaviour,
} from './scripted-smtp.ts'

const from = { name: 'Harbourline, Inc.', address: 'no-reply@portal.example' }

const mail: OutgoingMail = {
  messageId: '0198f0c0-7e00-7000-8000-000000000001@portal.example',
  to: { name: 'Ada Lovelace', address: 'ada@example.com' },
  subject: 'Set your password',
  text: 'Hello Ada,\nopen https://portal.example/redeem#abc',
  html: '<p>Hello <b>Ada</b></p>',
  language: 'pt-BR',
}

describeMailTransport({ describe, it, expect }, 'smtp', async () => {
  const server = await startScriptedSmtp()
  const transport = smtpMail({ url: server.url, from })
  return {
    transport,
    delivered: async () => server.mails,
    async close() {
      await transport.close()
      await server.close()
    },
  }
})

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function open(
  options: Partial<SmtpMailOptions> = {},
  serverOptions: ScriptedSmtpOptions = {},
) {
  const server = await startScriptedSmtp(serverOptions)
  const transport = smtpMail({ url: server.url, from, ...options })
  opened.push(
    () => server.close(),
    () => transport.close(),
  )
  return { server, transport }
}

/** What the outbox is told. */
async function refusalOf(sent: Promise<void>) {
  const thrown: unknown = await sent.then(
    () => null,
    (error: unknown) => error,
  )
  return thrown instanceof Error
    ? {
        code: 'code' in thrown && thrown.code,
        permanent: 'permanent' in thrown && thrown.permanent,
        message: thrown.message,
      }
    : thrown
}

const passing = { code: 'mail_refused', permanent: false }
const permanent = { code: 'mail_refused', permanent: true }

/**
 * As if the machine knew this authority. The connection is judged as ever, only with one more name
 * on the list; `tls.setDefaultCACertificates` would do it for the whole process.
 */
function trusting(certificate: string) {
  const connect = tls.connect.bind(tls) as (
    options: tls.ConnectionOptions,
    done?: () => void,
  ) => tls.TLSSocket
  vi.spyOn(tls, 'connect').mockImplementation(((
    options: tls.ConnectionOptions,
    done?: () => void,
  ) => connect({ ...options, ca: certificate }, done)) as typeof tls.connect)
}

/**
 * How many connections are left a moment after the mail was taken; none, because they end by
 * themselves.
 */
async function connectionsLeft(server: ScriptedSmtp): Promise<number> {
  await vi.waitUntil(() => server.connections() === 0, 2_000).catch(() => {})
  return server.connections()
}

describe('a mail over SMTP', () => {
  it('says who sent it, that a machine did, and in which language, and holds text and HTML', async () => {
    const { server, transport } = await open()
    await transport.send(mail)
    const [taken] = server.mails
    const header = (name: string) =>
      taken!.headers.filter(({ key }) => key === name).map(({ value }) => value)
    expect(header('from')).toEqual(['"Harbourline, Inc." <no-reply@portal.example>'])
    expect(header('to')).toEqual(['Ada Lovelace <ada@example.com>'])
    expect(header('message-id')).toEqual([`<${mail.messageId}>`])
    expect(header('auto-submitted')).toEqual(['auto-generated'])
    expect(header('content-language')).toEqual(['pt-BR'])
    expect([header('cc'), header('bcc'), header('x-mailer')].flat().join()).not.toContain('@')
    expect(taken).toMatchObject({
      from: from.address,
      recipients: ['ada@example.com'],
      html: expect.stringContaining('<b>Ada</b>') as unknown,
    })
    expect(taken!.source).toMatch(/multipart\/alternative/)
  })

  it('leaves no header that a name or subject wrote', async () => {
    const { server, transport } = await open()
    const words = 'Ada" <eve@example.org>\\, Bcc: eve@example.org'
    await transport.send({ ...mail, to: { name: words, address: mail.to.address }, subject: words })
    const [taken] = server.mails
    expect(taken!.recipients).toEqual([mail.to.address])
    expect(taken!.subject).toBe(words)
    expect(taken!.headers.map(({ key }) => key).toSorted()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ])
  })

  it('ends its connection', async () => {
    const { server, transport } = await open()
    await transport.send(mail)
    expect(await connectionsLeft(server)).toBe(0)
  })
})

describe('a mail server that refuses', () => {
  const answers: readonly (readonly [SmtpBehaviour, typeof passing])[] = [
    [{ answer: 421, to: 'greeting' }, passing],
    [{ answer: 554, to: 'greeting' }, passing],
    [{ answer: 450 }, passing],
    [{ answer: 550 }, permanent],
    [{ answer: 552 }, permanent],
    [{ answer: 553, to: 'MAIL FROM' }, permanent],
    [{ answer: 530, to: 'MAIL FROM' }, passing],
    [{ answer: 451, to: 'MAIL FROM' }, passing],
    [{ answer: 452, to: 'end of data' }, passing],
    [{ answer: 550, to: 'end of data' }, permanent],
    [{ answer: 552, to: 'end of data' }, permanent],
  ]

  it.for(answers)('%j', async ([behaviour, expected]) => {
    const { server, transport } = await open()
    await server.behave(behaviour, 'accept')
    const refusal = await refusalOf(transport.send(mail))
    expect(refusal).toMatchObject(expected)
    expect(refusal).toMatchObject({
      message: expect.stringContaining(
        typeof behaviour === 'string' ? '' : `The mail server answered ${behaviour.answer}`,
      ) as unknown,
    })
    expect(server.mails).toEqual([])
    expect(await connectionsLeft(server)).toBe(0)
    // The next mail is none the worse for it.
    await transport.send(mail)
    expect(server.mails).toHaveLength(1)
  })

  it('is quoted in one line, however much it says', async () => {
    const { server, transport } = await open()
    await server.behave({
      answer: 550,
      text: `no\u001B[31m such \u202E user ${'very '.repeat(200)}`,
    })
    const refusal = await refusalOf(transport.send(mail))
    const { message } = refusal as Error
    expect(message).toMatch(/^The mail server answered 550 no \[31m such user very/)
    expect(message.length).toBeLessThanOrEqual(300)
  })
})

describe('a mail server in trouble', () => {
  it('that cannot be reached is a passing refusal', async () => {
    const { server, transport } = await open()
    await server.behave('refuse connections')
    expect(await refusalOf(transport.send(mail))).toMatchObject({
      ...passing,
      message: expect.stringContaining('cannot be reached') as unknown,
    })
    await server.behave('accept')
    await transport.send(mail)
    expect(server.mails).toHaveLength(1)
  })

  it('whose name is not known is a passing refusal', async () => {
    const transport = smtpMail({ url: 'smtp://no-such-host.invalid', from, timeoutMs: 3_000 })
    expect(await refusalOf(transport.send(mail))).toMatchObject(passing)
  })

  it.for<SmtpBehaviour>(['hang', 'trickle'])(
    'that does “%s” is given up after the time limit',
    async (behaviour) => {
      const { server, transport } = await open({ timeoutMs: 300 })
      await server.behave(behaviour)
      const startedAt = performance.now()
      expect(await refusalOf(transport.send(mail))).toMatchObject(passing)
      expect(performance.now() - startedAt).toBeLessThan(2_000)
      expect(await connectionsLeft(server)).toBe(0)
    },
  )

  it('that hangs up in the middle of the text is a passing refusal', async () => {
    const { server, transport } = await open()
    await server.behave('drop during data')
    expect(
      await refusalOf(transport.send({ ...mail, text: 'long '.repeat(50_000) })),
    ).toMatchObject(passing)
    expect(server.mails).toEqual([])
  })

  it('that hangs up before it says that it has the mail is a passing refusal, and the next try has the same Message-ID', async () => {
    const { server, transport } = await open()
    await server.behave('drop after data', 'accept')
    expect(await refusalOf(transport.send(mail))).toMatchObject(passing)
    await transport.send(mail)
    expect(server.mails.map(({ messageId }) => messageId)).toEqual([mail.messageId, mail.messageId])
  })
})

describe('encryption', () => {
  it('with a certificate that nobody trusts is a passing refusal, and nothing is said', async () => {
    for (const encryption of ['starttls', 'from the start'] as const) {
      const { server, transport } = await open({}, { encryption })
      expect(await refusalOf(transport.send(mail))).toMatchObject(passing)
      expect(server.mails).toEqual([])
    }
  })

  it('that fails is not left out', async () => {
    const { server, transport } = await open({ unencrypted: true })
    await server.behave('fail TLS')
    expect(await refusalOf(transport.send(mail))).toMatchObject({
      ...passing,
      message: expect.stringContaining('could not be encrypted safely') as unknown,
    })
    expect(server.mails).toEqual([])
  })

  it('is used where the certificate is good', async () => {
    for (const encryption of ['starttls', 'from the start'] as const) {
      const { server, transport } = await open({}, { encryption })
      trusting(server.certificate)
      await transport.send(mail)
      expect(server.mails).toMatchObject([{ encrypted: true }])
      vi.restoreAllMocks()
    }
  })

  it('wants a certificate of that very host', async () => {
    const { server } = await open({}, { encryption: 'from the start' })
    const transport = smtpMail({ url: server.url.replace('localhost', '127.0.0.1'), from })
    trusting(server.certificate)
    expect(await refusalOf(transport.send(mail))).toMatchObject(passing)
    vi.restoreAllMocks()
    expect(server.mails).toEqual([])
  })

  it('is demanded of every server but this machine', async () => {
    // 0.0.0.0 reaches this machine too, but is not one of its names.
    const { server, transport: lenient } = await open()
    const strict = smtpMail({ url: server.url.replace('127.0.0.1', '0.0.0.0'), from })
    expect(await refusalOf(strict.send(mail))).toMatchObject(passing)
    expect(server.mails).toEqual([])
    await lenient.send(mail)
    const allowed = smtpMail({
      url: server.url.replace('127.0.0.1', '0.0.0.0'),
      from,
      unencrypted: true,
    })
    await allowed.send(mail)
    expect(server.mails).toHaveLength(2)
  })
})

describe('logging in', () => {
  it('takes user and password from the url', async () => {
    const { server } = await open({}, { password: 'p@ss:w/ör%d' })
    const transport = smtpMail({
      url: server.url.replace('://', `://user:${encodeURIComponent('p@ss:w/ör%d')}@`),
      from,
    })
    await transport.send(mail)
    expect(server.mails).toHaveLength(1)
  })

  it('with a wrong password is a passing refusal that does not name it', async () => {
    const { server } = await open({}, { password: 'right' })
    const transport = smtpMail({ url: server.url.replace('://', '://user:wrong-password@'), from })
    const refusal = await refusalOf(transport.send(mail))
    expect(refusal).toMatchObject(passing)
    expect(JSON.stringify(refusal)).not.toContain('wrong-password')
  })
})

describe('closing', () => {
  it('waits for the mail under way, and refuses later ones as passing', async () => {
    const { server, transport } = await open()
    const sent = transport.send(mail)
    await transport.close()
    await sent
    expect(server.mails).toHaveLength(1)
    expect(await refusalOf(transport.send(mail))).toMatchObject(passing)
    await transport.close()
    expect(await connectionsLeft(server)).toBe(0)
  })
})

describe('settings that cannot be meant', () => {
  it.for([
    ['mail.example.com'],
    ['http://mail.example.com'],
    ['smtp://'],
    ['smtp://mail.example.com?tls.rejectUnauthorized=false'],
    ['smtps://mail.example.com/?ignoreTLS=true'],
    ['smtp://mail.example.com/path'],
    ['smtp://user:%zz@mail.example.com'],
  ])('throw for the url %s', ([url]) => {
    expect(() => smtpMail({ url: url!, from })).toThrow(TypeError)
  })

  it('throw without repeating a password', () => {
    expect(() => smtpMail({ url: 'smtp://user:s3cret@mail.example.com?x=1', from })).toThrow(
      expect.not.stringContaining('s3cret') as unknown as string,
    )
  })

  it('throw for a sender that is more than one address, or a time limit past the lease', () => {
    const url = 'smtp://mail.example.com'
    expect(() =>
      smtpMail({ url, from: { name: 'A', address: 'a@example.com, b@example.com' } }),
    ).toThrow(TypeError)
    expect(() =>
      smtpMail({ url, from: { name: 'A\r\nBcc: b@example.com', address: 'a@example.com' } }),
    ).toThrow(TypeError)
    for (const timeoutMs of [0, 1.5, 240_001, Number.NaN])
      expect(() => smtpMail({ url, from, timeoutMs })).toThrow(RangeError)
  })
})
