import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoLink, type DemoLink } from '../../../../.storybook/demo-roster.js'
import { stubSecurityKey } from '../../../../.storybook/demo-services.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { RedeemPage } from './redeem-page.js'

let token: string | undefined

/**
 * Makes the link before the story shows; the page is told it, so that stories need no address of
 * their own.
 */
const comesWith =
  (kind: DemoLink, options: Parameters<typeof demoLink>[1] = {}) =>
  async ({ msw }: Pick<StoryContext, 'msw'>) => {
    const made = await demoLink(kind, options)
    token = made.token
    msw.use(...made.handlers)
  }

export default {
  title: 'Screens/Redeem page',
  component: RedeemPage,
  decorators: [inProvider],
  args: { onDone: fn() },
  render: (args) => <RedeemPage token={token} {...args} />,
} satisfies Meta<typeof RedeemPage>
type Story = StoryObj<typeof RedeemPage>

const words = 'seven quiet harbours at dusk'
const screen = () => within(document.body)
const withKey =
  (behaviour: Parameters<typeof stubSecurityKey>[0], kind: DemoLink) =>
  async (context: Pick<StoryContext, 'msw'>) => {
    await comesWith(kind)(context)
    return stubSecurityKey(behaviour)
  }

export const Onboarding: Story = {
  beforeEach: comesWith('onboarding'),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const password = await canvas.findByLabelText(/^Password/)
    await expect(
      canvas.getByText('At least 15 characters. A few words in a row are easy to remember.'),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }))
    await expect(await canvas.findByText('Choose a password.')).toBeVisible()
    await waitFor(() => expect(password).toHaveFocus())
    await userEvent.keyboard('seven')
    await expect(await canvas.findByText('10 more characters.')).toBeVisible()
    await userEvent.clear(password)
    await userEvent.click(password)
    await userEvent.paste(words)
    await expect(await canvas.findByText('Long enough.')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    const title = await canvas.findByRole('heading', { name: 'You are all set, Mary Shelley' })
    await waitFor(() => expect(title).toHaveFocus())
    await userEvent.click(canvas.getByRole('button', { name: 'Go to sign-in' }))
    await expect(args.onDone).toHaveBeenCalledWith({ deed: 'onboarded', userName: 'mary.shelley' })
  },
}

export const RefusedPasswordStays: Story = {
  beforeEach: comesWith('onboarding'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const password = await canvas.findByLabelText(/^Password/)
    await userEvent.type(password, 'password password password{Enter}')
    await expect(await canvas.findByText(/among the first that are tried/)).toBeVisible()
    await expect(password).toHaveValue('password password password')
    await waitFor(() => expect(password).toHaveFocus())
    await userEvent.click(canvas.getByRole('button', { name: 'Show password' }))
    await expect(password).toHaveAttribute('type', 'text')
  },
}

export const OnboardingWithRequiredFactor: Story = {
  beforeEach: withKey('touched', 'onboarding-mfa'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(await canvas.findByLabelText(/^Password/), 'eight ch')
    await userEvent.keyboard('{Enter}')
    await expect(
      await canvas.findByText('Set up a security key or an authenticator app first.'),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Set up security key' }))
    const dialog = within(await screen().findByRole('dialog', { name: 'Register a security key' }))
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Name of the key/ }),
      'Key on the ring{Enter}',
    )
    const done = within(
      await screen().findByRole('dialog', { name: 'Key on the ring is registered' }),
    )
    await expect(done.getByText('YubiKey 5 Series')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByText('Ready')).toBeVisible()
    await expect(canvas.getByLabelText(/^Password/)).toHaveValue('eight ch')
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }))
    await expect(
      await canvas.findByRole('heading', { name: 'You are all set, Mary Shelley' }),
    ).toBeVisible()
  },
}

export const AuthenticatorApp: Story = {
  beforeEach: comesWith('onboarding-mfa'),
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Set up authenticator app' }),
    )
    const dialog = within(
      await screen().findByRole('dialog', { name: 'Set up an authenticator app' }),
    )
    await expect(
      await dialog.findByRole('img', { name: 'QR code for the authenticator app' }),
    ).toBeVisible()
    const code = dialog.getByRole('textbox', { name: /Code that the app shows/ })
    await userEvent.type(code, '000000{Enter}')
    await expect(
      await dialog.findByText(/That is not the code that the app shows now/),
    ).toBeVisible()
    await expect(code).toHaveValue('000000')
    await userEvent.click(dialog.getByRole('button', { name: 'Begin anew with a new picture' }))
    await waitFor(() => expect(code).toHaveValue(''))
    await userEvent.type(code, '482093{Enter}')
    await expect(await within(canvasElement).findByText('Ready')).toBeVisible()
  },
}

export const SettingUpAnApp: Story = {
  beforeEach: comesWith('enrolment'),
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Set up authenticator app' }),
    )
    const dialog = within(await screen().findByRole('dialog'))
    await expect(await dialog.findByRole('img')).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'Or enter this key in the app' })).toHaveValue(
      'JBSW Y3DP EHPK 3PXP JBSW Y3DP EH48 2093',
    )
  },
}

export const TouchTheKey: Story = {
  beforeEach: withKey('waits', 'enrolment'),
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Set up security key' }),
    )
    const dialog = within(await screen().findByRole('dialog'))
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Name of the key/ }),
      'Blue key{Enter}',
    )
    await expect(await dialog.findByText('Touch the key')).toBeVisible()
  },
}

export const StoppedBeforeTheTouch: Story = {
  beforeEach: withKey('waits', 'enrolment'),
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Set up security key' }),
    )
    const dialog = within(await screen().findByRole('dialog'))
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Name of the key/ }),
      'Blue key{Enter}',
    )
    await userEvent.click(await dialog.findByRole('button', { name: 'Stop' }))
    const name = await dialog.findByRole('textbox', { name: /Name of the key/ })
    await expect(name).toHaveValue('Blue key')
    await waitFor(() => expect(name).toHaveFocus())
  },
}

export const KeyDismissed: Story = {
  beforeEach: withKey('dismissed', 'enrolment'),
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Set up security key' }),
    )
    const dialog = within(await screen().findByRole('dialog'))
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Name of the key/ }),
      'Blue key{Enter}',
    )
    await expect(await dialog.findByText(/nobody touched the key in time/)).toBeVisible()
  },
}

export const KeyRefusedByTheServer: Story = {
  beforeEach: withKey('worn', 'enrolment'),
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await within(canvasElement).findByRole('button', { name: 'Set up security key' }),
    )
    const dialog = within(await screen().findByRole('dialog'))
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Name of the key/ }),
      'Blue key{Enter}',
    )
    await expect(await dialog.findByText(/The maker of this key has called it back/)).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: /Name of the key/ })).toHaveValue('Blue key')
  },
}

export const Enrolment: Story = {
  beforeEach: withKey('touched', 'enrolment'),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Set up security key' }))
    await userEvent.type(
      await screen().findByRole('textbox', { name: /Name of the key/ }),
      'Blue key{Enter}',
    )
    await screen().findByRole('dialog', { name: 'Blue key is registered' })
    await userEvent.keyboard('{Enter}')
    await expect(
      await canvas.findByRole('heading', { name: 'Blue key is registered' }),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Go to sign-in' }))
    await expect(args.onDone).toHaveBeenCalledWith({
      deed: 'authenticator_registered',
      userName: 'mary.shelley',
    })
  },
}

export const SecretCode: Story = {
  beforeEach: comesWith('enrolment'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Set up secret code' }))
    const dialog = within(await screen().findByRole('dialog', { name: 'Choose a secret code' }))
    const code = dialog.getByLabelText(/^Secret code/)
    await userEvent.type(code, '123456{Enter}')
    await expect(await dialog.findByText(/too easy to guess/)).toBeVisible()
    await userEvent.clear(code)
    await userEvent.type(code, '482093{Enter}')
    await userEvent.click(await canvas.findByRole('button', { name: 'Done' }))
    await expect(
      await canvas.findByRole('heading', { name: 'Your secret code is set' }),
    ).toBeVisible()
  },
}

export const NewPassword: Story = {
  beforeEach: comesWith('recovery'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const password = await canvas.findByLabelText(/^New password/)
    await userEvent.type(password, 'too short{Enter}')
    await expect(await canvas.findByText(/Use at least 15 characters/)).toBeVisible()
    await userEvent.clear(password)
    await userEvent.type(password, `${words}{Enter}`)
    await expect(
      await canvas.findByRole('heading', { name: 'Your password is changed' }),
    ).toBeVisible()
    await expect(canvas.getByText(/1 session has ended\. Sign in as mary\.shelley/)).toBeVisible()
  },
}

export const Untouched: Story = {
  beforeEach: comesWith('onboarding-mfa'),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'Welcome, Mary Shelley' }),
    ).toBeVisible()
  },
}

export const NoLongerGood: Story = {
  beforeEach: comesWith('used'),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'This link no longer works' }),
    ).toBeVisible()
  },
}

export const SignedInAsSomebodyElse: Story = {
  beforeEach: comesWith('recovery', { caller: 'administrator' }),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('heading', {
        name: 'You are signed in as somebody else',
      }),
    ).toBeVisible()
  },
}

export const WithoutALink: Story = {
  args: { token: '' },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'Open this page by your link' }),
    ).toBeVisible()
  },
}

export const Offline: Story = {
  beforeEach({ msw }) {
    token = 'x'
    msw.use(http.all('*/api/roster/*', () => HttpResponse.error()))
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Try again' }, { timeout: 12_000 }),
    ).toBeVisible()
  },
}

export const TakesTheLinkOutOfTheAddress: Story = {
  async beforeEach(context) {
    await comesWith('onboarding')(context)
    location.hash = token ?? ''
    token = undefined
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'Welcome, Mary Shelley' }),
    ).toBeVisible()
    await expect(location.hash).toBe('')
  },
}
