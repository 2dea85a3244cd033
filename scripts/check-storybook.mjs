// Serves the built Storybook and opens it in a browser: its frame, stories of every kind and a page
// of docs, none of which may complain. Usage: node scripts/check-storybook.mjs (after
// `storybook build`)
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright-core'
import { launchOptions } from './browser.mjs'

const folder = 'storybook-static'
if (!existsSync(join(folder, 'index.json')))
  throw new Error('There is no built Storybook. Run `pnpm run storybook:build` first.')

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const file = join(
    folder,
    normalize(pathname === '/' ? 'index.html' : decodeURIComponent(pathname)),
  )
  // A browser asks for it by itself.
  if (pathname === '/favicon.ico') return void response.writeHead(204).end()
  if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const url = `http://localhost:${server.address().port}`

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
const all = Object.values(entries)
const find = (title, type = 'story') => {
  const found = all.find((entry) => entry.type === type && entry.title === title)
  if (!found) throw new Error(`There is no ${type} of “${title}”.`)
  return found
}
const wanted = [
  find('Screens/User table'),
  find('Screens/Add user wizard'),
  find('Screens/User page'),
  find('Hosts/Beside another design system'),
  find('UI/Dialog'),
  find('Theme/Knobs'),
  find('Screens/User table', 'docs'),
]

const browser = await chromium.launch(launchOptions())
const complaints = []
try {
  const page = await browser.newPage()
  page.on(
    'console',
    (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`),
  )
  page.on(
    'response',
    (response) => response.status() === 404 && complaints.push(`${response.url()} is not there.`),
  )
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  await page.goto(url)
  await page.locator('#storybook-preview-iframe').waitFor()
  for (const { id, type } of wanted) {
    await page.goto(`${url}/iframe.html?viewMode=${type}&id=${id}`)
    await page
      .locator(type === 'docs' ? '#storybook-docs table' : '#storybook-root .rk-root')
      .first()
      .waitFor()
    await page.waitForLoadState('networkidle')
    if (await page.locator('.sb-errordisplay').isVisible())
      complaints.push(`${id}: ${await page.locator('#error-message').innerText()}`)
  }
} finally {
  await browser.close()
  server.close()
  server.closeAllConnections()
}
for (const complaint of complaints) console.error(complaint)
console.log(
  `storybook: ${all.length} entries, ${wanted.length} opened, ${complaints.length} complaints`,
)
process.exitCode = complaints.length > 0 ? 1 : 0
