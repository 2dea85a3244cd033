// Makes sure a Chromium exists for the browser tests and prints its path; says what to do when it
// cannot.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findChromium } from './browser.mjs'

const isRoot = process.getuid?.() === 0
const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
// Debian only: Ubuntu's chromium package is a stub for snap.
const hasAptChromium = /^ID=debian$/m.test(osRelease) && isRoot

if (!findChromium()) install()

const found = findChromium()
if (!found) {
  console.error(
    [
      '',
      'No Chromium for the browser tests. Do one of:',
      '  apt-get install chromium                   (Debian, as root)',
      '  npx playwright install chromium',
      '  CHROMIUM_PATH=/path/to/chrome npm test',
      '',
    ].join('\n'),
  )
  process.exit(1)
}
console.log(`browser: ${found}`)

function install() {
  if (hasAptChromium) {
    console.log('No Chromium found: installing the one of Debian (apt-get install chromium) …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], env)
    run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      env,
    )
  } else {
    console.log('No Chromium found: downloading the one of Playwright …')
    run(
      'pnpm',
      ['exec', 'playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'],
      process.env,
    )
  }
}

function run(command, args, env) {
  spawnSync(command, args, {
    stdio: 'inherit',
    env,
    timeout: 300_000,
    shell: process.platform === 'win32',
  })
}
