import { useEffect, useState, type FormEvent } from 'react'
import {
  fetchOrganizations,
  signInWithCode,
  signInWithPassword,
  signInWithSecurityKey,
  type DemoOrganization,
  type SecondFactor,
} from './demo-api.ts'
import { Link } from './shell/Link.tsx'
import { Wordmark } from './shell/Wordmark.tsx'

const factorWords: Readonly<Record<SecondFactor, string>> = {
  security_key: 'Security key',
  totp: 'Code of your authenticator app',
  secret_code: 'Secret code',
}

/**
 * Sign-in as a portal with passwords has it: the roster judges the password and the second factor.
 */
export function PasswordSignIn({
  onSignedIn,
  onNewPassword,
}: {
  onSignedIn: () => void
  onNewPassword: (token: string) => void
}) {
  const [organizations, setOrganizations] = useState<readonly DemoOrganization[]>([])
  const [organizationId, setOrganizationId] = useState<string>()
  const [factors, setFactors] = useState<readonly SecondFactor[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    fetchOrganizations().then(setOrganizations, (error: Error) => setProblem(error.message))
  }, [])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const [factor] = factors
    setBusy(true)
    setProblem(null)
    const judged =
      factor === 'security_key'
        ? signInWithSecurityKey()
        : factor
          ? signInWithCode(factor, entered['code'] ?? '')
          : signInWithPassword({
              username: entered['username'] ?? '',
              organizationId: entered['organizationId'] ?? '',
              password: entered['password'] ?? '',
            })
    judged
      .then((answer) => {
        if (answer.next === 'entered') onSignedIn()
        else if (answer.next === 'new_password') onNewPassword(answer.token)
        else setFactors(answer.factors)
      })
      .catch((error: Error) => setProblem(error.message))
      .finally(() => setBusy(false))
  }

  const [factor] = factors
  return (
    <main className="sign-in narrow">
      <Wordmark />
      <h1>Sign in</h1>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <form className="sign-in-form" onSubmit={submit}>
        {factor === 'security_key' ? (
          <p>Have your security key at hand, and touch it when it blinks.</p>
        ) : factor ? (
          <label key={factor}>
            {factorWords[factor]}
            <input
              name="code"
              autoComplete="one-time-code"
              required
              type={factor === 'secret_code' ? 'password' : 'text'}
              inputMode="numeric"
            />
          </label>
        ) : (
          <>
            <label>
              Organization
              <select
                name="organizationId"
                required
                value={organizationId ?? organizations[0]?.id}
                onChange={(event) => setOrganizationId(event.target.value)}
              >
                {organizations.map(({ id, name, depth }) => (
                  <option key={id} value={id}>
                    {'\u2003'.repeat(depth)}
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              Username
              <input name="username" autoComplete="username" required />
            </label>
            <label>
              Password
              <input name="password" type="password" autoComplete="current-password" required />
            </label>
          </>
        )}
        <button type="submit" disabled={busy}>
          {factor === 'security_key' ? 'Use security key' : 'Sign in'}
        </button>
        {factors.length > 1 && (
          <button
            type="button"
            className="plain"
            onClick={() => setFactors([...factors.slice(1), factors[0]!])}
          >
            Use another way
          </button>
        )}
      </form>
      {factor === undefined && organizations[0] && (
        <p>
          <Link href={`/forgotten-password?organization=${organizationId ?? organizations[0].id}`}>
            Forgot your password?
          </Link>
        </p>
      )}
      <p>
        The example’s people have no passwords: <Link href="/">choose one of them instead</Link>.
        Whoever you invite chooses a password by the link in their mail.
      </p>
    </main>
  )
}
