import { forwardRef, useRef, type ComponentPropsWithoutRef } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import { classes } from './classes.js'
import { composeRefs } from './compose.js'
import { useFieldControl } from './field.js'
import { useCopy } from './use-copy.js'

export interface CopyFieldProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'value' | 'onCopy'
> {
  value: string
  /**
   * The reader has it now: the dialog around may close without asking. Also after copying by
   * keyboard.
   */
  onCopied?: (() => void) | undefined
}

/** A value to take away: a link or a secret that is shown once. Selects itself on focus. */
export const CopyField = forwardRef<HTMLInputElement, CopyFieldProps>(function CopyField(
  { value, onCopied, className, ...props },
  ref,
) {
  const { ui } = useMessages()
  const control = useFieldControl(props)
  const input = useRef<HTMLInputElement>(null)
  const { state, copy } = useCopy()
  return (
    <span className={classes('rk-copy-field', className)} data-state={state}>
      <input
        spellCheck={false}
        dir="ltr"
        {...props}
        {...control}
        ref={composeRefs(input, ref)}
        readOnly
        value={value}
        className="rk-input"
        onFocus={(event) => {
          props.onFocus?.(event)
          event.currentTarget.select()
        }}
        onCopy={() => onCopied?.()}
      />
      <Button
        icon={state === 'copied' ? 'check' : 'copy'}
        onClick={() => {
          void copy(value).then((done) => (done ? onCopied?.() : input.current?.select()))
        }}
      >
        {state === 'copied' ? ui.copied : ui.copy}
      </Button>
      <span aria-live="polite" className="rk-spoken">
        {state === 'copied' ? ui.copied : ''}
      </span>
    </span>
  )
})
