import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Button } from './button.js'
import { IconButton } from './icon-button.js'
import { Row } from './layout.stories.helper.js'
import { Tooltip } from './tooltip.js'

export default { title: 'UI/Tooltip', component: Tooltip } satisfies Meta<typeof Tooltip>
type Story = StoryObj<typeof Tooltip>

export const OnHoverAndFocus: Story = {
  render: () => (
    <div style={{ padding: 48 }}>
      <Row>
        <Tooltip content="Ends every session of this person">
          <Button>Clear sessions</Button>
        </Tooltip>
        <IconButton icon="refresh" label="Refresh" />
        <Tooltip content="At the end of the line" side="end">
          <Button>Beside</Button>
        </Tooltip>
      </Row>
    </div>
  ),
  play: async ({ canvasElement }) => {
    const button = within(canvasElement).getByRole('button', { name: 'Clear sessions' })
    await userEvent.hover(button)
    const tooltip = await within(document.body).findByRole('tooltip')
    await expect(button).toHaveAttribute('aria-describedby', tooltip.id)
    await userEvent.unhover(button)
    await waitFor(() => expect(within(document.body).queryByRole('tooltip')).toBeNull())
    await userEvent.tab()
    await expect(await within(document.body).findByRole('tooltip')).toHaveTextContent(
      'Ends every session of this person',
    )
  },
}
