/** One line of the report. Times are medians. */
export interface Line {
  readonly database: string
  readonly users: number
  readonly line: string
  readonly unit: 'ms' | 'a second'
  readonly ours: number
  /** What the database alone needs; null where that has no meaning. */
  readonly limit: number | null
  readonly times?: unknown
}

/** Runs both in turn, round by round, so that whatever else the machine does hits both; after a tenth of the rounds to warm up. */
export async function measure(rounds: number, ours: (round: number) => unknown, limit?: (round: number) => unknown): Promise<{ readonly ours: number; readonly limit: number | null; readonly times: { readonly ours: number[]; readonly limit: number[] } }> {
  const times = { ours: [] as number[], limit: [] as number[] }
  const time = async (work: () => unknown) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  for (let round = 0; round < rounds / 10; round++) {
    await ours(round)
    await limit?.(round)
  }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await time(() => ours(round)))
    if (limit) times.limit.push(await time(() => limit(round)))
  }
  times.ours.sort((a, b) => a - b)
  times.limit.sort((a, b) => a - b)
  const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)]
  return { ours: median(times.ours)!, limit: median(times.limit) ?? null, times }
}
