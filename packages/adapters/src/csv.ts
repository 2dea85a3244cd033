export { exportUsers, importUsers, openCsvFile, type CsvSource } from './csv/csv.js'
export {
  isFileRefusal,
  refusedLines,
  type ImportChoices,
  type LineIssue,
  type LineOutcome,
} from '@rosterkit/core'
