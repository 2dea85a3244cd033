// Who imports what, read with a real parser. The boundaries check and the doc-comment check stand
// on it.
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

export const sourceFiles = (root) =>
  globSync('{packages,examples}/*/{src,server}/**/*.{ts,tsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

/**
 * Reads the given files (paths from the root) into modules: path, syntax tree, comments, imports,
 * exports.
 */
export function readModules(root, paths = sourceFiles(root)) {
  return paths.map((path) => parseModule(path, readFileSync(posix.join(root, path), 'utf8')))
}

export function parseModule(path, source) {
  const { program, comments, module, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0].message}`)
  const line = (offset) => source.slice(0, offset).split('\n').length
  const typesOnly = (entries) => entries.length > 0 && entries.every((entry) => entry.isType)

  const imports = [
    ...module.staticImports.map(({ start, moduleRequest, entries }) => ({
      request: moduleRequest.value,
      line: line(start),
      typeOnly: typesOnly(entries),
    })),
    ...module.staticExports
      .filter(({ entries }) => entries[0]?.moduleRequest)
      .map(({ start, entries }) => ({
        request: entries[0].moduleRequest.value,
        line: line(start),
        typeOnly: typesOnly(entries),
      })),
    ...module.dynamicImports.map(({ start, moduleRequest }) => ({
      request: source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      line: line(start),
      typeOnly: false,
      // A module that is asked for later cannot close a circle of evaluation.
      lazy: true,
    })),
  ]
  return { path, source, program, comments, module, imports, line }
}

/**
 * The path a relative request stands for, among the known paths; undefined for packages and for
 * unknown files.
 */
export function resolveRelative(from, request, known) {
  if (!request.startsWith('.')) return undefined
  const target = posix.join(posix.dirname(from), request)
  const base = target.replace(/\.(js|jsx|ts|tsx)$/, '')
  return [target, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find(
    (path) => known.has(path),
  )
}
