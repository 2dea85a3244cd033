import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { Choice } from './checkbox.js'
import { classes } from './classes.js'
import { useFieldControl, useFieldLabelId } from './field.js'

export interface RadioOption {
  value: string
  label: ReactNode
  /** What choosing it means. */
  description?: ReactNode
  disabled?: boolean
}

export interface RadioGroupProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'value' | 'defaultValue' | 'name'
> {
  name: string
  options: readonly RadioOption[]
  value?: string | undefined
  defaultValue?: string | undefined
  onValueChange?: ((value: string) => void) | undefined
  /** Draws each option as a card: for a choice that deserves a sentence. */
  cards?: boolean | undefined
}

/**
 * One of a few, all in view. The browser's own radios, so arrow keys and `register()` work as
 * everywhere: ref, `name`, `onChange` and `onBlur` go to each input.
 */
export const RadioGroup = forwardRef<HTMLInputElement, RadioGroupProps>(function RadioGroup(
  {
    options,
    value,
    defaultValue,
    onValueChange,
    onChange,
    cards = false,
    className,
    required,
    id,
    disabled,
    ...props
  },
  ref,
) {
  const labelId = useFieldLabelId()
  const control = useFieldControl({ ...props, required })
  return (
    <div
      id={id}
      role="radiogroup"
      aria-label={props['aria-label']}
      aria-labelledby={props['aria-labelledby'] ?? (props['aria-label'] ? undefined : labelId)}
      aria-describedby={control['aria-describedby']}
      aria-required={control['aria-required']}
      aria-invalid={control['aria-invalid']}
      className={classes('rk-choices', className)}
    >
      {options.map((option) => (
        <Choice
          key={option.value}
          label={option.label}
          description={option.description}
          card={cards}
        >
          <input
            {...props}
            aria-label={undefined}
            aria-labelledby={undefined}
            ref={ref}
            type="radio"
            value={option.value}
            disabled={disabled || option.disabled}
            {...(value === undefined ? {} : { checked: value === option.value })}
            {...(defaultValue === undefined
              ? {}
              : { defaultChecked: defaultValue === option.value })}
            onChange={(event) => {
              onChange?.(event)
              onValueChange?.(option.value)
            }}
            className="rk-check"
          />
        </Choice>
      ))}
    </div>
  )
})
