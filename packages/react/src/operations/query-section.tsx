import type { OperationError } from '@rosterkit/core/browser'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { EmptyState } from '../ui/empty-state.js'
import type { IconName } from '../ui/icons.js'
import { Skeleton } from '../ui/skeleton.js'
import { RefusalCallout } from './refusal-callout.js'

/** What {@link QuerySection} takes. */
export interface QuerySectionProps {
  title: string
  /** How many there are, beside the title. */
  count?: number | undefined
  /** The acts on the whole of it, at the end of the title's line. */
  acts?: ReactNode
  /** The query whose answer is shown; absent for what is already here. */
  query?:
    | {
        readonly error: OperationError | null
        readonly isPending: boolean
        readonly isFetching: boolean
        readonly refetch: () => unknown
      }
    | undefined
  refusedTitle?: string | undefined
  /** There is nothing to list. */
  empty: boolean
  emptyIcon: IconName
  emptyTitle: string
  emptyText: string
  /** Stands between the title and the list, also when the list is empty: the field that adds. */
  before?: ReactNode
  children: ReactNode
}

/**
 * A titled part of a page that lists something: shapes while it comes, what was refused with a way
 * to try again, a sentence when there is nothing, else its children. When a press has removed the
 * line that had the focus, the focus goes to the title and not to nowhere.
 */
export function QuerySection({
  title,
  count,
  acts,
  query,
  refusedTitle,
  empty,
  emptyIcon,
  emptyTitle,
  emptyText,
  before,
  children,
}: QuerySectionProps) {
  const { ui } = useMessages()
  const titleId = useId()
  const { section, heading } = useHeldFocus()
  return (
    <section
      ref={section}
      aria-labelledby={titleId}
      aria-busy={query?.isPending || undefined}
      className="rk-user-section"
    >
      <div className="rk-user-section-head">
        <h3 ref={heading} id={titleId} tabIndex={-1} className="rk-user-section-title">
          {title}
          {count ? <span className="rk-count"> {count}</span> : null}
        </h3>
        {acts}
      </div>
      {before}
      {query?.error ? (
        <RefusalCallout
          error={query.error}
          title={refusedTitle}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : query?.isPending ? (
        <div role="status" aria-label={ui.loading} className="rk-records-loading">
          {[220, 180, 200].map((inlineSize) => (
            <Skeleton key={inlineSize} style={{ inlineSize }} />
          ))}
        </div>
      ) : empty ? (
        <div className="rk-records-empty">
          <EmptyState icon={emptyIcon} title={emptyTitle}>
            {emptyText}
          </EmptyState>
        </div>
      ) : (
        children
      )}
    </section>
  )
}

/** Moves the focus to the heading when what had it in the section is gone. */
function useHeldFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  const section = useRef<HTMLElement>(null)
  const held = useRef(false)
  useEffect(() => {
    const element = section.current
    if (!element) return
    const hold = () => {
      held.current = true
    }
    const release = (event: FocusEvent) => {
      // Without a next holder the line itself may be going.
      if (event.relatedTarget) held.current = false
    }
    element.addEventListener('focusin', hold)
    element.addEventListener('focusout', release)
    return () => {
      element.removeEventListener('focusin', hold)
      element.removeEventListener('focusout', release)
    }
  }, [])
  useEffect(() => {
    if (
      held.current &&
      (document.activeElement === document.body || document.activeElement === null)
    )
      heading.current?.focus({ preventScroll: true })
  })
  return { section, heading }
}
