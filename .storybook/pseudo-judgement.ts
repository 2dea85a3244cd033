import { hasMessage } from './pseudo-language.ts'

/**
 * Everything that the server said: names, addresses, roles and organizations are data, and stand as
 * they are.
 */
const data = new Set<string>()

/** What was data in one world is none in the next. */
export const forget = () => data.clear()

/** Takes everything in an answer for data, but for what has its words in the messages. */
export function keep(value: unknown): void {
  if (typeof value === 'string' && value.trim()) {
    if (hasMessage(value)) return
    data.add(value)
    // A long address is cut in its middle, where its domain begins.
    const at = value.indexOf('@')
    if (at > 0) data.add(value.slice(0, at)).add(value.slice(at))
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(keep)
}

/** What `Intl` writes, and what has no letters to translate. */
const written =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?(?:, \d{1,2}:\d{2}(?::\d{2})?\s?[AP]M)?(?: [A-Z]{3,4}[+\d:]*)?|\d{1,2}:\d{2}(?::\d{2})?\s?[AP]M|\bGMT[+-]\d+|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,/g

const words = /\p{L}{2,}/u

/** What is left of a text without its disguised part, the data in it and what `Intl` wrote. */
function plainIn(text: string): string {
  let rest = text
  for (let former = ''; former !== rest;) {
    former = rest
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
  }
  rest = rest.replaceAll(written, ' ')
  if (!words.test(rest)) return ''
  for (const known of [...data].toSorted((a, b) => b.length - a.length))
    rest = rest.replaceAll(known, ' ')
  return words.test(rest) ? rest.trim() : ''
}

/** Where a story shows a host's page, what is the host's own in it. */
const ofAHost = '[data-own], [data-own] *'

/** Words that no message says. */
export function wordsOutside(): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (
      !parentElement ||
      parentElement.closest('script, style, time') ||
      parentElement.matches(ofAHost)
    )
      continue
    if (plainIn(textContent ?? '')) found.push(`text “${plainIn(textContent ?? '')}”`)
  }
  for (const element of document.body.querySelectorAll(`:not(${ofAHost})`)) {
    for (const name of [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'placeholder',
      'title',
      'alt',
    ]) {
      const value = element.getAttribute(name)
      if (value && plainIn(value)) found.push(`${name} “${plainIn(value)}”`)
    }
  }
  return found
}

/**
 * Our own words that cannot be read to their end: cut off without the whole of it on hover, or past
 * the edge of the window.
 */
export function cutOff(): string[] {
  const found: string[] = []
  for (const element of document.body.querySelectorAll<HTMLElement>('.rk-root *')) {
    if (
      !element.textContent.includes('⟦') ||
      element.closest('.rk-spoken, .rk-truncate, [title], svg') ||
      element.offsetWidth <= 1
    )
      continue
    // Its tooltip says all the roles.
    if (element.querySelector('.rk-user-roles')) continue
    const { overflowX } = getComputedStyle(element)
    if (
      (overflowX === 'hidden' || overflowX === 'clip') &&
      element.scrollWidth > element.clientWidth + 1
    )
      found.push(`${element.className}: ${element.textContent.slice(0, 60)}`)
  }
  if (document.documentElement.scrollWidth > window.innerWidth)
    found.push(`the page is ${document.documentElement.scrollWidth} px wide`)
  return found
}
