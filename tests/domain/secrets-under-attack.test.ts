import { createRoster } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { openOnboardedWorld, otherWords, words } from '../onboarded-world.ts'
import { tokenOf } from '../services.ts'
import { idOf, refusalOf } from '../world.ts'

describe('a password that has to be replaced', () => {
  it('because its days are over keeps everybody out, whoever asks for a recovery mail meanwhile', async () => {
    const { call, pass, places, roster, stranger, userId } = await openOnboardedWorld({
      passwords: {
        minimumAlone: 15,
        minimumBesideFactor: 8,
        temporaryHours: 24,
        expireAfterDays: 90,
      },
    })
    const { sessionId } = await roster.sessions.start({ userId })
    pass(90 * 86_400)
    expect(await roster.sessions.check({ userId, sessionId })).toEqual({ good: false })
    await stranger.redeem.requestRecovery({ userName: 'ada', organizationId: places.acme })
    await roster.mail.deliver()
    expect((await call.users.get({ userId })).status.status).toBe('AWAITING_NEW_PASSWORD')
    expect(await roster.sessions.check({ userId, sessionId })).toEqual({ good: false })
  })

  it.each(['remove', 'setTemporary', 'expire'] as const)(
    'gives whoever signed in with it no way past an administrator’s %s',
    async (act) => {
      const { call, signIn, stranger, userId } = await openOnboardedWorld()
      await call.passwords.expire({ userId })
      const entered = await signIn(words)
      if (entered.outcome !== 'new_password_needed') throw new Error('It should have been.')
      await call.passwords[act]({ userId })
      expect(
        await refusalOf(
          stranger.redeem.setPassword({ token: entered.token, password: otherWords }),
        ),
      ).toBe('secret_unusable')
    },
  )
})

describe('a recovery that anybody asks for', () => {
  it('takes no link away that an administrator has shown, where links are shown and not mailed', async () => {
    const { call, pass, places, roster, stranger, userId } = await openOnboardedWorld({
      recovery: { delivery: 'show', lifetimeHours: 24 },
    })
    const { link } = await call.passwords.sendReset({ userId })
    pass(300)
    await stranger.redeem.requestRecovery({ userName: 'ada', organizationId: places.acme })
    await roster.mail.deliver()
    expect(
      await stranger.redeem.setPassword({ token: tokenOf(link), password: otherWords }),
    ).toMatchObject({ userName: 'ada' })
  })

  it('is not lost when the store is busy at that moment', async () => {
    const { mail, now, places, services, storage } = await openOnboardedWorld()
    let busy = 0
    const roster = createRoster({
      ...services,
      clock: { now },
      storage: {
        ...storage,
        transaction: (work) =>
          busy-- === 1
            ? Promise.reject(Object.assign(new Error('locked'), { code: 'busy' }))
            : storage.transaction(work),
      },
    })
    await roster
      .as({ userId: null })
      .redeem.requestRecovery({ userName: 'ada', organizationId: places.acme })
    // The first transaction takes the request, the second begins the recovery.
    busy = 2
    await roster.mail.deliver()
    await roster.mail.deliver()
    const later = createRoster({
      ...services,
      storage,
      clock: { now: () => new Date(Date.parse(now()) + 3_600_000).toISOString() },
    })
    await later.mail.deliver()
    expect(mail.mails.map(({ to }) => to.address)).toEqual(['ada@example.com'])
  })
})

describe('authenticator apps', () => {
  it('of whoever has two are not blocked by using the other one', async () => {
    const { call, mail, pass, roster, stranger, userId } = await openOnboardedWorld()
    const codes: string[] = []
    for (const name of ['Old phone', 'New phone']) {
      await call.authenticators.issueEnrolmentLink({ userId })
      await roster.mail.deliver()
      const token = mail.tokenTo('ada@example.com')
      const { secret } = await stranger.redeem.beginTotp({ token })
      codes.push(secret.slice(-6))
      await stranger.redeem.finishTotp({ token, name, code: secret.slice(-6) })
    }
    for (let day = 0; day < 20; day++) {
      pass(86_400)
      expect(await roster.signIn.verifyTotp({ userId, code: codes[1]! })).toEqual({
        outcome: 'right',
      })
    }
    expect(await roster.signIn.verifyTotp({ userId, code: codes[0]! })).toEqual({
      outcome: 'right',
    })
  })

  it('that have locked themselves meanwhile are no second factor to finish onboarding with', async () => {
    const { call, mail, pass, places, roster, stranger } = await openOnboardedWorld({
      authenticators: { limits: {}, inactivityLockDays: 1 },
    })
    await call.users.create({
      organizationId: places.acme,
      userName: 'bob',
      name: { givenName: 'Bob', familyName: 'B' },
      emails: [{ value: 'bob@example.com', primary: true }],
      mfaRequired: true,
    })
    await roster.mail.deliver()
    const token = mail.tokenTo('bob@example.com')
    const { secret } = await stranger.redeem.beginTotp({ token })
    await stranger.redeem.finishTotp({ token, name: 'Phone', code: secret.slice(-6) })
    pass(2 * 86_400)
    expect(await refusalOf(stranger.redeem.finishOnboarding({ token, password: words }))).toBe(
      'factor_needed',
    )
  })
})

describe('notices', () => {
  it('tell of an authenticator that is deleted, and not again of one that was deleted before', async () => {
    const { call, mail, roster, userId } = await openOnboardedWorld()
    const { id: authenticatorId } = await roster.authenticators.register({
      userId,
      type: 'fido2',
      name: 'Key',
    })
    await call.authenticators.delete({ userId, authenticatorId })
    await roster.mail.deliver()
    mail.mails.length = 0
    await call.authenticators.delete({ userId, authenticatorId })
    await roster.mail.deliver()
    expect(mail.mails).toEqual([])
  })
})

describe('a sign-in as nobody at an organization that there is not', () => {
  it('is recorded where somebody can read it', async () => {
    const { places, roster, storage } = await openOnboardedWorld()
    await roster.signIn.verifyPassword({
      userName: 'nobody',
      organizationId: idOf(99_999),
      password: words,
    })
    const [events, lost] = await storage.read(async (tx) => [
      await Array.fromAsync(tx.audit.chain(places.platform)),
      await Array.fromAsync(tx.audit.chain(idOf(99_999))),
    ])
    expect([events.map(({ operation }) => operation), lost.length]).toEqual([
      ['signIn.verifyPassword'],
      0,
    ])
  })
})
