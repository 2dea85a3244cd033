import type { RosterClient } from '@rosterkit/core/browser'
import { QueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { Language } from '../messages/language.js'
import { MessagesProvider, type MessageOverrides } from '../messages/messages-provider.js'
import { ThemeRoot, type ThemeRootProps } from '../ui/theme-root.js'
import { useLocalPreferences, type Preferences } from './preferences.js'
import { RosterContext } from './roster-context.js'
import { useMemoryUrlState, type UrlState } from './url-state.js'

/** What a host gives to the kit. */
export interface RosterProviderProps extends ThemeRootProps {
  /** How the roster is reached: `createRosterClient` over HTTP, or `roster.as(…)` in process. */
  client: RosterClient
  /**
   * A language with its way of writing dates and its direction, such as `de` of
   * `@rosterkit/react/messages/de`. Default: English.
   */
  language?: Language
  /** Words that should differ from the language's own. */
  messages?: MessageOverrides
  /** A BCP 47 tag for dates and numbers. Default: the language's. */
  locale?: string
  /** An IANA zone. Default: the viewer's own. */
  timeZone?: string
  /**
   * Keeps search, filters and the open person in the host's address, so that links bring them back.
   * Must not change between renders. Default: in memory.
   */
  urlState?: UrlState
  /**
   * Remembers each viewer's settings, such as the columns of the table. Must not change between
   * renders. Default: in the browser's local storage.
   */
  preferences?: Preferences
  children: ReactNode
}

/**
 * Gives the screens below their roster, words and look. Takes the theme's props too (`theme`,
 * `density`, `direction`, `className`). It keeps its own query cache, apart from any that the host
 * may use.
 */
export function RosterProvider({
  client,
  language,
  messages,
  locale,
  timeZone,
  urlState = useMemoryUrlState,
  preferences = useLocalPreferences,
  children,
  ...theme
}: RosterProviderProps) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry: false, staleTime: 10_000, networkMode: 'always' },
          mutations: { networkMode: 'always' },
        },
      }),
  )
  const value = useMemo(
    () => ({ client, queryClient, urlState, preferences }),
    [client, queryClient, urlState, preferences],
  )
  return (
    <RosterContext.Provider value={value}>
      <MessagesProvider language={language} messages={messages} locale={locale} timeZone={timeZone}>
        <ThemeRoot {...(language ? { direction: language.direction } : {})} {...theme}>
          {children}
        </ThemeRoot>
      </MessagesProvider>
    </RosterContext.Provider>
  )
}
