import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { fetchMe, signOut, type DemoPerson } from './demo-api.ts'
import { Dashboard } from './pages/Dashboard.tsx'
import { Invoices } from './pages/Invoices.tsx'
import { Orders } from './pages/Orders.tsx'
import { Link } from './shell/Link.tsx'
import { navigate, usePath } from './shell/location.ts'
import { Shell } from './shell/Shell.tsx'
import { useTheme } from './shell/use-theme.ts'
import { SignIn } from './SignIn.tsx'

const UsersSection = lazy(() => import('./UsersSection.tsx').then((module) => ({ default: module.UsersSection })))

const pages: Readonly<Record<string, { title: string; content: (person: DemoPerson) => ReactNode }>> = {
  '/': { title: 'Dashboard', content: (person) => <Dashboard person={person} /> },
  '/orders': { title: 'Orders', content: () => <Orders /> },
  '/invoices': { title: 'Invoices', content: () => <Invoices /> },
  '/administration/users': {
    title: 'Users',
    content: () => (
      <div className="page wide">
        <UsersSection />
      </div>
    ),
  },
}

export function App() {
  const [theme, toggleTheme] = useTheme()
  // Undefined until we know whether somebody is signed in.
  const [person, setPerson] = useState<DemoPerson | null>()
  const path = usePath()
  const page = pages[path]

  useEffect(() => {
    void fetchMe().then(setPerson)
  }, [])
  useEffect(() => {
    document.title = person && page ? `${page.title} · Harbourline` : 'Harbourline'
  }, [person, page])

  if (person === undefined) return null
  if (person === null) return <SignIn onSignedIn={setPerson} />

  const leave = async () => {
    await signOut()
    setPerson(null)
    navigate('/')
  }
  return (
    <Shell person={person} path={path} theme={theme} onToggleTheme={toggleTheme} onSignOut={() => void leave()}>
      {/* Another person gets a fresh screen. */}
      <Suspense key={person.username} fallback={<p className="waiting">Loading …</p>}>
        {page ? page.content(person) : <NotFound />}
      </Suspense>
    </Shell>
  )
}

function NotFound() {
  return (
    <div className="page">
      <h1>There is no such page</h1>
      <p>
        Go back to the <Link href="/">dashboard</Link>.
      </p>
    </div>
  )
}
