import type { ComponentProps, MouseEvent } from 'react'
import { navigate } from './location.ts'

/** A link inside the portal. Clicks that ask for a new tab stay the browser's. */
export function Link({
  href,
  onClick,
  children,
  ...props
}: ComponentProps<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    navigate(href)
  }
  return (
    <a href={href} onClick={follow} {...props}>
      {children}
    </a>
  )
}
