import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { TabOf } from '../users/page.stories.helper.js'
import { UserResources } from './user-resources.js'

export default {
  title: 'Screens/User page/Groups and applications',
  component: TabOf,
  decorators: [inProvider],
  args: { of: UserResources, index: 0 },
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
    await expect(await within(canvasElement).findByText('Clinicians')).toBeVisible()
    await expect(await within(canvasElement).findByText('Patient records')).toBeVisible()
  },
}

export const ChosenByTypingAndUndone: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('combobox', { name: 'Add to a group' })
    await waitFor(() => expect(field).toBeEnabled())
    field.focus()
    await userEvent.keyboard('partner')
    await screen().findByRole('option', { name: /Partner announcements/ })
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByText('Partner announcements')).toBeVisible()
    await userEvent.click(await screen().findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(canvas.queryByText('Partner announcements')).toBeNull())
  },
}

export const GroupsThatCannotBeChosenSayWhy: Story = {
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByRole('combobox', { name: 'Add to a group' })
    await waitFor(() => expect(field).toBeEnabled())
    await userEvent.click(field)
    await expect(await screen().findByRole('option', { name: /Drivers/ })).toHaveTextContent(
      'Belongs to Elbe Logistics',
    )
    await expect(screen().getByRole('option', { name: /Sales/ })).toHaveTextContent(
      'Already chosen.',
    )
  },
}

export const Removed: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove Sales' }))
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Remove Sales' })).toBeNull())
    await waitFor(() => expect(canvas.getByRole('heading', { name: /Groups/ })).toHaveFocus())
  },
}

export const Empty: Story = {
  args: { index: 3 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('In no group')).toBeVisible()
    await expect(await within(canvasElement).findByText('No applications')).toBeVisible()
  },
}

export const SeenByAViewer: Story = {
  beforeEach: asViewer,
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('combobox', { name: 'Add to a group' }),
    ).toBeDisabled()
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Remove Sales' }),
    ).toHaveAttribute('aria-disabled', 'true')
  },
}
