import { listUsers, userSortKeys, statuses, type InputOf, type OperationError, type Status, type UserSortKey, type UserView } from '@rosterkit/core/browser'
import { useCallback, useMemo, useState } from 'react'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { useRoster } from '../provider/roster-context.js'

/** What the table is narrowed to. */
export interface UserTableFilter {
  readonly search: string
  readonly status: readonly Status[]
  readonly role: readonly string[]
  readonly organization: readonly string[]
}

/** What {@link useUserTable} gives: the rows, where they stand, and the ways to change that. */
export interface UserTableState {
  /** The people of this page; undefined before the first answer. Former ones stay while others are on their way. */
  readonly rows: readonly UserView[] | undefined
  /** What is asked for, but for the page: the filter and the order as `users.list` takes them. */
  readonly list: InputOf<typeof listUsers>
  readonly filter: UserTableFilter
  readonly filtered: boolean
  readonly sort: { readonly column: UserSortKey; readonly direction: 'ascending' | 'descending' }
  /** The number of the first row shown, from 1. */
  readonly from: number
  readonly total: { readonly count: number; readonly atLeast: boolean } | undefined
  readonly pageSize: number
  readonly fetching: boolean
  readonly error: OperationError | null
  /** Why nobody can be added; undefined when somebody can. */
  readonly addRefusal: string | undefined
  readonly setFilter: (change: Partial<UserTableFilter>) => void
  readonly clearFilter: () => void
  readonly setSort: (sort: { column: string; direction: 'ascending' | 'descending' }) => void
  readonly setPageSize: (pageSize: number) => void
  /** Undefined when there is no such page. */
  readonly nextPage: (() => void) | undefined
  readonly previousPage: (() => void) | undefined
  readonly retry: () => void
}

/**
 * The table of people without its looks: search, filters and sorting in the host's address, pages by cursor, answers as they come.
 * Typing asks at once; an answer that a later letter has overtaken is dropped.
 */
export function useUserTable(): UserTableState {
  const { urlState } = useRoster()
  const [url, setUrl] = urlState()
  const [pageSize, setPageSize] = useState(50)

  const filter = useMemo<UserTableFilter>(
    () => ({ search: url['search'] ?? '', status: listOf(url['status']).filter((value) => statuses.includes(value as Status)) as Status[], role: listOf(url['role']), organization: listOf(url['organization']) }),
    [url],
  )
  const column = userSortKeys.find((key) => key === url['sort']) ?? 'familyName'
  const direction = url['direction'] === 'descending' ? ('descending' as const) : ('ascending' as const)
  const input = { search: filter.search, status: [...filter.status], role: [...filter.role], organization: [...filter.organization], sort: column, direction, limit: pageSize } satisfies InputOf<typeof listUsers>

  // The cursors that led here belong to one list; another search, filter or sorting begins at its first page.
  const list = JSON.stringify(input)
  const [trail, setTrail] = useState<{ readonly list: string; readonly cursors: readonly string[] }>({ list, cursors: [] })
  const cursors = trail.list === list ? trail.cursors : []
  const cursor = cursors.at(-1)

  const query = useOperationQuery(listUsers, { ...input, ...(cursor === undefined ? {} : { cursor }) }, { keepPrevious: true })
  const { data } = query
  const add = data?.can['users.create']

  const setFilter = useCallback(
    (change: Partial<UserTableFilter>) => {
      const next = { ...filter, ...change }
      setUrl(withValues(url, { search: next.search, status: next.status.join(','), role: next.role.join(','), organization: next.organization.join(',') }), { replace: change.search !== undefined })
    },
    [filter, setUrl, url],
  )

  return {
    list: input,
    rows: query.isError ? undefined : data?.items,
    filter,
    filtered: Boolean(filter.search) || filter.status.length > 0 || filter.role.length > 0 || filter.organization.length > 0,
    sort: { column, direction },
    from: cursors.length * pageSize + 1,
    total: data && { count: data.count.value, atLeast: !data.count.exact },
    pageSize,
    fetching: query.isFetching,
    error: query.error,
    addRefusal: add && !add.allowed ? add.detail : undefined,
    setFilter,
    clearFilter: () => setUrl(withValues(url, { search: '', status: '', role: '', organization: '' })),
    setSort: (sort) => setUrl(withValues(url, { sort: sort.column, direction: sort.direction === 'descending' ? 'descending' : '' })),
    setPageSize,
    nextPage: data?.nextCursor && !query.isPlaceholderData ? () => setTrail({ list, cursors: [...cursors, data.nextCursor!] }) : undefined,
    previousPage: cursors.length > 0 ? () => setTrail({ list, cursors: cursors.slice(0, -1) }) : undefined,
    retry: () => void query.refetch(),
  }
}

function listOf(text: string | undefined): string[] {
  return text ? text.split(',') : []
}

function withValues(values: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...values, ...change }).filter(([, value]) => value !== ''))
}
