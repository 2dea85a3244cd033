import { describe, expect, it } from 'vitest'
import { openWorld } from '../world.ts'

describe('several operations together', () => {
  const open = async () => {
    const revoked: string[] = []
    const world = await openWorld({
      sessionRevoker: { revoke: async (userId) => void revoked.push(userId) },
    })
    const admin = await world.join('admin', 'harbour', { roles: ['administrator'] })
    const [ada, bob] = [await world.join('ada', 'acme'), await world.join('bob', 'acme')]
    const person = (id: string) => world.storage.read((tx) => tx.users.find(id))
    return { ...world, revoked, admin, ada, bob, person, caller: { caller: { userId: admin.id } } }
  }

  it('are all kept, each with its own line in the record, and end the sessions of those whom they shut out once', async () => {
    const { roster, caller, ada, bob, person, auditOf, revoked } = await open()
    const result = await roster.together(caller, async (run) => {
      await run('users.deactivate', { userId: ada.id, reason: 'x' })
      await run('users.lock', { userId: bob.id, reason: 'x' })
      return 'both'
    })
    expect(result).toEqual({ ok: true, value: 'both' })
    expect([(await person(ada.id))!.lifecycle.state, (await person(bob.id))!.locks.length]).toEqual(
      ['deactivated', 1],
    )
    expect((await auditOf('acme')).map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['users.deactivate', 'succeeded'],
      ['users.lock', 'succeeded'],
    ])
    expect(revoked.sort()).toEqual([ada.id, bob.id].sort())
  })

  it('are none of them kept when one is refused, which alone is on record', async () => {
    const { roster, caller, ada, person, auditOf, revoked } = await open()
    const refused = (swallowed: boolean) =>
      roster.together(caller, async (run) => {
        await run('users.deactivate', { userId: ada.id, reason: 'x' })
        const second = run('users.delete', { userId: ada.id, userName: 'somebody else' })
        await (swallowed ? second.catch(() => {}) : second)
      })
    for (const swallowed of [false, true])
      expect(await refused(swallowed)).toEqual({
        ok: false,
        failure: { code: 'user_name_mismatch' },
      })
    expect(await person(ada.id)).toEqual(ada)
    expect((await auditOf('acme')).map(({ operation, outcome }) => [operation, outcome])).toEqual(
      Array.from({ length: 2 }, () => ['users.delete', 'refused']),
    )
    expect(revoked).toEqual([])
  })

  it('are none of them kept when the work throws', async () => {
    const { roster, caller, ada, person, auditOf } = await open()
    const work = roster.together(caller, async (run) => {
      await run('users.deactivate', { userId: ada.id, reason: 'x' })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect([await person(ada.id), await auditOf('acme')]).toEqual([ada, []])
  })

  it('see what those before them did, and have no more rights than alone', async () => {
    const { roster, caller, ada, admin, join, person } = await open()
    const renamed = await roster.together(caller, async (run) => {
      await run('users.update', { userId: ada.id, version: 1, userType: 'Employee' })
      return run('users.update', { userId: ada.id, version: 2, userType: 'Guest' })
    })
    expect(renamed).toMatchObject({ ok: true, value: { userType: 'Guest', version: 3 } })
    const peer = await join('peer', 'harbour', { roles: ['administrator'] })
    for (const { id } of [peer, admin])
      expect(
        await roster.together(caller, (run) =>
          run('users.deactivate', { userId: id, reason: 'x' }),
        ),
      ).toMatchObject({ ok: false })
    expect((await person(peer.id))!.lifecycle.state).toBe('active')
  })

  it('are no operations that are several transactions themselves', async () => {
    const { roster, caller, ada } = await open()
    for (const [name, input] of [
      ['bulk.deactivate', { userIds: [ada.id], reason: 'x' }],
      ['signIn.verifyPassword', { userId: ada.id, password: 'x' }],
    ] as const)
      await expect(roster.together(caller, (run) => run(name, input))).rejects.toThrow(
        'can’t run together',
      )
    await expect(roster.together(caller, (run) => run('users.nothing', {}))).rejects.toThrow(
      'Unknown operation',
    )
  })
})
