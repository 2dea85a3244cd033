import { AllCommunityModule, ModuleRegistry } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { columns, type Contender, type Row } from '../contender.ts'
import { rowsOf } from '../rows.ts'

ModuleRegistry.registerModules([AllCommunityModule])

const headings = columns.map(([field, headerName]) => ({ field, headerName, width: 130 }))

function Table({ rows }: { readonly rows: Row[] }) {
  const [text, setText] = useState('')
  return (
    <>
      <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      <div style={{ height: 600 }}>
        <AgGridReact<Row>
          rowData={rows}
          columnDefs={headings}
          quickFilterText={text}
          rowSelection={{ mode: 'multiRow' }}
          cacheQuickFilter
        />
      </div>
    </>
  )
}

/** AG Grid, the community edition, with its cache for the quick filter. */
export const contender: Contender = {
  async prepare(size) {
    const rows = rowsOf(size)
    return (root) => {
      createRoot(root).render(<Table rows={rows} />)
      return {
        sorter: () =>
          root.querySelector<HTMLElement>(
            '.ag-header-cell[col-id="userName"] .ag-header-cell-label',
          )!,
        filter: () => root.querySelector<HTMLInputElement>('input[type="search"]')!,
        scroller: () =>
          root.querySelector<HTMLElement>('.ag-body-viewport') ??
          root.querySelector<HTMLElement>('.ag-grid-scrolling-rows')!,
        shown: () =>
          [...root.querySelectorAll<HTMLElement>('.ag-row')]
            .map((row) => ({
              index: Number(row.getAttribute('row-index')),
              text: row.querySelector('[col-id="userName"]')?.textContent ?? '',
            }))
            .filter(({ text }) => text !== '')
            .sort((a, b) => a.index - b.index)
            .map(({ text }) => text),
      }
    }
  },
}
