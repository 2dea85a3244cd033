import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { Badge } from './badge.js'
import { DateTime } from './date-time.js'
import { Explanation, Facts, PanelText, PanelTitle } from './explanation.js'
import { Row, Stack } from './layout.stories.helper.js'

export default { title: 'UI/Badge', component: Badge } satisfies Meta<typeof Badge>
type Story = StoryObj<typeof Badge>

export const Tones: Story = {
  render: () => (
    <Stack>
      <Row>
        <Badge>Staged</Badge>
        <Badge tone="accent">Provisioned</Badge>
        <Badge tone="success">Active</Badge>
        <Badge tone="warning">Awaiting new password</Badge>
        <Badge tone="danger">Locked</Badge>
      </Row>
      <Row>
        <Badge tone="plain">Active</Badge>
        <Badge dot="ring">Staged</Badge>
        <Badge tone="danger" icon="lock">
          Locked
        </Badge>
        <Badge tone="warning" icon="clock">
          Expires soon
        </Badge>
        <Badge dot="none">Preferred</Badge>
      </Row>
    </Stack>
  ),
}

export const Explained: Story = {
  render: () => (
    <div style={{ paddingBlockEnd: 200 }}>
      <Explanation
        tone="danger"
        icon="lock"
        description="Locked by Grace Hopper, because her laptop was stolen. Stays until an administrator unlocks her."
        content={
          <>
            <PanelTitle>Locked by an administrator</PanelTitle>
            <Facts
              facts={[
                { name: 'By', value: 'Grace Hopper' },
                { name: 'Why', value: 'Laptop stolen on the train' },
                { name: 'Since', value: <DateTime value="2026-11-03T13:02:00Z" format="exact" /> },
                { name: 'Until', value: undefined },
              ]}
            />
            <PanelText>She cannot sign in until an administrator unlocks her.</PanelText>
          </>
        }
      >
        Locked
      </Explanation>
    </div>
  ),
  play: async ({ canvasElement }) => {
    const badge = within(canvasElement).getByRole('button', { name: 'Locked' })
    await expect(badge).toHaveAttribute('aria-expanded', 'false')
    await userEvent.tab()
    await expect(badge).toHaveFocus()
    const panel = await within(document.body).findByRole('tooltip')
    await expect(panel).toHaveTextContent('Laptop stolen on the train')
    await expect(badge).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{Escape}')
    await expect(within(document.body).queryByRole('tooltip')).toBeNull()
    await expect(badge).toHaveFocus()
    await userEvent.click(badge)
    await expect(await within(document.body).findByRole('tooltip')).toBeVisible()
  },
}
