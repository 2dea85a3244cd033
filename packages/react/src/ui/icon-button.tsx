import { forwardRef } from 'react'
import { Button, type ButtonProps } from './button.js'
import type { IconName } from './icons.js'

export interface IconButtonProps extends Omit<
  ButtonProps,
  'children' | 'icon' | 'iconEnd' | 'aria-label'
> {
  icon: IconName
  /** What it does: its accessible name, and its tooltip unless `tooltip` says otherwise. */
  label: string
}

/** A square button with a picture, named by its label. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, variant = 'ghost', tooltip = label, ...props },
  ref,
) {
  return <Button {...props} ref={ref} variant={variant} aria-label={label} tooltip={tooltip} />
})
