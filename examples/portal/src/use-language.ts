import { english, type Language } from '@rosterkit/react'
import { useEffect, useState } from 'react'

const others: Readonly<Record<string, () => Promise<Language>>> = {
  ar: () => import('@rosterkit/react/messages/ar').then(({ ar }) => ar),
  de: () => import('@rosterkit/react/messages/de').then(({ de }) => de),
  es: () => import('@rosterkit/react/messages/es').then(({ es }) => es),
  fr: () => import('@rosterkit/react/messages/fr').then(({ fr }) => fr),
  ja: () => import('@rosterkit/react/messages/ja').then(({ ja }) => ja),
}

/**
 * The language that the address asked for when the page was opened, as `?lang=de`: fetched only
 * then. Null while it comes.
 */
export function useLanguage(): Language | null {
  const [load] = useState(
    () =>
      others[
        new URLSearchParams(location.search).get('lang') ?? sessionStorage.getItem('lang') ?? ''
      ],
  )
  const [language, setLanguage] = useState<Language | null>(load ? null : english)
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('lang')
    if (asked) sessionStorage.setItem('lang', asked)
    void load?.().then(setLanguage)
  }, [load])
  return language
}
