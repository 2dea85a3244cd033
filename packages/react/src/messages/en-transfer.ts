import { words } from './words.js'

const { number, plural } = words('en')

/** The words of importing people from a file and exporting them to one, in English. */
export const transfer = {
  title: 'Import users',
  text: 'From a CSV file, as spreadsheets save it. Nothing is changed before you have seen what would be.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  headings: (known: string) =>
    `Its first line holds the headings, in any order. Known are: ${known}.`,
  template: 'Download an empty file with all headings',
  templateName: 'users.csv',
  reading: 'Reading the file',
  notPermittedTitle: 'You cannot import users',
  notPermitted:
    'Your role does not allow you to add users at any organization. Ask one of its administrators.',
  another: 'Choose another file',
  recognized: (headings: string) => `Recognized: ${headings}`,
  notImported: (headings: string) => `Not imported: ${headings}`,
  organization: 'Organization',
  organizationHint: 'For lines that name none.',
  existing: 'Users who are there already',
  refuse: { label: 'Leave as they are', text: 'Their lines are refused.' },
  update: {
    label: 'Change',
    text: 'By what stands in the file. What another system manages is refused.',
  },
  activation: 'New users',
  later: {
    label: 'Add for later',
    text: 'No mail goes out. Activate them when they are to begin.',
  },
  now: { label: 'Invite now', text: 'Each gets a mail with a link.' },
  check: 'Check the file',
  checking: 'Checking the file',
  importing: 'Importing users',
  progress: (lines: number, percent: number) =>
    `${plural(lines, { one: '# line', other: '# lines' })}, ${number(percent)} %`,
  stop: 'Stop',
  stopping: 'Stops after the lines under way.',
  checkedTitle: 'This is what an import would do',
  doneTitle: 'Import finished',
  stoppedTitle: 'Import stopped',
  brokenOffTitle: 'Import broken off',
  foreseen: {
    created: (count: number) => `${number(count)} would be added`,
    updated: (count: number) => `${number(count)} would be changed`,
    unchanged: (count: number) => `${number(count)} already so`,
    refused: (count: number) => `${number(count)} would be refused`,
    unknown: (count: number) => `${number(count)} not known`,
  },
  became: {
    created: (count: number) => `${number(count)} added`,
    updated: (count: number) => `${number(count)} changed`,
    unchanged: (count: number) => `${number(count)} already so`,
    refused: (count: number) => `${number(count)} refused`,
    unknown: (count: number) => `${number(count)} not known`,
  },
  outcome: {
    created: 'New',
    updated: 'Change',
    unchanged: 'Already so',
    refused: 'Refused',
    unknown: 'Not known',
  },
  nothing: 'There are no lines below the headings.',
  stoppedText:
    'Lines after the last one listed were not reached. Import the file again to go on; who is there already is told as such.',
  unknownText:
    'The server did not answer for some lines. Import the file again: who was added is told as such.',
  lines: 'Lines of the file',
  line: (line: number) => `Line ${number(line)}`,
  more: (count: number) => plural(count, { one: 'And # more line.', other: 'And # more lines.' }),
  download: (count: number) =>
    plural(count, { one: 'Download # refused line', other: 'Download # refused lines' }),
  downloadName: 'refused.csv',
  downloadHint: 'Correct what is wrong in that file, and import it.',
  confirm: (count: number) => plural(count, { one: 'Import # user', other: 'Import # users' }),
  nothingToImport: 'No line of the file would change anything.',
  back: 'Back',
  close: 'Close',
  told: (created: number, updated: number) =>
    `${plural(created, { one: '# user', other: '# users' })} added, ${number(updated)} changed.`,
  leaving: {
    title: 'Leave the import?',
    text: 'What has been checked has not been imported.',
    keep: 'Stay',
    leave: 'Leave',
  },
  refusal: {
    empty:
      'The file is empty. Its first line must hold the headings, such as Username, First name, Last name and E-mail.',
    not_text:
      'This is not a CSV file. Open it in the spreadsheet that it comes from, and save it as “CSV UTF-8”.',
    not_utf8:
      'The file is in an old encoding, in which letters such as é or ł would come out wrong. Save it as “CSV UTF-8” and choose it again.',
    unknown_headings: (headings: string, known: string) =>
      `These headings are not known: ${headings}. Remove or rename them. Known are: ${known}.`,
    missing_headings: (headings: string) =>
      `These columns are missing: ${headings}. Add them to the first line of the file.`,
    repeated_headings: (headings: string) =>
      `These headings stand there twice: ${headings}. Keep one column of each.`,
    broken_quotes: (line: number) =>
      `The quotation marks in line ${number(line)} do not match, so what follows cannot be read. Write two for one inside a cell, and choose the file again.`,
  },
  export: {
    title: (count: number) => plural(count, { one: 'Export # user?', other: 'Export # users?' }),
    titleAtLeast: (count: number) => `Export ${number(count)} users or more?`,
    text: 'As a CSV file for spreadsheets, with names, addresses, roles and status.',
    confirm: 'Export',
    progress: (count: number) => plural(count, { one: '# user so far', other: '# users so far' }),
    done: (count: number) => plural(count, { one: '# user exported.', other: '# users exported.' }),
    fileName: 'users.csv',
  },
  refusalTitle: 'This file cannot be read',
}

/** The shape of these words in any language. */
export type TransferMessages = typeof transfer
