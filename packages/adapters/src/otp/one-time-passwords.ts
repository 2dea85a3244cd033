import type { OneTimePasswords } from '@rosterkit/core'
import { HOTP, Secret, TOTP } from 'otpauth'

// What every authenticator app expects; several ignore an address that says otherwise and show
// wrong codes.
const algorithm = 'SHA1'
const digits = 6
const period = 30
// 160 bits, the length of the hash (RFC 4226 §4, R6).
const secretBytes = 20

/**
 * One-time passwords as authenticator apps make them (RFC 6238): HMAC-SHA-1, six digits, a new one
 * every 30 seconds; needs the package `otpauth`. A code counts in its own step and in the one
 * before and after it, so for 90 seconds at most (RFC 6238 §5.2, §6), and each step counts once.
 * Spaces in a code are ignored, because apps show them.
 *
 * `stepOf` and `address` throw a `TypeError` for a secret that is not base32 or shorter than 80
 * bits.
 */
export function oneTimePasswords(): OneTimePasswords {
  return {
    newSecret() {
      return new Secret({ size: secretBytes }).base32
    },

    address({ secret, account, issuer }) {
      return new TOTP({
        secret: keyOf(secret),
        label: plain(account),
        issuer: plain(issuer),
        algorithm,
        digits,
        period,
      }).toString()
    },

    stepOf(code, secret, at, afterStep) {
      const typed = code.replaceAll(/\s/g, '')
      const key = keyOf(secret)
      if (!/^\d{6}$/.test(typed)) return null
      const current = Math.floor(Date.parse(at) / 1000 / period)
      // The likeliest first; all three are compared in any case, each in constant time.
      const right = [current, current - 1, current + 1].filter(
        (step) =>
          step >= 0 &&
          HOTP.validate({
            token: typed,
            secret: key,
            algorithm,
            digits,
            counter: step,
            window: 0,
          }) !== null,
      )
      return right.find((step) => afterStep === null || step > afterStep) ?? null
    },
  }
}

function keyOf(secret: string): Secret {
  const key = Secret.fromBase32(secret)
  // The shortest that services give out; an empty one would make the same codes for everybody.
  if (key.bytes.length < 10)
    throw new TypeError('oneTimePasswords: the secret is shorter than 80 bits.')
  return key
}

/** Apps part issuer and account at the first colon, even an encoded one. */
function plain(text: string): string {
  return text.replaceAll(':', ' ')
}
