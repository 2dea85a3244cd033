import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { DeepPartial } from './deep-partial.js'
import { en, type Messages } from './en.js'
import type { Language } from './language.js'

/** Some of the messages, at any depth: what is left out stays as it was. */
export type MessageOverrides = DeepPartial<Messages>
/** How dates and numbers are written, and in which zone. */
export interface LocaleSettings {
  /** A BCP 47 tag. Default: `en`. */
  locale: string
  /** An IANA zone. Default: the viewer's own. */
  timeZone: string | undefined
}

const MessagesContext = createContext<Messages>(en)
const LanguageContext = createContext<Language | null>(null)
const LocaleContext = createContext<LocaleSettings>({ locale: 'en', timeZone: undefined })

/** The words and the ways of writing below; what is left out stays as it is above. */
export interface MessagesProviderProps {
  /**
   * A whole language, such as `de` of `@rosterkit/react/messages/de`. Default: the one above, in
   * the end English.
   */
  language?: Language | undefined
  /** Words that should differ, laid over the language. */
  messages?: MessageOverrides | undefined
  /** Default: the language's own. */
  locale?: string | undefined
  timeZone?: string | undefined
  children: ReactNode
}

/**
 * Gives the parts below their words, and the locale and zone in which they write dates and numbers.
 */
export function MessagesProvider({
  language,
  messages,
  locale,
  timeZone,
  children,
}: MessagesProviderProps) {
  const above = useContext(MessagesContext)
  const spoken = useContext(LanguageContext)
  const settings = useContext(LocaleContext)
  const merged = useMemo(() => {
    const base = language ? (language.words ? mergeMessages(en, language.words) : en) : above
    return messages ? mergeMessages(base, messages) : base
  }, [above, language, messages])
  const here = useMemo(
    () => ({
      locale: locale ?? language?.locale ?? settings.locale,
      timeZone: timeZone ?? settings.timeZone,
    }),
    [locale, language, timeZone, settings],
  )
  return (
    <LanguageContext.Provider value={language ?? spoken}>
      <MessagesContext.Provider value={merged}>
        <LocaleContext.Provider value={here}>{children}</LocaleContext.Provider>
      </MessagesContext.Provider>
    </LanguageContext.Provider>
  )
}

/** The words in force here; English when nobody provided any. */
export const useMessages = () => useContext(MessagesContext)

/**
 * The language in force here, under what the host says otherwise; null is English, whose parts
 * stand with the hooks that ask for them, so that a page brings no other page's.
 */
export const useLanguage = () => useContext(LanguageContext)

/** The locale and time zone in force here. */
export const useLocale = () => useContext(LocaleContext)

/** Lays some words over a tree of words. */
export function mergeMessages<Tree extends object>(base: Tree, overrides: object): Tree {
  const merged = { ...base } as Record<string, unknown>
  for (const [key, value] of Object.entries(overrides) as [string, unknown][]) {
    const former = merged[key]
    if (value === undefined) continue
    merged[key] = isTree(former) && isTree(value) ? mergeMessages(former, value) : value
  }
  return merged as Tree
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null
