import { useEffect, useState } from 'react'

export type Theme = 'light' | 'dark'

const storageKey = 'harbourline-theme'

/**
 * The chosen theme, the system's at first. Stands on the document as `data-theme`, where the kit
 * looks too.
 */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(
    () => stored() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  )
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  const toggle = () => {
    const next = theme === 'light' ? 'dark' : 'light'
    localStorage.setItem(storageKey, next)
    setTheme(next)
  }
  return [theme, toggle]
}

function stored(): Theme | null {
  const value = localStorage.getItem(storageKey)
  return value === 'light' || value === 'dark' ? value : null
}
