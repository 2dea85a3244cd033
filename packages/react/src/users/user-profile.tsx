import { isOperationError, updateUser, type UserView } from '@rosterkit/core/browser'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useDecisionWords } from '../messages/decision-words.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useFields } from '../operations/use-fields.js'
import { useOperation } from '../operations/use-operation.js'
import { Button } from '../ui/button.js'
import { Checkbox } from '../ui/checkbox.js'
import { DateTime, exactInstant } from '../ui/date-time.js'
import { Facts } from '../ui/explanation.js'
import { Field } from '../ui/field.js'
import { TextInput } from '../ui/text-input.js'
import { useToast } from '../ui/toast.js'

const fields = [
  'name.givenName',
  'name.familyName',
  'userName',
  'userType',
  'emails.0.value',
  'emails.1.value',
  'phoneNumbers.0.value',
] as const

function valuesOf(user: UserView) {
  return {
    'name.givenName': user.name.givenName,
    'name.familyName': user.name.familyName,
    userName: user.userName,
    'emails.0.value': user.emails.find(({ primary }) => primary)?.value ?? '',
    'emails.1.value': user.emails.find(({ primary }) => !primary)?.value ?? '',
    'phoneNumbers.0.value': user.phoneNumbers[0]?.value ?? '',
    userType: user.userType ?? '',
    mfaRequired: user.mfa.required,
    federatedOnly: user.signInRoute === 'federated',
  }
}

/**
 * A person's details: read first, edited on “Edit”, saved as a whole behind their version; what a
 * directory owns says so and stays closed.
 */
export function UserProfile({ user }: { user: UserView }) {
  const { users } = useMessages()
  const { password } = useUserPageMessages().secrets
  const passwordState = usePasswordState(user)
  const [editing, setEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const edited = useRef(false)
  // The form goes with the focus in it; it comes back to where the editing began.
  useEffect(() => {
    if (!editing && edited.current) editButton.current?.focus()
    edited.current = editing
  }, [editing])
  const { page, wizard: words } = useUserPageMessages()
  const inWords = useDecisionWords()
  if (editing)
    return <ProfileForm key={user.version} user={user} onDone={() => setEditing(false)} />
  const values = valuesOf(user)
  return (
    <div className="rk-user-section">
      <div className="rk-user-section-head">
        <h3 className="rk-user-section-title">{page.profile}</h3>
        <Button
          ref={editButton}
          size="small"
          icon="edit"
          disabledReason={inWords(user.can[updateUser.name])}
          onClick={() => setEditing(true)}
        >
          {page.edit}
        </Button>
      </div>
      <Facts
        facts={[
          { name: words.givenName, value: user.name.givenName },
          { name: words.familyName, value: user.name.familyName },
          { name: words.userName, value: user.userName },
          { name: words.primaryEmail, value: values['emails.0.value'] },
          { name: words.secondaryEmail, value: values['emails.1.value'] || page.none },
          { name: words.phone, value: values['phoneNumbers.0.value'] || page.none },
          { name: words.userType, value: user.userType ?? page.none },
          { name: password.label, value: passwordState },
          { name: page.mfa, value: user.mfa.required ? page.mfaRequired : page.mfaOptional },
          {
            name: page.signInRoute,
            value: user.signInRoute === 'federated' ? page.federated : page.anyRoute,
          },
          {
            name: users.table.columns.createdAt,
            value: <DateTime value={user.createdAt} format="exact" />,
          },
          {
            name: users.table.columns.updatedAt,
            value: <DateTime value={user.updatedAt} format="exact" />,
          },
        ]}
      />
    </div>
  )
}

/** How the person's password stands, and since or until when. */
function usePasswordState({
  password: { state, sinceAt, expiresAt },
  signInRoute,
}: UserView): string {
  const { password: words } = useUserPageMessages().secrets
  const { locale, timeZone } = useLocale()
  if (signInRoute === 'federated') return words.federated
  const name = words.states[state]
  if (state === 'none') return name
  const when = (instant: string) => exactInstant(instant, locale, timeZone, 'minute')
  return expiresAt
    ? words.sinceUntil(name, when(expiresAt))
    : sinceAt
      ? words.since(name, when(sinceAt))
      : name
}

type Values = ReturnType<typeof valuesOf>

/** The changed details as the operation takes them. */
function inputOf(user: UserView, values: Values) {
  const secondary = values['emails.1.value'].trim()
  const phone = values['phoneNumbers.0.value'].trim()
  const [second, ...others] = user.emails.filter((email) => !email.primary)
  const fields = {
    name: { givenName: values['name.givenName'], familyName: values['name.familyName'] },
    userName: values.userName,
    emails: [
      {
        ...user.emails.find((email) => email.primary),
        value: values['emails.0.value'],
        primary: true,
      },
      ...(secondary ? [{ ...second, value: secondary, primary: false }] : []),
      ...others,
    ],
    phoneNumbers: [
      ...(phone ? [{ ...user.phoneNumbers[0], value: phone }] : []),
      ...user.phoneNumbers.slice(1),
    ],
    userType: values.userType.trim() || null,
  }
  // What is owned elsewhere is shown and not sent: it stays exactly as its owner has it.
  const own = Object.fromEntries(
    Object.entries(fields).filter(([field]) => user.owners[field] === undefined),
  ) as Partial<typeof fields>
  return {
    userId: user.id,
    version: user.version,
    ...own,
    mfaRequired: values.mfaRequired,
    federatedOnly: values.federatedOnly,
  }
}

function ProfileForm({ user, onDone }: { user: UserView; onDone: () => void }) {
  const { page, wizard: words } = useUserPageMessages()
  const toast = useToast()
  const update = useOperation(updateUser)
  const toInput = (values: Values) => inputOf(user, values)
  const form = useFields(updateUser, valuesOf(user), toInput)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (update.isPending || !form.check(fields)) return
    try {
      const saved = await update.mutateAsync(toInput(form.values))
      toast.show({ text: page.saved(saved.displayName) })
      onDone()
    } catch (error) {
      if (!isOperationError(error)) throw error
      form.refuse(error, fields)
    }
  }
  const first = useRef<HTMLFormElement>(null)
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  const beside = update.error?.code === 'user_name_taken'
  return (
    <form
      ref={first}
      noValidate
      className="rk-user-section rk-user-form"
      onSubmit={(event) => void save(event)}
    >
      <h3 className="rk-user-section-title">{page.profile}</h3>
      <ProfileFields user={user} form={form} />
      <div className="rk-form-checks">
        <Checkbox
          label={words.mfaRequired}
          description={words.mfaRequiredText}
          {...form.tick('mfaRequired')}
        />
        <Checkbox
          label={words.federatedOnly}
          description={words.federatedOnlyText}
          {...form.tick('federatedOnly')}
        />
      </div>
      {update.error && !beside ? <RefusalCallout error={update.error} /> : null}
      <div className="rk-form-acts">
        <Button disabled={update.isPending} onClick={onDone}>
          {page.cancel}
        </Button>
        <Button type="submit" variant="primary" busy={update.isPending}>
          {page.save}
        </Button>
      </div>
    </form>
  )
}

/** The text fields of the details; what another system owns is read-only and says so. */
function ProfileFields({
  user,
  form: { text, errorAt },
}: {
  user: UserView
  form: ReturnType<typeof useFields<Values>>
}) {
  const { page, wizard: words } = useUserPageMessages()
  const owned = (field: string) => {
    const owner = user.owners[field]
    return {
      readOnly: owner !== undefined,
      aside: owner ? <span className="rk-muted">{page.managedBy[owner]}</span> : undefined,
    }
  }
  const name = owned('name')
  const userName = owned('userName')
  const emails = owned('emails')
  const phones = owned('phoneNumbers')
  const userType = owned('userType')
  return (
    <div className="rk-form-pair">
      <Field label={words.givenName} required error={errorAt('name.givenName')} aside={name.aside}>
        <TextInput readOnly={name.readOnly} {...text('name.givenName')} />
      </Field>
      <Field
        label={words.familyName}
        required
        error={errorAt('name.familyName')}
        aside={name.aside}
      >
        <TextInput readOnly={name.readOnly} {...text('name.familyName')} />
      </Field>
      <Field label={words.userName} required error={errorAt('userName')} aside={userName.aside}>
        <TextInput spellCheck={false} readOnly={userName.readOnly} {...text('userName')} />
      </Field>
      <Field label={words.userType} optional error={errorAt('userType')} aside={userType.aside}>
        <TextInput readOnly={userType.readOnly} {...text('userType')} />
      </Field>
      <Field
        label={words.primaryEmail}
        required
        error={errorAt('emails.0.value')}
        aside={emails.aside}
      >
        <TextInput type="email" readOnly={emails.readOnly} {...text('emails.0.value')} />
      </Field>
      <Field
        label={words.secondaryEmail}
        optional
        error={errorAt('emails.1.value')}
        aside={emails.aside}
      >
        <TextInput type="email" readOnly={emails.readOnly} {...text('emails.1.value')} />
      </Field>
      <Field
        label={words.phone}
        optional
        error={errorAt('phoneNumbers.0.value')}
        aside={phones.aside}
      >
        <TextInput type="tel" readOnly={phones.readOnly} {...text('phoneNumbers.0.value')} />
      </Field>
    </div>
  )
}
