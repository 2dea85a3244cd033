import type { ReactNode } from 'react'

/** A heading, what stands below it, and whether those are figures. */
export type FreightColumn<Row> = readonly [
  heading: string,
  cell: (row: Row) => ReactNode,
  kind?: 'number',
]

/** The plain table of the host's own pages. */
export function FreightTable<Row>({
  label,
  rows,
  rowId,
  columns,
}: {
  label: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  columns: readonly FreightColumn<Row>[]
}) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(([heading, , kind]) => (
              <th key={heading} scope="col" className={kind}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map(([heading, cell, kind]) => (
                <td key={heading} className={kind}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A state in a word with its colour. */
export function State({ children }: { children: string }) {
  return (
    <span className="state" data-state={children}>
      {children}
    </span>
  )
}
