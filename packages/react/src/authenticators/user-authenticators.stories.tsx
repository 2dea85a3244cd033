import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { stubSecurityKey } from '../../../../.storybook/demo-services.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { TabOf } from '../users/page.stories.helper.js'
import { UserAuthenticators } from './user-authenticators.js'

export default {
  title: 'Screens/User page/Authenticators',
  component: TabOf,
  decorators: [inProvider],
  args: { of: UserAuthenticators, index: 0 },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof TabOf>
type Story = StoryObj<typeof TabOf>

const screen = () => within(document.body)
const asViewer: Story['beforeEach'] = async ({ msw }) => {
  msw.use(...(await demoHandlers({ count: 20, caller: 'viewer' })))
}

export const Full: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('Blue security key')).toBeVisible()
    await expect(
      canvas.getByRole('button', { name: 'Locked by administrator' }),
    ).toHaveAccessibleDescription(/By: Grace Hopper\. Reason: Phone left in a taxi\./)
    const opener = canvas.getByRole('button', { name: 'Details of Blue security key' })
    opener.focus()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByText('ee882879-721c-4913-9775-3dfcce97072a')).toBeVisible()
  },
}

export const LockedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const menu = await canvas.findByRole('button', { name: 'Actions for Blue security key' })
    menu.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen().getByRole('menuitem', { name: 'Lock' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    const dialog = await screen().findByRole('dialog', { name: 'Lock Blue security key?' })
    await waitFor(() =>
      expect(within(dialog).getByRole('textbox', { name: /Reason/ })).toHaveFocus(),
    )
    await userEvent.keyboard('Lost at the airport')
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await waitFor(() =>
      expect(canvas.getAllByRole('button', { name: 'Locked by administrator' })).toHaveLength(2),
    )
    await waitFor(() => expect(menu).toHaveFocus())
  },
}

export const UnlockedAndDeleted: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Actions for Ada’s phone' }))
    await userEvent.click(await screen().findByRole('menuitem', { name: 'Unlock' }))
    await userEvent.click(await screen().findByRole('button', { name: 'Unlock authenticator' }))
    // While a dialog is open, the page behind it has no roles.
    const menu = await canvas.findByRole('button', { name: 'Actions for Ada’s phone' })
    await waitFor(() =>
      expect(canvas.queryByRole('button', { name: 'Locked by administrator' })).toBeNull(),
    )
    menu.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen().getByRole('menuitem', { name: 'Lock' })).toHaveFocus())
    await userEvent.keyboard('{End}')
    await waitFor(() => expect(screen().getByRole('menuitem', { name: 'Delete' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await screen().findByRole('dialog', { name: 'Delete Ada’s phone?' })
    await userEvent.click(await screen().findByRole('button', { name: 'Delete authenticator' }))
    await waitFor(() => expect(canvas.queryByText('Ada’s phone')).toBeNull())
    // The line that had the focus is gone.
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: /Authenticators/ })).toHaveFocus(),
    )
  },
}

export const ResetOfChosenTypes: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Reset authenticators' }),
    )
    const dialog = within(
      await screen().findByRole('dialog', { name: 'Reset authenticators of Ada Lovelace?' }),
    )
    const text = await dialog.findByText(/Deletes 4 authenticators and ends 3 sessions\./)
    await waitFor(() => expect(text).toBeVisible())
    await userEvent.click(dialog.getByRole('radio', { name: 'Only some types' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Reset authenticators' }))
    await expect(await dialog.findByText('Choose at least one type.')).toBeVisible()
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Authenticator app (1)' }))
    await expect(dialog.getByText(/Deletes 1 authenticator and ends/)).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Reset authenticators' }))
    await waitFor(() => expect(within(canvasElement).queryByText('Ada’s phone')).toBeNull())
    await expect(within(canvasElement).getByText('Blue security key')).toBeVisible()
  },
}

export const AddsASecurityKey: Story = {
  args: { index: 3 },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
    return stubSecurityKey('touched')
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const add = await canvas.findByRole('button', { name: 'Add' })
    add.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() =>
      expect(screen().getByRole('menuitem', { name: 'Register a security key' })).toHaveFocus(),
    )
    await userEvent.keyboard('{Enter}')
    await userEvent.type(
      await screen().findByRole('textbox', { name: /Name of the key/ }),
      'Key 17{Enter}',
    )
    await screen().findByRole('dialog', { name: 'Key 17 is registered' })
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByText('Key 17')).toBeVisible()
    await waitFor(() => expect(add).toHaveFocus())
  },
}

export const Empty: Story = {
  args: { index: 3 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No authenticators')).toBeVisible()
  },
}

export const SeenByAViewer: Story = {
  beforeEach: asViewer,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(
      await canvas.findByRole('button', { name: 'Reset authenticators' }),
    ).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for Blue security key' }))
    const item = await screen().findByRole('menuitem', { name: /^Delete/ })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toHaveAccessibleDescription(/^Your role does not allow this/)
  },
}
