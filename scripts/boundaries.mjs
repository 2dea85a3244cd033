// The rules about who may import whom. Each message says what to do instead.
import { posix } from 'node:path'
import { resolveRelative } from './module-graph.mjs'

/** What each package may import besides its own files. */
const allowedPackages = {
  core: ['zod'],
  adapters: [
    '@rosterkit/core',
    'zod',
    'ky',
    'kysely',
    'better-sqlite3',
    'pg',
    'msw',
    'nodemailer',
    '@node-rs/argon2',
    '@opentelemetry/api',
    '@zxcvbn-ts/language-common',
    '@simplewebauthn/server',
    'otpauth',
    'papaparse',
    'scim2-parse-filter',
    'node:',
  ],
  react: [
    '@rosterkit/core',
    'react',
    'react-dom',
    'zod',
    '@radix-ui/',
    '@tanstack/',
    'uqr',
    'papaparse',
  ],
}

const isTest = (path) => /\.(test|stories)\.tsx?$/.test(path)
const workspaceOf = (path) => path.split('/').slice(0, 2).join('/')
const featureOf = (path) => /^packages\/[^/]+\/src\/([^/]+)\//.exec(path)?.[1]

/**
 * The layers of core, from the bottom up: a file imports, types included, from its own layer and
 * from those before it. Names of folders and files below `packages/core/src`.
 */
const layers = [
  ['kernel'],
  ['domain'],
  ['context.ts', 'testing'],
  ['steps'],
  ['operations'],
  ['execute'],
  ['batch'],
  ['transfer'],
  ['contract.ts', 'browser.ts', 'ports.ts', 'testing.ts'],
  ['roster.ts'],
  ['index.ts'],
]

/** Returns one sentence per import that points the wrong way. */
export function boundaryViolations(modules) {
  const known = new Set(modules.map((module) => module.path))
  const operationFiles = new Set(modules.filter(definesOperation).map(({ path }) => path))
  const problems = []

  for (const { path, imports } of modules) {
    if (isInnerIndex(path))
      problems.push(
        `${path}: an index file inside a package. Give it the name of what it holds and let others import that file.`,
      )
    for (const entry of imports) {
      const target = resolveRelative(path, entry.request, known)
      const problem = entry.request.startsWith('.')
        ? (relativeProblem(path, entry.request, target) ??
          layerProblem(path, target) ??
          operationProblem(path, target, operationFiles))
        : packageProblem(path, entry.request)
      if (problem) problems.push(`${path}:${entry.line}: ${problem}`)
    }
  }
  return [...problems, ...cycles(modules, known)]
}

/** Whether the file defines an operation: a plain object that `satisfies Operation`. */
function definesOperation({ path, source }) {
  return path.startsWith('packages/core/src/operations/') && /satisfies Operation\b/.test(source)
}

function layerOf(path) {
  const inCore = /^packages\/core\/src\/([^/]+)/.exec(path)?.[1]
  if (inCore === undefined || path.endsWith('.test.ts')) return undefined
  const layer = layers.findIndex((names) => names.includes(inCore))
  return layer < 0 ? `${path} is in no layer` : layer
}

function layerProblem(from, target) {
  const [own, other] = [layerOf(from), target && layerOf(target)]
  if (typeof own === 'string')
    return `${own} of core. Put it into one of the folders listed in scripts/boundaries.mjs.`
  if (own === undefined || typeof other !== 'number' || other <= own) return undefined
  return `${layers[own][0]} imports ${target}, which is above it. Move what both need down: records and pure rules to domain/, what works through a context to steps/.`
}

function operationProblem(from, target, operationFiles) {
  if (!target || !operationFiles.has(target) || !from.includes('/core/src/operations/'))
    return undefined
  const sameFeature = posix.dirname(from) === posix.dirname(target)
  if (sameFeature && /\/(?:contract|handlers)\.ts$/.test(from)) return undefined
  return `imports the operation in ${target}. Move what both need to domain/ or steps/; only the feature's contract.ts and handlers.ts list its operations.`
}

function isInnerIndex(path) {
  return (
    path.startsWith('packages/') &&
    /\/index\.tsx?$/.test(path) &&
    !/^packages\/[^/]+\/src\/index\.ts$/.test(path)
  )
}

function relativeProblem(from, request, target) {
  const reached = target ?? posix.join(posix.dirname(from), request)
  // Stories share their stage: the roster that the mock server answers with.
  if (/\.(stories|browser\.test)\.tsx$/.test(from) && reached.startsWith('.storybook/')) return null
  if (workspaceOf(reached) !== workspaceOf(from))
    return `reaches into ${workspaceOf(reached)} by a path. Import it by its package name, from what it exports.`
  if (!from.startsWith('packages/') || !target) return undefined
  if (/^packages\/[^/]+\/src\/index\.ts$/.test(target))
    return `imports its own package's index. Import the file that declares the name.`
  if (featureOf(from) === 'kernel' && featureOf(target) !== 'kernel')
    return `the kernel imports ${target}. Move what it needs into the kernel, or hand it in from the feature.`
  if (featureOf(from) === 'ui' && featureOf(target) === 'operations')
    return `a part in ui/ asks for data. Ask in the screen and hand the answer to the part.`
  return undefined
}

function packageProblem(from, request) {
  const name = from.startsWith('packages/') ? from.split('/')[1] : undefined
  if (!name || isTest(from)) return undefined
  if (request === `@rosterkit/${name}` || request.startsWith(`@rosterkit/${name}/`))
    return `imports its own package by name. Import the file that declares the name.`
  const allowed = allowedPackages[name] ?? []
  if (
    allowed.some(
      (prefix) =>
        request === prefix ||
        request.startsWith(prefix.endsWith('/') || prefix.endsWith(':') ? prefix : `${prefix}/`),
    )
  )
    return undefined
  if (request.startsWith('@rosterkit/'))
    return `${name} imports ${request}. Arrows point at core only: put what both need into core, or let the host bring them together.`
  return `${name} imports ${request}, which is not on its list in scripts/boundaries.mjs. ${name === 'core' ? 'Core knows zod and nothing else: make it a port that an adapter answers.' : 'Add it there and to its package.json if the package really needs it.'}`
}

function cycles(modules, known) {
  const next = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports
        .filter((entry) => !entry.lazy)
        .map((entry) => resolveRelative(path, entry.request, known))
        .filter(Boolean),
    ]),
  )
  const done = new Set()
  const found = []
  const walk = (path, trail) => {
    const start = trail.indexOf(path)
    if (start >= 0) return void found.push([...trail.slice(start), path])
    if (done.has(path)) return
    for (const target of next.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) walk(path, [])
  return found.map(
    (trail) =>
      `a circle of imports: ${trail.join(' → ')}. Move what both ends need into a file of its own.`,
  )
}
