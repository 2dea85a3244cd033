import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classes } from './classes.js'
import { useFieldControl } from './field.js'

export interface TextInputProps extends ComponentPropsWithoutRef<'input'> {
  /** A word after the text, inside the frame: a unit, a domain. */
  suffix?: ReactNode
}

/** One line of text. Takes react-hook-form's `register()` as it is. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(
  { suffix, className, required, ...props },
  ref,
) {
  const control = useFieldControl({ ...props, required })
  const input = (
    <input
      type="text"
      autoComplete="off"
      {...props}
      {...control}
      ref={ref}
      className={classes('rk-input', className)}
    />
  )
  if (suffix === undefined) return input
  return (
    <span className="rk-input-frame">
      {input}
      <span className="rk-input-suffix">{suffix}</span>
    </span>
  )
})
