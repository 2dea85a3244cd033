/** The curve a·x² + y² = 1 + d·x²·y² over the integers modulo a prime. */
interface EdwardsCurve {
  readonly prime: bigint
  readonly a: bigint
  readonly d: bigint
  readonly bytes: number
}

const ed25519Prime = 2n ** 255n - 19n

/** The curves of RFC 8032 §5.1 and §5.2. */
export const edwardsCurves = {
  Ed25519: { prime: ed25519Prime, a: -1n, d: -121665n * inverse(121666n, ed25519Prime), bytes: 32 },
  Ed448: { prime: 2n ** 448n - 2n ** 224n - 1n, a: 1n, d: -39081n, bytes: 57 },
} as const satisfies Record<string, EdwardsCurve>

/**
 * Whether bytes name a point of the curve (RFC 8032 §5.1.3, §5.2.3). Node's import looks at the
 * length alone, and a key that is no point would fail at its first use, when it is too late to take
 * another.
 */
export function isEdwardsPoint({ prime, a, d, bytes }: EdwardsCurve, encoded: Uint8Array): boolean {
  if (encoded.length !== bytes) return false
  // Little-endian; the topmost bit is the sign of x.
  const number = BigInt(`0x${Buffer.from(encoded).reverse().toString('hex')}`)
  const signBit = 1n << BigInt(bytes * 8 - 1)
  const negative = (number & signBit) !== 0n
  const y = number & (signBit - 1n)
  if (y >= prime) return false
  const ySquared = (y * y) % prime
  const xSquared = modulo((1n - ySquared) * inverse(modulo(a - d * ySquared, prime), prime), prime)
  if (xSquared === 0n) return !negative
  // Euler's criterion: a square to the half of p − 1 is one.
  return power(xSquared, (prime - 1n) / 2n, prime) === 1n
}

function inverse(value: bigint, prime: bigint): bigint {
  return power(modulo(value, prime), prime - 2n, prime)
}

function power(base: bigint, exponent: bigint, prime: bigint): bigint {
  let result = 1n
  for (
    let factor = base % prime, left = exponent;
    left > 0n;
    left >>= 1n, factor = (factor * factor) % prime
  )
    if (left & 1n) result = (result * factor) % prime
  return result
}

function modulo(value: bigint, prime: bigint): bigint {
  const rest = value % prime
  return rest < 0n ? rest + prime : rest
}
