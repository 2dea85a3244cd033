import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'
import { useFieldControl } from './field.js'

/** Several lines of text. */
export const Textarea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<'textarea'>>(
  function Textarea({ className, required, ...props }, ref) {
    const control = useFieldControl({ ...props, required })
    return (
      <textarea
        rows={3}
        {...props}
        {...control}
        ref={ref}
        className={classes('rk-textarea', className)}
      />
    )
  },
)
