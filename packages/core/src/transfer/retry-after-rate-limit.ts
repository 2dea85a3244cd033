import { isOperationError, type ClientOf, type Contract } from '../kernel/client.js'

/** What imports and exports need of a client. */
export type Calling = Pick<ClientOf<Contract>, 'call' | 'plan'>

/**
 * Calls again what was refused for too many requests, after the wait that the server asks for: a
 * long file is many requests.
 */
export async function retryAfterRateLimit<Answer>(
  call: () => Promise<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (;;) {
    try {
      return await call()
    } catch (thrown) {
      const waitSeconds = isOperationError(thrown)
        ? (thrown.failure.details as { readonly retryAfterSeconds?: number } | undefined)
            ?.retryAfterSeconds
        : undefined
      if (waitSeconds === undefined || signal?.aborted) throw thrown
      await pause(waitSeconds * 1000, signal)
      signal?.throwIfAborted()
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    signal?.addEventListener('abort', done)
  })
}
