import {
  activateUser,
  deactivateUser,
  deleteUser,
  foldUserName,
  isOperationError,
  lockUser,
  reactivateUser,
  restoreUser,
  unlockUser,
  type OperationError,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { EnrolSecurityKeyDialog } from '../authenticators/enrol-security-key-dialog.js'
import { EnrolmentLinkDialog } from '../authenticators/enrolment-link-dialog.js'
import { ResetAuthenticatorsDialog } from '../authenticators/reset-authenticators-dialog.js'
import { ResetCodeDialog } from '../credentials/reset-code-dialog.js'
import { ResetPasswordDialog } from '../credentials/reset-password-dialog.js'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useOperation } from '../operations/use-operation.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { ChangeRoleDialog } from '../roles/change-role-dialog.js'
import { useOpenNumbers } from '../secrets/open-numbers.js'
import { useLinkToShow, useShownOnce, type IssuedLink } from '../secrets/shown-once.js'
import { EndSessionsDialog } from '../sessions/end-sessions-dialog.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { DateTimeInput } from '../ui/date-time-input.js'
import { Field } from '../ui/field.js'
import { TextInput } from '../ui/text-input.js'
import { Textarea } from '../ui/textarea.js'
import { useToast } from '../ui/toast.js'
import { MoveUserDialog } from './move-user-dialog.js'
import { PurgeUserDialog } from './purge-user-dialog.js'
import { RequireMfaDialog } from './require-mfa-dialog.js'
import { ResendActivationDialog } from './resend-activation-dialog.js'
import type { UserAct } from './user-actions.js'

/** The acts that move a person along their lifecycle or lock them. */
type StatusAct = Exclude<UserAct, keyof typeof others>

/** The acts whose dialogs stand in files of their own. */
const others = {
  changeRole: ChangeRoleDialog,
  move: MoveUserDialog,
  purge: PurgeUserDialog,
  requireMfa: RequireMfaDialog,
  resend: ResendActivationDialog,
  resetPassword: ResetPasswordDialog,
  resetCode: ResetCodeDialog,
  enrolmentLink: EnrolmentLinkDialog,
  enrolSecurityKey: EnrolSecurityKeyDialog,
  resetAuthenticators: ResetAuthenticatorsDialog,
  endSessions: EndSessionsDialog,
}

const operations = {
  activate: activateUser,
  lock: lockUser,
  unlock: unlockUser,
  deactivate: deactivateUser,
  reactivate: reactivateUser,
  restore: restoreUser,
  delete: deleteUser,
}

/** What each dialog asks for beside the question. */
const asks: Record<
  StatusAct,
  {
    readonly reason?: 'required' | 'optional'
    readonly until?: true
    readonly userName?: true
    readonly danger?: true
    readonly ends?: true
  }
> = {
  lock: { reason: 'required', until: true, danger: true, ends: true },
  unlock: { reason: 'optional' },
  deactivate: { reason: 'required', danger: true, ends: true },
  activate: {},
  reactivate: { reason: 'optional' },
  restore: { reason: 'optional' },
  delete: { reason: 'optional', userName: true, danger: true, ends: true },
}

/** The acts that take one back. */
const undoing: Partial<Record<StatusAct, 'unlock' | 'reactivate' | 'restore'>> = {
  lock: 'unlock',
  deactivate: 'reactivate',
  delete: 'restore',
}

/** What every dialog about a person takes. */
export interface UserDialogProps {
  user: UserView
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Told what the person is like after the act. */
  onDone?: ((user: UserView) => void) | undefined
  /** Told when the person is there no more. */
  onGone?: (() => void) | undefined
}

/** What {@link UserActDialog} takes: which act, on whom. */
export interface UserActDialogProps extends UserDialogProps {
  act: UserAct
}

/**
 * The dialog of one act on a person: the question with their name, what it will do, what it asks
 * for, and the verb. What was typed stays when the server refuses; afterwards a toast says what was
 * done and takes it back where that is possible.
 */
export function UserActDialog({ act, ...props }: UserActDialogProps) {
  if (!(act in others)) return <StatusActDialog act={act as StatusAct} {...props} />
  const Other = others[act as keyof typeof others]
  return props.open ? (
    <Other user={props.user} onGone={props.onGone} onClose={() => props.onOpenChange(false)} />
  ) : null
}

function StatusActDialog({
  act,
  user,
  open,
  onOpenChange,
  onDone,
}: UserDialogProps & { act: StatusAct }) {
  const { ui, users } = useMessages()
  const toast = useToast()
  const { secrets, dialogs } = useUserPageMessages()
  const words = dialogs[act]
  const {
    reason: wantsReason,
    until: wantsUntil,
    userName: wantsUserName,
    danger,
    ends,
  } = asks[act]
  const [reason, setReason] = useState('')
  const [untilAt, setUntilAt] = useState<string | null>(null)
  const [userName, setUserName] = useState('')
  const [checked, setChecked] = useState(false)
  const command = useOperation(operations[act])
  const numbers = useOpenNumbers(user, ends === true && open)
  const once = useShownOnce()
  const toShow = useLinkToShow()
  const undoAct = undoing[act]
  const undo = useOperation(operations[undoAct ?? 'unlock'])

  const error = command.error
  const issue = (path: string) =>
    error?.failure.code === 'invalid_input'
      ? error.failure.details.issues.find((found) => found.path === path)?.message
      : undefined
  const reasonError =
    issue('reason') ??
    (checked && wantsReason === 'required' && !reason.trim() ? dialogs.reasonMissing : undefined)
  const named = foldUserName(userName.trim()) === foldUserName(user.userName)
  const userNameError =
    (error?.code === 'user_name_mismatch' ? error.message : undefined) ??
    (checked && wantsUserName && !named ? dialogs.userNameWrong : undefined)
  const beside =
    Boolean(issue('reason') ?? issue('untilAt')) || error?.code === 'user_name_mismatch'

  const confirm = async () => {
    setChecked(true)
    if ((wantsReason === 'required' && !reason.trim()) || (wantsUserName && !named)) return
    const input = {
      userId: user.id,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(wantsUntil && untilAt ? { untilAt } : {}),
      ...(wantsUserName ? { userName: userName.trim() } : {}),
    }
    try {
      const after = await command.mutateAsync(input as Parameters<typeof command.mutateAsync>[0])
      onDone?.(after)
      const link = toShow(
        user.displayName,
        'activationLink' in after ? (after.activationLink as IssuedLink | null) : null,
      )
      if (link) return once.show(link)
      onOpenChange(false)
      toast.show({
        text: told(after),
        ...(undoAct ? { onUndo: () => void takeBack(undoAct) } : {}),
      })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
    }
  }

  const told = (after: UserView) =>
    act === 'unlock' && after.can['users.unlock']?.allowed
      ? dialogs.unlock.stillLocked(user.displayName, users.status[after.status.status])
      : words.done(user.displayName)

  const takeBack = async (which: 'unlock' | 'reactivate' | 'restore') => {
    try {
      const after = await undo.mutateAsync({ userId: user.id })
      onDone?.(after)
      toast.show({ text: dialogs[which].done(user.displayName) })
    } catch (thrown) {
      toast.show({ tone: 'danger', text: (thrown as OperationError).message })
    }
  }

  const kinds = [
    ...new Set(
      user.status.reasons.flatMap((found) =>
        found.lockKind === null || found.status !== user.status.status
          ? []
          : [users.lockKind[found.lockKind] ?? found.lockKind],
      ),
    ),
  ].join(ui.comma)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.title(user.displayName)}
      description={
        act === 'unlock'
          ? dialogs.unlock.text(kinds)
          : [secrets.ends(numbers.sessions ?? 0, numbers.secrets), (words as { text: string }).text]
              .filter(Boolean)
              .join(' ')
      }
      confirmLabel={words.verb}
      danger={danger ?? false}
      busy={command.isPending}
      unsaved={Boolean(reason.trim() || userName.trim())}
      onConfirm={() => void confirm()}
      refusal={error && !beside ? <RefusalCallout error={error} /> : undefined}
      {...once.dialog}
    >
      {wantsUserName ? (
        <Field
          label={dialogs.userName}
          required
          hint={dialogs.typeUserName(user.userName)}
          error={userNameError}
        >
          <TextInput
            value={userName}
            spellCheck={false}
            onChange={(event) => setUserName(event.target.value)}
          />
        </Field>
      ) : null}
      {wantsReason ? (
        <Field
          label={dialogs.reason}
          required={wantsReason === 'required'}
          optional={wantsReason === 'optional'}
          hint={dialogs.reasonHint}
          error={reasonError}
        >
          <Textarea
            value={reason}
            maxLength={500}
            rows={2}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      ) : null}
      {wantsUntil ? (
        <Field label={dialogs.until} optional hint={dialogs.untilHint} error={issue('untilAt')}>
          <DateTimeInput value={untilAt} onValueChange={setUntilAt} />
        </Field>
      ) : null}
    </ConfirmDialog>
  )
}
