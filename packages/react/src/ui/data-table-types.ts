import type {
  ColumnOrderState,
  ColumnPinningState,
  ColumnSizingState,
  ColumnVisibilityState,
  RowData,
} from '@tanstack/react-table'
import type { CSSProperties, ReactNode } from 'react'
import type { MenuEntry } from './menu.js'

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

/** How the columns are laid out, as TanStack Table keeps it. */
export interface ColumnLayout {
  readonly columnVisibility?: ColumnVisibilityState
  readonly columnOrder?: ColumnOrderState
  readonly columnSizing?: ColumnSizingState
  readonly columnPinning?: ColumnPinningState
}

export interface DataTableProps<Row extends RowData> {
  /** What the list is: its accessible name. */
  label: string
  /** All columns, also those that the layout hides. */
  columns: readonly DataTableColumn<Row>[]
  /** Which columns are shown, in which order, how wide and where; by default all, as given. */
  layout?: ColumnLayout | undefined
  onLayoutChange?: ((layout: ColumnLayout) => void) | undefined
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
