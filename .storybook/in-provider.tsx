import { createRosterClient } from '@rosterkit/adapters/client'
import type { Decorator } from '@storybook/react-vite'
import { RosterProvider } from '@rosterkit/react'

/** Puts a story inside a provider whose client speaks HTTP, which MSW answers with the real handler. */
export const inProvider: Decorator = (Story, { globals }) => {
  const { theme, density, direction, locale } = globals as { theme: 'light' | 'dark'; density: 'comfortable' | 'compact'; direction: 'ltr' | 'rtl'; locale: string }
  return (
    <RosterProvider client={createRosterClient({ baseUrl: '/api/roster' })} theme={theme} density={density} direction={direction} locale={locale} timeZone="Europe/Berlin">
      <Story />
    </RosterProvider>
  )
}
