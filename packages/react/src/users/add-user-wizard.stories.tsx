import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { AddUserWizard } from './add-user-wizard.js'

export default {
  title: 'Screens/Add user wizard',
  component: AddUserWizard,
  decorators: [inProvider],
  args: { open: true, onOpenChange: fn(), onAdded: fn() },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof AddUserWizard>
type Story = StoryObj<typeof AddUserWizard>

const screen = () => within(document.body)
const field = (name: RegExp | string) => screen().getByRole('textbox', { name })

async function who(userName = 'mary.shelley') {
  await userEvent.type(await screen().findByRole('textbox', { name: /First name/ }), 'Mary')
  await userEvent.type(field(/Last name/), 'Shelley')
  await userEvent.type(field(/Username/), userName)
  await userEvent.type(field(/Primary email/), 'mary@example.com')
}

export const Who: Story = {}

export const SaysWhatIsWrongBesideTheField: Story = {
  play: async () => {
    await userEvent.click(await screen().findByRole('button', { name: 'Continue' }))
    await expect((await screen().findAllByText(/Enter a value\.|Enter an e-mail address/)).length).toBeGreaterThanOrEqual(3)
    await waitFor(() => expect(field(/First name/)).toHaveFocus())
  },
}

export const SaysThatAUsernameIsTakenWhileItIsTyped: Story = {
  play: async () => {
    await who('grace.hopper')
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    // Grace belongs to the partner, where the wizard would add first.
    await expect(await screen().findByText(/Somebody there already uses “grace.hopper”/)).toBeVisible()
    await expect(screen().getByRole('heading', { name: 'Who is it?' })).toBeVisible()
  },
}

export const WhereAndWhat: Story = {
  play: async () => {
    await who()
    await userEvent.keyboard('{Enter}')
    await screen().findByRole('heading', { name: /Where do they belong/ })
    await userEvent.click(screen().getByRole('combobox', { name: /Organization/ }))
    const refused = await screen().findByText(/People of Elbe Logistics are managed in Okta/)
    await waitFor(() => expect(refused).toBeVisible())
  },
}

export const AddsByKeyboardAlone: Story = {
  play: async ({ args }) => {
    await who()
    await userEvent.keyboard('{Enter}')
    await screen().findByRole('heading', { name: /Where do they belong/ })
    await userEvent.keyboard('alster')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen().getByRole('combobox', { name: /Organization/ })).toHaveValue('Alster Clinics'))
    await userEvent.click(screen().getByRole('radio', { name: /Viewer/ }))
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await screen().findByRole('heading', { name: 'How will they sign in?' })
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await screen().findByRole('heading', { name: 'Is this right?' })
    await userEvent.click(screen().getByRole('button', { name: 'Add user' }))
    await waitFor(() => expect(args.onAdded).toHaveBeenCalledWith(expect.objectContaining({ userName: 'mary.shelley' })))
    const done = within(await screen().findByRole('dialog', { name: 'Mary Shelley has been added' }))
    await expect(done.getByText(/^An invitation is on its way to mary@example\.com/)).toBeVisible()
    await userEvent.click(done.getByRole('button', { name: 'Add another' }))
    await expect(await screen().findByRole('textbox', { name: /First name/ })).toHaveValue('')
  },
}

/** Up to the choice of the invitation. */
async function upToHow() {
  await who()
  await userEvent.keyboard('{Enter}')
  await screen().findByRole('heading', { name: /Where do they belong/ })
  await userEvent.keyboard('alster')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen().getByRole('combobox', { name: /Organization/ })).toHaveValue('Alster Clinics'))
  await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
  await screen().findByRole('heading', { name: 'How will they sign in?' })
}

export const HowTheySignIn: Story = { play: upToHow }

export const InvitedByMail: Story = {
  play: async () => {
    await upToHow()
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await userEvent.click(await screen().findByRole('button', { name: 'Add user' }))
    await screen().findByRole('dialog', { name: 'Mary Shelley has been added' })
    await waitFor(() => expect(screen().getByRole('button', { name: 'Done' })).toHaveFocus())
  },
}

export const EndsWithALinkToCopy: Story = {
  play: async ({ args }) => {
    await upToHow()
    await userEvent.click(screen().getByRole('radio', { name: /A link to copy/ }))
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await screen().findByRole('heading', { name: 'Is this right?' })
    await userEvent.click(screen().getByRole('button', { name: 'Add user' }))
    const done = within(await screen().findByRole('dialog', { name: 'Mary Shelley has been added' }))
    await expect(done.getByRole<HTMLInputElement>('textbox', { name: 'Link' }).value).toMatch(/#[\w-]{64}$/)
    await userEvent.click(done.getByRole('button', { name: 'Done' }))
    const question = within(await screen().findByRole('alertdialog', { name: 'Close without copying it?' }))
    await userEvent.click(question.getByText('Close', { selector: '.rk-button-content' }))
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
  },
}

export const AddedForLater: Story = {
  play: async ({ args }) => {
    await upToHow()
    await userEvent.click(screen().getByRole('radio', { name: /Later/ }))
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await userEvent.click(await screen().findByRole('button', { name: 'Add user' }))
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
  },
}
