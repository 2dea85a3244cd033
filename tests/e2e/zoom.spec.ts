import { expect, test, type Page } from '@playwright/test'

// WCAG 2.2, 1.4.4 and 1.4.10: at 200 % a window of 1,280 by 900 has 640 by 450 CSS pixels, at 400 %
// it has 320.
const views = [
  { name: 'at 200 %', viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  { name: 'at 320 px', viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 },
] as const

/**
 * What of the page lies outside it where nobody can scroll to: controls and words beyond the edge
 * that no frame of their own scrolls.
 */
async function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls = (element: Element): boolean => {
      for (let above: Element | null = element; above; above = above.parentElement)
        if (
          /auto|scroll/.test(getComputedStyle(above).overflowX) &&
          above !== document.documentElement &&
          above !== document.body
        )
          return true
      return false
    }
    const problems =
      document.documentElement.scrollWidth > width
        ? [`The page is ${document.documentElement.scrollWidth} px wide.`]
        : []
    for (const element of document.querySelectorAll<HTMLElement>(
      'h1, h2, h3, p, label, a[href], button, input, select, textarea, dt, dd',
    )) {
      const box = element.getBoundingClientRect()
      if (
        box.width < 2 ||
        box.height < 2 ||
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      )
        continue
      // Words for screen readers alone are a pixel large, and their frames are clipped.
      if (element.closest('.rk-spoken, .rk-hidden, [inert]')) continue
      if ((box.left < -1 || box.right > width + 1) && !scrolls(element))
        problems.push(
          `${element.tagName} “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}” from ${Math.round(box.left)} to ${Math.round(box.right)}`,
        )
    }
    return problems
  })
}

/** Whether it can be brought into view and pressed there, with nothing lying over it. */
async function reachable(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
  const control = page.getByRole(role, { name }).first()
  await control.scrollIntoViewIfNeeded()
  await control.click({ trial: true })
}

for (const { name, ...view } of views) {
  test(`every page of the portal fits ${name}`, async ({ browser }) => {
    const context = await browser.newContext({ ...view, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const whole = async (what: string) => expect(await cut(page), what).toEqual([])

    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await whole('choosing a person')
    await page.goto('/sign-in')
    await expect(page.getByRole('link', { name: 'Forgot your password?' })).toBeVisible()
    await whole('the sign-in')
    await reachable(page, 'Sign in')
    await page.goto('/forgotten-password')
    await expect(page.getByRole('textbox', { name: /Username/ })).toBeVisible()
    await whole('the forgotten password')
    await reachable(page, 'Send link')
    await page.goto('/redeem')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await whole('a link without its secret')

    await page.request.post('/demo/sign-in', { data: { username: 'zofia.wisniewska' } })
    for (const [path, what] of [
      ['/', 'the dashboard'],
      ['/orders', 'the orders'],
      ['/invoices', 'the invoices'],
      ['/account', 'the account'],
    ] as const) {
      await page.goto(path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await whole(what)
    }

    await page.goto('/administration/users')
    await expect(page.locator('[data-row]').first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^Validity/ })).toBeVisible()
    await whole('the table')
    await reachable(page, 'Add user')
    await reachable(page, /^Actions for/)
    await reachable(page, 'Next')
    await page.getByRole('button', { name: 'Add user' }).first().click()
    await expect(page.getByRole('textbox', { name: /First name/ })).toBeFocused()
    await whole('the wizard')
    await reachable(page, 'Continue')
    await page.keyboard.press('Escape')

    const list = (await (
      await page.request.get('/api/roster/users?search=tomasz.nowak&limit=1')
    ).json()) as { items: { id: string }[] }
    for (const tab of [
      'profile',
      'access',
      'authenticators',
      'resources',
      'sessions',
      'activity',
    ]) {
      await page.goto(`/administration/users?user=${list.items[0]!.id}&tab=${tab}`)
      await expect(page.getByRole('tab', { selected: true })).toBeVisible()
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
      await whole(`a person, ${tab}`)
      await reachable(page, /^More actions for/)
    }
    await context.close()
  })
}
