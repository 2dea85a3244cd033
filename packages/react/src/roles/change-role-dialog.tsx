import { assignRole, isOperationError, unassignRole, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'
import { useToast } from '../ui/toast.js'
import { GiveRoleDialog } from './give-role-dialog.js'
import { useRoleChoice } from './role-choice.js'

/**
 * Changes a person's role (features row 10): replaces one they have, or gives another. Whoever has
 * none is given one.
 */
export function ChangeRoleDialog(props: { user: UserView; onClose: () => void }) {
  return props.user.roles.length === 0 ? (
    <GiveRoleDialog {...props} />
  ) : (
    <ReplaceRoleDialog {...props} />
  )
}

function ReplaceRoleDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { roles: words } = useUserPageMessages()
  const { users } = useMessages()
  const toast = useToast()
  const [present] = useState(user.roles)
  const [former, setFormer] = useState(present.length === 1 ? present[0]!.id : '')
  const replaced = present.find(({ id }) => id === former)
  const role = useRoleChoice(true, replaced?.organization.id ?? user.organization.id)
  const give = useOperation(assignRole)
  const take = useOperation(unassignRole)
  // Given first and taken second, so that nobody is without a role between the two; the second may
  // be refused.
  const [given, setGiven] = useState(false)
  const nameOf = (of: { roleId: string; roleName: string }) => users.roles[of.roleId] ?? of.roleName
  const formerName = replaced ? nameOf(replaced) : ''

  const confirm = async () => {
    const chosen = role.choose()
    if (!chosen) return
    try {
      if (!given) await give.mutateAsync({ userId: user.id, ...chosen })
      setGiven(true)
      if (replaced) await take.mutateAsync({ userId: user.id, assignmentId: replaced.id })
      onClose()
      toast.show({
        text: replaced
          ? words.replaced(user.displayName, role.roleName, role.organizationName, formerName)
          : words.given(user.displayName, role.roleName, role.organizationName),
      })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
    }
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.changeTitle(user.displayName)}
      description={words.giveText}
      confirmLabel={given ? words.takeVerb : words.changeVerb}
      busy={give.isPending || take.isPending}
      unsaved={role.unsaved && !given}
      onConfirm={() => void confirm()}
      refusal={
        take.error ? (
          <RefusalCallout error={take.error} title={words.halfDone(role.roleName, formerName)} />
        ) : give.error ? (
          <RefusalCallout error={give.error} />
        ) : undefined
      }
    >
      {given ? null : (
        <>
          <Field label={words.how} group>
            <RadioGroup
              name="former"
              value={former}
              onValueChange={setFormer}
              options={[
                ...present.map((item) => ({
                  value: item.id,
                  label: words.instead(nameOf(item), item.organization.name),
                })),
                { value: '', label: words.inAddition },
              ]}
            />
          </Field>
          {role.fields}
        </>
      )}
    </ConfirmDialog>
  )
}
