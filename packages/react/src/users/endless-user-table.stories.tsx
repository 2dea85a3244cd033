import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { EndlessUserTable } from './endless-user-table.js'

export default {
  title: 'Screens/User table, endless',
  component: EndlessUserTable,
  decorators: [inProvider],
  args: { onOpenUser: fn() },
} satisfies Meta<typeof EndlessUserTable>
type Story = StoryObj<typeof EndlessUserTable>

const rowsIn = (canvas: HTMLElement) => [...canvas.querySelectorAll<HTMLElement>('[data-row]')]
const firstRow = (canvas: HTMLElement) =>
  waitFor(() => {
    const [row] = rowsIn(canvas)
    if (!row) throw new Error('no rows yet')
    return row
  })
const placeOf = (element: Element | null) => Number(element?.getAttribute('aria-rowindex')) - 1

export const GoesOnByKeyboard: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 1000 })))
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await firstRow(canvasElement)
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '1001')
    await expect(await canvas.findByText('1,000 users')).toBeVisible()
    // Only what is in view is drawn.
    await expect(rowsIn(canvasElement).length).toBeLessThan(40)
    row.focus()
    let place = placeOf(row)
    while (place < 250) {
      const before = place
      // At the end of what has come, once more as soon as there is more.
      await waitFor(async () => {
        await userEvent.keyboard('{PageDown}')
        await expect(placeOf(document.activeElement)).toBeGreaterThan(before)
      })
      place = placeOf(document.activeElement)
    }
    await expect(document.activeElement).toBeVisible()
    await userEvent.keyboard('{Home}')
    await waitFor(() => expect(placeOf(document.activeElement)).toBe(1))
  },
}

/**
 * Somebody scrolls away by the wheel: the row with the focus stays, and so does what was selected.
 */
export const KeepsFocusAndSelection: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 400 })))
  },
  play: async ({ canvasElement }) => {
    const row = await firstRow(canvasElement)
    row.focus()
    await userEvent.keyboard(' ')
    await within(canvasElement).findByText('1 selected')
    const frame = canvasElement.querySelector('.rk-table-frame')!
    frame.scrollTop = frame.scrollHeight
    await waitFor(() => expect(Math.max(...rowsIn(canvasElement).map(placeOf))).toBeGreaterThan(45))
    await expect(row).toHaveFocus()
    await expect(row).toHaveAttribute('aria-selected', 'true')
  },
}

export const WhatHasComeStaysWhenTheRestIsRefused: Story = {
  async beforeEach({ msw }) {
    const handlers = await demoHandlers({ count: 300 })
    let refusing = true
    msw.use(
      http.get('*/api/roster/users', ({ request }) => {
        if (!new URL(request.url).searchParams.has('cursor') || !refusing) return undefined
        refusing = false
        return HttpResponse.json(
          {
            type: 'about:blank',
            title: 'Busy',
            status: 503,
            code: 'not_permitted',
            detail: 'No.',
            details: { permission: 'user:read', organization: 'Alster Clinics' },
          },
          { status: 403, headers: { 'content-type': 'application/problem+json' } },
        )
      }),
      ...handlers,
    )
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await firstRow(canvasElement)
    row.focus()
    await userEvent.keyboard('{End}')
    const alert = await canvas.findByRole('alert')
    await expect(rowsIn(canvasElement).length).toBeGreaterThan(5)
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(Math.max(...rowsIn(canvasElement).map(placeOf))).toBeGreaterThan(50))
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull())
  },
}

export const NobodyMatches: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 60 })))
  },
  play: async ({ canvasElement }) => {
    await firstRow(canvasElement)
    await userEvent.type(within(canvasElement).getByRole('searchbox'), 'zzzz')
    await expect(await within(canvasElement).findByText('No user matches')).toBeVisible()
    await userEvent.click(
      within(canvasElement).getByRole('button', { name: 'Clear search and filters' }),
    )
    await firstRow(canvasElement)
  },
}
