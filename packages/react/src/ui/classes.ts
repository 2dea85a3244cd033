/**
 * Joins class names; ours comes first, because the guard in styles/guard.css knows our elements by
 * the start of the attribute.
 */
export function classes(ours: string, ...theirs: (string | false | null | undefined)[]): string {
  return [ours, ...theirs].filter(Boolean).join(' ')
}
