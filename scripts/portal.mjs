// Builds the example portal with everything it stands on, then runs it until it is told to stop.
import { runToEnd } from './run-to-end.mjs'

console.log('Building the packages and the example portal …')
const build = await runToEnd('turbo', [
  'run',
  'build',
  '--filter=rosterkit-example-portal',
  '--output-logs=errors-only',
])
if (build.status !== 0 || build.stoppedBy) process.exit(build.status)

const portal = await runToEnd(process.execPath, ['examples/portal/server/main.ts'])
process.exitCode = portal.status
