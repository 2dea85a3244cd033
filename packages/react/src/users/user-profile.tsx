import { isOperationError, updateUser, type UserView } from '@rosterkit/core/browser'
import { useEffect, useRef, useState } from 'react'
import { useForm, type FieldPath } from 'react-hook-form'
import { useMessages } from '../messages/messages-provider.js'
import { applyRefusal, operationResolver } from '../operations/form-resolver.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { Button } from '../ui/button.js'
import { Checkbox } from '../ui/checkbox.js'
import { DateTime } from '../ui/date-time.js'
import { Facts } from '../ui/explanation.js'
import { Field } from '../ui/field.js'
import { TextInput } from '../ui/text-input.js'
import { useToast } from '../ui/toast.js'
import { refusalOf } from './user-actions.js'

interface Values {
  name: { givenName: string; familyName: string }
  userName: string
  emails: [{ value: string }, { value: string }]
  phoneNumbers: [{ value: string }]
  userType: string
  mfaRequired: boolean
  federatedOnly: boolean
}

const fields = ['name.givenName', 'name.familyName', 'userName', 'emails.0.value', 'emails.1.value', 'phoneNumbers.0.value', 'userType'] as const satisfies readonly FieldPath<Values>[]

function valuesOf(user: UserView): Values {
  const primary = user.emails.find((email) => email.primary)?.value ?? ''
  const secondary = user.emails.find((email) => !email.primary)?.value ?? ''
  return { name: user.name, userName: user.userName, emails: [{ value: primary }, { value: secondary }], phoneNumbers: [{ value: user.phoneNumbers[0]?.value ?? '' }], userType: user.userType ?? '', mfaRequired: user.mfa.required, federatedOnly: user.signInRoute === 'federated' }
}

/** A person's details: read first, edited on “Edit”, saved as a whole behind their version; what a directory owns says so and stays closed. */
export function UserProfile({ user }: { user: UserView }) {
  const { users } = useMessages()
  const [editing, setEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const edited = useRef(false)
  // The form goes with the focus in it; it comes back to where the editing began.
  useEffect(() => {
    if (!editing && edited.current) editButton.current?.focus()
    edited.current = editing
  }, [editing])
  if (editing) return <ProfileForm key={user.version} user={user} onDone={() => setEditing(false)} />
  const words = users.wizard
  const values = valuesOf(user)
  return (
    <div className="rk-user-section">
      <div className="rk-user-section-head">
        <h3 className="rk-user-section-title">{users.page.profile}</h3>
        <Button ref={editButton} size="small" icon="edit" disabledReason={refusalOf(user, 'update')} onClick={() => setEditing(true)}>
          {users.page.edit}
        </Button>
      </div>
      <Facts
        facts={[
          { name: words.givenName, value: user.name.givenName },
          { name: words.familyName, value: user.name.familyName },
          { name: words.userName, value: user.userName },
          { name: words.primaryEmail, value: values.emails[0].value },
          { name: words.secondaryEmail, value: values.emails[1].value || users.page.none },
          { name: words.phone, value: values.phoneNumbers[0].value || users.page.none },
          { name: words.userType, value: user.userType ?? users.page.none },
          { name: users.page.mfa, value: user.mfa.required ? users.page.mfaRequired : users.page.mfaOptional },
          { name: users.page.signInRoute, value: user.signInRoute === 'federated' ? users.page.federated : users.page.anyRoute },
          { name: users.table.columns.createdAt, value: <DateTime value={user.createdAt} format="exact" /> },
          { name: users.table.columns.updatedAt, value: <DateTime value={user.updatedAt} format="exact" /> },
        ]}
      />
    </div>
  )
}

function ProfileForm({ user, onDone }: { user: UserView; onDone: () => void }) {
  const { users } = useMessages()
  const words = users.wizard
  const toast = useToast()
  const update = useOperation(updateUser)
  const toInput = (values: Values) => {
    const [primary, secondary] = values.emails
    const others = user.emails.filter((email) => !email.primary).slice(1)
    return {
      userId: user.id,
      version: user.version,
      name: values.name,
      userName: values.userName,
      emails: [{ value: primary.value, primary: true }, ...(secondary.value.trim() ? [{ value: secondary.value, primary: false }] : []), ...others],
      phoneNumbers: [...(values.phoneNumbers[0].value.trim() ? [{ value: values.phoneNumbers[0].value }] : []), ...user.phoneNumbers.slice(1)],
      userType: values.userType.trim() || null,
      mfaRequired: values.mfaRequired,
      federatedOnly: values.federatedOnly,
    }
  }
  const form = useForm<Values>({ defaultValues: valuesOf(user), mode: 'onTouched', resolver: operationResolver<Values>(updateUser, toInput) })
  const errorAt = (name: FieldPath<Values>) => form.getFieldState(name, form.formState).error?.message
  const owned = (field: string) => {
    const owner = user.owners[field]
    return { readOnly: owner !== undefined, aside: owner ? <span className="rk-muted">{users.page.managedBy[owner]}</span> : undefined }
  }
  const save = form.handleSubmit(async (values) => {
    try {
      const saved = await update.mutateAsync(toInput(values))
      toast.show({ text: users.page.saved(saved.displayName) })
      onDone()
    } catch (error) {
      if (!isOperationError(error)) throw error
      applyRefusal(error, fields, form.setError)
    }
  })
  const { setFocus } = form
  useEffect(() => setFocus('name.givenName'), [setFocus])
  const beside = update.error?.code === 'user_name_taken'
  const name = owned('name')
  const userName = owned('userName')
  const emails = owned('emails')
  const phones = owned('phoneNumbers')
  const userType = owned('userType')
  return (
    <form noValidate className="rk-user-section rk-user-form" onSubmit={(event) => void save(event)}>
      <h3 className="rk-user-section-title">{users.page.profile}</h3>
      <div className="rk-form-pair">
        <Field label={words.givenName} required error={errorAt('name.givenName')} aside={name.aside}>
          <TextInput readOnly={name.readOnly} {...form.register('name.givenName')} />
        </Field>
        <Field label={words.familyName} required error={errorAt('name.familyName')} aside={name.aside}>
          <TextInput readOnly={name.readOnly} {...form.register('name.familyName')} />
        </Field>
        <Field label={words.userName} required error={errorAt('userName')} aside={userName.aside}>
          <TextInput spellCheck={false} readOnly={userName.readOnly} {...form.register('userName')} />
        </Field>
        <Field label={words.userType} optional error={errorAt('userType')} aside={userType.aside}>
          <TextInput readOnly={userType.readOnly} {...form.register('userType')} />
        </Field>
        <Field label={words.primaryEmail} required error={errorAt('emails.0.value')} aside={emails.aside}>
          <TextInput type="email" readOnly={emails.readOnly} {...form.register('emails.0.value')} />
        </Field>
        <Field label={words.secondaryEmail} optional error={errorAt('emails.1.value')} aside={emails.aside}>
          <TextInput type="email" readOnly={emails.readOnly} {...form.register('emails.1.value')} />
        </Field>
        <Field label={words.phone} optional error={errorAt('phoneNumbers.0.value')} aside={phones.aside}>
          <TextInput type="tel" readOnly={phones.readOnly} {...form.register('phoneNumbers.0.value')} />
        </Field>
      </div>
      <div className="rk-form-checks">
        <Checkbox label={words.mfaRequired} description={words.mfaRequiredText} {...form.register('mfaRequired')} />
        <Checkbox label={words.federatedOnly} description={words.federatedOnlyText} {...form.register('federatedOnly')} />
      </div>
      {update.error && !beside ? <RefusalCallout error={update.error} /> : null}
      <div className="rk-form-acts">
        <Button disabled={update.isPending} onClick={onDone}>
          {users.page.cancel}
        </Button>
        <Button type="submit" variant="primary" busy={update.isPending}>
          {users.page.save}
        </Button>
      </div>
    </form>
  )
}
