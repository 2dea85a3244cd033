import { setRoleValidity, type RoleAssignmentView, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { issueAt } from '../operations/issue-at.js'
import { endsTooEarly, useValidityWords, ValidityFields, type Validity } from '../users/validity.js'

/** Changes from when until when a role of a person holds (features rows 10 and 29). */
export function RolePeriodDialog({
  user,
  role,
  roleName,
  onClose,
}: {
  user: UserView
  role: RoleAssignmentView
  roleName: string
  onClose: () => void
}) {
  const { roles: words } = useUserPageMessages()
  const validityWords = useValidityWords()
  const [validity, setValidity] = useState<Validity>({
    validFromAt: role.validFromAt,
    validUntilAt: role.validUntilAt,
  })
  const tooEarly = endsTooEarly(validity)
  return (
    <CommandDialog
      operation={setRoleValidity}
      title={words.periodTitle(roleName, user.displayName)}
      text={words.periodText(role.organization.name)}
      verb={words.periodVerb}
      unsaved={
        validity.validFromAt !== role.validFromAt || validity.validUntilAt !== role.validUntilAt
      }
      toInput={(reason) =>
        tooEarly ? null : { userId: user.id, assignmentId: role.id, ...validity, ...reason }
      }
      doneText={() =>
        words.periodDone(roleName, user.displayName, validityWords(validity) ?? words.always)
      }
      onClose={onClose}
    >
      {(error) => (
        <ValidityFields
          value={validity}
          onValueChange={setValidity}
          error={tooEarly ? words.endBeforeStart : issueAt(error, 'validUntilAt')}
        />
      )}
    </CommandDialog>
  )
}
