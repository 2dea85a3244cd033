import type { Meta, StoryObj } from '@storybook/react-vite'
import { delay, http, HttpResponse } from 'msw'
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
    await expect(
      (await screen().findAllByText(/Enter a value\.|Enter an e-mail address/)).length,
    ).toBeGreaterThanOrEqual(3)
    await waitFor(() => expect(field(/First name/)).toHaveFocus())
  },
}

export const SaysThatAUsernameIsTakenWhileItIsTyped: Story = {
  play: async () => {
    await who('grace.hopper')
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    // Grace belongs to the partner, where the wizard would add first.
    await expect(
      await screen().findByText(/Somebody there already uses “grace.hopper”/),
    ).toBeVisible()
    await expect(screen().getByRole('heading', { name: 'Who is it?' })).toBeVisible()
  },
}

export const WhereAndWhat: Story = {
  play: async () => {
    await who()
    await userEvent.keyboard('{Enter}')
    await screen().findByRole('heading', { name: /Where do they belong/ })
    await userEvent.click(screen().getByRole('combobox', { name: /^Organization/ }))
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
    await waitFor(() =>
      expect(screen().getByRole('combobox', { name: /^Organization/ })).toHaveValue(
        'Alster Clinics',
      ),
    )
    await userEvent.selectOptions(screen().getByRole('combobox', { name: 'Main role' }), 'viewer')
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await screen().findByRole('heading', { name: 'How will they sign in?' })
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await screen().findByRole('heading', { name: 'Is this right?' })
    await userEvent.click(screen().getByRole('button', { name: 'Add user' }))
    await waitFor(() =>
      expect(args.onAdded).toHaveBeenCalledWith(
        expect.objectContaining({ userName: 'mary.shelley' }),
      ),
    )
    const done = within(
      await screen().findByRole('dialog', { name: 'Mary Shelley has been added' }),
    )
    await expect(done.getByText(/^An invitation is on its way to mary@example\.com/)).toBeVisible()
    await userEvent.click(done.getByRole('button', { name: 'Add another' }))
    await expect(await screen().findByRole('textbox', { name: /First name/ })).toHaveValue('')
  },
}

/** Up to the organization, which is chosen. */
async function upToWhere() {
  await who()
  await userEvent.keyboard('{Enter}')
  await screen().findByRole('heading', { name: /Where do they belong/ })
  await userEvent.keyboard('alster')
  await userEvent.keyboard('{Enter}')
  await waitFor(() =>
    expect(screen().getByRole('combobox', { name: /^Organization/ })).toHaveValue('Alster Clinics'),
  )
}

export const WithTwoRolesAndGroupsByKeyboard: Story = {
  play: async ({ args }) => {
    await upToWhere()
    await userEvent.tab()
    await expect(screen().getByRole('combobox', { name: 'Main role' })).toHaveFocus()
    await userEvent.selectOptions(screen().getByRole('combobox', { name: 'Main role' }), 'support')
    screen().getByRole('button', { name: 'Add another role' }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen().getByRole('combobox', { name: 'Role 2' })).toHaveFocus())
    await userEvent.selectOptions(screen().getByRole('combobox', { name: 'Role 2' }), 'viewer')
    await userEvent.tab()
    await userEvent.keyboard('hafen{Enter}')
    await waitFor(() =>
      expect(screen().getByRole('combobox', { name: 'Role 2 applies at' })).toHaveValue(
        'Hafenblick Partner',
      ),
    )
    const groups = screen().getByRole('combobox', { name: /^Groups/ })
    groups.focus()
    await userEvent.keyboard('partner')
    await screen().findByRole('option', { name: /Partner announcements/ })
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('sales')
    await screen().findByRole('option', { name: /Sales/ })
    await userEvent.keyboard('{Enter}')
    await expect(screen().getByRole('list', { name: 'Groups' })).toHaveTextContent(
      'Partner announcementsSales',
    )
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await screen().findByRole('heading', { name: 'How will they sign in?' })
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await screen().findByRole('heading', { name: 'Is this right?' })
    await expect(
      screen().getByText(/Support at Alster Clinics\s+Viewer at Hafenblick Partner/),
    ).toBeVisible()
    await expect(
      screen().getByText(/Partner announcements\s+Sales/, { selector: '.rk-fact-value' }),
    ).toBeVisible()
    await userEvent.click(screen().getByRole('button', { name: 'Add user' }))
    await waitFor(() =>
      expect(args.onAdded).toHaveBeenCalledWith(
        expect.objectContaining({
          roles: [
            expect.objectContaining({ roleId: 'support' }),
            expect.objectContaining({ roleId: 'viewer' }),
          ],
        }),
      ),
    )
  },
}

export const ARoleTwiceAndAGroupFromElsewhereAreHeldBack: Story = {
  play: async () => {
    await upToWhere()
    await userEvent.selectOptions(screen().getByRole('combobox', { name: 'Main role' }), 'viewer')
    await userEvent.click(screen().getByRole('button', { name: 'Add another role' }))
    await userEvent.selectOptions(screen().getByRole('combobox', { name: 'Role 2' }), 'viewer')
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await expect(
      await screen().findByText('This role stands there twice. Choose another, or remove one.'),
    ).toBeVisible()
    await waitFor(() => expect(screen().getByRole('combobox', { name: 'Role 2' })).toHaveFocus())
    await userEvent.click(screen().getAllByRole('button', { name: 'Remove Viewer' })[1]!)
    await waitFor(() =>
      expect(screen().getByRole('button', { name: 'Add another role' })).toHaveFocus(),
    )
    const groups = screen().getByRole('combobox', { name: /^Groups/ })
    await userEvent.click(groups)
    await userEvent.click(await screen().findByRole('option', { name: /Sales/ }))
    const organization = screen().getByRole('combobox', { name: /^Organization/ })
    await userEvent.clear(organization)
    await userEvent.type(organization, 'hafen{Enter}')
    await expect(
      await screen().findByText(
        'Sales belongs to Alster Clinics, which is not above this person. Remove it.',
      ),
    ).toBeVisible()
    await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(groups).toHaveFocus())
    await userEvent.click(screen().getByRole('button', { name: 'Remove Sales' }))
    await waitFor(() => expect(screen().queryByText(/^Sales belongs to/)).toBeNull())
  },
}

export const AGroupIsTakenOnceThoughTheSuggestionsAreOld: Story = {
  beforeEach({ msw }) {
    let searches = 0
    msw.use(
      http.get('*/api/roster/groups', async () => {
        searches += 1
        if (searches > 1) await delay('infinite')
      }),
    )
  },
  play: async () => {
    await upToWhere()
    const groups = screen().getByRole('combobox', { name: /^Groups/ })
    await userEvent.click(groups)
    await userEvent.click(await screen().findByRole('option', { name: /Sales/ }))
    await screen().findByRole('button', { name: 'Remove Sales' })
    await userEvent.click(groups)
    // Still offered: the new answer is on its way.
    const offered = await screen().findByRole('option', { name: /Sales/ })
    await expect(offered).not.toHaveAttribute('aria-disabled')
    await userEvent.click(offered)
    await waitFor(() => expect(groups).toHaveAttribute('aria-expanded', 'false'))
    await expect(screen().getAllByRole('button', { name: 'Remove Sales' })).toHaveLength(1)
  },
}

export const RefusedBesideTheRole: Story = {
  beforeEach({ msw }) {
    msw.use(
      http.post('*/api/roster/users', () =>
        HttpResponse.json(
          {
            type: 'about:blank',
            title: 'Check what was entered',
            status: 422,
            code: 'invalid_input',
            detail: 'roles.0.roleId: There is no such role.',
            details: {
              issues: [
                {
                  path: 'roles.0.roleId',
                  code: 'unknown_role',
                  message: 'There is no such role. Choose one from the list.',
                },
              ],
            },
          },
          { status: 422, headers: { 'content-type': 'application/problem+json' } },
        ),
      ),
    )
  },
  play: async () => {
    await upToWhere()
    await userEvent.selectOptions(screen().getByRole('combobox', { name: 'Main role' }), 'viewer')
    for (const heading of ['How will they sign in?', 'Is this right?']) {
      await userEvent.click(screen().getByRole('button', { name: 'Continue' }))
      await screen().findByRole('heading', { name: heading })
    }
    await userEvent.click(screen().getByRole('button', { name: 'Add user' }))
    await expect(
      await screen().findByText('There is no such role. Choose one from the list.'),
    ).toBeVisible()
    await waitFor(() => expect(screen().getByRole('combobox', { name: 'Main role' })).toHaveFocus())
  },
}

/** Up to the choice of the invitation. */
async function upToHow() {
  await upToWhere()
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
    const done = within(
      await screen().findByRole('dialog', { name: 'Mary Shelley has been added' }),
    )
    await expect(done.getByRole<HTMLInputElement>('textbox', { name: 'Link' }).value).toMatch(
      /#[\w-]{64}$/,
    )
    await userEvent.click(done.getByRole('button', { name: 'Done' }))
    const question = within(
      await screen().findByRole('alertdialog', { name: 'Close without copying it?' }),
    )
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
