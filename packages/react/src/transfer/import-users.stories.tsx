import type { Meta, StoryObj } from '@storybook/react-vite'
import { delay, http, HttpResponse } from 'msw'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { ImportUsers } from './import-users.js'

export default {
  title: 'Screens/Import',
  component: ImportUsers,
  decorators: [inProvider],
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta<typeof ImportUsers>
type Story = StoryObj<typeof ImportUsers>

const screen = () => within(document.body)
const button = (name: RegExp | string) => screen().findByRole('button', { name })
const headings = 'Username;First name;Last name;E-mail;MFA required;Status\n'
const newcomers = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `new.${index};Mary;Shelley ${index};new.${index}@example.com;yes;ACTIVE\n`,
  ).join('')
const mixed = `${headings}mary.shelley;Mary;Shelley;mary@example.com;yes;ACTIVE\nsøren.k;Søren;Kierkegaard;nowhere;maybe;\nmary.shelley;Mary;Again;again@example.com;no;\nada lovelace;Ada;;;no;\n`

async function open() {
  await userEvent.click(await button('Import'))
  return within(await screen().findByRole('dialog', { name: 'Import users' }))
}

async function choose(text: string | Uint8Array<ArrayBuffer>, name = 'people.csv') {
  await open()
  await screen().findByRole('button', { name: 'Choose a file' })
  await fireEvent.change(document.querySelector('input[type=file]')!, {
    target: { files: [new File([text], name, { type: 'text/csv' })] },
  })
}

/** Chooses the file and the organization, and checks the file. */
async function check(text: string) {
  await choose(text)
  await userEvent.type(await screen().findByRole('combobox', { name: /^Organization/ }), 'Alster')
  await userEvent.click(await screen().findByRole('option', { name: /Alster Clinics/ }))
  await userEvent.click(await button('Check the file'))
}

export const Empty: Story = {
  play: async () => {
    await open()
    await expect(await button('Choose a file')).toHaveFocus()
    await expect(
      screen().getByText(/Known are: Username, First name, Last name, E-mail,/),
    ).toBeVisible()
  },
}

export const Recognized: Story = {
  play: async () => {
    await choose(`${headings}${newcomers(3)}`)
    await expect(
      await screen().findByText(
        'Recognized: Username, First name, Last name, E-mail, MFA required',
      ),
    ).toBeVisible()
    await expect(screen().getByText('Not imported: Status')).toBeVisible()
    await expect(await button('Check the file')).toHaveFocus()
  },
}

export const DroppedHere: Story = {
  play: async () => {
    const dialog = await open()
    const place = (await dialog.findByRole('button', { name: 'Choose a file' })).parentElement!
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([`${headings}${newcomers(1)}`], 'dropped.csv'))
    for (const kind of ['dragover', 'drop'])
      place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }))
    await expect(await screen().findByText('dropped.csv')).toBeVisible()
  },
}

export const HeadingsRefused: Story = {
  play: async () => {
    await choose('Username,Shoe size\nada,38\n')
    await expect(await screen().findByRole('alert')).toHaveTextContent(
      /These headings are not known: “Shoe size”/,
    )
    // Another file can be chosen at once.
    await expect(await button('Choose a file')).toBeVisible()
  },
}

export const NoCsvAtAll: Story = {
  play: async () => {
    await choose(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]), 'people.xlsx')
    await expect(await screen().findByRole('alert')).toHaveTextContent(/not a CSV file.*CSV UTF-8/)
  },
}

export const Checking: Story = {
  async beforeEach({ msw }) {
    msw.use(http.post('/api/roster/plans/imports', () => delay('infinite')))
  },
  play: async () => {
    await check(`${headings}${newcomers(3)}`)
    await expect(await screen().findByRole('dialog', { name: 'Checking the file' })).toBeVisible()
    await expect(await button('Stop')).toHaveFocus()
  },
}

export const CheckedWithRefusals: Story = {
  play: async () => {
    await check(mixed)
    await expect(await screen().findByText('1 would be added')).toBeVisible()
    const lines = within(screen().getByRole('list', { name: 'Lines of the file' })).getAllByRole(
      'listitem',
    )
    await expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Line 3søren\.kMFA required: Write yes or no\./),
      expect.stringMatching(
        /Line 4mary\.shelleyUsername: This username stands in line 2 already\./,
      ),
      expect.stringMatching(
        /Line 5ada lovelaceUsername: Use letters.*Last name: Enter a value\..*E-mail: Enter an e-mail/,
      ),
      expect.stringMatching(/Line 2mary\.shelleyNew/),
    ])
    await expect(await button('Download 3 refused lines')).toBeVisible()
    await expect(await button('Import 1 user')).toHaveFocus()
  },
}

export const NothingToImport: Story = {
  play: async () => {
    await check(headings)
    await expect(await screen().findByText('There are no lines below the headings.')).toBeVisible()
    await expect(await button('Import 0 users')).toHaveAccessibleDescription(
      'No line of the file would change anything.',
    )
  },
}

export const AsksBeforeWhatWasCheckedIsLost: Story = {
  play: async () => {
    await check(mixed)
    await button('Import 1 user')
    await userEvent.keyboard('{Escape}')
    const question = within(await screen().findByRole('alertdialog', { name: 'Leave the import?' }))
    await userEvent.click(question.getByRole('button', { name: 'Stay' }))
    await expect(await button('Import 1 user')).toBeVisible()
  },
}

export const Done: Story = {
  play: async () => {
    await check(mixed)
    await userEvent.click(await button('Import 1 user'))
    const dialog = within(await screen().findByRole('dialog', { name: 'Import finished' }))
    await expect(dialog.getByText('1 added')).toBeVisible()
    await expect(dialog.getByText('3 refused')).toBeVisible()
    await expect(await screen().findByText('1 user added, 0 changed.')).toBeVisible()
    await expect(dialog.getAllByRole('button', { name: 'Close' }).at(-1)).toHaveFocus()
  },
}

export const Importing: Story = {
  async beforeEach({ msw }) {
    msw.use(http.post('/api/roster/imports', () => delay('infinite')))
  },
  play: async () => {
    await check(`${headings}${newcomers(3)}`)
    await userEvent.click(await button('Import 3 users'))
    await expect(await screen().findByRole('dialog', { name: 'Importing users' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    // What is under way cannot be left, only stopped.
    await expect(await button('Stop')).toHaveFocus()
  },
}

export const Stopped: Story = {
  play: async ({ msw }) => {
    await check(`${headings}${newcomers(250)}`)
    const go = await button('Import 250 users')
    let asked = false
    msw.use(
      http.post('/api/roster/imports', () =>
        ((asked = true), delay(2000)).then(() =>
          HttpResponse.json({
            items: Array.from({ length: 100 }, () => ({ outcome: 'created', userId: 'x' })),
          }),
        ),
      ),
    )
    await userEvent.click(go)
    await waitFor(() => expect(asked).toBe(true))
    await userEvent.click(await button('Stop'))
    const dialog = within(await screen().findByRole('dialog', { name: 'Import stopped' }))
    await expect(dialog.getByText('100 added')).toBeVisible()
    await expect(dialog.getByText(/Lines after the last one listed were not reached/)).toBeVisible()
  },
}

export const BrokenOff: Story = {
  play: async ({ msw }) => {
    await check(`${headings}${newcomers(3)}`)
    msw.use(
      http.post('/api/roster/imports', () =>
        HttpResponse.json(
          {
            type: 'urn:rosterkit:problem:unavailable',
            title: 'x',
            detail: 'x',
            code: 'unavailable',
            status: 500,
            requestId: 'x',
          },
          { status: 500 },
        ),
      ),
    )
    await userEvent.click(await button('Import 3 users'))
    const dialog = within(
      await screen().findByRole('dialog', { name: 'Import broken off' }, { timeout: 20_000 }),
    )
    await expect(dialog.getByText('3 not known')).toBeVisible()
  },
}

export const RefusedWhole: Story = {
  async beforeEach({ msw }) {
    msw.use(
      http.post('/api/roster/plans/imports', () =>
        HttpResponse.json(
          {
            type: 'urn:rosterkit:problem:access_suspended',
            title: 'Your access is suspended',
            detail: 'Your own account cannot act at the moment.',
            code: 'access_suspended',
            details: { status: 'LOCKED_BY_ADMIN' },
            status: 403,
            requestId: 'x',
          },
          { status: 403 },
        ),
      ),
    )
  },
  play: async () => {
    await check(`${headings}${newcomers(3)}`)
    await expect(await screen().findByRole('alert')).toHaveTextContent(/Your access is suspended/)
    // What was chosen stays.
    await expect(await screen().findByText('people.csv')).toBeVisible()
  },
}

export const NotPermitted: Story = {
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20, caller: 'viewer' })))
  },
  play: async () => {
    await open()
    await expect(await screen().findByText('You cannot import users')).toBeVisible()
    await waitFor(() =>
      expect(screen().queryByRole('button', { name: 'Choose a file' })).toBeNull(),
    )
  },
}
