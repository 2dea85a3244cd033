/** One line of the report. Times are medians. */
export interface Line {
  readonly database: string
  readonly users: number
  readonly line: string
  readonly unit: 'ms' | 'MB' | 'a second'
  readonly ours: number
  /** What the database alone needs; null where that has no meaning. */
  readonly limit: number | null
  /**
   * What the best other product needs for the same; absent when it was not asked for, or cannot do
   * it.
   */
  readonly peer?: number | null
  readonly times?: unknown
}

/** What one line compares. */
export interface Sides {
  readonly ours: (round: number) => unknown
  readonly limit?: ((round: number) => unknown) | undefined
  readonly peer?: ((round: number) => unknown) | undefined
}

/**
 * The time that a peer may take for one line; some need seconds for what takes others less than one
 * of a thousand.
 */
const peerBudgetMs = 15_000

/**
 * Runs all sides in turn, round by round, so that whatever else the machine does hits each; after a
 * tenth of the rounds to warm up. A peer that is slow takes part in fewer.
 */
export async function measure(
  rounds: number,
  { ours, limit, peer }: Sides,
): Promise<{
  readonly ours: number
  readonly limit: number | null
  readonly peer: number | null
  readonly times: { readonly ours: number[]; readonly limit: number[]; readonly peer: number[] }
}> {
  const times = { ours: [] as number[], limit: [] as number[], peer: [] as number[] }
  const time = async (work: () => unknown) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  for (let round = 0; round < rounds / 10; round++) {
    await ours(round)
    await limit?.(round)
  }
  let peerMs = peer ? await time(() => peer(0)) : 0
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await time(() => ours(round)))
    if (limit) times.limit.push(await time(() => limit(round)))
    if (!peer || peerMs > peerBudgetMs) continue
    const took = await time(() => peer(round))
    peerMs += took
    times.peer.push(took)
  }
  for (const list of Object.values(times)) list.sort((a, b) => a - b)
  const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)]
  return {
    ours: median(times.ours)!,
    limit: median(times.limit) ?? null,
    peer: median(times.peer) ?? null,
    times,
  }
}
