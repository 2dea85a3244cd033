import type { RosterClient } from '@rosterkit/core/browser'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Preferences } from './preferences.js'
import type { UrlState } from './url-state.js'

/** What the provider hands down. */
export interface RosterContextValue {
  readonly client: RosterClient
  readonly queryClient: QueryClient
  readonly urlState: UrlState
  readonly preferences: Preferences
}

export const RosterContext = createContext<RosterContextValue | null>(null)

/** The roster that the nearest provider gives. Throws outside one. */
export function useRoster(): RosterContextValue {
  const context = useContext(RosterContext)
  if (!context)
    throw new Error('Rosterkit components must stand inside <RosterProvider client={…}>.')
  return context
}
