/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events, jsx-a11y/label-has-associated-control --
   the roles are written out because rows laid out as blocks lose their own; the keys are heard on the table; the labels hold their control in a component. */
import type { RowData } from '@tanstack/react-table'
import { useMessages } from '../messages/messages-provider.js'
import { Checkbox } from './checkbox.js'
import type { DataTableSort } from './data-table-types.js'
import { Icon } from './icons.js'
import { withoutRows, withRows } from './row-selection.js'
import type { ShownColumn, TableSelection } from './use-data-table.js'

export const tickWidth = 40
export const menuWidth = 48

interface DataTableHeadProps<Row extends RowData> extends TableSelection {
  columns: readonly ShownColumn<Row>[]
  /** The rows that are here, which the tick in the heading selects. */
  ids: readonly string[]
  withMenu: boolean
  sort: DataTableSort | undefined
  onSortChange: ((sort: DataTableSort) => void) | undefined
}

/** The widths and headings of a table, with a tick that selects the rows of this page. */
export function DataTableHead<Row extends RowData>({
  columns,
  ids,
  withMenu,
  selection,
  setSelection,
  ...sorting
}: DataTableHeadProps<Row>) {
  const { ui } = useMessages()
  return (
    <>
      <colgroup className="rk-table-columns">
        {selection ? <col className="rk-column" style={{ inlineSize: tickWidth }} /> : null}
        {columns.map(({ id, size }) => (
          <col key={id} className="rk-column" style={{ inlineSize: size }} />
        ))}
        {withMenu ? <col className="rk-column" style={{ inlineSize: menuWidth }} /> : null}
      </colgroup>
      <thead role="rowgroup" className="rk-table-head">
        <tr role="row" className="rk-heading-row">
          {selection ? (
            <th role="columnheader" scope="col" data-column="select" className="rk-heading">
              <PageTick ids={ids} selection={selection} setSelection={setSelection} />
            </th>
          ) : null}
          {columns.map((column) => (
            <Heading key={column.id} column={column} {...sorting} />
          ))}
          {withMenu ? (
            <th role="columnheader" scope="col" data-column="menu" className="rk-heading">
              <span className="rk-spoken">{ui.table.actions}</span>
            </th>
          ) : null}
        </tr>
      </thead>
    </>
  )
}

/** Selects or deselects the rows of this page. */
function PageTick({ ids, selection, setSelection }: { ids: readonly string[] } & TableSelection) {
  const { ui } = useMessages()
  const count = ids.filter((id) => selection?.[id]).length
  const all = count > 0 && count === ids.length
  return (
    <label className="rk-table-check">
      <Checkbox
        aria-label={ui.table.selectAll}
        checked={all}
        indeterminate={count > 0 && !all}
        disabled={ids.length === 0}
        onChange={() => setSelection((all ? withoutRows : withRows)(selection, ids))}
      />
    </label>
  )
}

function Heading<Row extends RowData>({
  column: { id, heading, headingNote, align, sortable, pinned },
  sort,
  onSortChange,
}: { column: ShownColumn<Row> } & Pick<DataTableHeadProps<Row>, 'sort' | 'onSortChange'>) {
  const sorted = sort?.column === id ? sort.direction : undefined
  const words = (
    <span title={heading} className="rk-heading-text">
      {heading}
      {headingNote ? <span className="rk-heading-note"> {headingNote}</span> : null}
    </span>
  )
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sortable ? (sorted ?? 'none') : undefined}
      data-align={align}
      data-sticky={pinned ? '' : undefined}
      className="rk-heading"
    >
      {sortable && onSortChange ? (
        <button
          type="button"
          data-state={sorted ?? 'unsorted'}
          className="rk-sort"
          onClick={() =>
            onSortChange({
              column: id,
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
}
