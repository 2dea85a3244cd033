import { useEffect, useState } from 'react'

/**
 * What stands behind the `#` of the address that shows the page for reset codes, with the
 * organization whose people use it.
 */
const resetCodeHash = /^reset-code(?:\/([0-9a-f-]{36}))?$/

/**
 * The organization that the address names for reset codes; undefined where it names none, and null
 * where it is no address for reset codes.
 */
export function resetCodeOrganization(hash: string): string | undefined | null {
  const match = resetCodeHash.exec(hash)
  return match ? match[1] : null
}

/** What a whole token looks like: 48 bytes in base64url. */
const wholeToken = /^[\w-]{64}$/

const hashNow = () => location.hash.slice(1)

/**
 * The secret of the link that led here: the one given, or what stands behind the `#`; empty where
 * there is none, and null on a server. It is taken out of the address bar at once, so that neither
 * the history nor a shared screen keeps it (security row 49).
 */
export function useLinkToken(given: string | undefined): string | null {
  const [found, setFound] = useState(() => (typeof location === 'undefined' ? null : hashNow()))
  useEffect(() => {
    if (given !== undefined) return
    const clear = () => {
      if (hashNow() && !resetCodeHash.test(hashNow()))
        history.replaceState(history.state, '', location.pathname + location.search)
    }
    clear()
    // A second link that is pasted into the same tab loads no new page.
    const onHashChange = () => {
      const next = hashNow()
      if (!resetCodeHash.test(next) && !wholeToken.test(next)) return
      setFound(next)
      clear()
    }
    window.addEventListener('hashchange', onHashChange)
    return () => window.removeEventListener('hashchange', onHashChange)
  }, [given])
  return given ?? found
}
