import { expect, test, type Locator, type Page } from '@playwright/test'

// Each main flow with no pointer at all: what is pressed here are keys.

async function signInAs(page: Page, username: string) {
  await page.context().clearCookies()
  expect((await page.request.post('/demo/sign-in', { data: { username } })).ok()).toBe(true)
  await page.goto('/administration/users')
  await expect(page.locator('[data-row]').first()).toBeVisible()
}

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${String(target)}.`)
}

async function openPerson(page: Page, userName: string) {
  await page.keyboard.press('/')
  await page.keyboard.type(userName)
  const row = page
    .locator('[data-row]')
    .filter({ has: page.getByText(userName, { exact: true }) })
    .first()
  await expect(row).toBeVisible()
  await expect(page).toHaveURL(new RegExp(userName))
  await expect(page.locator('.rk-table-body[data-state="settled"]')).toBeVisible()
  await tabTo(page, page.locator('[data-row][tabindex="0"]'))
  for (
    let presses = 0;
    presses < 10 && !(await row.evaluate((element) => element === document.activeElement));
    presses++
  )
    await page.keyboard.press('ArrowDown')
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Profile' })).toBeVisible()
}

/**
 * A day and a time typed into a field of the browser's own, in the American order that its locale
 * has.
 */
async function typeMoment(
  page: Page,
  field: Locator,
  { day, time }: { day: string; time: string },
) {
  await tabTo(page, field)
  await page.keyboard.type(day)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(time)
}

test('adds somebody with two roles and groups', async ({ page }) => {
  await signInAs(page, 'ingrid.solberg')
  await tabTo(page, page.getByRole('button', { name: 'Add user' }))
  await page.keyboard.press('Enter')
  const wizard = page.getByRole('dialog', { name: 'Add user' })
  await expect(wizard.getByRole('textbox', { name: /First name/ })).toBeFocused()
  for (const [index, text] of [
    'Emmy',
    'Noether',
    'emmy.noether',
    'emmy@gdansk-glassworks.example',
  ].entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
  await expect(wizard.getByRole('combobox', { name: /^Organization/ })).toBeFocused()
  await page.keyboard.type('gdansk')
  await page.keyboard.press('Enter')
  await expect(wizard.getByRole('combobox', { name: /^Organization/ })).toHaveValue(
    'Gdańsk Glassworks',
  )
  await tabTo(page, wizard.getByRole('combobox', { name: 'Main role' }))
  await page.keyboard.type('Supp')
  await expect(wizard.getByRole('combobox', { name: 'Main role' })).toHaveValue('support')
  await tabTo(page, wizard.getByRole('button', { name: 'Add another role' }))
  await page.keyboard.press('Enter')
  const second = wizard.getByRole('combobox', { name: 'Role 2', exact: true })
  await expect(second).toBeFocused()
  await page.keyboard.type('View')
  await expect(second).toHaveValue('viewer')
  await page.keyboard.press('Tab')
  await page.keyboard.type('europe')
  await page.keyboard.press('Enter')
  await expect(wizard.getByRole('combobox', { name: 'Role 2 applies at' })).toHaveValue(
    'Harbourline Europe',
  )
  await tabTo(page, wizard.getByRole('combobox', { name: /^Groups/ }))
  for (const group of ['first', 'night']) {
    await page.keyboard.type(group)
    await expect(page.getByRole('option', { name: new RegExp(group, 'i') })).toHaveCount(1)
    await page.keyboard.press('Enter')
  }
  await expect(wizard.getByRole('list', { name: 'Groups' }).getByRole('listitem')).toHaveText([
    'First aid',
    'Night shift',
  ])
  await tabTo(page, wizard.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')
  await expect(wizard.getByRole('heading', { name: 'How will they sign in?' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(wizard.getByRole('heading', { name: 'Is this right?' })).toBeVisible()
  await expect(
    wizard.getByRole('definition').filter({ hasText: 'Support at Gdańsk Glassworks' }),
  ).toContainText('Viewer at Harbourline Europe')
  await expect(wizard.getByRole('definition').filter({ hasText: 'First aid' })).toContainText(
    'Night shift',
  )
  await tabTo(page, wizard.getByRole('button', { name: 'Add user' }))
  await page.keyboard.press('Enter')
  const added = page.getByRole('dialog', { name: 'Emmy Noether has been added' })
  await expect(added.getByRole('button', { name: 'Done' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(added).toBeHidden()
  await openPerson(page, 'emmy.noether')
  await tabTo(page, page.getByRole('tab', { name: 'Profile' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Support at Gdańsk Glassworks')).toBeVisible()
  await expect(page.getByText('Viewer at Harbourline Europe')).toBeVisible()
})

test('changes how long a role holds, and looks at the access of another day', async ({ page }) => {
  await signInAs(page, 'zofia.wisniewska')
  await openPerson(page, 'tomasz.nowak')
  await tabTo(page, page.getByRole('tab', { name: 'Profile' }))
  await page.keyboard.press('ArrowRight')
  const menu = page.getByRole('button', { name: /^Actions for Viewer at/ })
  await tabTo(page, menu)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Change period' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Change how long Tomasz Nowak/ })
  await typeMoment(page, dialog.getByLabel(/^Valid until/), { day: '03012031', time: '0900AM' })
  await tabTo(page, dialog.getByRole('button', { name: 'Change period' }))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(menu).toBeFocused()
  const role = page.getByRole('listitem').filter({ hasText: /^Viewer at/ })
  await expect(role).toContainText(/Until Mar 1, 2031, 9:00\sAM/)

  await tabTo(page, page.getByRole('tab', { name: 'Access' }), 'Shift+Tab')
  await typeMoment(page, page.getByLabel(/^As of/), { day: '03022031', time: '0900AM' })
  await expect(page.getByText(/^As of Mar 2, 2031, 9:00\sAM/)).toBeVisible()
  await expect(role).toContainText('Not in force')
  await expect(page.getByRole('button', { name: 'Give role' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(/^As of Mar 2, 2031/)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Back to now' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(/^As of/)).toBeFocused()
  await expect(page.getByRole('button', { name: 'Give role' })).toBeVisible()
  await expect(role).not.toContainText('Not in force')
})

test('asks for a new password, and is told the same whoever it is', async ({ page }) => {
  for (const userName of ['zofia.wisniewska', 'nobody.at.all']) {
    await page.goto('/sign-in')
    await tabTo(page, page.getByRole('link', { name: 'Forgot your password?' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('textbox', { name: /Username/ }))
    await page.keyboard.type(userName)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeFocused()
    await expect(page.getByText(`If ${userName} is a username here,`)).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/sign-in$/)
  }
})

test('narrows the table by facets, with counts, and finds the choice again by its link', async ({
  page,
}) => {
  await signInAs(page, 'ingrid.solberg')
  const activity = page.getByRole('button', { name: /^Activity/ })
  await tabTo(page, activity)
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Activity' })
  const dormant = panel.getByRole('checkbox', { name: /^Dormant/ })
  const option = panel.locator('label').filter({ hasText: /^Dormant/ })
  await expect(option).toHaveText(/^Dormant[\d,]+\+?$/)
  const count = (await option.textContent())!.replace('Dormant', '')
  await expect(dormant).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(activity).toBeFocused()
  await expect(activity).toContainText('Dormant')
  await expect(page).toHaveURL(/dormant=true/)
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(`of ${count}`)
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(`of ${count}`)
  const factor = page.getByRole('button', { name: /^Second factor/ })
  await tabTo(page, factor)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: /^Not required/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/mfa=enrolled/)
  await page.keyboard.press('Escape')
  await tabTo(page, page.getByRole('button', { name: 'Clear', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/dormant|mfa/)
})
