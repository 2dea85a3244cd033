import { createUser, listOrganizations, type OrganizationView } from '@rosterkit/core/browser'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Combobox } from '../ui/combobox.js'
import { Field, type FieldProps } from '../ui/field.js'
import { useWhyNot } from '../users/why-not.js'

/** What {@link OrganizationField} takes. */
export interface OrganizationFieldProps extends Omit<FieldProps, 'onChange'> {
  /** The id of the chosen one; empty for none. */
  value: string
  onValueChange: (id: string) => void
  /** Why one cannot be chosen. Default: why nobody can be added there. */
  refusalOf?: ((organization: OrganizationView) => string | undefined) | undefined
}

/** Chooses an organization by typing, from the tree that the reader may see. */
export function OrganizationField({ value, onValueChange, refusalOf, ...field }: OrganizationFieldProps) {
  const whyNot = useWhyNot()
  const organizations = useOrganizations()
  const top = Math.min(...organizations.map(({ depth }) => depth))
  const optionOf = (item: OrganizationView) => ({ value: item.id, label: item.name, detail: item.level, depth: item.depth - top, disabledReason: refusalOf ? refusalOf(item) : whyNot(item, createUser) })
  const chosen = organizations.find(({ id }) => id === value)
  return (
    <Field {...field}>
      <Combobox value={chosen ? optionOf(chosen) : null} onValueChange={(option) => onValueChange(option?.value ?? '')} options={organizations.map(optionOf)} />
    </Field>
  )
}

const none: readonly OrganizationView[] = []

/** The organizations that the reader may see; none before they have come. */
export function useOrganizations(enabled = true): readonly OrganizationView[] {
  return useOperationQuery(listOrganizations, {}, { enabled }).data?.items ?? none
}

/** The ids from the topmost organization in sight down to this one. */
export function pathTo(organizations: readonly OrganizationView[], id: string | null): readonly string[] {
  const found = organizations.find((organization) => organization.id === id)
  return found ? [...pathTo(organizations, found.parentId), found.id] : []
}
