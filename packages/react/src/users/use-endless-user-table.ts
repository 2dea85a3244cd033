import {
  listUsers,
  type OperationError,
  type OutputOf,
  type UserView,
} from '@rosterkit/core/browser'
import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useDecisionWords } from '../messages/decision-words.js'
import { useCall } from '../operations/use-call.js'
import { useRoster } from '../provider/roster-context.js'
import { useUserFilter, type UserListState } from './use-user-table.js'

type Page = OutputOf<typeof listUsers>

/** What {@link useEndlessUserTable} gives: the list so far, and the way on. */
export interface EndlessUserTableState extends UserListState {
  /**
   * Asks for the next people; undefined when there are none, or they are on their way, or were
   * refused.
   */
  readonly more: (() => void) | undefined
  readonly fetchingMore: boolean
  /** Why the next people did not come; those who have stay. */
  readonly moreError: OperationError | null
  readonly retryMore: () => void
}

/**
 * The table of people without its looks, as one list that grows. What has come stays, whatever
 * becomes of the rest.
 */
export function useEndlessUserTable(): EndlessUserTableState {
  const { queryClient } = useRoster()
  const call = useCall()
  const inWords = useDecisionWords()
  const filtering = useUserFilter(50)
  const { list } = filtering
  const query = useInfiniteQuery<
    Page,
    OperationError,
    InfiniteData<Page>,
    readonly unknown[],
    string | null
  >(
    {
      queryKey: [listUsers.name, 'endless', list],
      queryFn: ({ pageParam, signal }) =>
        call(
          listUsers,
          { ...list, ...(pageParam === null ? {} : { cursor: pageParam }) },
          { signal },
        ),
      initialPageParam: null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    },
    queryClient,
  )
  const {
    data,
    error,
    hasNextPage,
    isFetching,
    isFetchingNextPage,
    isPlaceholderData,
    fetchNextPage,
    refetch,
  } = query
  // Somebody who was changed between two pages may stand on both.
  const rows = useMemo(
    () =>
      data && [
        ...new Map(
          data.pages.flatMap(({ items }) =>
            items.map((user): [string, UserView] => [user.id, user]),
          ),
        ).values(),
      ],
    [data],
  )
  const next = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const last = data?.pages.at(-1)
  const refused = rows !== undefined && rows.length > 0 && !isPlaceholderData ? error : null
  return {
    ...filtering,
    rows: error && !refused ? undefined : rows,
    total: last && { count: last.count.value, atLeast: !last.count.exact },
    fetching: isFetching && !isFetchingNextPage,
    error: refused ? null : error,
    addRefusal: inWords(last?.can['users.create']),
    retry: () => void refetch(),
    more: hasNextPage && !isFetching && !isPlaceholderData && !error ? next : undefined,
    fetchingMore: isFetchingNextPage,
    moreError: refused,
    // A cursor that is good no longer leads nowhere: the list is asked for anew.
    retryMore: () => (error?.code === 'invalid_cursor' ? void refetch() : next()),
  }
}
