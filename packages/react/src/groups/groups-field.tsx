import type { ResourceView } from '@rosterkit/core/browser'
import { useRef } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { Combobox } from '../ui/combobox.js'
import { Field } from '../ui/field.js'
import { IconButton } from '../ui/icon-button.js'
import { useResourceSearch, type ResourceOption } from './resource-search.js'

/** What {@link GroupsField} takes. */
export interface GroupsFieldProps {
  value: readonly ResourceView[]
  onValueChange: (value: readonly ResourceView[]) => void
  /** The ids from the root down to the organization where the person will belong. */
  path: readonly string[]
  error?: string | undefined
}

/**
 * Chooses several groups, one after the other by typing. One that no longer fits the organization
 * stays, and says so.
 */
export function GroupsField({ value, onValueChange, path, error }: GroupsFieldProps) {
  const { resources: words, wizard } = useUserPageMessages()
  const load = useResourceSearch('groups', value, path)
  const input = useRef<HTMLInputElement>(null)
  const misfit = misfits(value, path)[0]
  return (
    <Field
      label={wizard.groups}
      optional
      error={
        error ?? (misfit ? wizard.groupElsewhere(misfit.name, misfit.organization.name) : undefined)
      }
    >
      <Combobox
        ref={input}
        value={null}
        placeholder={words.groups.placeholder}
        load={load}
        onValueChange={(option) =>
          option &&
          !value.some(({ id }) => id === option.value) &&
          onValueChange([...value, (option as ResourceOption).resource])
        }
      />
      {value.length > 0 ? (
        <ul aria-label={wizard.groups} className="rk-chips">
          {value.map((group) => (
            <li
              key={group.id}
              data-state={path.includes(group.organization.id) ? 'fits' : 'wrong'}
              className="rk-chip"
            >
              {group.name}
              <IconButton
                icon="close"
                size="small"
                label={words.removeOne(group.name)}
                onClick={() => {
                  onValueChange(value.filter(({ id }) => id !== group.id))
                  input.current?.focus()
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </Field>
  )
}

/** The groups that are neither of the organization nor of one above it. */
export const misfits = (groups: readonly ResourceView[], path: readonly string[]) =>
  groups.filter(({ organization }) => !path.includes(organization.id))
