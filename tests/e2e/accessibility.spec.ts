import { expect, test, type Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'

// WCAG 2.2 AA. Not axe's advice beside it, which wants even an open menu inside a landmark.
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly,
      }),
    wcag,
  )
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the Users section is free of violations, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.request.post('/demo/sign-in', { data: { username: 'zofia.wisniewska' } })

    await page.goto('/administration/users')
    await expect(page.locator('[data-row]').first()).toBeVisible()
    expect(await violations(page), 'the table').toEqual([])

    await page.locator('[data-row]').first().focus()
    await page.keyboard.press('m')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    expect(await violations(page), 'the row menu').toEqual([])
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Add user' }).click()
    await expect(page.getByRole('textbox', { name: /First name/ })).toBeFocused()
    expect(await violations(page), 'the wizard').toEqual([])
    await page.keyboard.press('Escape')

    await page.locator('[data-row]').first().focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: 'Profile' })).toBeVisible()
    expect(await violations(page), 'a person').toEqual([])
    await context.close()
  })
}

test('reflows at 320 px without scrolling sideways', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  await page.request.post('/demo/sign-in', { data: { username: 'zofia.wisniewska' } })
  await page.goto('/administration/users')
  await expect(page.locator('[data-row]').first()).toBeVisible()
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0)
  await context.close()
})
