import { useMemo } from 'react'
import { useRoster } from '../provider/roster-context.js'
import type { ColumnChoice } from '../ui/columns-menu.js'
import type { ColumnLayout, DataTableColumn } from '../ui/data-table-types.js'

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
    const layout = layoutOf(kept?.split(',') ?? [], all)
    const columns = new Map(all.map((column) => [column.id, column]))
    return {
      layout,
      menu: {
        columns: layout.columnOrder.map((id, index): ColumnChoice => ({
          id,
          label: columns.get(id)?.heading ?? id,
          visible: layout.columnVisibility[id] !== false,
          fixed: index === 0,
        })),
        onColumnsChange: (next: readonly ColumnChoice[]) =>
          keep(next.map(({ id, visible }) => (visible ? id : `-${id}`)).join(',')),
        onReset: () => keep(null),
      },
    }
  }, [all, kept, keep])
}

function layoutOf<Row extends object>(
  entries: readonly string[],
  all: readonly DataTableColumn<Row>[],
) {
  const [first, ...rest] = all.map(({ id }) => id)
  const named = entries.map((entry) => entry.replace(/^-/, '')).filter((id) => rest.includes(id))
  const order = [...new Set([...(first === undefined ? [] : [first]), ...named, ...rest])]
  return {
    columnOrder: order,
    columnVisibility: Object.fromEntries(
      rest.map((id) => [id, !entries.includes(`-${id}`)] as const),
    ),
  } satisfies ColumnLayout
}
