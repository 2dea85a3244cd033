// Installs from the lockfile, then runs the named scripts of package.json one after the other.
// `npm start`, `npm run storybook` and `npm test` come through here with the Node and pnpm they
// brought along.
import { readFileSync } from 'node:fs'
import { runToEnd } from './run-to-end.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
// better-sqlite3 13 ends with a silent segmentation fault on Node 20.
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Rosterkit's tools need Node 22.18 or newer; this is ${process.version}. "npm start" and "npm test" bring their own.`,
  )
  process.exit(1)
}

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
  NEXT_TELEMETRY_DISABLED: '1',
}
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

// Without a shell or package manager in between, which would swallow Ctrl-C or add lines below a
// script's last one.
const commands = process.argv.slice(2).map((name) => scripts[name].split(' '))

for (const [command, ...args] of [['pnpm', 'install', '--frozen-lockfile'], ...commands]) {
  const { status, stoppedBy } = await runToEnd(command, args, env)
  if (status !== 0 || stoppedBy) process.exit(status)
}
