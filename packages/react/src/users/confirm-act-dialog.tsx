import {
  isOperationError,
  type OperationError,
  type Operation,
  type UserView,
} from '@rosterkit/core/browser'
import { ActFields } from '../acts/act-fields.js'
import type { ActDialogProps } from '../acts/act.js'
import { acts, type ConfirmedAct } from '../acts/acts.js'
import { useActForm } from '../acts/use-act-form.js'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { issueAt } from '../operations/issue-at.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { useOpenNumbers } from '../secrets/open-numbers.js'
import { useLinkToShow, useShownOnce, type IssuedLink } from '../secrets/shown-once.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { useToast } from '../ui/toast.js'

interface ConfirmActDialogProps extends Omit<ActDialogProps, 'onGone'> {
  act: ConfirmedAct
  open: boolean
}

/** The user after the act; an invitation link comes with them when it isn't sent by email. */
type UserAfter = UserView & { readonly activationLink?: IssuedLink | null }

/**
 * Confirms one act on a user: the question with their name, what it will do, what it asks for, and
 * the verb. What was typed stays when the server refuses; afterwards a toast says what was done and
 * takes it back where that is possible.
 */
export function ConfirmActDialog({ act, user, open, onClose, onDone }: ConfirmActDialogProps) {
  const { commands, input, tone, endsAccess } = acts[act]
  const { secrets, acts: words } = useUserPageMessages()
  const toast = useToast()
  const form = useActForm(input, user.userName)
  const command = useOperation<Operation>(commands[0])
  const undo = useUndo(act, user, onDone)
  const doneText = useDoneText(act)
  const lockKinds = useLockKinds(user)
  const numbers = useOpenNumbers(user, endsAccess === true && open)
  const once = useShownOnce()
  const toShow = useLinkToShow()
  const { title, text, verb } = words[act]

  const { error } = command
  const fieldErrors = {
    reason: issueAt(error, 'reason'),
    untilAt: issueAt(error, 'untilAt'),
    userName: error?.code === 'user_name_mismatch' ? error.message : undefined,
  }
  const shownAtField = Object.values(fieldErrors).some((message) => message !== undefined)

  const confirm = async () => {
    const values = form.read()
    if (!values) return
    try {
      const after = (await command.mutateAsync({ userId: user.id, ...values })) as UserAfter
      onDone?.(after)
      const link = toShow(user.displayName, after.activationLink ?? null)
      if (link) return once.show(link)
      onClose()
      toast.show({
        text: doneText(after),
        ...(undo ? { onUndo: () => void undo() } : {}),
      })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
    }
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={title(user.displayName)}
      description={
        typeof text === 'function'
          ? text(lockKinds)
          : [secrets.ends(numbers.sessions ?? 0, numbers.secrets), text].filter(Boolean).join(' ')
      }
      confirmLabel={verb}
      danger={tone === 'danger'}
      busy={command.isPending}
      unsaved={form.unsaved}
      onConfirm={() => void confirm()}
      refusal={error && !shownAtField ? <RefusalCallout error={error} /> : undefined}
      {...once.dialog}
    >
      <ActFields form={form} errors={fieldErrors} />
    </ConfirmDialog>
  )
}

/** Takes an act back and says so, or says why not; undefined where nothing takes it back. */
function useUndo(act: ConfirmedAct, user: UserView, onDone: ActDialogProps['onDone']) {
  const { undo } = acts[act]
  const { acts: words } = useUserPageMessages()
  const toast = useToast()
  const command = useOperation<Operation>(acts[undo?.act ?? 'unlock'].commands[0])
  if (!undo) return undefined
  return async () => {
    try {
      const after = (await command.mutateAsync({ userId: user.id })) as UserView
      onDone?.(after)
      toast.show({ text: words[undo.act].done(user.displayName) })
    } catch (thrown) {
      toast.show({ tone: 'danger', text: (thrown as OperationError).message })
    }
  }
}

/** The sentence of the toast. Where the act can be done once more, something else remains. */
function useDoneText(act: ConfirmedAct): (after: UserView) => string {
  const { users } = useMessages()
  const words = useUserPageMessages().acts[act]
  return (after) =>
    'stillLocked' in words && after.can[acts[act].commands[0].name]?.allowed
      ? words.stillLocked(after.displayName, users.status[after.status.status])
      : words.done(after.displayName)
}

/** The kinds of the locks that the status shows. */
function useLockKinds(user: UserView): string {
  const { ui, users } = useMessages()
  const kinds = user.status.reasons.flatMap(({ lockKind, status }) =>
    lockKind === null || status !== user.status.status
      ? []
      : [users.lockKind[lockKind] ?? lockKind],
  )
  return [...new Set(kinds)].join(ui.comma)
}
