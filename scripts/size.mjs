// What a browser has to download, measured on the built packages: bundled by Vite's own bundler,
// minified, gzip -9. 1 kB = 1,000 bytes. Not by esbuild: it keeps every module that an index
// re-exports in the first chunk once any page imports it on demand.
import { gzipSync } from 'node:zlib'
import { build as buildStyles } from 'esbuild'
import { rolldown } from 'rolldown'
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
  const chunks = new Map((await bundle(code)).map((chunk) => [chunk.fileName, chunk]))
  const first = [...chunks.values()].find(({ isEntry }) => isEntry)
  const initial = sum(
    [...reachedAtOnce(first.fileName, chunks)].map((fileName) =>
      gzipped(chunks.get(fileName).code),
    ),
  )
  // In one file, as the figures of others in the table of budgets were taken; thirty small files
  // compress a little worse. Without the whole contract, which only a host's own calls by name
  // fetch (client.users.list), and which has a line of its own; screens bring the operations that
  // they use.
  const total = sum(
    (await bundle(code, { codeSplitting: false }, ['@rosterkit/core/contract'])).map((chunk) =>
      gzipped(chunk.code),
    ),
  )
  return { initial, total }
}

async function bundle(code, options = {}, left = []) {
  const entry = `${process.cwd()}/size-entry.js`
  const bundled = await rolldown({
    input: entry,
    external: ['react', 'react-dom', 'react/jsx-runtime', ...left],
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    preserveEntrySignatures: 'strict',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    onLog: () => {},
  })
  const { output } = await bundled.generate({ format: 'es', minify: true, ...options })
  await bundled.close()
  return output.filter(({ type }) => type === 'chunk')
}

function reachedAtOnce(fileName, chunks, reached = new Set()) {
  if (reached.has(fileName) || !chunks.has(fileName)) return reached
  reached.add(fileName)
  for (const imported of chunks.get(fileName).imports) reachedAtOnce(imported, chunks, reached)
  return reached
}

async function measureStyles(code) {
  const { outputFiles } = await buildStyles({
    stdin: { contents: code, loader: 'css', resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'silent',
  })
  const bytes = sum(outputFiles.map(({ contents }) => gzipped(contents)))
  return { initial: bytes, total: bytes }
}

function gzipped(contents) {
  return gzipSync(contents, { level: 9 }).length
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
