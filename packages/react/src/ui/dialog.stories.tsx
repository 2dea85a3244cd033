import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { Button } from './button.js'
import { ConfirmDialog } from './confirm-dialog.js'
import { CopyField } from './copy-field.js'
import { Dialog, DialogBody, DialogClose, DialogFooter } from './dialog.js'
import { Field } from './field.js'
import { Textarea } from './textarea.js'

export default { title: 'UI/Dialog', component: Dialog } satisfies Meta<typeof Dialog>
type Story = StoryObj<typeof Dialog>

function Opened({
  label = 'Lock Ada',
  children,
}: {
  label?: string
  children: (open: boolean, setOpen: (open: boolean) => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {children(open, setOpen)}
    </>
  )
}

const confirm = fn()
const screen = () => within(document.body)

function LockDialog({
  open,
  setOpen,
  busy,
  refusal,
  error,
}: {
  open: boolean
  setOpen: (open: boolean) => void
  busy?: boolean
  refusal?: string
  error?: string
}) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      unsaved={reason !== ''}
      busy={busy ?? false}
      danger
      title="Lock Ada Lovelace?"
      description="Ends 3 sessions and 1 open link. She cannot sign in until an administrator unlocks her."
      confirmLabel="Lock user"
      onConfirm={() => confirm(reason)}
      refusal={refusal}
    >
      <Field
        label="Reason"
        required
        hint="Other administrators see it, and it is kept in the audit log."
        error={error}
      >
        <Textarea value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  )
}

const openIt: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button'))
  await screen().findByRole('dialog')
}

export const Lock: Story = {
  render: () => <Opened>{(open, setOpen) => <LockDialog open={open} setOpen={setOpen} />}</Opened>,
  play: async (context) => {
    confirm.mockClear()
    await openIt(context)
    const dialog = screen().getByRole('dialog', { name: 'Lock Ada Lovelace?' })
    await expect(dialog).toHaveAccessibleDescription(/Ends 3 sessions/)
    await waitFor(() =>
      expect(within(dialog).getByRole('textbox', { name: /Reason/ })).toHaveFocus(),
    )
  },
}

export const LeavingAsksFirst: Story = {
  render: Lock.render!,
  play: async (context) => {
    await openIt(context)
    await userEvent.type(screen().getByRole('textbox'), 'Laptop stolen')
    await userEvent.keyboard('{Escape}')
    const question = await screen().findByRole('alertdialog', { name: 'Discard what you entered?' })
    await userEvent.click(within(question).getByRole('button', { name: 'Keep editing' }))
    await expect(screen().getByRole('textbox')).toHaveValue('Laptop stolen')
    await userEvent.keyboard('{Escape}')
    await userEvent.click(await screen().findByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen().queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(within(context.canvasElement).getByRole('button')).toHaveFocus())
  },
}

export const Asking: Story = {
  render: Lock.render!,
  play: async (context) => {
    await openIt(context)
    await userEvent.type(screen().getByRole('textbox'), 'Laptop stolen')
    await userEvent.keyboard('{Escape}')
    await screen().findByRole('alertdialog')
  },
}

export const Refused: Story = {
  render: () => (
    <Opened>
      {(open, setOpen) => (
        <LockDialog
          open={open}
          setOpen={setOpen}
          refusal="Someone changed this user. Reload and try again."
          error="Say why, in a few words."
        />
      )}
    </Opened>
  ),
  play: openIt,
}

export const Busy: Story = {
  render: () => (
    <Opened>{(open, setOpen) => <LockDialog open={open} setOpen={setOpen} busy />}</Opened>
  ),
  play: async (context) => {
    await openIt(context)
    await userEvent.keyboard('{Escape}')
    await expect(screen().getByRole('dialog')).toBeVisible()
  },
}

export const SecretShownOnce: Story = {
  render: () => (
    <Opened label="Create a link">
      {(open, setOpen) => (
        <Dialog
          open={open}
          onOpenChange={setOpen}
          title="Activation link for Ada Lovelace"
          description="Shown this once. It works one time, until 28 Nov 2026, 14:02 CET."
        >
          <DialogBody>
            <Field
              label="Link"
              hint="Whoever has this link can set a password as Ada. Give it to nobody else."
            >
              <CopyField value="https://portal.example/activate#s=Jx4-9sQmT2vKc7WnRb81yZpL" />
            </Field>
          </DialogBody>
          <DialogFooter>
            <DialogClose>Close</DialogClose>
          </DialogFooter>
        </Dialog>
      )}
    </Opened>
  ),
  play: openIt,
}
