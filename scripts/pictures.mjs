// Takes the whole set of pictures of the screens again, out of the example portal with its seeded
// people, into pictures/. Usage: node scripts/pictures.mjs [patterns of a picture's name …] (after
// a build) By default every screen in English, light and dark, 1440 and 375 px wide, and the main
// ones in German, Japanese and Arabic.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startPortal } from '../tests/e2e/portal-process.ts'
import { launchOptions } from './browser.mjs'
import { scenes } from './picture-scenes.mjs'

const wanted = process.argv.slice(2).map((pattern) => new RegExp(pattern))
const widths = { wide: { width: 1440, height: 900 }, narrow: { width: 375, height: 812 } }
const looks = ['en', 'de', 'ja', 'ar']
  .flatMap((language) =>
    ['light', 'dark'].flatMap((theme) =>
      Object.keys(widths).map((width) => ({ language, theme, width })),
    ),
  )
  .filter(({ language, theme }) => language === 'en' || theme === 'light')

const folder = 'pictures'
const database = join(mkdtempSync(join(tmpdir(), 'rosterkit-pictures-')), 'roster.db')
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const portal = await startPortal(database)
const browser = await chromium.launch(launchOptions())
let taken = 0
const failed = []
try {
  for (const look of looks)
    for (const [name, scene] of Object.entries(scenes)) {
      const file = [name, look.language, look.theme, look.width].join(', ')
      if ((look.language !== 'en' && !scene.main) || !wanted.every((pattern) => pattern.test(file)))
        continue
      await take(file, scene, look)
    }
} finally {
  await browser.close()
  await portal.stop('SIGTERM')
}
console.log(`${taken} pictures in ${folder}/.`)
for (const complaint of failed) console.error(complaint)
process.exitCode = failed.length > 0 ? 1 : 0

async function take(
  file,
  {
    path,
    act,
    before,
    ready = '[data-row], .rk-empty, [role="tablist"], .rk-record',
    as = 'zofia.wisniewska',
  },
  { language, theme, width },
) {
  const context = await browser.newContext({
    viewport: widths[width],
    colorScheme: theme,
    locale: language,
    baseURL: portal.url,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  try {
    if (as)
      await page.request.post('/demo/sign-in', {
        data: { username: as },
        headers: { origin: portal.url },
      })
    const address = new URL(
      typeof path === 'string' ? path : await path(page, portal.url),
      portal.url,
    )
    address.searchParams.set('lang', language)
    await before?.(page)
    await page.goto(address.href)
    await page.locator(ready).first().waitFor()
    await settled(page)
    if ((await act?.(page)) === 'nothing') return
    await settled(page)
    await page.screenshot({ path: join(folder, `${file}.png`) })
    taken++
  } catch (error) {
    await page.screenshot({ path: join(folder, `FAILED ${file}.png`) })
    failed.push(
      `“${file}” could not be taken: ${error instanceof Error ? error.message : String(error)}`,
    )
  } finally {
    await context.close()
  }
}

/** Nothing is on its way any more, and every part that came on demand stands. */
async function settled(page) {
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {})
  await page.waitForTimeout(150)
}
