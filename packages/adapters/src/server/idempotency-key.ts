/** Of which characters a key is made, and how long it may be. */
const form = /^[\x21\x23-\x7e]{1,255}$/

/**
 * The key that a request is sent with, undefined without one, and null for what is none. It stands
 * in quotes (draft-ietf-httpapi-idempotency-key-header §2.1) or, as most send it, without.
 */
export function idempotencyKeyOf(request: Request): string | null | undefined {
  const header = request.headers.get('idempotency-key')
  if (header === null) return undefined
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header
  return form.test(key) ? key : null
}
