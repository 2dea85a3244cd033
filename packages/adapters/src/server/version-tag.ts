/**
 * The entity tag of what an answer shows: its version, which every change of it raises. Undefined
 * for what has none.
 */
export function versionTag(answer: unknown): string | undefined {
  const { version } = (typeof answer === 'object' && answer !== null ? answer : {}) as {
    version?: unknown
  }
  return Number.isSafeInteger(version) ? `"${version as number}"` : undefined
}

/**
 * The version that an If-Match header asks for (RFC 9110 §13.1.1): null where any will do,
 * undefined where it names none. Weak tags never match, and of several versions only one can be the
 * one that the edit began from.
 */
export function versionAsked(ifMatch: string): number | null | undefined {
  if (ifMatch.trim() === '*') return null
  const digits = /^[ \t]*"(\d{1,15})"[ \t]*$/.exec(ifMatch)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
