// The long run of tests/stores/kills.test.ts: a writing process killed 120 times, 60 over SQLite
// and 60 over PostgreSQL, unless told otherwise.
import { runToEnd } from './run-to-end.mjs'

const kills = process.argv[2] ?? '60'
process.env['KILLS'] = kills
const { status } = await runToEnd('vitest', ['run', '--project=node', 'tests/stores/kills.test.ts'])
process.exitCode = status ?? 1
