import { existsSync, readFileSync } from 'node:fs'

/** A mutant as Stryker reports it; lines and columns from 1. */
interface Mutant {
  readonly file: string
  readonly mutatorName: string
  readonly replacement: string
  readonly status: string
  readonly location: Record<'start' | 'end', { readonly line: number; readonly column: number }>
}

/** Where the report of an area lies; that of the slow tests beside it. */
export const reportOf = (area: string, slow = false): string =>
  `.stryker-tmp/${area}${slow ? '-slow' : ''}.json`

function mutantsIn(report: string): readonly Mutant[] {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { mutants: Omit<Mutant, 'file'>[] }>
  }
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file })),
  )
}

const letThrough = ({ status }: Mutant) => status === 'Survived' || status === 'NoCoverage'

/** What no test of a run has noticed. */
export const survivorsIn = (report: string): readonly Mutant[] =>
  mutantsIn(report).filter(letThrough)

/** The places of mutants as Stryker takes them: lines from 1, columns from 0. */
export const placesOf = (mutants: readonly Mutant[]): readonly string[] => [
  ...new Set(
    mutants.map(
      ({ file, location: { start, end } }) =>
        `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
    ),
  ),
]

/** The score of an area over both runs: what either has noticed is killed. */
export function scoreOf(area: string): {
  readonly mutants: number
  readonly killed: number
  readonly survived: number
  readonly notRun: number
} {
  const keyOf = ({ file, mutatorName, replacement, location }: Mutant) =>
    JSON.stringify([file, mutatorName, replacement, location])
  const later = new Map(
    existsSync(reportOf(area, true))
      ? mutantsIn(reportOf(area, true)).map((mutant) => [keyOf(mutant), mutant])
      : [],
  )
  const judged = mutantsIn(reportOf(area)).filter(({ status }) => status !== 'Ignored')
  const states = judged.map((mutant) => {
    const { status } = later.get(keyOf(mutant)) ?? mutant
    return letThrough(mutant) && status !== 'NoCoverage' ? status : mutant.status
  })
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length
  return {
    mutants: states.length,
    killed: count('Killed', 'Timeout'),
    survived: count('Survived'),
    notRun: count('NoCoverage'),
  }
}
