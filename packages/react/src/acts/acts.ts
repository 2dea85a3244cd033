import type { Act, ActName, WithBatch, WithDialog } from './act.js'
import { activate } from './activate.js'
import { assignRole } from './assign-role.js'
import { changeRole } from './change-role.js'
import { deactivate } from './deactivate.js'
import { deleteAct } from './delete.js'
import { endSessions } from './end-sessions.js'
import { enrollSecurityKey } from './enroll-security-key.js'
import { enrollmentLink } from './enrollment-link.js'
import { lock } from './lock.js'
import { move } from './move.js'
import { purge } from './purge.js'
import { reactivate } from './reactivate.js'
import { requireMfa } from './require-mfa.js'
import { resend } from './resend.js'
import { resetAuthenticators } from './reset-authenticators.js'
import { resetCode } from './reset-code.js'
import { resetPassword } from './reset-password.js'
import { restore } from './restore.js'
import { unlock } from './unlock.js'

/** The acts by name, in the order of the menu. */
const definitions = {
  activate,
  resend,
  lock,
  unlock,
  deactivate,
  reactivate,
  restore,
  changeRole,
  assignRole,
  move,
  resetPassword,
  resetCode,
  enrollmentLink,
  enrollSecurityKey,
  requireMfa,
  resetAuthenticators,
  endSessions,
  delete: deleteAct,
  purge,
} satisfies Record<ActName, Act>

type Definitions = typeof definitions
type NamesWith<Facts> = {
  [Name in ActName]: Definitions[Name] extends Facts ? Name : never
}[ActName]

/** An act on several users at once. */
export type BatchAct = NamesWith<WithBatch>

/** An act on one user. */
export type UserAct = Exclude<ActName, 'assignRole'>

/** An act on one user that the common dialog confirms. */
export type ConfirmedAct = Exclude<UserAct, NamesWith<WithDialog>>

/** The acts on a user. */
export const acts: Readonly<Record<ActName, Act>> = definitions

/** The acts on one user, in the order of the menu. */
export const userActs = (Object.keys(definitions) as ActName[]).filter(
  (name): name is UserAct => name !== 'assignRole',
)

/** The acts on several users, in the order of the menu. */
export const batchActs = (Object.keys(definitions) as ActName[]).filter(
  (name): name is BatchAct => acts[name].batch !== undefined,
)

/** Whether the common dialog confirms it. */
export const isConfirmed = (name: UserAct): name is ConfirmedAct => acts[name].dialog === undefined

/** How an act is done to several users. */
export const batchOf = (name: BatchAct): NonNullable<Act['batch']> => definitions[name].batch
