import { execFileSync } from 'node:child_process'
import type { Line } from './measure.ts'

/**
 * What importing the server package costs a host, beside zod alone: processes of their own, in
 * turn.
 */
export function importCost(rounds: number): Line[] {
  const measured = (request: string) => {
    const script = `const before = process.memoryUsage().rss; const began = performance.now(); await import(${JSON.stringify(request)}); console.log(JSON.stringify([performance.now() - began, (process.memoryUsage().rss - before) / 1e6]))`
    return JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        cwd: new URL('.', import.meta.url),
      }),
    ) as [number, number]
  }
  const ours: [number, number][] = []
  const zod: [number, number][] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(measured('@rosterkit/adapters/server'))
    zod.push(measured('zod'))
  }
  const median = (list: readonly [number, number][], index: 0 | 1) =>
    list.map((one) => one[index]).sort((a, b) => a - b)[Math.floor(list.length / 2)]!
  return (['ms', 'MB'] as const).map((unit, index) => ({
    database: 'import of',
    users: 0,
    line: 'the server package; alone: zod',
    unit,
    ours: median(ours, index as 0 | 1),
    limit: median(zod, index as 0 | 1),
  }))
}
