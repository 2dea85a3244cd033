import {
  listUsers,
  mfaStates,
  userSortKeys,
  statuses,
  type InputOf,
  type MfaState,
  type OperationError,
  type Status,
  type UserSortKey,
  type UserView,
} from '@rosterkit/core/browser'
import { useCallback, useMemo, useState } from 'react'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { useDecisionWords } from '../messages/decision-words.js'
import { useRoster } from '../provider/roster-context.js'
import type { UrlValues } from '../provider/url-state.js'

/** What the table is narrowed to. */
export interface UserTableFilter {
  readonly search: string
  readonly status: readonly Status[]
  readonly role: readonly string[]
  readonly organization: readonly string[]
  readonly mfa: readonly MfaState[]
  /** Undefined: both. */
  readonly dormant: boolean | undefined
  readonly expiring: boolean | undefined
}

/** The list of people, however its rows come: what is in it, and the ways to change that. */
export interface UserListState {
  /**
   * The people to show; undefined before the first answer. Former ones stay while others are on
   * their way.
   */
  readonly rows: readonly UserView[] | undefined
  /** What is asked for, but for the page: the filter and the order as `users.list` takes them. */
  readonly list: InputOf<typeof listUsers>
  readonly filter: UserTableFilter
  readonly filtered: boolean
  readonly sort: { readonly column: UserSortKey; readonly direction: 'ascending' | 'descending' }
  readonly total: { readonly count: number; readonly atLeast: boolean } | undefined
  readonly fetching: boolean
  readonly error: OperationError | null
  /** Why nobody can be added; undefined when somebody can. */
  readonly addRefusal: string | undefined
  readonly setFilter: (change: Partial<UserTableFilter>) => void
  readonly clearFilter: () => void
  readonly setSort: (sort: { column: string; direction: 'ascending' | 'descending' }) => void
  readonly retry: () => void
}

/** What {@link useUserTable} gives: the list, a page of it, and the ways to the others. */
export interface UserTableState extends UserListState {
  /** The number of the first row shown, from 1. */
  readonly from: number
  readonly pageSize: number
  readonly setPageSize: (pageSize: number) => void
  /** Undefined when there is no such page. */
  readonly nextPage: (() => void) | undefined
  readonly previousPage: (() => void) | undefined
}

/** What a list of people is narrowed to and sorted by, kept in the host's address. */
export function useUserFilter(limit: number) {
  const { urlState } = useRoster()
  const [url, setUrl] = urlState()
  const filter = useMemo(() => filterOf(url), [url])
  const column = userSortKeys.find((key) => key === url['sort']) ?? 'familyName'
  const direction =
    url['direction'] === 'descending' ? ('descending' as const) : ('ascending' as const)
  const setFilter = useCallback(
    (change: Partial<UserTableFilter>) =>
      setUrl(withValues(url, textOf({ ...filter, ...change })), {
        replace: change.search !== undefined,
      }),
    [filter, setUrl, url],
  )
  return {
    list: { ...filterInput(filter), sort: column, direction, limit } satisfies InputOf<
      typeof listUsers
    >,
    filter,
    filtered: Object.values(textOf(filter)).some(Boolean),
    sort: { column, direction },
    setFilter,
    clearFilter: () => setUrl(withValues(url, textOf(filterOf({})))),
    setSort: (sort: { column: string; direction: 'ascending' | 'descending' }) =>
      setUrl(
        withValues(url, {
          sort: sort.column,
          direction: sort.direction === 'descending' ? 'descending' : '',
        }),
      ),
  }
}

/**
 * The table of people without its looks: search, filters and sorting in the host's address, pages
 * by cursor, answers as they come. Typing asks at once; an answer that a later letter has overtaken
 * is dropped.
 */
export function useUserTable(): UserTableState {
  const [pageSize, setPageSize] = useState(50)
  const filtering = useUserFilter(pageSize)

  // The cursors that led here belong to one list; another search, filter or sorting begins at its
  // first page.
  const list = JSON.stringify(filtering.list)
  const [trail, setTrail] = useState<{
    readonly list: string
    readonly cursors: readonly string[]
  }>({ list, cursors: [] })
  const cursors = trail.list === list ? trail.cursors : []
  const cursor = cursors.at(-1)

  const query = useOperationQuery(
    listUsers,
    { ...filtering.list, ...(cursor === undefined ? {} : { cursor }) },
    { keepPrevious: true },
  )
  const { data } = query
  const inWords = useDecisionWords()

  return {
    ...filtering,
    rows: query.isError ? undefined : data?.items,
    from: cursors.length * pageSize + 1,
    total: data && { count: data.count.value, atLeast: !data.count.exact },
    pageSize,
    fetching: query.isFetching,
    error: query.error,
    addRefusal: inWords(data?.can['users.create']),
    setPageSize,
    nextPage:
      data?.nextCursor && !query.isPlaceholderData
        ? () => setTrail({ list, cursors: [...cursors, data.nextCursor!] })
        : undefined,
    previousPage:
      cursors.length > 0 ? () => setTrail({ list, cursors: cursors.slice(0, -1) }) : undefined,
    retry: () => void query.refetch(),
  }
}

/** The filter that an address carries; what it does not know is left out. */
function filterOf(url: UrlValues): UserTableFilter {
  const among = <Value extends string>(known: readonly Value[], text: string | undefined) =>
    listOf(text).filter((value): value is Value => (known as readonly string[]).includes(value))
  const truth = (text: string | undefined) =>
    text === 'true' || text === 'false' ? text === 'true' : undefined
  return {
    search: url['search'] ?? '',
    status: among(statuses, url['status']),
    role: listOf(url['role']),
    organization: listOf(url['organization']),
    mfa: among(mfaStates, url['mfa']),
    dormant: truth(url['dormant']),
    expiring: truth(url['expiring']),
  }
}

/** The filter as an address carries it; empty where nothing is chosen. */
const textOf = (filter: UserTableFilter): Record<keyof UserTableFilter, string> => {
  const text = (value: UserTableFilter[keyof UserTableFilter]) =>
    value === undefined ? '' : String(value)
  return {
    search: filter.search,
    status: text(filter.status),
    role: text(filter.role),
    organization: text(filter.organization),
    mfa: text(filter.mfa),
    dormant: text(filter.dormant),
    expiring: text(filter.expiring),
  }
}

/** The filter as the operations take it. */
export function filterInput({
  search,
  status,
  role,
  organization,
  mfa,
  dormant,
  expiring,
}: UserTableFilter) {
  return {
    search,
    status: [...status],
    role: [...role],
    organization: [...organization],
    mfa: [...mfa],
    ...(dormant === undefined ? {} : { dormant }),
    ...(expiring === undefined ? {} : { expiring }),
  }
}

function listOf(text: string | undefined): string[] {
  return text ? text.split(',') : []
}

function withValues(
  values: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...values, ...change }).filter(([, value]) => value !== ''),
  )
}
