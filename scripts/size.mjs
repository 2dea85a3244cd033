// What a browser has to download, measured on the built packages: bundled, minified, gzip -9. 1 kB = 1,000 bytes.
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { budgets } from './size-budgets.mjs'

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
let failed = false

for (const { name, code, css = false, initial, total } of budgets) {
  try {
    const size = css ? await measureStyles(code) : await measureScript(code)
    check(name, 'initial', size.initial, initial)
    check(name, 'total', size.total, total)
  } catch (error) {
    failed = true
    console.error(`FAIL ${name}: ${error.message}`)
  }
}
process.exitCode = failed ? 1 : 0

function check(name, what, bytes, limit) {
  if (limit === undefined) return
  const over = bytes > limit
  failed ||= over
  console.log(`${over ? 'FAIL' : 'ok  '} ${name}, ${what}: ${kB(bytes)} of ${kB(limit)}`)
}

async function measureScript(code) {
  const { outputFiles, metafile } = await bundle({ contents: code, loader: 'js' }, { splitting: true })
  const sizes = new Map(outputFiles.map(({ path, contents }) => [path.split('/').at(-1), gzipped(contents)]))
  const chunks = new Map(Object.entries(metafile.outputs).map(([path, output]) => [path.split('/').at(-1), output]))
  const first = [...chunks].find(([, output]) => output.entryPoint === '<stdin>')[0]
  return { initial: sum([...reachedAtOnce(first, chunks)].map((chunk) => sizes.get(chunk))), total: sum([...sizes.values()]) }
}

function reachedAtOnce(first, chunks, reached = new Set()) {
  if (reached.has(first)) return reached
  reached.add(first)
  for (const { path, kind, external } of chunks.get(first).imports) {
    if (!external && kind === 'import-statement') reachedAtOnce(path.split('/').at(-1), chunks, reached)
  }
  return reached
}

async function measureStyles(code) {
  const { outputFiles } = await bundle({ contents: code, loader: 'css' })
  const bytes = sum(outputFiles.map(({ contents }) => gzipped(contents)))
  return { initial: bytes, total: bytes }
}

function bundle(stdin, options = {}) {
  return build({
    stdin: { ...stdin, resolveDir: process.cwd() },
    outdir: 'size',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    // The host has React already.
    external: ['react', 'react-dom', 'react/jsx-runtime', 'react-dom/client'],
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    ...options,
  })
}

function gzipped(contents) {
  return gzipSync(contents, { level: 9 }).length
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
