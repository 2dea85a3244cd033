import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'

// Drawn on a 16-px grid with a stroke of 1.5; one path each, so that an icon is one line here.
const paths = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  close: 'm4 4 8 8m0-8-8 8',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-right': 'm6 4 4 4-4 4',
  'chevron-left': 'm10 4-4 4 4 4',
  'arrow-up': 'M8 13V3M4 7l4-4 4 4',
  'arrow-down': 'M8 3v10M4 9l4 4 4-4',
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  lock: 'M4.5 7h7A1.5 1.5 0 0 1 13 8.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7ZM5 7V5a3 3 0 0 1 6 0v2',
  unlock:
    'M4.5 7h7A1.5 1.5 0 0 1 13 8.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7ZM5 7V5a3 3 0 0 1 5.8-1',
  mail: 'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3ZM2.5 5 8 8.8 13.5 5',
  key: 'M5 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm2.2-5.2L13 3m-2.5 2.5L12.5 7.5',
  shield: 'M8 2 3 4v3.5c0 3 2 5.3 5 6.5 3-1.2 5-3.5 5-6.5V4L8 2Z',
  trash: 'M2.5 4h11M6 4V2.5h4V4M4 4l.6 8.6a1.5 1.5 0 0 0 1.5 1.4h3.8a1.5 1.5 0 0 0 1.5-1.4L12 4',
  copy: 'M6.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2',
  user: 'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8Zm-5 5.5c.5-2.2 2.5-3.5 5-3.5s4.5 1.3 5 3.5',
  users:
    'M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-4.5 5c.4-1.9 2.2-3 4.5-3s4.1 1.1 4.5 3M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 10.3c1.4.400 2.3 1.4 2.5 2.7',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9v3.2L10 10',
  alert: 'M8 2.5 14 13H2L8 2.5ZM8 6.5V9m0 2h.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5V11m0-6h.01',
  columns:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3ZM6 3v10M10 3v10',
  edit: 'M10.8 3.2 12.8 5.2 5.5 12.5 3 13l.5-2.5 7.3-7.3Z',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6L13 6m0-3.5V6H9.5',
  pause: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.5 6v4M9.5 6v4',
  play: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.8 5.8v4.4L10.2 8 6.8 5.8Z',
  building:
    'M3 14V3.5A1 1 0 0 1 4 2.5h5a1 1 0 0 1 1 1V14M10 7h2.5a.5.5 0 0 1 .5.5V14M2 14h12M5.5 5.5h2M5.5 8h2M5.5 10.5h2',
  'sign-out': 'M6.5 2.5h-3a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h3M6.5 8h7M10.5 5l3 3-3 3',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.6.6M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.6-.6',
} satisfies Record<string, string>

/** The pictures there are. */
export type IconName = keyof typeof paths

const mirrored = new Set<IconName>(['chevron-left', 'chevron-right', 'arrow-right', 'sign-out'])

export interface IconProps extends ComponentPropsWithoutRef<'svg'> {
  name: IconName
}

/**
 * A picture in the colour of the text around it. Decoration: its neighbour or the button's label
 * says the word.
 */
export const Icon = forwardRef<SVGSVGElement, IconProps>(function Icon(
  { name, className, ...props },
  ref,
) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      {...props}
      ref={ref}
      data-mirrored={mirrored.has(name) ? '' : undefined}
      className={classes('rk-icon', className)}
    >
      <path className="rk-icon-path" data-dots={name === 'more' ? '' : undefined} d={paths[name]} />
    </svg>
  )
})
