// Looks at each package the way its users' tools will: publint for the manifest, attw for the
// types.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

// A style sheet has no types to resolve.
const untypedEntrypoints = { react: ['styles.css'] }

let failed = false
for (const name of readdirSync('packages')) {
  const excluded = untypedEntrypoints[name] ?? []
  run(name, 'publint', ['--strict'])
  run(name, 'attw', [
    '--pack',
    '.',
    '--profile',
    'esm-only',
    ...(excluded.length > 0 ? ['--exclude-entrypoints', ...excluded] : []),
  ])
}
process.exitCode = failed ? 1 : 0

function run(name, command, args) {
  console.log(`\n${name}: ${command} ${args.join(' ')}`)
  const { status } = spawnSync(command, args, {
    cwd: `packages/${name}`,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  failed ||= status !== 0
}
