import { openLink } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Button } from '../ui/button.js'
import { exactInstant } from '../ui/date-time.js'
import { Skeleton } from '../ui/skeleton.js'
import { Enrolment } from './enrolment.js'
import type { RedeemDone } from './link-page.js'
import { NewPassword } from './new-password.js'
import { Onboarding } from './onboarding.js'
import { RedeemEnd, RedeemFrame } from './redeem-frame.js'
import { ResetCodePage } from './reset-code-page.js'
import { resetCodeOrganization, useLinkToken } from './use-link-token.js'

/** What the host tells the page. */
export interface RedeemPageProps {
  /**
   * The link's secret. Default: what stands behind the `#` of the address, which is then taken out
   * of it.
   */
  token?: string | undefined
  /**
   * Where usernames are unique within an organization: whose people use the reset codes of this
   * page. Default: what the address names.
   */
  organizationId?: string | undefined
  /** Shows “Go to sign-in” at the end, and is called by it. */
  onDone?: ((done: RedeemDone) => void) | undefined
}

/** The page that a link leads to: asks what the link is for, and shows the page of that purpose. */
export function RedeemPage({ token: given, organizationId, onDone }: RedeemPageProps) {
  const words = useRedeemMessages()
  const token = useLinkToken(given)
  if (token === null) return <Opening />
  const organization = resetCodeOrganization(token)
  if (organization !== null)
    return <ResetCodePage organizationId={organizationId ?? organization} onDone={onDone} />
  if (token === '')
    return <RedeemFrame icon="link" title={words.missing.title} text={words.missing.text} />
  return <LinkPage key={token} token={token} onDone={onDone} />
}

const pages = {
  activation: Onboarding,
  recovery: NewPassword,
  new_password: NewPassword,
  enrolment: Enrolment,
} as const

function LinkPage({ token, onDone }: { token: string; onDone: RedeemPageProps['onDone'] }) {
  const words = useRedeemMessages()
  const { locale, timeZone } = useLocale()
  const [end, setEnd] = useState<{
    readonly done: RedeemDone
    readonly title: string
    readonly text: string
  } | null>(null)
  // A link that has been used is not asked about again when the reader comes back to the page.
  const query = useOperationQuery(openLink, { token }, { enabled: end === null })
  if (end)
    return (
      <RedeemEnd title={end.title} text={end.text} onGoOn={onDone && (() => onDone(end.done))} />
    )
  const link = query.data
  // What is open stays open: a link that runs out meanwhile is refused when it is used, and nothing
  // that was typed goes.
  if (link) {
    const Page = pages[link.purpose]
    return (
      <div className="rk-redeem-page">
        <Page
          token={token}
          link={link}
          onChanged={() => void query.refetch()}
          onDone={(done, said) => setEnd({ done, ...said })}
        />
        <p className="rk-redeem-foot">
          {words.until(exactInstant(link.expiresAt, locale, timeZone, 'minute'))}
        </p>
      </div>
    )
  }
  return query.error ? (
    <Refused error={query.error} retrying={query.isFetching} onRetry={() => void query.refetch()} />
  ) : (
    <Opening />
  )
}

function Refused({
  error,
  retrying,
  onRetry,
}: {
  error: NonNullable<ReturnType<typeof useOperationQuery<typeof openLink>>['error']>
  retrying: boolean
  onRetry: () => void
}) {
  const words = useRedeemMessages()
  const { ui } = useMessages()
  // A link that was cut off while it was copied is no good either.
  if (error.code === 'secret_unusable' || error.code === 'invalid_input') {
    return (
      <RedeemFrame
        icon="link"
        tone="warning"
        title={words.unusable.title}
        text={words.unusable.text}
      >
        <p className="rk-redeem-text">{words.unusable.next}</p>
      </RedeemFrame>
    )
  }
  if (error.code === 'other_account') {
    return (
      <RedeemFrame
        icon="user"
        tone="warning"
        title={words.otherAccount.title}
        text={words.otherAccount.text}
      >
        <Button icon="refresh" busy={retrying} className="rk-redeem-wide" onClick={onRetry}>
          {ui.tryAgain}
        </Button>
      </RedeemFrame>
    )
  }
  return (
    <RedeemFrame icon="link" title={words.refusedTitle}>
      <RefusalCallout error={error} onRetry={onRetry} retrying={retrying} />
    </RedeemFrame>
  )
}

function Opening() {
  const words = useRedeemMessages()
  return (
    <div role="status" aria-label={words.opening} className="rk-redeem">
      <Skeleton style={{ inlineSize: 220, blockSize: 24 }} />
      <Skeleton style={{ inlineSize: 300 }} />
      <Skeleton style={{ blockSize: 32 }} />
    </div>
  )
}
