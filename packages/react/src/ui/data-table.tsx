/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events, jsx-a11y/label-has-associated-control --
   the roles are written out because rows laid out as blocks lose their own; the keys are heard on the table; the labels hold their control in a component. */
import type { RowData } from '@tanstack/react-table'
import { useId, useMemo, useRef } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { DataTableHead, menuWidth, tickWidth } from './data-table-head.js'
import { DataTableRow } from './data-table-row.js'
import type { DataTableProps } from './data-table-types.js'
import { lazyPart } from './lazy-part.js'
import { MenuAt, usePreloadedMenu, type MenuAnchor } from './menu.js'
import { ProgressLine } from './progress-line.js'
import { closestRow } from './row-elements.js'
import type { SkeletonRowsProps } from './skeleton-rows.js'
import { useDataTable } from './use-data-table.js'
import { useOverflow } from './use-overflow.js'
import { useRangeSelection } from './use-range-selection.js'
import { useRowFocus } from './use-row-focus.js'
import { useRowMenuAnchor } from './use-row-menu-anchor.js'
import { useTableKeys, useTablePointer } from './use-table-events.js'

// A quick answer is there before them: the table does not blink.
const SkeletonRows = lazyPart<SkeletonRowsProps>(() =>
  import('./skeleton-rows.js').then((module) => module.SkeletonRows),
)

const noRows: readonly never[] = []

/**
 * A table of rows that live on a server: sortable headings, selection, a menu per row, everything
 * by keyboard. Under 640 px (of its own width, not the window's) each row is two lines.
 *
 * It is a `grid` after the APG, not a plain `table`, because arrow keys move in it; and of the
 * APG's two ways the one with focusable rows, because every act here is on a row. One row is in the
 * tab order, its controls after it; ArrowLeft and ArrowRight walk along them. The roles are written
 * out, because a table laid out as blocks loses its own.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, rows, rowLabel, rowMenu, fetching = false, rowCount, windowed } = props
  const { refusal, empty, className, style } = props
  const { ui } = useMessages()
  const helpId = useId()
  const parts = useTableParts(props)
  const { frame, body, table, ids, focus, menu, closeMenu } = parts
  const { neededWidth, overflow, onKeyDown, pointer } = parts
  const place = refusal ?? (rows && rows.length === 0 ? empty : undefined)
  const firstLoad = rows === undefined && refusal === undefined
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
          aria-multiselectable={table.selection ? true : undefined}
          // The heading is a row too.
          aria-rowcount={windowed ? (rowCount === undefined ? -1 : rowCount + 1) : undefined}
          data-selecting={props.selected?.size ? '' : undefined}
          className="rk-table"
          style={{ minInlineSize: neededWidth }}
          onKeyDown={onKeyDown}
        >
          <DataTableHead
            columns={table.columns}
            ids={ids}
            withMenu={rowMenu !== undefined}
            selection={table.selection}
            setSelection={table.setSelection}
            sort={props.sort}
            onSortChange={props.onSortChange}
          />
          <tbody
            ref={body}
            role="rowgroup"
            data-state={fetching && !firstLoad ? 'fetching' : 'settled'}
            className="rk-table-body"
            {...pointer}
            onFocus={(event) => {
              const id = closestRow(event.target)?.dataset['row']
              if (id !== undefined) focus.setActiveId(id)
            }}
          >
            {firstLoad || place === undefined ? (
              <Rows {...props} parts={parts} loading={firstLoad} />
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

/** The table, the focus, the selection, the menu and the events, joined. */
function useTableParts<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows = noRows, rowId, rowMenu, onRowOpen, onEnd } = props
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const table = useDataTable(props)
  const ids = useMemo(() => rows.map(rowId), [rows, rowId])
  const focus = useRowFocus(body, ids, onEnd)
  const range = useRangeSelection(ids, table)
  const { menu, setMenu, closeMenu } = useRowMenuAnchor<Row>()
  const selectable = table.selection !== undefined
  const neededWidth = table.width + (selectable ? tickWidth : 0) + (rowMenu ? menuWidth : 0)
  const overflow = useOverflow(frame, neededWidth)
  usePreloadedMenu()

  const find = (id: string) => rows[ids.indexOf(id)]
  const open = (id: string) => {
    const row = find(id)
    if (row) onRowOpen?.(row)
  }
  const openMenu = (id: string, anchor: MenuAnchor, byKeyboard: boolean) => {
    const row = find(id)
    if (!row || !rowMenu) return
    focus.setActiveId(id)
    setMenu({ row, anchor, byKeyboard })
  }
  const onKeyDown = useTableKeys({ ids, frame, focus, range, selectable, open, openMenu })
  const pointer = useTablePointer({ range, open, openMenu, withMenu: rowMenu !== undefined })
  return {
    frame,
    body,
    table,
    ids,
    focus,
    range,
    menu,
    closeMenu,
    neededWidth,
    overflow,
    onKeyDown,
    pointer,
  }
}

/** The rows, or skeletons before the first answer. */
function Rows<Row extends RowData>({
  parts: { frame, table, ids, focus, range, menu },
  loading,
  rows = noRows,
  rowId,
  rowLabel,
  rowMenu,
  onRowOpen,
  onEnd,
  windowed,
  skeletonRows = 10,
}: DataTableProps<Row> & { parts: ReturnType<typeof useTableParts<Row>>; loading: boolean }) {
  const { columns, selection } = table
  const withMenu = rowMenu !== undefined
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
        active={id === focus.current}
        selected={selection && selection[id] === true}
        onSelect={range.select}
        withMenu={withMenu}
        menuOpen={menu !== null && rowId(menu.row) === id}
        opens={onRowOpen !== undefined}
      />
    )
  }
  if (loading)
    return (
      <SkeletonRows
        count={skeletonRows}
        columns={columns}
        selectable={selection !== undefined}
        withMenu={withMenu}
      />
    )
  if (!windowed) return table.drawnRows.map(({ original }) => draw(original))
  const activeIndex = focus.current === undefined ? -1 : ids.indexOf(focus.current)
  return windowed({ rows, frame, activeIndex, draw, onEnd })
}
