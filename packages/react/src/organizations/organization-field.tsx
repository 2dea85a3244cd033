import { createUser, type OrganizationView } from '@rosterkit/core/browser'
import { Combobox } from '../ui/combobox.js'
import { Field, type FieldProps } from '../ui/field.js'
import { useWhyNot } from '../users/why-not.js'
import { useOrganizations } from './use-organizations.js'

/** What {@link OrganizationField} takes. */
export interface OrganizationFieldProps extends Omit<FieldProps, 'onChange'> {
  /** The id of the chosen one; empty for none. */
  value: string
  onValueChange: (id: string) => void
  /** Why one cannot be chosen. Default: why nobody can be added there. */
  refusalOf?: ((organization: OrganizationView) => string | undefined) | undefined
}

/** Chooses an organization by typing, from the tree that the reader may see. */
export function OrganizationField({
  value,
  onValueChange,
  refusalOf,
  ...field
}: OrganizationFieldProps) {
  const whyNot = useWhyNot()
  const organizations = useOrganizations()
  const top = Math.min(...organizations.map(({ depth }) => depth))
  const optionOf = (item: OrganizationView) => ({
    value: item.id,
    label: item.name,
    detail: item.level,
    depth: item.depth - top,
    disabledReason: refusalOf ? refusalOf(item) : whyNot(item, createUser),
  })
  const chosen = organizations.find(({ id }) => id === value)
  return (
    <Field {...field}>
      <Combobox
        value={chosen ? optionOf(chosen) : null}
        onValueChange={(option) => onValueChange(option?.value ?? '')}
        options={organizations.map(optionOf)}
      />
    </Field>
  )
}
