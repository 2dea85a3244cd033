/**
 * A copy that nobody can change: a store hands out the same object again and again, and what was
 * handed in must not change it later. Absent and undefined members are the same, as in the JSON of
 * the databases.
 */
export function frozenCopy<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value))
    return Object.freeze(value.map((item: unknown) => frozenCopy(item) ?? null)) as T
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.freeze(
    Object.fromEntries(entries.map(([key, member]) => [key, frozenCopy(member as unknown)])),
  ) as T
}
