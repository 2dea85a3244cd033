import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { invisible, markup } from '../abuse/markup.ts'

// Row 60 on the screens themselves: what people, groups, devices and reasons are called is text
// wherever it is shown, in a page under the portal's own policy and in its mails.

const api = '/api/roster'

/** Everything that a page may do only when a text has become more than text. */
function watch(page: Page, origin: string): string[] {
  const noticed: string[] = []
  page.on('dialog', (dialog) => {
    noticed.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url())
    if (protocol.startsWith('http') && to !== origin) noticed.push(`a request to ${request.url()}`)
  })
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(origin) && frame.url() !== 'about:blank')
      noticed.push(`a page at ${frame.url()}`)
  })
  page.on('console', (message) => {
    if (/content security policy|violat/i.test(message.text())) noticed.push(message.text())
  })
  page.on('pageerror', (error) => noticed.push(`a fault: ${error.message}`))
  return noticed
}

async function send(
  request: APIRequestContext,
  path: string,
  data: object,
  origin: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await request.post(`${api}${path}`, { data, headers: { origin } })
  return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> }
}

async function done(...call: Parameters<typeof send>): Promise<Record<string, unknown>> {
  const { status, body } = await send(...call)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

/** As it reads on a screen, where runs of spaces are one. */
const shown = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const textOf = async (page: Page) => shown(await page.locator('body').innerText())

/**
 * Each payload stands in a name, a group, a reason and the name of a device: three of them with
 * each person.
 */
const portions = Array.from({ length: Math.ceil(markup.length / 3) }, (_, index) =>
  Array.from({ length: 3 }, (__, place) => markup[(index * 3 + place) % markup.length]!),
)

test('whatever people and what is theirs are called, it is text on every screen and in every mail', async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(300_000)
  const origin = new URL(baseURL!).origin
  const noticed = watch(page, origin)
  expect(
    (await page.request.post('/demo/sign-in', { data: { username: 'zofia.wisniewska' } })).ok(),
  ).toBe(true)
  const { items: places } = (await (await page.request.get(`${api}/organizations`)).json()) as {
    items: { id: string; name: string }[]
  }
  const organizationId = places.find(({ name }) => name === 'Gdańsk Glassworks')!.id
  const aPerson = (number: number, [givenName, familyName, userType]: readonly string[]) => ({
    organizationId,
    userName: `markup${number}`,
    name: { givenName, familyName },
    userType,
    emails: [{ value: `markup${number}@gdansk-glassworks.example`, primary: true }],
  })

  for (const text of invisible)
    expect(
      (await send(page.request, '/users', aPerson(99, [text, 'B', 'C']), origin)).status,
      JSON.stringify(text),
    ).toBe(400)

  const visitor = await playwright.request.newContext({ baseURL: origin })
  const people: { id: string; number: number; texts: readonly string[] }[] = []
  for (const [number, texts] of portions.entries()) {
    const { id } = (await done(page.request, '/users', aPerson(number, texts), origin)) as {
      id: string
    }
    people.push({ id, number, texts })
    for (const [place, name] of texts.entries()) {
      const group = await send(
        page.request,
        `/organizations/${organizationId}/groups`,
        { name },
        origin,
      )
      if (group.status < 300)
        await done(page.request, `/users/${id}/groups`, { groupId: group.body['id'] }, origin)
      await done(page.request, `/users/${id}/lock`, { reason: name }, origin)
      // The last lock stays.
      if (place < 2) await done(page.request, `/users/${id}/unlock`, { reason: name }, origin)
    }
  }
  // Devices are named by the people themselves, who come with the link of their invitation.
  for (const { id, number, texts } of people) {
    await done(page.request, `/users/${id}/unlock`, {}, origin)
    await done(page.request, `/users/${id}/activation/resend`, {}, origin)
    let token = ''
    await expect(async () => {
      const { messages } = (await (await visitor.get('/inbox/messages.json')).json()) as {
        messages: { to: string; text: string }[]
      }
      const link = messages
        .find(({ to }) => to.includes(`markup${number}@`))
        ?.text.match(/\/redeem#(\S+)/)?.[1]
      if (!link || (await send(visitor, '/redeem/open', { token: link }, origin)).status >= 300)
        throw new Error('not there yet')
      token = link
    }).toPass()
    const { secret } = (await done(visitor, '/redeem/totp/options', { token }, origin)) as {
      secret: string
    }
    await done(
      visitor,
      '/redeem/totp',
      { token, name: texts[0], code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() },
      origin,
    )
    if (number % 2 === 0)
      await done(page.request, `/users/${id}/lock`, { reason: texts[2] }, origin)
  }

  await page.goto('/administration/users?search=markup')
  await expect(page.locator('[data-row]')).toHaveCount(people.length)
  const table = await textOf(page)
  for (const { texts } of people)
    for (const text of texts.slice(0, 2)) expect(table).toContain(shown(text))

  for (const { id, number, texts } of people) {
    await page.goto(`/administration/users?user=${id}`)
    const tabs = page.getByRole('tab')
    await expect(tabs.first()).toBeVisible()
    const read: string[] = []
    for (let index = 0; index < (await tabs.count()); index++) {
      await tabs.nth(index).click()
      await expect(page.getByRole('tabpanel')).toBeVisible()
      await expect(page.getByRole('tabpanel').locator('.rk-skeleton')).toHaveCount(0)
      read.push(await textOf(page))
    }
    for (const text of texts)
      expect(read.join(' '), `${text} of markup${number}`).toContain(shown(text))

    // The dialog that asks names the person, and so does the toast.
    const locked = number % 2 === 0
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    if (locked) await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    else {
      await page.getByRole('button', { name: /^More actions for / }).click()
      await page.getByRole('menuitem', { name: /^Lock/ }).click()
    }
    await expect(dialog).toContainText(shown(texts[0]!))
    if (!locked) await dialog.getByRole('textbox').first().fill(texts[1]!)
    await dialog
      .getByRole('button', { name: locked ? /Unlock/ : /Lock/ })
      .last()
      .click()
    await expect(dialog).toBeHidden()
    await expect(page.locator('.rk-toast').last()).toContainText(shown(texts[0]!))
  }

  // Somebody new with a name that is taken.
  await page.goto('/administration/users')
  await page.getByRole('button', { name: 'Add user' }).click()
  const wizard = page.getByRole('dialog')
  await wizard.getByRole('textbox', { name: /First name/ }).fill(markup[0]!)
  await wizard.getByRole('textbox', { name: /Last name/ }).fill(markup[1]!)
  await wizard.getByRole('textbox', { name: /Username/ }).fill('markup0')
  await expect(wizard.getByText(/already uses|already taken/)).toBeVisible()
  expect(await textOf(page)).not.toContain('undefined')

  // The mails, as the catcher shows them: each may do no more than be read.
  const { messages } = (await (await visitor.get('/inbox/messages.json')).json()) as {
    messages: { id: number; to: string; html: string }[]
  }
  const theirs = messages.filter(({ to }) => to.includes('markup'))
  expect(new Set(theirs.map(({ to }) => to)).size).toBe(people.length)
  for (const { number, texts } of people) {
    const mail = theirs.find(({ to }) => to.includes(`markup${number}@`))!
    await page.goto(`/inbox/${mail.id}`)
    const body = page.frameLocator('iframe').locator('body')
    await expect(body).toContainText(shown(texts[0]!))
  }

  expect(noticed).toEqual([])
  // Markup that is none of ours would have been noticed.
  await page.goto('/administration/users')
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/none" onerror="alert(1)"><img src="//evil.example/x">',
    ),
  )
  await expect.poll(() => noticed.length).toBeGreaterThanOrEqual(2)
  await visitor.dispose()
})
