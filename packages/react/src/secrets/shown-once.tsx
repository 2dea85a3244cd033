import type { OutputOf, resendActivation } from '@rosterkit/core/browser'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLocale } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CopyField } from '../ui/copy-field.js'
import { exactInstant } from '../ui/date-time.js'
import { DialogBody, DialogClose, DialogFooter, type DialogProps } from '../ui/dialog.js'
import { Field } from '../ui/field.js'

/** A link that was made for somebody: shown once, mailed, or both. */
export type IssuedLink = OutputOf<typeof resendActivation>

/** Something that an administrator sees this once and hands over. */
export interface SecretToShow {
  readonly title: string
  /** Who may see it. */
  readonly text: string
  readonly label: string
  readonly value: string
  readonly expiresAt: string
  /** The address that it goes to as well. */
  readonly sentTo?: string | null
  /** Short enough to be read out: drawn large. */
  readonly large?: boolean
  /** Where the person enters it. */
  readonly page?: string | null
  /** Lives minutes: counts them. */
  readonly counts?: boolean
}

/**
 * Shows a secret in the dialog that has made it: what it gives is spread over the dialog's own
 * props once `show` has been called. Closing asks first, until the secret has been copied.
 */
export function useShownOnce(): {
  readonly show: (secret: SecretToShow) => void
  readonly dialog:
    | (Pick<DialogProps, 'title' | 'description' | 'unsaved' | 'leaving'> & {
        readonly outcome?: ReactNode
      })
    | undefined
} {
  const { once } = useUserPageMessages().secrets
  const [secret, setSecret] = useState<SecretToShow | null>(null)
  const [taken, setTaken] = useState(false)
  return {
    show: setSecret,
    dialog: secret
      ? {
          title: secret.title,
          description: secret.text,
          unsaved: !taken,
          leaving: once.leaving,
          outcome: <ShownOnce secret={secret} onTaken={() => setTaken(true)} />,
        }
      : undefined,
  }
}

function ShownOnce({ secret, onTaken }: { secret: SecretToShow; onTaken: () => void }) {
  const { once } = useUserPageMessages().secrets
  const { locale, timeZone } = useLocale()
  const field = useRef<HTMLInputElement>(null)
  // The button that had the focus is gone with the question.
  useEffect(() => field.current?.focus(), [])
  const left = useSecondsLeft(secret.counts ? secret.expiresAt : null)
  const until = once.until(exactInstant(secret.expiresAt, locale, timeZone, 'minute'))
  const hint = [
    until,
    ...(left === null
      ? []
      : [once.timeLeft(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`)]),
    ...(secret.sentTo ? [once.mailedToo(secret.sentTo)] : []),
  ].join(' ')
  return (
    <>
      <DialogBody>
        <Field label={secret.label} hint={hint} error={left === 0 ? once.over : undefined}>
          <CopyField
            ref={field}
            value={secret.value}
            data-size={secret.large ? 'large' : undefined}
            onCopied={onTaken}
          />
        </Field>
        {secret.page ? <p className="rk-dialog-text">{once.enteredAt(secret.page)}</p> : null}
      </DialogBody>
      <DialogFooter>
        <DialogClose variant="primary">{once.done}</DialogClose>
      </DialogFooter>
    </>
  )
}

function useSecondsLeft(until: string | null): number | null {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (until === null) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  return until === null ? null : Math.max(0, Math.round((Date.parse(until) - now) / 1000))
}

/** How a link is shown, when it is to be; null when it is only mailed. */
export function useLinkToShow(): (name: string, issued: IssuedLink | null) => SecretToShow | null {
  const { once } = useUserPageMessages().secrets
  return (name, issued) =>
    issued?.link
      ? {
          title: once.linkTitle(name),
          text: once.text(name),
          label: once.link,
          value: issued.link,
          expiresAt: issued.expiresAt,
          sentTo: issued.sentTo,
        }
      : null
}
