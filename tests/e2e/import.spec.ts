import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'

async function signIn(page: Page) {
  await page.context().clearCookies()
  expect(
    (await page.request.post('/demo/sign-in', { data: { username: 'zofia.wisniewska' } })).ok(),
  ).toBe(true)
  await page.goto('/administration/users')
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible()
}

async function choose(page: Page, text: string) {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect(page.getByText(/^Recognized: /)).toBeVisible()
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download')
  await press()
  return readFile(await (await download).path(), 'utf8')
}

test('people come from a file after a dry run, refused lines come back to be corrected, and what is exported imports back unchanged', async ({
  page,
}) => {
  await signIn(page)

  await test.step('says what would be done, and does nothing', async () => {
    await choose(
      page,
      'Username;First name;Last name;E-mail;Phone numbers\n=olga.import;=Olga;Importowska;olga@glass.example;+48 58 123 45 67\npiotr.import;Piotr;;piotr\n',
    )
    await page.getByRole('button', { name: 'Check the file' }).click()
    await expect(
      page.getByRole('dialog', { name: 'This is what an import would do' }),
    ).toContainText('1 would be added')
    await expect(page.getByRole('list', { name: 'Lines of the file' })).toContainText(
      'This line does not have as many cells as there are headings.',
    )
    await page.getByRole('button', { name: 'Back' }).click()
  })

  await test.step('imports, and gives the refused line back', async () => {
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByRole('button', { name: 'Import 1 user' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import finished' })
    await expect(dialog).toContainText('1 added')
    const refused = await downloaded(page, () =>
      dialog.getByRole('button', { name: 'Download 1 refused line' }).click(),
    )
    expect(refused).toContain('"piotr.import"')
    expect(refused).toContain('"Problem"')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
  })

  const file =
    await test.step('exports what the filter finds, harmless for spreadsheets', async () => {
      await page.getByRole('searchbox').fill('importowska')
      await expect(page.getByText('1–1 of 1')).toBeVisible()
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      const text = await downloaded(page, () =>
        page
          .getByRole('dialog', { name: 'Export 1 user?' })
          .getByRole('button', { name: 'Export' })
          .click(),
      )
      expect(text).toContain(`"'=olga.import","'=Olga","Importowska"`)
      expect(text).toContain(`"'+48 58 123 45 67"`)
      await expect(page.getByText('1 user exported.', { exact: true }).first()).toBeVisible()
      return text
    })

  await test.step('imports it back, and nothing is to be done', async () => {
    await choose(page, file)
    await page.getByRole('radio', { name: /^Change/ }).check()
    await page.getByRole('button', { name: 'Check the file' }).click()
    const dialog = page.getByRole('dialog', { name: 'This is what an import would do' })
    await expect(dialog).toContainText('1 already so')
    await expect(dialog.getByRole('button', { name: 'Import 0 users' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  await test.step('changes by a corrected file', async () => {
    await page.keyboard.press('Escape')
    await choose(page, file.replace('"Importowska"', '"Nowak"'))
    await page.getByRole('radio', { name: /^Change/ }).check()
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByRole('button', { name: 'Import 1 user' }).click()
    await expect(page.getByRole('dialog', { name: 'Import finished' })).toContainText('1 changed')
    await page.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('searchbox').fill('olga nowak')
    await expect(page.getByRole('grid')).toContainText('=Olga')
  })
})
