import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoLink } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { ResetCodePage } from './reset-code-page.js'

let made: Awaited<ReturnType<typeof demoLink>>

export default {
  title: 'Screens/Reset code page',
  component: ResetCodePage,
  decorators: [inProvider],
  args: { onDone: fn() },
  render: (args) => <ResetCodePage organizationId={made.organizationId} {...args} />,
  async beforeEach({ msw }) {
    made = await demoLink('reset-code')
    msw.use(...made.handlers)
  },
} satisfies Meta<typeof ResetCodePage>
type Story = StoryObj<typeof ResetCodePage>

export const Untouched: Story = {}

export const SaysWhatIsMissing: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Save secret code' }))
    await expect(await canvas.findByText('Enter your username.')).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('textbox', { name: /Username/ })).toHaveFocus())
  },
}

export const WrongThenRight: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const code = canvas.getByRole('textbox', { name: /Reset code/ })
    await userEvent.type(canvas.getByRole('textbox', { name: /Username/ }), 'mary.shelley')
    await userEvent.type(code, '0000 0000')
    await userEvent.type(canvas.getByLabelText(/^New secret code/), '730518{Enter}')
    await expect(await canvas.findByText(/do not belong together/)).toBeVisible()
    await waitFor(() => expect(code).toHaveFocus())
    await expect(canvas.getByLabelText(/^New secret code/)).toHaveValue('730518')
    await userEvent.clear(code)
    await userEvent.type(code, `${made.code!.replace(' ', '-')}{Enter}`)
    await expect(
      await canvas.findByRole('heading', { name: 'Your secret code is changed' }),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Go to sign-in' }))
    await expect(args.onDone).toHaveBeenCalledWith({
      deed: 'secret_code_reset',
      userName: 'mary.shelley',
    })
  },
}
