/**
 * Something that the person who starts the portal can put right. Shown as its one sentence, without
 * a stack.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** What to print when the portal cannot start. */
export function startProblemText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error instanceof StartProblem ? error.message : (error.stack ?? error.message)
}
