import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { AddUserWizard } from '../users/add-user-wizard.js'
import { personOf } from '../users/page.stories.helper.js'
import { UserPage } from '../users/user-page.js'
import { UserTable } from '../users/user-table.js'

export default {
  title: 'Screens/Languages',
  decorators: [inProvider],
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 20 })))
  },
} satisfies Meta
type Story = StoryObj

const table = (language: string, add: string): Story => ({
  globals: { language },
  render: () => <UserTable />,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: add })).toBeVisible()
  },
})

const wizard = (language: string, title: string): Story => ({
  globals: { language },
  render: () => <AddUserWizard open onOpenChange={fn()} />,
  play: async () => {
    await expect(await within(document.body).findByRole('dialog', { name: title })).toBeVisible()
  },
})

const person = (language: string, profile: string): Story => ({
  globals: { language },
  render: () => <UserPage userId={personOf(2)} onBack={fn()} />,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('tab', { name: profile })).toBeVisible()
  },
})

export const TableInGerman = table('de', 'Benutzer hinzufügen')
export const TableInJapanese = table('ja', 'ユーザーを追加')
export const TableInArabic = table('ar', 'إضافة مستخدم')
export const WizardInGerman = wizard('de', 'Benutzer hinzufügen')
export const WizardInJapanese = wizard('ja', 'ユーザーを追加')
export const WizardInArabic = wizard('ar', 'إضافة مستخدم')
export const PersonInGerman = person('de', 'Profil')
export const PersonInJapanese = person('ja', 'プロフィール')
export const PersonInArabic = person('ar', 'الملف الشخصي')
