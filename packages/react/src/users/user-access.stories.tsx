import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { TabOf } from './page.stories.helper.js'
import { UserAccess } from './user-access.js'

export default {
  title: 'Screens/User page/Access',
  component: TabOf,
  decorators: [inProvider],
  args: { of: UserAccess, index: 0 },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof TabOf>
type Story = StoryObj<typeof TabOf>

const daysFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)

export const Now: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Viewer at Alster Clinics')).toBeVisible()
    await expect(await within(canvasElement).findByText('Employee')).toBeVisible()
  },
}

/** Ada is a viewer for 60 days, and a buyer from in 14 days on; her permission set ends in 30. */
export const AsOfAnotherDayAndBack: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText(/^As of/)
    await canvas.findByText('Employee')
    const buyer = () => canvas.getByText('Buyer').closest('li')
    await expect(buyer()).toHaveTextContent('Not in force')
    await fireEvent.change(field, { target: { value: daysFromNow(40) } })
    await expect(await canvas.findByText(/^As of .*20\d\d/)).toBeVisible()
    await waitFor(() => expect(buyer()).not.toHaveTextContent('Not in force'))
    await userEvent.click(canvas.getByRole('button', { name: 'Details of Employee' }))
    await expect(canvas.getByText(/^Clinical read · Until .* · Not in force$/)).toBeVisible()
    await fireEvent.change(field, { target: { value: daysFromNow(80) } })
    await waitFor(() =>
      expect(canvas.getByText('Viewer at Alster Clinics').closest('li')).toHaveTextContent(
        'Not in force',
      ),
    )
    for (const name of ['Give role', 'Add persona', /^Actions for/])
      await expect(canvas.queryByRole('button', { name })).toBeNull()
    const back = canvas.getByRole('button', { name: 'Back to now' })
    back.focus()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('button', { name: 'Give role' })).toBeVisible()
    await expect(field).toHaveFocus()
    await expect(field).toHaveValue('')
  },
}

/** Somebody whose validity ended: before that they had access. */
export const StatusAsOfAnotherDay: Story = {
  args: { index: 11 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText(/^As of/)
    await fireEvent.change(field, { target: { value: daysFromNow(1) } })
    await expect(await canvas.findByRole('button', { name: 'Validity ended' })).toBeVisible()
    await fireEvent.change(field, { target: { value: daysFromNow(-20) } })
    await expect(await canvas.findByRole('button', { name: 'Active' })).toBeVisible()
  },
}
