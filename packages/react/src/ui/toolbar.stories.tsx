import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Button } from './button.js'
import { ColumnsMenu, type ColumnChoice } from './columns-menu.js'
import { Facet } from './facet.js'
import { Stack } from './layout.stories.helper.js'
import { Pagination } from './pagination.js'
import { SearchInput } from './search-input.js'
import { BulkBar } from './bulk-bar.js'
import { LinkButton } from './link-button.js'
import { Toolbar, ToolbarEnd } from './toolbar.js'

export default { title: 'UI/Toolbar', component: Toolbar } satisfies Meta<typeof Toolbar>
type Story = StoryObj<typeof Toolbar>

const statuses = [
  'Active',
  'Locked',
  'Locked automatically',
  'Staged',
  'Provisioned',
  'Recovery',
  'Awaiting new password',
  'Deactivated',
  'Deleted',
].map((label, index) => ({
  value: label,
  label,
  count: { value: [1_804, 37, 12, 9, 61, 4, 22, 48, 0][index]!, exact: true },
}))
const roles = [
  { value: 'admin', label: 'Administrator', count: { value: 14, exact: true } },
  { value: 'viewer', label: 'Viewer', count: { value: 1_000, exact: false } },
]

function Filters({ initial = [] }: { initial?: string[] }) {
  const [status, setStatus] = useState<string[]>(initial)
  const [role, setRole] = useState<string[]>([])
  const [columns, setColumns] = useState<ColumnChoice[]>([
    { id: 'name', label: 'Name', visible: true, fixed: true },
    { id: 'status', label: 'Status', visible: true },
    { id: 'role', label: 'Role', visible: true },
    { id: 'email', label: 'Primary email', visible: false },
  ])
  return (
    <div style={{ minHeight: 420 }}>
      <Toolbar aria-label="Filters">
        <SearchInput label="Search users" value="" onValueChange={() => undefined} />
        <Facet label="Status" options={statuses} chosen={status} onChosenChange={setStatus} />
        <Facet label="Role" options={roles} chosen={role} onChosenChange={setRole} />
        {status.length + role.length > 0 ? <Button variant="ghost">Clear</Button> : null}
        <ToolbarEnd>
          <ColumnsMenu columns={columns} onColumnsChange={setColumns} onReset={() => undefined} />
          <Button variant="primary" icon="plus">
            Add user
          </Button>
        </ToolbarEnd>
      </Toolbar>
    </div>
  )
}

export const Facets: Story = {
  render: () => <Filters />,
  play: async ({ canvasElement }) => {
    const button = within(canvasElement).getByRole('button', { name: 'Status' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    const panel = within(await within(document.body).findByRole('dialog', { name: 'Status' }))
    await waitFor(() => expect(panel.getByRole('textbox')).toHaveFocus())
    await userEvent.keyboard('lock{ArrowDown}')
    await expect(panel.getByRole('checkbox', { name: /^Locked 37/ })).toHaveFocus()
    await userEvent.keyboard(' ')
    await expect(button).toHaveTextContent('StatusLocked')
    await userEvent.keyboard('{ArrowDown} ')
    await expect(button).toHaveTextContent('Status2 chosen')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const FacetOpen: Story = {
  render: () => <Filters initial={['Locked']} />,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /Status/ }))
    await within(document.body).findByRole('dialog')
  },
}

export const Columns: Story = {
  render: () => <Filters />,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Columns' }))
    const panel = within(await within(document.body).findByRole('dialog', { name: 'Columns' }))
    await userEvent.click(panel.getByRole('button', { name: 'Move Role earlier' }))
    await expect(panel.getAllByRole('checkbox')[1]).toHaveAccessibleName('Role')
  },
}

export const Selected: Story = {
  render: () => (
    <BulkBar
      selectedCount={12}
      more={<LinkButton>Select all 1,204 that match</LinkButton>}
      onClear={() => undefined}
    >
      <Button icon="lock">Lock</Button>
      <Button icon="shield">Reset MFA</Button>
    </BulkBar>
  ),
}

export const Pages: Story = {
  render: () => (
    <Stack>
      <Pagination
        from={1}
        count={50}
        total={{ count: 2_000 }}
        onNext={() => undefined}
        pageSize={50}
        pageSizes={[25, 50, 100]}
      />
      <Pagination
        aria-label="Pages, further on"
        from={51}
        count={50}
        total={{ count: 1_000, atLeast: true }}
        onPrevious={() => undefined}
        onNext={() => undefined}
      />
      <Pagination aria-label="No pages" from={1} count={0} total={{ count: 0 }} />
    </Stack>
  ),
}

export const PagesOnAPhone: Story = {
  render: () => (
    <div style={{ width: 343 }}>
      <Pagination
        from={1_901}
        count={50}
        total={{ count: 2_000, atLeast: true }}
        onPrevious={() => undefined}
        onNext={() => undefined}
        pageSize={50}
        pageSizes={[25, 50, 100]}
      />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const next = canvas.getByRole('button', { name: 'Next' })
    const size = canvas.getByRole('combobox', { name: 'Rows per page' })
    await expect(canvas.getByRole('navigation').offsetHeight).toBeLessThan(2 * next.offsetHeight)
    await expect(size.getBoundingClientRect().right).toBeLessThanOrEqual(
      next.getBoundingClientRect().left,
    )
  },
}
