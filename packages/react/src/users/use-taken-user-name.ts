import { checkUserName } from '@rosterkit/core/browser'
import { useEffect, useState } from 'react'
import { useOperationQuery } from '../operations/use-operation-query.js'

const pauseMs = 250

/**
 * Whether somebody has the username already; asked when the typing pauses, in the organization
 * chosen or the first possible.
 */
export function useTakenUserName(userName: string, organizationId: string | undefined): boolean {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(userName), pauseMs)
    return () => clearTimeout(timer)
  }, [userName])
  const check = useOperationQuery(
    checkUserName,
    { organizationId: organizationId ?? '', userName: settled },
    { enabled: settled.length > 0 && organizationId !== undefined && settled === userName },
  )
  return settled === userName && check.data?.available === false
}
