import { securityKeys } from '@rosterkit/adapters/webauthn'
import { describe, expect, it } from 'vitest'
import { tokenOf } from '../services.ts'
import {
  aSecurityKey,
  flags,
  register,
  type RegistrationChanges,
} from '../webauthn/simulated-key.ts'
import { openPortal } from './portal.ts'

// Section G of the rows to withstand: WebAuthn Level 3 over both doors, an administrator's and a
// link's. Every case of the ceremony itself is in tests/webauthn.

const ceremony = {
  securityKeys: securityKeys({
    rpId: 'example.org',
    rpName: 'Example',
    origins: ['https://example.org'],
    userVerification: 'required',
  }),
}

/** A way to register: an administrator's page, or the page that an enrolment link opens. */
async function openDoor(door: 'an administrator' | 'a link', choices: object = {}) {
  const portal = await openPortal({ roster: { ...ceremony, ...choices } })
  const ada = await portal.person('ada', 'acme')
  const bob = await portal.person('bob', 'acme')
  const as = { session: portal.callers.tenant.session }
  const linkOf = async (userId: string) =>
    tokenOf(
      String((await portal.call('authenticators.issueEnrolmentLink', { userId }, as)).body['link']),
    )
  const tokens = {
    [ada.user.id]: await linkOf(ada.user.id),
    [bob.user.id]: await linkOf(bob.user.id),
  }
  const begin = async (userId = ada.user.id) => {
    const { body } =
      door === 'a link'
        ? await portal.call('redeem.beginSecurityKey', { token: tokens[userId] })
        : await portal.call('authenticators.beginSecurityKey', { userId }, as)
    return (body['options'] as { challenge: string }).challenge
  }
  const finish = (response: unknown, userId = ada.user.id) =>
    door === 'a link'
      ? portal.call('redeem.finishSecurityKey', { token: tokens[userId], name: 'Key', response })
      : portal.call('authenticators.finishSecurityKey', { userId, name: 'Key', response }, as)
  const registered = async (userId = ada.user.id) =>
    (await portal.storage.read((tx) => tx.authenticators.ofUsers([userId]))).filter(
      ({ type }) => type === 'fido2',
    ).length
  return { ...portal, ada, bob, begin, finish, registered }
}

const wrong: [row: number, what: string, changes: RegistrationChanges][] = [
  [97, 'the answer of a sign-in', { clientData: { type: 'webauthn.get' } }],
  [
    97,
    'the answer to another challenge',
    { clientData: { challenge: Buffer.alloc(32, 8).toString('base64url') } },
  ],
  [98, 'the answer of another website', { clientData: { origin: 'https://evil.example' } }],
  [98, 'the answer of another port', { clientData: { origin: 'https://example.org:8443' } }],
  [
    98,
    'an answer from inside another website',
    { clientData: { crossOrigin: true, topOrigin: 'https://evil.example' } },
  ],
  [98, 'an answer for another website', { rpId: 'evil.example' }],
  [99, 'a key that was not touched', { flags: flags.UV | flags.AT }],
  [99, 'a key that did not ask for a PIN', { flags: flags.UP | flags.AT }],
  [
    99,
    'a key that is backed up and cannot be',
    { flags: flags.UP | flags.UV | flags.AT | flags.BS },
  ],
  [100, 'an algorithm that nobody knows', { publicKey: (members) => members.set(3, -65535) }],
  [100, 'a proof of make that nobody knows', { format: 'packed', fmt: 'compound' }],
  [
    101,
    'a proof of make that is not signed',
    { format: 'packed', statement: (members) => (members.delete('sig'), members) },
  ],
  [
    101,
    'a proof of make without its certificates',
    { format: 'packed', statement: (members) => members.set('x5c', []) },
  ],
  [
    103,
    'flags that announce what is not there',
    { flags: flags.UP | flags.UV | flags.AT | flags.ED },
  ],
  [
    103,
    'a point beside the curve',
    { publicKey: (members) => members.set(-2, Buffer.alloc(32, 1)) },
  ],
]

describe.each(['an administrator', 'a link'] as const)('by %s', (door) => {
  it.each(wrong)(
    'row %i: %s is refused at registration, and leaves nothing',
    async (_, __, changes) => {
      const { begin, finish, registered, faults } = await openDoor(door)
      const answer = await finish(register(aSecurityKey(), await begin(), changes))
      expect(answer).toMatchObject({ status: 400, code: 'ceremony_refused' })
      expect(String(answer.body['detail'])).toMatch(/\.$/)
      expect([await registered(), faults]).toEqual([0, []])
    },
  )

  it('row 97: a challenge is good once, for ten minutes, and for whom it was made', async () => {
    const { ada, bob, begin, finish, registered } = await openDoor(door)
    const key = aSecurityKey()
    const challenge = await begin()
    await begin(bob.user.id)
    expect(await finish(register(key, challenge), bob.user.id)).toMatchObject({
      status: 400,
      code: 'ceremony_refused',
    })
    expect((await finish(register(key, challenge))).status).toBe(201)
    expect((await finish(register(aSecurityKey(), challenge))).status).toBeGreaterThanOrEqual(400)
    expect([await registered(ada.user.id), await registered(bob.user.id)]).toEqual([1, 0])
    const late = await openDoor(door)
    const old = await late.begin()
    late.pass(600)
    expect(await late.finish(register(key, old))).toMatchObject({
      status: 400,
      code: 'ceremony_refused',
    })
  })

  it('row 101: a key that proves nothing is refused where a proof is demanded', async () => {
    const { begin, finish } = await openDoor(door, {
      securityKeys: securityKeys({
        rpId: 'example.org',
        rpName: 'Example',
        origins: ['https://example.org'],
        attestation: 'required',
      }),
    })
    expect(await finish(register(aSecurityKey(), await begin()))).toMatchObject({
      status: 400,
      code: 'ceremony_refused',
    })
  })

  it('row 102: a key that is somebody’s already is refused, whoever it is, without saying whose', async () => {
    const { bob, begin, finish, registered } = await openDoor(door)
    const key = aSecurityKey()
    expect((await finish(register(key, await begin()))).status).toBe(201)
    const again = await finish(register(key, await begin(bob.user.id)), bob.user.id)
    expect(again).toMatchObject({ status: 409, code: 'security_key_taken' })
    expect(again.text).not.toContain('ada')
    expect(await registered(bob.user.id)).toBe(0)
  })

  it.each([0, 1024])('row 102: a credential id of %i bytes is refused', async (length) => {
    const { begin, finish } = await openDoor(door)
    expect(
      await finish(
        register(aSecurityKey({ credentialId: Buffer.alloc(length, 1) }), await begin()),
      ),
    ).toMatchObject({ status: 400 })
  })

  it('row 103: an answer that is cut off, or goes on, is refused wherever it happens', async () => {
    const { begin, finish, registered, faults } = await openDoor(door)
    for (const change of [
      (bytes: Buffer) => bytes.subarray(0, -1),
      (bytes: Buffer) => bytes.subarray(0, 40),
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)]),
      () => Buffer.alloc(0),
    ]) {
      const answer = register(aSecurityKey(), await begin())
      const attestationObject = change(
        Buffer.from(answer.response.attestationObject, 'base64url'),
      ).toString('base64url')
      expect(
        (await finish({ ...answer, response: { ...answer.response, attestationObject } })).status,
      ).toBe(400)
    }
    for (const nonsense of [
      {},
      { id: 1 },
      { response: null },
      { response: { attestationObject: 'x'.repeat(100_000) } },
    ]) {
      await begin()
      expect((await finish(nonsense)).status).toBe(400)
    }
    expect([await registered(), faults]).toEqual([0, []])
  })

  it('row 104: a key is registered, and what else its browser tells does no harm', async () => {
    const { begin, finish, registered } = await openDoor(door)
    const answer = register(aSecurityKey(), await begin())
    expect(
      (
        await finish({
          ...answer,
          clientExtensionResults: { credProps: { rk: true }, unknown: { deep: [1] } },
        })
      ).status,
    ).toBe(201)
    expect(await registered()).toBe(1)
  })
})
