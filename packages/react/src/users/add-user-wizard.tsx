import { checkUserName, createUser, isOperationError, listOrganizations, listRoles, type OrganizationView, type UserView } from '@rosterkit/core/browser'
import { useEffect, useMemo, useState } from 'react'
import { useForm, useWatch, type FieldPath } from 'react-hook-form'
import { useMessages } from '../messages/messages-provider.js'
import { applyRefusal, operationResolver } from '../operations/form-resolver.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { useRoster } from '../provider/roster-context.js'
import { Checkbox } from '../ui/checkbox.js'
import { Combobox, type ComboboxOption } from '../ui/combobox.js'
import { Facts } from '../ui/explanation.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'
import { TextInput } from '../ui/text-input.js'
import { useToast } from '../ui/toast.js'
import { Wizard, type WizardStep } from '../ui/wizard.js'

interface Values {
  name: { givenName: string; familyName: string }
  userName: string
  emails: [{ value: string }, { value: string }]
  phoneNumbers: [{ value: string }]
  userType: string
  organizationId: string
  roleId: string
  activation: 'now' | 'later'
  mfaRequired: boolean
  federatedOnly: boolean
}

const blank: Values = { name: { givenName: '', familyName: '' }, userName: '', emails: [{ value: '' }, { value: '' }], phoneNumbers: [{ value: '' }], userType: '', organizationId: '', roleId: '', activation: 'now', mfaRequired: false, federatedOnly: false }

const whoFields = ['name.givenName', 'name.familyName', 'userName', 'emails.0.value', 'emails.1.value', 'phoneNumbers.0.value', 'userType'] as const satisfies readonly FieldPath<Values>[]

/** A form's values as the operation takes them: what was left empty is left out. */
function toInput(values: Values) {
  const [primary, secondary] = values.emails
  return {
    organizationId: values.organizationId,
    userName: values.userName,
    name: values.name,
    emails: [{ value: primary.value, primary: true }, ...(secondary.value.trim() ? [{ value: secondary.value, primary: false }] : [])],
    ...(values.phoneNumbers[0].value.trim() ? { phoneNumbers: [{ value: values.phoneNumbers[0].value }] } : {}),
    ...(values.userType.trim() ? { userType: values.userType } : {}),
    ...(values.roleId ? { roles: [{ roleId: values.roleId, organizationId: values.organizationId }] } : {}),
    activation: values.activation,
    mfaRequired: values.mfaRequired,
    federatedOnly: values.federatedOnly,
  }
}

/** What the wizard takes. */
export interface AddUserWizardProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Told who has been added. */
  onAdded?: ((user: UserView) => void) | undefined
}

/**
 * Adds a person in four steps (features row 1): who, where and what, how they sign in, review. Each field is judged on leaving it, by the
 * operation's own schema; a username that somebody has shows while it is typed. What was typed survives going back and a refusal.
 */
export function AddUserWizard({ open, onOpenChange, onAdded }: AddUserWizardProps) {
  const { users } = useMessages()
  const words = users.wizard
  const toast = useToast()
  const create = useOperation(createUser)
  const organizations = useOperationQuery(listOrganizations, {})
  const roles = useOperationQuery(listRoles, {})
  const [step, setStep] = useState('who')
  const form = useForm<Values>({ defaultValues: blank, mode: 'onTouched', resolver: operationResolver<Values>(createUser, toInput) })
  const { register, setValue, formState, control } = form
  const values = useWatch({ control }) as Values
  const all = organizations.data?.items
  const addable = useMemo(() => (all ?? []).filter((item) => item.can['users.create']?.allowed), [all])
  const organization = all?.find(({ id }) => id === values.organizationId)

  // Who can add to one organization only need not be asked.
  useEffect(() => {
    if (addable.length === 1 && values.organizationId === '') setValue('organizationId', addable[0]!.id)
  }, [addable, setValue, values.organizationId])

  const where = values.organizationId || addable[0]?.id
  const taken = useTakenUserName(values.userName.trim(), where)
  const { client } = useRoster()
  /** Asks once more before going on: the typing may have been quicker than the answer, and another organization has other people. */
  const userNameFree = async () => {
    const userName = form.getValues('userName').trim()
    const free = where === undefined || (await client.call(checkUserName, { organizationId: where, userName }).then(({ available }) => available, () => true))
    if (!free) form.setError('userName', { type: 'user_name_taken', message: words.userNameTaken(userName) })
    return free
  }
  const errorAt = (name: FieldPath<Values>) => form.getFieldState(name, formState).error?.message
  const clash = taken ? words.userNameTaken(values.userName.trim()) : undefined

  const finish = async () => {
    try {
      const added = await create.mutateAsync(toInput(form.getValues()) as Parameters<typeof create.mutateAsync>[0])
      onOpenChange(false)
      onAdded?.(added)
      toast.show({ text: words.done(added.displayName) })
    } catch (error) {
      if (!isOperationError(error)) throw error
      if (applyRefusal(error, [...whoFields], form.setError)) setStep('who')
    }
  }

  const role = roles.data?.items.find(({ id }) => id === values.roleId)
  const roleName = role ? (users.roles[role.id] ?? role.name) : words.noRole
  const displayName = [values.name.givenName, values.name.familyName].join(' ').trim()
  const activationName = values.activation === 'now' ? words.activationNow : words.activationLater
  const steps: WizardStep[] = [
    {
      id: 'who',
      label: words.steps.who,
      question: words.questions.who,
      summary: [displayName, values.userName].filter(Boolean).join(', '),
      onNext: async () => {
        if (!(await form.trigger([...whoFields], { shouldFocus: true }))) return false
        const free = await userNameFree()
        if (!free) form.setFocus('userName')
        return free
      },
      content: (
        <>
          <div className="rk-form-pair">
            <Field label={words.givenName} required error={errorAt('name.givenName')}>
              <TextInput {...register('name.givenName')} />
            </Field>
            <Field label={words.familyName} required error={errorAt('name.familyName')}>
              <TextInput {...register('name.familyName')} />
            </Field>
          </div>
          <Field label={words.userName} required hint={words.userNameHint} error={errorAt('userName') ?? clash}>
            <TextInput spellCheck={false} autoCapitalize="none" {...register('userName')} />
          </Field>
          <div className="rk-form-pair">
            <Field label={words.primaryEmail} required error={errorAt('emails.0.value')}>
              <TextInput type="email" {...register('emails.0.value')} />
            </Field>
            <Field label={words.secondaryEmail} optional error={errorAt('emails.1.value')}>
              <TextInput type="email" {...register('emails.1.value')} />
            </Field>
            <Field label={words.phone} optional error={errorAt('phoneNumbers.0.value')}>
              <TextInput type="tel" {...register('phoneNumbers.0.value')} />
            </Field>
            <Field label={words.userType} optional error={errorAt('userType')}>
              <TextInput {...register('userType')} />
            </Field>
          </div>
        </>
      ),
    },
    {
      id: 'where',
      label: words.steps.where,
      question: words.questions.where,
      summary: organization ? `${roleName}, ${organization.name}` : undefined,
      onNext: async () => {
        if (!organization) {
          form.setError('organizationId', { type: 'required', message: words.chooseOrganization })
          return false
        }
        const free = await userNameFree()
        if (!free) setStep('who')
        return free
      },
      content: organizations.error ? (
        <RefusalCallout error={organizations.error} onRetry={() => void organizations.refetch()} retrying={organizations.isFetching} />
      ) : (
        <>
          <Field label={words.organization} required error={organization ? undefined : errorAt('organizationId')}>
            <Combobox
              value={organization ? optionOf(organization, 0) : null}
              onValueChange={(option) => {
                setValue('organizationId', option?.value ?? '', { shouldDirty: true })
                const next = all?.find(({ id }) => id === option?.value)
                if (next && !next.grantableRoleIds.includes(form.getValues('roleId'))) setValue('roleId', '')
              }}
              options={(all ?? []).map((item) => optionOf(item, Math.min(...(all ?? []).map(({ depth }) => depth))))}
            />
          </Field>
          <Field label={words.role} group>
            <RadioGroup
              cards
              name="roleId"
              value={values.roleId}
              onValueChange={(roleId) => setValue('roleId', roleId, { shouldDirty: true })}
              options={[
                { value: '', label: words.noRole, description: words.noRoleText },
                ...(roles.data?.items ?? []).map(({ id, name, description }) => {
                  const beyond = organization !== undefined && !organization.grantableRoleIds.includes(id)
                  return { value: id, label: users.roles[id] ?? name, description: beyond ? words.roleBeyond : description, disabled: beyond }
                }),
              ]}
            />
          </Field>
        </>
      ),
    },
    {
      id: 'how',
      label: words.steps.how,
      question: words.questions.how,
      summary: activationName,
      content: (
        <>
          <Field label={words.activation} group>
            <RadioGroup
              cards
              name="activation"
              value={values.activation}
              onValueChange={(activation) => setValue('activation', activation as Values['activation'], { shouldDirty: true })}
              options={[
                { value: 'now', label: words.activationNow, description: words.activationNowText },
                { value: 'later', label: words.activationLater, description: words.activationLaterText },
              ]}
            />
          </Field>
          <div className="rk-form-checks">
            <Checkbox label={words.mfaRequired} description={words.mfaRequiredText} {...register('mfaRequired')} />
            <Checkbox label={words.federatedOnly} description={words.federatedOnlyText} {...register('federatedOnly')} />
          </div>
        </>
      ),
    },
    {
      id: 'review',
      label: words.steps.review,
      question: words.questions.review,
      content: (
        <Facts
          facts={[
            { name: words.name, value: displayName },
            { name: words.userName, value: values.userName },
            { name: words.primaryEmail, value: values.emails[0].value },
            { name: words.secondaryEmail, value: values.emails[1].value },
            { name: words.phone, value: values.phoneNumbers[0].value },
            { name: words.userType, value: values.userType },
            { name: words.organization, value: organization?.name },
            { name: words.role, value: roleName },
            { name: words.activation, value: activationName },
            { name: words.mfaRequired, value: values.mfaRequired ? words.yes : words.no },
            { name: words.federatedOnly, value: values.federatedOnly ? words.yes : words.no },
          ]}
        />
      ),
    },
  ]

  const shownBeside = create.error?.code === 'user_name_taken'
  return (
    <Wizard
      open={open}
      onOpenChange={onOpenChange}
      title={words.title}
      steps={steps}
      current={step}
      onCurrentChange={setStep}
      unsaved={formState.isDirty}
      busy={create.isPending}
      finishLabel={words.finish}
      onFinish={() => void finish()}
      refusal={create.error && !shownBeside ? <RefusalCallout error={create.error} /> : undefined}
    />
  )
}

function optionOf(organization: OrganizationView, top: number): ComboboxOption {
  const decision = organization.can['users.create']
  return { value: organization.id, label: organization.name, detail: organization.level, depth: organization.depth - top, disabledReason: decision && !decision.allowed ? decision.detail : undefined }
}

const pauseMs = 250

/** Whether somebody has the username already; asked when the typing pauses, in the organization chosen or the first possible. */
function useTakenUserName(userName: string, organizationId: string | undefined): boolean {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(userName), pauseMs)
    return () => clearTimeout(timer)
  }, [userName])
  const check = useOperationQuery(checkUserName, { organizationId: organizationId ?? '', userName: settled }, { enabled: settled.length > 0 && organizationId !== undefined && settled === userName })
  return settled === userName && check.data?.available === false
}
