import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { IconButton } from './icon-button.js'
import { Menu, type MenuEntry } from './menu.js'

export default { title: 'UI/Menu', component: Menu } satisfies Meta<typeof Menu>
type Story = StoryObj<typeof Menu>

const chosen = fn()
const entries: MenuEntry[] = [
  { id: 'open', label: 'View details', icon: 'user', onSelect: () => chosen('open') },
  { id: 'edit', label: 'Edit', icon: 'edit', onSelect: () => chosen('edit') },
  {
    id: 'resend',
    label: 'Resend new user email',
    icon: 'mail',
    disabledReason: 'This person has already signed in.',
    onSelect: () => chosen('resend'),
  },
  { id: 'reset', label: 'Reset MFA', icon: 'shield', onSelect: () => chosen('reset') },
  'separator',
  { id: 'lock', label: 'Lock', icon: 'lock', tone: 'danger', onSelect: () => chosen('lock') },
  {
    id: 'delete',
    label: 'Delete',
    icon: 'trash',
    tone: 'danger',
    disabledReason: 'Needs the permission to delete users.',
    onSelect: () => chosen('delete'),
  },
]

export const RowActions: Story = {
  render: () => (
    <div style={{ padding: '16px 16px 280px', display: 'flex', justifyContent: 'center' }}>
      <Menu label="Actions for Ada Lovelace" entries={entries}>
        <IconButton icon="more" label="Actions for Ada Lovelace" />
      </Menu>
    </div>
  ),
  play: async ({ canvasElement }) => {
    chosen.mockClear()
    const button = within(canvasElement).getByRole('button', { name: 'Actions for Ada Lovelace' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    const menu = within(
      await within(document.body).findByRole('menu', { name: 'Actions for Ada Lovelace' }),
    )
    const refused = menu.getByRole('menuitem', { name: 'Resend new user email' })
    await waitFor(() => expect(menu.getByRole('menuitem', { name: 'View details' })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(refused).toHaveFocus()
    await expect(refused).toHaveAccessibleDescription('This person has already signed in.')
    await userEvent.keyboard('{Enter}')
    await expect(chosen).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    // The first Escape takes the reason away, the second the menu.
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.keyboard('l')
    await waitFor(() =>
      expect(within(document.body).getByRole('menuitem', { name: 'Lock' })).toHaveFocus(),
    )
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(chosen).toHaveBeenCalledWith('lock'))
  },
}

export const Open: Story = {
  render: RowActions.render!,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'))
    const menu = within(await within(document.body).findByRole('menu'))
    await userEvent.hover(menu.getByRole('menuitem', { name: 'Resend new user email' }))
  },
}
