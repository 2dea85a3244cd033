// The screens that scripts/pictures.mjs takes. Each says where it begins and what is done before it
// is taken. Nothing is found by its words, so that each is the same in every language.

const users = '/administration/users'
const list = '**/api/roster/users?**'
const tabs = {
  profile: true,
  access: true,
  authenticators: true,
  resources: false,
  sessions: false,
  activity: true,
}

/**
 * The states that answer to an act of their own, which is the button in the person's head; by
 * somebody from above, whose rights exceed everybody's.
 */
const states = ['STAGED', 'PROVISIONED', 'LOCKED_BY_ADMIN', 'AUTO_LOCKED', 'DEACTIVATED', 'DELETED']

/**
 * `main`: taken in every language. `as`: who looks, null for nobody. `path` may ask the portal for
 * what it needs.
 */
export const scenes = {
  table: { path: users, main: true },
  'table, searched': { path: `${users}?search=an` },
  'table, nobody found': { path: `${users}?search=qqqq`, main: true },
  'table, nobody at all': {
    path: users,
    before: (page) =>
      answer(page, {
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({
          items: [],
          nextCursor: null,
          count: { value: 0, exact: true },
          can: { 'users.create': { allowed: true } },
        }),
      }),
  },
  'table, status facet': { path: users, main: true, act: (page) => openFacet(page, 0) },
  'table, organization facet': {
    path: `${users}?status=ACTIVE`,
    as: 'ingrid.solberg',
    act: (page) => openFacet(page, 2),
  },
  'table, dormant facet': { path: users, act: (page) => openFacet(page, -2) },
  'table, columns': {
    path: users,
    act: async (page) => (
      await page.locator('.rk-toolbar-end .rk-button').first().click(),
      opened(page)
    ),
  },
  'table, some selected': { path: users, main: true, act: (page) => select(page, 3) },
  'table, menu of a row': {
    path: users,
    main: true,
    act: async (page) => (
      await page.locator('[data-column="menu"] .rk-button').nth(1).click(),
      opened(page)
    ),
  },
  'table, why a status': {
    path: `${users}?status=LOCKED_BY_ADMIN`,
    main: true,
    act: async (page) => (
      await page.locator('[data-row] .rk-badge').first().hover(),
      page.locator('.rk-facts').waitFor()
    ),
  },
  'table, by keyboard': { path: users, act: byKeyboard },
  'table, loading': {
    path: users,
    before: (page) => page.route(list, () => {}),
    ready: '.rk-skeleton',
  },
  'table, refused': {
    path: users,
    before: (page) =>
      answer(page, { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
    ready: '.rk-callout',
  },
  'table, 1,000 people': { path: users, as: 'ingrid.solberg' },
  'table, endless': {
    path: `${users}?paging=endless`,
    as: 'ingrid.solberg',
    main: true,
    act: (page) => scroll(page),
  },
  'several, question': {
    path: users,
    act: async (page) => (
      await select(page, 3),
      page.locator('.rk-bulk .rk-toolbar-end .rk-button').nth(2).click(),
      page.locator('.rk-dialog').waitFor()
    ),
  },
  'several, plan': { path: users, main: true, act: (page) => planned(page, 12, 2) },
  'several, plan of a deletion': { path: users, act: (page) => planned(page, 4, 'delete') },
  'import, file': { path: users, main: true, act: (page) => chooseFile(page) },
  'import, checked': { path: users, main: true, act: (page) => checkFile(page) },
  'export, question': {
    path: users,
    act: async (page) => (
      await page.locator('.rk-toolbar-end .rk-button').nth(1).click(),
      page.locator('.rk-dialog').waitFor()
    ),
  },
  'wizard, who': { path: users, main: true, act: openWizard },
  'wizard, mistakes': {
    path: users,
    main: true,
    act: async (page) => (await openWizard(page), goOn(page)),
  },
  'wizard, where': { path: users, main: true, act: (page) => fillWizard(page, 1) },
  'wizard, where, chosen': {
    path: users,
    as: 'ingrid.solberg',
    main: true,
    act: (page) => fillWizard(page, 1, true),
  },
  'wizard, how': {
    path: users,
    as: 'ingrid.solberg',
    main: true,
    act: (page) => fillWizard(page, 2),
  },
  'wizard, review': {
    path: users,
    as: 'ingrid.solberg',
    main: true,
    act: (page) => fillWizard(page, 3),
  },
  invitation: {
    path: users,
    act: async (page) => (
      await page.locator('.rk-split .rk-button').last().click(),
      page.locator('[role="menuitem"]').first().click(),
      page.locator('.rk-dialog').waitFor()
    ),
  },
  ...Object.fromEntries(
    Object.entries(tabs).map(([tab, main]) => [
      `person, ${tab}`,
      {
        path: async (page, origin) => `${users}?user=${await somebody(page, origin)}&tab=${tab}`,
        main,
      },
    ]),
  ),
  'person, as of': {
    path: async (page, origin) =>
      `${users}?user=${await somebody(page, origin)}&tab=access&asOf=2027-06-01T10:00:00.000Z`,
    main: true,
  },
  'person, period of a role': {
    path: async (page, origin) => `${users}?user=${await somebody(page, origin)}&tab=access`,
    main: true,
    act: openPeriod,
  },
  'person, edited': {
    path: async (page, origin) => `${users}?user=${await somebody(page, origin)}&tab=profile`,
    act: (page) => page.locator('[role="tabpanel"]:visible .rk-button').first().click(),
  },
  'person, menu': {
    path: async (page, origin) => `${users}?user=${await somebody(page, origin)}`,
    act: openMenu,
  },
  'person, managed by SSO': {
    path: async (page, origin) =>
      `${users}?user=${await somebody(page, origin, 'ACTIVE', 'helene')}`,
    as: 'helene.lefevre',
    main: true,
  },
  ...Object.fromEntries(
    states.map((state) => [
      `person, ${state}`,
      {
        path: async (page, origin) =>
          `${users}?user=${await somebody(page, origin, state, 'ingrid')}`,
        as: 'ingrid.solberg',
      },
    ]),
  ),
  ...Object.fromEntries(
    states.map((state) => [
      `dialog, ${state}`,
      {
        path: async (page, origin) =>
          `${users}?user=${await somebody(page, origin, state, 'ingrid')}`,
        as: 'ingrid.solberg',
        act: (page) => page.locator('.rk-user-head-acts .rk-button').first().click(),
      },
    ]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `dialog ${index + 1}`,
      {
        path: async (page, origin) => `${users}?user=${await somebody(page, origin)}`,
        main: index === 0,
        act: (page) => openDialog(page, index),
      },
    ]),
  ),
  'own account': { path: '/account', main: true },
  redeem: { path: newLink, ready: '.rk-input', main: true },
  'redeem, over': { path: '/redeem#x', ready: 'h1', as: null },
  'sign-in': { path: '/sign-in', ready: 'input', as: null },
  'forgotten password': { path: '/forgotten-password', ready: '.rk-input', as: null, main: true },
}

const answer = (page, response) => page.route(list, (route) => route.fulfill(response))

const ask = async (page, path) => (await page.request.get(`/api/roster/${path}`)).json()
const command = async (page, path, data, origin) =>
  (await page.request.post(`/api/roster/${path}`, { data, headers: { origin } })).json()

const found = new Map()
/** A file of three people, one of whom has no address. */
async function chooseFile(page) {
  await page.locator('.rk-toolbar-end .rk-button').nth(2).click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Username,First name,Last name,E-mail\nolga.import,Olga,Importowska,olga@glass.example\npiotr.import,Piotr,Nowak,piotr\njan.import,Jan,Kowal,jan@glass.example\n',
    ),
  })
  await page
    .locator('.rk-dialog-foot .rk-button[data-variant="primary"]:not([aria-disabled="true"])')
    .waitFor()
}

async function checkFile(page) {
  await chooseFile(page)
  await page.locator('.rk-dialog-foot .rk-button[data-variant="primary"]').click()
  await page.locator('.rk-dialog li').first().waitFor()
}

/** What would happen to several people; `button` is the one in the bar, or `delete` in its menu. */
async function planned(page, count, button) {
  await select(page, count)
  if (button === 'delete') {
    await page.locator('.rk-bulk .rk-toolbar-end .rk-button').last().click()
    await page.locator('[role="menuitem"]').last().click()
  } else await page.locator('.rk-bulk .rk-toolbar-end .rk-button').nth(button).click()
  await page.locator('.rk-dialog textarea').fill('Contract ended.')
  await page.locator('.rk-dialog-foot .rk-button').nth(1).click()
  await page.locator('.rk-dialog [role="status"]').waitFor()
}

/**
 * The id of the one in a state to whom most can be done; of those who are active, of somebody who
 * has several authenticators and to whom something has happened.
 */
async function somebody(page, origin, status = 'ACTIVE', seenBy = '') {
  const key = `${status} ${seenBy}`
  if (!found.has(key))
    found.set(
      key,
      status === 'ACTIVE'
        ? await full(page, origin)
        : mostPossible((await ask(page, `users?status=${status}`)).items)?.id,
    )
  if (!found.get(key)) throw new Error(`Nobody is ${status}.`)
  return found.get(key)
}

const possibleOn = ({ can }) => Object.values(can).filter(({ allowed }) => allowed).length
const mostPossible = (people) =>
  people.toSorted((one, other) => possibleOn(other) - possibleOn(one))[0]

async function full(page, origin) {
  const { items } = await ask(page, 'users?status=ACTIVE&sort=lastSignedInAt&direction=descending')
  for (const { id, can } of items) {
    if (
      !can['users.lock']?.allowed ||
      (await ask(page, `users/${id}/authenticators`)).items?.length < 2
    )
      continue
    await command(page, `users/${id}/lock`, { reason: 'Phone left in a taxi.' }, origin)
    await command(page, `users/${id}/unlock`, { reason: 'Phone has been found.' }, origin)
    return id
  }
  return items[0].id
}

/** The link of somebody who has been invited, read out instead of mailed. */
async function newLink(page, origin) {
  const { link } = await command(
    page,
    `users/${await somebody(page, origin, 'PROVISIONED')}/activation/resend`,
    { delivery: 'show' },
    origin,
  )
  // Who comes with it is not the administrator.
  await page.context().clearCookies()
  const { pathname, hash } = new URL(link)
  return pathname + hash
}

const opened = (page) => page.locator('.rk-menu, .rk-popover').first().waitFor()

async function openFacet(page, index) {
  await page.locator('.rk-facet').nth(index).click()
  await opened(page)
  await page.locator('.rk-popover .rk-count').first().waitFor()
}

async function select(page, count) {
  for (let index = 1; index <= count; index++)
    await page.locator('.rk-table-check input').nth(index).click({ force: true })
}

async function byKeyboard(page) {
  await page.locator('[data-row]').first().focus()
  await page.keyboard.press('ArrowDown')
}

async function scroll(page) {
  await page.locator('.rk-table-frame').evaluate((frame) => frame.scrollTo({ top: 2_000 }))
}

async function openWizard(page) {
  await page.locator('.rk-split .rk-button').first().click()
  await page.locator('.rk-wizard').waitFor()
}

const goOn = (page) => page.locator('.rk-wizard [type="submit"]').click()

/**
 * Answers the questions of the wizard up to a step; the last of them, where there are two roles and
 * groups, only when asked or gone past.
 */
async function fillWizard(page, step, filled = step > 1) {
  await openWizard(page)
  const question = (index) => page.locator('.rk-wizard-panel').nth(index)
  const who = question(0).locator('input:visible')
  for (const [index, text] of [
    'Katarzyna',
    'Wojciechowska-Lewandowska',
    'katarzyna.wojciechowska',
    'katarzyna.wojciechowska@gdansk-glassworks.example',
  ].entries())
    await who.nth(index).fill(text)
  await goOn(page)
  await question(1).waitFor()
  if (filled) await fillWhere(page, question(1))
  if (step === 1) return
  await goOn(page)
  await question(2).waitFor()
  if (step === 2) return
  await goOn(page)
  await question(3).waitFor()
}

async function fillWhere(page, panel) {
  await panel.locator('input[role="combobox"]').first().fill('Gda')
  await page.locator('[role="option"]').first().click()
  await panel.locator('select').first().selectOption('viewer')
  await panel.locator('.rk-repeated-add, .rk-repeated > .rk-button').last().click()
  await panel.locator('select').nth(1).selectOption('support')
  const groups = panel.locator('input[role="combobox"]').last()
  for (let group = 0; group < 2; group++) {
    await groups.press('ArrowDown')
    await page.locator('[role="option"]').nth(group).click()
  }
}

const menuOfPerson = '.rk-user-head-acts [aria-haspopup="menu"]'

async function openMenu(page) {
  await page.locator(menuOfPerson).click()
  await opened(page)
}

/** Opens what the nth act in the menu of a person's page opens, where it can be chosen. */
async function openDialog(page, index) {
  await openMenu(page)
  const item = page.locator('[role="menuitem"]').nth(index)
  if ((await item.count()) === 0 || (await item.getAttribute('aria-disabled')) === 'true')
    return 'nothing'
  await item.click()
  await page.locator('.rk-dialog').first().waitFor()
}

async function openPeriod(page) {
  await page.locator('.rk-record-acts .rk-button').first().click()
  await page.locator('[role="menuitem"]').first().click()
  await page.locator('.rk-dialog').waitFor()
}
