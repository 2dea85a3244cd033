import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { Button } from './button.js'
import { Callout } from './callout.js'
import { PeopleTable, people, personColumns } from './data-table.stories.helper.js'
import { EmptyState } from './empty-state.js'

export default { title: 'UI/DataTable' } satisfies Meta
type Story = StoryObj

const some = people(12)
const opened = fn()
const rowOf = (canvas: HTMLElement, id: string) =>
  canvas.querySelector<HTMLElement>(`[data-row="${id}"]`)!

export const Rows: Story = {
  render: () => <PeopleTable rows={some} onRowOpen={(person) => opened(person.id)} />,
  play: async ({ canvasElement }) => {
    opened.mockClear()
    const grid = within(canvasElement).getByRole('grid', { name: 'Users' })
    await expect(within(grid).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await userEvent.click(within(grid).getByRole('button', { name: 'Name' }))
    await expect(within(grid).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )

    rowOf(canvasElement, '1').focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(rowOf(canvasElement, '3')).toHaveFocus()
    await userEvent.keyboard(' ')
    await expect(rowOf(canvasElement, '3')).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await expect(grid.querySelectorAll('[aria-selected="true"]')).toHaveLength(3)
    await userEvent.keyboard('{End}')
    await expect(rowOf(canvasElement, '12')).toHaveFocus()
    await userEvent.keyboard('{Home}{Enter}')
    await expect(opened).toHaveBeenCalledWith('1')

    // Along the row and back.
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}')
    await expect(within(rowOf(canvasElement, '4')).getByRole('checkbox')).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(
      within(rowOf(canvasElement, '4')).getByRole('button', { name: 'Locked' }),
    ).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect(rowOf(canvasElement, '4')).toHaveFocus()

    // One row is in the tab order.
    await expect(grid.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(2)
    await userEvent.keyboard('m')
    const menu = await within(document.body).findByRole('menu')
    await waitFor(() => expect(menu).toContainElement(document.activeElement as HTMLElement))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(rowOf(canvasElement, '4')).toHaveFocus())
  },
}

export const SelectionByPointer: Story = {
  render: () => <PeopleTable rows={some} onRowOpen={(person) => opened(person.id)} />,
  play: async ({ canvasElement }) => {
    opened.mockClear()
    const tick = (id: string) => within(rowOf(canvasElement, id)).getByRole('checkbox')
    // One session, so that Shift is still down at the second click.
    const user = userEvent.setup()
    await user.click(tick('2'))
    await user.keyboard('{Shift>}')
    await user.click(tick('5'))
    await user.keyboard('{/Shift}')
    await expect(canvasElement.querySelectorAll('tbody [aria-selected="true"]')).toHaveLength(4)
    await expect(tick('4')).toBeChecked()
    await expect(
      within(canvasElement).getByRole('checkbox', { name: 'Select all rows on this page' }),
    ).toBePartiallyChecked()
    await userEvent.click(
      within(canvasElement).getByRole('checkbox', { name: 'Select all rows on this page' }),
    )
    await expect(canvasElement.querySelectorAll('tbody [aria-selected="true"]')).toHaveLength(12)
    await expect(opened).not.toHaveBeenCalled()
    await userEvent.click(within(rowOf(canvasElement, '3')).getByText('Viewer'))
    await expect(opened).toHaveBeenCalledWith('3')
  },
}

export const MenuAtThePointer: Story = {
  render: () => <PeopleTable rows={some} />,
  play: async ({ canvasElement }) => {
    await userEvent.pointer({
      keys: '[MouseRight]',
      target: within(rowOf(canvasElement, '2')).getByText('Administrator'),
    })
    await expect(
      await within(document.body).findByRole('menu', { name: /Actions for Łukasz/ }),
    ).toBeVisible()
  },
}

function Refetching() {
  const [rows, setRows] = useState(some)
  return (
    <>
      <PeopleTable rows={rows} />
      <Button onClick={() => setTimeout(() => setRows([...rows].reverse()), 50)}>Sort anew</Button>
    </>
  )
}

export const KeepsFocusWhenRowsMove: Story = {
  render: () => <Refetching />,
  play: async ({ canvasElement }) => {
    within(canvasElement).getByRole('button', { name: 'Sort anew' }).click()
    rowOf(canvasElement, '10').focus()
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-row]')).toBe(rowOf(canvasElement, '12')),
    )
    await expect(rowOf(canvasElement, '10')).toHaveFocus()
  },
}

export const Fetching: Story = { render: () => <PeopleTable rows={some} fetching /> }
export const FirstLoad: Story = {
  render: () => <PeopleTable rows={undefined} fetching skeletonRows={8} />,
}

export const EmptyByFilter: Story = {
  render: () => (
    <PeopleTable
      rows={[]}
      empty={
        <EmptyState
          icon="search"
          title="No locked user matches “lovel”"
          actions={<Button>Clear filters</Button>}
        >
          2,000 users are hidden by the filter.
        </EmptyState>
      }
    />
  ),
}

export const EmptyForReal: Story = {
  render: () => (
    <PeopleTable
      rows={[]}
      empty={
        <EmptyState
          icon="users"
          title="No users yet"
          actions={<Button variant="primary">Add user</Button>}
        >
          People you add to Alster Clinics appear here.
        </EmptyState>
      }
    />
  ),
}

export const Refused: Story = {
  render: () => (
    <PeopleTable
      rows={[]}
      refusal={
        <Callout
          tone="danger"
          role="alert"
          title="The users could not be loaded."
          requestId="req_01JD4W8K2N"
          onRetry={() => undefined}
        >
          The server did not answer in time.
        </Callout>
      }
    />
  ),
}

export const WithoutSelectionAndMenu: Story = {
  render: () => (
    <PeopleTable rows={some.slice(0, 4)} selectable={false} columns={personColumns.slice(0, 4)} />
  ),
}

export const MediumWidthScrolls: Story = {
  render: () => (
    <div style={{ width: 800 }}>
      <PeopleTable rows={some} />
    </div>
  ),
}

export const NarrowIsAList: Story = {
  render: () => (
    <div style={{ width: 375 }}>
      <PeopleTable rows={some} />
    </div>
  ),
}
