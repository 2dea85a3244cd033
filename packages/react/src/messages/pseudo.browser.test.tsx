import '@rosterkit/react/styles.css'
import { RosterProvider } from '@rosterkit/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { cleanup, render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { callers, demoRoster } from '../../../../.storybook/demo-roster.js'
import { pseudo } from '../../../../.storybook/pseudo-language.js'
import { OwnAuthenticators } from '../authenticators/on-demand.js'
import { AddUserWizard, InviteUserDialog, UserActDialog, UserPage } from '../users/on-demand.js'
import { personOf } from '../users/page.stories.helper.js'
import type { UserAct } from '../users/user-actions.js'
import { UserTable } from '../users/user-table.js'
import { RedeemPage, ResetCodePage } from '../redeem/on-demand.js'
import { loadPart } from './part-of.js'

/** Everything that the server said: names, addresses, roles and organizations are data, and stand as they are. */
const data = new Set<string>()

function keep(value: unknown): void {
  if (typeof value === 'string' && value.trim()) {
    data.add(value)
    // A long address is cut in its middle, where its domain begins.
    const at = value.indexOf('@')
    if (at > 0) data.add(value.slice(0, at)).add(value.slice(at))
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(keep)
}

type Roster = Awaited<ReturnType<typeof demoRoster>>['roster']
let client: ReturnType<Roster['as']>

beforeAll(async () => {
  const { roster } = await demoRoster(20)
  const inner = roster.as({ userId: callers.administrator })
  const call = async (...args: Parameters<typeof inner.call>) => {
    const answer = await inner.call(...args)
    keep(answer)
    return answer
  }
  client = { ...inner, call: call as typeof inner.call }
  await Promise.all([loadPart(pseudo.userPage), loadPart(pseudo.redeem)])
})
afterEach(cleanup)

const show = (children: ReactNode) =>
  render(
    <RosterProvider client={client} language={pseudo} timeZone="Europe/Berlin">
      {children}
    </RosterProvider>,
  )

/** What `Intl` writes, and what has no letters to translate. */
const written = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?(?:, \d{1,2}:\d{2}(?::\d{2})?\s?[AP]M)?(?: [A-Z]{3,4}[+\d:]*)?|\d{1,2}:\d{2}(?::\d{2})?\s?[AP]M|\bGMT[+-]\d+|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,/g

/** What is left of a text without its disguised part, the data in it and what `Intl` wrote. */
function plainIn(text: string): string {
  let rest = text
  for (let former = ''; former !== rest; ) {
    former = rest
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
  }
  rest = rest.replaceAll(written, ' ')
  for (const known of [...data].toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(known, ' ')
  return /\p{L}{2,}/u.test(rest) ? rest.trim() : ''
}

/** Words that no message says. */
function wordsOutside(): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement || parentElement.closest('script, style, time')) continue
    if (plainIn(textContent ?? '')) found.push(`text “${plainIn(textContent ?? '')}”`)
  }
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'title', 'alt']) {
      const value = element.getAttribute(name)
      if (value && plainIn(value)) found.push(`${name} “${plainIn(value)}”`)
    }
  }
  return found
}

/** Our own words that cannot be read to their end: cut off without the whole of it on hover, or past the edge of the window. */
function cutOff(): string[] {
  const found: string[] = []
  for (const element of document.body.querySelectorAll<HTMLElement>('.rk-root *')) {
    if (!element.textContent.includes('⟦') || element.closest('.rk-spoken, .rk-truncate, [title], svg') || element.offsetWidth <= 1) continue
    // Its tooltip says all the roles.
    if (element.querySelector('.rk-user-roles')) continue
    const { overflowX } = getComputedStyle(element)
    if ((overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1) found.push(`${element.className}: ${element.textContent.slice(0, 60)}`)
  }
  if (document.documentElement.scrollWidth > window.innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`)
  return found
}

async function holds(what: string) {
  await expect.poll(() => document.body.textContent).toContain('⟦')
  // What is fetched on demand comes late; a word that stands there for good is still there then.
  await expect.poll(wordsOutside, { message: what }).toEqual([])
  await expect.poll(cutOff, { message: what }).toEqual([])
}

it('finds what it looks for', async () => {
  await show(
    <p style={{ inlineSize: 60, overflow: 'hidden', whiteSpace: 'nowrap' }} className="planted" aria-label="Planted name">
      ⟦Čúť öff änd nöt tö bé réäd⟧ Planted word
    </p>,
  )
  expect(wordsOutside()).toEqual(['text “Planted word”', 'aria-label “Planted name”'])
  expect(cutOff()).toEqual([expect.stringContaining('planted')])
})

it.each([1280, 375])('says the table, its menu and its facets in words that can be changed, %i px wide', async (width) => {
  await page.viewport(width, 800)
  await show(<UserTable onOpenUser={() => undefined} />)
  await expect.poll(() => document.body.textContent).toContain('Kierkegaard')
  await holds('table')
  await userEvent.click(page.getByRole('button', { name: /Áçťíöñš/ }).first())
  await expect.element(page.getByRole('menu')).toBeVisible()
  await holds('menu')
})

it.each([1280, 375])('says the wizard that adds a person, %i px wide', async (width) => {
  await page.viewport(width, 800)
  await show(<AddUserWizard open onOpenChange={() => undefined} />)
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await holds('first step')
  const boxes = page.getByRole('dialog').getByRole('textbox').elements()
  for (const [index, text] of ['Mary', 'Somerville', 'mary.somerville', 'mary@alster.example'].entries()) {
    data.add(text)
    await userEvent.fill(boxes[index]!, text)
  }
  await userEvent.click(page.getByRole('button', { name: /^⟦Çöñťíñüé/ }))
  await holds('second step')
})

it('says what is wrong with a field', async () => {
  await page.viewport(1280, 800)
  await show(<InviteUserDialog open onOpenChange={() => undefined} />)
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await holds('invitation')
  await userEvent.keyboard('{Enter}')
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: /⟦Íñvíťé/ }))
  await expect.poll(() => document.querySelectorAll('[aria-invalid="true"]').length).toBeGreaterThan(0)
  await holds('invitation with faults')
})

const tabs = ['profile', 'access', 'authenticators', 'sessions', 'resources', 'activity']

it.each([1280, 375])('says every tab of a person’s page, %i px wide', async (width) => {
  await page.viewport(width, 800)
  await show(<UserPage userId={personOf(0)} />)
  await expect.element(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible()
  const found = page.getByRole('tab').elements()
  expect(found).toHaveLength(tabs.length)
  for (const [index, tab] of found.entries()) {
    await userEvent.click(tab)
    await expect.poll(() => document.querySelector('[aria-busy="true"]')).toBeNull()
    await holds(tabs[index]!)
  }
})

const acts: [UserAct, number][] = [['lock', 0], ['unlock', 2], ['deactivate', 0], ['activate', 7], ['reactivate', 9], ['delete', 0], ['resend', 4], ['changeRole', 0], ['move', 0], ['resetPassword', 0], ['resetCode', 0], ['enrolmentLink', 0], ['enrolSecurityKey', 0], ['requireMfa', 0], ['resetAuthenticators', 0], ['endSessions', 0], ['purge', 0], ['restore', 0]]

it.each(acts)('says the dialog of %s', async (act, index) => {
  await page.viewport(375, 800)
  const user = await client.users.get({ userId: personOf(index) })
  keep(user)
  await show(createElement(UserActDialog, { act, user, open: true, onOpenChange: () => undefined }))
  await expect.element(page.getByRole('dialog').or(page.getByRole('alertdialog')).first()).toBeVisible()
  await holds(act)
})

it('says the pages that links lead to, and one’s own authenticators', async () => {
  await page.viewport(375, 800)
  await show(
    <>
      <ResetCodePage onDone={() => undefined} />
      <RedeemPage onDone={() => undefined} />
      <OwnAuthenticators />
    </>,
  )
  await expect.poll(() => document.querySelector('[aria-busy="true"]')).toBeNull()
  await holds('links')
})
