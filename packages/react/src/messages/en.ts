import type { RedeemMessages } from './en-redeem.js'
import type { TransferMessages } from './en-transfer.js'
import type { UserPageMessages } from './en-user-page.js'
import type { FailureMessages } from './failure-messages.js'
import type { DeepPartial } from './deep-partial.js'
import { users } from './en-users.js'
import { words } from './words.js'

const { number, plural } = words('en')

/**
 * Every visible word, in English, grouped by the screen that says it; `ui` holds those of the
 * parts. A sentence with something in it is a function, so that a translation may order it as its
 * language does.
 */
export const en = {
  ui: {
    close: 'Close',
    cancel: 'Cancel',
    clear: 'Clear',
    clearSearch: 'Clear search',
    copy: 'Copy',
    copied: 'Copied',
    undo: 'Undo',
    dismiss: 'Dismiss',
    tryAgain: 'Try again',
    loading: 'Loading',
    required: 'required',
    optional: 'optional',
    requestId: 'Request ID',
    copyRequestId: 'Copy request ID',
    never: 'Never',
    /** Between what is only listed. */
    comma: ', ',
    notifications: 'Notifications',
    dialog: {
      discardTitle: 'Discard what you entered?',
      discardText: 'It has not been saved.',
      discard: 'Discard',
      keepEditing: 'Keep editing',
    },
    wizard: {
      steps: 'Steps',
      back: 'Back',
      next: 'Continue',
      progress: (current: number, total: number, name: string) =>
        `Step ${number(current)} of ${number(total)}: ${name}`,
      done: 'done',
    },
    combobox: {
      noneFound: 'Nothing matches',
      empty: 'There is nothing to choose from',
      found: (count: number) => plural(count, { one: '# suggestion', other: '# suggestions' }),
      failed: 'The list could not be loaded. Type again to retry.',
      open: 'Show suggestions',
    },
    facet: {
      chosen: (count: number) => plural(count, { one: '# chosen', other: '# chosen' }),
      search: (facet: string) => `Search ${facet.toLowerCase()}`,
      noneFound: 'Nothing matches',
      count: (count: number) => number(count),
    },
    table: {
      actions: 'Actions',
      rowActions: (row: string) => `Actions for ${row}`,
      select: 'Select',
      selectRow: (row: string) => `Select ${row}`,
      selectAll: 'Select all rows on this page',
      keyboardHelp:
        'Arrow keys move between rows, Enter opens, Space selects, M opens the actions.',
      columns: 'Columns',
      moveEarlier: (column: string) => `Move ${column} earlier`,
      moveLater: (column: string) => `Move ${column} later`,
      resetColumns: 'Reset',
    },
    bulk: {
      selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
      clear: 'Clear',
    },
    pagination: {
      label: 'Pages',
      previous: 'Previous',
      next: 'Next',
      pageSize: 'Rows per page',
      range: (from: number, to: number, total: string) =>
        `${number(from)}–${number(to)} of ${total}`,
      openRange: (from: number, to: number) => `${number(from)}–${number(to)}`,
      total: (count: number) => number(count),
      atLeast: (count: number) => `${number(count)}+`,
      none: 'No rows',
    },
  },
  users,
  /**
   * What a language or a host says on a person's page; the English words come with the page itself.
   */
  userPage: {} as DeepPartial<UserPageMessages>,
  /** The same of the pages that links lead to. */
  redeem: {} as DeepPartial<RedeemMessages>,
  /** And of imports and exports. */
  transfer: {} as DeepPartial<TransferMessages>,
  /** Refusals by code; where none is given the server's own words stand, which are English. */
  failures: {} as Partial<FailureMessages>,
  /**
   * Other sentences of the server by their English wording, `#` for a number: what is wrong with a
   * field, why the system locked.
   */
  sentences: {} as Readonly<Record<string, string | undefined>>,
}

/** The shape of a whole language: what `en` says, in any tongue. */
export type Messages = typeof en
