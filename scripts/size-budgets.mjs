// `initial` is what is fetched before the first screen shows, `total` adds what is fetched when somebody asks for it.
export const budgets = [
  {
    name: 'provider + client + UserTable',
    code: `export { RosterProvider, UserTable } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 64_000,
  },
  {
    name: '… + AddUserWizard + row dialogs',
    code: `export { RosterProvider, UserTable, AddUserWizard, LockUserDialog, UnlockUserDialog } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 96_000,
  },
  {
    name: 'RosterAdmin, the whole section',
    code: `export { RosterProvider, RosterAdmin } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 70_000,
    total: 150_000,
  },
  { name: 'core, the contract', code: `export * from '@rosterkit/core/contract'`, initial: 30_000 },
  { name: 'styles.css', css: true, code: `@import '@rosterkit/react/styles.css';`, initial: 10_000 },
]
