import { operations, parseInput } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
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

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  it('refuses what is wrong with any field, or does what it says; and a refusal changes nothing', async () => {
    const world = await openWorld({ personaTypes: [{ id: 'employee', name: 'Employee' }] })
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const snapshot = () =>
      world.storage.read(async (tx) => ({
        ada: await tx.users.find(ada.id),
        roles: await tx.roleAssignments.ofUsers([ada.id]),
        personas: await tx.personas.ofUsers([ada.id]),
        organizations: await tx.organizations.below([world.places.platform]),
        people: (await tx.users.count({ withinOrganizationIds: [world.places.platform] }, world.now(), 100)).value,
      }))
    const good: Record<string, unknown> = { ...operation.example, ...('userId' in operation.example ? { userId: ada.id } : {}), ...('organizationId' in operation.example ? { organizationId: world.places.acme } : {}) }

    for (const field of [...Object.keys(good), 'unknownField', '__proto__', 'constructor']) {
      for (const [what, value] of poison) {
        const input: Record<string, unknown> = { ...good }
        Object.defineProperty(input, field, { value, enumerable: true, configurable: true, writable: true })
        const before = await snapshot()
        const result = await world.roster.execute(operation.name, { input, caller: { userId: root.id } })
        // Accepted means that the schema says so: nothing slips past it. Refused means that nothing changed, and that it was no fault.
        expect(!result.ok || parseInput(operation.input, input).ok, `${field}: ${what}`).toBe(true)
        expect(result.ok ? null : result.failure.code, `${field}: ${what}`).not.toBe('unavailable')
        expect(result.ok ? before : await snapshot(), `${field}: ${what}`).toEqual(before)
      }
    }
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  it.each([['nothing', undefined], ['null', null], ['a list', []], ['a text', 'x'], ['a number', 1]])('refuses %s in place of an input, unless it needs none', async (__, input) => {
    const world = await openWorld()
    const root = await world.join('root', 'platform', { roles: ['administrator'] })
    const result = await world.roster.execute(operation.name, { input, caller: { userId: root.id } })
    expect(result.ok || ['invalid_input', 'not_found'].includes(result.failure.code)).toBe(true)
    expect(result.ok && Array.isArray(input)).toBe(false)
  })
})
