import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classes } from './classes.js'
import { Icon, type IconName } from './icons.js'

export interface EmptyStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  icon?: IconName | undefined
  title: ReactNode
  /** What is next: the buttons. */
  actions?: ReactNode
}

/** Nothing here: says why in a sentence (its children) and what to do next. */
export const EmptyState = forwardRef<HTMLDivElement, EmptyStateProps>(function EmptyState(
  { icon, title, actions, className, children, ...props },
  ref,
) {
  return (
    <div {...props} ref={ref} className={classes('rk-empty', className)}>
      {icon ? <Icon name={icon} /> : null}
      <p className="rk-empty-title">{title}</p>
      {children ? <p className="rk-empty-text">{children}</p> : null}
      {actions ? <div className="rk-empty-actions">{actions}</div> : null}
    </div>
  )
})
