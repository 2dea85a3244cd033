import { memoryStorage } from '@rosterkit/adapters/memory'
import { MailRefusal, type RosterOptions } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { tokenOf, withServices } from '../services.ts'
import { failureOf, openWorld, refusalOf } from '../world.ts'

const words = 'seven quiet harbours at dawn'
const otherWords = 'nine loud mountains by noon'

async function openStage(options: Partial<RosterOptions> = {}) {
  const { mail, hasher, services } = withServices(options)
  const world = await openWorld(services)
  const root = await world.join('root', 'platform', { roles: ['administrator'] })
  const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
  const { roster, places } = world
  const stranger = roster.as({ userId: null })
  const invite = async (more: object = {}) =>
    world.as(admin).users.create({
      organizationId: places.acme,
      userName: 'ada',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      emails: [{ value: 'ada@example.com', primary: true }],
      ...more,
    })
  const onboarded = async () => {
    const { id: userId } = await invite()
    await roster.mail.deliver()
    await stranger.redeem.finishOnboarding({
      token: mail.tokenTo('ada@example.com'),
      password: words,
    })
    mail.mails.length = 0
    return userId
  }
  const signIn = (password: string) =>
    roster.signIn.verifyPassword({ userName: 'ada', organizationId: places.acme, password })
  return {
    ...world,
    mail,
    hasher,
    root,
    admin,
    call: world.as(admin),
    stranger,
    invite,
    onboarded,
    signIn,
    userId: '',
  }
}

describe('a new person', () => {
  it('gets a mail, finishes onboarding by its link, and is active with a verified address', async () => {
    const { call, invite, mail, roster, stranger, signIn } = await openStage()
    const { id: userId, activationLink, status } = await invite()
    expect(status.status).toBe('PROVISIONED')
    expect(activationLink).toEqual({
      link: null,
      sentTo: 'ada@example.com',
      expiresAt: '2026-03-08T09:00:00.000Z',
    })
    expect(await roster.mail.deliver()).toEqual({ sent: 1, postponed: 0, failed: 0, obsolete: 0 })
    const token = mail.tokenTo('ada@example.com')
    expect(await stranger.redeem.open({ token })).toMatchObject({
      purpose: 'activation',
      person: { displayName: 'Ada Lovelace', organization: 'Acme' },
      password: { minimum: 15, maximum: 1024 },
    })
    await stranger.redeem.finishOnboarding({ token, password: words })
    expect(await call.users.get({ userId })).toMatchObject({
      status: { status: 'ACTIVE' },
      verifiedEmails: ['ada@example.com'],
      password: { state: 'set' },
    })
    expect(await signIn(words)).toMatchObject({ outcome: 'accepted', userId })
    expect(await refusalOf(stranger.redeem.finishOnboarding({ token, password: words }))).toBe(
      'secret_unusable',
    )
  })

  it('by policy gets a link to copy, which is mailed to nobody and verifies no address', async () => {
    const { call, invite, mail, roster, stranger } = await openStage({
      activation: { delivery: 'show', lifetimeHours: 1 },
    })
    const { id: userId, activationLink } = await invite()
    expect(activationLink).toMatchObject({ sentTo: null, expiresAt: '2026-03-01T10:00:00.000Z' })
    await roster.mail.deliver()
    expect(mail.mails).toEqual([])
    await stranger.redeem.finishOnboarding({
      token: tokenOf(activationLink?.link),
      password: words,
    })
    expect(await call.users.get({ userId })).toMatchObject({
      verifiedEmails: [],
      status: { status: 'ACTIVE' },
    })
  })

  it('by policy gets both, and the first that is used ends the other', async () => {
    const { invite, mail, roster, stranger } = await openStage({
      activation: { delivery: 'both', lifetimeHours: 1 },
    })
    const { activationLink } = await invite()
    await roster.mail.deliver()
    await stranger.redeem.finishOnboarding({
      token: tokenOf(activationLink?.link),
      password: words,
    })
    expect(await refusalOf(stranger.redeem.open({ token: mail.tokenTo('ada@example.com') }))).toBe(
      'secret_unusable',
    )
  })

  it('shows the link where there is no mail, and the administrator can ask for it whatever the policy says', async () => {
    const { mail: _, services } = withServices()
    const { mail: __, ...withoutMail } = services
    const world = await openWorld(withoutMail)
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const created = await world.as(admin).users.create({
      organizationId: world.places.acme,
      userName: 'ada',
      name: { givenName: 'Ada', familyName: 'L' },
      emails: [{ value: 'ada@example.com', primary: true }],
    })
    expect(created.activationLink?.link).toMatch(/^https:\/\/portal\.example\/redeem#[\w-]{64}$/)
    const { invite } = await openStage()
    expect((await invite({ activation: 'link' })).activationLink).toMatchObject({
      sentTo: null,
      link: expect.stringContaining('#') as string,
    })
  })

  it('gets nothing when they come later or by federation', async () => {
    const { call, invite } = await openStage()
    const later = await invite({ activation: 'later' })
    expect(later.activationLink).toBe(null)
    expect((await call.users.activate({ userId: later.id })).activationLink).toMatchObject({
      sentTo: 'ada@example.com',
    })
    expect((await invite({ userName: 'fed', federatedOnly: true })).activationLink).toBe(null)
  })

  it('can be sent a new link, which ends the former one also before it was delivered', async () => {
    const { call, invite, mail, roster, stranger } = await openStage()
    const { id: userId } = await invite()
    await roster.mail.deliver()
    const first = mail.tokenTo('ada@example.com')
    await call.users.resendActivation({ userId })
    expect(await refusalOf(stranger.redeem.open({ token: first }))).toBe('secret_unusable')
    await call.users.resendActivation({ userId })
    expect(await roster.mail.deliver()).toMatchObject({ sent: 1, obsolete: 1 })
    await stranger.redeem.finishOnboarding({
      token: mail.tokenTo('ada@example.com'),
      password: words,
    })
    expect(await refusalOf(call.users.resendActivation({ userId }))).toBe('invalid_transition')
  })

  it('whose link is over still shows it, and it can be renewed', async () => {
    const { call, invite, mail, pass, roster, stranger } = await openStage()
    const { id: userId } = await invite()
    await roster.mail.deliver()
    pass(7 * 86_400 - 1)
    await stranger.redeem.open({ token: mail.tokenTo('ada@example.com') })
    pass(1)
    expect(await refusalOf(stranger.redeem.open({ token: mail.tokenTo('ada@example.com') }))).toBe(
      'secret_unusable',
    )
    expect(await call.secrets.list({ userId })).toMatchObject({
      items: [{ purpose: 'activation', expired: true, sentTo: ['ada@example.com'] }],
    })
    await call.users.resendActivation({ userId })
    expect(await call.secrets.list({ userId })).toMatchObject({
      items: [{ purpose: 'activation', expired: false }],
    })
  })

  it('must register a second factor first where one is required', async () => {
    const { invite, mail, roster, stranger } = await openStage()
    await invite({ mfaRequired: true })
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    expect(await stranger.redeem.open({ token })).toMatchObject({
      password: { minimum: 8 },
      factors: {
        required: true,
        registered: 0,
        available: ['security_key', 'totp', 'secret_code'],
      },
    })
    expect(await refusalOf(stranger.redeem.finishOnboarding({ token, password: 'eight ch' }))).toBe(
      'factor_needed',
    )
    const { secret } = await stranger.redeem.beginTotp({ token })
    expect(
      await refusalOf(stranger.redeem.finishTotp({ token, name: 'Phone', code: '000000' })),
    ).toBe('ceremony_refused')
    expect(
      await stranger.redeem.finishTotp({ token, name: 'Phone', code: secret.slice(-6) }),
    ).toMatchObject({ linkDone: false, authenticator: { type: 'totp', state: 'active' } })
    await stranger.redeem.finishOnboarding({ token, password: 'eight ch' })
  })
})

describe('what kills a link', () => {
  const deaths: Record<
    string,
    (stage: Awaited<ReturnType<typeof openStage>>, userId: string) => Promise<unknown>
  > = {
    'a lock': ({ call }, userId) => call.users.lock({ userId, reason: 'x' }),
    'a deactivation': ({ call }, userId) => call.users.deactivate({ userId, reason: 'x' }),
    'a deletion': ({ call }, userId) => call.users.delete({ userId, userName: 'ada' }),
    'a change of address': ({ call }, userId) =>
      call.users.get({ userId }).then(({ version }) =>
        call.users.update({
          userId,
          version,
          emails: [{ value: 'new@example.com', primary: true }],
        }),
      ),
    'a turn to federated sign-in': ({ call }, userId) =>
      call.users
        .get({ userId })
        .then(({ version }) => call.users.update({ userId, version, federatedOnly: true })),
    'a move': ({ as, root, places }, userId) =>
      as(root).users.move({ userId, toOrganizationId: places.beta }),
  }
  it.each(Object.entries(deaths))('%s does, and nothing brings it back', async (_, kill) => {
    const stage = await openStage()
    const { call, invite, mail, roster, stranger } = stage
    const { id: userId } = await invite()
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    await kill(stage, userId)
    expect(await refusalOf(stranger.redeem.open({ token }))).toBe('secret_unusable')
    await Promise.allSettled([
      call.users.unlock({ userId }),
      call.users.reactivate({ userId, reason: 'x' }),
      call.users.restore({ userId }),
    ])
    expect(await refusalOf(stranger.redeem.finishOnboarding({ token, password: words }))).toBe(
      'secret_unusable',
    )
  })

  it('a lock of the organization only keeps it waiting', async () => {
    const { as, invite, mail, places, roster, root, stranger } = await openStage()
    await invite()
    await roster.mail.deliver()
    await as(root).organizations.lock({ organizationId: places.acme, reason: 'x' })
    expect(await refusalOf(stranger.redeem.open({ token: mail.tokenTo('ada@example.com') }))).toBe(
      'secret_unusable',
    )
    await as(root).organizations.unlock({ organizationId: places.acme })
    await stranger.redeem.open({ token: mail.tokenTo('ada@example.com') })
  })

  it('failed sign-ins do not: a stranger who guesses takes nothing away, and recovery lifts the lock', async () => {
    const { call, mail, onboarded, roster, signIn, stranger } = await openStage()
    const userId = await onboarded()
    await call.passwords.sendReset({ userId })
    await roster.mail.deliver()
    for (let guess = 0; guess < 6; guess++) await signIn('a wrong guess of many')
    expect((await call.users.get({ userId })).status.status).toBe('AUTO_LOCKED')
    await stranger.redeem.setPassword({
      token: mail.tokenTo('ada@example.com'),
      password: otherWords,
    })
    expect((await call.users.get({ userId })).status.status).toBe('ACTIVE')
    expect(await signIn(otherWords)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('a link', () => {
  it('opens nothing but what it is for, for nobody else, and in nobody else’s session', async () => {
    const { admin, call, invite, mail, onboarded, roster, stranger } = await openStage()
    await onboarded()
    await invite({ userName: 'bob', emails: [{ value: 'bob@example.com', primary: true }] })
    await roster.mail.deliver()
    const token = mail.tokenTo('bob@example.com')
    expect(await refusalOf(stranger.redeem.setPassword({ token, password: otherWords }))).toBe(
      'secret_unusable',
    )
    expect(await refusalOf(call.redeem.finishOnboarding({ token, password: otherWords }))).toBe(
      'other_account',
    )
    expect(await refusalOf(roster.as({ userId: admin.id }).redeem.open({ token }))).toBe(
      'other_account',
    )
    for (const forged of [
      '',
      'x',
      token.slice(1),
      `${token}A`,
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      'A'.repeat(64),
    ])
      expect([forged, await refusalOf(stranger.redeem.open({ token: forged }))]).toEqual([
        forged,
        'secret_unusable',
      ])
    await stranger.redeem.finishOnboarding({ token, password: otherWords })
  })

  it('is used once by however many at once', async () => {
    const { invite, mail, roster, stranger } = await openStage()
    await invite()
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        stranger.redeem.finishOnboarding({ token, password: words }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is looked at as often as a scanner likes', async () => {
    const { invite, mail, roster, stranger } = await openStage()
    await invite()
    await roster.mail.deliver()
    for (let look = 0; look < 10; look++)
      await stranger.redeem.open({ token: mail.tokenTo('ada@example.com') })
    expect(
      await stranger.redeem.finishOnboarding({
        token: mail.tokenTo('ada@example.com'),
        password: words,
      }),
    ).toEqual({ userName: 'ada' })
  })
})

describe('passwords', () => {
  /** The way to choose another password by a link. */
  async function choosing() {
    const { call, mail, onboarded, roster, stranger } = await openStage({
      blockList: { has: (plain) => plain === 'correct horse battery staple' },
    })
    await call.passwords.sendReset({ userId: await onboarded() })
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    return (password: string) => stranger.redeem.setPassword({ token, password })
  }

  it.each([
    ['too short alone', 'fourteen chars', 'too_short'],
    ['the person’s own name', 'lovelace-lovelace-ada', 'contains_name'],
    ['the organization’s name', 'acme acme acme acme', 'contains_name'],
    ['on the block list', 'correct horse battery staple', 'too_common'],
  ])('%s: refused, and the link stays good for a better one', async (_, password, code) => {
    const choose = await choosing()
    expect(await failureOf(choose(password))).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'password', code }] },
    })
    await choose(otherWords)
  })

  it.each([
    ['fifteen, as code points', 'fifteen chars \u{1F511}'],
    ['of one kind of characters', 'aaaaaaaaaaaaaaabbbbbbbb'],
    ['of another script', 'пятнадцать букв да'],
    ['of spaces between', 'a b c d e f g h i'],
  ])('%s: taken, and the link is good for nothing more', async (_, password) => {
    const choose = await choosing()
    await choose(password)
    expect(await refusalOf(choose(otherWords))).toBe('secret_unusable')
  })

  it('are the same in every normal form, whole to the last character, and refused beyond the cap without hashing', async () => {
    const { call, hasher, mail, onboarded, roster, signIn, stranger } = await openStage()
    const userId = await onboarded()
    const set = async (password: string) => {
      await call.passwords.sendReset({ userId })
      await roster.mail.deliver()
      await stranger.redeem.setPassword({ token: mail.tokenTo('ada@example.com'), password })
    }
    await set('Ångström café naïve'.normalize('NFC'))
    expect(await signIn('Ångström café naïve'.normalize('NFD'))).toMatchObject({
      outcome: 'accepted',
    })
    await set(`${'x'.repeat(72)}first`)
    expect(await signIn(`${'x'.repeat(72)}other`)).toEqual({ outcome: 'refused' })
    await set('y'.repeat(1024))
    const { hashed } = hasher.work
    await call.passwords.sendReset({ userId })
    await roster.mail.deliver()
    for (const length of [1025, 1_000_000])
      expect(
        await refusalOf(
          stranger.redeem.setPassword({
            token: mail.tokenTo('ada@example.com'),
            password: 'z'.repeat(length),
          }),
        ),
      ).toBe('invalid_input')
    expect(hasher.work.hashed).toBe(hashed)
  })

  it('reset by mail: RECOVERY, the old one good until then, sessions ended, notices to the verified address', async () => {
    const { call, mail, onboarded, roster, signIn, stranger, storage } = await openStage()
    const userId = await onboarded()
    await roster.sessions.start({ userId })
    expect(await call.passwords.sendReset({ userId })).toMatchObject({
      sentTo: 'ada@example.com',
      sessionsEnded: 1,
      expiresAt: '2026-03-02T09:00:00.000Z',
    })
    expect((await call.users.get({ userId })).status.status).toBe('RECOVERY')
    expect(await signIn(words)).toMatchObject({ outcome: 'accepted' })
    await roster.mail.deliver()
    await roster.sessions.start({ userId })
    expect(
      await stranger.redeem.setPassword({
        token: mail.tokenTo('ada@example.com'),
        password: otherWords,
      }),
    ).toMatchObject({ userName: 'ada', sessionsEnded: 1 })
    expect(await signIn(words)).toEqual({ outcome: 'refused' })
    expect(await signIn(otherWords)).toMatchObject({ outcome: 'accepted' })
    mail.mails.length = 0
    await roster.mail.deliver()
    expect(mail.mails.map(({ to }) => to.address)).toEqual(['ada@example.com'])
    expect(mail.mails[0]!.text).toContain('help@portal.example')
    // Nothing of a password stands in the audit.
    const audit = JSON.stringify(
      await storage.read(async (tx) =>
        Array.fromAsync(tx.audit.chain((await tx.users.find(userId))!.organizationId)),
      ),
    )
    for (const secret of [words, otherWords, '$quick$']) expect(audit).not.toContain(secret)
  })

  it('of 24 hours less a second is good, of 24 hours not', async () => {
    const { call, mail, onboarded, pass, roster, stranger } = await openStage()
    const userId = await onboarded()
    await call.passwords.sendReset({ userId })
    await roster.mail.deliver()
    pass(86_399)
    await stranger.redeem.open({ token: mail.tokenTo('ada@example.com') })
    pass(1)
    expect(
      await refusalOf(
        stranger.redeem.setPassword({
          token: mail.tokenTo('ada@example.com'),
          password: otherWords,
        }),
      ),
    ).toBe('secret_unusable')
  })

  it('made temporary: shown once, good for one sign-in that leads to a new one, over after a day', async () => {
    const { call, onboarded, pass, roster, signIn, stranger } = await openStage()
    const userId = await onboarded()
    await roster.sessions.start({ userId })
    const { password, expiresAt, sessionsEnded } = await call.passwords.setTemporary({ userId })
    expect({ expiresAt, sessionsEnded }).toEqual({
      expiresAt: '2026-03-02T09:00:00.000Z',
      sessionsEnded: 1,
    })
    expect((await call.users.get({ userId })).status.status).toBe('AWAITING_NEW_PASSWORD')
    expect(await signIn(words)).toEqual({ outcome: 'refused' })
    const first = await signIn(password)
    expect(first).toMatchObject({ outcome: 'new_password_needed', userId })
    expect(await signIn(password)).toEqual({ outcome: 'refused' })
    if (first.outcome !== 'new_password_needed') throw new Error('It should have been.')
    await stranger.redeem.setPassword({ token: first.token, password: otherWords })
    expect(await signIn(otherWords)).toMatchObject({ outcome: 'accepted' })
    const second = await call.passwords.setTemporary({ userId })
    expect(second.password).not.toBe(password)
    pass(86_400)
    expect(await signIn(second.password)).toEqual({ outcome: 'refused' })
  })

  it('removed and expired', async () => {
    const { call, onboarded, signIn, stranger } = await openStage()
    const userId = await onboarded()
    await call.passwords.expire({ userId })
    expect((await call.users.get({ userId })).status.status).toBe('AWAITING_NEW_PASSWORD')
    const entered = await signIn(words)
    if (entered.outcome !== 'new_password_needed') throw new Error('It should have been.')
    await stranger.redeem.setPassword({ token: entered.token, password: otherWords })
    await call.passwords.remove({ userId })
    expect(await call.users.get({ userId })).toMatchObject({
      password: { state: 'none' },
      status: { status: 'ACTIVE' },
    })
    expect(await signIn(otherWords)).toEqual({ outcome: 'refused' })
    expect(await refusalOf(call.passwords.remove({ userId }))).toBe('no_password')
  })

  it('expire by policy, when the host insists', async () => {
    const { call, onboarded, pass, signIn } = await openStage({
      passwords: {
        minimumAlone: 15,
        minimumBesideFactor: 8,
        temporaryHours: 24,
        expireAfterDays: 90,
      },
    })
    const userId = await onboarded()
    pass(90 * 86_400)
    expect((await call.users.get({ userId })).status.status).toBe('AWAITING_NEW_PASSWORD')
    expect(await signIn(words)).toMatchObject({ outcome: 'new_password_needed' })
  })

  it('never expire otherwise', async () => {
    const { onboarded, pass, signIn } = await openStage()
    await onboarded()
    pass(400 * 86_400)
    expect(await signIn(words)).toMatchObject({ outcome: 'accepted' })
  })

  it('are none of the roster’s business for somebody who signs in elsewhere, and never one’s own', async () => {
    const { admin, call, join } = await openStage()
    const fed = await join('fed', 'acme', { signInRoute: 'federated' })
    expect(await refusalOf(call.passwords.sendReset({ userId: fed.id }))).toBe('federated_only')
    expect(await refusalOf(call.passwords.setTemporary({ userId: admin.id }))).toBe('own_account')
  })

  it('take the same work for nobody, for somebody without one and for somebody who is locked out', async () => {
    const { call, hasher, join, onboarded, places, roster, signIn } = await openStage()
    const userId = await onboarded()
    await join('bare', 'acme')
    await signIn(words)
    await call.users.lock({ userId, reason: 'x' })
    for (const userName of ['ada', 'bare', 'nobody']) {
      const { verified } = hasher.work
      expect(
        await roster.signIn.verifyPassword({
          userName,
          organizationId: places.acme,
          password: words,
        }),
      ).toEqual({ outcome: 'refused' })
      expect(hasher.work.verified - verified).toBe(1)
    }
  })
})

it('a store that is busy while something is prepared is told as such', async () => {
  const storage = memoryStorage()
  const { services } = withServices({
    storage: {
      ...storage,
      read: () => Promise.reject(Object.assign(new Error('locked'), { code: 'busy' })),
    },
  })
  const { roster } = await openWorld(services)
  expect(
    await refusalOf(
      roster.as({ userId: null }).redeem.setPassword({ token: 'A'.repeat(64), password: words }),
    ),
  ).toBe('busy')
})

describe('a forgotten password', () => {
  it('is answered alike for everybody; who it is about is found out later, and mails come no faster than every five minutes', async () => {
    const { mail, onboarded, pass, places, roster, stranger } = await openStage()
    await onboarded()
    for (const userName of ['ada', 'nobody', 'admin'])
      expect(
        await stranger.redeem.requestRecovery({ userName, organizationId: places.acme }),
      ).toEqual({})
    await roster.mail.deliver()
    await roster.mail.deliver()
    expect(mail.mails.map(({ to }) => to.address).sort()).toEqual([
      'ada@example.com',
      'admin@example.com',
    ])
    await stranger.redeem.requestRecovery({ userName: 'ADA', organizationId: places.acme })
    await roster.mail.deliver()
    expect(mail.mails).toHaveLength(2)
    pass(300)
    await stranger.redeem.requestRecovery({ userName: 'ada', organizationId: places.acme })
    await roster.mail.deliver()
    expect(mail.mails).toHaveLength(3)
    await stranger.redeem.setPassword({
      token: mail.tokenTo('ada@example.com'),
      password: otherWords,
    })
  })
})

describe('secret codes', () => {
  async function withCode() {
    const stage = await openStage()
    const userId = await stage.onboarded()
    await stage.call.authenticators.issueEnrolmentLink({ userId })
    await stage.roster.mail.deliver()
    const token = stage.mail.tokenTo('ada@example.com')
    await stage.stranger.redeem.chooseSecretCode({ token, secretCode: '482093' })
    const reset = (code: string, secretCode = '730518') =>
      stage.stranger.redeem.resetSecretCode({
        userName: 'ada',
        organizationId: stage.places.acme,
        code,
        secretCode,
      })
    return {
      ...stage,
      userId,
      token,
      reset,
      check: (secretCode: string) => stage.roster.signIn.verifySecretCode({ userId, secretCode }),
    }
  }

  it('three wrong ones block it; a reset code leads to a new one', async () => {
    const { call, check, reset, userId } = await withCode()
    expect(await check('111112')).toEqual({ outcome: 'wrong', triesLeft: 2 })
    expect(await check('482093')).toEqual({ outcome: 'right', triesLeft: 3 })
    for (const triesLeft of [2, 1, 0]) expect(await check('111112')).toMatchObject({ triesLeft })
    expect(await check('482093')).toEqual({ outcome: 'blocked', triesLeft: 0 })
    const { code, sentTo, expiresAt } = await call.secretCodes.issueResetCode({ userId })
    expect({ sentTo, expiresAt }).toEqual({ sentTo: null, expiresAt: '2026-03-01T09:15:00.000Z' })
    expect(code).toMatch(/^\d{4} \d{4}$/)
    await reset(code!.replace(' ', '-'))
    expect(await check('730518')).toMatchObject({ outcome: 'right' })
    expect(await check('482093')).toMatchObject({ outcome: 'wrong' })
    expect(await refusalOf(reset(code!))).toBe('secret_unusable')
  })

  it('a reset code dies with its successor, after three wrong tries, and after fifteen minutes', async () => {
    const { call, pass, reset, userId } = await withCode()
    const first = await call.secretCodes.issueResetCode({ userId })
    const second = await call.secretCodes.issueResetCode({ userId })
    expect(await refusalOf(reset(first.code!))).toBe('secret_unusable')
    pass(15 * 60 - 1)
    expect(await refusalOf(reset('00000000'))).toBe('secret_unusable')
    expect(await refusalOf(reset('00000001'))).toBe('secret_unusable')
    expect(await refusalOf(reset(second.code!))).toBe('secret_unusable')
    const third = await call.secretCodes.issueResetCode({ userId })
    pass(15 * 60)
    expect(await refusalOf(reset(third.code!))).toBe('secret_unusable')
  })

  it('of two hundred guesses at once no more are judged than the policy allows', async () => {
    const { call, reset, userId } = await withCode()
    const { code } = await call.secretCodes.issueResetCode({ userId })
    const guesses = await Promise.allSettled(
      Array.from({ length: 200 }, (_, guess) => reset(String(10_000_000 + guess))),
    )
    expect(guesses.every(({ status }) => status === 'rejected')).toBe(true)
    expect(await refusalOf(reset(code!))).toBe('secret_unusable')
  })

  it('can be mailed instead, when the policy says so', async () => {
    const stage = await openStage({
      resetCode: { delivery: 'mail', lifetimeMinutes: 15, format: 'pin8', tries: 3 },
    })
    const userId = await stage.onboarded()
    expect(await refusalOf(stage.call.secretCodes.issueResetCode({ userId }))).toBe(
      'no_secret_code',
    )
    await stage.call.authenticators.issueEnrolmentLink({ userId })
    await stage.roster.mail.deliver()
    await stage.stranger.redeem.chooseSecretCode({
      token: stage.mail.tokenTo('ada@example.com'),
      secretCode: '482093',
    })
    expect(await stage.call.secretCodes.issueResetCode({ userId })).toMatchObject({
      code: null,
      sentTo: 'ada@example.com',
    })
    await stage.roster.mail.deliver()
    const code = stage.mail.mails.at(-1)!.text.match(/\d{4} \d{4}/)![0]
    await stage.stranger.redeem.resetSecretCode({
      userName: 'ada',
      organizationId: stage.places.acme,
      code,
      secretCode: '730518',
    })
  })

  it('must have the form that the policy names', async () => {
    const { call, reset, userId } = await withCode()
    const { code } = await call.secretCodes.issueResetCode({ userId })
    for (const simple of ['111111', '123456', '987654', '12345', 'abcdef'])
      expect([simple, await refusalOf(reset(code!, simple))]).toEqual([simple, 'invalid_input'])
    await reset(code!)
  })
})

describe('authenticator apps', () => {
  it('are judged at sign-in: each code once, none while locked, and the secret stands nowhere in clear', async () => {
    const { call, mail, onboarded, pass, roster, signIn, storage, stranger } = await openStage()
    const userId = await onboarded()
    await call.authenticators.issueEnrolmentLink({ userId })
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    const { secret, address } = await stranger.redeem.beginTotp({ token })
    expect(address).toContain('otpauth://totp/Harbourline:ada')
    const code = secret.slice(-6)
    const { authenticator } = await stranger.redeem.finishTotp({ token, name: 'Phone', code })
    expect(await signIn(words)).toMatchObject({
      outcome: 'accepted',
      mfaRequired: true,
      factors: ['totp'],
    })
    expect(await roster.signIn.verifyTotp({ userId, code })).toEqual({ outcome: 'wrong' })
    pass(60)
    expect(await roster.signIn.verifyTotp({ userId, code })).toEqual({ outcome: 'right' })
    expect(await roster.signIn.verifyTotp({ userId, code })).toEqual({ outcome: 'wrong' })
    const kept = await storage.read(async (tx) =>
      JSON.stringify([
        await tx.credentials.ofUsers([userId]),
        await tx.secrets.ofUsers([userId]),
        await Array.fromAsync(tx.audit.chain((await tx.users.find(userId))!.organizationId)),
      ]),
    )
    expect(kept).not.toContain(secret)
    await call.authenticators.lock({ userId, authenticatorId: authenticator.id, reason: 'x' })
    pass(60)
    expect(await roster.signIn.verifyTotp({ userId, code })).toEqual({ outcome: 'wrong' })
    expect(await signIn(words)).toMatchObject({ factors: [] })
  })

  it('bear twenty wrong codes', async () => {
    const { call, mail, onboarded, pass, roster, stranger } = await openStage()
    const userId = await onboarded()
    await call.authenticators.issueEnrolmentLink({ userId })
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    const { secret } = await stranger.redeem.beginTotp({ token })
    await stranger.redeem.finishTotp({ token, name: 'Phone', code: secret.slice(-6) })
    for (let guess = 0; guess < 20; guess++)
      expect(await roster.signIn.verifyTotp({ userId, code: '......' })).toEqual({
        outcome: 'wrong',
      })
    pass(60)
    expect(await roster.signIn.verifyTotp({ userId, code: secret.slice(-6) })).toEqual({
      outcome: 'blocked',
    })
  })
})

describe('security keys', () => {
  const answer = (options: Record<string, unknown>, credentialId = 'a2V5') => ({
    answered: options['challenge'],
    credentialId,
  })

  it('are enrolled by an administrator, told to the person, and stay locked when the administrator locks them', async () => {
    const { as, call, mail, onboarded, roster } = await openStage()
    const userId = await onboarded()
    const { options, expiresAt } = await call.authenticators.beginSecurityKey({ userId })
    expect(expiresAt).toBe('2026-03-01T09:10:00.000Z')
    const key = await call.authenticators.finishSecurityKey({
      userId,
      name: 'Blue key',
      response: answer(options),
    })
    expect(key).toMatchObject({
      type: 'fido2',
      state: 'active',
      details: { product: 'YubiKey 5 Series' },
    })
    expect((await call.users.get({ userId })).mfa.enrolment).toBe('enrolled')
    await roster.mail.deliver()
    expect(mail.mails.map(({ to, text }) => [to.address, text.includes('Blue key')])).toEqual([
      ['ada@example.com', true],
    ])
    await call.authenticators.lock({ userId, authenticatorId: key.id, reason: 'x' })
    expect(
      await refusalOf(as({ id: userId }).authenticators.unlockOwn({ authenticatorId: key.id })),
    ).toBe('invalid_transition')
  })

  it('take each challenge once, from whoever began, for whom it was, for ten minutes', async () => {
    const { as, call, invite, onboarded, pass, root } = await openStage()
    const userId = await onboarded()
    const bob = await invite({
      userName: 'bob',
      emails: [{ value: 'bob@example.com', primary: true }],
    })
    const { options } = await call.authenticators.beginSecurityKey({ userId })
    expect(
      await refusalOf(
        call.authenticators.finishSecurityKey({
          userId: bob.id,
          name: 'x',
          response: answer(options),
        }),
      ),
    ).toBe('ceremony_refused')
    expect(
      await refusalOf(
        as(root).authenticators.finishSecurityKey({ userId, name: 'x', response: answer(options) }),
      ),
    ).toBe('ceremony_refused')
    expect(
      await refusalOf(
        call.authenticators.finishSecurityKey({
          userId,
          name: 'x',
          response: { answered: 'another' },
        }),
      ),
    ).toBe('ceremony_refused')
    expect(
      await refusalOf(
        call.authenticators.finishSecurityKey({ userId, name: 'x', response: answer(options) }),
      ),
    ).toBe('ceremony_refused')
    const again = await call.authenticators.beginSecurityKey({ userId })
    pass(600)
    expect(
      await refusalOf(
        call.authenticators.finishSecurityKey({
          userId,
          name: 'x',
          response: answer(again.options),
        }),
      ),
    ).toBe('ceremony_refused')
  })

  it('open a sign-in while they are active, once for each challenge', async () => {
    const { call, onboarded, roster, signIn } = await openStage()
    const userId = await onboarded()
    expect(await refusalOf(roster.signIn.beginSecurityKey({ userId }))).toBe('factor_needed')
    const { options } = await call.authenticators.beginSecurityKey({ userId })
    const { id: authenticatorId } = await call.authenticators.finishSecurityKey({
      userId,
      name: 'Key',
      response: answer(options),
    })
    expect(await signIn(words)).toMatchObject({ factors: ['security_key'] })
    const asked = await roster.signIn.beginSecurityKey({ userId })
    const response = { ...answer(asked.options), id: 'a2V5' }
    expect(await roster.signIn.finishSecurityKey({ userId, response })).toEqual({
      outcome: 'right',
      authenticatorId,
    })
    expect(await roster.signIn.finishSecurityKey({ userId, response })).toMatchObject({
      outcome: 'wrong',
    })
    const again = await roster.signIn.beginSecurityKey({ userId })
    await call.authenticators.lock({ userId, authenticatorId, reason: 'x' })
    expect(
      await roster.signIn.finishSecurityKey({
        userId,
        response: { ...answer(again.options), id: 'a2V5' },
      }),
    ).toMatchObject({ outcome: 'wrong' })
    expect(await refusalOf(roster.signIn.beginSecurityKey({ userId }))).toBe('factor_needed')
  })

  it('belong to one person only, and what they are recognised by goes when they are deleted', async () => {
    const { call, invite, onboarded, storage } = await openStage()
    const userId = await onboarded()
    const bob = await invite({
      userName: 'bob',
      emails: [{ value: 'bob@example.com', primary: true }],
    })
    const enrol = async (id: string) => {
      const { options } = await call.authenticators.beginSecurityKey({ userId: id })
      return call.authenticators.finishSecurityKey({
        userId: id,
        name: 'Key',
        response: answer(options),
      })
    }
    const { id: authenticatorId } = await enrol(userId)
    expect(await refusalOf(enrol(bob.id))).toBe('security_key_taken')
    const materials = () =>
      storage.read(async (tx) =>
        (await tx.credentials.ofUsers([userId])).map(({ material }) => material.kind),
      )
    expect(await materials()).toEqual(['password', 'security_key'])
    await call.authenticators.delete({ userId, authenticatorId })
    expect(await materials()).toEqual(['password'])
    await call.users.delete({ userId, userName: 'ada' })
    await call.users.purge({ userId, userName: 'ada' })
    await enrol(bob.id)
  })

  it('are registered by the person with an enrolment link, which is used up by it and survives a failed try', async () => {
    const { call, mail, onboarded, roster, stranger } = await openStage()
    const userId = await onboarded()
    await call.authenticators.issueEnrolmentLink({ userId })
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    await stranger.redeem.beginSecurityKey({ token })
    expect(
      await refusalOf(stranger.redeem.finishSecurityKey({ token, name: 'Key', response: {} })),
    ).toBe('ceremony_refused')
    const { options } = await stranger.redeem.beginSecurityKey({ token })
    expect(
      await stranger.redeem.finishSecurityKey({ token, name: 'Key', response: answer(options) }),
    ).toMatchObject({ linkDone: true })
    expect(await refusalOf(stranger.redeem.open({ token }))).toBe('secret_unusable')
    expect((await call.authenticators.list({ userId })).items).toHaveLength(1)
  })
})

describe('the outbox', () => {
  it('keeps what a server refuses, tries again with growing pauses and the same Message-ID, and loses nothing', async () => {
    const { call, invite, mail, pass, roster } = await openStage()
    mail.refuse = new Error('connect ECONNREFUSED')
    const { id: userId } = await invite()
    expect(await roster.mail.deliver()).toMatchObject({ postponed: 1 })
    expect(await roster.mail.deliver()).toMatchObject({ postponed: 0, sent: 0 })
    expect(await call.mails.ofUser({ userId })).toMatchObject({
      items: [
        {
          state: 'queued',
          attempts: 1,
          lastError: 'connect ECONNREFUSED',
          dueAt: '2026-03-01T09:01:00.000Z',
        },
      ],
    })
    pass(60)
    await roster.mail.deliver()
    expect(await call.mails.ofUser({ userId })).toMatchObject({
      items: [{ attempts: 2, dueAt: '2026-03-01T09:03:00.000Z' }],
    })
    mail.refuse = null
    pass(120)
    expect(await roster.mail.deliver()).toMatchObject({ sent: 1 })
    expect(mail.mails[0]!.messageId).toMatch(/^[0-9a-f-]{36}@portal\.example$/)
    expect(await call.mails.ofUser({ userId })).toMatchObject({
      items: [{ state: 'sent', lastError: null }],
    })
  })

  it('gives up at once on a mailbox that does not exist, shows it, and tries again when asked to', async () => {
    const { call, invite, mail, roster } = await openStage()
    mail.refuse = new MailRefusal('550 No such user here', true)
    const { id: userId } = await invite()
    expect(await roster.mail.deliver()).toMatchObject({ failed: 1 })
    expect(await call.mails.ofUser({ userId })).toMatchObject({
      items: [{ state: 'failed', lastError: '550 No such user here' }],
    })
    const [dead] = await roster.mail.failed()
    expect(dead).toMatchObject({ address: 'ada@example.com', occasion: 'activation' })
    mail.refuse = null
    expect(await roster.mail.retry(dead!.id)).toBe(true)
    expect(await roster.mail.deliver()).toMatchObject({ sent: 1 })
    expect(await roster.mail.retry(dead!.id)).toBe(false)
  })

  it('gives up after a day of passing failures', async () => {
    const { invite, mail, pass, roster } = await openStage()
    mail.refuse = new Error('421 busy')
    await invite()
    for (let tries = 0; tries < 11; tries++) {
      expect(await roster.mail.deliver()).toMatchObject({ postponed: 1 })
      pass(6 * 3600)
    }
    expect(await roster.mail.deliver()).toMatchObject({ failed: 1 })
  })

  it('after a worker was killed sends a second copy with the same Message-ID, and the link in either works once', async () => {
    const stage = await openStage()
    const { invite, mail, pass, roster, storage, stranger } = stage
    await invite()
    await roster.mail.deliver()
    // As if the worker had died between sending and marking.
    await storage.transaction(async (tx) => {
      const [sent] = await tx.outbox.ofUser(
        (await tx.users.findByUserName(stage.places.acme, 'ada'))!.id,
        1,
      )
      await tx.outbox.update(
        { ...sent!, state: 'queued', sentAt: null, version: sent!.version + 1 },
        sent!.version,
      )
    })
    expect(await roster.mail.deliver()).toMatchObject({ sent: 0 })
    pass(300)
    expect(await roster.mail.deliver()).toMatchObject({ sent: 1 })
    const [first, second] = mail.mails
    expect(second!.messageId).toBe(first!.messageId)
    const token = tokenOf(first!.text.match(/https:\S+#\S+/)?.[0])
    await stranger.redeem.finishOnboarding({ token, password: words })
    expect(await refusalOf(stranger.redeem.open({ token: mail.tokenTo('ada@example.com') }))).toBe(
      'secret_unusable',
    )
  })

  it('tells the host after the commit, and a host that throws harms nobody', async () => {
    let told = 0
    const stage = await openStage({
      onMailQueued: () => {
        told++
        throw new Error('the host’s own affair')
      },
    })
    await stage.invite()
    expect(told).toBe(1)
    expect(await refusalOf(stage.invite())).toBe('user_name_taken')
    expect(told).toBe(1)
    expect(await stage.roster.mail.deliver()).toMatchObject({ sent: 1 })
  })

  it('goes with what was promised: a refused command promises nothing, and a purge takes its mails along', async () => {
    const { call, invite, onboarded, roster, storage } = await openStage()
    const userId = await onboarded()
    await refusalOf(invite())
    expect(await roster.mail.deliver()).toEqual({ sent: 0, postponed: 0, failed: 0, obsolete: 0 })
    await call.users.delete({ userId, userName: 'ada' })
    const mails = async () => (await storage.read((tx) => tx.outbox.ofUser(userId, 10))).length
    expect(await mails()).toBeGreaterThan(0)
    await call.users.purge({ userId, userName: 'ada' })
    expect(await mails()).toBe(0)
  })

  it('tells every verified address, the old one too, when the address changes or a factor goes', async () => {
    const { call, mail, onboarded, roster } = await openStage()
    const userId = await onboarded()
    const { version } = await call.users.get({ userId })
    await call.users.update({
      userId,
      version,
      emails: [{ value: 'new@example.com', primary: true }],
    })
    await roster.mail.deliver()
    expect(mail.mails.map(({ to }) => to.address).sort()).toEqual([
      'ada@example.com',
      'new@example.com',
    ])
    mail.mails.length = 0
    const key = await roster.authenticators.register({ userId, type: 'fido2', name: 'Key' })
    await call.authenticators.delete({ userId, authenticatorId: key.id })
    await call.authenticators.reset({ userId })
    await roster.mail.deliver()
    expect(mail.mails.map(({ to }) => to.address)).toEqual([
      'new@example.com',
      'new@example.com',
      'new@example.com',
    ])
  })
})
