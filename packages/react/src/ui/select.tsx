import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'
import { useFieldControl } from './field.js'
import { Icon } from './icons.js'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
}

export interface SelectProps extends Omit<ComponentPropsWithoutRef<'select'>, 'children'> {
  options: readonly SelectOption[]
  /** What stands there while nothing is chosen. */
  placeholder?: string | undefined
}

/**
 * The browser's own select in our clothes: right on every device, for a dozen options or fewer. For
 * more, `Combobox`.
 */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
  { options, placeholder, className, required, ...props },
  ref,
) {
  const control = useFieldControl({ ...props, required })
  return (
    <span className="rk-select-frame">
      <select {...props} {...control} ref={ref} className={classes('rk-select', className)}>
        {placeholder === undefined ? null : (
          <option value="" className="rk-option">
            {placeholder}
          </option>
        )}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled} className="rk-option">
            {label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
})
