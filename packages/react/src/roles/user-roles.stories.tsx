import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { TabOf } from '../users/page.stories.helper.js'
import { UserRoles } from './user-roles.js'

export default {
  title: 'Screens/User page/Roles',
  component: TabOf,
  decorators: [inProvider],
  args: { of: UserRoles, index: 0 },
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
    await expect(await within(canvasElement).findByText('Viewer at Alster Clinics')).toBeVisible()
    await expect(within(canvasElement).getByText(/^Until/)).toBeVisible()
  },
}

export const GivenByKeyboard: Story = {
  args: { index: 3 },
  play: async ({ canvasElement }) => {
    const give = await within(canvasElement).findByRole('button', { name: 'Give role' })
    give.focus()
    await userEvent.keyboard('{Enter}')
    const dialog = within(await screen().findByRole('dialog', { name: /^Give .* a role$/ }))
    await waitFor(() =>
      expect(dialog.getByRole('combobox', { name: /Organization/ })).toHaveValue('Alster Clinics'),
    )
    await userEvent.click(dialog.getByRole('button', { name: 'Give role' }))
    await expect(
      await dialog.findByText('Choose a role.', { selector: '.rk-field-error' }),
    ).toBeVisible()
    // The roles come with an answer of their own.
    await waitFor(() => expect(dialog.getByRole('option', { name: 'Viewer' })).toBeInTheDocument())
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: /Role/ }), 'support')
    await userEvent.click(dialog.getByRole('button', { name: 'Give role' }))
    await expect(await within(canvasElement).findByText('Support at Alster Clinics')).toBeVisible()
    await waitFor(() => expect(give).toHaveFocus())
  },
}

export const TakenAway: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', {
        name: 'Actions for Viewer at Alster Clinics',
      }),
    )
    await userEvent.click(await screen().findByRole('menuitem', { name: 'Take away' }))
    await userEvent.click(await screen().findByRole('button', { name: 'Take role away' }))
    await expect(await within(canvasElement).findByText('No roles')).toBeVisible()
  },
}

export const PeriodChangedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const menu = await within(canvasElement).findByRole('button', {
      name: 'Actions for Viewer at Alster Clinics',
    })
    menu.focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen().findByRole('menuitem', { name: 'Change period' }))
    const dialog = within(
      await screen().findByRole('dialog', { name: 'Change how long Ada Lovelace is Viewer' }),
    )
    const [from, until] = [
      dialog.getByLabelText(/^Valid from/),
      dialog.getByLabelText(/^Valid until/),
    ]
    await fireEvent.change(from, { target: { value: '2031-03-01T09:00' } })
    await fireEvent.change(until, { target: { value: '2031-02-01T09:00' } })
    await expect(await dialog.findByText('The end must be after the beginning.')).toBeVisible()
    await fireEvent.change(until, { target: { value: '2031-04-01T09:00' } })
    await waitFor(() =>
      expect(dialog.queryByText('The end must be after the beginning.')).toBeNull(),
    )
    dialog.getByRole('button', { name: 'Change period' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(
      await within(canvasElement).findByText(/^From Mar 1, 2031, 9:00.AM .* until Apr 1, 2031/),
    ).toBeVisible()
    await expect(within(canvasElement).getByText('Not in force')).toBeVisible()
    await waitFor(() => expect(menu).toHaveFocus())
  },
}

export const RefusedKeepsTheChoice: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Give role' }))
    const dialog = within(await screen().findByRole('dialog'))
    await waitFor(() =>
      expect(dialog.getByRole('combobox', { name: /Organization/ })).toHaveValue('Alster Clinics'),
    )
    // The roles come with an answer of their own.
    await waitFor(() => expect(dialog.getByRole('option', { name: 'Viewer' })).toBeInTheDocument())
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: /Role/ }), 'viewer')
    await userEvent.click(dialog.getByRole('button', { name: 'Give role' }))
    await expect(await dialog.findByRole('alert')).toBeVisible()
    await expect(dialog.getByRole('combobox', { name: /Role/ })).toHaveValue('viewer')
  },
}

export const SeenByAViewer: Story = {
  beforeEach: asViewer,
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Give role' }),
    ).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(
      within(canvasElement).getByRole('button', { name: /^Actions for Viewer/ }),
    )
    for (const name of ['Change period', 'Take away']) {
      const item = await screen().findByRole('menuitem', { name })
      await expect(item).toHaveAttribute('aria-disabled', 'true')
      await expect(item).toHaveAccessibleDescription(/^Your role does not allow this/)
    }
  },
}
