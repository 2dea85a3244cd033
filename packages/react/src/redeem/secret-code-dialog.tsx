import { chooseSecretCode, isOperationError } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Field } from '../ui/field.js'
import { PasswordInput } from '../ui/password-input.js'
import { issueAt } from '../operations/issue-at.js'

/** Chooses the first secret code by a link (features row 17). */
export function SecretCodeDialog({
  token,
  description,
  onChosen,
  onClose,
}: {
  token: string
  description: string
  onChosen: () => void
  onClose: () => void
}) {
  const { secretCode: words, password } = useRedeemMessages()
  const choose = useOperation(chooseSecretCode)
  const [secretCode, setSecretCode] = useState('')
  const [checked, setChecked] = useState(false)
  const issue =
    issueAt(choose.error, 'secretCode') ?? (checked && !secretCode ? words.missing : undefined)
  const confirm = async () => {
    setChecked(true)
    if (!secretCode) return
    try {
      await choose.mutateAsync({ token, secretCode })
      onChosen()
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
    }
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.title}
      description={words.text}
      confirmLabel={words.verb}
      busy={choose.isPending}
      unsaved={secretCode !== ''}
      onConfirm={() => void confirm()}
      refusal={choose.error && !issue ? <RefusalCallout error={choose.error} /> : undefined}
    >
      <Field label={words.label} required hint={words.hint(description)} error={issue}>
        <PasswordInput
          words={{
            show: password.show,
            hide: password.hide,
            showLong: words.show,
            hideLong: words.hide,
          }}
          value={secretCode}
          onChange={(event) => setSecretCode(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  )
}
