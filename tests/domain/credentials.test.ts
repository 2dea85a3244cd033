import { secretCodeFormats, type RosterOptions } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { openOnboardedWorld, otherWords, words } from '../onboarded-world.ts'
import { quickHasher, tokenOf, withServices } from '../services.ts'
import { failureOf, openWorld, refusalOf } from '../world.ts'

/** Ada's world, with what is kept of her password and the way to register something. */
async function openStage(options: Partial<RosterOptions> = {}) {
  const stage = await openOnboardedWorld(options)
  const { call, mail, roster, storage, userId } = stage
  const hash = () =>
    storage.read(async (tx) => {
      const found = (await tx.credentials.ofUsers([userId])).find(
        ({ material }) => material.kind === 'password',
      )
      return found?.material.kind === 'password' ? found.material.hash : null
    })
  const enrol = async () => {
    await call.authenticators.issueEnrolmentLink({ userId })
    await roster.mail.deliver()
    return mail.tokenTo('ada@example.com')
  }
  return { ...stage, hash, enrol }
}

describe('a secret code', () => {
  it.each([
    [
      'pin6',
      ['135790', '112233', '012346'],
      ['13579', '1357901', '13579a', 'a13579', '135 790', '111111', '123456', '654321', ''],
    ],
    [
      'pin8',
      ['13579024'],
      ['1357902', '135790246', '1357902x', 'x1357902', '99999999', '23456789'],
    ],
    ['pin46', ['1358', '13579', '135790'], ['135', '1357902', '135x', '0000', '4321']],
    [
      'password8',
      ['abcdefgh', '🙂🙃abcdef', 'aaaaabcd', 'a'.repeat(61) + 'bcd'],
      ['abcdefg', '🙂🙃abcde', 'aaaaabbc', 'a'.repeat(62) + 'bcd'],
    ],
    ['password12', ['abcdefghijkl'], ['abcdefghijk', 'abcabcabcabc']],
  ] as const)('of the form %s is one of some and none of others', (form, fine, refused) => {
    for (const code of fine)
      expect([code, secretCodeFormats[form].objection(code)]).toEqual([code, null])
    for (const code of refused)
      expect([code, secretCodeFormats[form].objection(code)]).toEqual([
        code,
        expect.stringMatching(/^(Enter|Use|This is too easy to guess).+\.$/),
      ])
  })

  const notInForm = {
    code: 'invalid_input',
    details: {
      issues: [
        {
          path: 'secretCode',
          code: 'not_in_form',
          message: expect.stringContaining('too easy to guess') as string,
        },
      ],
    },
  }
  const lastNotice = async ({ roster, mail }: Awaited<ReturnType<typeof openStage>>) => {
    await roster.mail.deliver()
    return mail.mails.at(-1)
  }

  it('is chosen by a link once, in its form, and told to its holder', async () => {
    const stage = await openStage()
    const { call, enrol, hasher, roster, stranger, userId } = stage
    const check = (secretCode: string) => roster.signIn.verifySecretCode({ userId, secretCode })
    const token = await enrol()
    const { hashed } = hasher.work
    expect(
      await failureOf(stranger.redeem.chooseSecretCode({ token, secretCode: '123456' })),
    ).toMatchObject(notInForm)
    expect(
      await refusalOf(
        stranger.redeem.chooseSecretCode({ token: `${token}x`, secretCode: '482093' }),
      ),
    ).toBe('secret_unusable')
    expect(hasher.work.hashed).toBe(hashed)
    expect(await stranger.redeem.chooseSecretCode({ token, secretCode: '482093' })).toEqual({
      userName: 'ada',
    })
    expect(await lastNotice(stage)).toMatchObject({
      to: { address: 'ada@example.com' },
      text: expect.stringContaining('PIN') as string,
    })
    expect((await call.audit.ofUser({ userId })).items[0]).toMatchObject({
      event: 'secret_code.chosen',
      changes: expect.arrayContaining([
        { field: 'secret code', before: 'none', after: 'set' },
      ]) as unknown,
    })
    expect(
      await failureOf(
        stranger.redeem.chooseSecretCode({ token: await enrol(), secretCode: '730518' }),
      ),
    ).toEqual({ code: 'invalid_transition', details: { from: 'set', event: 'choose' } })
    expect(await check('482093')).toMatchObject({ outcome: 'right' })
  })

  it.each(['show', 'mail'] as const)(
    'is chosen anew by a reset code (%s), which a code out of form costs nothing',
    async (delivery) => {
      const stage = await openStage({
        resetCode: { delivery, lifetimeMinutes: 15, format: 'pin8', tries: 2 },
      })
      const { call, enrol, hasher, mail, places, roster, stranger, userId } = stage
      await stranger.redeem.chooseSecretCode({ token: await enrol(), secretCode: '482093' })
      const { code: shown } = await call.secretCodes.issueResetCode({ userId })
      await roster.mail.deliver()
      const code = shown ?? mail.mails.at(-1)?.text.match(/\d{4} \d{4}/)?.[0] ?? ''
      const reset = (entered: string, secretCode: string) =>
        stranger.redeem.resetSecretCode({
          userName: 'ada',
          organizationId: places.acme,
          code: entered,
          secretCode,
        })
      const { hashed } = hasher.work
      for (let attempt = 0; attempt < 3; attempt++)
        expect(await failureOf(reset(code, '123456'))).toMatchObject(notInForm)
      expect(hasher.work.hashed).toBe(hashed)
      expect(await refusalOf(reset('0000 0000', '730518'))).toBe('secret_unusable')
      expect(await reset(code, '730518')).toEqual({ userName: 'ada' })
      expect(await lastNotice(stage)).toMatchObject({
        subject: 'Secret code changed – Harbourline',
      })
      expect(
        (await call.audit.ofUser({ userId })).items.find(
          ({ event }) => event === 'secret_code.reset',
        )?.changes,
      ).toContainEqual({ field: 'secret code', before: 'set', after: 'set' })
      expect((await call.users.get({ userId })).verifiedEmails).toEqual(
        delivery === 'mail' ? ['ada@example.com'] : [],
      )
    },
  )

  it('is not chosen by a reset code that is replaced while it is compared', async () => {
    const inner = quickHasher()
    let meanwhile: () => Promise<unknown> = () => Promise.resolve()
    const { call, enrol, places, roster, stranger, userId } = await openStage({
      hasher: {
        ...inner,
        async verify(text, hash) {
          const right = await inner.verify(text, hash)
          await meanwhile()
          return right
        },
      },
    })
    await stranger.redeem.chooseSecretCode({ token: await enrol(), secretCode: '482093' })
    const { code } = await call.secretCodes.issueResetCode({ userId })
    meanwhile = () => call.secretCodes.issueResetCode({ userId })
    expect(
      await refusalOf(
        stranger.redeem.resetSecretCode({
          userName: 'ada',
          organizationId: places.acme,
          code: code ?? '',
          secretCode: '730518',
        }),
      ),
    ).toBe('secret_unusable')
    meanwhile = () => Promise.resolve()
    expect(await roster.signIn.verifySecretCode({ userId, secretCode: '482093' })).toMatchObject({
      outcome: 'right',
    })
  })
})

describe('onboarding', () => {
  /** Bob's link, in a portal that keeps passwords or none. */
  async function invited(mfaRequired: boolean, passwords = true) {
    const { hasher, ...services } = withServices().services
    const world = await openWorld(passwords ? { hasher, ...services } : services)
    const call = world.as(await world.join('admin', 'acme', { roles: ['administrator'] }))
    const { id: userId, activationLink } = await call.users.create({
      organizationId: world.places.acme,
      userName: 'bob',
      name: { givenName: 'Bob', familyName: 'Noyce' },
      emails: [{ value: 'bob@example.com', primary: true }],
      mfaRequired,
      activation: 'link',
    })
    const token = tokenOf(activationLink?.link)
    const stranger = world.roster.as({ userId: null })
    const register = async () => {
      const { secret } = await stranger.redeem.beginTotp({ token })
      await stranger.redeem.finishTotp({ token, name: 'Phone', code: secret.slice(-6) })
    }
    return {
      register,
      finish: (password?: string) =>
        stranger.redeem.finishOnboarding({
          token,
          ...(password === undefined ? {} : { password }),
        }),
      status: async () => (await call.users.get({ userId })).status.status,
    }
  }

  it('wants a password where the portal keeps them, from whoever registered nothing else', async () => {
    const { finish, register, status } = await invited(false)
    expect(await failureOf(finish())).toEqual({
      code: 'invalid_input',
      details: { issues: [{ path: 'password', code: 'required', message: 'Choose a password.' }] },
    })
    expect(await status()).toBe('PROVISIONED')
    await register()
    expect(await finish()).toEqual({ userName: 'bob' })
    expect(await status()).toBe('ACTIVE')
  })

  it('needs none where the portal keeps none, and there refuses one', async () => {
    const { finish, register, status } = await invited(true, false)
    expect(await refusalOf(finish())).toBe('factor_needed')
    await register()
    expect(await refusalOf(finish(words))).toBe('not_configured')
    expect(await finish()).toEqual({ userName: 'bob' })
    expect(await status()).toBe('ACTIVE')
    const unguarded = await invited(false, false)
    expect(await unguarded.finish()).toEqual({ userName: 'bob' })
  })
})

describe('a password', () => {
  it('whose hash is cheaper than it should be is hashed anew when it is used, and by no wrong one', async () => {
    const inner = quickHasher()
    let outdated = false
    const { call, signIn, hash, userId } = await openStage({
      hasher: { ...inner, outdated: () => outdated },
    })
    const first = await hash()
    await signIn(words)
    expect(await hash()).toBe(first)
    outdated = true
    expect(await signIn('not the password at all')).toEqual({ outcome: 'refused' })
    expect(await hash()).toBe(first)
    expect(await signIn(words)).toMatchObject({ outcome: 'accepted' })
    const second = await hash()
    expect(second).not.toBe(first)
    outdated = false
    expect(await signIn(words)).toMatchObject({ outcome: 'accepted' })
    expect(await hash()).toBe(second)
    // A temporary one is about to go anyway.
    const { password } = await call.passwords.setTemporary({ userId })
    outdated = true
    const { hashed } = inner.work
    expect(await signIn(password)).toMatchObject({ outcome: 'new_password_needed' })
    expect(inner.work.hashed).toBe(hashed)
  })

  it('says whether a second factor follows, and which there are', async () => {
    const { call, enrol, roster, signIn, stranger, userId } = await openStage()
    expect(await signIn(words)).toMatchObject({ mfaRequired: false, factors: [] })
    await call.users.update({
      userId,
      version: (await call.users.get({ userId })).version,
      mfaRequired: true,
    })
    expect(await signIn(words)).toMatchObject({ mfaRequired: true, factors: [] })
    const token = await enrol()
    const { secret } = await stranger.redeem.beginTotp({ token })
    await stranger.redeem.finishTotp({ token, name: 'Phone', code: secret.slice(-6) })
    await stranger.redeem.chooseSecretCode({ token: await enrol(), secretCode: '482093' })
    expect(await signIn(words)).toMatchObject({
      mfaRequired: true,
      factors: expect.arrayContaining(['totp', 'secret_code']) as string[],
    })
    for (let attempt = 0; attempt < 3; attempt++)
      await roster.signIn.verifySecretCode({ userId, secretCode: '111112' })
    expect(await signIn(words)).toMatchObject({ factors: ['totp'] })
    const [{ id: authenticatorId } = { id: '' }] = (await call.authenticators.list({ userId }))
      .items
    await call.authenticators.lock({ userId, authenticatorId, reason: 'Lost.' })
    expect(await signIn(words)).toMatchObject({ mfaRequired: true, factors: [] })
  })

  it('is no way in for somebody who is to come by federation, however right', async () => {
    const { call, signIn, userId } = await openStage()
    const { version } = await call.users.get({ userId })
    await call.users.update({ userId, version, federatedOnly: true })
    expect(await signIn(words)).toEqual({ outcome: 'refused' })
  })

  it('known after all ends the wait for a new one', async () => {
    const { call, signIn, userId } = await openStage()
    await call.passwords.sendReset({ userId })
    expect(await call.users.get({ userId })).toMatchObject({
      status: { status: 'RECOVERY' },
      password: { state: 'reset_pending' },
    })
    expect(await signIn(words)).toMatchObject({ outcome: 'accepted' })
    expect(await call.users.get({ userId })).toMatchObject({
      status: { status: 'ACTIVE' },
      password: { state: 'set' },
    })
  })

  it('for a name that nobody has is refused, whatever organization is named', async () => {
    const { places, roster } = await openStage()
    for (const organizationId of [undefined, places.acme, 'f0000000-0000-4000-8000-000000000000'])
      expect(
        await roster.signIn.verifyPassword({
          userName: 'nobody',
          ...(organizationId === undefined ? {} : { organizationId }),
          password: words,
        }),
      ).toEqual({ outcome: 'refused' })
  })

  it('may hold a name, as long as enough is left without it; two letters are no name', async () => {
    const { call, stranger, userId } = await openStage({
      recovery: { delivery: 'show', lifetimeHours: 24 },
      passwords: {
        minimumAlone: 12,
        minimumBesideFactor: 8,
        temporaryHours: 24,
        expireAfterDays: null,
      },
    })
    await call.users.update({
      userId,
      version: (await call.users.get({ userId })).version,
      name: { givenName: 'Qi', familyName: 'Lovelace' },
    })
    const change = async (password: string) => {
      const { link } = await call.passwords.sendReset({ userId })
      return stranger.redeem.setPassword({ token: tokenOf(link), password })
    }
    for (const poor of [
      'adaadaadaada',
      'lovelace-12345',
      'LOVELACE ada acme',
      'Harbourline!12',
      'ＬＯＶＥＬＡＣＥ－１２３４５',
    ])
      expect([poor, await refusalOf(change(poor))]).toEqual([poor, 'invalid_input'])
    for (const fine of ['lovelace-123456', 'qiqiqiqiqiqi'])
      expect([fine, (await change(fine)).userName]).toEqual([fine, 'ada'])
  })

  it('that is temporary works for the hours of the policy, and one that is chosen for its days', async () => {
    const { call, pass, signIn, userId } = await openStage({
      passwords: {
        minimumAlone: 15,
        minimumBesideFactor: 8,
        temporaryHours: 2,
        expireAfterDays: 3,
      },
    })
    pass(3 * 86_400 - 1)
    expect(await signIn(words)).toMatchObject({ outcome: 'accepted' })
    pass(1)
    expect(await signIn(words)).toMatchObject({ outcome: 'new_password_needed' })
    const { password, expiresAt } = await call.passwords.setTemporary({ userId })
    expect(expiresAt).toBe('2026-03-04T11:00:00.000Z')
    pass(2 * 3600)
    expect(await signIn(password)).toEqual({ outcome: 'refused' })
  })
})

describe('an address', () => {
  it('counts as read by whoever brings the link that was mailed to it, and no other', async () => {
    const { call, mail, roster, stranger, userId } = await openStage()
    const { version } = await call.users.get({ userId })
    await call.users.update({
      userId,
      version,
      emails: [
        { value: 'ada@example.com', primary: true },
        { value: 'lovelace@example.com', primary: false },
      ],
    })
    await call.passwords.sendReset({ userId })
    await roster.mail.deliver()
    await stranger.redeem.setPassword({
      token: mail.tokenTo('ada@example.com'),
      password: otherWords,
    })
    expect((await call.users.get({ userId })).verifiedEmails).toEqual(['ada@example.com'])
  })

  it('that somebody no longer has is not verified by a link that was mailed to it', async () => {
    const { call, mail, roster, stranger, userId } = await openStage()
    await call.passwords.sendReset({ userId })
    await roster.mail.deliver()
    const token = mail.tokenTo('ada@example.com')
    const { version } = await call.users.get({ userId })
    await call.users.update({
      userId,
      version,
      emails: [{ value: 'new@example.com', primary: true }],
    })
    await refusalOf(stranger.redeem.setPassword({ token, password: otherWords }))
    expect((await call.users.get({ userId })).verifiedEmails).toEqual([])
  })
})

describe('a link', () => {
  const person = { displayName: 'Bob Noyce', userName: 'bob', organization: 'Acme' }

  /** What the page of a new person's link is told, in a portal with some of the services. */
  async function opened(
    lacking: readonly ('securityKeys' | 'oneTimePasswords' | 'sealingKey' | 'hasher')[],
    mfaRequired: boolean,
  ) {
    const { services } = withServices()
    const world = await openWorld(
      Object.fromEntries(
        Object.entries(services).filter(([name]) => !(lacking as readonly string[]).includes(name)),
      ),
    )
    const call = world.as(await world.join('admin', 'acme', { roles: ['administrator'] }))
    const { activationLink } = await call.users.create({
      organizationId: world.places.acme,
      userName: 'bob',
      name: { givenName: 'Bob', familyName: 'Noyce' },
      emails: [{ value: 'bob@example.com', primary: true }],
      mfaRequired,
      activation: 'link',
    })
    return world.roster.as({ userId: null }).redeem.open({ token: tokenOf(activationLink?.link) })
  }

  it.each([
    ['everything', [], true, ['security_key', 'totp', 'secret_code'], true, 8],
    [
      'everything, for somebody who needs no second factor',
      [],
      false,
      ['security_key', 'totp', 'secret_code'],
      false,
      15,
    ],
    ['no security keys', ['securityKeys'], true, ['totp', 'secret_code'], true, 8],
    ['no authenticator apps', ['oneTimePasswords'], true, ['security_key', 'secret_code'], true, 8],
    ['no key to seal with', ['sealingKey'], true, ['security_key', 'secret_code'], true, 8],
    [
      'neither keys nor apps',
      ['securityKeys', 'oneTimePasswords'],
      true,
      ['secret_code'],
      false,
      8,
    ],
    [
      'neither keys nor a key to seal with',
      ['securityKeys', 'sealingKey'],
      true,
      ['secret_code'],
      false,
      8,
    ],
    ['no passwords', ['hasher'], true, ['security_key', 'totp'], true, null],
  ] as const)(
    'of a new person says what there is to choose in a portal with %s',
    async (_, lacking, mfaRequired, available, required, minimum) => {
      expect(await opened(lacking, mfaRequired)).toEqual({
        purpose: 'activation',
        expiresAt: '2026-03-08T09:00:00.000Z',
        portal: 'Harbourline',
        person,
        password: minimum === null ? null : { minimum, maximum: 1024 },
        factors: { available, required, registered: 0 },
        secretCode: { description: '6 digits', chosen: false },
      })
    },
  )

  it('to register with asks for no password, and says what is registered and works', async () => {
    const { call, enrol, stranger, userId } = await openStage()
    const token = await enrol()
    expect(await stranger.redeem.open({ token })).toMatchObject({
      purpose: 'enrolment',
      password: null,
      factors: { required: true, registered: 0 },
      secretCode: { chosen: false },
    })
    const { secret } = await stranger.redeem.beginTotp({ token })
    await stranger.redeem.finishTotp({ token, name: 'Phone', code: secret.slice(-6) })
    await stranger.redeem.chooseSecretCode({ token: await enrol(), secretCode: '482093' })
    const again = await enrol()
    expect(await stranger.redeem.open({ token: again })).toMatchObject({
      factors: { registered: 1 },
      secretCode: { chosen: true },
    })
    const [{ id: authenticatorId } = { id: '' }] = (await call.authenticators.list({ userId }))
      .items
    await call.authenticators.lock({ userId, authenticatorId, reason: 'Lost.' })
    expect(await stranger.redeem.open({ token: again })).toMatchObject({
      factors: { registered: 0 },
    })
  })

  it('to a new password offers nothing to register', async () => {
    const { call, mail, roster, signIn, stranger, userId } = await openStage()
    await call.passwords.sendReset({ userId })
    await roster.mail.deliver()
    expect(await stranger.redeem.open({ token: mail.tokenTo('ada@example.com') })).toMatchObject({
      purpose: 'recovery',
      password: { minimum: 15 },
      factors: { available: [], required: false },
    })
    await call.passwords.expire({ userId })
    const entered = await signIn(words)
    if (entered.outcome !== 'new_password_needed') throw new Error('It should have been.')
    expect(await stranger.redeem.open({ token: entered.token })).toMatchObject({
      purpose: 'new_password',
      factors: { available: [], required: false },
    })
  })
})
