import { smtpMail } from '@rosterkit/adapters/smtp'
import { afterEach, describe, expect, it } from 'vitest'
import { openWorld } from '../world.ts'
import { startScriptedSmtp, type ScriptedSmtp, type SmtpBehaviour } from './scripted-smtp.ts'

// A mail server that misbehaves in every way there is, and then recovers: whatever it did, each
// mail that was promised arrives, with one Message-ID, at the one address it was for.

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function openStage() {
  const server = await startScriptedSmtp()
  const mail = smtpMail({
    url: server.url,
    from: { name: 'Portal', address: 'no-reply@portal.example' },
    timeoutMs: 400,
  })
  closers.push(
    () => server.close(),
    () => mail.close(),
  )
  const world = await openWorld({ mail, baseUrl: 'https://portal.example' })
  const admin = world.as(await world.join('admin', 'acme', { roles: ['administrator'] }))
  const invite = (name: string) =>
    admin.users.create({
      organizationId: world.places.acme,
      userName: name,
      name: { givenName: name, familyName: 'Test' },
      emails: [{ value: `${name}@example.com`, primary: true }],
    })
  return { ...world, server, admin, invite }
}

/** Delivers until nothing is due any more, letting the pauses pass. */
async function deliverAll(
  { roster, pass }: Pick<Awaited<ReturnType<typeof openStage>>, 'roster' | 'pass'>,
  hours = 30,
): Promise<void> {
  for (let quarter = 0; quarter < hours * 4; quarter++) {
    await roster.mail.deliver()
    pass(15 * 60)
  }
}

const arrived = (server: ScriptedSmtp) =>
  server.mails.map(({ recipients, messageId }) => ({ to: recipients.join(), messageId }))

const passing: Record<string, SmtpBehaviour> = {
  'refuses connections': 'refuse connections',
  hangs: 'hang',
  trickles: 'trickle',
  'fails TLS': 'fail TLS',
  'hangs up during the text': 'drop during data',
  'says 421': { answer: 421, to: 'greeting' },
  'says 450 to the recipient': { answer: 450 },
  'says 451 to the text': { answer: 451, to: 'end of data' },
}

describe('the outbox over a mail server that', () => {
  it.each(Object.entries(passing))(
    '%s and then recovers: the mail arrives once',
    async (_, behaviour) => {
      const stage = await openStage()
      await stage.server.behave(behaviour)
      const { id: userId } = await stage.invite('ada')
      expect(await stage.roster.mail.deliver()).toMatchObject({ postponed: 1 })
      const { items } = await stage.admin.mails.ofUser({ userId })
      expect(items).toMatchObject([{ state: 'queued', attempts: 1 }])
      expect(items[0]!.lastError).toMatch(/\w{3}/)
      await stage.server.behave('accept')
      stage.pass(60)
      expect(await stage.roster.mail.deliver()).toMatchObject({ sent: 1 })
      expect(arrived(stage.server)).toMatchObject([{ to: 'ada@example.com' }])
    },
  )

  it.each([550, 552])(
    'says %i: it is given up at once, and an administrator sees why',
    async (answer) => {
      const stage = await openStage()
      await stage.server.behave({ answer })
      const { id: userId } = await stage.invite('ada')
      expect(await stage.roster.mail.deliver()).toMatchObject({ failed: 1 })
      expect((await stage.admin.mails.ofUser({ userId })).items).toMatchObject([
        { state: 'failed', lastError: expect.stringContaining(String(answer)) as string },
      ])
    },
  )

  it('takes the mail and hangs up before saying so: it comes again with the same Message-ID', async () => {
    const stage = await openStage()
    await stage.server.behave('drop after data', 'accept')
    await stage.invite('ada')
    await deliverAll(stage, 1)
    const [first, second, ...more] = arrived(stage.server)
    expect(second).toEqual(first)
    expect(more).toEqual([])
  })

  it('does all of it in turn, to many mails at once: none is lost, none goes astray, copies share their Message-ID', async () => {
    const stage = await openStage()
    const people = Array.from({ length: 12 }, (_, index) => `person${index}`)
    for (const person of people) await stage.invite(person)
    const faults = Object.values(passing).filter((behaviour) => behaviour !== 'refuse connections')
    await stage.server.behave('drop after data', ...faults, 'drop after data', ...faults, 'accept')
    await deliverAll(stage)
    const idsByAddress = Map.groupBy(arrived(stage.server), ({ to }) => to)
    expect([...idsByAddress.keys()].sort()).toEqual(
      people.map((person) => `${person}@example.com`).sort(),
    )
    expect(
      [...idsByAddress.values()].map(
        (mails) => new Set(mails.map(({ messageId }) => messageId)).size,
      ),
    ).toEqual(people.map(() => 1))
    expect(new Set([...idsByAddress.values()].map(([mail]) => mail!.messageId)).size).toBe(
      people.length,
    )
    expect(await stage.roster.mail.failed()).toEqual([])
  })
})
