import { useMemo } from 'react'
import { useRoster } from '../provider/roster-context.js'
import type { ColumnChoice } from '../ui/columns-menu.js'
import type { DataTableColumn } from '../ui/data-table.js'

/**
 * Which columns of a table are shown and in which order, as the viewer has chosen and the host
 * remembers. The first names its row and stays. It is kept as a list of ids, a hidden one with a
 * minus before it; a column that the list does not know yet comes at the end.
 */
export function useColumnChoice<Row extends object>(
  name: string,
  all: readonly DataTableColumn<Row>[],
) {
  const { preferences } = useRoster()
  const [kept, keep] = preferences(`${name}.columns`)
  return useMemo(() => {
    const chosen = kept?.split(',') ?? []
    const placeOf = ({ id }: DataTableColumn<Row>) =>
      chosen.findIndex((entry) => entry === id || entry === `-${id}`)
    const [first, ...others] = all
    const places = new Map(
      others.map((column) => [column.id, placeOf(column) < 0 ? chosen.length : placeOf(column)]),
    )
    const ordered = [
      ...(first ? [first] : []),
      ...others.sort((one, other) => places.get(one.id)! - places.get(other.id)!),
    ]
    const visible = ({ id }: DataTableColumn<Row>) => id === first?.id || !chosen.includes(`-${id}`)
    return {
      columns: ordered.filter(visible),
      menu: {
        columns: ordered.map((column): ColumnChoice => ({
          id: column.id,
          label: column.heading,
          visible: visible(column),
          fixed: column === first,
        })),
        onColumnsChange: (next: readonly ColumnChoice[]) =>
          keep(next.map((column) => (column.visible ? column.id : `-${column.id}`)).join(',')),
        onReset: () => keep(null),
      },
    }
  }, [all, kept, keep])
}
