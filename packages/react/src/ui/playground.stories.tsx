import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { UsersPlayground } from './data-table.stories.helper.js'

export default { title: 'Playground/Users table', parameters: { layout: 'padded' } } satisfies Meta
type Story = StoryObj

export const Table: Story = { render: () => <UsersPlayground /> }
export const SomeSelected: Story = {
  render: () => <UsersPlayground count={20} initialSelected={['2', '3', '5']} />,
}

export const LockFromTheMenu: Story = {
  render: () => <UsersPlayground count={20} />,
  play: async ({ canvasElement }) => {
    const row = canvasElement.querySelector<HTMLElement>('[data-row]')!
    row.focus()
    await userEvent.keyboard('m')
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Lock' }))
    const dialog = await within(document.body).findByRole('dialog', { name: /^Lock/ })
    await userEvent.type(within(dialog).getByRole('textbox'), 'Laptop stolen')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock user' }))
    await expect(await within(document.body).findByRole('button', { name: 'Undo' })).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('[data-row]')).toHaveFocus())
  },
}
