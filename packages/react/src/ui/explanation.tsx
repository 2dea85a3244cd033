import { forwardRef, useId, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { Badge, type BadgeProps } from './badge.js'
import { classes } from './classes.js'
import { useRowTabIndex } from './row-focus.js'
import { useTooltip, withHandlers } from './tooltip.js'
import type { TooltipContent } from './tooltip-store.js'

export interface ExplanationProps extends Omit<ComponentPropsWithoutRef<'button'>, 'content'> {
  tone?: BadgeProps['tone']
  icon?: BadgeProps['icon']
  dot?: BadgeProps['dot']
  /**
   * What the panel shows: text and facts, nothing to press. As a function it is asked only when the
   * panel opens.
   */
  content: TooltipContent
  /** The same in one sentence, for screen readers, who get it with the badge. */
  description?: string | undefined
}

/**
 * A badge that explains itself: a small panel opens on hover, focus, click and touch, and closes
 * with Escape.
 */
export const Explanation = forwardRef<HTMLButtonElement, ExplanationProps>(function Explanation(
  { tone, icon, dot, content, description, className, tabIndex, children, ...props },
  ref,
) {
  const descriptionId = useId()
  const rowTabIndex = useRowTabIndex()
  const trigger = useTooltip(content, { side: 'bottom', panel: true })
  return (
    <>
      <button
        type="button"
        aria-expanded="false"
        aria-describedby={description === undefined ? undefined : descriptionId}
        {...props}
        {...withHandlers(props, trigger)}
        ref={ref}
        tabIndex={tabIndex ?? rowTabIndex}
        className={classes('rk-explanation', className)}
      >
        <Badge tone={tone} icon={icon} dot={dot}>
          {children}
        </Badge>
      </button>
      {description === undefined ? null : (
        <span id={descriptionId} className="rk-hidden">
          {description}
        </span>
      )}
    </>
  )
})

/** The first line of a panel: the state in a sentence. */
export const PanelTitle = forwardRef<HTMLParagraphElement, ComponentPropsWithoutRef<'p'>>(
  function PanelTitle({ className, ...props }, ref) {
    return <p {...props} ref={ref} className={classes('rk-panel-title', className)} />
  },
)

/** A sentence of a panel; after facts it is set off by a line, for what happens next. */
export const PanelText = forwardRef<HTMLParagraphElement, ComponentPropsWithoutRef<'p'>>(
  function PanelText({ className, ...props }, ref) {
    return <p {...props} ref={ref} className={classes('rk-panel-text', className)} />
  },
)

/** Pairs of name and value, such as who, why, since, until. Missing values are left out. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="rk-facts">
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .flatMap(({ name, value }) => [
          <dt key={`${name} name`} className="rk-fact-name">
            {name}
          </dt>,
          <dd key={`${name} value`} className="rk-fact-value">
            {value}
          </dd>,
        ])}
    </dl>
  )
}
