import '@rosterkit/react/styles.css'
import { createRosterClient } from '@rosterkit/adapters/client'
import { RosterProvider, type RosterProviderProps } from '@rosterkit/react'
import { useLanguage } from './use-language.ts'

const client = createRosterClient({ baseUrl: '/api/roster' })

/** The provider of every section, in the language that the address asks for. */
export function Roster(props: Omit<RosterProviderProps, 'client' | 'language'>) {
  const language = useLanguage()
  return language && <RosterProvider client={client} language={language} {...props} />
}
