import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type RowSelectionState,
  type Updater,
} from '@tanstack/react-table'
import { useCallback, useMemo } from 'react'
import type { ColumnLayout, DataTableColumn, DataTableProps } from './data-table-types.js'
import { withRows } from './row-selection.js'

// The host's operations sort, filter and cut the pages; the table only says what is sorted by.
const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
})

const noRows: readonly never[] = []
const noSelection: RowSelectionState = {}
const noOrder: string[] = []
const noLayout: ColumnLayout = {}
const defaultWidth = 140

/** A column as it is shown: what it is, how wide, and whether it stays while the others scroll. */
export interface ShownColumn<Row extends RowData> extends DataTableColumn<Row> {
  readonly size: number
  readonly pinned: boolean
}

/** The selection, or undefined where rows cannot be selected. */
export interface TableSelection {
  readonly selection: RowSelectionState | undefined
  readonly setSelection: (updater: Updater<RowSelectionState>) => void
}

/**
 * Creates the TanStack table: which columns are shown, in which order and how wide, and which rows
 * are selected. The selection may contain rows of other pages.
 */
export function useDataTable<Row extends RowData>({
  columns,
  rows = noRows,
  rowId,
  layout = noLayout,
  onLayoutChange,
  selected,
  onSelectedChange,
  windowed,
}: DataTableProps<Row>) {
  const definitions = useMemo(
    () =>
      columns.map<ColumnDef<typeof features, Row>>(({ id, heading, width = defaultWidth }) => ({
        id,
        accessorFn: (row) => row,
        header: heading,
        size: width,
      })),
    [columns],
  )
  const firstId = columns[0]?.id
  const standardPinning = useMemo(
    () => ({ start: firstId === undefined ? [] : [firstId], end: [] }),
    [firstId],
  )
  const rowSelection = useMemo(
    () => (selected ? withRows(undefined, [...selected]) : noSelection),
    [selected],
  )
  const state = {
    columnOrder: layout.columnOrder ?? noOrder,
    columnPinning: layout.columnPinning ?? standardPinning,
    columnSizing: layout.columnSizing ?? {},
    columnVisibility: layout.columnVisibility ?? {},
    rowSelection,
  }
  const changed =
    <Part extends keyof ColumnLayout & keyof typeof state>(part: Part) =>
    (updater: Updater<(typeof state)[Part]>) =>
      onLayoutChange?.({ ...layout, [part]: functionalUpdate(updater, state[part]) })
  const setSelection = useCallback(
    (updater: Updater<RowSelectionState>) => {
      const next = functionalUpdate(updater, rowSelection)
      onSelectedChange?.(new Set(Object.keys(next)))
    },
    [onSelectedChange, rowSelection],
  )
  const table = useTable({
    features,
    // A long list is drawn in part, and a row object for each of a hundred thousand would be made
    // for nothing.
    data: windowed ? noRows : rows,
    columns: definitions,
    getRowId: rowId,
    state,
    onColumnOrderChange: changed('columnOrder'),
    onColumnPinningChange: changed('columnPinning'),
    onColumnSizingChange: changed('columnSizing'),
    onColumnVisibilityChange: changed('columnVisibility'),
    onRowSelectionChange: setSelection,
  })

  const leaves = table.getVisibleLeafColumns()
  const shown = useMemo(() => {
    const facts = new Map(columns.map((column) => [column.id, column]))
    return leaves.flatMap((leaf): ShownColumn<Row>[] => {
      const column = facts.get(leaf.id)
      const pinned = leaf.getIsPinned() === 'start'
      return column ? [{ ...column, size: leaf.getSize(), pinned }] : []
    })
  }, [columns, leaves])
  const selection = selected ? rowSelection : undefined
  return {
    columns: shown,
    width: table.getTotalSize(),
    drawnRows: table.getRowModel().rows,
    selection,
    setSelection: table.setRowSelection,
  }
}
