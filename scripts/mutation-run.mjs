// Changes the code of decisions, secrets, sessions and storage in some thousand ways, one after the other, and asks the tests to notice each. What survives is printed, with the score.
// Usage: node scripts/mutation-run.mjs [decision|secrets|sessions|storage …]   MUTATION_RUNNERS=2 by default
import { areas } from './mutation/areas.ts'
import { runToEnd } from './run-to-end.mjs'

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(areas)
for (const area of chosen) {
  console.log(`\n── ${area} ──`)
  const { status, stoppedBy } = await runToEnd('stryker', ['run', 'scripts/mutation/stryker.config.mjs'], { ...process.env, MUTATION_AREA: area })
  if (status !== 0 || stoppedBy) process.exit(status || 1)
}
