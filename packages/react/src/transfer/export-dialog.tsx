import {
  exportFile,
  isOperationError,
  type ExportedUsers,
  type OperationError,
} from '@rosterkit/core/browser'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { refusalInWords } from '../messages/refusal-words.js'
import { useTransferMessages } from '../messages/transfer-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useRoster } from '../provider/roster-context.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { useToast } from '../ui/toast.js'
import { saveFile } from './save-file.js'

/** What {@link ExportDialog} takes. */
export interface ExportDialogProps {
  /** Whom: what a list is narrowed to and sorted by, or people by id. */
  users: ExportedUsers
  /** How many that are; undefined while nobody knows. */
  total: { readonly count: number; readonly atLeast: boolean } | undefined
  onClose: () => void
}

/**
 * Exports people to a CSV file that the browser saves: whom, how far it has come, and a way to
 * stop.
 */
export function ExportDialog({ users, total, onClose }: ExportDialogProps) {
  const { export: words } = useTransferMessages()
  const messages = useMessages()
  const toast = useToast()
  const { client } = useRoster()
  const [found, setFound] = useState<number | null>(null)
  const [error, setError] = useState<OperationError | null>(null)
  const way = useRef<AbortController | null>(null)
  useEffect(() => () => way.current?.abort(), [])

  const start = async () => {
    const controller = new AbortController()
    way.current = controller
    const parts: string[] = []
    let people = 0
    setError(null)
    setFound(0)
    try {
      for await (const lines of exportFile(client, users, { signal: controller.signal })) {
        parts.push(lines.text)
        people += lines.people
        setFound(people)
      }
      if (controller.signal.aborted) return
      saveFile(words.fileName, parts)
      toast.show({ text: words.done(people) })
      onClose()
    } catch (thrown) {
      if (controller.signal.aborted) return
      setFound(null)
      if (!isOperationError(thrown)) throw thrown
      setError(refusalInWords(messages, thrown))
    }
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={
        total ? (total.atLeast ? words.titleAtLeast : words.title)(total.count) : words.confirm
      }
      description={words.text}
      confirmLabel={words.confirm}
      confirmDisabledReason={found === null ? undefined : words.progress(found)}
      onConfirm={() => void start()}
      refusal={error ? <RefusalCallout error={error} /> : undefined}
    >
      {found === null ? null : (
        <p role="status" className="rk-dialog-text">
          {words.progress(found)}
        </p>
      )}
    </ConfirmDialog>
  )
}
