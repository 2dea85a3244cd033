import { RequestRecoveryPage } from '@rosterkit/react'
import { Roster } from './Roster.tsx'
import { Link } from './shell/Link.tsx'
import { Wordmark } from './shell/Wordmark.tsx'
import { useSearchParams } from './shell/location.ts'

/** “Forgot your password?”, for the organization that was chosen at the sign-in. */
export function ForgottenPassword({ onDone }: { onDone: () => void }) {
  const [{ organization }] = useSearchParams()
  return (
    <main className="sign-in narrow">
      <Wordmark />
      <Roster>
        <RequestRecoveryPage organizationId={organization} onDone={onDone} />
      </Roster>
      <p>
        <Link href="/sign-in">Back to sign-in</Link>
      </p>
    </main>
  )
}
