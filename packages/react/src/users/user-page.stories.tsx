import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { callers, demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { UserPage } from './user-page.js'

const personOf = (index: number) => `0198f0c0-7e00-7000-8000-${(1000 + index).toString(16).padStart(12, '0')}`

export default {
  title: 'Screens/User page',
  component: UserPage,
  decorators: [inProvider],
  args: { userId: personOf(0), onBack: fn() },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof UserPage>
type Story = StoryObj<typeof UserPage>

export const Active: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('heading', { name: 'Ada Lovelace' })).toBeVisible()
  },
}

export const Locked: Story = {
  args: { userId: personOf(2) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'Unlock' })).toBeVisible()
    const badge = within(canvasElement).getByRole('button', { name: 'Locked by admin' })
    await expect(badge).toHaveAccessibleDescription(/By: Grace Hopper\..*Reason: Laptop stolen/)
  },
}

export const Edited: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit' }))
    const first = await canvas.findByRole('textbox', { name: /First name/ })
    await userEvent.clear(first)
    await userEvent.type(first, 'Augusta')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('Augusta Lovelace'))
  },
}

export const AccessWithRoles: Story = {
  args: { userId: callers.administrator },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('tab', { name: 'Access' }))
    await expect(await within(canvasElement).findByText('Administrator at Hafenblick Partner')).toBeVisible()
  },
}

export const EndsSessionsFromItsMenu: Story = {
  play: async ({ canvasElement }) => {
    const more = await within(canvasElement).findByRole('button', { name: 'More actions for Ada Lovelace' })
    more.focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'End sessions…' }))
    const dialog = await within(document.body).findByRole('dialog', { name: 'End all sessions of Ada Lovelace?' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'End sessions' }))
    await waitFor(() => expect(more).toHaveFocus())
    await userEvent.click(within(canvasElement).getByRole('tab', { name: 'Sessions' }))
    await expect(await within(canvasElement).findByText('Not signed in anywhere')).toBeVisible()
  },
}

export const UnknownPerson: Story = {
  args: { userId: personOf(900_000) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('This person cannot be shown')).toBeVisible()
  },
}
