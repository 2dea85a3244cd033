import { getUser } from '@rosterkit/core/browser'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { UserActDialog } from './user-act-dialog.js'
import type { UserAct } from './user-actions.js'

/** The dialog of an act on the person at this place of the demo roster. */
function DialogFor({ act, index, onDone }: { act: UserAct; index: number; onDone: () => void }) {
  const { data } = useOperationQuery(getUser, { userId: `0198f0c0-7e00-7000-8000-${(1000 + index).toString(16).padStart(12, '0')}` })
  return data ? <UserActDialog act={act} user={data} open onOpenChange={() => undefined} onDone={onDone} /> : null
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
export const Unlock: Story = { args: { act: 'unlock', index: 2 }, play: async () => void (await dialog()) }
export const Deactivate: Story = { args: { act: 'deactivate' }, play: async () => void (await dialog()) }
export const Activate: Story = { args: { act: 'activate', index: 7 }, play: async () => void (await dialog()) }
export const Reactivate: Story = { args: { act: 'reactivate', index: 9 }, play: async () => void (await dialog()) }
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
