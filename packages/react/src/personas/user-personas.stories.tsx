import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { TabOf } from '../users/page.stories.helper.js'
import { UserPersonas } from './user-personas.js'

export default {
  title: 'Screens/User page/Personas',
  component: TabOf,
  decorators: [inProvider],
  args: { of: UserPersonas, index: 0 },
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
    await userEvent.click(await canvas.findByRole('button', { name: 'Details of Employee' }))
    await expect(canvas.getByText('Preferred')).toBeVisible()
    await expect(canvas.getByText(/^Clinical read · Until/)).toBeVisible()
  },
}

export const AddedByKeyboardInTwoSteps: Story = {
  play: async ({ canvasElement }) => {
    const add = await within(canvasElement).findByRole('button', { name: 'Add persona' })
    add.focus()
    await userEvent.keyboard('{Enter}')
    const dialog = within(
      await screen().findByRole('dialog', { name: 'Add a persona to Ada Lovelace' }),
    )
    await expect(dialog.getByRole('radio', { name: /Employee/ })).toBeDisabled()
    const contractor = dialog.getByRole('radio', { name: /Contractor/ })
    contractor.focus()
    await userEvent.keyboard(' ')
    await userEvent.keyboard('{Enter}')
    await dialog.findByRole('heading', { name: 'What does it bring, and for how long?' })
    await userEvent.click(dialog.getByRole('button', { name: 'Add entitlement' }))
    await waitFor(() => expect(dialog.getByRole('combobox', { name: 'Kind' })).toHaveFocus())
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Night shift')
    await userEvent.type(dialog.getByRole('textbox', { name: /Scopes/ }), 'south')
    await userEvent.click(dialog.getByRole('button', { name: 'Add persona' }))
    await expect(await within(canvasElement).findByText('south · 1 entitlement')).toBeVisible()
  },
}

export const Edited: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Actions for Buyer' }),
    )
    await userEvent.click(await screen().findByRole('menuitem', { name: 'Edit' }))
    const dialog = within(await screen().findByRole('dialog', { name: 'Buyer of Ada Lovelace' }))
    await userEvent.click(dialog.getByRole('checkbox', { name: /Preferred/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Save persona' }))
    await waitFor(() =>
      expect(within(canvasElement).getByText('Preferred').closest('li')).toHaveTextContent('Buyer'),
    )
  },
}

export const Removed: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Actions for Employee' }),
    )
    await userEvent.click(await screen().findByRole('menuitem', { name: 'Remove' }))
    const dialog = within(await screen().findByRole('dialog'))
    await waitFor(() => expect(dialog.getByText('They lose 2 entitlements at once.')).toBeVisible())
    await userEvent.click(dialog.getByRole('button', { name: 'Remove persona' }))
    await waitFor(() => expect(within(canvasElement).queryByText('Employee')).toBeNull())
  },
}

export const Empty: Story = {
  args: { index: 3 },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No personas')).toBeVisible()
  },
}

export const NothingWithoutTypes: Story = {
  async beforeEach({ msw }) {
    msw.use(
      http.get('*/api/roster/users/*/personas', () => HttpResponse.json({ items: [], types: [] })),
      ...(await demoHandlers({ count: 20 })),
    )
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('heading', { name: /Personas/ })).toBeNull()
  },
}

export const SeenByAViewer: Story = {
  beforeEach: asViewer,
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Add persona' }),
    ).toHaveAttribute('aria-disabled', 'true')
  },
}
