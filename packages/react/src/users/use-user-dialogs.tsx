import type { UserView } from '@rosterkit/core/browser'
import { useCallback, useState } from 'react'
import type { BatchAct, UserAct } from '../acts/acts.js'
import type { ChosenUsers } from '../bulk/chosen-users.js'
import { BulkDialog, UserBulkBar } from '../bulk/on-demand.js'
import type { ExportDialogProps } from '../transfer/export-dialog.js'
import type { UserFiles } from '../transfer/user-files.js'
import { AddUserWizard, InviteUserDialog, UserActDialog } from './on-demand.js'
import type { UserListState } from './use-user-table.js'

const nobody: ChosenUsers = new Map()

interface Batch {
  readonly act: BatchAct
  readonly people: ChosenUsers
  readonly undoInput?: object
}

type Export = Pick<ExportDialogProps, 'users'> & Partial<Pick<ExportDialogProps, 'total'>>

/**
 * The selection of a list of users, the bar over it, and the dialogs that the list opens: one act,
 * a batch, an export, adding a user.
 */
export function useUserDialogs({
  table,
  files,
  focusTable,
}: {
  table: UserListState
  files: UserFiles | undefined
  focusTable: () => void
}) {
  const [single, setSingle] = useState<{ readonly act: UserAct; readonly user: UserView } | null>(
    null,
  )
  const [adding, setAdding] = useState<'wizard' | 'invite' | null>(null)
  const [chosen, setChosen] = useState<ChosenUsers>(nobody)
  const [batch, setBatch] = useState<Batch | null>(null)
  const [exporting, setExporting] = useState<Export | null>(null)
  const openAct = useCallback((act: UserAct, user: UserView) => setSingle({ act, user }), [])
  const exportChosen = () =>
    setExporting({
      users: { userIds: [...chosen.keys()] },
      total: { count: chosen.size, atLeast: false },
    })

  const bulkBar = (
    <UserBulkBar
      chosen={chosen}
      list={table.list}
      filtered={table.filtered}
      total={table.total}
      onChosenChange={setChosen}
      onClear={() => {
        setChosen(nobody)
        focusTable()
      }}
      onAct={(act) => setBatch({ act, people: chosen })}
      onExport={files && exportChosen}
    />
  )
  const open = (
    <>
      {single ? (
        <UserActDialog
          key={`${single.act} ${single.user.id}`}
          {...single}
          open
          onOpenChange={() => setSingle(null)}
        />
      ) : null}
      {batch ? (
        <BulkDialog
          key={`${batch.act} ${batch.undoInput !== undefined}`}
          {...batch}
          onClose={() => setBatch(null)}
          onLeft={batch.undoInput ? undefined : setChosen}
          onUndo={(act, people, undoInput) => setBatch({ act, people, undoInput })}
          onFocusLost={focusTable}
        />
      ) : null}
      {files && exporting ? (
        <files.ExportDialog total={table.total} {...exporting} onClose={() => setExporting(null)} />
      ) : null}
      {adding === 'wizard' ? <AddUserWizard open onOpenChange={() => setAdding(null)} /> : null}
      {adding === 'invite' ? <InviteUserDialog open onOpenChange={() => setAdding(null)} /> : null}
    </>
  )
  return { chosen, setChosen, openAct, setAdding, setExporting, bulkBar, open }
}
