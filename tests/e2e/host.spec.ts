import { expect, test } from '@playwright/test'

test('says on its face that the sign-in is for trying out', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('note')).toContainText('This sign-in is for trying out.')
  await page.getByRole('button', { name: /Zofia Wiśniewska/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Good day, Zofia')
  await expect(page.getByText('Demo sign-in')).toBeVisible()
})

test('offers administrators of each level, a viewer, and administrators of other tenants', async ({
  request,
}) => {
  const { people } = (await (await request.get('/demo/people')).json()) as {
    people: { role: string; depth: number; organization: string }[]
  }
  const administrators = people.filter(({ role }) => role === 'Administrator')
  expect(new Set(administrators.map(({ depth }) => depth))).toEqual(new Set([0, 1, 2, 3]))
  expect(
    new Set(
      administrators.filter(({ depth }) => depth === 3).map(({ organization }) => organization),
    ).size,
  ).toBeGreaterThan(1)
  expect(people.map(({ role }) => role)).toContain('Viewer')
})

test('answers a session cookie that scripts cannot read, and only to JSON', async ({ request }) => {
  const answer = await request.post('/demo/sign-in', { data: { username: 'ingrid.solberg' } })
  expect(answer.headers()['set-cookie']).toMatch(/HttpOnly; SameSite=Lax/)
  expect(
    (await request.post('/demo/sign-in', { form: { username: 'ingrid.solberg' } })).status(),
  ).toBe(400)
  expect(
    (await request.post('/demo/sign-in', { data: { username: 'nobody.here' } })).status(),
  ).toBe(404)
})

test('takes no word from a page that reaches it under another name', async ({ request }) => {
  expect(
    (await request.get('/demo/people', { headers: { host: 'rebound.example' } })).status(),
  ).toBe(421)
})

test('shows the inbox without anybody signed in', async ({ page }) => {
  await page.goto('/inbox')
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  // The journeys share one portal, so there may be mails from those before.
  await expect(
    page.getByText('No mail yet.').or(page.getByRole('navigation', { name: 'Mails' })),
  ).toBeVisible()
})
