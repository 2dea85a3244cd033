import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { Button } from './button.js'
import { IconButton } from './icon-button.js'
import { LinkButton } from './link-button.js'
import { Row, Stack } from './layout.stories.helper.js'

export default { title: 'UI/Button', component: Button } satisfies Meta<typeof Button>
type Story = StoryObj<typeof Button>

export const Variants: Story = {
  render: () => (
    <Stack>
      <Row>
        <Button variant="primary">Add user</Button>
        <Button>Cancel</Button>
        <Button variant="ghost">Clear</Button>
        <Button variant="danger">Lock user</Button>
      </Row>
      <Row>
        <Button variant="primary" icon="plus">
          Add user
        </Button>
        <Button icon="mail">Resend</Button>
        <Button variant="ghost" iconEnd="chevron-down">
          More
        </Button>
        <Button variant="danger" icon="trash">
          Delete user
        </Button>
      </Row>
      <Row>
        <Button size="small">Small</Button>
        <Button size="small" icon="refresh">
          Try again
        </Button>
        <IconButton icon="more" label="Actions" />
        <IconButton icon="columns" label="Columns" variant="secondary" />
        <LinkButton>Select all 1,204 that match</LinkButton>
      </Row>
    </Stack>
  ),
}

export const Busy: Story = {
  render: () => (
    <Row>
      <Button variant="primary" busy>
        Add user
      </Button>
      <Button busy>Save changes</Button>
      <Button variant="danger" busy>
        Delete user
      </Button>
      <IconButton icon="refresh" label="Refresh" busy />
    </Row>
  ),
}

const press = fn()

export const DisabledWithReason: Story = {
  render: () => (
    <Row>
      <Button variant="danger" disabledReason="You cannot lock yourself." onClick={press}>
        Lock user
      </Button>
      <Button disabledReason="Roles come from Okta.">Change role</Button>
      <Button variant="ghost" icon="trash" disabledReason="Needs the permission to delete users.">
        Delete
      </Button>
      <Button disabled>Plainly disabled</Button>
    </Row>
  ),
  play: async ({ canvasElement }) => {
    press.mockClear()
    const button = within(canvasElement).getByRole('button', { name: 'Lock user' })
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await expect(button).toHaveAccessibleDescription('You cannot lock yourself.')
    await expect(await within(document.body).findByRole('tooltip')).toHaveTextContent(
      'You cannot lock yourself.',
    )
    await userEvent.keyboard('{Enter}')
    await expect(press).not.toHaveBeenCalled()
  },
}
