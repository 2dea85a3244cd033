import type { OutgoingMail } from '@rosterkit/core/ports'
import { describeMailTransport } from '@rosterkit/core/testing'
import { describe, expect, it } from 'vitest'
import { consoleMail } from './console-mail.js'

describeMailTransport({ describe, it, expect }, 'console', async () => {
  const printed: string[] = []
  return {
    transport: consoleMail({ write: (text) => void printed.push(text) }),
    delivered: async () => printed.map(read),
    close: async () => {},
  }
})

/** The mail that was printed. */
function read(printed: string) {
  const lines = printed.split('\n')
  const field = (name: string) => lines.find((line) => line.startsWith(`${name}:`))!.slice(12)
  return {
    messageId: field('Message-ID').slice(1, -1),
    recipients: [field('To').replace(/^.* <(.*)>$/, '$1')],
    subject: field('Subject'),
    text: lines.slice(6, -2).join('\n'),
  }
}

const mail: OutgoingMail = {
  messageId: '1@portal.example',
  to: { name: 'Ada Lovelace', address: 'ada@example.com' },
  subject: 'Set your password',
  text: 'Hello Ada,\r\n\topen https://portal.example/redeem#abc\n',
  html: '<p>Hello</p>',
  language: 'en',
}

async function printedOf(changed: Partial<OutgoingMail>): Promise<string> {
  let printed = ''
  await consoleMail({ write: (text) => void (printed += text) }).send({ ...mail, ...changed })
  return printed
}

describe('console mail', () => {
  it('prints who it is for, the subject and the text with its links', async () => {
    const rule = '─'.repeat(70)
    expect(await printedOf({})).toBe(
      [
        '── Mail, printed and not sent ────────────────────────────────────────',
        'To:         Ada Lovelace <ada@example.com>',
        'Subject:    Set your password',
        'Language:   en',
        'Message-ID: <1@portal.example>',
        '',
        'Hello Ada,',
        '\topen https://portal.example/redeem#abc',
        rule,
        '',
      ].join('\n'),
    )
  })

  it('shows what a terminal would obey', async () => {
    expect(await printedOf({ text: 'a\u001B[2Jb\u0007c\u009Bd' })).toContain('a␛[2Jb␇c␡d')
  })
})
