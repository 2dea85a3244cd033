import type {
  InputOf,
  OperationError,
  OutputOf,
  assignPersona,
  listPersonas,
} from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { issueAt } from '../operations/issue-at.js'
import { Checkbox } from '../ui/checkbox.js'
import { Field } from '../ui/field.js'
import { IconButton } from '../ui/icon-button.js'
import { Repeated } from '../ui/repeated.js'
import { Select } from '../ui/select.js'
import { Textarea } from '../ui/textarea.js'
import { TextInput } from '../ui/text-input.js'
import { endsTooEarly, ValidityFields, type Validity } from '../users/validity.js'

/** One persona of a user, as the list gives it. */
export type ListedPersona = OutputOf<typeof listPersonas>['items'][number]

type EntitlementKind = NonNullable<InputOf<typeof assignPersona>['entitlements']>[number]['kind']

/**
 * What is entered about a persona. Each entitlement has a key of its own, so that removing one does
 * not move the typing in the others.
 */
export interface PersonaDraft extends Validity {
  readonly preferred: boolean
  /** One a line. */
  readonly scopes: string
  readonly entitlements: readonly (Validity & {
    readonly key: number
    readonly kind: EntitlementKind
    readonly value: string
  })[]
}

/** The draft of a persona that is being changed, or of a new one. */
export function draftOf(persona?: ListedPersona): PersonaDraft {
  if (!persona)
    return { preferred: false, scopes: '', entitlements: [], validFromAt: null, validUntilAt: null }
  const { preferred, scopes, entitlements, validFromAt, validUntilAt } = persona
  return {
    preferred,
    scopes: scopes.join('\n'),
    entitlements: entitlements.map(({ inForce: _, ...entitlement }, key) => ({
      ...entitlement,
      key,
    })),
    validFromAt,
    validUntilAt,
  }
}

/** A draft as the operations take it: blank lines and nameless entitlements are left out. */
export function personaInput({
  preferred,
  scopes,
  entitlements,
  validFromAt,
  validUntilAt,
}: PersonaDraft) {
  return {
    preferred,
    scopes: scopes
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    entitlements: entitlements
      .filter(({ value }) => value.trim())
      .map(({ key: _, ...entitlement }) => ({ ...entitlement, value: entitlement.value.trim() })),
    validFromAt,
    validUntilAt,
  }
}

/** Whether every period of the draft ends after it begins. */
export const draftIsSound = (draft: PersonaDraft) =>
  ![draft, ...draft.entitlements].some(endsTooEarly)

/** The fields of a persona: preference, validity, scopes, entitlements. */
export function PersonaFields({
  draft,
  onDraftChange,
  error,
  preferredStays = false,
}: {
  draft: PersonaDraft
  onDraftChange: (draft: PersonaDraft) => void
  error: OperationError | null
  preferredStays?: boolean
}) {
  const page = useUserPageMessages()
  const words = page.personas
  const tooEarly = endsTooEarly(draft) ? page.roles.endBeforeStart : undefined
  const change = (key: number, fields: Partial<PersonaDraft['entitlements'][number]>) =>
    onDraftChange({
      ...draft,
      entitlements: draft.entitlements.map((entitlement) =>
        entitlement.key === key ? { ...entitlement, ...fields } : entitlement,
      ),
    })
  const add = () =>
    onDraftChange({
      ...draft,
      entitlements: [
        ...draft.entitlements,
        {
          key: Math.max(-1, ...draft.entitlements.map(({ key }) => key)) + 1,
          kind: 'subscription',
          value: '',
          validFromAt: null,
          validUntilAt: null,
        },
      ],
    })
  return (
    <>
      <Checkbox
        label={words.preferred}
        description={words.preferredText}
        checked={draft.preferred}
        disabled={preferredStays}
        onChange={(event) => onDraftChange({ ...draft, preferred: event.target.checked })}
      />
      <ValidityFields
        value={draft}
        onValueChange={({ validFromAt, validUntilAt }) =>
          onDraftChange({ ...draft, validFromAt, validUntilAt })
        }
        error={tooEarly ?? issueAt(error, 'validUntilAt')}
      />
      <Field label={words.scopes} optional hint={words.scopesHint} error={issueAt(error, 'scopes')}>
        <Textarea
          rows={2}
          spellCheck={false}
          value={draft.scopes}
          onChange={(event) => onDraftChange({ ...draft, scopes: event.target.value })}
        />
      </Field>
      <Field label={words.entitlements} group error={issueAt(error, 'entitlements')}>
        <Repeated count={draft.entitlements.length} addLabel={words.addEntitlement} onAdd={add}>
          {draft.entitlements.map((entitlement) => (
            <EntitlementFields
              key={entitlement.key}
              entitlement={entitlement}
              onChange={(fields) => change(entitlement.key, fields)}
              onRemove={() =>
                onDraftChange({
                  ...draft,
                  entitlements: draft.entitlements.filter(({ key }) => key !== entitlement.key),
                })
              }
            />
          ))}
        </Repeated>
      </Field>
    </>
  )
}

type Entitlement = PersonaDraft['entitlements'][number]

function EntitlementFields({
  entitlement,
  onChange,
  onRemove,
}: {
  entitlement: Entitlement
  onChange: (fields: Partial<Entitlement>) => void
  onRemove: () => void
}) {
  const { personas: words, roles } = useUserPageMessages()
  return (
    <div className="rk-repeated-item">
      <Field label={words.kind}>
        <Select
          value={entitlement.kind}
          options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChange({ kind: event.target.value as EntitlementKind })}
        />
      </Field>
      <Field label={words.value}>
        <TextInput
          value={entitlement.value}
          spellCheck={false}
          maxLength={200}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      </Field>
      <IconButton
        icon="trash"
        label={words.removeEntitlement(entitlement.value || words.newEntitlement)}
        onClick={onRemove}
      />
      <ValidityFields
        value={entitlement}
        onValueChange={onChange}
        error={endsTooEarly(entitlement) ? roles.endBeforeStart : undefined}
      />
    </div>
  )
}
