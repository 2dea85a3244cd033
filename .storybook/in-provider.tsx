import { createRosterClient } from '@rosterkit/adapters/client'
import type { Decorator } from '@storybook/react-vite'
import { RosterProvider } from '@rosterkit/react'
import { directionOf, languageOf, type Direction } from './languages.ts'

/**
 * Puts a story inside a provider whose client speaks HTTP, which MSW answers with the real handler.
 */
export const inProvider: Decorator = (Story, { globals }) => {
  const { theme, density, direction } = globals as {
    theme: 'light' | 'dark'
    density: 'comfortable' | 'compact'
    direction: Direction
  }
  const language = languageOf(globals)
  return (
    <RosterProvider
      client={createRosterClient({ baseUrl: '/api/roster' })}
      theme={theme}
      density={density}
      language={language}
      direction={directionOf(direction, language)}
      timeZone="Europe/Berlin"
    >
      <Story />
    </RosterProvider>
  )
}
