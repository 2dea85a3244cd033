// Sends 100 kB of text in every field of every operation that takes text, through the handler, and
// prints the slowest answers (security row 62: less than 50 ms each). Run by `pnpm long-texts`;
// `--check` fails when one takes longer.
import { memoryStorage } from '@rosterkit/adapters/memory'
import { createRosterHandler } from '@rosterkit/adapters/server'
import { createRoster, operations, type Operation } from '@rosterkit/core'

const limitMs = 50
const tries = 5
const texts: Record<string, string> = {
  'one letter over and over': 'a'.repeat(100_000),
  'letters with a wrong end': `${'a'.repeat(99_999)}€`,
  spaces: ' '.repeat(100_000),
  addresses: 'a@'.repeat(50_000),
  dots: 'a.'.repeat(50_000),
  'combining marks': 'a\u0301'.repeat(50_000),
  'compatibility forms': 'ﷺ'.repeat(100_000),
  digits: '1'.repeat(100_000),
  slashes: '/'.repeat(100_000),
  dashes: 'a-'.repeat(50_000),
}

const roster = createRoster({ storage: memoryStorage(), baseUrl: 'https://portal.example' })
const { organizationId, administratorId: userId } = await roster.bootstrap({
  organizationName: 'Acme',
  administrator: {
    userName: 'root',
    name: { givenName: 'R', familyName: 'T' },
    emails: [{ value: 'root@example.com', primary: true }],
  },
})
const faults: unknown[] = []
const handler = createRosterHandler(roster, {
  caller: () => userId,
  rateLimits: false,
  onFault: (fault) => faults.push(fault),
})

/** Every text in a value, by the way to it. */
function textsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...path]]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...path, name]))
    : []
}

function withText(value: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (name === undefined) return text
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) }
  ;(copy as Record<string, unknown>)[name] = withText(
    (value as Record<string, unknown>)[name],
    rest,
    text,
  )
  return copy
}

/** All that the schema knows, so that fields that no example names are tried as well. */
function everyField(operation: Operation): Record<string, unknown> {
  const shape = (operation.input as unknown as { shape?: Record<string, unknown> }).shape ?? {}
  return {
    ...Object.fromEntries(Object.keys(shape).map((name) => [name, 'x'])),
    ...operation.example,
    ...('organizationId' in operation.example ? { organizationId } : {}),
    ...('userId' in operation.example ? { userId } : {}),
  }
}

async function time(operation: Operation, input: Record<string, unknown>): Promise<number> {
  const { method, path } = operation.http!
  const rest = { ...input }
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    delete rest[name]
    return encodeURIComponent(String(input[name]))
  })
  const query =
    method === 'GET'
      ? `?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()}`
      : ''
  let best = Infinity
  for (let attempt = 0; attempt < tries; attempt++) {
    const request = new Request(`https://portal.example/api/roster${address}${query}`, {
      method,
      headers: { origin: 'https://portal.example', 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(rest) }),
    })
    const startedAt = performance.now()
    await (await handler(request)).text()
    best = Math.min(best, performance.now() - startedAt)
  }
  return best
}

const measured: { operation: string; field: string; text: string; ms: number }[] = []
for (const operation of operations.filter(({ http }) => http !== undefined)) {
  const input = everyField(operation)
  for (const path of textsIn(input))
    for (const [text, value] of Object.entries(texts))
      measured.push({
        operation: operation.name,
        field: path.join('.'),
        text,
        ms: await time(operation, withText(input, path, value) as Record<string, unknown>),
      })
}
measured.sort((a, b) => b.ms - a.ms)
for (const { operation, field, text, ms } of measured.slice(0, 10))
  console.log(`${ms.toFixed(1).padStart(6)} ms  ${operation} ${field}: ${text}`)
console.log(
  `${measured.length} texts of 100,000 characters in ${new Set(measured.map(({ operation, field }) => `${operation} ${field}`)).size} fields; the slowest answer took ${measured[0]!.ms.toFixed(1)} ms; ${faults.length} faults`,
)
if (faults.length > 0 || measured[0]!.ms >= limitMs) process.exitCode = 1
