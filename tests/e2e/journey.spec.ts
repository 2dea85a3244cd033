import { expect, test, type Page } from '@playwright/test'

const users = '/administration/users'

async function signInAs(page: Page, username: string) {
  await page.context().clearCookies()
  const answer = await page.request.post('/demo/sign-in', { data: { username } })
  expect(answer.ok()).toBe(true)
  await page.goto(users)
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible()
}

const row = (page: Page, name: string | RegExp) =>
  page.getByRole('row').filter({ has: page.getByText(name).first() })
const search = (page: Page) =>
  page.getByRole('searchbox', { name: 'Search name, username or email' })

test('an administrator finds somebody by typing, adds a user and locks them; a viewer and the neighbour may not', async ({
  page,
}) => {
  await signInAs(page, 'zofia.wisniewska')

  await test.step('finds somebody by typing, without accents, from the keyboard', async () => {
    await page.keyboard.press('/')
    await expect(search(page)).toBeFocused()
    await page.keyboard.type('wisniewska')
    await expect(row(page, 'Wiśniewska').first()).toBeVisible()
    await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(51)
    for (const found of await page.locator('[data-row]').all())
      await expect(found).toContainText(/wisniewska|Wiśniewska/i)
    await expect(page).toHaveURL(/search=wisniewska/)
    await page.keyboard.press('Escape')
    await expect(search(page)).toHaveValue('')
  })

  await test.step('is told while typing that a username is taken', async () => {
    await page.getByRole('button', { name: 'Add user' }).click()
    const wizard = page.getByRole('dialog', { name: 'Add user' })
    await wizard.getByRole('textbox', { name: /First name/ }).fill('Marie')
    await wizard.getByRole('textbox', { name: /Last name/ }).fill('Skłodowska')
    await wizard.getByRole('textbox', { name: /Username/ }).fill('ZOFIA.Wisniewska')
    await expect(
      wizard.getByText(
        'Somebody there already uses “ZOFIA.Wisniewska”. Choose a different username.',
      ),
    ).toBeVisible()
    await wizard.getByRole('textbox', { name: /Username/ }).fill('marie.sklodowska')
    await expect(wizard.getByText(/Somebody there already uses/)).toBeHidden()
    await wizard
      .getByRole('textbox', { name: /Primary email/ })
      .fill('marie@gdansk-glassworks.example')
    await page.keyboard.press('Enter')
    await expect(
      wizard.getByRole('heading', { name: 'Where do they belong, and what may they do?' }),
    ).toBeVisible()
    // A tenant administrator adds to one organization only, which is chosen for them.
    await expect(wizard.getByRole('combobox', { name: /^Organization/ })).toHaveValue(
      'Gdańsk Glassworks',
    )
    await wizard.getByRole('combobox', { name: 'Main role' }).selectOption('viewer')
    await wizard.getByRole('button', { name: 'Continue' }).click()
    await wizard.getByRole('checkbox', { name: /Require a second factor/ }).check()
    await wizard.getByRole('button', { name: 'Continue' }).click()
    await expect(wizard).toContainText('Marie Skłodowska')
    await wizard.getByRole('button', { name: 'Add user' }).click()
    const added = page.getByRole('dialog', { name: 'Marie Skłodowska has been added' })
    await expect(added).toContainText(
      'An invitation is on its way to marie@gdansk-glassworks.example.',
    )
    await added.getByRole('button', { name: 'Done' }).press('Enter')
    await expect(added).toBeHidden()
  })

  await test.step('locks them with a reason, by keyboard alone, and sees who and why in the badge', async () => {
    await search(page).fill('sklodowska')
    const added = row(page, 'Skłodowska')
    await expect(added).toContainText('Provisioned')
    await page.locator('[data-row]').first().focus()
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: 'Lock' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Lock Marie Skłodowska?' })
    await expect(dialog.getByRole('textbox', { name: /Reason/ })).toBeFocused()
    await page.keyboard.type('Contract not signed yet')
    await dialog.getByRole('button', { name: 'Lock user' }).press('Enter')
    await expect(dialog).toBeHidden()
    const badge = added.getByRole('button', { name: 'Locked by admin' })
    await expect(badge).toBeVisible()
    await expect(badge).toHaveAccessibleDescription(
      /By: Zofia Wiśniewska\. .*Reason: Contract not signed yet\./,
    )
    await badge.hover()
    await expect(page.getByRole('tooltip').or(page.locator('.rk-tooltip'))).toContainText(
      'Contract not signed yet',
    )
    await expect(page.locator('[data-row]').first()).toBeFocused()
  })

  await test.step('is seen so after a reload, and by a link', async () => {
    await page.reload()
    await expect(search(page)).toHaveValue('sklodowska')
    await expect(row(page, 'Skłodowska')).toContainText('Locked by admin')
  })

  await test.step('a viewer sees the actions greyed, with the reason', async () => {
    await signInAs(page, 'tomasz.nowak')
    const add = page.getByRole('button', { name: 'Add user' })
    await expect(add).toHaveAttribute('aria-disabled', 'true')
    await expect(add).toHaveAccessibleDescription(
      /Your role does not allow this at Gdańsk Glassworks/,
    )
    await search(page).fill('sklodowska')
    await row(page, 'Skłodowska')
      .getByRole('button', { name: /Actions for/ })
      .click()
    for (const name of ['Unlock', 'Deactivate', 'Delete']) {
      const item = page.getByRole('menuitem', { name, exact: true })
      await expect(item).toHaveAttribute('aria-disabled', 'true')
      await expect(item).toHaveAccessibleDescription(/Your role does not allow this/)
    }
  })

  await test.step('the administrator of another tenant finds nothing of it', async () => {
    await signInAs(page, 'kenji.watanabe')
    await search(page).fill('sklodowska')
    await expect(page.getByText('No user matches')).toBeVisible()
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(page.locator('[data-row]').first()).toBeVisible()
    const list = (await (await page.request.get('/api/roster/users?limit=100')).json()) as {
      items: { organization: { name: string } }[]
      count: { value: number }
    }
    expect(new Set(list.items.map(({ organization }) => organization.name))).toEqual(
      new Set(['Kobe Precision']),
    )
    const organizations = (await (await page.request.get('/api/roster/organizations')).json()) as {
      items: { name: string }[]
    }
    expect(organizations.items.map(({ name }) => name)).toEqual(['Kobe Precision'])
  })
})

test('opens a person by Enter, shows their page by its link, edits them, and comes back to the list as it was', async ({
  page,
}) => {
  await signInAs(page, 'zofia.wisniewska')
  await search(page).fill('tomasz.nowak')
  const tomasz = page
    .locator('[data-row]')
    .filter({ has: page.getByText('tomasz.nowak', { exact: true }) })
  await expect(tomasz).toHaveCount(1)
  await tomasz.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tomasz Nowak' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 2, name: 'Tomasz Nowak' })).toBeVisible()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: /User type/ }).fill('Auditor')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByText('Tomasz Nowak has been saved.', { exact: true }).first(),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit' })).toBeFocused()
  await expect(page.getByRole('definition').filter({ hasText: 'Auditor' })).toBeVisible()
  await page.getByRole('button', { name: 'All users' }).click()
  await expect(search(page)).toHaveValue('tomasz.nowak')
})

test('every status has its people, and the facet finds them', async ({ page }) => {
  await signInAs(page, 'ingrid.solberg')
  const counts: Record<string, number> = {}
  for (const status of [
    'ACTIVE',
    'AUTO_LOCKED',
    'AWAITING_NEW_PASSWORD',
    'DEACTIVATED',
    'DELETED',
    'LOCKED_BY_ADMIN',
    'LOCKED_BY_ORGANIZATION',
    'NOT_YET_VALID',
    'NO_LONGER_VALID',
    'PROVISIONED',
    'RECOVERY',
    'STAGED',
  ]) {
    const answer = (await (
      await page.request.get(`/api/roster/users?limit=1&status=${status}`)
    ).json()) as { count: { value: number } }
    counts[status] = answer.count.value
  }
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(2000)
  await page.getByRole('button', { name: 'Status' }).first().click()
  await page.getByRole('checkbox', { name: 'Recovery' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/status=RECOVERY/)
  for (const found of await page.locator('[data-row]').all())
    await expect(found).toContainText('Recovery')
})
