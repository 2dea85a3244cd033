/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events, jsx-a11y/label-has-associated-control --
   the roles are written out because rows laid out as blocks lose their own; the keys are heard on the table; the labels hold their control in a component. */
import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table'
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { Checkbox } from './checkbox.js'
import { DataTableRow } from './data-table-row.js'
import { Icon } from './icons.js'
import { lazyPart } from './lazy-part.js'
import { MenuAt, usePreloadedMenu, type MenuAnchor, type MenuEntry } from './menu.js'
import { ProgressLine } from './progress-line.js'
import type { SkeletonRowsProps } from './skeleton-rows.js'
import { useDirection } from './theme-root.js'

// The host's operations sort, filter and cut the pages; the table only says what is sorted by. What
// is selected is a set of ids, which may be on other pages. Neither needs a feature of the
// library's.
const features = tableFeatures({})

/** A column: plain facts, and a function from a row to what its cell shows. */
export interface DataTableColumn<Row extends RowData> {
  id: string
  heading: string
  /** A small word after the heading, such as the time zone. */
  headingNote?: string | undefined
  cell: (row: Row) => ReactNode
  sortable?: boolean | undefined
  /**
   * Width in pixels that it gets at least; wider tables share the rest in proportion. Default 140.
   */
  width?: number | undefined
  align?: 'end' | undefined
  /** Names its row for screen readers; one column does. */
  rowHeader?: boolean | undefined
  /** Its place in the two lines of a narrow row; without one it is not shown there. */
  narrow?: 'title' | 'state' | 'detail' | undefined
}

/** What a part that draws some of the rows needs to know. */
export interface WindowedRows<Row> {
  rows: readonly Row[]
  /** What scrolls. */
  frame: { readonly current: HTMLElement | null }
  /** The place of the row in the tab order, which is drawn wherever the reader has scrolled. */
  activeIndex: number
  draw: (row: Row, index: number) => ReactNode
  onEnd?: (() => void) | undefined
}

/** What the rows are sorted by. */
export interface DataTableSort {
  column: string
  direction: 'ascending' | 'descending'
}

export interface DataTableProps<Row extends RowData> {
  /** What the list is: its accessible name. */
  label: string
  columns: readonly DataTableColumn<Row>[]
  /** The rows of this page, or nothing before the first answer: then skeletons show. */
  rows: readonly Row[] | undefined
  rowId: (row: Row) => string
  /** Names a row in the labels of its tick and its menu. */
  rowLabel: (row: Row) => string
  sort?: DataTableSort | undefined
  onSortChange?: ((sort: DataTableSort) => void) | undefined
  /** By Enter, or a press on the row. */
  onRowOpen?: ((row: Row) => void) | undefined
  /** Asked when the menu opens. `⋯`, the context menu, `m` and the menu key open it. */
  rowMenu?: ((row: Row) => readonly MenuEntry[]) | undefined
  /** Ids of the selected rows, which may be on other pages. Without it rows cannot be selected. */
  selected?: ReadonlySet<string> | undefined
  onSelectedChange?: ((selected: Set<string>) => void) | undefined
  /** New rows are on their way; the old ones stay, dimmed once it takes a moment. */
  fetching?: boolean | undefined
  /**
   * How many rows the list has, those included that are not here; left out when that is not known
   * exactly.
   */
  rowCount?: number | undefined
  /** Asks for the rows after the last, in a list without pages; left out when there are none. */
  onEnd?: (() => void) | undefined
  /**
   * Draws a part of the rows, for a list of many that scrolls in its frame. Default: all of them.
   */
  windowed?: ((rows: WindowedRows<Row>) => ReactNode) | undefined
  /** How many skeleton rows before the first answer. Default 10. */
  skeletonRows?: number | undefined
  /** Shows when there are no rows. */
  empty?: ReactNode
  /** Shows in place of the rows: refused, offline. */
  refusal?: ReactNode
  className?: string | undefined
  style?: CSSProperties | undefined
}

// A quick answer is there before them: the table does not blink.
const SkeletonRows = lazyPart<SkeletonRowsProps>(() =>
  import('./skeleton-rows.js').then((module) => module.SkeletonRows),
)

const noRows: readonly never[] = []
const emptySelection: ReadonlySet<string> = new Set()
const tickWidth = 40
const menuWidth = 48
const defaultWidth = 140

/**
 * A table of rows that live on a server: sortable headings, selection, a menu per row, everything
 * by keyboard. Under 640 px (of its own width, not the window's) each row is two lines.
 *
 * It is a `grid` after the APG, not a plain `table`, because arrow keys move in it; and of the
 * APG's two ways the one with focusable rows, because every act here is on a row. One row is in the
 * tab order, its controls after it; ArrowLeft and ArrowRight walk along them. The roles are written
 * out, because a table laid out as blocks loses its own.
 */
export function DataTable<Row extends RowData>({
  label,
  columns,
  rows,
  rowId,
  rowLabel,
  sort,
  onSortChange,
  onRowOpen,
  rowMenu,
  selected,
  onSelectedChange,
  fetching = false,
  rowCount,
  onEnd,
  windowed,
  skeletonRows = 10,
  empty,
  refusal,
  className,
  style,
}: DataTableProps<Row>) {
  const { ui } = useMessages()
  const direction = useDirection()
  const helpId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ row: Row; anchor: MenuAnchor; byKeyboard: boolean } | null>(
    null,
  )
  const closeMenu = useCallback(() => setMenu(null), [])
  const rangeStart = useRef<string | null>(null)
  const arriving = useRef<string | null>(null)
  /** Where the reader wants to go beyond the last row, once there is more. */
  const beyond = useRef<number | null>(null)
  const selectable = selected !== undefined
  usePreloadedMenu()

  const selection = selected ?? emptySelection
  const definitions = useMemo(
    () =>
      columns.map<ColumnDef<typeof features, Row>>((column) => ({
        id: column.id,
        accessorFn: (row) => row,
        header: column.heading,
      })),
    [columns],
  )
  const all = rows ?? noRows
  const table = useTable({
    features,
    // A long list is drawn in part, and a row object for each of a hundred thousand would be made
    // for nothing.
    data: windowed ? noRows : all,
    columns: definitions,
    getRowId: rowId,
  })
  const ids = useMemo(() => all.map(rowId), [all, rowId])
  const current = activeId !== null && ids.includes(activeId) ? activeId : ids[0]

  useKeptFocus(body, ids)
  useLayoutEffect(() => {
    const element = arriving.current === null ? null : rowElement(body.current, arriving.current)
    if (!element) return
    arriving.current = null
    element.focus()
  })
  const overflow = useOverflow(
    frame,
    columns.reduce(
      (sum, { width = defaultWidth }) => sum + width,
      (selectable ? tickWidth : 0) + (rowMenu ? menuWidth : 0),
    ),
  )

  const find = (id: string) => all[ids.indexOf(id)]
  const focusRow = (id: string | undefined) => {
    if (id === undefined) return
    setActiveId(id)
    const element = rowElement(body.current, id)
    if (element) element.focus()
    // Out of sight and not drawn: it is, once it is the active one.
    else arriving.current = id
  }
  const select = useCallback(
    (id: string, mode: 'toggle' | 'range') => {
      if (!selectable) return
      const next = new Set(selection)
      const from = ids.indexOf(rangeStart.current ?? id)
      if (mode === 'range' && from >= 0) {
        const to = ids.indexOf(id)
        for (const between of ids.slice(Math.min(from, to), Math.max(from, to) + 1))
          next.add(between)
      } else {
        if (!next.delete(id)) next.add(id)
        rangeStart.current = id
      }
      onSelectedChange?.(next)
    },
    [ids, onSelectedChange, selectable, selection],
  )
  const openMenu = (id: string, anchor: MenuAnchor, byKeyboard: boolean) => {
    const row = find(id)
    if (!row || !rowMenu) return
    setActiveId(id)
    setMenu({ row, anchor, byKeyboard })
  }

  useEffect(() => {
    const wanted = beyond.current
    if (wanted === null) return
    const last = ids.length - 1
    if (
      body.current?.contains(document.activeElement) &&
      ids.indexOf(closestRow(document.activeElement)?.dataset['row'] ?? '') < last
    )
      focusRow(ids[Math.min(wanted, last)])
    beyond.current = null
    // Only when rows have come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ids.length])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const element = closestRow(event.target)
    const id = element?.dataset['row']
    if (!element || id === undefined || event.defaultPrevented || event.altKey || event.metaKey)
      return
    const onRow = event.target === element
    const at = ids.indexOf(id)
    const moveTo = (index: number) => {
      const target = ids[Math.max(0, Math.min(ids.length - 1, index))]
      beyond.current = index >= ids.length && onEnd ? index : null
      if (beyond.current !== null) onEnd?.()
      event.preventDefault()
      if (event.shiftKey && selectable && target !== undefined) {
        rangeStart.current ??= id
        select(target, 'range')
      } else if (!event.shiftKey) rangeStart.current = null
      focusRow(target)
    }
    const { key } = event
    if (key === 'ArrowDown') moveTo(at + 1)
    else if (key === 'ArrowUp') moveTo(at - 1)
    else if (key === 'PageDown') moveTo(at + rowsInView(element, frame.current))
    else if (key === 'PageUp') moveTo(at - rowsInView(element, frame.current))
    else if (key === 'Home') moveTo(0)
    else if (key === 'End') moveTo(ids.length - 1)
    else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const stops = [element, ...controlsOf(element)]
      const next =
        stops[
          stops.indexOf(event.target as HTMLElement) +
            ((key === 'ArrowRight') === (direction === 'ltr') ? 1 : -1)
        ]
      if (next) event.preventDefault()
      next?.focus()
    } else if (
      key === 'ContextMenu' ||
      (key === 'F10' && event.shiftKey) ||
      (key === 'm' && !event.ctrlKey)
    ) {
      event.preventDefault()
      openMenu(id, { element: event.target as HTMLElement }, true)
    } else if (!onRow) {
      if (key === 'Escape') focusRow(id)
    } else if (key === 'Enter') {
      const row = find(id)
      if (row) onRowOpen?.(row)
    } else if (key === ' ') {
      event.preventDefault()
      select(id, event.shiftKey ? 'range' : 'toggle')
    } else if (key === 'a' && event.ctrlKey && selectable) {
      event.preventDefault()
      onSelectedChange?.(new Set([...selection, ...ids]))
    }
  }

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const element = closestRow(event.target)
    const id = element?.dataset['row']
    if (!element || id === undefined || !(event.target instanceof Element)) return
    const control = event.target.closest<HTMLElement>('button, a, input, label, select, textarea')
    if (control && element.contains(control)) {
      if (control.matches('[data-opens-menu]'))
        openMenu(id, { element: control }, event.detail === 0)
      return
    }
    // Who marks text with the mouse wants to copy it, not to leave.
    if (window.getSelection()?.isCollapsed === false) return
    const row = find(id)
    if (event.shiftKey) select(id, 'range')
    else if (row) onRowOpen?.(row)
  }

  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const element = closestRow(event.target)
    const id = element?.dataset['row']
    // With Ctrl or Shift the browser's own menu comes, as people who need it expect.
    if (!rowMenu || !element || id === undefined || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    openMenu(id, { element, point: { x: event.clientX, y: event.clientY } }, false)
  }

  const draw = (row: Row, index?: number) => {
    const id = rowId(row)
    return (
      <DataTableRow
        key={id}
        id={id}
        row={row}
        columns={columns}
        rowLabel={rowLabel}
        index={index}
        active={id === current}
        selected={selectable ? selection.has(id) : undefined}
        onSelect={select}
        withMenu={rowMenu !== undefined}
        menuOpen={menu !== null && rowId(menu.row) === id}
        opens={onRowOpen !== undefined}
      />
    )
  }

  const pageState =
    selectable && ids.length > 0
      ? ids.every((id) => selection.has(id))
        ? 'all'
        : ids.some((id) => selection.has(id))
          ? 'some'
          : 'none'
      : 'none'
  const place = refusal ?? (rows && rows.length === 0 ? empty : undefined)
  const firstLoad = rows === undefined && refusal === undefined
  const stickyId = columns[0]?.id

  return (
    <div className={classes('rk-data-table', className)} style={style}>
      <div
        ref={frame}
        className="rk-table-frame"
        data-windowed={windowed ? '' : undefined}
        data-overflow={overflow.state}
        onScroll={overflow.onScroll}
      >
        <ProgressLine active={fetching && !firstLoad} />
        <table
          role="grid"
          aria-label={label}
          aria-busy={fetching || firstLoad || undefined}
          aria-describedby={helpId}
          aria-multiselectable={selectable || undefined}
          // The heading is a row too.
          aria-rowcount={windowed ? (rowCount === undefined ? -1 : rowCount + 1) : undefined}
          data-selecting={selection.size > 0 ? '' : undefined}
          className="rk-table"
          style={{ minInlineSize: overflow.needed }}
          onKeyDown={onKeyDown}
        >
          <colgroup className="rk-table-columns">
            {selectable ? <col className="rk-column" style={{ inlineSize: tickWidth }} /> : null}
            {columns.map(({ id, width = defaultWidth }) => (
              <col key={id} className="rk-column" style={{ inlineSize: width }} />
            ))}
            {rowMenu ? <col className="rk-column" style={{ inlineSize: menuWidth }} /> : null}
          </colgroup>
          <thead role="rowgroup" className="rk-table-head">
            <tr role="row" className="rk-heading-row">
              {selectable ? (
                <th role="columnheader" scope="col" data-column="select" className="rk-heading">
                  <label className="rk-table-check">
                    <Checkbox
                      aria-label={ui.table.selectAll}
                      checked={pageState === 'all'}
                      indeterminate={pageState === 'some'}
                      disabled={ids.length === 0}
                      onChange={() => {
                        const next = new Set(selection)
                        for (const id of ids) {
                          if (pageState === 'all') next.delete(id)
                          else next.add(id)
                        }
                        onSelectedChange?.(next)
                      }}
                    />
                  </label>
                </th>
              ) : null}
              {table.getHeaderGroups()[0]?.headers.map(({ column }, index) => {
                const { heading, headingNote, align, sortable } = columns[
                  index
                ] as DataTableColumn<Row>
                const sorted = sort?.column === column.id ? sort.direction : undefined
                const words = (
                  <span title={heading} className="rk-heading-text">
                    {heading}
                    {headingNote ? <span className="rk-heading-note"> {headingNote}</span> : null}
                  </span>
                )
                return (
                  <th
                    key={column.id}
                    role="columnheader"
                    scope="col"
                    aria-sort={sortable ? (sorted ?? 'none') : undefined}
                    data-align={align}
                    data-sticky={column.id === stickyId ? '' : undefined}
                    className="rk-heading"
                  >
                    {sortable && onSortChange ? (
                      <button
                        type="button"
                        data-state={sorted ?? 'unsorted'}
                        className="rk-sort"
                        onClick={() =>
                          onSortChange({
                            column: column.id,
                            direction: sorted === 'ascending' ? 'descending' : 'ascending',
                          })
                        }
                      >
                        {words}
                        <Icon name="arrow-up" />
                      </button>
                    ) : (
                      words
                    )}
                  </th>
                )
              })}
              {rowMenu ? (
                <th role="columnheader" scope="col" data-column="menu" className="rk-heading">
                  <span className="rk-spoken">{ui.table.actions}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody
            ref={body}
            role="rowgroup"
            data-state={fetching && !firstLoad ? 'fetching' : 'settled'}
            className="rk-table-body"
            onClick={onClick}
            onContextMenu={onContextMenu}
            onFocus={(event) => {
              const id = closestRow(event.target)?.dataset['row']
              if (id !== undefined) setActiveId(id)
            }}
          >
            {firstLoad ? (
              <SkeletonRows
                count={skeletonRows}
                columns={columns}
                selectable={selectable}
                withMenu={rowMenu !== undefined}
              />
            ) : place === undefined ? (
              windowed ? (
                windowed({
                  rows: all,
                  frame,
                  activeIndex: current === undefined ? -1 : ids.indexOf(current),
                  draw,
                  onEnd,
                })
              ) : (
                table.getRowModel().rows.map(({ original }) => draw(original))
              )
            ) : null}
          </tbody>
        </table>
        {place === undefined ? null : <div className="rk-table-place">{place}</div>}
      </div>
      <span id={helpId} className="rk-hidden">
        {ui.table.keyboardHelp}
      </span>
      {menu && rowMenu ? (
        <MenuAt
          label={ui.table.rowActions(rowLabel(menu.row))}
          entries={rowMenu(menu.row)}
          anchor={menu.anchor}
          byKeyboard={menu.byKeyboard}
          onClose={closeMenu}
        />
      ) : null}
    </div>
  )
}

const closestRow = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null

const rowElement = (body: HTMLElement | null, id: string) =>
  body?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)

const controlsOf = (row: HTMLElement) =>
  [...row.querySelectorAll<HTMLElement>('button, a[href], input, select, [tabindex]')].filter(
    (control) => !control.matches(':disabled') && control.getClientRects().length > 0,
  )

function rowsInView(row: HTMLElement, frame: HTMLElement | null) {
  return Math.max(
    1,
    Math.floor(
      (Math.min(window.innerHeight, frame?.clientHeight ?? Infinity) * 0.8) / row.offsetHeight,
    ),
  )
}

/**
 * Rows move when they are sorted anew, and a browser drops the focus of an element that moves. It
 * is given back, if the row is still here.
 */
function useKeptFocus(body: { readonly current: HTMLElement | null }, ids: readonly string[]) {
  const last = useRef<string | null>(null)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const remember = (event: FocusEvent) => {
      last.current = closestRow(event.target)?.dataset['row'] ?? null
    }
    const forget = (event: FocusEvent) => {
      // Without a next holder the row itself may be moving; that is told apart below.
      if (event.relatedTarget) last.current = null
    }
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', forget)
    }
  }, [body])
  useLayoutEffect(() => {
    if (last.current !== null && document.activeElement === document.body)
      rowElement(body.current, last.current)?.focus({ preventScroll: true })
  }, [body, ids])
}

/** Whether the columns need more than there is, and whether the reader has scrolled sideways. */
function useOverflow(frame: { readonly current: HTMLElement | null }, needed: number) {
  const [state, setState] = useState<'start' | 'scrolled' | undefined>(undefined)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () =>
      setState((former) => (element.clientWidth >= needed ? undefined : (former ?? 'start')))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame, needed])
  const onScroll = () => {
    const left = Math.abs(frame.current?.scrollLeft ?? 0)
    setState((former) => former && (left > 0 ? 'scrolled' : 'start'))
  }
  return { needed, state, onScroll }
}
