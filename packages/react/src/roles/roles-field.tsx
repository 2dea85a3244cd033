import type { OrganizationView, RoleView } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { OrganizationField } from '../organizations/organization-field.js'
import { Field } from '../ui/field.js'
import { IconButton } from '../ui/icon-button.js'
import { Repeated } from '../ui/repeated.js'
import { Select } from '../ui/select.js'
import { useRoleDescription } from './role-options.js'

/**
 * A role to be given. Each has a key of its own, so that removing one does not move the choices in
 * the others.
 */
export interface WantedRole {
  readonly key: number
  /** Empty: none yet. */
  readonly roleId: string
  /** Null: where the person belongs, wherever that will be. */
  readonly organizationId: string | null
}

/** One that is not chosen yet; of several the first is the main one. */
export const noRoleYet: readonly WantedRole[] = [{ key: 0, roleId: '', organizationId: null }]

/** What {@link RolesField} takes. */
export interface RolesFieldProps {
  value: readonly WantedRole[]
  onValueChange: (value: readonly WantedRole[]) => void
  /** Where the person belongs; undefined while that is not chosen. */
  home: OrganizationView | undefined
  organizations: readonly OrganizationView[]
  roles: readonly RoleView[]
  /** What is wrong with the one that has this key. */
  errorOf: (key: number) => string | undefined
}

/**
 * The roles of somebody new, each at an organization; only what the reader may give there can be
 * chosen.
 */
export function RolesField({
  value,
  onValueChange,
  home,
  organizations,
  roles,
  errorOf,
}: RolesFieldProps) {
  const { roles: words, wizard } = useUserPageMessages()
  const describe = useRoleDescription()
  const change = (key: number, fields: Partial<WantedRole>) =>
    onValueChange(value.map((wanted) => (wanted.key === key ? { ...wanted, ...fields } : wanted)))
  const add = () =>
    onValueChange([
      ...value,
      { key: Math.max(...value.map(({ key }) => key)) + 1, roleId: '', organizationId: null },
    ])
  return (
    <Field label={wizard.roles} group hint={value.length > 1 ? wizard.mainRoleHint : undefined}>
      <Repeated count={value.length} addLabel={wizard.addRole} onAdd={add}>
        {value.map(({ key, roleId, organizationId }, index) => {
          const organization =
            organizationId === null ? home : organizations.find(({ id }) => id === organizationId)
          const role = roles.find(({ id }) => id === roleId)
          const optionOf = ({ id, name }: RoleView) => {
            const beyond = organization !== undefined && !organization.grantableRoleIds.includes(id)
            return {
              value: id,
              label: beyond ? `${name} – ${wizard.roleBeyond}` : name,
              disabled: beyond,
            }
          }
          return (
            <div key={key} className="rk-repeated-item">
              <Field
                label={index === 0 ? wizard.mainRole : wizard.furtherRole(index + 1)}
                error={errorOf(key)}
                hint={role ? describe(role) : index === 0 ? wizard.noRoleText : undefined}
              >
                <Select
                  value={roleId}
                  options={[{ value: '', label: wizard.noRole }, ...roles.map(optionOf)]}
                  onChange={(event) => change(key, { roleId: event.target.value })}
                />
              </Field>
              <OrganizationField
                label={wizard.roleAt(index + 1)}
                value={organization?.id ?? ''}
                onValueChange={(id) =>
                  change(key, { organizationId: id === '' || id === home?.id ? null : id })
                }
                refusalOf={({ grantableRoleIds }) =>
                  grantableRoleIds.length === 0 ? words.nothingToGive : undefined
                }
              />
              {value.length > 1 ? (
                <IconButton
                  icon="trash"
                  label={wizard.removeRole(role?.name ?? wizard.furtherRole(index + 1))}
                  onClick={() => onValueChange(value.filter((wanted) => wanted.key !== key))}
                />
              ) : null}
            </div>
          )
        })}
      </Repeated>
    </Field>
  )
}
