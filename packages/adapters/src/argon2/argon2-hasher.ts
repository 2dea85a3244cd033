import { hash, verify } from '@node-rs/argon2'
import type { SecretHasher } from '@rosterkit/core'
import { costOf } from './phc-string.js'

// Why @node-rs/argon2. It is MIT, released through 2026, brings its machine code as one prebuilt
// package a platform (0.8 MB in all, glibc, musl, macOS, Windows, and WebAssembly for the rest) and
// runs no script when it is installed. `argon2` (0.45) is as well kept and MIT, but its install
// script may compile, which pnpm and many hosts forbid. Node's own `crypto.argon2` needs no
// package, but is there from Node 24.7 only and not yet stable; we promise Node 22. The strings are
// the same in all three, so the choice can be made anew without touching one stored hash.

/**
 * What a guess costs. Defaults: OWASP Password Storage Cheat Sheet, Argon2id, 19 MiB, 2 passes, 1
 * lane (as of 2026).
 */
export interface Argon2HasherOptions {
  /**
   * Memory that one hash takes, in KiB. Default 19,456 (19 MiB). As many hashes at once take as
   * many times that; Node runs four at a time unless `UV_THREADPOOL_SIZE` says otherwise.
   */
  readonly memoryKiB?: number
  /** How often the memory is gone through. Default 2. */
  readonly passes?: number
  /** How many lanes the memory is filled in at once. Default 1. */
  readonly parallelism?: number
}

const argon2id = 2
const saltBytes = 16
const hashBytes = 32

/**
 * Hashes passwords and codes with Argon2id (RFC 9106); needs the package `@node-rs/argon2`. Each
 * hash has 16 random bytes of salt, 32 bytes of result, and says its cost itself:
 * `$argon2id$v=19$m=19456,t=2,p=1$…$…`. With the defaults a hash takes 5 to 50 milliseconds, off
 * the main thread.
 *
 * The whole text counts, whatever its length; how long it may be is the roster's rule. `verify`
 * reads Argon2id strings of any cost and answers false to every other. `outdated` is true for a
 * string of less memory or fewer passes than wanted here, of a shorter salt or result, and for one
 * it cannot read.
 *
 * Throws a `RangeError` for costs that Argon2 does not know: memory below 8 KiB a lane, or anything
 * that is not a whole number from 1 on.
 */
export function argon2Hasher({
  memoryKiB = 19_456,
  passes = 2,
  parallelism = 1,
}: Argon2HasherOptions = {}): SecretHasher {
  for (const [name, value] of Object.entries({ memoryKiB, passes, parallelism }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`argon2Hasher: ${name} must be a whole number from 1 on.`)
  if (memoryKiB < 8 * parallelism)
    throw new RangeError('argon2Hasher: memoryKiB must be at least eight times parallelism.')
  return {
    hash: (text) =>
      hash(text, {
        algorithm: argon2id,
        memoryCost: memoryKiB,
        timeCost: passes,
        parallelism,
        outputLen: hashBytes,
      }),

    async verify(text, stored) {
      // The library throws at strings of other schemes, and would read argon2i and argon2d.
      if (costOf(stored) === null) return false
      return verify(stored, text)
    },

    outdated(stored) {
      const cost = costOf(stored)
      return (
        cost === null ||
        cost.memoryKiB < memoryKiB ||
        cost.passes < passes ||
        cost.saltBytes < saltBytes ||
        cost.hashBytes < hashBytes
      )
    },
  }
}
