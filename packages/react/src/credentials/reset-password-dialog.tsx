import {
  expirePassword,
  removePassword,
  sendPasswordReset,
  setTemporaryPassword,
  type Operation,
  type OutputOf,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useOpenNumbers } from '../secrets/open-numbers.js'
import { useLinkToShow, type SecretToShow } from '../secrets/shown-once.js'
import { Checkbox } from '../ui/checkbox.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'
import { useWhyNot } from '../users/why-not.js'

const operations = {
  send: sendPasswordReset,
  temporary: setTemporaryPassword,
  expire: expirePassword,
  remove: removePassword,
} as const satisfies Record<string, Operation>
type Way = keyof typeof operations
const ways = Object.keys(operations) as Way[]

/** The ways where ending the sessions is a choice; the others end them in any case. */
const maySignOut = (way: Way) => way === 'send' || way === 'remove'

/**
 * Resets a person's password (features row 21): by a link, by a temporary one shown once, at the
 * next sign-in, or by taking it away.
 */
export function ResetPasswordDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { secrets } = useUserPageMessages()
  const whyNot = useWhyNot()
  const { once, password: words } = secrets
  const open = useOpenNumbers(user)
  const toShow = useLinkToShow()
  const [way, setWay] = useState<Way>(
    () => ways.find((candidate) => user.can[operations[candidate].name]?.allowed) ?? 'send',
  )
  const [signOut, setSignOut] = useState(true)
  const name = user.displayName
  const shows = (output: unknown): SecretToShow | null => {
    if (way === 'send') return toShow(name, output as OutputOf<typeof sendPasswordReset>)
    if (way !== 'temporary') return null
    const { password, expiresAt } = output as OutputOf<typeof setTemporaryPassword>
    return {
      title: once.passwordTitle(name),
      text: once.text(name),
      label: once.password,
      value: password,
      expiresAt,
      large: true,
    }
  }
  const doneText = (output: unknown) =>
    way === 'remove' || way === 'expire'
      ? words.done[way](name)
      : secrets.sent(name, (output as OutputOf<typeof sendPasswordReset>).sentTo ?? '')
  const ends = secrets.ends(maySignOut(way) ? 0 : (open.sessions ?? 0))
  return (
    <CommandDialog<Operation>
      operation={operations[way]}
      title={words.title(name)}
      text={[words.consequence[way], ends].filter(Boolean).join(' ')}
      verb={words.verbs[way]}
      danger={way === 'remove'}
      toInput={(reason) => ({
        userId: user.id,
        ...(maySignOut(way) ? { signOut } : {}),
        ...reason,
      })}
      shows={shows}
      doneText={doneText}
      onClose={onClose}
    >
      <Field label={words.way} group>
        <RadioGroup
          cards
          name="way"
          value={way}
          onValueChange={(chosen) => setWay(chosen as Way)}
          options={ways.map((value) => {
            const refusal = whyNot(user, operations[value])
            return {
              value,
              label: words[value],
              description: refusal ?? words[`${value}Text`],
              disabled: refusal !== undefined,
            }
          })}
        />
      </Field>
      {maySignOut(way) ? (
        <Checkbox
          label={words.signOut}
          description={words.signOutText(open.sessions)}
          checked={signOut}
          onChange={(event) => setSignOut(event.target.checked)}
        />
      ) : null}
    </CommandDialog>
  )
}
