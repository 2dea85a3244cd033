import type { RosterOptions } from '@rosterkit/core'
import { tokenOf, withServices } from './services.ts'
import { openWorld } from './world.ts'

/** The password of {@link openOnboardedWorld}'s Ada. */
export const words = 'seven quiet harbours at dawn'
/** Another that she may choose. */
export const otherWords = 'nine loud mountains by noon'

/**
 * A world with everything that secrets need, in which Ada at acme has finished onboarding and has a
 * password; `call` is an administrator's there.
 */
export async function openOnboardedWorld(options: Partial<RosterOptions> = {}) {
  const { mail, hasher, services } = withServices(options)
  const world = await openWorld(services)
  const { roster, places } = world
  const call = world.as(await world.join('admin', 'acme', { roles: ['administrator'] }))
  const stranger = roster.as({ userId: null })
  const { id: userId, activationLink } = await call.users.create({
    organizationId: places.acme,
    userName: 'ada',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ value: 'ada@example.com', primary: true }],
    activation: 'link',
  })
  await stranger.redeem.finishOnboarding({ token: tokenOf(activationLink?.link), password: words })
  const signIn = (password: string) =>
    roster.signIn.verifyPassword({ userName: 'ada', organizationId: places.acme, password })
  return { ...world, services, mail, hasher, call, stranger, userId, signIn }
}
