import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { Button } from './button.js'
import { Callout } from './callout.js'
import { DateTime } from './date-time.js'
import { EmptyState } from './empty-state.js'
import { Icon, type IconName } from './icons.js'
import { Row, Stack } from './layout.stories.helper.js'
import { Skeleton } from './skeleton.js'
import { Tab, TabList, TabPanel, Tabs } from './tabs.js'
import { useToast } from './toast.js'
import { Truncate } from './truncate.js'

export default { title: 'UI/Feedback' } satisfies Meta
type Story = StoryObj

export const Callouts: Story = {
  render: () => (
    <Stack width={520}>
      <Callout
        tone="danger"
        role="alert"
        title="The users could not be loaded."
        requestId="req_01JD4W8K2N"
        onRetry={() => undefined}
      >
        The server did not answer in time.
      </Callout>
      <Callout tone="warning" title="Roles of Elbe Logistics are managed by Okta.">
        Change them there; they arrive here at the next sign-in.
      </Callout>
      <Callout
        tone="accent"
        title="Ada has not finished onboarding."
        actions={<Button size="small">Resend email</Button>}
      >
        The link expires in 3 days.
      </Callout>
      <Callout tone="success" title="Saved." />
      <Callout title="Times are shown in CET." />
    </Stack>
  ),
}

export const Empty: Story = {
  render: () => (
    <Stack>
      <EmptyState
        icon="search"
        title="No locked user matches “lovel”"
        actions={<Button>Clear filters</Button>}
      >
        2,000 users are hidden by the filter.
      </EmptyState>
      <EmptyState
        icon="users"
        title="No users yet"
        actions={<Button variant="primary">Add user</Button>}
      >
        People you add to Alster Clinics appear here.
      </EmptyState>
      <Skeleton width={240} />
    </Stack>
  ),
}

const undo = fn()

function Toasting() {
  const { show } = useToast()
  return (
    <Row>
      <Button
        onClick={() => show({ text: 'Ada Lovelace is locked. 3 sessions ended.', onUndo: undo })}
      >
        Lock
      </Button>
      <Button onClick={() => show({ text: 'Grace Hopper could not be unlocked.', tone: 'danger' })}>
        Fail
      </Button>
    </Row>
  )
}

export const Toasts: Story = {
  render: () => (
    <div style={{ minHeight: 200 }}>
      <Toasting />
    </div>
  ),
  play: async ({ canvasElement }) => {
    undo.mockClear()
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Lock' }))
    const undoButton = await within(document.body).findByRole('button', { name: 'Undo' })
    await userEvent.click(undoButton)
    await expect(undo).toHaveBeenCalledOnce()
    await waitFor(() =>
      expect(within(document.body).queryByRole('button', { name: 'Undo' })).toBeNull(),
    )
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Lock' }))
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Fail' }))
    await within(document.body).findByRole('button', { name: 'Undo' })
  },
}

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

export const Dates: Story = {
  render: () => (
    <Stack>
      <DateTime value={ago(4_000)} />
      <DateTime value={ago(12 * 60_000)} />
      <DateTime value={ago(5 * 3_600_000)} />
      <DateTime value={ago(26 * 3_600_000)} />
      <DateTime value={ago(-3 * 86_400_000)} />
      <DateTime value="2025-02-03T08:30:00Z" />
      <DateTime value="2025-02-03T08:30:00Z" format="exact" />
      <DateTime value={null} />
    </Stack>
  ),
  play: async ({ canvasElement }) => {
    const date = within(canvasElement).getByText('Feb 3, 2025')
    await userEvent.hover(date)
    await expect(await within(document.body).findByRole('tooltip')).toHaveTextContent(
      /9:30:00.*GMT\+1|CET/,
    )
  },
}

export const LongTexts: Story = {
  render: () => (
    <Stack width={180}>
      <Truncate text="Wolfeschlegelsteinhausenbergerdorff, Hubert" />
      <Truncate text="hubert.wolfeschlegelsteinhausen@example.com" at="middle" />
      <Truncate text="ada@example.com" at="middle" />
    </Stack>
  ),
}

export const TabbedViews: Story = {
  render: () => (
    <Tabs defaultValue="profile">
      <TabList aria-label="Ada Lovelace">
        {['Profile', 'Access', 'Authenticators', 'Groups', 'Sessions', 'Activity'].map((name) => (
          <Tab key={name} value={name.toLowerCase()}>
            {name}
          </Tab>
        ))}
      </TabList>
      {['profile', 'access', 'authenticators', 'groups', 'sessions', 'activity'].map((name) => (
        <TabPanel key={name} value={name}>
          What there is to say about {name}.
        </TabPanel>
      ))}
    </Tabs>
  ),
  play: async ({ canvasElement }) => {
    const first = within(canvasElement).getByRole('tab', { name: 'Profile' })
    first.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(within(canvasElement).getByRole('tab', { name: 'Access' })).toHaveAttribute(
      'data-state',
      'active',
    )
  },
}

const icons: IconName[] = [
  'search',
  'close',
  'check',
  'plus',
  'minus',
  'more',
  'chevron-down',
  'chevron-right',
  'chevron-left',
  'arrow-up',
  'arrow-down',
  'arrow-right',
  'lock',
  'unlock',
  'mail',
  'key',
  'shield',
  'trash',
  'copy',
  'user',
  'users',
  'clock',
  'alert',
  'info',
  'columns',
  'edit',
  'refresh',
  'pause',
  'play',
  'building',
  'sign-out',
  'link',
]

export const Icons: Story = {
  render: () => (
    <Row>
      {icons.map((name) => (
        <Icon key={name} name={name} />
      ))}
    </Row>
  ),
}
