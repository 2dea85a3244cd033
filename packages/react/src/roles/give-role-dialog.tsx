import { assignRole, listOrganizations, listRoles, type OrganizationView, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Combobox } from '../ui/combobox.js'
import { Field } from '../ui/field.js'
import { Select } from '../ui/select.js'
import { endsTooEarly, ValidityFields, type Validity } from '../users/validity.js'

/** Gives a person a role at an organization, for a period if wanted; only roles that the reader may give there can be chosen. */
export function GiveRoleDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { roles: words } = useUserPageMessages()
  const { users } = useMessages()
  const organizations = useOperationQuery(listOrganizations, {}).data?.items
  const roles = useOperationQuery(listRoles, {}).data?.items
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [roleId, setRoleId] = useState('')
  const [validity, setValidity] = useState<Validity>({ validFromAt: null, validUntilAt: null })
  const [checked, setChecked] = useState(false)

  // Mostly a role is given where the person belongs.
  const home = organizations?.find(({ id, grantableRoleIds }) => id === user.organization.id && grantableRoleIds.length > 0)
  const organization = (chosenId === null ? home : organizations?.find(({ id }) => id === chosenId)) ?? null
  const top = Math.min(...(organizations ?? []).map(({ depth }) => depth))
  const optionOf = (item: OrganizationView) => ({ value: item.id, label: item.name, depth: item.depth - top, disabledReason: item.grantableRoleIds.length === 0 ? words.nothingToGive : undefined })
  const grantable = (roles ?? []).filter(({ id }) => organization?.grantableRoleIds.includes(id))
  const role = grantable.find(({ id }) => id === roleId)
  const nameOf = (of: { id: string; name: string }) => users.roles[of.id] ?? of.name

  return (
    <CommandDialog
      operation={assignRole}
      title={words.giveTitle(user.displayName)}
      text={words.giveText}
      verb={words.give}
      asksReason={false}
      unsaved={roleId !== '' || chosenId !== null || validity.validFromAt !== null || validity.validUntilAt !== null}
      toInput={() => {
        setChecked(true)
        return organization && role && !endsTooEarly(validity) ? { userId: user.id, organizationId: organization.id, roleId: role.id, ...validity } : null
      }}
      told={() => words.given(user.displayName, role ? nameOf(role) : '', organization?.name ?? '')}
      onClose={onClose}
    >
      <Field label={words.organization} required error={checked && !organization ? words.chooseOrganization : undefined}>
        <Combobox value={organization ? optionOf(organization) : null} onValueChange={(option) => setChosenId(option?.value ?? '')} options={(organizations ?? []).map(optionOf)} />
      </Field>
      <Field label={words.role} required hint={role?.description} error={checked && !role ? words.chooseRole : undefined}>
        <Select value={role ? roleId : ''} placeholder={organization ? words.chooseRole : words.noRoleHere} options={grantable.map((item) => ({ value: item.id, label: nameOf(item) }))} onChange={(event) => setRoleId(event.target.value)} />
      </Field>
      <ValidityFields value={validity} onValueChange={setValidity} error={checked && endsTooEarly(validity) ? words.endBeforeStart : undefined} />
    </CommandDialog>
  )
}
