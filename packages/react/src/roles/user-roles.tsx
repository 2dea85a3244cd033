import {
  assignRole,
  setRoleValidity,
  unassignRole,
  type RoleAssignmentView,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { QuerySection } from '../operations/query-section.js'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { IconButton } from '../ui/icon-button.js'
import { Menu } from '../ui/menu.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { useValidityWords } from '../users/validity.js'
import { useWhyNot } from '../users/why-not.js'
import { GiveRoleDialog } from './give-role-dialog.js'
import { RolePeriodDialog } from './role-period-dialog.js'

/**
 * Which roles a person has, where and for how long (features row 10); give one, change its period,
 * take it away. In a preview nothing is offered.
 */
export function UserRoles({ user, preview = false }: { user: UserView; preview?: boolean }) {
  const { roles: words } = useUserPageMessages()
  const { ui, users } = useMessages()
  const validity = useValidityWords()
  const [giving, setGiving] = useState(false)
  const [changing, setChanging] = useState<RoleAssignmentView | null>(null)
  const [taking, setTaking] = useState<RoleAssignmentView | null>(null)
  const nameOf = (role: RoleAssignmentView) => users.roles[role.roleId] ?? role.roleName
  const roleAt = (role: RoleAssignmentView) =>
    users.table.roleAt(nameOf(role), role.organization.name)
  return (
    <>
      <QuerySection
        title={words.title}
        count={user.roles.length}
        acts={preview ? undefined : <GiveButton user={user} onGive={() => setGiving(true)} />}
        empty={user.roles.length === 0}
        emptyIcon="shield"
        emptyTitle={words.emptyTitle}
        emptyText={words.emptyText}
      >
        <RecordList
          aria-label={words.title}
          headings={[words.columns.role, words.columns.validity]}
        >
          {user.roles.map((role) => (
            <RecordItem
              key={role.id}
              title={roleAt(role)}
              marks={role.inForce ? undefined : <Badge icon="clock">{words.notInForce}</Badge>}
              cells={[
                {
                  name: words.columns.validity,
                  value: validity(role) ?? <span className="rk-muted">{words.always}</span>,
                },
              ]}
              acts={
                preview ? undefined : (
                  <RoleMenu
                    user={user}
                    label={ui.table.rowActions(roleAt(role))}
                    onPeriod={() => setChanging(role)}
                    onTake={() => setTaking(role)}
                  />
                )
              }
            />
          ))}
        </RecordList>
      </QuerySection>
      {giving ? <GiveRoleDialog user={user} onClose={() => setGiving(false)} /> : null}
      {changing ? (
        <RolePeriodDialog
          user={user}
          role={changing}
          roleName={nameOf(changing)}
          onClose={() => setChanging(null)}
        />
      ) : null}
      {taking ? (
        <TakeRoleDialog
          user={user}
          role={taking}
          roleName={nameOf(taking)}
          onClose={() => setTaking(null)}
        />
      ) : null}
    </>
  )
}

function GiveButton({ user, onGive }: { user: UserView; onGive: () => void }) {
  const { roles: words } = useUserPageMessages()
  const whyNot = useWhyNot()
  return (
    <Button size="small" icon="plus" disabledReason={whyNot(user, assignRole)} onClick={onGive}>
      {words.give}
    </Button>
  )
}

function RoleMenu({
  user,
  label,
  onPeriod,
  onTake,
}: {
  user: UserView
  label: string
  onPeriod: () => void
  onTake: () => void
}) {
  const { roles: words } = useUserPageMessages()
  const whyNot = useWhyNot()
  return (
    <Menu
      label={label}
      entries={[
        {
          id: 'period',
          label: words.period,
          icon: 'clock',
          disabledReason: whyNot(user, setRoleValidity),
          onSelect: onPeriod,
        },
        'separator',
        {
          id: 'take',
          label: words.take,
          icon: 'trash',
          tone: 'danger',
          disabledReason: whyNot(user, unassignRole),
          onSelect: onTake,
        },
      ]}
    >
      <IconButton icon="more" label={label} tooltip={null} />
    </Menu>
  )
}

function TakeRoleDialog({
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
  return (
    <CommandDialog
      operation={unassignRole}
      title={words.takeTitle(roleName, user.displayName)}
      text={words.takeText(role.organization.name)}
      verb={words.takeVerb}
      danger
      toInput={(reason) => ({ userId: user.id, assignmentId: role.id, ...reason })}
      doneText={() => words.taken(user.displayName, roleName, role.organization.name)}
      onClose={onClose}
    />
  )
}
