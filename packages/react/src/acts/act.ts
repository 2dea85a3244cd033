import type { Operation, Status, UserView } from '@rosterkit/core/browser'
import type { IconName } from '../ui/icons.js'
import type { LazyPart } from '../ui/lazy-part.js'

/** Every act on a user, in the order of the menu. */
export type ActName =
  | 'activate'
  | 'resend'
  | 'lock'
  | 'unlock'
  | 'deactivate'
  | 'reactivate'
  | 'restore'
  | 'changeRole'
  | 'assignRole'
  | 'move'
  | 'resetPassword'
  | 'resetCode'
  | 'enrollmentLink'
  | 'enrollSecurityKey'
  | 'requireMfa'
  | 'resetAuthenticators'
  | 'endSessions'
  | 'delete'
  | 'purge'

/** The acts that take another one back. */
export type UndoActName = 'unlock' | 'reactivate' | 'restore'

/** The groups of the menu, each behind a separator; what destroys comes last, in red. */
export const actGroups = ['status', 'place', 'signIn', 'destroy'] as const

/** What the dialog of one act takes. */
export interface ActDialogProps {
  user: UserView
  onClose: () => void
  /** Called with the user as they are after the act. */
  onDone?: ((user: UserView) => void) | undefined
  /** Called when the user no longer exists. */
  onGone?: (() => void) | undefined
}

/**
 * One act on a user: everything that the menu, the row, the dialogs, the batch bar, the batch dialog
 * and undo need to know. Its words are `acts.<name>` in each language.
 */
export interface Act {
  /** What carries it out. The act is allowed when one of them is; the first one is the main one. */
  readonly commands: readonly [Operation, ...Operation[]]
  readonly icon: IconName
  readonly group: (typeof actGroups)[number]
  /** Takes something away: the button that confirms it is red. */
  readonly tone?: 'danger'
  /** What the dialog asks for before it runs. */
  readonly input?: ActInput
  /** Ends the user's sessions and open links; the dialog says how many. */
  readonly endsAccess?: true
  readonly undo?: { readonly act: UndoActName; readonly batchInput?: object }
  /** The statuses that the act resolves; in any other it isn't offered. */
  readonly resolves?: readonly Status[]
  /** Not offered in these statuses, since nothing is left for it to do. */
  readonly pointlessWhen?: readonly Status[]
  /** Not offered while this command is allowed. */
  readonly hiddenWhile?: Operation
  /** A dialog of its own, in place of the one that confirms any act. */
  readonly dialog?: LazyPart<ActDialogProps>
  /** How it is done to several users at once; without it, it can't be. */
  readonly batch?: ActBatch
}

/** An act that can be done to several users. */
export interface WithBatch {
  readonly batch: ActBatch
}

/** An act with a dialog of its own. */
export interface WithDialog {
  readonly dialog: LazyPart<ActDialogProps>
}

interface ActInput {
  readonly reason?: 'required' | 'optional'
  /** When it ends by itself. */
  readonly until?: true
  /** The username, typed to confirm. */
  readonly userName?: true
}

interface ActBatch {
  readonly command: Operation
  /** Has a button of its own beside the menu of the batch bar. */
  readonly button?: true
  /** Sent with every call. */
  readonly input?: object
  /** Whether the batch dialog asks for a reason. */
  readonly reason?: 'required' | 'optional'
  /** Fields that only the batch dialog shows. */
  readonly fields?: 'role' | 'mfa' | 'authenticatorTypes'
}
