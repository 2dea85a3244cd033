import { linkLaws, linkSessions, linkStandings } from './laws.ts'
import type { Outcome } from './oracle.ts'

/**
 * What somebody brings: the link itself while its time runs, the same when it is over, the one that
 * it replaced, one with its last letter changed, and one that was good for somebody else.
 */
export const bringings = ['live', 'over', 'replaced', 'forged', 'of another'] as const

/** What the links of the matrix are for. */
export const purposes = ['activation', 'recovery', 'enrolment', 'new_password'] as const

/** One cell: what is done, with what link of whom, by whom, and what must come of it. */
export interface LinkCell {
  readonly operation: string
  readonly purpose: (typeof purposes)[number]
  readonly standing: string
  readonly session: string
  readonly brought: (typeof bringings)[number]
  readonly expected: Outcome
}

/**
 * The matrix of links: every operation with every kind of link, of people in every standing, from
 * every session.
 */
export function linkCells(): LinkCell[] {
  return Object.keys(linkLaws).flatMap((operation) =>
    purposes.flatMap((purpose) =>
      Object.keys(linkStandings).flatMap((standing) =>
        Object.keys(linkSessions).flatMap((session) =>
          bringings.map((brought): LinkCell => ({
            operation,
            purpose,
            standing,
            session,
            brought,
            expected: outcomeOfLink(operation, purpose, standing, session, brought),
          })),
        ),
      ),
    ),
  )
}

function outcomeOfLink(
  operation: string,
  purpose: string,
  standing: string,
  session: string,
  brought: LinkCell['brought'],
): Outcome {
  const good =
    brought === 'live' &&
    linkLaws[operation]![purpose] === 'yes' &&
    linkStandings[standing]!['good'] === 'yes'
  if (!good) return 'secret_unusable'
  const outcome = linkSessions[session]!['outcome']!
  if (outcome !== 'allowed') return outcome
  // Only once is anybody onboarded.
  return operation === 'redeem.finishOnboarding' && !standing.startsWith('invited')
    ? 'secret_unusable'
    : 'allowed'
}

/**
 * One cell of the codes: a reset code that is right, wrong, or over, of somebody in a standing, or
 * of nobody at all.
 */
export interface CodeCell {
  readonly standing: string
  readonly session: string
  readonly code: 'right' | 'wrong' | 'over'
  readonly expected: Outcome
}

/** The matrix of reset codes. Who is signed in makes no difference, because nobody need be. */
export function codeCells(): CodeCell[] {
  return [...Object.keys(linkStandings), 'nobody'].flatMap((standing) =>
    Object.keys(linkSessions).flatMap((session) =>
      (['right', 'wrong', 'over'] as const).map((code): CodeCell => ({
        standing,
        session,
        code,
        expected:
          code === 'right' && linkStandings[standing]?.['good'] === 'yes'
            ? 'allowed'
            : 'secret_unusable',
      })),
    ),
  )
}
