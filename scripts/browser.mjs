// Finds a Chromium: $CHROMIUM_PATH, the system's, or Playwright's own.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...systemPaths, playwrightsOwn()].find(
    (path) => path && existsSync(path),
  )
}

export function launchOptions() {
  const executablePath = findChromium()
  // Chromium refuses its sandbox to root, which is who runs in most containers.
  return {
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  }
}

function playwrightsOwn() {
  try {
    return chromium.executablePath()
  } catch {
    return undefined
  }
}
