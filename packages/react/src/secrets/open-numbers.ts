import { listSecrets, listSessions, type UserView } from '@rosterkit/core/browser'
import { useOperationQuery } from '../operations/use-operation-query.js'

/**
 * How many sessions, and links and codes, are open for a person; undefined until it is known, and
 * where the caller may not know.
 */
export function useOpenNumbers(
  user: Pick<UserView, 'id'>,
  enabled = true,
): { readonly sessions: number | undefined; readonly secrets: number | undefined } {
  const sessions = useOperationQuery(listSessions, { userId: user.id }, { enabled })
  const secrets = useOperationQuery(listSecrets, { userId: user.id }, { enabled })
  return {
    sessions: sessions.data?.items.length,
    secrets: secrets.data?.items.filter(({ expired }) => !expired).length,
  }
}
