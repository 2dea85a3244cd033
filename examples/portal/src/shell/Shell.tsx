import { useState, type ReactNode } from 'react'
import type { DemoPerson } from '../demo-api.ts'
import { Link } from './Link.tsx'
import type { Theme } from './use-theme.ts'
import { Wordmark } from './Wordmark.tsx'

interface ShellProps {
  person: DemoPerson
  path: string
  theme: Theme
  onToggleTheme: () => void
  onSignOut: () => void
  children: ReactNode
}

const navigation = [
  {
    heading: 'Freight',
    links: [
      ['/', 'Dashboard'],
      ['/orders', 'Orders'],
      ['/invoices', 'Invoices'],
    ],
  },
  { heading: 'Administration', links: [['/administration/users', 'Users']] },
  { heading: 'You', links: [['/account', 'Your account']] },
] as const

/** What stands around every page: header, navigation, and whose session this is. */
export function Shell({ person, path, theme, onToggleTheme, onSignOut, children }: ShellProps) {
  const [menuOpen, setMenuOpen] = useState(false)

  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="top">
        <button
          type="button"
          className="quiet menu-button"
          aria-expanded={menuOpen}
          aria-controls="navigation"
          onClick={() => setMenuOpen(!menuOpen)}
        >
          Menu
        </button>
        <Link href="/" className="home">
          <Wordmark />
        </Link>
        <span
          className="trying-out-mark"
          title="Anybody on this machine may sign in as anybody. Not for real people’s data."
        >
          Demo sign-in
        </span>
        <span className="who">
          <span className="who-name">{person.name}</span>
          <span className="who-role">
            {person.role ?? 'No role'}, {person.organization}
          </span>
        </span>
        <button
          type="button"
          className="quiet"
          onClick={onToggleTheme}
          aria-label={theme === 'light' ? 'Use the dark theme' : 'Use the light theme'}
        >
          {theme === 'light' ? 'Dark' : 'Light'}
        </button>
        <button type="button" className="quiet" onClick={onSignOut}>
          Sign out
        </button>
      </header>
      <nav id="navigation" className="side" aria-label="Portal" data-open={menuOpen || undefined}>
        {navigation.map(({ heading, links }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <ul>
              {links.map(([href, label]) => (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={path === href ? 'page' : undefined}
                    onClick={() => setMenuOpen(false)}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className="side-foot">
          <a href="/inbox">Caught mail</a>
        </p>
      </nav>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
