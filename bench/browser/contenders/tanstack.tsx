import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFns,
  globalFilteringFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { columns, type Contender, type Row } from '../contender.ts'
import { rowsOf } from '../rows.ts'

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns,
  filterFns,
})
const headings = columns.map(([accessorKey, header]) => ({ accessorKey, header }))

function Table({ rows }: { readonly rows: Row[] }) {
  const frame = useRef<HTMLDivElement>(null)
  const table = useTable({
    features,
    columns: headings as never,
    data: rows,
    globalFilterFn: 'includesString' as never,
  })
  const found = table.getRowModel().rows
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 40,
    overscan: 5,
  })
  return (
    <>
      <input type="search" onChange={(event) => table.setGlobalFilter(event.target.value)} />
      <div ref={frame} className="frame" style={{ height: 600, overflow: 'auto' }}>
        <div role="row" style={{ display: 'flex', position: 'sticky', top: 0, background: '#fff' }}>
          {table.getFlatHeaders().map((header) => (
            <button
              key={header.id}
              data-heading={header.id}
              onClick={header.column.getToggleSortingHandler()}
              style={{ width: 130 }}
            >
              {String(header.column.columnDef.header)}
            </button>
          ))}
        </div>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = found[index]!
            return (
              <div
                key={row.id}
                role="row"
                style={{
                  display: 'flex',
                  position: 'absolute',
                  top: 0,
                  height: 40,
                  transform: `translateY(${start}px)`,
                }}
              >
                {row.getAllCells().map((cell) => (
                  <div
                    key={cell.id}
                    data-column={cell.column.id}
                    style={{ width: 130, overflow: 'hidden' }}
                  >
                    {String(cell.getValue())}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}

/** TanStack Table with TanStack Virtual, put together in the plainest way. */
export const contender: Contender = {
  async prepare(size) {
    const rows = rowsOf(size)
    return (root) => {
      createRoot(root).render(<Table rows={rows} />)
      return {
        sorter: () => root.querySelector<HTMLElement>('[data-heading="userName"]')!,
        filter: () => root.querySelector<HTMLInputElement>('input[type="search"]')!,
        scroller: () => root.querySelector<HTMLElement>('.frame')!,
        shown: () =>
          [...root.querySelectorAll('[data-column="userName"]')].map((cell) => cell.textContent),
      }
    }
  },
}
