import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test'

// What an administrator sets in motion reaches the person by real mail and comes back finished,
// both sides played in one browser.

const words = 'seven quiet harbours at dawn'
const otherWords = 'nine loud mountains by noon'

async function signInAs(page: Page, username: string) {
  await page.context().clearCookies()
  const answer = await page.request.post('/demo/sign-in', { data: { username } })
  expect(answer.ok()).toBe(true)
}

/** The id of the person who is called so, as the administrator finds them. */
async function userIdOf(page: Page, userName: string): Promise<string> {
  const answer = await page.request.get(`/api/roster/users?search=${userName}`)
  const { items } = (await answer.json()) as { items: { id: string; userName: string }[] }
  return items.find((user) => user.userName === userName)!.id
}

async function openPerson(page: Page, userName: string, tab = '') {
  await signInAs(page, 'zofia.wisniewska')
  await page.goto(
    `/administration/users?user=${await userIdOf(page, userName)}${tab && `&tab=${tab}`}`,
  )
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
}

/** The link in the newest mail to an address with that subject; waits for the mail. */
async function linkIn(
  page: Page,
  address: string,
  subject: RegExp,
  after = 0,
): Promise<{ link: string; id: number }> {
  let found: { link: string; id: number } | null = null
  await expect(async () => {
    const { messages } = (await (await page.request.get('/inbox/messages.json')).json()) as {
      messages: { id: number; to: string; subject: string; text: string }[]
    }
    const mail = messages.find(
      (message) =>
        message.id > after && message.to.includes(address) && subject.test(message.subject),
    )
    const link = mail?.text.match(/http:\/\/localhost:\d+\/redeem#\S+/)?.[0]
    if (!mail || !link) throw new Error('not there yet')
    found = { link, id: mail.id }
  }).toPass()
  return found!
}

/** Opens the person's page from the row of acts. */
async function act(page: Page, name: RegExp) {
  await page.getByRole('button', { name: /^More actions for / }).click()
  await page.getByRole('menuitem', { name }).click()
}

async function signInWithPassword(page: Page, userName: string, password: string) {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Organization').selectOption({
    label: (await page
      .getByLabel('Organization')
      .locator('option')
      .filter({ hasText: 'Gdańsk Glassworks' })
      .textContent())!,
  })
  await page.getByLabel('Username').fill(userName)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function addPerson(
  page: Page,
  {
    givenName,
    familyName,
    userName,
    mfa = false,
  }: { givenName: string; familyName: string; userName: string; mfa?: boolean },
) {
  await signInAs(page, 'zofia.wisniewska')
  await page.goto('/administration/users')
  await page.getByRole('button', { name: 'Add user' }).click()
  const wizard = page.getByRole('dialog')
  await wizard.getByRole('textbox', { name: /First name/ }).fill(givenName)
  await wizard.getByRole('textbox', { name: /Last name/ }).fill(familyName)
  await wizard.getByRole('textbox', { name: /Username/ }).fill(userName)
  await wizard
    .getByRole('textbox', { name: /Primary email/ })
    .fill(`${userName}@gdansk-glassworks.example`)
  await wizard.getByRole('button', { name: 'Continue' }).click()
  await wizard.getByRole('combobox', { name: 'Main role' }).selectOption('viewer')
  await wizard.getByRole('button', { name: 'Continue' }).click()
  if (mfa) await wizard.getByRole('checkbox', { name: /Require a second factor/ }).check()
  await wizard.getByRole('button', { name: 'Continue' }).click()
  await wizard.getByRole('button', { name: 'Add user' }).click()
  await expect(
    page.getByText(`An invitation is on its way to ${userName}@gdansk-glassworks.example.`),
  ).toBeVisible()
}

const main = (page: Page): Locator => page.getByRole('main')

test('invited by mail, a person finishes onboarding with a password and is active; the link works once, and a resent one ends the first', async ({
  page,
}) => {
  const address = 'halina.mazur@gdansk-glassworks.example'
  await addPerson(page, { givenName: 'Halina', familyName: 'Mazur', userName: 'halina.mazur' })
  const first = await linkIn(page, address, /Set up your account/i)

  await openPerson(page, 'halina.mazur')
  await expect(page.getByText(/Invitation sent to halina\.mazur@/)).toBeVisible()
  await page
    .getByRole('button', { name: 'Resend', exact: true })
    .or(page.getByRole('button', { name: 'Resend invitation' }))
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const second = await linkIn(page, address, /Set up your account/i, first.id)

  await page.context().clearCookies()
  await page.goto(first.link)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  await expect(page).not.toHaveURL(/#/)

  // As mail scanners do, again and again: nothing is used up.
  for (let look = 0; look < 10; look++) await page.request.get(second.link)
  await page.goto(second.link)
  await expect(page.getByRole('heading', { name: 'Welcome, Halina Mazur' })).toBeVisible()
  await expect(page).not.toHaveURL(/#/)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('too short')
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByText(/Use at least 15 characters/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(words)
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('heading', { name: 'You are all set, Halina Mazur' })).toBeVisible()

  await page.goto('/sign-in')
  await page.goto(second.link)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  await signInWithPassword(page, 'halina.mazur', words)
  await expect(page.getByRole('banner')).toContainText('Halina Mazur')
  await openPerson(page, 'halina.mazur')
  await expect(page.locator('.rk-user-head')).toContainText('Active')
})

test('a password is reset by mail: in recovery until the person has chosen a new one, which ends the old one', async ({
  page,
}) => {
  const address = 'bogdan.wilk@gdansk-glassworks.example'
  await addPerson(page, { givenName: 'Bogdan', familyName: 'Wilk', userName: 'bogdan.wilk' })
  const invitation = await linkIn(page, address, /Set up your account/i)
  await page.context().clearCookies()
  await page.goto(invitation.link)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(words)
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('heading', { name: /You are all set/ })).toBeVisible()

  await openPerson(page, 'bogdan.wilk')
  await act(page, /Reset password/)
  await page.getByRole('dialog').getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('.rk-user-head')).toContainText('Recovery')
  const recovery = await linkIn(page, address, /password/i)
  await page.context().clearCookies()
  await page.goto(recovery.link)
  await page.getByRole('textbox', { name: 'New password' }).fill(otherWords)
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible()
  await signInWithPassword(page, 'bogdan.wilk', words)
  await expect(page.getByRole('alert')).toContainText('That did not work')
  await signInWithPassword(page, 'bogdan.wilk', otherWords)
  await expect(page.getByRole('banner')).toContainText('Bogdan Wilk')

  // A temporary password, read out to the person: one sign-in, which leads to choosing another.
  await openPerson(page, 'bogdan.wilk')
  await act(page, /Reset password/)
  await page.getByRole('radio', { name: /temporary password/i }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Make temporary password' }).click()
  const shown = page.getByRole('dialog', { name: /Temporary password for/ })
  const temporary = await shown.getByRole('textbox').inputValue()
  await shown.getByRole('button', { name: 'Done' }).click()
  await signInWithPassword(page, 'bogdan.wilk', temporary)
  await page.getByRole('textbox', { name: 'New password' }).fill(words)
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible()
  await signInWithPassword(page, 'bogdan.wilk', temporary)
  await expect(page.getByRole('alert')).toContainText('That did not work')
})

/** A security key that Chromium makes up, touched by itself. */
async function plugIn(page: Page, protocol: 'ctap2' | 'u2f'): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable', { enableUI: false })
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options:
      protocol === 'u2f'
        ? { protocol: 'u2f', transport: 'usb', automaticPresenceSimulation: true }
        : {
            protocol: 'ctap2',
            transport: 'usb',
            hasResidentKey: false,
            hasUserVerification: true,
            isUserVerified: true,
            automaticPresenceSimulation: true,
          },
  })
  return session
}

for (const protocol of ['ctap2', 'u2f'] as const) {
  test(`a security key (${protocol}) is registered for somebody with the key in the administrator’s hand; once locked, its holder cannot lift that`, async ({
    page,
  }) => {
    const userName = `klucz.${protocol}`
    const address = `${userName}@gdansk-glassworks.example`
    await addPerson(page, { givenName: 'Klucz', familyName: protocol, userName })
    const invitation = await linkIn(page, address, /Set up your account/i)
    await page.context().clearCookies()
    await page.goto(invitation.link)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(words)
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect(page.getByRole('heading', { name: /You are all set/ })).toBeVisible()

    const key = await plugIn(page, protocol)
    await openPerson(page, userName, 'authenticators')
    await act(page, /Register security key/)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name of the key' }).fill('Blue key')
    await dialog.getByRole('button', { name: 'Register key' }).click()
    await expect(dialog.getByText('Blue key is registered')).toBeVisible()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('tabpanel')).toContainText('Blue key')

    // The key opens the door, the roster judging it.
    await signInWithPassword(page, userName, words)
    await page.getByRole('button', { name: 'Use security key' }).click()
    await expect(page.getByRole('banner')).toContainText(`Klucz ${protocol}`)

    // Locked by the administrator: it opens nothing, and the person cannot lift it.
    const userId = await (async () => (
      await signInAs(page, 'zofia.wisniewska'),
      userIdOf(page, userName)
    ))()
    const { items } = (await (
      await page.request.get(`/api/roster/users/${userId}/authenticators`)
    ).json()) as { items: { id: string }[] }
    // As a page of the portal would: changes that do not say where they come from are refused.
    const headers = { origin: new URL(page.url()).origin }
    const locked = await page.request.post(
      `/api/roster/users/${userId}/authenticators/${items[0]!.id}/lock`,
      { headers, data: { reason: 'Found in the canteen' } },
    )
    expect(locked.ok()).toBe(true)
    await signInAs(page, userName)
    const lifted = await page.request.post(
      `/api/roster/caller/authenticators/${items[0]!.id}/unlock`,
      { headers, data: {} },
    )
    expect(await lifted.json()).toMatchObject({ status: 409, code: 'invalid_transition' })
    await page.goto('/account')
    await expect(page.getByRole('button', { name: 'Unlock Blue key' })).toHaveAccessibleDescription(
      /only an administrator unlocks it/,
    )
    await signInWithPassword(page, userName, words)
    await expect(page.getByRole('alert')).toContainText('none of yours can be used now')
    await key.detach()
  })
}

test('by an enrolment link a person chooses a secret code; three wrong ones block it, and a reset code leads to a new one', async ({
  page,
}) => {
  const address = 'kod.sekretny@gdansk-glassworks.example'
  await addPerson(page, {
    givenName: 'Kod',
    familyName: 'Sekretny',
    userName: 'kod.sekretny',
    mfa: true,
  })
  const invitation = await linkIn(page, address, /Set up your account/i)
  await page.context().clearCookies()
  await plugIn(page, 'ctap2')
  await page.goto(invitation.link)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('eight ch')
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByText('Set up a security key or an authenticator app first.')).toBeVisible()
  await page.getByRole('button', { name: 'Set up security key' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name of the key' }).fill('My key')
  await page.getByRole('dialog').getByRole('button', { name: 'Register key' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Set up secret code' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Secret code' }).fill('482093')
  await page.getByRole('dialog').getByRole('button', { name: 'Save secret code' }).click()
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('heading', { name: /You are all set/ })).toBeVisible()

  await signInWithPassword(page, 'kod.sekretny', 'eight ch')
  await page.getByRole('button', { name: 'Use another way' }).click()
  for (const left of ['not right', 'not right', 'blocked']) {
    await page.getByLabel('Secret code').fill('000001')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText(left)
  }

  await openPerson(page, 'kod.sekretny', 'authenticators')
  await act(page, /Reset secret code/)
  await page.getByRole('dialog').getByRole('button', { name: 'Make code' }).click()
  const shown = page.getByRole('dialog', { name: /Reset code for/ })
  const code = await shown.getByRole('textbox').inputValue()
  expect(code).toMatch(/^\d{4} \d{4}$/)
  const address2 = await shown.getByText(/\/redeem#reset-code/).textContent()
  await shown.getByRole('button', { name: 'Done' }).click()
  await page.context().clearCookies()
  await page.goto(address2!.match(/http\S+/)![0])
  await page.getByRole('textbox', { name: 'Username' }).fill('kod.sekretny')
  await page.getByRole('textbox', { name: 'Reset code' }).fill(code)
  await page.getByRole('textbox', { name: 'New secret code' }).fill('730518')
  await page.getByRole('button', { name: 'Save secret code' }).click()
  await expect(page.getByRole('heading', { name: 'Your secret code is changed' })).toBeVisible()

  await signInWithPassword(page, 'kod.sekretny', 'eight ch')
  await page.getByRole('button', { name: 'Use another way' }).click()
  await page.getByLabel('Secret code').fill('730518')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(main(page)).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Kod Sekretny')
})
