// Finds the declaration behind each public export and asks whether a doc comment stands above it.
import { resolveRelative } from './module-graph.mjs'

/** Returns one sentence per export of the entry files whose declaration has no doc comment. */
export function undocumentedExports(entries, modules) {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const declarations = new Map()
  for (const entry of entries)
    for (const found of exportsOf(entry, byPath))
      declarations.set(`${found.path}#${found.name}`, found)
  const problems = [...declarations.values()].filter(
    ({ path, name }) => !isDocumented(byPath.get(path), name),
  )
  return {
    checked: declarations.size,
    problems: problems.map(
      ({ path, name, publicName, entry }) =>
        `${path}: ${name} is public${publicName === name ? '' : ` as ${publicName}`} (through ${entry}) and has no doc comment. Say above it what it does for the caller, then what it promises.`,
    ),
  }
}

function exportsOf(entry, byPath) {
  const module = byPath.get(entry)
  if (!module) throw new Error(`${entry} is a public entry and does not exist`)
  return exportEntries(module).flatMap((exported) => locate(module, exported, byPath, entry))
}

const exportEntries = (module) => module.module.staticExports.flatMap(({ entries }) => entries)

/**
 * Follows re-exports to the declaring file; what another package declares is that package's to
 * document.
 */
function locate(module, exported, byPath, entry) {
  const publicName = exported.exportName.name
  if (exported.moduleRequest) {
    const target = byPath.get(resolveRelative(module.path, exported.moduleRequest.value, byPath))
    if (!target) return []
    const wanted = exported.importName.kind === 'Name' ? exported.importName.name : undefined
    if (wanted === undefined)
      return exportEntries(target).flatMap((inner) => locate(target, inner, byPath, entry))
    return exportEntries(target)
      .filter((inner) => inner.exportName.name === wanted || inner.exportName.kind === 'None')
      .flatMap((inner) => locate(target, inner, byPath, entry))
      .filter((found) => found.publicName === wanted)
      .map((found) => ({ ...found, publicName }))
  }
  const name = exported.localName.name
  if (!name) return []
  const imported = module.module.staticImports.find(({ entries }) =>
    entries.some(({ localName }) => localName.value === name),
  )
  if (!imported) return [{ path: module.path, name, publicName, entry }]
  const { importName } = imported.entries.find(({ localName }) => localName.value === name)
  return locate(
    module,
    { moduleRequest: imported.moduleRequest, importName, exportName: exported.exportName },
    byPath,
    entry,
  )
}

function isDocumented(module, name) {
  const statements = module.program.body.filter((statement) =>
    declaredNames(statement).includes(name),
  )
  return statements.some((statement) =>
    module.comments.some(
      ({ type, value, end }) =>
        type === 'Block' &&
        value.startsWith('*') &&
        end <= statement.start &&
        module.source.slice(end, statement.start).trim() === '',
    ),
  )
}

function declaredNames(statement) {
  const declaration = statement.declaration ?? statement
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.map(({ id }) => id.name)
  return declaration.id ? [declaration.id.name] : []
}
