import type { Meta, StoryObj } from '@storybook/react-vite'
import { delay, http } from 'msw'
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { UserTable } from '../users/user-table.js'
import { userFiles } from './user-files.js'

export default {
  title: 'Screens/Export',
  component: UserTable,
  decorators: [inProvider],
  args: { files: userFiles },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 120 })))
  },
} satisfies Meta<typeof UserTable>
type Story = StoryObj<typeof UserTable>

const screen = () => within(document.body)

/** What the browser was given to save, as text; nothing is saved. */
function saved() {
  const files: Blob[] = []
  spyOn(URL, 'createObjectURL').mockImplementation(
    (file) => (files.push(file as Blob), 'blob:none'),
  )
  spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  return () => waitFor(() => files[0]!.text())
}

async function ask() {
  await screen().findByText(/^1–\d+ of \d+$/)
  await userEvent.click(await screen().findByRole('button', { name: 'Export' }))
}

export const Asked: Story = {
  play: async () => {
    await ask()
    await expect(
      await screen().findByRole('dialog', { name: /^Export \d+ users\?$/ }),
    ).toBeVisible()
  },
}

export const WhatTheFilterFinds: Story = {
  play: async () => {
    const file = saved()
    await userEvent.type(await screen().findByRole('searchbox'), 'ada')
    await waitFor(() => expect(screen().getByText(/^1–\d+ of \d+$/)).toBeVisible())
    await ask()
    const dialog = await screen().findByRole('dialog', { name: /^Export/ })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Export' }))
    const lines = (await file()).trimEnd().split('\r\n')
    await expect(lines[0]).toMatch(/^\uFEFF?"Username","First name","Last name"/)
    for (const line of lines.slice(1)) await expect(line.toLowerCase()).toContain('ada')
    await expect(await screen().findByText(`${lines.length - 1} users exported.`)).toBeVisible()
  },
}

export const Selection: Story = {
  play: async ({ canvasElement }) => {
    const file = saved()
    const rows = await waitFor(() => {
      const found = [...canvasElement.querySelectorAll<HTMLElement>('[data-row]')]
      if (found.length === 0) throw new Error('no rows yet')
      return found
    })
    rows[0]!.focus()
    await userEvent.keyboard(' {Shift>}{ArrowDown}{/Shift}')
    await userEvent.click(
      await screen().findByRole('button', { name: 'More actions for those selected' }),
    )
    await userEvent.click(await screen().findByRole('menuitem', { name: 'Export' }))
    const dialog = await screen().findByRole('dialog', { name: 'Export 2 users?' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Export' }))
    await expect((await file()).trimEnd().split('\r\n')).toHaveLength(3)
  },
}

export const UnderWay: Story = {
  play: async ({ msw }) => {
    await ask()
    const dialog = await screen().findByRole('dialog', { name: /^Export/ })
    msw.use(http.get('/api/roster/users', () => delay('infinite')))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Export' }))
    await expect(await within(dialog).findByRole('status')).toHaveTextContent('0 users so far')
  },
}
