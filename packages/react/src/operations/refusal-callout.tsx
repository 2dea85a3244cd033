import type { OperationError } from '@rosterkit/core/browser'
import { Callout } from '../ui/callout.js'

/** What {@link RefusalCallout} shows. */
export interface RefusalCalloutProps {
  error: OperationError
  /** What could not be done; default: the refusal's own title. */
  title?: string | undefined
  /** Shows "Try again", where trying again can help. */
  onRetry?: (() => void) | undefined
  retrying?: boolean | undefined
}

/**
 * Says why something was refused, what to do, and the request id to quote when the fault is not the
 * reader's.
 */
export function RefusalCallout({ error, title, onRetry, retrying }: RefusalCalloutProps) {
  const ours = error.code === 'unavailable' || error.code === 'busy'
  return (
    <Callout
      role="alert"
      tone="danger"
      title={title ?? error.title}
      onRetry={onRetry}
      retrying={retrying}
      requestId={ours ? (error.requestId ?? undefined) : undefined}
    >
      {error.message}
    </Callout>
  )
}
