import { lazy } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { IconButton } from './icon-button.js'
import { PopoverButton } from './popover-button.js'

const ColumnsPanel = lazy(() => import('./columns-panel.js'))

/** A column that may be shown, in the order of the table. */
export interface ColumnChoice {
  id: string
  label: string
  visible: boolean
  /** The column that names the row cannot be hidden or moved. */
  fixed?: boolean | undefined
}

export interface ColumnsMenuProps {
  columns: readonly ColumnChoice[]
  onColumnsChange: (columns: ColumnChoice[]) => void
  onReset?: (() => void) | undefined
}

/** Chooses and orders the columns. The owner remembers the choice. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { ui } = useMessages()
  return (
    <PopoverButton render={(panel) => <ColumnsPanel {...panel} {...props} />}>
      <IconButton icon="columns" variant="secondary" label={ui.table.columns} />
    </PopoverButton>
  )
}
