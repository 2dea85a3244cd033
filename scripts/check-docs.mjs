import { readFileSync } from 'node:fs'
import { undocumentedExports } from './doc-comments.mjs'
import { readModules } from './module-graph.mjs'

const modules = readModules('.')
const paths = new Set(modules.map((module) => module.path))
const entries = ['core', 'adapters', 'react'].flatMap(publicEntries)
const { checked, problems } = undocumentedExports(entries, modules)
for (const problem of problems) console.error(problem)
console.log(`doc comments: ${checked} public declarations, ${problems.length} without`)
process.exitCode = problems.length > 0 || checked === 0 ? 1 : 0

/** The source files behind the subpaths that the package.json exports. */
function publicEntries(name) {
  const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'))
  return Object.values(exports)
    .filter((target) => typeof target === 'object')
    .map(
      ({ types }) => `packages/${name}/${types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '')}`,
    )
    .map((base) => [`${base}.ts`, `${base}.tsx`].find((path) => paths.has(path)) ?? `${base}.ts`)
}
