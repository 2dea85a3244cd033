import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { Button } from './button.js'
import { Combobox, type ComboboxOption } from './combobox.js'
import { Facts } from './explanation.js'
import { Field } from './field.js'
import { RadioGroup } from './radio-group.js'
import { TextInput } from './text-input.js'
import { Wizard } from './wizard.js'

export default { title: 'UI/Wizard', component: Wizard } satisfies Meta<typeof Wizard>
type Story = StoryObj<typeof Wizard>

const organizations: ComboboxOption[] = [
  { value: 'p', label: 'Platform', depth: 0 },
  { value: 'n', label: 'Nordwind Distribution', depth: 1 },
  { value: 'h', label: 'Hafenblick Partner', depth: 2 },
  { value: 't1', label: 'Alster Clinics', depth: 3 },
  { value: 't2', label: 'Elbe Logistics', depth: 3, disabledReason: 'Managed by Okta' },
  { value: 's', label: 'Südlicht Distribution', depth: 1 },
]

const finish = fn()
const screen = () => within(document.body)

function AddUser() {
  const [open, setOpen] = useState(false)
  const [organization, setOrganization] = useState<ComboboxOption | null>(null)
  const [missing, setMissing] = useState(false)
  const form = useForm({
    defaultValues: { first: '', last: '', username: '', email: '', activation: 'now' },
    mode: 'onBlur',
  })
  const values = form.watch()
  const error = (name: 'first' | 'last' | 'username' | 'email') =>
    form.formState.errors[name]?.message
  const field = (name: 'first' | 'last' | 'username' | 'email', message: string) =>
    form.register(name, { required: message })
  return (
    <>
      <Button variant="primary" icon="plus" onClick={() => setOpen(true)}>
        Add user
      </Button>
      <Wizard
        open={open}
        onOpenChange={setOpen}
        title="Add user"
        unsaved={form.formState.isDirty}
        finishLabel="Add user"
        onFinish={() => finish(values)}
        steps={[
          {
            id: 'who',
            label: 'Who',
            question: 'Who is it?',
            summary: `${values.first} ${values.last}, ${values.username}`,
            onNext: () =>
              form.trigger(['first', 'last', 'username', 'email'], { shouldFocus: true }),
            content: (
              <>
                <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
                  <Field label="First name" required error={error('first')}>
                    <TextInput {...field('first', 'Enter the first name.')} />
                  </Field>
                  <Field label="Last name" required error={error('last')}>
                    <TextInput {...field('last', 'Enter the last name.')} />
                  </Field>
                </div>
                <Field
                  label="Username"
                  required
                  hint="Unique within the organization."
                  error={error('username')}
                >
                  <TextInput {...field('username', 'Enter a username.')} />
                </Field>
                <Field label="Email" required error={error('email')}>
                  <TextInput type="email" {...field('email', 'Enter an email address.')} />
                </Field>
              </>
            ),
          },
          {
            id: 'where',
            label: 'Where and what',
            question: 'Where do they belong?',
            summary: organization?.label,
            onNext: () => {
              setMissing(organization === null)
              return organization !== null
            },
            content: (
              <Field
                label="Organization"
                required
                error={missing && !organization ? 'Choose an organization.' : undefined}
              >
                <Combobox
                  value={organization}
                  onValueChange={setOrganization}
                  options={organizations}
                />
              </Field>
            ),
          },
          {
            id: 'how',
            label: 'How they sign in',
            summary: values.activation === 'now' ? 'Activation email now' : 'Link to copy',
            content: (
              <Field label="Activation" group>
                <RadioGroup
                  cards
                  {...form.register('activation')}
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
                    {
                      value: 'link',
                      label: 'Show a link to copy',
                      description: 'Shown once, at the end. Nothing is mailed.',
                    },
                  ]}
                />
              </Field>
            ),
          },
          {
            id: 'review',
            label: 'Review',
            question: 'Is this right?',
            content: (
              <Facts
                facts={[
                  { name: 'Name', value: `${values.first} ${values.last}` },
                  { name: 'Username', value: values.username },
                  { name: 'Email', value: values.email },
                  { name: 'Organization', value: organization?.label },
                ]}
              />
            ),
          },
        ]}
      />
    </>
  )
}

const start: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button', { name: 'Add user' }))
  await screen().findByRole('dialog')
  await waitFor(() => expect(screen().getByRole('textbox', { name: /First name/ })).toHaveFocus())
}

export const FirstStep: Story = { render: () => <AddUser />, play: start }

export const MissingInput: Story = {
  render: () => <AddUser />,
  play: async (context) => {
    await start(context)
    await userEvent.keyboard('Ada{Enter}')
    const last = screen().getByRole('textbox', { name: /Last name/ })
    await waitFor(() => expect(last).toHaveFocus())
    await expect(last).toBeInvalid()
    await expect(last).toHaveAccessibleDescription('Enter the last name.')
  },
}

export const ByKeyboardToTheEnd: Story = {
  render: () => <AddUser />,
  play: async (context) => {
    finish.mockClear()
    await start(context)
    await userEvent.keyboard('Ada{Tab}Lovelace{Tab}ada{Tab}ada@example.com{Enter}')
    const combobox = await screen().findByRole('combobox', { name: /Organization/ })
    await waitFor(() => expect(combobox).toHaveFocus())
    await userEvent.keyboard('alst{Enter}')
    await expect(combobox).toHaveValue('Alster Clinics')
    await userEvent.keyboard('{Enter}')
    await waitFor(() =>
      expect(screen().getByRole('radio', { name: /Send an email now/ })).toHaveFocus(),
    )
    await userEvent.click(screen().getByRole('button', { name: 'Back' }))
    await expect(screen().getByRole('combobox')).toHaveValue('Alster Clinics')
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('{Enter}')
    await screen().findByRole('heading', { name: 'Is this right?' })
    await userEvent.keyboard('{Enter}')
    await expect(screen().getByRole('dialog')).toBeVisible()
  },
}
