// Builds the portals of tests/consumers from the packed packages, as their users install them,
// types checked, and looks at each in Chromium. Needs the built packages. Says too what an
// installation of the three packages weighs.
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { launchOptions } from './browser.mjs'

const names = ['core', 'adapters', 'react']
// The goal was 20 MB; zod and TanStack Query alone are 10. See docs/performance.md.
const most = { megabytes: 23.5, packages: 60 }

/**
 * How each portal is built, types checked, and started on a port, and what stands on its page
 * beside the people.
 */
const portals = {
  next: {
    build: [['next', 'build']],
    start: (port) => ['next', 'start', '-p', port, '-H', '127.0.0.1'],
    says: 'On the server: 1 people',
  },
  'vite-react-18': {
    build: [
      ['tsc', '--noEmit'],
      ['vite', 'build'],
    ],
    start: (port) => ['vite', 'preview', '--port', port, '--strictPort', '--host', '127.0.0.1'],
    says: 'React 18.2.0',
  },
}

const scratch = mkdtempSync(join(tmpdir(), 'rosterkit-consumers-'))
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: 'true' }
try {
  for (const name of names)
    run('pnpm', ['pack', '--out', join(scratch, `${name}.tgz`)], resolve('packages', name))
  weighInstallation()
  for (const [name, portal] of Object.entries(portals)) await check(name, portal)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function check(name, { build, start, says }) {
  const folder = join(scratch, name)
  cpSync(resolve('tests/consumers', name), folder, { recursive: true })
  install(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  for (const step of build) run('pnpm', ['exec', ...step], folder)
  const port = String(await freePort())
  const server = spawn('pnpm', ['exec', ...start(port)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    await look(`http://127.0.0.1:${port}/`, says)
    console.log(
      `${name}: installed from the packed packages, types checked, built, and seen in Chromium.`,
    )
  } finally {
    if (server.pid) process.kill(-server.pid, 'SIGTERM')
  }
}

/**
 * Opens the page, adds nothing and clicks through to the one person there is. Whatever the console
 * complains of is a failure.
 */
async function look(address, says) {
  await answering(address)
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await browser.newPage()
    const complaints = []
    page.on(
      'console',
      (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
    )
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(address)
    try {
      await page.getByText(says).waitFor()
      await page.getByRole('row', { name: /Zofia Wiśniewska/ }).click()
      await page.getByRole('tab', { name: 'Access' }).click()
      await page.getByText('Administrator at Harbourline', { exact: true }).waitFor()
    } catch (error) {
      throw new Error(
        `The page at ${address} is not as it should be. It shows:\n${await page.locator('body').innerText()}\n${complaints.join('\n')}`,
        { cause: error },
      )
    }
    if (complaints.length > 0)
      throw new Error(`The page at ${address} complains:\n${complaints.join('\n')}`)
  } finally {
    await browser.close()
  }
}

/** Everything that the three packages bring along, without what the host has anyway. */
function weighInstallation() {
  const folder = join(scratch, 'weighed')
  mkdirSync(folder)
  install(folder, { name: 'weighed', private: true, dependencies: {} }, [
    '--config.auto-install-peers=false',
  ])
  const store = join(folder, 'node_modules/.pnpm')
  const packages = readdirSync(store).filter(
    (entry) => entry.includes('@') && entry !== 'lock.yaml',
  )
  const megabytes = bytesIn(store) / 1_000_000
  console.log(
    `An installation of the three packages: ${megabytes.toFixed(1)} of ${most.megabytes} MB, ${packages.length} of ${most.packages} packages.`,
  )
  if (megabytes > most.megabytes || packages.length > most.packages)
    throw new Error('That is more than it may weigh. Look at what a new dependency brings along.')
}

function install(folder, manifest, more = []) {
  const packed = Object.fromEntries(
    names.map((name) => [`@rosterkit/${name}`, `file:../${name}.tgz`]),
  )
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, ...packed } }),
  )
  writeFileSync(
    join(folder, 'pnpm-workspace.yaml'),
    `overrides:\n${names.map((name) => `  '@rosterkit/${name}': 'file:../${name}.tgz'\n`).join('')}`,
  )
  run(
    'pnpm',
    ['install', '--prefer-offline', '--ignore-scripts', '--no-frozen-lockfile', ...more],
    folder,
  )
}

function bytesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce(
    (total, entry) =>
      total +
      (entry.isDirectory()
        ? bytesIn(join(folder, entry.name))
        : entry.isFile()
          ? statSync(join(folder, entry.name)).size
          : 0),
    0,
  )
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: realpathSync(cwd),
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} in ${cwd}:\n${stdout}\n${stderr}`)
}

async function answering(address) {
  for (let tries = 0; ; tries++) {
    const response = await fetch(address).catch(() => null)
    if (response?.ok) return
    if (tries === 300) throw new Error(`Nothing answers at ${address}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
