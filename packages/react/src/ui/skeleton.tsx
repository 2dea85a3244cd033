import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'

export interface SkeletonProps extends ComponentPropsWithoutRef<'span'> {
  /** Any CSS width. Default: all there is. */
  width?: string | number | undefined
}

/** A grey bar where text will be. Decoration: the region around says that it is busy. */
export const Skeleton = forwardRef<HTMLSpanElement, SkeletonProps>(function Skeleton(
  { width, className, style, ...props },
  ref,
) {
  return (
    <span
      aria-hidden="true"
      {...props}
      ref={ref}
      className={classes('rk-skeleton', className)}
      style={{ ...style, inlineSize: width }}
    />
  )
})
