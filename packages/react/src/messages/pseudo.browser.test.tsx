import '@rosterkit/react/styles.css'
import { RosterProvider } from '@rosterkit/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { cleanup, render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { callers, demoRoster } from '../../../../.storybook/demo-roster.js'
import { cutOff, keep, wordsOutside } from '../../../../.storybook/pseudo-judgement.js'
import { pseudo } from '../../../../.storybook/pseudo-language.js'
import { OwnAuthenticators } from '../authenticators/on-demand.js'
import { AddUserWizard, InviteUserDialog, UserActDialog, UserPage } from '../users/on-demand.js'
import { personOf } from '../users/page.stories.helper.js'
import type { UserAct } from '../acts/acts.js'
import { UserTable } from '../users/user-table.js'
import { RedeemPage, ResetCodePage } from '../redeem/on-demand.js'
import { loadPart } from './part-of.js'

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

async function holds(what: string) {
  await expect.poll(() => document.body.textContent).toContain('⟦')
  // What is fetched on demand comes late; a word that stands there for good is still there then.
  await expect.poll(wordsOutside, { message: what }).toEqual([])
  await expect.poll(cutOff, { message: what }).toEqual([])
}

it('finds what it looks for', async () => {
  await show(
    <p
      style={{ inlineSize: 60, overflow: 'hidden', whiteSpace: 'nowrap' }}
      className="planted"
      aria-label="Planted name"
    >
      ⟦Čúť öff änd nöt tö bé réäd⟧ Planted word
    </p>,
  )
  expect(wordsOutside()).toEqual(['text “Planted word”', 'aria-label “Planted name”'])
  expect(cutOff()).toEqual([expect.stringContaining('planted')])
})

it.each([1280, 375])(
  'says the table, its menu and its facets in words that can be changed, %i px wide',
  async (width) => {
    await page.viewport(width, 800)
    await show(<UserTable onOpenUser={() => undefined} />)
    await expect.poll(() => document.body.textContent).toContain('Kierkegaard')
    await holds('table')
    await userEvent.click(page.getByRole('button', { name: /Áçťíöñš/ }).first())
    await expect.element(page.getByRole('menu')).toBeVisible()
    await holds('menu')
  },
)

it.each([1280, 375])('says the wizard that adds a person, %i px wide', async (width) => {
  await page.viewport(width, 800)
  await show(<AddUserWizard open onOpenChange={() => undefined} />)
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await holds('first step')
  const boxes = page.getByRole('dialog').getByRole('textbox').elements()
  for (const [index, text] of [
    'Mary',
    'Somerville',
    'mary.somerville',
    'mary@alster.example',
  ].entries()) {
    keep(text)
    await userEvent.fill(boxes[index]!, text)
  }
  const goOn = () => userEvent.click(page.getByRole('button', { name: /^⟦Çöñťíñüé/ }))
  await goOn()
  await holds('second step')
  await userEvent.click(page.getByRole('combobox').first())
  await userEvent.click(page.getByRole('listbox').getByRole('option').first())
  await userEvent.selectOptions(page.getByRole('dialog').getByRole('combobox').nth(1), 'support')
  await holds('second step, answered')
  await goOn()
  await expect.element(page.getByRole('radio').first()).toBeVisible()
  await holds('third step')
  await goOn()
  await expect.element(page.getByText('Mary Somerville').last()).toBeVisible()
  await holds('fourth step')
})

it('says what is wrong with a field', async () => {
  await page.viewport(1280, 800)
  await show(<InviteUserDialog open onOpenChange={() => undefined} />)
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await holds('invitation')
  await userEvent.keyboard('{Enter}')
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: /⟦Íñvíťé/ }))
  await expect
    .poll(() => document.querySelectorAll('[aria-invalid="true"]').length)
    .toBeGreaterThan(0)
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

const acts: [UserAct, number][] = [
  ['lock', 0],
  ['unlock', 2],
  ['deactivate', 0],
  ['activate', 7],
  ['reactivate', 9],
  ['delete', 0],
  ['resend', 4],
  ['changeRole', 0],
  ['move', 0],
  ['resetPassword', 0],
  ['resetCode', 0],
  ['enrollmentLink', 0],
  ['enrollSecurityKey', 0],
  ['requireMfa', 0],
  ['resetAuthenticators', 0],
  ['endSessions', 0],
  ['purge', 0],
  ['restore', 0],
]

it.each(acts)('says the dialog of %s', async (act, index) => {
  await page.viewport(375, 800)
  const user = await client.users.get({ userId: personOf(index) })
  keep(user)
  await show(createElement(UserActDialog, { act, user, open: true, onOpenChange: () => undefined }))
  await expect
    .element(page.getByRole('dialog').or(page.getByRole('alertdialog')).first())
    .toBeVisible()
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
