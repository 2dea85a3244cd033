import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { TabOf } from '../users/page.stories.helper.js'
import { UserActivity } from './user-activity.js'

export default {
  title: 'Screens/User page/Activity',
  component: TabOf,
  decorators: [inProvider],
  args: { of: UserActivity, index: 0 },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof TabOf>
type Story = StoryObj<typeof TabOf>

const asViewer: Story['beforeEach'] = async ({ msw }) => {
  msw.use(...(await demoHandlers({ count: 20, caller: 'viewer' })))
}

export const Full: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(
      await canvas.findByText('Vera Okonkwo tried to deactivate Ada Lovelace.'),
    ).toBeVisible()
    await expect(canvas.getByText('Refused')).toBeVisible()
    await expect(canvas.getByText('“Until the phone is found or wiped.”')).toBeVisible()
    const changes = canvas.getByRole('button', {
      name: '1 change: Grace Hopper changed the details of Ada Lovelace.',
    })
    changes.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getByText('Physician')).toBeVisible())
  },
}

export const ShowsMore: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, busyDays: 40 })))
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const more = await canvas.findByRole('button', { name: 'Show more' })
    const before = canvas.getAllByRole('listitem').length
    more.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(before))
  },
}

export const Empty: Story = {
  args: { index: 3 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Nothing has happened yet')).toBeVisible()
  },
}

export const SeenByAViewer: Story = {
  beforeEach: asViewer,
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('Grace Hopper locked Ada Lovelace.'),
    ).toBeVisible()
  },
}
