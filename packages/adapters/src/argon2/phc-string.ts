const form =
  /^\$argon2id\$v=19\$m=([1-9]\d{0,9}),t=([1-9]\d{0,9}),p=([1-9]\d{0,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,171})$/

/** What an Argon2id string in PHC format says about its making. */
export interface Argon2Cost {
  readonly memoryKiB: number
  readonly passes: number
  readonly parallelism: number
  readonly saltBytes: number
  readonly hashBytes: number
}

/** Reads an Argon2id string, version 1.3; null for every other string, a broken one included. */
export function costOf(stored: string): Argon2Cost | null {
  const found = form.exec(stored)
  if (!found) return null
  const [memoryKiB, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number]
  const [salt, hash] = found.slice(4) as [string, string]
  // One sign over a multiple of four is no base64; less memory than eight blocks a lane is no
  // Argon2 (RFC 9106 §3.1).
  if (
    salt.length % 4 === 1 ||
    hash.length % 4 === 1 ||
    memoryKiB < 8 * parallelism ||
    memoryKiB > 0xffff_ffff ||
    passes > 0xffff_ffff ||
    parallelism > 255
  )
    return null
  return {
    memoryKiB,
    passes,
    parallelism,
    saltBytes: Math.floor((salt.length * 3) / 4),
    hashBytes: Math.floor((hash.length * 3) / 4),
  }
}
