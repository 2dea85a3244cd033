import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'

export interface TruncateProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  text: string
  /** `middle` keeps the end: the domain of an e-mail address. Default: `end`. */
  at?: 'end' | 'middle' | undefined
}

/**
 * Text that gives way when there is no room; the full text is in its title and for screen readers.
 */
export const Truncate = forwardRef<HTMLSpanElement, TruncateProps>(function Truncate(
  { text, at = 'end', className, ...props },
  ref,
) {
  const split = at === 'middle' ? splitAt(text) : text.length
  return (
    <span
      title={text}
      dir={at === 'middle' ? 'ltr' : 'auto'}
      {...props}
      ref={ref}
      data-at={split === text.length ? 'end' : 'middle'}
      className={classes('rk-truncate', className)}
    >
      {split === text.length ? (
        text
      ) : (
        <>
          <span aria-hidden="true" className="rk-truncate-start">
            {text.slice(0, split)}
          </span>
          <span aria-hidden="true" className="rk-truncate-end">
            {text.slice(split)}
          </span>
          <span className="rk-spoken">{text}</span>
        </>
      )}
    </span>
  )
})

const endLength = 12
const shortEnough = 18

function splitAt(text: string) {
  if (text.length <= shortEnough) return text.length
  const domain = text.lastIndexOf('@')
  return domain > 0 && text.length - domain <= 24 ? domain : text.length - endLength
}
