import { deleteUser, getUser } from '@rosterkit/core/browser'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { useEffect, useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { stubSecurityKey } from '../../../../.storybook/demo-services.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { useOperation } from '../operations/use-operation.js'
import { personOf } from './page.stories.helper.js'
import { UserActDialog } from './user-act-dialog.js'
import type { UserAct } from '../acts/acts.js'

/** The dialog of an act on the person at this place of the demo roster. */
function DialogFor({ act, index, onDone }: { act: UserAct; index: number; onDone: () => void }) {
  const [open, setOpen] = useState(true)
  const { data } = useOperationQuery(getUser, { userId: personOf(index) })
  return data ? (
    <UserActDialog act={act} user={data} open={open} onOpenChange={setOpen} onDone={onDone} />
  ) : null
}

export default {
  title: 'Screens/User dialogs',
  component: DialogFor,
  decorators: [inProvider],
  args: { index: 0, onDone: fn() },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof DialogFor>
type Story = StoryObj<typeof DialogFor>

const dialog = async () => within(await within(document.body).findByRole('dialog'))

export const Lock: Story = { args: { act: 'lock' }, play: async () => void (await dialog()) }
export const Unlock: Story = {
  args: { act: 'unlock', index: 2 },
  play: async () => void (await dialog()),
}
export const Deactivate: Story = {
  args: { act: 'deactivate' },
  play: async () => void (await dialog()),
}
export const Activate: Story = {
  args: { act: 'activate', index: 7 },
  play: async () => void (await dialog()),
}
export const Reactivate: Story = {
  args: { act: 'reactivate', index: 9 },
  play: async () => void (await dialog()),
}
export const Delete: Story = { args: { act: 'delete' }, play: async () => void (await dialog()) }

export const DeleteAsksForTheUsername: Story = {
  args: { act: 'delete' },
  play: async ({ args }) => {
    const open = await dialog()
    await userEvent.type(open.getByRole('textbox', { name: /Username/ }), 'somebody.else')
    await userEvent.click(open.getByRole('button', { name: 'Delete user' }))
    await expect(await open.findByText('Type the username exactly as it is shown.')).toBeVisible()
    await userEvent.clear(open.getByRole('textbox', { name: /Username/ }))
    await userEvent.type(open.getByRole('textbox', { name: /Username/ }), 'ada.lovelace0')
    await userEvent.click(open.getByRole('button', { name: 'Delete user' }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalledOnce())
  },
}

export const RefusalKeepsWhatWasTyped: Story = {
  args: { act: 'lock', index: 4 },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, caller: 'viewer' })))
  },
  play: async () => {
    const open = await dialog()
    await userEvent.type(open.getByRole('textbox', { name: /Reason/ }), 'Left on Friday')
    await userEvent.click(open.getByRole('button', { name: 'Lock user' }))
    await expect(await open.findByRole('alert')).toHaveTextContent('Your role does not allow this')
    await expect(open.getByRole('textbox', { name: /Reason/ })).toHaveValue('Left on Friday')
  },
}

export const SaysWhatEnds: Story = {
  args: { act: 'lock' },
  play: async () => {
    const open = await dialog()
    await expect(
      await open.findByText(/^Ends 3 sessions at once\. They cannot sign in/),
    ).toBeVisible()
  },
}

/** Closes by Escape, is asked, and goes back. */
async function asksBeforeItCloses() {
  const open = await dialog()
  await userEvent.keyboard('{Escape}')
  const question = within(
    await within(document.body).findByRole('alertdialog', { name: 'Close without copying it?' }),
  )
  await userEvent.click(question.getByRole('button', { name: 'Go back' }))
  return open
}

const shown = async (label: string) =>
  await within(document.body).findByRole<HTMLInputElement>('textbox', { name: label })

export const ActivatedWithALink: Story = {
  args: { act: 'activate', index: 7 },
  async beforeEach({ msw }) {
    msw.use(
      ...(await demoHandlers({
        count: 20,
        choices: { activation: { delivery: 'show', lifetimeHours: 168 } },
      })),
    )
  },
  play: async () => {
    await userEvent.click((await dialog()).getByRole('button', { name: 'Activate user' }))
    const link = await shown('Link')
    await expect(link.value).toMatch(/^https:\/\/portal\.example\/redeem#[\w-]{64}$/)
    await waitFor(() => expect(link).toHaveFocus())
    await asksBeforeItCloses()
  },
}

export const ResendInvitation: Story = {
  args: { act: 'resend', index: 4 },
  play: async () => {
    const open = await dialog()
    await expect(open.getByText(/^Goes to .+@alster-clinics\.example\.$/)).toBeVisible()
    await userEvent.click(open.getByRole('button', { name: 'Send invitation' }))
    await expect(
      await within(document.body).findByText(/^A mail to Søren .+ is on its way to/),
    ).toBeVisible()
  },
}

export const InvitationToHandOver: Story = {
  args: { act: 'resend', index: 4 },
  play: async () => {
    const open = await dialog()
    await userEvent.click(open.getByRole('radio', { name: /I hand it over/ }))
    await userEvent.click(open.getByRole('button', { name: 'Make link' }))
    const link = await shown('Link')
    await expect(link.value).toMatch(/^https:/)
    // Copied by keyboard, it may go without a question.
    await waitFor(() => expect(link).toHaveFocus())
    await userEvent.copy()
    link.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull())
  },
}

export const EnrolmentLinkByMail: Story = {
  args: { act: 'enrollmentLink' },
  play: async () => {
    await userEvent.click((await dialog()).getByRole('button', { name: 'Make link' }))
    await expect(
      await within(document.body).findByText(/^A mail to Ada Lovelace is on its way to/),
    ).toBeVisible()
  },
}

export const EnrolmentLinkShown: Story = {
  args: { act: 'enrollmentLink' },
  async beforeEach({ msw }) {
    msw.use(
      ...(await demoHandlers({
        count: 20,
        choices: { enrolment: { delivery: 'both', lifetimeHours: 24 } },
      })),
    )
  },
  play: async () => {
    await userEvent.click((await dialog()).getByRole('button', { name: 'Make link' }))
    await shown('Link')
    await expect(
      within(document.body).getByText(/It is also on its way to ada\.lovelace0@/),
    ).toBeVisible()
  },
}

export const ResetCode: Story = {
  args: { act: 'resetCode' },
  play: async () => {
    await userEvent.click((await dialog()).getByRole('button', { name: 'Make code' }))
    await expect((await shown('Code')).value).toMatch(/^\d{4} \d{4}$/)
    await expect(within(document.body).getByText(/1[45]:\d\d left/)).toBeVisible()
    await asksBeforeItCloses()
  },
}

export const ResetCodeWithoutASecretCode: Story = {
  args: { act: 'resetCode', index: 1 },
  play: async () => {
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Make code' }))
    await expect(await open.findByRole('alert')).toHaveTextContent('No secret code yet')
  },
}

export const ResetPassword: Story = {
  args: { act: 'resetPassword' },
  play: async () => {
    const open = await dialog()
    await expect(await open.findByText('Ends 3 sessions at once.')).toBeVisible()
    await userEvent.click(open.getByRole('button', { name: 'Send link' }))
    await expect(
      await within(document.body).findByText(/^A mail to Ada Lovelace is on its way/),
    ).toBeVisible()
  },
}

export const TemporaryPassword: Story = {
  args: { act: 'resetPassword' },
  play: async () => {
    const open = await dialog()
    open.getByRole('radio', { name: /Send a link/ }).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(
      await open.findByText(/^The former password no longer works\. Ends 3 sessions at once\.$/),
    ).toBeVisible()
    await expect(open.queryByRole('checkbox')).toBeNull()
    await userEvent.type(
      open.getByRole('textbox', { name: /Reason/ }),
      'Called the help desk{Enter}',
    )
    await userEvent.click(open.getByRole('button', { name: 'Make temporary password' }))
    await expect((await shown('Temporary password')).value).toMatch(
      /^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/,
    )
    await asksBeforeItCloses()
  },
}

export const PasswordRemoved: Story = {
  args: { act: 'resetPassword' },
  play: async () => {
    const open = await dialog()
    await userEvent.click(open.getByRole('radio', { name: /Remove the password/ }))
    await userEvent.click(open.getByRole('checkbox', { name: /Sign them out everywhere/ }))
    await userEvent.click(open.getByRole('button', { name: 'Remove password' }))
    await expect(
      await within(document.body).findByText('The password of Ada Lovelace has been removed.'),
    ).toBeVisible()
  },
}

export const PasswordExpired: Story = {
  args: { act: 'resetPassword' },
  play: async () => {
    const open = await dialog()
    await userEvent.click(open.getByRole('radio', { name: /Ask for a new one/ }))
    await userEvent.click(open.getByRole('button', { name: 'Expire password' }))
    await expect(
      await within(document.body).findByText(
        'Ada Lovelace must choose a new password at the next sign-in.',
      ),
    ).toBeVisible()
  },
}

export const ResetPasswordRefused: Story = {
  args: { act: 'resetPassword' },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, caller: 'viewer' })))
  },
  play: async () => {
    for (const radio of (await dialog()).getAllByRole('radio')) await expect(radio).toBeDisabled()
  },
}

export const SecurityKey: Story = {
  args: { act: 'enrollSecurityKey' },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
    return stubSecurityKey('touched')
  },
  play: async () => {
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Register key' }))
    await expect(await open.findByText('Enter a name.')).toBeVisible()
    await userEvent.type(open.getByRole('textbox', { name: /Name of the key/ }), 'Key 17{Enter}')
    const done = within(
      await within(document.body).findByRole('dialog', { name: 'Key 17 is registered' }),
    )
    await expect(done.getByText('YubiKey 5 Series')).toBeVisible()
    await waitFor(() => expect(done.getByRole('button', { name: 'Done' })).toHaveFocus())
  },
}

export const SecurityKeyNotTouched: Story = {
  args: { act: 'enrollSecurityKey' },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
    return stubSecurityKey('waits')
  },
  play: async () => {
    const open = await dialog()
    await userEvent.type(open.getByRole('textbox', { name: /Name of the key/ }), 'Key 17{Enter}')
    await expect(await open.findByText('Touch the key')).toBeVisible()
  },
}

export const BrowserWithoutSecurityKeys: Story = {
  args: { act: 'enrollSecurityKey' },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
    const real = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential')!
    Reflect.deleteProperty(window, 'PublicKeyCredential')
    return () => void Object.defineProperty(window, 'PublicKeyCredential', real)
  },
  play: async () => {
    const open = await dialog()
    await expect(
      open.getByText(/^This browser cannot register security keys/, {
        selector: '.rk-callout-text',
      }),
    ).toBeVisible()
    await expect(open.getByRole('button', { name: 'Register key' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}

export const RoleReplaced: Story = {
  args: { act: 'changeRole', index: 5 },
  play: async () => {
    const open = await dialog()
    await expect(await open.findByRole('radio', { name: /^Replace Viewer at / })).toBeChecked()
    await waitFor(() => expect(open.getByRole('option', { name: 'Support' })).toBeInTheDocument())
    await userEvent.selectOptions(open.getByRole('combobox', { name: /Role/ }), 'support')
    await userEvent.click(open.getByRole('button', { name: 'Change role' }))
    await expect(
      await within(document.body).findByText(/ is now Support at .+, and no longer Viewer\.$/),
    ).toBeVisible()
  },
}

export const RoleReplacedHalfWay: Story = {
  args: { act: 'changeRole', index: 5 },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
    msw.use(http.post('*/api/roster/users/*/roles/*/unassign', () => HttpResponse.error()))
  },
  play: async () => {
    const open = await dialog()
    await waitFor(() => expect(open.getByRole('option', { name: 'Support' })).toBeInTheDocument())
    await userEvent.selectOptions(open.getByRole('combobox', { name: /Role/ }), 'support')
    await userEvent.click(open.getByRole('button', { name: 'Change role' }))
    await expect(
      await open.findByText(
        'Support has been given. Viewer could not be taken away.',
        {},
        { timeout: 4000 },
      ),
    ).toBeVisible()
    await expect(open.getByRole('button', { name: 'Take role away' })).toBeVisible()
  },
}

export const SecondFactor: Story = {
  args: { act: 'requireMfa' },
  play: async () => {
    const open = await dialog()
    open.getByRole('radio', { name: /^Required Whoever/ }).focus()
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.click(open.getByRole('button', { name: 'Save second factor' }))
    await expect(
      await within(document.body).findByText('The second factor of Ada Lovelace has been changed.'),
    ).toBeVisible()
  },
}

export const Move: Story = {
  args: { act: 'move' },
  play: async () => {
    const open = await dialog()
    await expect(
      open.getByText(/^Administrators of Alster Clinics lose sight of them at once\. 1 role stays/),
    ).toBeVisible()
    await userEvent.click(open.getByRole('button', { name: 'Move user' }))
    await expect(await open.findByText('Choose an organization.')).toBeVisible()
    await userEvent.type(open.getByRole('combobox', { name: /New organization/ }), 'Hafen')
    await waitFor(() =>
      expect(document.querySelector('[role="option"]')).toHaveTextContent('Hafenblick'),
    )
    await userEvent.keyboard('{Enter}')
    await userEvent.click(open.getByRole('button', { name: 'Move user' }))
    await expect(
      await within(document.body).findByText('Ada Lovelace now belongs to Hafenblick Partner.'),
    ).toBeVisible()
  },
}

/** Ada, deleted in an ordinary way first. */
function Deleted({ act, onDone }: { act: UserAct; onDone: () => void }) {
  const { mutateAsync } = useOperation(deleteUser)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    void mutateAsync({ userId: personOf(0), userName: 'ada.lovelace0' }).then(() => setReady(true))
  }, [mutateAsync])
  return ready ? <DialogFor act={act} index={0} onDone={onDone} /> : null
}

export const Purge: Story = {
  args: { act: 'purge' },
  render: (args) => <Deleted {...args} />,
  play: async () => {
    const open = await dialog()
    await userEvent.type(open.getByRole('textbox', { name: /Username/ }), 'ada')
    await userEvent.click(open.getByRole('button', { name: 'Delete for good' }))
    await expect(await open.findByText('Type the username exactly as it is shown.')).toBeVisible()
    await userEvent.type(open.getByRole('textbox', { name: /Username/ }), '.lovelace0{Enter}')
    await expect(
      await within(document.body).findByText('Ada Lovelace has been deleted for good.'),
    ).toBeVisible()
  },
}

export const Restore: Story = {
  args: { act: 'restore' },
  render: (args) => <Deleted {...args} />,
  play: async () => void (await dialog()),
}
