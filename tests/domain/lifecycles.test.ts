import { authenticatorLifecycle, userLifecycle } from '@rosterkit/core'
import { describe, expect, it } from 'vitest'
import { arrows, transition, type Lifecycle } from '../../packages/core/src/kernel/lifecycle.ts'

describe.each([
  ['user', userLifecycle as Lifecycle],
  ['authenticator', authenticatorLifecycle as Lifecycle],
])('the %s lifecycle', (_, lifecycle) => {
  const states = Object.keys(lifecycle)
  const events = [...new Set(arrows(lifecycle).map(({ event }) => event))]

  it('leads only to states that it has', () => {
    for (const { to } of arrows(lifecycle)) expect(states).toContain(to)
  })

  it.each(states.flatMap((from) => events.map((event) => [from, event] as const)))(
    'from %s by %s goes where the table says, or nowhere',
    (from, event) => {
      expect(transition(lifecycle, from, event)).toBe(lifecycle[from]?.[event] ?? null)
    },
  )
})
