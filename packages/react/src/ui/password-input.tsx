import { forwardRef, useState, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'
import { useFieldControl } from './field.js'
import { LinkButton } from './link-button.js'

export interface PasswordInputProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type'> {
  /**
   * The words of the switch that shows what is typed: what stands there, and what screen readers
   * say.
   */
  words: {
    readonly show: string
    readonly hide: string
    readonly showLong: string
    readonly hideLong: string
  }
}

/**
 * A secret that is typed, hidden until the reader wants to see it. Pasting and password managers
 * work as everywhere.
 */
export const PasswordInput = forwardRef<HTMLInputElement, PasswordInputProps>(
  function PasswordInput({ words, className, required, ...props }, ref) {
    const control = useFieldControl({ ...props, required })
    const [shown, setShown] = useState(false)
    return (
      <span
        className={classes('rk-input-frame', className)}
        data-state={control['aria-invalid'] ? 'invalid' : 'valid'}
      >
        <input
          autoComplete="new-password"
          spellCheck={false}
          autoCapitalize="none"
          {...props}
          {...control}
          ref={ref}
          type={shown ? 'text' : 'password'}
          className="rk-input"
        />
        <LinkButton
          aria-label={shown ? words.hideLong : words.showLong}
          className="rk-input-switch"
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hide : words.show}
        </LinkButton>
      </span>
    )
  },
)
