import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { OwnAuthenticators } from './own-authenticators.js'

export default {
  title: 'Screens/Own pages/Authenticators',
  component: OwnAuthenticators,
  decorators: [inProvider],
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, caller: 'ada' })))
  },
} satisfies Meta<typeof OwnAuthenticators>
type Story = StoryObj<typeof OwnAuthenticators>

const screen = () => within(document.body)

export const Full: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('Blue security key')).toBeVisible()
  },
}

export const LockedAndUnlockedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const lock = await canvas.findByRole('button', { name: 'Lock Blue security key' })
    lock.focus()
    await userEvent.keyboard('{Enter}')
    const dialog = await screen().findByRole('dialog', { name: 'Lock Blue security key?' })
    await waitFor(() =>
      expect(within(dialog).getByRole('textbox', { name: /Reason/ })).toHaveFocus(),
    )
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock authenticator' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Unlock Blue security key' }))
    await userEvent.click(
      within(await screen().findByRole('dialog', { name: 'Unlock Blue security key?' })).getByRole(
        'button',
        { name: 'Unlock authenticator' },
      ),
    )
    await expect(
      await canvas.findByRole('button', { name: 'Lock Blue security key' }),
    ).toBeVisible()
  },
}

export const LockedByAdministrator: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Blue security key')
    const locked = canvas
      .getAllByRole('button', { name: /^Unlock / })
      .filter((button) => button.getAttribute('aria-disabled') === 'true')
    await expect(locked.length).toBeGreaterThan(0)
    await expect(locked[0]!).toHaveAccessibleDescription(/only an administrator unlocks it/)
  },
}

export const Empty: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, caller: 'viewer' })))
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No authenticators')).toBeVisible()
  },
}
