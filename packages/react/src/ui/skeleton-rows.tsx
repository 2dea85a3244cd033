/* oxlint-disable jsx-a11y/no-redundant-roles,
   jsx-a11y/no-noninteractive-element-to-interactive-role,
   jsx-a11y/no-interactive-element-to-noninteractive-role -- rows laid out as blocks lose their own
   roles. */
import type { ReactNode } from 'react'
import { Skeleton } from './skeleton.js'

export interface SkeletonRowsProps {
  count: number
  columns: readonly { id: string; narrow?: string | undefined }[]
  selectable: boolean
  withMenu: boolean
}

/** Rows before the first answer. */
export function SkeletonRows({ count, columns, selectable, withMenu }: SkeletonRowsProps) {
  const cell = (key: string, narrow: string | undefined, content: ReactNode) => (
    <td key={key} role="gridcell" data-column={key} data-narrow={narrow} className="rk-cell">
      {content}
    </td>
  )
  return Array.from({ length: count }, (_, index) => (
    <tr key={index} role="row" className="rk-row">
      {selectable ? cell('select', 'select', null) : null}
      {/* Uneven on purpose, and the same each time. */}
      {columns.map(({ id, narrow }, column) =>
        cell(id, narrow, <Skeleton width={`${45 + ((index * 7 + column * 13) % 40)}%`} />),
      )}
      {withMenu ? cell('menu', 'menu', null) : null}
    </tr>
  ))
}
