import {
  isOperationError,
  listUsers,
  type InputOf,
  type OperationError,
} from '@rosterkit/core/browser'
import { useEffect, useRef, useState } from 'react'
import { useCall } from '../operations/use-call.js'
import { chosenUser, type ChosenUser, type ChosenUsers } from './chosen-users.js'

/**
 * Collects everybody whom a list has, a page at a time. `found` counts them while it goes on; null
 * when it does not. Stopped or refused, nobody is added.
 */
export function useAllMatching(
  list: InputOf<typeof listUsers>,
  onFound: (found: ChosenUsers) => void,
) {
  const call = useCall()
  const [found, setFound] = useState<number | null>(null)
  const [error, setError] = useState<OperationError | null>(null)
  const way = useRef<AbortController | null>(null)
  useEffect(() => () => way.current?.abort(), [])

  const start = async () => {
    const controller = new AbortController()
    way.current = controller
    const people = new Map<string, ChosenUser>()
    setError(null)
    setFound(0)
    try {
      for (let cursor: string | undefined; ;) {
        const page = await call(
          listUsers,
          { ...list, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
          { signal: controller.signal },
        )
        if (controller.signal.aborted) return
        for (const user of page.items) people.set(user.id, chosenUser(user))
        setFound(people.size)
        if (page.nextCursor === null) break
        cursor = page.nextCursor
      }
      onFound(people)
    } catch (thrown) {
      if (controller.signal.aborted) return
      if (!isOperationError(thrown)) throw thrown
      setError(thrown)
    } finally {
      if (way.current === controller) setFound(null)
    }
  }
  return { found, error, start, stop: () => way.current?.abort() }
}
