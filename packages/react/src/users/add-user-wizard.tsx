import {
  checkUserName,
  createUser,
  isOperationError,
  listOrganizations,
  type InputOf,
  type UserView,
} from '@rosterkit/core/browser'
import { forwardRef, useMemo, useRef, useState } from 'react'
import { GroupsField } from '../groups/groups-field.js'
import type { UserPageMessages } from '../messages/en-user-page.js'
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
  const { wizard: words } = useUserPageMessages()
  const [step, setStep] = useState('who')
  const adding = useAdding({ onOpenChange, onAdded, setStep })
  const { create, form, belongings, added, end } = adding
  const steps = useSteps(adding, setStep)
  const shownAtField = create.error?.code === 'user_name_taken' || belongings.refused
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
      onFinish={() => void adding.finish()}
      refusal={create.error && !shownAtField ? <RefusalCallout error={create.error} /> : undefined}
      {...end}
    />
  )
}

type Form = ReturnType<typeof useFields<Values>>

/** The form, where the user can be added, what is given to them, and what adds them. */
function useAdding({
  onOpenChange,
  onAdded,
  setStep,
}: Pick<AddUserWizardProps, 'onOpenChange' | 'onAdded'> & { setStep: (step: string) => void }) {
  const { secrets, wizard: words } = useUserPageMessages()
  const toast = useToast()
  const create = useOperation(createUser)
  const all = useOrganizations()
  const [added, setAdded] = useState<Added | null>(null)
  const shown = useShownOnce()
  const form = useFields(createUser, blank, toInput)
  const { values } = form
  const addable = useMemo(() => all.filter((item) => item.can['users.create']?.allowed), [all])
  const organization = all.find(({ id }) => id === values.organizationId)
  const belongings = useNewBelongings(all, organization, create.error, create.reset)
  const [seenError, setSeenError] = useState(create.error)
  if (seenError !== create.error) {
    setSeenError(create.error)
    if (belongings.refused) setStep('where')
  }
  // Who can add to one organization only need not be asked.
  if (addable.length === 1 && values.organizationId === '')
    form.begin('organizationId', addable[0]!.id)
  const userNameCheck = useUserNameCheck(form, values.organizationId || addable[0]?.id)

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
          title: secrets.added.title(created.displayName),
          text: secrets.added.handOver(created.displayName),
          label: secrets.once.link,
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
  const another = () => {
    form.reset({ ...blank, organizationId: values.organizationId })
    belongings.reset()
    setStep('who')
    setAdded(null)
  }
  const mailed = useMailed(added, another)
  const end = shown.dialog ?? mailed
  return { create, all, form, organization, belongings, added, end, finish, ...userNameCheck }
}

/** Who was added, and the invitation that was issued. */
interface Added {
  readonly name: string
  readonly issued: IssuedLink
}

/** Says whether a username is free: while it is typed, and once more before going on. */
function useUserNameCheck(form: Form, organizationId: string | undefined) {
  const { wizard: words } = useUserPageMessages()
  const { client } = useRoster()
  const userName = form.values.userName.trim()
  const taken = useTakenUserName(userName, organizationId)
  /**
   * The typing may have been quicker than the answer, and another organization has other users.
   */
  const userNameFree = async () => {
    const free =
      organizationId === undefined ||
      (await client.call(checkUserName, { organizationId, userName }).then(
        ({ available }) => available,
        () => true,
      ))
    if (!free) form.setError('userName', words.userNameTaken(userName))
    return free
  }
  return { clash: taken ? words.userNameTaken(userName) : undefined, userNameFree }
}

/** The end of a wizard whose invitation was mailed; where the link is shown, that is the end. */
function useMailed(added: Added | null, onAnother: () => void) {
  const { added: words, once } = useUserPageMessages().secrets
  const { locale, timeZone } = useLocale()
  return (
    added && {
      title: words.title(added.name),
      description: words.mailed(
        added.issued.sentTo ?? '',
        exactInstant(added.issued.expiresAt, locale, timeZone, 'minute'),
      ),
      outcome: (
        <DialogFooter>
          <Button onClick={onAnother}>{words.another}</Button>
          <DialogClose ref={focusOnce} variant="primary">
            {once.done}
          </DialogClose>
        </DialogFooter>
      ),
    }
  )
}

type Adding = ReturnType<typeof useAdding>

/** The four questions. */
function useSteps(adding: Adding, setStep: (step: string) => void): WizardStep[] {
  const { ui } = useMessages()
  const { wizard: words } = useUserPageMessages()
  const { form, organization, belongings, clash, userNameFree } = adding
  const { values } = form
  const wherePart = useRef<HTMLDivElement>(null)
  const focusWrong = () =>
    requestAnimationFrame(() =>
      wherePart.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    )
  const question = (id: 'who' | 'where' | 'how' | 'review') => ({
    id,
    label: words.steps[id],
    question: words.questions[id],
  })
  return [
    {
      ...question('who'),
      summary: [displayNameOf(values), values.userName].filter(Boolean).join(ui.comma),
      onNext: async () => {
        if (!form.check(whoFields)) return false
        const free = await userNameFree()
        if (!free) form.focus('userName')
        return free
      },
      content: <WhoFields form={form} clash={clash} />,
    },
    {
      ...question('where'),
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
      content: <WhereFields ref={wherePart} adding={adding} />,
    },
    {
      ...question('how'),
      summary: activationName(values, words),
      content: <HowFields form={form} />,
    },
    { ...question('review'), content: <Review adding={adding} /> },
  ]
}

const displayNameOf = (values: Values) =>
  [values['name.givenName'], values['name.familyName']].join(' ').trim()

const activationName = ({ activation }: Values, words: UserPageMessages['wizard']) =>
  ({
    now: words.activationNow,
    later: words.activationLater,
    link: words.activationLink,
  })[activation]

function WhoFields({ form: { text, errorAt }, clash }: { form: Form; clash: string | undefined }) {
  const { wizard: words } = useUserPageMessages()
  return (
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
  )
}

const WhereFields = forwardRef<HTMLDivElement, { adding: Adding }>(function WhereFields(
  { adding: { all, form, organization, belongings } },
  ref,
) {
  const { sso, wizard: words } = useUserPageMessages()
  const organizations = useOperationQuery(listOrganizations, {})
  return organizations.error ? (
    <RefusalCallout
      error={organizations.error}
      onRetry={() => void organizations.refetch()}
      retrying={organizations.isFetching}
    />
  ) : (
    <div ref={ref} className="rk-wizard-fields">
      <OrganizationField
        label={words.organization}
        required
        error={organization ? undefined : form.errorAt('organizationId')}
        value={form.values.organizationId}
        onValueChange={(id) => form.set('organizationId', id)}
      />
      {organization ? null : <SsoNotice organizations={all} text={sso.addElsewhere} />}
      <RolesField {...belongings.roles} />
      <GroupsField {...belongings.groups} />
    </div>
  )
})

function HowFields({ form }: { form: Form }) {
  const { wizard: words } = useUserPageMessages()
  const { values } = form
  return (
    <>
      <Field label={words.activation} group>
        <RadioGroup
          cards
          name="activation"
          value={values.activation}
          onValueChange={(activation) => form.set('activation', activation as Values['activation'])}
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
  )
}

function Review({ adding: { form, organization, belongings } }: { adding: Adding }) {
  const { wizard: words } = useUserPageMessages()
  const { values } = form
  return (
    <Facts
      facts={[
        { name: words.name, value: displayNameOf(values) },
        { name: words.userName, value: values.userName },
        { name: words.primaryEmail, value: values['emails.0.value'] },
        { name: words.secondaryEmail, value: values['emails.1.value'] },
        { name: words.phone, value: values['phoneNumbers.0.value'] },
        { name: words.userType, value: values.userType },
        { name: words.organization, value: organization?.name },
        { name: words.roles, value: belongings.roleNames },
        { name: words.groups, value: belongings.groupNames.join('\n') || words.noGroups },
        { name: words.activation, value: activationName(values, words) },
        { name: words.mfaRequired, value: values.mfaRequired ? words.yes : words.no },
        { name: words.federatedOnly, value: values.federatedOnly ? words.yes : words.no },
      ]}
    />
  )
}
