import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { TabOf } from '../users/page.stories.helper.js'
import { UserSessions } from './user-sessions.js'

export default {
  title: 'Screens/User page/Sessions',
  component: TabOf,
  decorators: [inProvider],
  args: { of: UserSessions, index: 0 },
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
    await expect(await within(canvasElement).findByText('Safari on macOS')).toBeVisible()
  },
}

export const EndedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const end = await canvas.findByRole('button', { name: 'End Safari on macOS' })
    end.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.queryByText('Safari on macOS')).toBeNull())
    await waitFor(() => expect(canvas.getByRole('heading', { name: /Sessions/ })).toHaveFocus())
  },
}

export const AllEnded: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'End all sessions' }),
    )
    const dialog = within(
      await screen().findByRole('dialog', { name: 'End all sessions of Ada Lovelace?' }),
    )
    await waitFor(() => expect(dialog.getByText(/^Ends 3 sessions at once\./)).toBeVisible())
    await userEvent.click(dialog.getByRole('button', { name: 'End sessions' }))
    await expect(await within(canvasElement).findByText('Not signed in anywhere')).toBeVisible()
  },
}

export const Empty: Story = {
  args: { index: 3 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Not signed in anywhere')).toBeVisible()
  },
}

export const SeenByAViewer: Story = {
  beforeEach: asViewer,
  play: async ({ canvasElement }) => {
    const end = await within(canvasElement).findByRole('button', { name: 'End all sessions' })
    await expect(end).toHaveAttribute('aria-disabled', 'true')
    await userEvent.tab()
    await userEvent.tab()
    const tooltip = await screen().findByText(/^Your role does not allow this/, {
      selector: '.rk-tooltip, .rk-tooltip *',
    })
    await waitFor(() => expect(tooltip).toBeVisible())
  },
}
