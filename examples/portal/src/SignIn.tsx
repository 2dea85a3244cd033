import { useEffect, useState } from 'react'
import { fetchPeople, signIn, type DemoPerson } from './demo-api.ts'
import { Link } from './shell/Link.tsx'
import { Wordmark } from './shell/Wordmark.tsx'

const levels = ['Platform', 'Distributors', 'Partners', 'Tenants']

/** Chooses who to be. Has no password on purpose, and says so. */
export function SignIn({ onSignedIn }: { onSignedIn: (person: DemoPerson) => void }) {
  const [people, setPeople] = useState<readonly DemoPerson[]>()
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    fetchPeople().then(setPeople, (error: Error) => setProblem(error.message))
  }, [])

  const choose = (username: string) => {
    signIn(username).then(onSignedIn, (error: Error) => setProblem(error.message))
  }

  return (
    <main className="sign-in">
      <Wordmark />
      <h1>Who would you like to be?</h1>
      <p className="trying-out" role="note">
        <strong>This sign-in is for trying out.</strong> There are no passwords: choose a person and
        you are signed in as them. It answers on this machine only. People whom you invite get a
        mail (see the <a href="/inbox">inbox</a>), choose a password and{' '}
        <Link href="/sign-in">sign in with it</Link>.
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {people?.length === 0 && (
        <p>
          This roster has none of the example’s people. Start the portal on an empty database to get
          them.
        </p>
      )}
      {levels.map((level, depth) => {
        const here = people?.filter((person) => person.depth === depth) ?? []
        return here.length === 0 ? null : (
          <section key={level}>
            <h2>{level}</h2>
            <ul className="people">
              {here.map((person) => (
                <li key={person.username}>
                  <button type="button" className="person" onClick={() => choose(person.username)}>
                    <span className="person-name">{person.name}</span>
                    <span className="person-role">
                      {person.role ?? 'No role'} · {person.organization}
                    </span>
                    <span className="person-username">{person.username}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </main>
  )
}
