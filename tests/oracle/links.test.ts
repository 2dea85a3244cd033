import { describe, expect, it } from 'vitest'
import { memoryStorage } from '@rosterkit/adapters/memory'
import type { CallerRef } from '@rosterkit/core'
import type { Lock, User } from '@rosterkit/core/ports'
import { sealWith } from '../../packages/core/src/kernel/seal.ts'
import { hashOfToken, newToken } from '../../packages/core/src/domain/secrets/token.ts'
import { withServices } from '../services.ts'
import { dawn, idOf, openWorld, type Place } from '../world.ts'
import { codeCells, linkCells, purposes, type LinkCell } from './link-cells.ts'
import { anyoneLaws, linkLaws, linkSessions, linkStandings } from './laws.ts'
import { outcomeOf, rehearsing } from './oracle-world.ts'

const tomorrow = '2026-03-02T09:00:00.000Z'
const system = { kind: 'system', id: null, label: 'The system' } as const
const lockOf = (kind: Lock['kind']): Lock => ({
  id: idOf(78),
  kind,
  reason: 'x',
  actor: system,
  fromAt: dawn,
  untilAt: null,
})
const lifecycle = (state: User['lifecycle']['state']): Pick<User, 'lifecycle'> => ({
  lifecycle: {
    state,
    sinceAt: dawn,
    actor: system,
    reason: null,
    formerState: 'active',
    restorableUntilAt: state === 'deleted' ? tomorrow : null,
  },
})
const password = (state: User['password']['state']): Pick<User, 'password'> => ({
  password: { state, sinceAt: dawn, expiresAt: null },
})

/** Each standing as the store knows it. */
const conditionOf: Record<string, Partial<User> & { readonly at?: Place }> = {
  invited: lifecycle('provisioned'),
  'invited,locked-automatically': {
    ...lifecycle('provisioned'),
    locks: [lockOf('failed-sign-ins')],
  },
  'invited,locked': { ...lifecycle('provisioned'), locks: [lockOf('administrator')] },
  'invited,not-yet-valid': { ...lifecycle('provisioned'), validFromAt: tomorrow },
  active: password('set'),
  'in-recovery': password('reset_pending'),
  'with-a-temporary-password': password('temporary'),
  'with-an-expired-password': password('expired'),
  'locked-automatically': { locks: [lockOf('failed-sign-ins')] },
  'locked-automatically-and-by-hand': {
    locks: [lockOf('failed-sign-ins'), lockOf('administrator')],
  },
  'locked-for-inactivity': { inactivityLockAt: dawn },
  locked: { locks: [lockOf('administrator')] },
  'locked-for-security': { locks: [lockOf('security')] },
  staged: lifecycle('staged'),
  deactivated: lifecycle('deactivated'),
  deleted: lifecycle('deleted'),
  'not-yet-valid': { validFromAt: tomorrow },
  'no-longer-valid': { validUntilAt: dawn },
  'in-a-locked-organization': { at: 'south' },
  'below-a-locked-organization': { at: 'gamma' },
}

const resetCode = '48210937'

/**
 * One world for all cells: somebody in each standing, with one link for each purpose, ceremonies
 * that have begun, and a reset code.
 */
async function openLinkWorld() {
  const rehearsal = rehearsing(memoryStorage())
  const { hasher, services } = withServices()
  const world = await openWorld({ ...services, storage: rehearsal.storage })
  const seal = sealWith(services.sealingKey)
  const codeHash = await hasher.hash(resetCode)
  await world.storage.transaction(async (tx) => {
    const south = (await tx.organizations.find(world.places.south))!
    await tx.organizations.update(
      { ...south, version: south.version + 1, locks: [lockOf('administrator')] },
      south.version,
    )
  })
  let serial = 600_000
  const tokens = new Map<string, string>()
  const people = new Map<string, User>()
  for (const standing of Object.keys(linkStandings)) {
    const { at = 'acme', ...condition } = conditionOf[standing]!
    for (const age of ['live', 'over'] as const) {
      const user = await world.join(`${standing.replaceAll(/[^a-z]/g, '.')}.${age}`, at, condition)
      people.set(`${standing}/${age}`, user)
      const secret = {
        userId: user.id,
        userOrganizationId: user.organizationId,
        version: 1,
        issuedAt: dawn,
        issuedBy: system,
        expiresAt: age === 'live' ? tomorrow : dawn,
        wrongTries: 0,
        data: {},
      }
      await world.storage.transaction(async (tx) => {
        for (const purpose of purposes) {
          const token = newToken(user.id)
          tokens.set(`${standing}/${purpose}/${age}`, token)
          await tx.secrets.insert({
            ...secret,
            id: idOf(serial++),
            key: purpose,
            purpose,
            copies: [{ hash: await hashOfToken(purpose, token), address: null }],
          })
        }
        await tx.secrets.insert({
          ...secret,
          id: idOf(serial++),
          key: 'reset_code',
          purpose: 'reset_code',
          copies: [{ hash: codeHash, address: null }],
        })
        // Ceremonies are not what this is about: they always go well.
        await tx.secrets.insert({
          ...secret,
          id: idOf(serial++),
          key: `security_key ${user.id}`,
          purpose: 'security_key',
          copies: [],
          expiresAt: tomorrow,
          data: { challenge: 'asked' },
        })
        await tx.secrets.insert({
          ...secret,
          id: idOf(serial++),
          key: 'totp',
          purpose: 'totp',
          copies: [],
          expiresAt: tomorrow,
          data: { sealed: await seal.close('ABCDEF', user.id) },
        })
      })
    }
  }
  const above = await world.join('above', 'platform', { roles: ['administrator'] })
  const other = await world.join('other', 'acme')
  const locked = await world.join('locked.other', 'acme', { locks: [lockOf('administrator')] })
  rehearsal.begin()

  const personOf = (standing: string, brought: string) =>
    people.get(`${standing}/${brought === 'over' ? 'over' : 'live'}`)!
  const tokenOf = ({ standing, purpose, brought }: LinkCell): string => {
    const token = tokens.get(`${standing}/${purpose}/${brought === 'over' ? 'over' : 'live'}`)!
    if (brought === 'forged') return token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    if (brought === 'replaced') return newToken(personOf(standing, brought).id)
    // The random half of somebody else's, behind this person's id.
    return brought === 'of another'
      ? token.slice(0, 22) +
          tokens.get(`${standing === 'active' ? 'invited' : 'active'}/${purpose}/live`)!.slice(22)
      : token
  }
  const callerOf = (session: string, personId: string): CallerRef => {
    const callers: Record<string, CallerRef> = {
      nobody: { userId: null },
      'the-person': { userId: personId },
      'the-host': 'system',
      'an-administrator-above': { userId: above.id },
      'somebody-else': { userId: other.id },
      'somebody-who-is-locked': { userId: locked.id },
      'somebody-unknown': { userId: idOf(999_999) },
    }
    return callers[session]!
  }
  return { ...world, personOf, tokenOf, callerOf }
}

const more: Record<string, object> = {
  'redeem.open': {},
  'redeem.finishOnboarding': { password: 'seven quiet harbours at dawn' },
  'redeem.setPassword': { password: 'seven quiet harbours at dawn' },
  'redeem.beginSecurityKey': {},
  'redeem.finishSecurityKey': { name: 'Key', response: { answered: 'asked' } },
  'redeem.beginTotp': {},
  'redeem.finishTotp': { name: 'Phone', code: 'ABCDEF' },
  'redeem.chooseSecretCode': { secretCode: '730518' },
}

describe('links', () => {
  it('open what the matrix says, cell by cell', { timeout: 60_000 }, async () => {
    const world = await openLinkWorld()
    const differing: string[] = []
    for (const cell of linkCells()) {
      const { operation, standing, session, brought, expected } = cell
      const caller = world.callerOf(session, world.personOf(standing, brought).id)
      const result = await world.roster.execute(operation, {
        input: { token: world.tokenOf(cell), ...more[operation] },
        caller,
      })
      const outcome = outcomeOf(result)
      if (outcome !== expected) differing.push(`${JSON.stringify(cell)}: ${outcome} came.`)
      // What is refused is refused in the same words, whatever the reason.
      if (
        outcome === 'secret_unusable' &&
        JSON.stringify(result) !== '{"ok":false,"failure":{"code":"secret_unusable"}}'
      )
        differing.push(`${JSON.stringify(cell)}: ${JSON.stringify(result)}`)
    }
    expect(differing.slice(0, 20)).toEqual([])
  })

  it('open nothing when their hash is put in the place of another purpose’s', async () => {
    const world = await openWorld(withServices().services)
    const { id: userId, organizationId } = await world.join('ada', 'acme')
    const token = newToken(userId)
    const secret = {
      userId,
      userOrganizationId: organizationId,
      version: 1,
      issuedAt: dawn,
      issuedBy: system,
      expiresAt: tomorrow,
      wrongTries: 0,
      data: {},
    }
    await world.storage.transaction((tx) =>
      hashOfToken('enrolment', token).then((hash) =>
        tx.secrets.insert({
          ...secret,
          id: idOf(700),
          key: 'recovery',
          purpose: 'recovery',
          copies: [{ hash, address: null }],
        }),
      ),
    )
    expect(
      outcomeOf(
        await world.roster.execute('redeem.setPassword', {
          input: { token, ...more['redeem.setPassword'] },
          caller: { userId: null },
        }),
      ),
    ).toBe('secret_unusable')
  })

  it('are thousands of cells', () => {
    expect(linkCells().length).toBeGreaterThan(20_000)
    expect(Object.keys(more).sort()).toEqual(Object.keys(linkLaws).sort())
  })
})

describe('what anybody may ask', () => {
  it(
    'a reset code works as the matrix says, whoever is signed in',
    { timeout: 60_000 },
    async () => {
      const world = await openLinkWorld()
      const differing: string[] = []
      for (const { standing, session, code, expected } of codeCells()) {
        const person = standing === 'nobody' ? null : world.personOf(standing, code)
        const input = {
          userName: person?.userName ?? 'nobody',
          organizationId: person?.organizationId ?? world.places.acme,
          code: code === 'wrong' ? '00000000' : resetCode,
          secretCode: '730518',
        }
        const outcome = outcomeOf(
          await world.roster.execute('redeem.resetSecretCode', {
            input,
            caller: world.callerOf(session, person?.id ?? idOf(999_998)),
          }),
        )
        if (outcome !== expected)
          differing.push(
            `${standing} ${session} ${code}: ${expected} was expected, and ${outcome} came.`,
          )
      }
      expect(differing).toEqual([])
    },
  )

  it('a recovery mail is promised to everybody in the same words', async () => {
    const world = await openLinkWorld()
    const answers = new Set<string>()
    for (const standing of [...Object.keys(linkStandings), 'nobody']) {
      for (const session of Object.keys(linkSessions)) {
        const person = standing === 'nobody' ? null : world.personOf(standing, 'live')
        for (const organizationId of [
          person?.organizationId ?? world.places.acme,
          world.places.beta,
          idOf(999_997),
          undefined,
        ]) {
          const input = {
            userName: person?.userName ?? 'nobody',
            ...(organizationId === undefined ? {} : { organizationId }),
          }
          answers.add(
            JSON.stringify(
              await world.roster.execute('redeem.requestRecovery', {
                input,
                caller: world.callerOf(session, person?.id ?? idOf(999_998)),
              }),
            ),
          )
        }
      }
    }
    expect([...answers]).toEqual(['{"ok":true,"value":{}}'])
    expect(anyoneLaws).toHaveLength(2)
  })
})
