import {
  Suspense,
  useState,
  type ReactElement,
  type ReactNode,
  cloneElement,
  type MouseEvent,
} from 'react'

/** Where a panel is anchored, and how it is left. */
export interface PanelProps {
  anchor: HTMLElement
  onClose: () => void
}

/**
 * A button (its child) with a panel that is fetched and mounted when it opens. `render` gives a
 * lazily loaded panel.
 */
export function PopoverButton({
  children,
  render,
}: {
  children: ReactElement
  render: (panel: PanelProps) => ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const theirs = children.props as { onClick?: (event: MouseEvent<HTMLElement>) => void }
  return (
    <>
      {cloneElement(children as ReactElement<Record<string, unknown>>, {
        'aria-haspopup': 'dialog',
        'aria-expanded': anchor !== null,
        onClick: (event: MouseEvent<HTMLElement>) => {
          theirs.onClick?.(event)
          if (!event.defaultPrevented) setAnchor(anchor ? null : event.currentTarget)
        },
      })}
      {anchor ? (
        <Suspense fallback={null}>{render({ anchor, onClose: () => setAnchor(null) })}</Suspense>
      ) : null}
    </>
  )
}
