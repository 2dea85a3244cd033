import { DataGrid } from '@mui/x-data-grid'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { columns, type Contender, type Row } from '../contender.ts'
import { rowsOf } from '../rows.ts'

const headings = columns.map(([field, headerName]) => ({ field, headerName, width: 130 }))

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const [text, setText] = useState('')
  return (
    <>
      <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      <div style={{ height: 600 }}>
        <DataGrid
          rows={rows}
          columns={headings}
          filterModel={{ items: [], quickFilterValues: text === '' ? [] : [text] }}
          filterDebounceMs={0}
          checkboxSelection
          hideFooter={rows.length <= 100}
          initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
        />
      </div>
    </>
  )
}

/** MUI X DataGrid, the free one: pages of 100, which is the most it shows at once. */
export const contender: Contender = {
  async prepare(size) {
    const rows = rowsOf(size)
    return (root) => {
      createRoot(root).render(<Table rows={rows} />)
      return {
        sorter: () =>
          root.querySelector<HTMLElement>(
            '.MuiDataGrid-columnHeader[data-field="userName"] .MuiDataGrid-columnHeaderTitleContainer',
          )!,
        filter: () => root.querySelector<HTMLInputElement>('input[type="search"]')!,
        scroller: () => root.querySelector<HTMLElement>('.MuiDataGrid-virtualScroller')!,
        shown: () =>
          [...root.querySelectorAll('.MuiDataGrid-row [data-field="userName"]')].map(
            (cell) => cell.textContent,
          ),
      }
    }
  },
}
