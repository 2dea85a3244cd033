import {
  createContext,
  forwardRef,
  useContext,
  useId,
  useMemo,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { Icon } from './icons.js'

interface FieldWiring {
  controlId: string
  labelId: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

const FieldContext = createContext<FieldWiring | null>(null)

export interface FieldProps extends ComponentPropsWithoutRef<'div'> {
  label: ReactNode
  /** What to know before typing. */
  hint?: ReactNode
  /** What to do about it, in a sentence. Makes the control invalid. */
  error?: ReactNode
  required?: boolean
  /** Says "optional" after the label; for forms where most is required. */
  optional?: boolean
  /** Something small at the end of the label's line, such as who manages the field. */
  aside?: ReactNode
  /** Several controls share the label: radios, checkboxes. */
  group?: boolean
}

/**
 * A label, its control, a hint and an error, wired together: the control inside needs no ids of its
 * own.
 */
export const Field = forwardRef<HTMLDivElement, FieldProps>(function Field(
  {
    label,
    hint,
    error,
    required = false,
    optional = false,
    aside,
    group = false,
    className,
    children,
    ...props
  },
  ref,
) {
  const id = useId()
  const { ui } = useMessages()
  const invalid = Boolean(error)
  const controlId = `${id}control`
  const labelId = `${id}label`
  const describedBy =
    [invalid && `${id}error`, hint && `${id}hint`].filter(Boolean).join(' ') || undefined
  const wiring = useMemo(
    () => ({ controlId, labelId, describedBy, invalid, required }),
    [controlId, labelId, describedBy, invalid, required],
  )
  const Label = group ? 'span' : 'label'

  return (
    <div
      {...(group
        ? { role: 'group', 'aria-labelledby': labelId, 'aria-describedby': describedBy }
        : {})}
      {...props}
      ref={ref}
      data-state={invalid ? 'invalid' : 'valid'}
      className={classes('rk-field', className)}
    >
      <div className="rk-field-head">
        <Label id={labelId} className="rk-field-label" {...(group ? {} : { htmlFor: controlId })}>
          {label}
          {optional ? <span className="rk-field-mark"> {ui.optional}</span> : null}
          {required ? (
            <span aria-hidden="true" className="rk-field-required">
              *
            </span>
          ) : null}
        </Label>
        {aside}
      </div>
      <FieldContext.Provider value={wiring}>{children}</FieldContext.Provider>
      {/* Always there, so that an error that arrives is announced. */}
      <span
        id={`${id}error`}
        aria-live="polite"
        className={invalid ? 'rk-field-error' : 'rk-spoken'}
      >
        {invalid ? <Icon name="alert" /> : null}
        {error}
      </span>
      {hint ? (
        <span id={`${id}hint`} className="rk-field-hint">
          {hint}
        </span>
      ) : null}
    </div>
  )
})

/** The attributes by which a control belongs to the field around it. What the host passes wins. */
export function useFieldControl(props: {
  id?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: ComponentPropsWithoutRef<'input'>['aria-invalid']
  required?: boolean | undefined
}) {
  const field = useContext(FieldContext)
  return {
    id: props.id ?? field?.controlId,
    'aria-describedby':
      [props['aria-describedby'], field?.describedBy].filter(Boolean).join(' ') || undefined,
    'aria-invalid': props['aria-invalid'] ?? (field?.invalid || undefined),
    // Not `required`: the browser would answer before we can, in words of its own.
    'aria-required': props.required || field?.required || undefined,
  }
}

/** The id of the label of the field around; for a group inside it. */
export const useFieldLabelId = () => useContext(FieldContext)?.labelId
