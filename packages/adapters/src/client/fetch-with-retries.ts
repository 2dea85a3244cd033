/** How a request is sent and tried again. */
export interface RetryOptions {
  readonly fetch: typeof globalThis.fetch
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number
  /** How often a request that failed on the way is sent again. */
  readonly retries: number
  readonly signal?: AbortSignal | undefined
}

/** Thrown when no answer came: the network is down, or an attempt took too long. */
export class NoAnswerError extends Error {}

const retriedStatuses = new Set([408, 500, 502, 503, 504])
const firstDelayMs = 300

/**
 * Sends a request and reads its answer as text. Sends it again after a network failure or a status
 * that says that the server is unwell, and waits before: as long as `Retry-After` asks, otherwise
 * 300 ms and then twice as long each time. An attempt that takes too long isn't repeated.
 *
 * Note: rejects with the signal's own reason when the caller aborts.
 */
export async function fetchWithRetries(
  url: string,
  init: RequestInit,
  { fetch, timeoutMs, retries, signal }: RetryOptions,
): Promise<{ response: Response; text: string }> {
  const request = new Request(url, init)
  for (let attempt = 0; ; attempt++) {
    let waitMs = firstDelayMs * 2 ** attempt
    try {
      const answer = await attemptOnce(request.clone(), { fetch, timeoutMs, signal })
      if (attempt >= retries || !retriedStatuses.has(answer.response.status)) return answer
      waitMs = retryAfterMs(answer.response) ?? waitMs
    } catch (error) {
      signal?.throwIfAborted()
      // `fetch` and the body reader reject with a TypeError when the connection fails.
      if (!(error instanceof TypeError)) throw error
      if (attempt >= retries) throw new NoAnswerError('The network failed.', { cause: error })
    }
    await delay(waitMs, signal)
  }
}

async function attemptOnce(
  request: Request,
  { fetch, timeoutMs, signal }: Omit<RetryOptions, 'retries'>,
): Promise<{ response: Response; text: string }> {
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const timer = setTimeout(
    () => controller.abort(new NoAnswerError(`No answer within ${timeoutMs} ms.`)),
    timeoutMs,
  )
  try {
    const response = await fetch(new Request(request, { signal: controller.signal }))
    return { response, text: await response.text() }
  } catch (error) {
    // Implementations of `fetch` differ in what an abort rejects with.
    controller.signal.throwIfAborted()
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

function retryAfterMs({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

function delay(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
