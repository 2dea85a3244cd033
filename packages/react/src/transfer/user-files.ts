import type { ComponentType } from 'react'
import { lazyPart } from '../ui/lazy-part.js'
import type { ExportDialogProps } from './export-dialog.js'
import { ImportUsers } from './import-users.js'

/** What a table needs to offer files. */
export interface UserFiles {
  /** Stands in the toolbar. */
  readonly ImportUsers: ComponentType
  readonly ExportDialog: ComponentType<ExportDialogProps>
}

/**
 * Import and export of people as CSV (features rows 31 and 32), for the `files` of `RosterAdmin`
 * and the tables: “Import” and “Export” in the toolbar, and “Export” among what can be done to a
 * selection. Handed in by the host, so that a section without files does not carry it; its dialogs
 * are fetched when they are first shown.
 */
export const userFiles: UserFiles = {
  ImportUsers,
  ExportDialog: lazyPart<ExportDialogProps>(() =>
    import('./export-dialog.js').then((module) => module.ExportDialog),
  ),
}
