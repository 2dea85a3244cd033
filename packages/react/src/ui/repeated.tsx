import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from './button.js'

/** What {@link Repeated} takes. */
export interface RepeatedProps {
  /** How many there are. */
  count: number
  addLabel: string
  onAdd: () => void
  /** One `rk-repeated-item` each. */
  children: ReactNode
}

/**
 * Fields that come several times. Whoever adds goes on in what was added; whoever removes what had
 * the focus goes on at the button.
 */
export function Repeated({ count, addLabel, onAdd, children }: RepeatedProps) {
  const list = useRef<HTMLDivElement>(null)
  const former = useRef(count)
  useEffect(() => {
    if (count > former.current)
      list.current?.querySelector<HTMLElement>('.rk-repeated-item:last-of-type select')?.focus()
    if (count < former.current)
      list.current?.querySelector<HTMLElement>(':scope > .rk-button')?.focus()
    former.current = count
  }, [count])
  return (
    <div ref={list} className="rk-repeated">
      {children}
      <Button size="small" icon="plus" onClick={onAdd}>
        {addLabel}
      </Button>
    </div>
  )
}
