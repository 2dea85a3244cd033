import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { UserTable } from './user-table.js'

export default {
  title: 'Screens/Invite by email',
  component: UserTable,
  decorators: [inProvider],
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof UserTable>
type Story = StoryObj<typeof UserTable>

/** Opens the short form by keyboard, beside “Add user”. */
async function open() {
  const button = await within(document.body).findByRole('button', { name: 'Other ways to add' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  const item = await within(document.body).findByRole('menuitem', { name: /^Invite by email/ })
  await waitFor(() => expect(item).toHaveFocus())
  await userEvent.keyboard('{Enter}')
  return within(await within(document.body).findByRole('dialog', { name: 'Invite by email' }))
}

async function choose(dialog: ReturnType<typeof within>) {
  await userEvent.type(dialog.getByRole('combobox', { name: /Organization/ }), 'Alster')
  await waitFor(() => expect(document.querySelector('[role="option"]')).toHaveTextContent('Alster'))
  await userEvent.keyboard('{Enter}')
}

export const Blank: Story = { play: async () => void (await open()) }

export const Invited: Story = {
  play: async () => {
    const dialog = await open()
    await userEvent.type(dialog.getByRole('textbox', { name: /First name/ }), 'Mary')
    await userEvent.type(dialog.getByRole('textbox', { name: /Last name/ }), 'Shelley')
    await userEvent.type(
      dialog.getByRole('textbox', { name: /email/i }),
      'mary.shelley@alster-clinics.example',
    )
    await expect(dialog.getByRole('textbox', { name: /Username/ })).toHaveValue('mary.shelley')
    await choose(dialog)
    await waitFor(() => expect(dialog.getByRole('option', { name: 'Viewer' })).toBeInTheDocument())
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: /Role/ }), 'viewer')
    await userEvent.click(dialog.getByRole('button', { name: 'Invite user' }))
    await expect(
      await within(document.body).findByText(/^A mail to Mary Shelley is on its way/),
    ).toBeVisible()
  },
}

export const UserNameTaken: Story = {
  play: async () => {
    const dialog = await open()
    await choose(dialog)
    await userEvent.type(
      dialog.getByRole('textbox', { name: /email/i }),
      'ada.lovelace0@elsewhere.example',
    )
    await expect(
      await dialog.findByText(/^Somebody there already uses “ada\.lovelace0”/),
    ).toBeVisible()
  },
}

export const WhatIsMissing: Story = {
  play: async () => {
    const dialog = await open()
    await userEvent.click(dialog.getByRole('button', { name: 'Invite user' }))
    await expect(await dialog.findByText('Choose an organization.')).toBeVisible()
    await waitFor(() => expect(dialog.getByRole('textbox', { name: /First name/ })).toHaveFocus())
  },
}
