import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from '../ui/button.js'
import { lazyPart } from '../ui/lazy-part.js'
import type { ImportDialogProps } from './import-dialog.js'

const ImportDialog = lazyPart<ImportDialogProps>(() =>
  import('./import-dialog.js').then((module) => module.ImportDialog),
)

/**
 * The button “Import”, which opens the import of people from a CSV file (features row 32): stands
 * in the toolbar of a table that is given `userFiles`, or wherever the host puts it. The dialog and
 * its parser are fetched when they are first shown.
 */
export function ImportUsers() {
  const { users } = useMessages()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="arrow-up" onClick={() => setOpen(true)}>
        {users.table.import}
      </Button>
      {open ? <ImportDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
