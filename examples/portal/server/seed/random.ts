/** A source of numbers between 0 and 1 that gives the same ones on every run (mulberry32). */
export function randomSource(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability: number) => next() < probability,
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!,
    /** Picks by weight: `{ active: 8, locked: 2 }` gives `active` eight times in ten. */
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]!)[0]
    },
  }
}

export type Random = ReturnType<typeof randomSource>

/** Identifiers in the form of UUIDv7 that are the same on every run. */
export function idSource(random: Random): () => string {
  const start = Date.UTC(2024, 0, 1)
  let count = 0
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => random.between(0, 15).toString(16)).join('')
  return () => {
    const milliseconds = (start + count++).toString(16).padStart(12, '0')
    return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
  }
}
