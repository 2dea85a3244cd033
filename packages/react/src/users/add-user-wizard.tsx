import {
  checkUserName,
  createUser,
  isOperationError,
  listOrganizations,
  type InputOf,
  type UserView,
} from '@rosterkit/core/browser'
import { useMemo, useRef, useState } from 'react'
import { GroupsField } from '../groups/groups-field.js'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useFields } from '../operations/use-fields.js'
import { useOperation } from '../operations/use-operation.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { OrganizationField } from '../organizations/organization-field.js'
import { useOrganizations } from '../organizations/use-organizations.js'
import { SsoNotice } from '../organizations/sso-notice.js'
import { useRoster } from '../provider/roster-context.js'
import { RolesField } from '../roles/roles-field.js'
import { useShownOnce, type IssuedLink } from '../secrets/shown-once.js'
import { Button } from '../ui/button.js'
import { Checkbox } from '../ui/checkbox.js'
import { exactInstant } from '../ui/date-time.js'
import { DialogClose, DialogFooter } from '../ui/dialog.js'
import { Facts } from '../ui/explanation.js'
import { Field } from '../ui/field.js'
import { focusOnce } from '../ui/focus-once.js'
import { RadioGroup } from '../ui/radio-group.js'
import { TextInput } from '../ui/text-input.js'
import { useToast } from '../ui/toast.js'
import { Wizard, type WizardStep } from '../ui/wizard.js'
import { useNewBelongings } from './use-new-belongings.js'
import { useTakenUserName } from './use-taken-user-name.js'

const blank = {
  'name.givenName': '',
  'name.familyName': '',
  userName: '',
  'emails.0.value': '',
  'emails.1.value': '',
  'phoneNumbers.0.value': '',
  userType: '',
  organizationId: '',
  activation: 'now' as 'now' | 'later' | 'link',
  mfaRequired: false as boolean,
  federatedOnly: false as boolean,
}
type Values = typeof blank

const whoFields = [
  'name.givenName',
  'name.familyName',
  'userName',
  'emails.0.value',
  'emails.1.value',
  'phoneNumbers.0.value',
  'userType',
] as const satisfies readonly (keyof Values)[]

/** A form's values as the operation takes them: what was left empty is left out. */
function toInput(values: Values) {
  const secondary = values['emails.1.value'].trim()
  const phone = values['phoneNumbers.0.value'].trim()
  return {
    organizationId: values.organizationId,
    userName: values.userName,
    name: { givenName: values['name.givenName'], familyName: values['name.familyName'] },
    emails: [
      { value: values['emails.0.value'], primary: true },
      ...(secondary ? [{ value: secondary, primary: false }] : []),
    ],
    ...(phone ? { phoneNumbers: [{ value: phone }] } : {}),
    ...(values.userType.trim() ? { userType: values.userType } : {}),
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
 * Adds a person in four steps (features row 1): who, where and what (roles, of which the first is
 * the main one, and groups), how they sign in, review. Each field is judged on leaving it, by the
 * operation's own schema; a username that somebody has shows while it is typed. What was typed
 * survives going back and a refusal.
 */
export function AddUserWizard({ open, onOpenChange, onAdded }: AddUserWizardProps) {
  const { ui } = useMessages()
  const { secrets, sso, wizard: words } = useUserPageMessages()
  const toast = useToast()
  const create = useOperation(createUser)
  const organizations = useOperationQuery(listOrganizations, {})
  const all = useOrganizations()
  const [step, setStep] = useState('who')
  const [added, setAdded] = useState<{ readonly name: string; readonly issued: IssuedLink } | null>(
    null,
  )
  const shown = useShownOnce()
  const { added: ending, once } = secrets
  const { locale, timeZone } = useLocale()
  const form = useFields(createUser, blank, toInput)
  const { values, text, errorAt } = form
  const addable = useMemo(() => all.filter((item) => item.can['users.create']?.allowed), [all])
  const organization = all.find(({ id }) => id === values.organizationId)
  const belongings = useNewBelongings(all, organization, create.error, create.reset)
  const { refused } = belongings
  const [told, setTold] = useState(create.error)
  if (told !== create.error) {
    setTold(create.error)
    if (refused) setStep('where')
  }
  const wherePart = useRef<HTMLDivElement>(null)
  const focusWrong = () =>
    requestAnimationFrame(() =>
      wherePart.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    )

  // Who can add to one organization only need not be asked.
  if (addable.length === 1 && values.organizationId === '')
    form.begin('organizationId', addable[0]!.id)

  const where = values.organizationId || addable[0]?.id
  const taken = useTakenUserName(values.userName.trim(), where)
  const { client } = useRoster()
  /**
   * Asks once more before going on: the typing may have been quicker than the answer, and another
   * organization has other people.
   */
  const userNameFree = async () => {
    const userName = values.userName.trim()
    const free =
      where === undefined ||
      (await client.call(checkUserName, { organizationId: where, userName }).then(
        ({ available }) => available,
        () => true,
      ))
    if (!free) form.setError('userName', words.userNameTaken(userName))
    return free
  }
  const clash = taken ? words.userNameTaken(values.userName.trim()) : undefined

  const finish = async () => {
    try {
      const created = await create.mutateAsync({
        ...toInput(values),
        ...belongings.input,
      } satisfies InputOf<typeof createUser>)
      onAdded?.(created)
      const { activationLink: issued } = created
      if (issued) setAdded({ name: created.displayName, issued })
      if (issued?.link)
        shown.show({
          title: ending.title(created.displayName),
          text: ending.handOver(created.displayName),
          label: once.link,
          value: issued.link,
          expiresAt: issued.expiresAt,
          sentTo: issued.sentTo,
        })
      if (issued) return
      onOpenChange(false)
      toast.show({ text: words.done(created.displayName) })
    } catch (error) {
      if (!isOperationError(error)) throw error
      if (form.refuse(error, whoFields)) setStep('who')
    }
  }

  const displayName = [values['name.givenName'], values['name.familyName']].join(' ').trim()
  const activationName = {
    now: words.activationNow,
    later: words.activationLater,
    link: words.activationLink,
  }[values.activation]
  const steps: WizardStep[] = [
    {
      id: 'who',
      label: words.steps.who,
      question: words.questions.who,
      summary: [displayName, values.userName].filter(Boolean).join(ui.comma),
      onNext: async () => {
        if (!form.check(whoFields)) return false
        const free = await userNameFree()
        if (!free) form.focus('userName')
        return free
      },
      content: (
        <>
          <div className="rk-form-pair">
            <Field label={words.givenName} required error={errorAt('name.givenName')}>
              <TextInput {...text('name.givenName')} />
            </Field>
            <Field label={words.familyName} required error={errorAt('name.familyName')}>
              <TextInput {...text('name.familyName')} />
            </Field>
          </div>
          <Field
            label={words.userName}
            required
            hint={words.userNameHint}
            error={errorAt('userName') ?? clash}
          >
            <TextInput spellCheck={false} autoCapitalize="none" {...text('userName')} />
          </Field>
          <div className="rk-form-pair">
            <Field label={words.primaryEmail} required error={errorAt('emails.0.value')}>
              <TextInput type="email" {...text('emails.0.value')} />
            </Field>
            <Field label={words.secondaryEmail} optional error={errorAt('emails.1.value')}>
              <TextInput type="email" {...text('emails.1.value')} />
            </Field>
            <Field label={words.phone} optional error={errorAt('phoneNumbers.0.value')}>
              <TextInput type="tel" {...text('phoneNumbers.0.value')} />
            </Field>
            <Field label={words.userType} optional error={errorAt('userType')}>
              <TextInput {...text('userType')} />
            </Field>
          </div>
        </>
      ),
    },
    {
      id: 'where',
      label: words.steps.where,
      question: words.questions.where,
      summary: organization
        ? [organization.name, belongings.summary, ...belongings.groupNames].join(ui.comma)
        : undefined,
      onNext: async () => {
        if (!organization) {
          form.setError('organizationId', words.chooseOrganization)
          return false
        }
        if (!belongings.check()) {
          focusWrong()
          return false
        }
        const free = await userNameFree()
        if (!free) setStep('who')
        return free
      },
      content: organizations.error ? (
        <RefusalCallout
          error={organizations.error}
          onRetry={() => void organizations.refetch()}
          retrying={organizations.isFetching}
        />
      ) : (
        <div ref={wherePart} className="rk-wizard-fields">
          <OrganizationField
            label={words.organization}
            required
            error={organization ? undefined : errorAt('organizationId')}
            value={values.organizationId}
            onValueChange={(id) => form.set('organizationId', id)}
          />
          {organization ? null : <SsoNotice organizations={all} text={sso.addElsewhere} />}
          <RolesField {...belongings.roles} />
          <GroupsField {...belongings.groups} />
        </div>
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
              onValueChange={(activation) =>
                form.set('activation', activation as Values['activation'])
              }
              options={[
                { value: 'now', label: words.activationNow, description: words.activationNowText },
                {
                  value: 'link',
                  label: words.activationLink,
                  description: words.activationLinkText,
                },
                {
                  value: 'later',
                  label: words.activationLater,
                  description: words.activationLaterText,
                },
              ]}
            />
          </Field>
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
            { name: words.primaryEmail, value: values['emails.0.value'] },
            { name: words.secondaryEmail, value: values['emails.1.value'] },
            { name: words.phone, value: values['phoneNumbers.0.value'] },
            { name: words.userType, value: values.userType },
            { name: words.organization, value: organization?.name },
            { name: words.roles, value: belongings.roleNames },
            { name: words.groups, value: belongings.groupNames.join('\n') || words.noGroups },
            { name: words.activation, value: activationName },
            { name: words.mfaRequired, value: values.mfaRequired ? words.yes : words.no },
            { name: words.federatedOnly, value: values.federatedOnly ? words.yes : words.no },
          ]}
        />
      ),
    },
  ]

  const another = () => {
    form.reset({ ...blank, organizationId: values.organizationId })
    belongings.reset()
    setStep('who')
    setAdded(null)
  }
  // Where the link is shown it is the end; where it was mailed it remains to say so.
  const mailed = added && {
    title: ending.title(added.name),
    description: ending.mailed(
      added.issued.sentTo ?? '',
      exactInstant(added.issued.expiresAt, locale, timeZone, 'minute'),
    ),
    outcome: (
      <DialogFooter>
        <Button onClick={another}>{ending.another}</Button>
        <DialogClose ref={focusOnce} variant="primary">
          {once.done}
        </DialogClose>
      </DialogFooter>
    ),
  }
  const shownBeside = create.error?.code === 'user_name_taken' || refused
  return (
    <Wizard
      open={open}
      onOpenChange={onOpenChange}
      title={words.title}
      steps={steps}
      current={step}
      onCurrentChange={setStep}
      unsaved={(form.dirty || belongings.dirty) && !added}
      busy={create.isPending}
      finishLabel={words.finish}
      onFinish={() => void finish()}
      refusal={create.error && !shownBeside ? <RefusalCallout error={create.error} /> : undefined}
      {...(shown.dialog ?? mailed)}
    />
  )
}
