// Asks, through the handler and with the real hasher, whether time tells a stranger who exists
// (security row 36): 2,000 rounds in which an unknown, a known, a locked and a disabled person take
// turns, and for each of the three the two-sample Kolmogorov-Smirnov test and the gap of the
// medians against the unknown one. Run by `pnpm timing`, on a machine that has nothing else to do;
// `--rounds 500` asks less often.
import { parseArgs } from 'node:util'
import { argon2Hasher } from '@rosterkit/adapters/argon2'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { createRosterHandler } from '@rosterkit/adapters/server'
import { createRoster } from '@rosterkit/core'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '2000' } } })
const rounds = Number(values.rounds)
const warmUp = 20
const host = 'https://portal.example'
const words = 'seven quiet harbours at dawn'
const kinds = ['unknown', 'known', 'locked', 'disabled'] as const
type Kind = (typeof kinds)[number]

// Nobody is locked for guessing here, so that each try is judged like the first.
const unlimited = Number.MAX_SAFE_INTEGER
const roster = createRoster({
  storage: memoryStorage(),
  baseUrl: host,
  hasher: argon2Hasher(),
  mail: { send: () => Promise.resolve() },
  activation: { delivery: 'show', lifetimeHours: 24 },
  failedSignIns: { threshold: unlimited, windowSeconds: 900, lockSeconds: 900 },
  resetCode: { delivery: 'show', lifetimeMinutes: 24 * 60, format: 'pin8', tries: unlimited },
})
const system = roster.as('system')
const stranger = roster.as({ userId: null })
const { organizationId } = await roster.bootstrap({
  organizationName: 'Acme',
  administrator: {
    userName: 'root',
    name: { givenName: 'R', familyName: 'T' },
    emails: [{ value: 'root@example.com', primary: true }],
  },
})

for (const userName of kinds.slice(1)) {
  const { id: userId, activationLink } = await system.users.create({
    organizationId,
    userName,
    name: { givenName: 'A', familyName: 'B' },
    emails: [{ value: `${userName}@example.com`, primary: true }],
  })
  const token = activationLink!.link!.split('#')[1]!
  await stranger.redeem.chooseSecretCode({ token, secretCode: '482093' })
  await stranger.redeem.finishOnboarding({ token, password: words })
  await system.secretCodes.issueResetCode({ userId })
  if (userName === 'locked') await system.users.lock({ userId, reason: 'x' })
  if (userName === 'disabled') await system.users.deactivate({ userId, reason: 'x' })
}

const handler = createRosterHandler(roster, { caller: () => null, rateLimits: false })
const post = async (path: string, body: object) =>
  (
    await handler(
      new Request(`${host}/api/roster${path}`, {
        method: 'POST',
        headers: { origin: host, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  ).text()

/** What anybody can send with a username, over HTTP or through the host's own sign-in page. */
const questions: Record<string, (userName: string) => Promise<unknown>> = {
  'a forgotten password': (userName) => post('/redeem/recovery', { userName, organizationId }),
  'a reset code': (userName) =>
    post('/redeem/reset-code', {
      userName,
      organizationId,
      code: '0000 0000',
      secretCode: '730518',
    }),
  'a wrong password': (userName) =>
    roster.signIn.verifyPassword({
      userName,
      organizationId,
      password: 'not the right one at all',
    }),
}

console.log(`${rounds} pairs each.`)
for (const [question, ask] of Object.entries(questions)) {
  const times: Record<Kind, number[]> = { unknown: [], known: [], locked: [], disabled: [] }
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < kinds.length; turn++) {
      const kind = kinds[(turn + round + warmUp) % kinds.length]!
      const startedAt = performance.now()
      await ask(kind)
      if (round >= 0) times[kind].push(performance.now() - startedAt)
    }
  }
  const rows = kinds.slice(1).map((kind) => {
    const { statistic, p } = kolmogorovSmirnov(times.unknown, times[kind])
    return {
      question,
      'compared with unknown': kind,
      'median ms': median(times[kind]).toFixed(3),
      'gap of medians ms': (median(times[kind]) - median(times.unknown)).toFixed(3),
      D: statistic.toFixed(4),
      p: p.toPrecision(3),
    }
  })
  console.table(rows)
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1]!
}

/**
 * How far the two distributions are apart at most, and how likely that is when they are one
 * (asymptotic, with Stephens's correction for small samples).
 */
function kolmogorovSmirnov(
  first: readonly number[],
  second: readonly number[],
): { readonly statistic: number; readonly p: number } {
  const [a, b] = [first.toSorted((x, y) => x - y), second.toSorted((x, y) => x - y)]
  let [i, j, statistic] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i]!, b[j]!)
    while (i < a.length && a[i]! <= at) i++
    while (j < b.length && b[j]! <= at) j++
    statistic = Math.max(statistic, Math.abs(i / a.length - j / b.length))
  }
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length))
  const lambda = (size + 0.12 + 0.11 / size) * statistic
  // The series is 1 at 0, where it does not converge.
  if (lambda < 0.2) return { statistic, p: 1 }
  const terms = Array.from(
    { length: 100 },
    (_, index) => (index % 2 === 0 ? 2 : -2) * Math.exp(-2 * (index + 1) ** 2 * lambda ** 2),
  )
  return {
    statistic,
    p: Math.min(
      1,
      Math.max(
        0,
        terms.reduce((sum, term) => sum + term, 0),
      ),
    ),
  }
}
