import * as RadixTabs from '@radix-ui/react-tabs'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'
import { useDirection } from './theme-root.js'

/**
 * Views of one thing, one at a time. `value` and `onValueChange` let the host keep the choice in
 * its address.
 */
export const Tabs = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<typeof RadixTabs.Root>>(
  function Tabs({ className, ...props }, ref) {
    const direction = useDirection()
    return (
      <RadixTabs.Root
        dir={direction}
        {...props}
        ref={ref}
        className={classes('rk-tabs', className)}
      />
    )
  },
)

/** The row of tabs; arrow keys move along it. Give it an `aria-label`. */
export const TabList = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<typeof RadixTabs.List>>(
  function TabList({ className, ...props }, ref) {
    return <RadixTabs.List {...props} ref={ref} className={classes('rk-tabs-list', className)} />
  },
)

/** One tab's name. */
export const Tab = forwardRef<
  HTMLButtonElement,
  ComponentPropsWithoutRef<typeof RadixTabs.Trigger>
>(function Tab({ className, ...props }, ref) {
  return <RadixTabs.Trigger {...props} ref={ref} className={classes('rk-tab', className)} />
})

/** What a tab shows. */
export const TabPanel = forwardRef<
  HTMLDivElement,
  ComponentPropsWithoutRef<typeof RadixTabs.Content>
>(function TabPanel({ className, ...props }, ref) {
  return <RadixTabs.Content {...props} ref={ref} className={classes('rk-tab-panel', className)} />
})
