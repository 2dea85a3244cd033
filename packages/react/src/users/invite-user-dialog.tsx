import { createUser, isOperationError } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useFields } from '../operations/use-fields.js'
import { useOperation } from '../operations/use-operation.js'
import { OrganizationField } from '../organizations/organization-field.js'
import { useOrganizations } from '../organizations/use-organizations.js'
import { grantableAt, useRoles } from '../roles/role-options.js'
import { useLinkToShow, useShownOnce } from '../secrets/shown-once.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Field } from '../ui/field.js'
import { Select } from '../ui/select.js'
import { TextInput } from '../ui/text-input.js'
import { useToast } from '../ui/toast.js'
import type { AddUserWizardProps } from './add-user-wizard.js'
import { useTakenUserName } from './use-taken-user-name.js'

const blank = {
  'name.givenName': '',
  'name.familyName': '',
  'emails.0.value': '',
  userName: '',
  organizationId: '',
  roleId: '',
}
type Values = typeof blank
const fields = [
  'name.givenName',
  'name.familyName',
  'emails.0.value',
  'userName',
] as const satisfies readonly (keyof Values)[]

const toInput = (values: Values) => ({
  organizationId: values.organizationId,
  userName: values.userName,
  name: { givenName: values['name.givenName'], familyName: values['name.familyName'] },
  emails: [{ value: values['emails.0.value'], primary: true }],
  ...(values.roleId
    ? { roles: [{ roleId: values.roleId, organizationId: values.organizationId }] }
    : {}),
})

/**
 * The short form of adding a person (features row 2): name, e-mail and role in one step. The
 * username is the part of the address before the @, until somebody enters another. The same
 * operation as the wizard's, with the same refusals.
 */
export function InviteUserDialog({ open, onOpenChange, onAdded }: AddUserWizardProps) {
  const { invite: words } = useUserPageMessages()
  const { form, create, once, confirm, ...choices } = useInvitation({ onOpenChange, onAdded })
  const shownAtField = create.error?.code === 'user_name_taken'
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.title}
      description={words.text}
      confirmLabel={words.verb}
      fullScreenWhenNarrow
      busy={create.isPending}
      unsaved={form.dirty}
      onConfirm={() => void confirm()}
      refusal={create.error && !shownAtField ? <RefusalCallout error={create.error} /> : undefined}
      {...once.dialog}
    >
      <InvitationFields form={form} {...choices} />
    </ConfirmDialog>
  )
}

/** The form of an invitation, where it can be sent to, and what sends it. */
function useInvitation({
  onOpenChange,
  onAdded,
}: Pick<AddUserWizardProps, 'onOpenChange' | 'onAdded'>) {
  const { wizard, secrets } = useUserPageMessages()
  const toast = useToast()
  const create = useOperation(createUser)
  const once = useShownOnce()
  const toShow = useLinkToShow()
  const organizations = useOrganizations()
  const roles = useRoles()
  const form = useFields(createUser, blank, toInput)
  const { values } = form

  const addable = organizations.filter((item) => item.can['users.create']?.allowed)
  if (addable.length === 1 && values.organizationId === '')
    form.begin('organizationId', addable[0]!.id)
  const organization = organizations.find(({ id }) => id === values.organizationId)
  const taken = useTakenUserName(values.userName.trim(), organization?.id ?? addable[0]?.id)
  const clash = taken ? wizard.userNameTaken(values.userName.trim()) : undefined

  const confirm = async () => {
    if (!organization) form.setError('organizationId', wizard.chooseOrganization)
    if (!form.check(fields) || !organization) return
    if (clash) return form.focus('userName')
    try {
      const added = await create.mutateAsync(toInput(values))
      onAdded?.(added)
      const { activationLink: issued } = added
      const link = toShow(added.displayName, issued)
      if (link) return once.show(link)
      onOpenChange(false)
      toast.show({
        text: issued?.sentTo
          ? secrets.sent(added.displayName, issued.sentTo)
          : wizard.done(added.displayName),
      })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      form.refuse(thrown, fields)
    }
  }
  return { form, create, once, confirm, addable, organization, roles, clash }
}

function InvitationFields({
  form,
  addable,
  organization,
  roles,
  clash,
}: Pick<
  ReturnType<typeof useInvitation>,
  'form' | 'addable' | 'organization' | 'roles' | 'clash'
>) {
  const { invite: words, wizard } = useUserPageMessages()
  const { values, text, errorAt } = form
  // Until the reader enters a username, it follows the email address.
  const [ownName, setOwnName] = useState(false)
  const email = text('emails.0.value')
  const userName = text('userName')
  return (
    <>
      <div className="rk-form-pair">
        <Field label={wizard.givenName} required error={errorAt('name.givenName')}>
          <TextInput {...text('name.givenName')} />
        </Field>
        <Field label={wizard.familyName} required error={errorAt('name.familyName')}>
          <TextInput {...text('name.familyName')} />
        </Field>
      </div>
      <Field label={wizard.primaryEmail} required error={errorAt('emails.0.value')}>
        <TextInput
          type="email"
          {...email}
          onChange={(event) => {
            email.onChange(event)
            if (!ownName) form.set('userName', event.target.value.split('@')[0]!.trim())
          }}
        />
      </Field>
      <Field
        label={wizard.userName}
        required
        hint={words.userNameHint}
        error={errorAt('userName') ?? clash}
      >
        <TextInput
          spellCheck={false}
          autoCapitalize="none"
          {...userName}
          onChange={(event) => {
            userName.onChange(event)
            setOwnName(event.target.value !== '')
          }}
        />
      </Field>
      {addable.length === 1 ? null : (
        <OrganizationField
          label={wizard.organization}
          required
          error={organization ? undefined : errorAt('organizationId')}
          value={values.organizationId}
          onValueChange={(id) => {
            form.set('organizationId', id)
            form.set('roleId', '')
          }}
        />
      )}
      <Field label={wizard.role}>
        <Select
          value={values.roleId}
          options={[
            { value: '', label: wizard.noRole },
            ...grantableAt(roles, organization).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => form.set('roleId', event.target.value)}
        />
      </Field>
    </>
  )
}
