import type { Roster } from '@rosterkit/core'

const pollMs = 30_000

/**
 * Sends what the outbox holds: at once when something is queued, and every half minute for what has
 * to be tried again.
 */
export function startMailDelivery() {
  let running: Promise<void> | undefined
  let again = false
  let roster: Roster | undefined
  const timer = setInterval(deliver, pollMs)

  function deliver(): void {
    if (!roster || running) {
      again = true
      return
    }
    again = false
    running = roster.mail
      .deliver()
      .then(({ failed }) => {
        if (failed > 0)
          console.error(`${failed} mail(s) could not be delivered; the person's page says why.`)
      })
      .catch((error: unknown) => console.error('mail delivery:', error))
      .finally(() => {
        running = undefined
        if (again) deliver()
      })
  }

  return {
    deliver,
    /** From now on mails of this roster are sent. */
    serve: (its: Roster): void => {
      roster = its
      deliver()
    },
    stop: async (): Promise<void> => {
      clearInterval(timer)
      again = false
      roster = undefined
      await running
    },
  }
}
