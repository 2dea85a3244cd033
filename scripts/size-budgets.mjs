// `initial` is fetched before the first screen shows; `total` adds what is fetched on demand.
export const budgets = [
  {
    name: 'provider + client + UserTable',
    code: `export { RosterProvider, UserTable } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 60_000,
  },
  {
    name: '… + AddUserWizard + row dialogs',
    code: `export { RosterProvider, UserTable, AddUserWizard, LockUserDialog, UnlockUserDialog } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 60_000,
  },
  {
    name: 'RosterAdmin, the whole section',
    code: `export { RosterProvider, RosterAdmin } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 60_000,
    total: 148_000,
  },
  {
    // Handed in by the host; the dialogs come on demand, the parser when a file is chosen.
    name: 'RosterAdmin with files',
    code: `export { RosterProvider, RosterAdmin, userFiles } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 61_000,
    total: 165_000,
  },
  {
    // Stands alone: whoever opens a link has not loaded the section. Its own code comes when it is
    // shown, the QR code when an app is set up.
    name: 'RedeemPage, what links lead to',
    code: `export { RosterProvider, RedeemPage } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'`,
    initial: 24_000,
    total: 77_000,
  },
  {
    // English stays in, as the words under a host's own; the rest of the German comes with the
    // parts that say it.
    name: 'provider + client + UserTable, in German',
    code: `export { RosterProvider, UserTable } from '@rosterkit/react'; export { createRosterClient } from '@rosterkit/adapters/client'; export { de } from '@rosterkit/react/messages/de'`,
    initial: 67_000,
  },
  { name: 'core, the contract', code: `export * from '@rosterkit/core/contract'`, initial: 16_000 },
  {
    name: 'styles.css',
    css: true,
    code: `@import '@rosterkit/react/styles.css';`,
    initial: 10_000,
  },
]
