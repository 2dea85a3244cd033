import type { Meta, StoryObj } from '@storybook/react-vite'
import { delay, http, HttpResponse } from 'msw'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { UserTable } from '../users/user-table.js'

export default {
  title: 'Screens/Several users',
  component: UserTable,
  decorators: [inProvider],
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers()))
  },
} satisfies Meta<typeof UserTable>
type Story = StoryObj<typeof UserTable>

const screen = () => within(document.body)

const rowsOf = (canvas: HTMLElement) =>
  waitFor(() => {
    const rows = [...canvas.querySelectorAll<HTMLElement>('[data-row]')]
    if (rows.length === 0) throw new Error('no rows yet')
    return rows
  })

/** Selects rows by keyboard, from the first on; answers with the bar. */
async function select(canvas: HTMLElement, count: number, from = 0) {
  const rows = await rowsOf(canvas)
  rows[from]!.focus()
  await userEvent.keyboard(' ')
  for (let more = 1; more < count; more++) await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  return within(await screen().findByRole('group', { name: `${count} selected` }))
}

const dialog = async (name: RegExp) => within(await screen().findByRole('dialog', { name }))

export const Selected: Story = {
  play: async ({ canvasElement }) => {
    const bar = await select(canvasElement, 3)
    await expect(bar.getByRole('button', { name: 'Select all 60' })).toBeVisible()
    const rows = await rowsOf(canvasElement)
    await expect(rows[2]).toHaveFocus()
    await expect(rows.filter((row) => row.getAttribute('aria-selected') === 'true').length).toBe(3)
    await expect(within(rows[0]!).getByRole('checkbox', { name: /^Select / })).toBeChecked()
  },
}

export const WholePageAndBack: Story = {
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.click(screen().getByRole('checkbox', { name: 'Select all rows on this page' }))
    const bar = within(await screen().findByRole('group', { name: '50 selected' }))
    bar.getByRole('button', { name: 'Clear' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(await screen().findByRole('button', { name: 'Add user' })).toBeVisible()
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-row'))
  },
}

export const ChosenOnTwoPages: Story = {
  play: async ({ canvasElement }) => {
    await select(canvasElement, 2)
    await userEvent.click(screen().getByRole('button', { name: 'Next' }))
    await screen().findByText('51–60 of 60')
    const [row] = await rowsOf(canvasElement)
    await userEvent.click(within(row!).getByRole('checkbox'))
    await expect(await screen().findByRole('group', { name: '3 selected' })).toBeVisible()
  },
}

/** Locks two neighbours who are active, whoever they are. */
async function lockTwo(canvas: HTMLElement) {
  const rows = await rowsOf(canvas)
  const lockable = (row: HTMLElement | undefined) =>
    row?.textContent.includes('Active') && !row.textContent.includes('grace.hopper')
  const bar = await select(
    canvas,
    2,
    rows.findIndex((row, index) => lockable(row) && lockable(rows[index + 1])),
  )
  bar.getByRole('button', { name: 'Lock' }).focus()
  await userEvent.keyboard('{Enter}')
  const question = await dialog(/^Lock 2 users\?$/)
  await userEvent.click(question.getByRole('button', { name: 'Lock 2 users' }))
  await expect(await question.findByText('Enter a reason.')).toBeVisible()
  await userEvent.type(question.getByRole('textbox', { name: /Reason/ }), 'Left on Friday')
  await userEvent.click(question.getByRole('button', { name: 'Lock 2 users' }))
}

export const LockedAndUndone: Story = {
  play: async ({ canvasElement }) => {
    const locked = async () =>
      (await rowsOf(canvasElement)).filter((row) => row.textContent.includes('Locked by admin'))
        .length
    const before = await locked()
    await lockTwo(canvasElement)
    await expect(await screen().findByText('2 locked.')).toBeVisible()
    await expect(await screen().findByRole('button', { name: 'Add user' })).toBeVisible()
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-row'))
    await waitFor(async () => expect(await locked()).toBe(before + 2))
    await userEvent.click(screen().getByRole('button', { name: 'Undo' }))
    await expect(await screen().findByText('2 unlocked.')).toBeVisible()
    await waitFor(async () => expect(await locked()).toBe(before))
  },
}

export const SomeRefused: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 12 })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.click(screen().getByRole('checkbox', { name: 'Select all rows on this page' }))
    const bar = within(await screen().findByRole('group', { name: '12 selected' }))
    await userEvent.click(bar.getByRole('button', { name: 'Deactivate' }))
    const question = await dialog(/^Deactivate 12 users\?$/)
    await userEvent.type(
      question.getByRole('textbox', { name: /Reason/ }),
      'The contract has ended.',
    )
    await userEvent.click(question.getByRole('button', { name: 'Deactivate 12 users' }))
    const result = await dialog(/^\d+ deactivated, \d+ refused$/)
    await expect(result.getByText('Grace Hopper')).toBeVisible()
    const refused = result.getAllByRole('listitem').length
    await waitFor(() =>
      expect(result.getAllByRole('button', { name: 'Close' }).at(-1)).toHaveFocus(),
    )
    await userEvent.keyboard('{Enter}')
    await expect(await screen().findByRole('group', { name: `${refused} selected` })).toBeVisible()
    await expect(await screen().findByText(/ deactivated, \d+ refused\.$/)).toBeVisible()
  },
}

/** Selects all whom a roster of so many has. */
async function selectAll(canvas: HTMLElement, count: string) {
  await select(canvas, 1)
  await userEvent.click(screen().getByRole('button', { name: `Select all ${count}` }))
  return within(
    await screen().findByRole('group', { name: `${count} selected` }, { timeout: 10_000 }),
  )
}

export const AllThatMatch: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 260 })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.type(screen().getByRole('searchbox'), 'alster')
    await screen().findByText(/^1–50 of 20\d$/)
    await select(canvasElement, 1)
    await userEvent.click(screen().getByRole('button', { name: /^Select all 20\d that match$/ }))
    await expect(
      await screen().findByRole('group', { name: /^20\d selected$/ }, { timeout: 10_000 }),
    ).toBeVisible()
  },
}

export const Running: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 260 })))
    let calls = 0
    msw.use(
      http.post('*/api/roster/bulk/end-sessions', async ({ request }) => {
        calls += 1
        if (calls > 1) await delay('infinite')
        const { userIds } = (await request.json()) as { userIds: string[] }
        return HttpResponse.json({ items: userIds.map((userId) => ({ userId, done: true })) })
      }),
    )
  },
  play: async ({ canvasElement }) => {
    const bar = await selectAll(canvasElement, '260')
    bar.getByRole('button', { name: /^More actions/ }).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen().findByRole('menuitem', { name: /^End sessions/ }))
    await userEvent.click(
      (await dialog(/^Sign out 260 users\?$/)).getByRole('button', { name: 'Sign out 260 users' }),
    )
    const running = await dialog(/^Signing out 260 users$/)
    await expect(await running.findByText('100 of 260')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(running.getByRole('button', { name: 'Stop' })).toBeVisible()
  },
}

export const Stopped: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 260 })))
    msw.use(
      http.post('*/api/roster/bulk/end-sessions', async ({ request }) => {
        await delay(400)
        const { userIds } = (await request.json()) as { userIds: string[] }
        return HttpResponse.json({ items: userIds.map((userId) => ({ userId, done: true })) })
      }),
    )
  },
  play: async ({ canvasElement }) => {
    const bar = await selectAll(canvasElement, '260')
    await userEvent.click(bar.getByRole('button', { name: /^More actions/ }))
    await userEvent.click(await screen().findByRole('menuitem', { name: /^End sessions/ }))
    await userEvent.click(
      (await dialog(/^Sign out 260/)).getByRole('button', { name: 'Sign out 260 users' }),
    )
    const stop = await screen().findByRole('button', { name: 'Stop' })
    await waitFor(() => expect(stop).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    const result = await dialog(/^100 signed out$/)
    await expect(result.getByText('160 users were not reached and stay selected.')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect(await screen().findByRole('group', { name: '160 selected' })).toBeVisible()
  },
}

export const ServerFellSilent: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
    msw.use(http.post('*/api/roster/bulk/unlock', () => HttpResponse.error()))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.click(screen().getByRole('checkbox', { name: 'Select all rows on this page' }))
    await userEvent.click(
      within(await screen().findByRole('group', { name: '20 selected' })).getByRole('button', {
        name: 'Unlock',
      }),
    )
    await userEvent.click(
      (await dialog(/^Unlock 20/)).getByRole('button', { name: 'Unlock 20 users' }),
    )
    const result = await dialog(/^0 unlocked$/)
    await expect(
      result.getByText('Whether it was done to 20 users is not known; they stay selected.'),
    ).toBeVisible()
  },
}

/** Opens an act from the bar's menu. */
async function fromTheMenu(canvas: HTMLElement, item: RegExp, from = 20) {
  const bar = await select(canvas, 2, from)
  bar.getByRole('button', { name: /^More actions/ }).focus()
  await userEvent.keyboard('{Enter}')
  await userEvent.click(await screen().findByRole('menuitem', { name: item }))
  return dialog(/ 2 users/)
}

export const RoleGiven: Story = {
  play: async ({ canvasElement }) => {
    const question = await fromTheMenu(canvasElement, /^Give a role/)
    await userEvent.click(question.getByRole('button', { name: 'Give 2 users a role' }))
    await expect(
      await question.findByText('Choose an organization.', { selector: '.rk-field-error' }),
    ).toBeVisible()
    await userEvent.type(question.getByRole('combobox', { name: /Organization/ }), 'Hafen')
    await waitFor(() =>
      expect(document.querySelector('[role="option"]')).toHaveTextContent('Hafenblick'),
    )
    await userEvent.keyboard('{Enter}')
    await waitFor(() =>
      expect(question.getByRole('option', { name: 'Viewer' })).toBeInTheDocument(),
    )
    await userEvent.selectOptions(question.getByRole('combobox', { name: /Role/ }), 'viewer')
    await userEvent.click(question.getByRole('button', { name: 'Give 2 users a role' }))
    await expect(await screen().findByText(/given the role/, {}, { timeout: 4000 })).toBeVisible()
  },
}

export const SecondFactorRequired: Story = {
  play: async ({ canvasElement }) => {
    const question = await fromTheMenu(canvasElement, /^Second factor/)
    await userEvent.click(question.getByRole('radio', { name: /registered anew/ }))
    await userEvent.click(question.getByRole('button', { name: /2 users$/ }))
    await expect(await screen().findByText('2 changed.')).toBeVisible()
  },
}

export const AuthenticatorsReset: Story = {
  play: async ({ canvasElement }) => {
    const question = await fromTheMenu(canvasElement, /^Reset authenticators/)
    await userEvent.click(question.getByRole('radio', { name: 'Only some types' }))
    await userEvent.click(question.getByRole('button', { name: /2 users$/ }))
    await expect(await question.findByText('Choose at least one type.')).toBeVisible()
    await userEvent.click(question.getByRole('checkbox', { name: 'One-time password' }))
    await userEvent.click(question.getByRole('button', { name: /2 users$/ }))
    await expect(await screen().findByText('2 reset.')).toBeVisible()
  },
}

export const Previewed: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 12 })))
  },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await userEvent.click(screen().getByRole('checkbox', { name: 'Select all rows on this page' }))
    const bar = within(await screen().findByRole('group', { name: '12 selected' }))
    await userEvent.click(bar.getByRole('button', { name: 'Deactivate' }))
    const question = await dialog(/^Deactivate 12 users\?$/)
    await userEvent.click(question.getByRole('button', { name: 'Preview' }))
    await expect(await question.findByText('Enter a reason.')).toBeVisible()
    await userEvent.type(
      question.getByRole('textbox', { name: /Reason/ }),
      'The contract has ended.',
    )
    await userEvent.click(question.getByRole('button', { name: 'Preview' }))
    await expect(
      await question.findByText(/^It can be done to \d+ of 12\. \d+ open sessions? ends?\.$/),
    ).toBeVisible()
    await expect(
      within(question.getByRole('region', { name: 'Would be refused' })).getByText('Grace Hopper'),
    ).toBeVisible()
    await userEvent.click(question.getByRole('button', { name: 'Back' }))
    await expect(question.getByRole('textbox', { name: /Reason/ })).toHaveValue(
      'The contract has ended.',
    )
    await userEvent.click(question.getByRole('button', { name: 'Preview' }))
    await question.findByText(/^It can be done to/)
    await waitFor(() =>
      expect(question.getByRole('button', { name: /^Deactivate \d+ users$/ })).toHaveFocus(),
    )
  },
}

export const CarriedOutAsPlanned: Story = {
  play: async (context) => {
    await Previewed.play?.(context)
    await userEvent.keyboard('{Enter}')
    await expect(await dialog(/^\d+ deactivated, \d+ refused$/)).toBeDefined()
  },
  beforeEach: Previewed.beforeEach!,
}

export const DeletedByPlan: Story = {
  play: async ({ canvasElement }) => {
    const question = await fromTheMenu(canvasElement, /^Delete/, 24)
    await userEvent.type(question.getByRole('textbox', { name: /Reason/ }), 'Left in spring')
    await userEvent.click(question.getByRole('button', { name: 'Continue' }))
    const number = await question.findByRole('textbox', { name: /^Type 2 to confirm/ })
    await waitFor(() => expect(number).toHaveFocus())
    await userEvent.keyboard('3{Enter}')
    await expect(await question.findByText('Type the number of users: 2.')).toBeVisible()
    await userEvent.keyboard('{Backspace}2{Enter}')
    await expect(await screen().findByText('2 deleted.')).toBeVisible()
    await userEvent.click(screen().getByRole('button', { name: 'Undo' }))
    await expect(await screen().findByText('2 restored.')).toBeVisible()
  },
}

export const PlanNoLongerTrue: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers()))
    msw.use(
      http.post('*/api/roster/bulk/delete', async ({ request }) => {
        const { userIds } = (await request.json()) as { userIds: string[] }
        return HttpResponse.json({
          items: userIds.map((userId, index) =>
            index === 0
              ? { userId, done: true }
              : {
                  userId,
                  done: false,
                  code: 'stale_plan',
                  title: 'The plan is no longer true',
                  detail:
                    'Something has changed since the plan was made, so nothing was done. Make the plan again and look at what is different.',
                },
          ),
        })
      }),
    )
  },
  play: async ({ canvasElement }) => {
    const question = await fromTheMenu(canvasElement, /^Delete/, 24)
    await userEvent.click(question.getByRole('button', { name: 'Continue' }))
    await userEvent.type(await question.findByRole('textbox', { name: /^Type 2/ }), '2{Enter}')
    await expect(
      await screen().findByText(/^Something has changed since the plan was made/),
    ).toBeVisible()
  },
}

export const Planning: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 260 })))
    msw.use(http.post('*/api/roster/plans/bulk/end-sessions', () => delay('infinite')))
  },
  play: async ({ canvasElement }) => {
    const bar = await selectAll(canvasElement, '260')
    await userEvent.click(bar.getByRole('button', { name: /^More actions/ }))
    await userEvent.click(await screen().findByRole('menuitem', { name: /^End sessions/ }))
    await userEvent.click((await dialog(/^Sign out 260/)).getByRole('button', { name: 'Preview' }))
    await expect(
      await (await dialog(/^Looking at what would happen$/)).findByText('0 of 260'),
    ).toBeVisible()
  },
}

export const SeenByAViewer: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ caller: 'viewer' })))
  },
  play: async ({ canvasElement }) => {
    const bar = await select(canvasElement, 2)
    const lock = bar.getByRole('button', { name: 'Lock' })
    await expect(lock).toHaveAttribute('aria-disabled', 'true')
    await expect(lock).toHaveAccessibleDescription(/^Your role does not allow this/)
  },
}
