/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events, jsx-a11y/label-has-associated-control --
   the roles are written out because rows laid out as blocks lose their own; the keys are heard on the table; the labels hold their control in a component. */
import { memo, type ReactNode } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Checkbox } from './checkbox.js'
import { Icon } from './icons.js'
import { RowFocusContext } from './row-focus.js'
import type { ShownColumn } from './use-data-table.js'

interface DataTableRowProps<Row> {
  id: string
  row: Row
  columns: readonly ShownColumn<Row & object>[]
  rowLabel: (row: Row) => string
  /** Its place in a list of which only a part is drawn. */
  index?: number | undefined
  /** The one row in the tab order. */
  active: boolean
  selected: boolean | undefined
  onSelect: (id: string, mode: 'toggle' | 'range') => void
  withMenu: boolean
  menuOpen: boolean
  opens: boolean
}

function Row<Data extends object>({
  id,
  row,
  columns,
  rowLabel,
  index,
  active,
  selected,
  onSelect,
  withMenu,
  menuOpen,
  opens,
}: DataTableRowProps<Data>) {
  const { ui } = useMessages()
  const tabIndex = active ? 0 : -1
  return (
    <RowFocusContext.Provider value={active}>
      <tr
        role="row"
        tabIndex={tabIndex}
        // Counted from 1, and the heading is the first.
        aria-rowindex={index === undefined ? undefined : index + 2}
        aria-selected={selected}
        data-row={id}
        data-opens={opens ? '' : undefined}
        data-menu-open={menuOpen ? '' : undefined}
        className="rk-row"
      >
        {selected === undefined ? null : (
          <td role="gridcell" data-column="select" data-narrow="select" className="rk-cell">
            <label className="rk-table-check">
              <Checkbox
                aria-label={ui.table.selectRow(rowLabel(row))}
                checked={selected}
                // Shift is told by the click alone; the change event does not know it.
                onClick={(event) => {
                  if (event.shiftKey) event.preventDefault()
                  onSelect(id, event.shiftKey ? 'range' : 'toggle')
                }}
                onChange={() => undefined}
              />
            </label>
          </td>
        )}
        {columns.map(({ id: column, cell, align, rowHeader, narrow, pinned }) => (
          <td
            key={column}
            role={rowHeader ? 'rowheader' : 'gridcell'}
            data-align={align}
            data-narrow={narrow}
            data-sticky={pinned ? '' : undefined}
            className="rk-cell"
          >
            {cell(row)}
          </td>
        ))}
        {withMenu ? (
          <td role="gridcell" data-column="menu" data-narrow="menu" className="rk-cell">
            {/* A bare button: there is one per row, and the table hears its click. */}
            <button
              type="button"
              tabIndex={tabIndex}
              aria-label={ui.table.rowActions(rowLabel(row))}
              aria-haspopup="menu"
              aria-expanded={menuOpen}
              data-opens-menu
              data-variant="ghost"
              data-size="small"
              data-icon-only
              className="rk-button"
            >
              <Icon name="more" />
            </button>
          </td>
        ) : null}
      </tr>
    </RowFocusContext.Provider>
  )
}

/** One row. Drawn again only when something of its own has changed. */
export const DataTableRow = memo(Row) as typeof Row

/** Two lines in a cell: what it is, and a detail under it. */
export function CellStack({ title, detail }: { title: ReactNode; detail?: ReactNode }) {
  return (
    <span className="rk-cell-stack">
      <span dir="auto" className="rk-cell-title">
        {title}
      </span>
      {detail ? <span className="rk-cell-detail">{detail}</span> : null}
    </span>
  )
}
