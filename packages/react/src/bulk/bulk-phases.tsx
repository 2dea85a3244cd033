import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { Button } from '../ui/button.js'
import { Callout } from '../ui/callout.js'
import { DialogBody, DialogClose, DialogFooter } from '../ui/dialog.js'
import { focusOnce } from '../ui/focus-once.js'
import type { ChosenUsers } from './chosen-users.js'
import { RefusedList } from './refused-list.js'
import type { BulkOutcome } from './run-bulk.js'

/** How far a batch has come, with a button that stops it. */
export function BulkProgress({
  tried,
  count,
  stopping,
  onStop,
}: {
  tried: number
  count: number
  stopping: boolean
  onStop: () => void
}) {
  const { bulk: words } = useUserPageMessages()
  const progress = words.progress(tried, count)
  return (
    <>
      <DialogBody>
        <progress className="rk-meter" aria-label={progress} value={tried} max={count} />
        <p role="status" className="rk-dialog-text">
          {progress}
          {stopping ? ` ${words.stopping}` : ''}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button ref={focusOnce} busy={stopping} onClick={onStop}>
          {words.stop}
        </Button>
      </DialogFooter>
    </>
  )
}

/** The result of a batch: who was refused and why, and who was not reached. */
export function BulkResultPanel({
  outcome: { refused, unknown, notTried, error },
  people,
}: {
  outcome: BulkOutcome
  people: ChosenUsers
}) {
  const { bulk: words } = useUserPageMessages()
  return (
    <>
      <DialogBody>
        {error ? <RefusalCallout error={error} /> : null}
        {unknown.length > 0 ? (
          <Callout tone="warning" title={words.unknown(unknown.length)} />
        ) : null}
        {notTried.length > 0 ? (
          <Callout tone="warning" title={words.stopped(notTried.length)} />
        ) : null}
        <RefusedList title={words.refusedTitle} refused={refused} people={people} />
      </DialogBody>
      <DialogFooter>
        <DialogClose ref={focusOnce} variant="primary">
          {words.close}
        </DialogClose>
      </DialogFooter>
    </>
  )
}
