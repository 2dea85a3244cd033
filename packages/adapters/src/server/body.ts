import type { HttpProblemCode } from './problem.js'

const maxDepth = 32

/**
 * The most values and members that a body may hold: more than any form sends, and few enough that
 * judging each takes no time.
 */
const maxItems = 10_000

const json = /^application\/json[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?$/i

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly maxBytes: number
  readonly timeoutMs: number
}

/**
 * Whether what is announced is something else than JSON in UTF-8: what a form of another site can
 * send without asking first (ASVS 3.5.2), or what would have to be unpacked. An empty body needs no
 * type; one that turns out not to be empty does.
 * @param types The types that are taken for JSON.
 */
export function announcesOtherThanJson({ headers }: Request, types = json): boolean {
  const type = headers.get('content-type')
  const encoding = headers.get('content-encoding')
  return (
    (type !== null && !types.test(type)) ||
    (encoding !== null && encoding.toLowerCase() !== 'identity')
  )
}

/**
 * Reads a request's JSON object within limits; a code when it is not one. An empty body reads as an
 * empty object.
 */
export async function readJsonObject(
  request: Request,
  limits: BodyLimits,
): Promise<{ readonly value: Record<string, unknown> } | { readonly problem: HttpProblemCode }> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes)
    return { problem: 'payload_too_large' }
  const bytes = request.body === null ? new Uint8Array() : await readBytes(request.body, limits)
  if (typeof bytes === 'string') return { problem: bytes }
  if (bytes.byteLength === 0) return { value: {} }
  if (request.headers.get('content-type') === null) return { problem: 'unsupported_media_type' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const shape = shapeOf(text)
    if (shape.depth > maxDepth) return { problem: 'malformed_body' }
    if (shape.separators > maxItems) return { problem: 'too_many_items' }
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { problem: 'malformed_body' }
    // A name that stands twice in one object leaves one member for two colons: two readers of it
    // could each believe another of them.
    return membersOf(value) === shape.colons
      ? { value: value as Record<string, unknown> }
      : { problem: 'repeated_name' }
  } catch {
    return { problem: 'malformed_body' }
  }
}

/**
 * The bytes of a body, gathered in one buffer however small the pieces are in which they come; a
 * code when there are too many of them or they come too slowly.
 */
async function readBytes(
  body: ReadableStream<Uint8Array>,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<Uint8Array | HttpProblemCode> {
  const reader = body.getReader()
  const clock = { late: false }
  const giveUp = () => void reader.cancel().catch(() => {})
  // Ends the read under way, too: a cancelled stream is done.
  const timer = setTimeout(() => {
    clock.late = true
    giveUp()
  }, timeoutMs)
  let buffer = new Uint8Array(4096)
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (clock.late) return 'body_too_slow'
      if (done) return buffer.subarray(0, size)
      if (size + value.byteLength > maxBytes) {
        giveUp()
        return 'payload_too_large'
      }
      if (size + value.byteLength > buffer.byteLength) {
        const larger = new Uint8Array(
          Math.min(Math.max(buffer.byteLength * 2, size + value.byteLength), maxBytes),
        )
        larger.set(buffer.subarray(0, size))
        buffer = larger
      }
      buffer.set(value, size)
      size += value.byteLength
    }
  } catch {
    // Whoever sent it has gone in the middle of it.
    return 'malformed_body'
  } finally {
    clearTimeout(timer)
  }
}

/**
 * How deep JSON text nests, and how many commas and colons it has, found without parsing it: what
 * stands in strings does not count. Stops where a limit is passed.
 */
function shapeOf(text: string): {
  readonly depth: number
  readonly separators: number
  readonly colons: number
} {
  let depth = 0
  let deepest = 0
  let separators = 0
  let colons = 0
  let inString = false
  for (
    let index = 0;
    index < text.length && deepest <= maxDepth && separators <= maxItems;
    index++
  ) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
    else if (character === ',') separators++
    else if (character === ':') colons++
  }
  return { depth: deepest, separators, colons }
}

/** How many members the objects in a value have, all together. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value).reduce((total: number, item) => total + membersOf(item), 0)
  return Array.isArray(value) ? inner : inner + Object.keys(value).length
}
