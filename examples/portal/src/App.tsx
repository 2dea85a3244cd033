import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { fetchMe, signOut, type DemoPerson } from './demo-api.ts'
import { PasswordSignIn } from './PasswordSignIn.tsx'
import { Dashboard } from './pages/Dashboard.tsx'
import { Invoices } from './pages/Invoices.tsx'
import { Orders } from './pages/Orders.tsx'
import { Link } from './shell/Link.tsx'
import { navigate, usePath } from './shell/location.ts'
import { Shell } from './shell/Shell.tsx'
import { useTheme } from './shell/use-theme.ts'
import { SignIn } from './SignIn.tsx'

const RedeemSection = lazy(() =>
  import('./RedeemSection.tsx').then((module) => ({ default: module.RedeemSection })),
)
const Account = lazy(() => import('./Account.tsx').then((module) => ({ default: module.Account })))
const ForgottenPassword = lazy(() =>
  import('./ForgottenPassword.tsx').then((module) => ({ default: module.ForgottenPassword })),
)
const UsersSection = lazy(() =>
  import('./UsersSection.tsx').then((module) => ({ default: module.UsersSection })),
)

const pages: Readonly<
  Record<string, { title: string; content: (person: DemoPerson) => ReactNode }>
> = {
  '/': { title: 'Dashboard', content: (person) => <Dashboard person={person} /> },
  '/orders': { title: 'Orders', content: () => <Orders /> },
  '/invoices': { title: 'Invoices', content: () => <Invoices /> },
  '/account': {
    title: 'Your account',
    content: () => (
      <div className="page wide">
        <Account />
      </div>
    ),
  },
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

  if (path === '/redeem') {
    return (
      <Suspense fallback={<p className="waiting">Loading …</p>}>
        <RedeemSection onDone={() => navigate('/sign-in', { replace: true })} />
      </Suspense>
    )
  }
  if (path === '/forgotten-password') {
    return (
      <Suspense fallback={<p className="waiting">Loading …</p>}>
        <ForgottenPassword onDone={() => navigate('/sign-in', { replace: true })} />
      </Suspense>
    )
  }
  if (path === '/sign-in') {
    const entered = () =>
      void fetchMe().then((me) => {
        setPerson(me)
        navigate('/', { replace: true })
      })
    return (
      <PasswordSignIn
        onSignedIn={entered}
        onNewPassword={(token) => navigate(`/redeem#${token}`)}
      />
    )
  }
  if (person === undefined) return null
  if (person === null) return <SignIn onSignedIn={setPerson} />

  const leave = async () => {
    await signOut()
    setPerson(null)
    navigate('/')
  }
  return (
    <Shell
      person={person}
      path={path}
      theme={theme}
      onToggleTheme={toggleTheme}
      onSignOut={() => void leave()}
    >
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
