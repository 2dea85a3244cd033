// The lockfile names packages and their checksums, never the place they came from:
// everyone installs from the registry that they have configured.
import { readFileSync } from 'node:fs'

const lines = readFileSync('pnpm-lock.yaml', 'utf8').split('\n')
const found = lines
  .map((text, index) => ({ text: text.trim(), line: index + 1 }))
  .filter(({ text }) => /https?:\/\/|\btarball:|\bregistry\b.*:\s*\S+\.\S+\//.test(text))
for (const { text, line } of found)
  console.error(
    `pnpm-lock.yaml:${line}: ${text}\n  Remove the address and install again without a registry setting that writes it.`,
  )
console.log(`lockfile: ${lines.length} lines, ${found.length} with an address`)
process.exitCode = found.length > 0 ? 1 : 0
