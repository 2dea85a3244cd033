import type { Clock } from './clock.js'

/** Where identifiers come from. Each call gives one that was never given before. */
export type IdSource = () => string

/**
 * UUIDv7 identifiers (RFC 9562 §5.7): the first 48 bits are the clock's milliseconds, so keys
 * insert in order; 74 bits are random, and within a millisecond the ids still ascend.
 */
export function uuidV7Source(clock: Clock): IdSource {
  let lastMs = 0
  let sequence = 0
  return () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    const ms = Math.max(Date.parse(clock.now()), lastMs)
    // rand_a counts within a millisecond (RFC 9562 §6.2 method 1), starting low so that it rarely
    // overflows.
    sequence = ms === lastMs ? sequence + 1 : ((bytes[6]! << 8) | bytes[7]!) & 0x3ff
    lastMs = sequence > 0xfff ? ms + 1 : ms
    if (sequence > 0xfff) sequence = 0
    for (let index = 0; index < 6; index++)
      bytes[index] = Math.floor(lastMs / 2 ** (8 * (5 - index))) & 0xff
    bytes[6] = 0x70 | (sequence >> 8)
    bytes[7] = sequence & 0xff
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
