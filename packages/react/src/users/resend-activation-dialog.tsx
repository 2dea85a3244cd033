import { resendActivation, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useLinkToShow } from '../secrets/shown-once.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'

/**
 * Invites somebody again who has not finished onboarding (features row 3): by mail, or with a link
 * to hand over.
 */
export function ResendActivationDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { secrets } = useUserPageMessages()
  const words = secrets.resend
  const toShow = useLinkToShow()
  const [delivery, setDelivery] = useState<'mail' | 'show'>('mail')
  const address = user.emails.find(({ primary }) => primary)?.value ?? ''
  return (
    <CommandDialog
      operation={resendActivation}
      title={words.title(user.displayName)}
      text={words.text}
      verb={delivery === 'mail' ? words.send : words.make}
      reasonField={false}
      toInput={() => ({ userId: user.id, delivery })}
      shows={(issued) => toShow(user.displayName, issued)}
      doneText={({ sentTo }) => secrets.sent(user.displayName, sentTo ?? address)}
      onClose={onClose}
    >
      <Field label={words.way} group>
        <RadioGroup
          cards
          name="delivery"
          value={delivery}
          onValueChange={(way) => setDelivery(way as typeof delivery)}
          options={[
            { value: 'mail', label: words.mail, description: words.mailText(address) },
            { value: 'show', label: words.show, description: words.showText },
          ]}
        />
      </Field>
    </CommandDialog>
  )
}
