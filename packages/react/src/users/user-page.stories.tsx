import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { callers, demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { UserPage } from './user-page.js'

const personOf = (index: number) =>
  `0198f0c0-7e00-7000-8000-${(1000 + index).toString(16).padStart(12, '0')}`

export default {
  title: 'Screens/User page',
  component: UserPage,
  decorators: [inProvider],
  args: { userId: personOf(0), onBack: fn() },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof UserPage>
type Story = StoryObj<typeof UserPage>

export const Active: Story = {
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'Ada Lovelace' }),
    ).toBeVisible()
  },
}

export const Locked: Story = {
  args: { userId: personOf(2) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'Unlock' })).toBeVisible()
    const badge = within(canvasElement).getByRole('button', { name: 'Locked by admin' })
    await expect(badge).toHaveAccessibleDescription(/By: Grace Hopper\..*Reason: Laptop stolen/)
  },
}

export const Edited: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit' }))
    const first = await canvas.findByRole('textbox', { name: /First name/ })
    await userEvent.clear(first)
    await userEvent.type(first, 'Augusta')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('Augusta Lovelace'),
    )
  },
}

/**
 * Somebody whom an identity provider provisions: what it owns is closed and names it, the rest is
 * saved as ever.
 */
export const ProvisionedByScim: Story = {
  args: { userId: personOf(3) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit' }))
    for (const name of [/First name/, /Last name/, /Username/, /Primary email/])
      await expect(await canvas.findByRole('textbox', { name })).toHaveAttribute('readonly')
    await expect(canvas.getAllByText('Managed by SCIM')).toHaveLength(5)
    await userEvent.type(canvas.getByRole('textbox', { name: /User type/ }), 'Locum')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(await canvas.findByText('Locum')).toBeVisible()
  },
}

export const AccessWithRoles: Story = {
  args: { userId: callers.administrator },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('tab', { name: 'Access' }))
    await expect(
      await within(canvasElement).findByText('Administrator at Hafenblick Partner'),
    ).toBeVisible()
  },
}

export const EndsSessionsFromItsMenu: Story = {
  play: async ({ canvasElement }) => {
    const more = await within(canvasElement).findByRole('button', {
      name: 'More actions for Ada Lovelace',
    })
    more.focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(
      await within(document.body).findByRole('menuitem', { name: 'End sessions…' }),
    )
    const dialog = await within(document.body).findByRole('dialog', {
      name: 'End all sessions of Ada Lovelace?',
    })
    await userEvent.click(within(dialog).getByRole('button', { name: 'End sessions' }))
    await waitFor(() => expect(more).toHaveFocus())
    await userEvent.click(within(canvasElement).getByRole('tab', { name: 'Sessions' }))
    await expect(await within(canvasElement).findByText('Not signed in anywhere')).toBeVisible()
  },
}

export const ManagedBySingleSignOn: Story = {
  args: { userId: personOf(1) },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('Elbe Logistics is managed in Okta'),
    ).toBeVisible()
    await expect(within(canvasElement).getByRole('button', { name: 'Edit' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}

export const UnknownPerson: Story = {
  args: { userId: personOf(900_000) },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('This person cannot be shown'),
    ).toBeVisible()
  },
}

export const Invited: Story = {
  args: { userId: personOf(4) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(
      await canvas.findByText(/^Invitation sent to .+@alster-clinics\.example, valid until/),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Resend invitation' }))
    await userEvent.click(
      await within(document.body).findByRole('button', { name: 'Send invitation' }),
    )
    await expect(await canvas.findByText(/^Invitation on its way to/)).toBeVisible()
  },
}

export const InvitationExpired: Story = {
  args: { userId: personOf(17) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/^Invitation expired on/)).toBeVisible()
    canvas.getByRole('button', { name: 'Resend' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(
      await within(document.body).findByRole('dialog', { name: /^Invite .+ again\?$/ }),
    ).toBeVisible()
  },
}

export const MailNotDelivered: Story = {
  args: { userId: personOf(14) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(
      await canvas.findByText(/^Link for a new password could not be delivered to/),
    ).toBeVisible()
    await expect(
      canvas.getByText('The mail server said: 550 5.1.1 There is no such mailbox here.'),
    ).toBeVisible()
    await expect(
      canvas.getByText(/^Reset asked for; the former one still works \(since/),
    ).toBeVisible()
  },
}

export const ExpiredSeenByAViewer: Story = {
  args: { userId: personOf(17) },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, caller: 'viewer' })))
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/^Invitation expired on/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Resend' })).toBeNull()
    await expect(canvas.getByRole('button', { name: 'Resend invitation' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}

export const ItsMenu: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'More actions for Ada Lovelace' }),
    )
    const items = (await within(document.body).findAllByRole('menuitem')).map(
      ({ textContent }) => textContent,
    )
    await expect(items).toEqual([
      'Lock',
      'Deactivate',
      'Change role…',
      'Move to another organization…',
      'Reset password…',
      'Reset secret code…',
      'Send enrolment link…',
      'Register security key…',
      'Second factor…',
      'Reset authenticators…',
      'End sessions…',
      'Delete',
    ])
  },
}
