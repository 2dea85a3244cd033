import { operations, parseInput, type CallerRef, type Operation } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { verifyPassword } from '../../packages/core/src/operations/sign-in/verify-password.ts'
import { verifySecretCode } from '../../packages/core/src/operations/sign-in/verify-secret-code.ts'
import { finishSecurityKeyUse } from '../../packages/core/src/operations/sign-in/finish-security-key-use.ts'
import { beginSecurityKeyUse } from '../../packages/core/src/operations/sign-in/begin-security-key-use.ts'
import { verifyTotp } from '../../packages/core/src/operations/sign-in/verify-totp.ts'
import { hashOfToken, newToken } from '../../packages/core/src/domain/secrets/token.ts'
import { withServices } from '../services.ts'
import { idOf, openWorld } from '../world.ts'

const poison: [string, unknown][] = [
  ['a number', 7],
  ['a fraction', 1.5],
  ['not a number', Number.NaN],
  ['a boolean', true],
  ['null', null],
  ['a list', ['x']],
  ['an object', { a: 1 }],
  ['10 kB', 'x'.repeat(10_000)],
  ['a lone surrogate', 'a\ud800b'],
  ['NUL', 'a\u0000b'],
  ['a bidirectional override', 'a\u202eb'],
  ['SQL', `x'; drop table users; --`],
  ['an id nobody has', idOf(99_999)],
  ['a date that is none', '2026-02-30T09:00:00Z'],
  ['a date without a zone', '2026-03-01T09:00:00'],
  ['a date with an offset', '2026-03-01T09:00:00+02:00'],
]

// What people type at sign-in comes to the host's own code first, and through it to these.
const typedAtSignIn: readonly Operation[] = [
  verifyPassword,
  verifySecretCode,
  verifyTotp,
  beginSecurityKeyUse,
  finishSecurityKeyUse,
]

const keyId = 'a2V5'
const operationsOfKeys: ReadonlySet<string> = new Set([
  beginSecurityKeyUse.name,
  finishSecurityKeyUse.name,
])

/**
 * A world with a person whom every operation finds something to do for: a password, a secret code,
 * and links of every kind.
 */
async function openStage() {
  const { hasher, services } = withServices()
  const world = await openWorld({
    ...services,
    personaTypes: [{ id: 'employee', name: 'Employee' }],
  })
  const root = await world.join('root', 'platform', { roles: ['administrator'] })
  const system = { kind: 'system', id: null, label: 'The system' } as const
  let serial = 700_000
  let people = 0

  async function aPerson({ name }: Pick<Operation, 'name'>) {
    const invited = ['redeem.finishOnboarding', 'users.resendActivation'].includes(name)
    const user = await world.join(`ada${people++}`, 'acme', {
      password: { state: 'set', sinceAt: world.now(), expiresAt: null },
      lifecycle: {
        state: invited ? 'provisioned' : 'active',
        sinceAt: world.now(),
        actor: system,
        reason: null,
        formerState: null,
        restorableUntilAt: null,
      },
    })
    const mine = { userId: user.id, userOrganizationId: user.organizationId, version: 1 }
    const secret = {
      ...mine,
      issuedAt: world.now(),
      issuedBy: system,
      expiresAt: '2026-03-02T09:00:00.000Z',
      wrongTries: 0,
    }
    const token = newToken(user.id)
    const codeHash = await hasher.hash('48210937')
    await world.storage.transaction(async (tx) => {
      for (const purpose of ['activation', 'recovery', 'enrolment', 'new_password'] as const)
        await tx.secrets.insert({
          ...secret,
          id: idOf(serial++),
          key: purpose,
          purpose,
          copies: [{ hash: await hashOfToken(purpose, token), address: null }],
          data: {},
        })
      await tx.secrets.insert({
        ...secret,
        id: idOf(serial++),
        key: 'reset_code',
        purpose: 'reset_code',
        copies: [{ hash: codeHash, address: null }],
        data: {},
      })
      // By an administrator, by themself, and at a sign-in.
      for (const beginner of [root.id, user.id, 'use'])
        await tx.secrets.insert({
          ...secret,
          id: idOf(serial++),
          key: `security_key ${beginner}`,
          purpose: 'security_key',
          copies: [],
          data: { challenge: 'asked' },
        })
      await tx.credentials.insert({
        ...mine,
        id: idOf(serial++),
        key: 'password',
        material: {
          kind: 'password',
          hash: codeHash,
          temporary: false,
          setAt: world.now(),
          expiresAt: null,
        },
      })
      if (name !== 'redeem.chooseSecretCode')
        await tx.credentials.insert({
          ...mine,
          id: idOf(serial++),
          key: 'secret_code',
          material: { kind: 'secret_code', hash: codeHash, setAt: world.now(), wrongTries: 0 },
        })
    })
    if (operationsOfKeys.has(name)) {
      const { id } = await world.roster.authenticators.register({
        userId: user.id,
        type: 'fido2',
        name: 'Key',
      })
      await world.storage.transaction((tx) =>
        tx.credentials.insert({
          ...mine,
          id: idOf(serial++),
          key: id,
          material: {
            kind: 'security_key',
            credentialId: keyId,
            publicKey: 'cHVibGlj',
            signCount: 0,
            transports: [],
            attestation: 'none',
            backedUp: false,
          },
        }),
      )
    }
    return { user, token }
  }

  /**
   * All that a refusal must leave as it was. Tries that count, and a ceremony that a wrong answer
   * ends, are meant to stay.
   */
  const snapshot = (userId: string) =>
    world.storage.read(async (tx) => ({
      person: await tx.users.find(userId),
      roles: await tx.roleAssignments.ofUsers([userId]),
      personas: await tx.personas.ofUsers([userId]),
      authenticators: await tx.authenticators.ofUsers([userId]),
      credentials: (await tx.credentials.ofUsers([userId])).map(
        ({ version: _, ...credential }) => ({
          ...credential,
          material: { ...credential.material, wrongTries: 0 },
        }),
      ),
      links: (await tx.secrets.ofUsers([userId]))
        .filter(({ purpose }) => purpose !== 'security_key')
        .map(({ version: _, wrongTries: __, ...secret }) => secret),
      mails: (await tx.outbox.ofUser(userId, 100)).length,
      queued: (await tx.outbox.due('2100-01-01T00:00:00.000Z', 10_000)).length,
      organizations: await tx.organizations.below([world.places.platform]),
      people: (
        await tx.users.count({ withinOrganizationIds: [world.places.platform] }, world.now(), 2000)
      ).value,
    }))
  return { ...world, root, aPerson, snapshot }
}

describe.each(
  [...operations, ...typedAtSignIn].map((operation) => [operation.name, operation] as const),
)('%s', (_, operation) => {
  it('refuses what is wrong with any field, or does what it says; and a refusal changes nothing', async () => {
    const { roster, root, places, aPerson, snapshot } = await openStage()
    const caller: CallerRef = operation.hostOnly
      ? 'system'
      : operation.subject === 'bearer'
        ? { userId: null }
        : { userId: root.id }
    let stage = await aPerson(operation)

    const goodFor = ({ user, token }: typeof stage): Record<string, unknown> => {
      const own: Record<string, unknown> = {
        userId: user.id,
        organizationId: places.acme,
        token,
        response: { answered: 'asked', id: keyId },
        code: '48210937',
        ...(operation.subject === 'anyone' || operation.hostOnly
          ? { userName: user.userName }
          : {}),
      }
      return {
        ...operation.example,
        ...Object.fromEntries(Object.entries(own).filter(([field]) => field in operation.example)),
      }
    }
    // With nothing wrong it succeeds, where that needs nothing else: otherwise the refusals below
    // would say nothing.
    const sufficient =
      (['bearer', 'anyone'].includes(operation.subject) &&
        operation.name !== 'redeem.finishTotp') ||
      operationsOfKeys.has(operation.name)
    expect(
      sufficient
        ? await roster.execute(operation.name, { input: goodFor(stage), caller })
        : { ok: true },
    ).toMatchObject({ ok: true })

    for (const field of [
      ...Object.keys(goodFor(stage)),
      'unknownField',
      '__proto__',
      'constructor',
    ]) {
      for (const [what, value] of poison) {
        // A link or a challenge that has been used would refuse everything.
        if (
          operation.subject === 'bearer' ||
          operation.subject === 'anyone' ||
          operationsOfKeys.has(operation.name)
        )
          stage = await aPerson(operation)
        const input = goodFor(stage)
        Object.defineProperty(input, field, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        })
        const before = await snapshot(stage.user.id)
        const result = await roster.execute(operation.name, { input, caller })
        // Accepted means that the schema says so: nothing slips past it. Refused means that nothing
        // changed, and that it was no fault.
        expect(!result.ok || parseInput(operation.input, input).ok, `${field}: ${what}`).toBe(true)
        expect(result.ok ? null : result.failure.code, `${field}: ${what}`).not.toBe('unavailable')
        expect(result.ok ? before : await snapshot(stage.user.id), `${field}: ${what}`).toEqual(
          before,
        )
      }
    }
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
    ['a number', 1],
  ])('refuses %s in place of an input, unless it needs none', async (__, input) => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const result = await world.roster.execute(operation.name, {
      input,
      caller: operation.hostOnly ? 'system' : { userId: root.id },
    })
    expect(result.ok || ['invalid_input', 'not_found'].includes(result.failure.code)).toBe(true)
    expect(result.ok && Array.isArray(input)).toBe(false)
  })
})
