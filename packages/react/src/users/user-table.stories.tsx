import type { Meta, StoryObj } from '@storybook/react-vite'
import { delay, http, HttpResponse } from 'msw'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { UserTable } from './user-table.js'

export default {
  title: 'Screens/User table',
  component: UserTable,
  decorators: [inProvider],
  args: { onOpenUser: fn() },
} satisfies Meta<typeof UserTable>
type Story = StoryObj<typeof UserTable>

const rowsOf = (canvas: HTMLElement) =>
  waitFor(() => {
    const rows = canvas.querySelectorAll<HTMLElement>('[data-row]')
    if (rows.length === 0) throw new Error('no rows yet')
    return rows
  })

export const Full: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers()))
  },
  play: async ({ canvasElement }) => {
    await expect((await rowsOf(canvasElement)).length).toBe(50)
    await expect(await within(canvasElement).findByText('1–50 of 60')).toBeVisible()
  },
}

export const AThousandPeople: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 1000 })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Next' }))
    await expect(await within(canvasElement).findByText('51–100 of 1,000')).toBeVisible()
  },
}

export const FilteredAsYouType: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers()))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.keyboard('/')
    await userEvent.keyboard('lukasz')
    await waitFor(async () => {
      const rows = await rowsOf(canvasElement)
      await expect(rows.length).toBeLessThan(10)
      for (const row of rows) await expect(row).toHaveTextContent('Łukasz')
    })
  },
}

export const NobodyMatches: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers()))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.type(within(canvasElement).getByRole('searchbox'), 'zzzz')
    await expect(await within(canvasElement).findByText('No user matches')).toBeVisible()
    await userEvent.click(
      within(canvasElement).getByRole('button', { name: 'Clear search and filters' }),
    )
    await rowsOf(canvasElement)
  },
}

export const SortedByStatus: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers()))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    const heading = within(canvasElement).getByRole('columnheader', { name: /^Status/ })
    await userEvent.click(within(heading).getByRole('button'))
    await waitFor(() => expect(heading).toHaveAttribute('aria-sort', 'ascending'))
  },
}

export const SeenByAViewer: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ caller: 'viewer' })))
  },
  play: async ({ canvasElement }) => {
    const [row] = await rowsOf(canvasElement)
    await expect(within(canvasElement).getByRole('button', { name: 'Add user' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    row!.focus()
    await userEvent.keyboard('m')
    const item = await within(document.body).findByRole('menuitem', { name: /^Lock/ })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toHaveAccessibleDescription(
      /^Your role does not allow this at .+ Ask one of its administrators\.$/,
    )
  },
}

export const LockedFromTheMenuAndUndone: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
  play: async ({ canvasElement }) => {
    const rows = await rowsOf(canvasElement)
    const row = [...rows].find(
      (found) => found.textContent.includes('Active') && !found.textContent.includes('Hopper'),
    )!
    row.focus()
    await userEvent.keyboard('m')
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Lock' }))
    const dialog = await within(document.body).findByRole('dialog', { name: /^Lock/ })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock user' }))
    await expect(await within(dialog).findByText('Enter a reason.')).toBeVisible()
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Left the company',
    )
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lock user' }))
    await waitFor(() =>
      expect(canvasElement.querySelector(`[data-row="${row.dataset['row']}"]`)).toHaveTextContent(
        'Locked by admin',
      ),
    )
    await userEvent.click(await within(document.body).findByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(canvasElement.querySelector(`[data-row="${row.dataset['row']}"]`)).toHaveTextContent(
        'Active',
      ),
    )
  },
}

export const ManagedBySingleSignOn: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, caller: 'elbe' })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await expect(
      await within(canvasElement).findByText('Elbe Logistics is managed in Okta'),
    ).toBeVisible()
    await expect(within(canvasElement).getByRole('button', { name: 'Add user' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}

export const FacetsWithCountsByKeyboard: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 60 })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    // The heading of the column is a button of the same name.
    const button = within(canvasElement).getAllByRole('button', { name: /^Status/ })[0]!
    button.focus()
    await userEvent.keyboard('{Enter}')
    const panel = within(await within(document.body).findByRole('dialog', { name: 'Status' }))
    const staged = panel.getByRole('checkbox', { name: /^Staged/ })
    await waitFor(() => expect(staged.closest('label')).toHaveTextContent(/^Staged4$/))
    await expect(
      panel.getByRole('checkbox', { name: /^Organization locked/ }).closest('label'),
    ).toHaveTextContent(/0$/)
    staged.focus()
    await userEvent.keyboard(' ')
    await expect(await within(canvasElement).findByText('1–4 of 4')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
    // Counted under what is chosen elsewhere.
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^Organization/ }))
    const organizations = within(
      await within(document.body).findByRole('dialog', { name: 'Organization' }),
    )
    await waitFor(() =>
      expect(
        organizations.getByRole('checkbox', { name: /^Hafenblick Partner/ }).closest('label'),
      ).toHaveTextContent(/4$/),
    )
  },
}

export const DormantPeople: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 60 })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^Activity/ }))
    const panel = within(await within(document.body).findByRole('dialog', { name: 'Activity' }))
    await expect(await panel.findByText(/^Dormant: has not signed in for 90 days/)).toBeVisible()
    const [dormant, not] = [
      panel.getByRole('checkbox', { name: /^Dormant/ }),
      panel.getByRole('checkbox', { name: /^Not dormant/ }),
    ]
    await userEvent.click(dormant)
    await waitFor(() =>
      expect(within(canvasElement).getByRole('button', { name: /^Activity/ })).toHaveTextContent(
        'ActivityDormant',
      ),
    )
    await userEvent.click(not)
    await expect(dormant).not.toBeChecked()
    await waitFor(() => expect(not).toBeChecked())
    await userEvent.click(panel.getByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(not).not.toBeChecked())
  },
}

export const ColumnsChosenByKeyboard: Story = {
  async beforeEach({ msw }) {
    localStorage.removeItem('rosterkit.user-table.columns')
    msw.use(...(await demoHandlers({ count: 20 })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    const headings = () =>
      within(canvasElement)
        .getAllByRole('columnheader')
        .map((heading) => heading.textContent.replace(/(CET|GMT.*)$/, ''))
    const former = headings()
    within(canvasElement).getByRole('button', { name: 'Columns' }).focus()
    await userEvent.keyboard('{Enter}')
    const panel = within(await within(document.body).findByRole('dialog', { name: 'Columns' }))
    await expect(panel.getByRole('checkbox', { name: 'First name' })).toBeDisabled()
    panel.getByRole('checkbox', { name: 'Username' }).focus()
    await userEvent.keyboard(' ')
    await waitFor(() => expect(headings()).not.toContain('Username'))
    const later = panel.getByRole('button', { name: 'Move Last name later' })
    later.focus()
    await userEvent.keyboard('{Enter}{Enter}')
    await waitFor(() =>
      expect(headings().indexOf('Last name')).toBeGreaterThan(headings().indexOf('Status')),
    )
    await expect(localStorage.getItem('rosterkit.user-table.columns')).toMatch(
      /^givenName,-userName,status,familyName/,
    )
    await userEvent.click(panel.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(headings()).toEqual(former))
    await userEvent.keyboard('{Escape}')
    await waitFor(() =>
      expect(within(canvasElement).getByRole('button', { name: 'Columns' })).toHaveFocus(),
    )
  },
}

export const FirstLoad: Story = {
  beforeEach({ msw }) {
    msw.use(
      http.all('*/api/roster/*', async () => {
        await delay('infinite')
        return HttpResponse.json({})
      }),
    )
  },
}

export const NobodyYet: Story = {
  beforeEach({ msw }) {
    msw.use(
      http.get('*/api/roster/users', () =>
        HttpResponse.json({
          items: [],
          nextCursor: null,
          count: { value: 0, exact: true },
          can: { 'users.create': { allowed: true } },
        }),
      ),
      http.get('*/api/roster/*', () => HttpResponse.json({ items: [] })),
    )
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No users yet')).toBeVisible()
  },
}

export const Refused: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ caller: 'nobody' })))
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('The users could not be loaded'),
    ).toBeVisible()
    await expect(within(canvasElement).getByText('Sign in, then try again.')).toBeVisible()
  },
}

export const Offline: Story = {
  beforeEach({ msw }) {
    msw.use(http.all('*/api/roster/*', () => HttpResponse.error()))
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Try again' }, { timeout: 12_000 }),
    ).toBeVisible()
  },
}
