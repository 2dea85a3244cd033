import { assignRole, unassignRole, type RoleAssignmentView, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { QuerySection } from '../operations/query-section.js'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { useValidityWords } from '../users/validity.js'
import { whyNot } from '../users/why-not.js'
import { GiveRoleDialog } from './give-role-dialog.js'

/** Which roles a person has, where and for how long (features row 10); give one, take one away. */
export function UserRoles({ user }: { user: UserView }) {
  const { roles: words } = useUserPageMessages()
  const { users } = useMessages()
  const validity = useValidityWords()
  const [giving, setGiving] = useState(false)
  const [taking, setTaking] = useState<RoleAssignmentView | null>(null)
  const nameOf = (role: RoleAssignmentView) => users.roles[role.roleId] ?? role.roleName
  const takeRefusal = whyNot(user, unassignRole)
  return (
    <>
      <QuerySection
        title={words.title}
        count={user.roles.length}
        acts={
          <Button size="small" icon="plus" disabledReason={whyNot(user, assignRole)} onClick={() => setGiving(true)}>
            {words.give}
          </Button>
        }
        empty={user.roles.length === 0}
        emptyIcon="shield"
        emptyTitle={words.emptyTitle}
        emptyText={words.emptyText}
      >
        <RecordList aria-label={words.title} headings={[words.columns.role, words.columns.validity]}>
          {user.roles.map((role) => (
            <RecordItem
              key={role.id}
              title={users.table.roleAt(nameOf(role), role.organization.name)}
              marks={role.inForce ? undefined : <Badge icon="clock">{words.notInForce}</Badge>}
              cells={[{ name: words.columns.validity, value: validity(role) ?? <span className="rk-muted">{words.always}</span> }]}
              acts={
                <Button size="small" aria-label={words.takeOne(nameOf(role), role.organization.name)} disabledReason={takeRefusal} onClick={() => setTaking(role)}>
                  {words.take}
                </Button>
              }
            />
          ))}
        </RecordList>
      </QuerySection>
      {giving ? <GiveRoleDialog user={user} onClose={() => setGiving(false)} /> : null}
      {taking ? (
        <CommandDialog
          operation={unassignRole}
          title={words.takeTitle(nameOf(taking), user.displayName)}
          text={words.takeText(taking.organization.name)}
          verb={words.takeVerb}
          danger
          toInput={(reason) => ({ userId: user.id, assignmentId: taking.id, ...reason })}
          told={() => words.taken(user.displayName, nameOf(taking), taking.organization.name)}
          onClose={() => setTaking(null)}
        />
      ) : null}
    </>
  )
}
