import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Badge } from './badge.js'
import { Checkbox } from './checkbox.js'
import { Combobox, type ComboboxOption } from './combobox.js'
import { CopyField } from './copy-field.js'
import { DateTimeInput } from './date-time-input.js'
import { Field } from './field.js'
import { Stack } from './layout.stories.helper.js'
import { RadioGroup } from './radio-group.js'
import { SearchInput } from './search-input.js'
import { Select } from './select.js'
import { TextInput } from './text-input.js'
import { Textarea } from './textarea.js'

export default { title: 'UI/Fields', component: Field } satisfies Meta<typeof Field>
type Story = StoryObj<typeof Field>

export const Texts: Story = {
  render: () => (
    <Stack width={400}>
      <Field label="Username" required hint="Unique within the organization.">
        <TextInput defaultValue="ada.lovelace" />
      </Field>
      <Field label="Email" required error="Enter an address such as ada@example.com.">
        <TextInput type="email" defaultValue="ada@" />
      </Field>
      <Field label="Phone" optional>
        <TextInput type="tel" placeholder="+49 40 1234567" />
      </Field>
      <Field label="Last name" aside={<Badge icon="lock">Managed by Okta</Badge>}>
        <TextInput readOnly defaultValue="Lovelace" />
      </Field>
      <Field label="External ID">
        <TextInput disabled defaultValue="00u1a2b3" />
      </Field>
      <Field label="Valid for">
        <TextInput inputMode="numeric" defaultValue="7" suffix="days" />
      </Field>
      <Field label="Reason">
        <Textarea defaultValue="Laptop stolen on the train between Hamburg and Berlin." />
      </Field>
      <Field label="Activation link" hint="Whoever has it can set a password.">
        <CopyField value="https://portal.example/activate#s=Jx4-9sQmT2vKc7WnRb81yZpL" />
      </Field>
    </Stack>
  ),
  play: async ({ canvasElement }) => {
    const email = within(canvasElement).getByRole('textbox', { name: /^Email/ })
    await expect(email).toBeInvalid()
    await expect(email).toHaveAccessibleDescription('Enter an address such as ada@example.com.')
    await expect(within(canvasElement).getByRole('textbox', { name: /^Username/ })).toBeRequired()
  },
}

export const Choices: Story = {
  render: () => (
    <Stack width={400}>
      <Field label="Role">
        <Select
          defaultValue="viewer"
          options={[
            { value: 'admin', label: 'Administrator' },
            { value: 'viewer', label: 'Viewer' },
            { value: 'support', label: 'Support' },
          ]}
        />
      </Field>
      <Field label="Kind of lock" error="Choose one.">
        <Select
          placeholder="Choose…"
          defaultValue=""
          options={[{ value: 'security', label: 'Security' }]}
        />
      </Field>
      <Field label="How they start" group>
        <RadioGroup
          cards
          name="start"
          defaultValue="now"
          options={[
            {
              value: 'now',
              label: 'Send an email now',
              description: 'With a link that works for 7 days.',
            },
            {
              value: 'later',
              label: 'Later',
              description: 'The user stays staged until you send it.',
            },
          ]}
        />
      </Field>
      <Field label="Notify" group hint="They are told by email.">
        <RadioGroup
          name="notify"
          defaultValue="yes"
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'ask', label: 'Ask', disabled: true },
          ]}
        />
      </Field>
      <Checkbox label="Sign out everywhere" description="Ends 3 sessions." defaultChecked />
      <Checkbox label="Some of them" indeterminate />
      <Checkbox label="Not now" disabled />
    </Stack>
  ),
}

const people: ComboboxOption[] = [
  'Ada Lovelace',
  'Łukasz Wójcik',
  'Søren Kierkegaard',
  'José Ñandú',
  'Grace Hopper',
].map((label, index) => ({ value: String(index), label, detail: `user${index}@example.com` }))
const tree: ComboboxOption[] = [
  { value: 'platform', label: 'Platform', depth: 0 },
  { value: 'nordwind', label: 'Nordwind Distribution', depth: 1 },
  { value: 'hafen', label: 'Hafenblick Partner', depth: 2 },
  { value: 'alster', label: 'Alster Clinics', depth: 3 },
  { value: 'elbe', label: 'Elbe Logistics', depth: 3, disabledReason: 'Managed by Okta' },
]

function Chooser({
  options,
  load,
  label,
  initial = null,
}: {
  options?: ComboboxOption[]
  load?: (query: string) => Promise<ComboboxOption[]>
  label: string
  initial?: ComboboxOption | null
}) {
  const [value, setValue] = useState<ComboboxOption | null>(initial)
  return (
    <Field label={label}>
      <Combobox value={value} onValueChange={setValue} options={options} load={load} />
    </Field>
  )
}

export const ComboboxFromAList: Story = {
  render: () => (
    <div style={{ minHeight: 280, maxWidth: 320 }}>
      <Chooser label="Person" options={people} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByRole('combobox', { name: 'Person' })
    await userEvent.type(input, 'lukasz')
    await expect(await within(document.body).findByRole('option')).toHaveTextContent(
      'Łukasz Wójcik',
    )
    // The list stands below its input; without an anchor it would stay out of sight.
    await waitFor(() => {
      const list = within(document.body).getByRole('listbox').getBoundingClientRect()
      const { bottom, left } = input.parentElement!.getBoundingClientRect()
      return expect([Math.round(list.top - bottom), Math.round(list.left - left)]).toEqual([4, 0])
    })
    await userEvent.keyboard('{Enter}')
    await expect(input).toHaveValue('Łukasz Wójcik')
    await expect(input).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(within(document.body).getAllByRole('option')).toHaveLength(5))
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() =>
      expect(
        document.getElementById(input.getAttribute('aria-activedescendant') ?? ''),
      ).toHaveTextContent('Søren'),
    )
    await userEvent.keyboard('{Escape}')
    await expect(input).toHaveValue('Łukasz Wójcik')
  },
}

export const ComboboxTree: Story = {
  render: () => (
    <div style={{ minHeight: 280, maxWidth: 320 }}>
      <Chooser label="Organization" options={tree} initial={tree[3]!} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('combobox'))
    await within(document.body).findAllByRole('option')
  },
}

export const ComboboxLoading: Story = {
  render: () => (
    <div style={{ minHeight: 280, maxWidth: 320 }}>
      <Chooser
        label="Group"
        load={(query) =>
          new Promise((resolve) =>
            setTimeout(
              () => resolve(people.filter(({ label }) => label.toLowerCase().includes(query))),
              200,
            ),
          )
        }
      />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'grace')
    await waitFor(() => expect(within(document.body).getAllByRole('option')).toHaveLength(1))
  },
}

export const ComboboxRefused: Story = {
  render: () => (
    <div style={{ minHeight: 160, maxWidth: 320 }}>
      <Chooser label="Group" load={() => Promise.reject(new Error('offline'))} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('combobox'))
    await within(document.body).findByText(/could not be loaded/)
  },
}

export const ComboboxWithoutAnything: Story = {
  render: () => (
    <div style={{ minHeight: 160, maxWidth: 320 }}>
      <Chooser label="Group" options={[]} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByRole('combobox')
    const note = (text: string) =>
      within(document.body).findByText(text, { selector: '.rk-popover-note' })
    await userEvent.click(input)
    await note('There is nothing to choose from')
    await userEvent.type(input, 'sales')
    await note('Nothing matches')
  },
}

function Searching() {
  const [value, setValue] = useState('')
  return <SearchInput label="Search users" value={value} onValueChange={setValue} />
}

export const Search: Story = {
  render: () => <Searching />,
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByRole('searchbox', { name: 'Search users' })
    await userEvent.keyboard('/')
    await expect(input).toHaveFocus()
    await userEvent.keyboard('ada')
    await expect(input).toHaveValue('ada')
    await userEvent.keyboard('{Escape}')
    await expect(input).toHaveValue('')
    await expect(input).toHaveFocus()
  },
}

function When() {
  const [value, setValue] = useState<string | null>('2026-11-21T13:00:00.000Z')
  return (
    <Stack width={400}>
      <Field label="Until" hint={value ?? 'No end'}>
        <DateTimeInput value={value} onValueChange={setValue} />
      </Field>
    </Stack>
  )
}

export const DateAndTime: Story = { render: () => <When /> }
