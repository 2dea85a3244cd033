import { boundaryViolations } from './boundaries.mjs'
import { readModules } from './module-graph.mjs'

const modules = readModules('.')
const problems = boundaryViolations(modules)
for (const problem of problems) console.error(problem)
console.log(
  `boundaries: ${modules.length} files, ${problems.length} imports that point the wrong way`,
)
process.exitCode = problems.length > 0 || modules.length === 0 ? 1 : 0
