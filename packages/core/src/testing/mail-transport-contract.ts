import { rejectionOf, type TestRunner } from './test-runner.js'
import type { MailTransport, OutgoingMail } from '../domain/mail/mail-transport.js'

/** A message as it came out at the other end of a transport. */
export interface DeliveredMail {
  /** Without angle brackets. */
  readonly messageId: string
  /** Every address that the message went to, as the outside world saw it. */
  readonly recipients: readonly string[]
  readonly subject: string
  readonly text: string
}

/** A transport under test and the place where its messages arrive. */
export interface MailTransportWorld {
  readonly transport: MailTransport
  /** What has arrived so far, oldest first. */
  readonly delivered: () => Promise<readonly DeliveredMail[]>
  readonly close: () => Promise<void>
}

/**
 * Opens a transport whose messages arrive nowhere else. Called once a test; the suite closes it.
 */
export type OpenMailTransport = () => Promise<MailTransportWorld>

const mail: OutgoingMail = {
  messageId: '0198f0c0-7e00-7000-8000-000000000001@portal.example',
  to: { name: 'Ada Lovelace', address: 'ada@example.com' },
  subject: 'Set your password',
  text: 'Hello Ada,\n\nopen https://portal.example/redeem#abc to set your password.\n',
  html: '<p>Hello Ada,</p><p><a href="https://portal.example/redeem#abc">Set your password</a></p>',
  language: 'en',
}

// Each is one mailbox or none to a strict reader, and several or another one to some library or
// server.
const ambiguousAddresses = [
  '',
  'ada',
  '@example.com',
  'ada@',
  'ada@example.com,eve@example.org',
  'ada@example.com, eve@example.org',
  'ada@example.com;eve@example.org',
  'ada@example.com eve@example.org',
  'ada@example.com>,<eve@example.org',
  '<ada@example.com>',
  'Ada <ada@example.com>',
  'eve@example.org@example.com',
  '"eve@example.org"@example.com',
  '"ada lovelace"@example.com',
  '"ada\\"eve"@example.com',
  'ada(comment)@example.com',
  'ada@example.com(comment)',
  'group:ada@example.com,eve@example.org;',
  'ada@[192.0.2.1]',
  'ada@[x@evil.example]',
  'ada..lovelace@example.com',
  '.ada@example.com',
  'ada@example..com',
  'ada@-example.com',
  ' ada@example.com',
  'ada@example.com ',
  'ada@example.com\u00A0',
  'ada@exa\u200Bmple.com',
  'ada\uFF20example.com',
  'ada@example\uFF0Ecom',
  'ada@ex\u0430mple.com',
  'ad\u00E9@example.com',
  'ada@example.com\r\nBcc: eve@example.org',
  'ada@example.com\nRCPT TO:<eve@example.org>',
  'ada@example.com\r\n eve@example.org',
  'ada\u0000@example.com',
  'ada@example.com\u2028eve@example.org',
  `${'a'.repeat(65)}@example.com`,
  `ada@${'example.'.repeat(32)}com`,
]

const oneLineWords = [
  'a\r\nBcc: eve@example.org',
  'a\nb',
  'a\rb',
  'a\r\n\r\n<script>',
  'a\r\n folded',
  'a\u0000b',
  'a\u0085b',
  'a\u2028b',
  'a\u2029b',
  'a\uD800',
]

const deceivingNames = [
  '',
  'Lovelace, Ada',
  'Ada <eve@example.org>',
  'eve@example.org',
  'Ada" <eve@example.org>, "',
  'Ada (comment)',
  'Ada; Eve: Group',
  'Łukasz 李小龙 \u{1F600}',
  'Ada =?utf-8?q?=3Ceve=40example.org=3E?=',
  'Ada\\',
  '🧵'.repeat(120),
]

/** The contract of {@link MailTransport}. */
export function describeMailTransport(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenMailTransport,
): void {
  const fact = (sentence: string, test: (world: MailTransportWorld) => Promise<void>) =>
    it(sentence, async () => {
      const world = await open()
      try {
        await test(world)
      } finally {
        await world.close()
      }
    })

  describe(`mail transport: ${name}`, () => {
    fact(
      'delivers a mail to the one address, with its message id, subject and text',
      async ({ transport, delivered }) => {
        await transport.send(mail)
        expect(await trimmed(delivered)).toEqual([
          {
            messageId: mail.messageId,
            recipients: [mail.to.address],
            subject: mail.subject,
            text: mail.text.trim(),
          },
        ])
      },
    )

    fact(
      'keeps every letter of the address, capitals and signs included',
      async ({ transport, delivered }) => {
        const addresses = [
          'Ada.Lovelace@Example.COM',
          "o'hara+tag@example.com",
          'x_y-z@sub.example.co.uk',
          'a!#$%&*/=?^`{|}~b@example.com',
          'ada@xn--exmple-cua.com',
          `${'a'.repeat(64)}@example.com`,
        ]
        for (const address of addresses)
          await transport.send({ ...mail, to: { name: 'Ada', address } })
        expect((await delivered()).map(({ recipients }) => recipients)).toEqual(
          addresses.map((address) => [address]),
        )
      },
    )

    fact(
      'keeps subject and text in any script, and lines of any length',
      async ({ transport, delivered }) => {
        const subject = `Пароль 密码 – “quoted”, =?utf-8?q?x?= ${'ü'.repeat(150)}`
        const text = `Zażółć gęślą jaźń 李小龙 \u{1F600}\n.\n..\nFrom here\n--boundary\n=3D ${'long '.repeat(400)}\nhttps://portal.example/redeem#${'k'.repeat(300)}`
        await transport.send({ ...mail, subject, text, language: 'zh-Hant-TW' })
        expect(await trimmed(delivered)).toEqual([
          { messageId: mail.messageId, recipients: [mail.to.address], subject, text },
        ])
      },
    )

    fact('gives each try of a mail the same message id', async ({ transport, delivered }) => {
      await transport.send(mail)
      await transport.send(mail)
      expect((await delivered()).map(({ messageId }) => messageId)).toEqual([
        mail.messageId,
        mail.messageId,
      ])
    })

    fact(
      'sends to one recipient, whatever the name looks like',
      async ({ transport, delivered }) => {
        for (const words of deceivingNames)
          await transport.send({
            ...mail,
            to: { name: words, address: mail.to.address },
            subject: words,
          })
        expect((await delivered()).map(({ recipients }) => recipients)).toEqual(
          deceivingNames.map(() => [mail.to.address]),
        )
      },
    )

    fact(
      'refuses for good an address that is not plainly one, and sends nothing',
      async ({ transport, delivered }) => {
        for (const address of ambiguousAddresses)
          expect([
            address,
            await refusalOf(transport.send({ ...mail, to: { name: 'Ada', address } })),
          ]).toEqual([address, 'permanent'])
        expect(await delivered()).toEqual([])
      },
    )

    fact(
      'refuses for good a line end or control character where one line belongs, and sends nothing',
      async ({ transport, delivered }) => {
        for (const words of oneLineWords) {
          const mails = [
            { ...mail, to: { name: words, address: mail.to.address } },
            { ...mail, subject: words },
            { ...mail, messageId: `${words}@portal.example` },
            { ...mail, language: words },
          ]
          for (const each of mails)
            expect([words, await refusalOf(transport.send(each))]).toEqual([words, 'permanent'])
        }
        expect(await delivered()).toEqual([])
      },
    )

    fact('keeps mails apart that are sent at the same time', async ({ transport, delivered }) => {
      const mails = Array.from({ length: 10 }, (_, index) => ({
        ...mail,
        messageId: `${index}@portal.example`,
        to: { name: `Person ${index}`, address: `person-${index}@example.com` },
        subject: `Subject ${index}`,
        text: `Text ${index}`,
      }))
      await Promise.all(mails.map((each) => transport.send(each)))
      const arrived = [...(await trimmed(delivered))].sort(
        (a, b) => Number.parseInt(a.messageId, 10) - Number.parseInt(b.messageId, 10),
      )
      expect(arrived).toEqual(
        mails.map(({ messageId, to, subject, text }) => ({
          messageId,
          recipients: [to.address],
          subject,
          text,
        })),
      )
    })
  })
}

/**
 * What arrived, without anything else that a world may report. A line end more or less at the end
 * of a text is no loss, and mail servers add one.
 */
async function trimmed(delivered: MailTransportWorld['delivered']): Promise<DeliveredMail[]> {
  return (await delivered()).map(({ messageId, recipients, subject, text }) => ({
    messageId,
    recipients,
    subject,
    text: text.trim(),
  }))
}

/** “permanent” or “temporary” for a refusal, and anything else that was thrown as it is. */
async function refusalOf(sent: Promise<void>): Promise<unknown> {
  const thrown = await rejectionOf(sent)
  if (
    !(thrown instanceof Error) ||
    !('code' in thrown) ||
    thrown.code !== 'mail_refused' ||
    !('permanent' in thrown)
  )
    return thrown
  return thrown.permanent === true ? 'permanent' : 'passing'
}
