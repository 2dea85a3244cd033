import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import type { ColumnChoice, ColumnsMenuProps } from './columns-menu.js'
import { IconButton } from './icon-button.js'
import type { PanelProps } from './popover-button.js'
import { PopoverPanel } from './popover-panel.js'

/** The panel of the columns menu. Fetched on demand by columns-menu.tsx. */
export function ColumnsPanel({
  columns,
  onColumnsChange,
  onReset,
  ...panel
}: ColumnsMenuProps & PanelProps) {
  const { ui } = useMessages()
  const move = (from: number, to: number) => {
    const next = [...columns]
    next.splice(to, 0, ...next.splice(from, 1))
    onColumnsChange(next)
  }
  const canMove = (from: number, to: number) =>
    !columns[from]?.fixed && columns[to] !== undefined && !columns[to].fixed
  const show = (id: string, visible: boolean): ColumnChoice[] =>
    columns.map((column) => (column.id === id ? { ...column, visible } : column))
  return (
    <PopoverPanel {...panel} label={ui.table.columns}>
      <div role="group" aria-label={ui.table.columns} className="rk-popover-list">
        {columns.map(({ id, label, visible, fixed }, index) => (
          <div key={id} className="rk-option-row">
            <label className="rk-column-choice">
              <input
                type="checkbox"
                checked={visible}
                disabled={fixed}
                className="rk-check"
                onChange={(event) => onColumnsChange(show(id, event.target.checked))}
              />
              <span className="rk-option-words">{label}</span>
            </label>
            {fixed ? null : (
              <span className="rk-column-moves">
                <IconButton
                  size="small"
                  icon="arrow-up"
                  label={ui.table.moveEarlier(label)}
                  tooltip={null}
                  disabled={!canMove(index, index - 1)}
                  onClick={() => move(index, index - 1)}
                />
                <IconButton
                  size="small"
                  icon="arrow-down"
                  label={ui.table.moveLater(label)}
                  tooltip={null}
                  disabled={!canMove(index, index + 1)}
                  onClick={() => move(index, index + 1)}
                />
              </span>
            )}
          </div>
        ))}
      </div>
      {onReset ? (
        <div className="rk-popover-end">
          <Button variant="ghost" size="small" onClick={onReset}>
            {ui.table.resetColumns}
          </Button>
        </div>
      ) : null}
    </PopoverPanel>
  )
}

export default ColumnsPanel
