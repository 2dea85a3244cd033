import { foldUserName } from '@rosterkit/core/browser'
import { useState } from 'react'
import type { Act } from './act.js'

/** What is typed into the dialog of an act, and whether it is complete. */
export interface ActForm {
  readonly needs: NonNullable<Act['input']>
  readonly reason: string
  readonly untilAt: string | null
  readonly userName: string
  /** The username that must be typed. */
  readonly expectedUserName: string
  readonly setReason: (reason: string) => void
  readonly setUntilAt: (untilAt: string | null) => void
  readonly setUserName: (userName: string) => void
  /** Missing or wrong, and the reader has tried to go on. */
  readonly reasonMissing: boolean
  readonly userNameWrong: boolean
  /** Something was typed that would be lost. */
  readonly unsaved: boolean
  /**
   * The fields as the command takes them; null while something is missing, which the fields then
   * show.
   */
  readonly read: () => Readonly<Record<string, string>> | null
}

/** Holds what the dialog of an act asks for. */
export function useActForm(needs: NonNullable<Act['input']> = {}, expectedUserName = ''): ActForm {
  const [reason, setReason] = useState('')
  const [untilAt, setUntilAt] = useState<string | null>(null)
  const [userName, setUserName] = useState('')
  const [checked, setChecked] = useState(false)
  const reasonMissing = needs.reason === 'required' && !reason.trim()
  const userNameWrong =
    needs.userName === true && foldUserName(userName.trim()) !== foldUserName(expectedUserName)
  return {
    needs,
    reason,
    untilAt,
    userName,
    expectedUserName,
    setReason,
    setUntilAt,
    setUserName,
    reasonMissing: checked && reasonMissing,
    userNameWrong: checked && userNameWrong,
    unsaved: Boolean(reason.trim() || userName.trim()),
    read: () => {
      setChecked(true)
      if (reasonMissing || userNameWrong) return null
      return {
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(needs.until && untilAt ? { untilAt } : {}),
        ...(needs.userName ? { userName: userName.trim() } : {}),
      }
    },
  }
}
