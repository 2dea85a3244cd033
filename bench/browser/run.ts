// The table beside others, in a real browser: one page each, the same people, in turn. See
// README.md for what the lines mean.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { launchOptions } from '../../scripts/browser.mjs'
import type {} from './page.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
})
const here = import.meta.dirname
const names = ['rosterkit', 'mui', 'ag-grid', 'tanstack', 'bare'].filter(
  (name) => values.only === undefined || values.only.split(',').includes(name),
)
const typed = ['a', 'an', 'ann', 'anna', 'l', 'li', 'lin', 'lind']
const frames = 150

interface Measured {
  readonly mount: number[]
  readonly firstSort: number[]
  readonly key: number[]
  readonly dropped: number[]
  readonly work: number[]
}

const installed = spawnSync(
  'npm',
  ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefix', here],
  { stdio: 'inherit' },
)
if (installed.status !== 0) process.exit(1)
const folder = mkdtempSync(join(tmpdir(), 'rosterkit-bench-browser-'))
for (const name of names) await bundle(name)
const server = createServer((request, response) => {
  const file = (request.url ?? '/').slice(1)
  if (file.endsWith('.html'))
    return void response
      .setHeader('content-type', 'text/html')
      .end(
        `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${file.replace('.html', '.css')}"><div id="root"></div><script src="${file.replace('.html', '.js')}"></script>`,
      )
  try {
    response
      .setHeader('content-type', file.endsWith('.css') ? 'text/css' : 'text/javascript')
      .end(readFileSync(join(folder, file)))
  } catch {
    response.writeHead(404).end()
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
const browser = await chromium.launch(launchOptions())
const results: Record<string, Record<string, Measured>> = {}
try {
  for (const size of values.rows.split(',').map(Number)) {
    const measured = (results[size] = Object.fromEntries(
      names.map((name) => [name, { mount: [], firstSort: [], key: [], dropped: [], work: [] }]),
    ))
    for (let round = 0; round < Number(values.rounds); round++)
      for (const name of names) await measure(name, size, measured[name]!)
    report(size, measured)
  }
} finally {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true })
}
mkdirSync(join(here, '../results'), { recursive: true })
writeFileSync(
  join(here, '../results', `browser-${new Date().toISOString().replaceAll(':', '-')}.json`),
  JSON.stringify(results),
)

async function bundle(name: string): Promise<void> {
  await build({
    stdin: {
      contents: `import { contender } from './contenders/${name}.tsx'\nimport { measures } from './page.ts'\nmeasures(contender)`,
      resolveDir: here,
      sourcefile: `${name}.ts`,
    },
    outfile: join(folder, `${name}.js`),
    bundle: true,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    alias: {
      react: join(here, 'node_modules/react'),
      'react-dom': join(here, 'node_modules/react-dom'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'css' },
    logLevel: 'error',
  })
}

/** One page from the beginning to the end, with a heap of its own. */
async function measure(name: string, size: number, into: Measured): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 640 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(`http://127.0.0.1:${port}/${name}.html`)
    await page.evaluate((rows) => window.bench.prepare(rows), size)
    await quiet(page)
    into.mount.push(await page.evaluate(() => window.bench.mount()))
    await quiet(page)
    into.firstSort.push(await page.evaluate(() => window.bench.sort()))
    await quiet(page)
    for (const text of typed) {
      into.key.push(await page.evaluate((entered) => window.bench.filter(entered), text))
      await page.waitForTimeout(100)
    }
    await page.evaluate(() => window.bench.clear())
    await quiet(page)
    const { dropped, workMs } = await page.evaluate((count) => window.bench.scroll(count), frames)
    into.dropped.push(dropped)
    into.work.push(workMs)
  } catch (error) {
    throw new Error(`${name} with ${size} rows could not be measured.`, { cause: error })
  } finally {
    await context.close()
  }
}

function quiet(page: Page): Promise<void> {
  return page.waitForTimeout(400)
}

function report(size: number, measured: Record<string, Measured>): void {
  const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)
  const at = (list: readonly number[], share: number) =>
    sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))]!
  const shown = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
  console.log(
    `\n${size.toLocaleString('en')} rows, milliseconds from the event to the paint of the right rows\n`,
  )
  console.log(`| | ${names.join(' | ')} |\n|---|${names.map(() => '--:').join('|')}|`)
  const line = (label: string, cell: (of: Measured) => string) =>
    console.log(`| ${label} | ${names.map((name) => cell(measured[name]!)).join(' | ')} |`)
  line('mount', ({ mount }) => shown(at(mount, 0.5)))
  line('first click on a heading', ({ firstSort }) => shown(at(firstSort, 0.5)))
  line(
    'key in the filter, p50 / p95',
    ({ key }) => `${shown(at(key, 0.5))} / ${shown(at(key, 0.95))}`,
  )
  line(
    `scrolling, frames dropped of ${frames} / work a frame`,
    ({ dropped, work }) => `${shown(at(dropped, 0.5))} / ${shown(at(work, 0.5))}`,
  )
}
