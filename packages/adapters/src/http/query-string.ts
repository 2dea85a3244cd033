/** Writes a query's fields into a query string: lists joined by commas, absent fields left out. */
export function encodeQuery(fields: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
      continue
    parameters.set(
      name,
      Array.isArray(value)
        ? value.map((item) => text(item).replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')
        : text(value),
    )
  }
  return parameters.toString()
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
