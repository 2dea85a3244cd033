import { useState, type ReactNode } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { OrganizationField } from '../organizations/organization-field.js'
import { useOrganizations } from '../organizations/use-organizations.js'
import { Field } from '../ui/field.js'
import { Select } from '../ui/select.js'
import { endsTooEarly, ValidityFields, type Validity } from '../users/validity.js'
import { grantableAt, useRoleDescription, useRoles } from './role-options.js'

/** What {@link useRoleChoice} gives. */
export interface RoleChoice {
  readonly fields: ReactNode
  /** Something was chosen that would be lost. */
  readonly unsaved: boolean
  readonly roleName: string
  readonly organizationName: string
  /**
   * The choice as the operation takes it; null while something is missing, which the fields then
   * show.
   */
  readonly choose: () =>
    | ({ readonly organizationId: string; readonly roleId: string } & Validity)
    | null
}

/**
 * The fields of a role: where, which, and for how long. Only what the reader may give there can be
 * chosen.
 * @param homeId Where a role is mostly given, and so begins.
 */
export function useRoleChoice(enabled: boolean, homeId?: string): RoleChoice {
  const { roles: words } = useUserPageMessages()
  const organizations = useOrganizations(enabled)
  const roles = useRoles(enabled)
  const describe = useRoleDescription()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [roleId, setRoleId] = useState('')
  const [validity, setValidity] = useState<Validity>({ validFromAt: null, validUntilAt: null })
  const [checked, setChecked] = useState(false)

  const home = organizations.find(
    ({ id, grantableRoleIds }) => id === homeId && grantableRoleIds.length > 0,
  )
  const organization = chosenId === null ? home : organizations.find(({ id }) => id === chosenId)
  const grantable = grantableAt(roles, organization)
  const role = grantable.find(({ id }) => id === roleId)

  return {
    unsaved:
      roleId !== '' ||
      chosenId !== null ||
      validity.validFromAt !== null ||
      validity.validUntilAt !== null,
    roleName: role?.name ?? '',
    organizationName: organization?.name ?? '',
    choose: () => {
      setChecked(true)
      return organization && role && !endsTooEarly(validity)
        ? { organizationId: organization.id, roleId: role.id, ...validity }
        : null
    },
    fields: (
      <>
        <OrganizationField
          label={words.organization}
          required
          error={checked && !organization ? words.chooseOrganization : undefined}
          value={organization?.id ?? ''}
          onValueChange={setChosenId}
          refusalOf={({ grantableRoleIds }) =>
            grantableRoleIds.length === 0 ? words.nothingToGive : undefined
          }
        />
        <Field
          label={words.role}
          required
          hint={role && describe(role)}
          error={checked && !role ? words.chooseRole : undefined}
        >
          <Select
            value={role ? roleId : ''}
            placeholder={organization ? words.chooseRole : words.noRoleHere}
            options={grantable.map((item) => ({ value: item.id, label: item.name }))}
            onChange={(event) => setRoleId(event.target.value)}
          />
        </Field>
        <ValidityFields
          value={validity}
          onValueChange={setValidity}
          error={checked && endsTooEarly(validity) ? words.endBeforeStart : undefined}
        />
      </>
    ),
  }
}
