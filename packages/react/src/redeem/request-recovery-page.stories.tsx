import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoLink } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { RequestRecoveryPage } from './request-recovery-page.js'

let made: Awaited<ReturnType<typeof demoLink>>

export default {
  title: 'Screens/Request recovery page',
  component: RequestRecoveryPage,
  decorators: [inProvider],
  args: { onDone: fn() },
  render: (args) => <RequestRecoveryPage organizationId={made.organizationId} {...args} />,
  async beforeEach({ msw }) {
    made = await demoLink('used')
    msw.use(...made.handlers)
  },
} satisfies Meta<typeof RequestRecoveryPage>
type Story = StoryObj<typeof RequestRecoveryPage>

export const Untouched: Story = {}

export const SaysWhatIsMissing: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Send link' }))
    await expect(await canvas.findByText('Enter your username.')).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('textbox', { name: /Username/ })).toHaveFocus())
  },
}

const asksAs =
  (userName: string): NonNullable<Story['play']> =>
  async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('textbox', { name: /Username/ })
    field.focus()
    await userEvent.keyboard(`${userName}{Enter}`)
    const heading = await canvas.findByRole('heading', { name: 'Look into your mailbox' })
    await waitFor(() => expect(heading).toHaveFocus())
    await expect(
      canvas.getByText(
        `If ${userName} is a username here, a link to choose a new password is on its way to the address we have for it. It works once, for a short time.`,
      ),
    ).toBeVisible()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(args.onDone).toHaveBeenCalledOnce()
  }

export const SomebodyKnownByKeyboard: Story = { play: asksAs('mary.shelley') }

export const NobodyIsToldTheSame: Story = { play: asksAs('nobody.at.all') }

export const Offline: Story = {
  beforeEach({ msw }) {
    msw.use(
      http.all('*/api/roster/*', () => HttpResponse.error()),
      http.all('*/api/roster/*/*', () => HttpResponse.error()),
    )
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(
      await canvas.findByRole('textbox', { name: /Username/ }),
      'mary.shelley{Enter}',
    )
    await expect(await canvas.findByRole('alert', undefined, { timeout: 12_000 })).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: /Username/ })).toHaveValue('mary.shelley')
  },
}
