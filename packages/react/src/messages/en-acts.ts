import type { ActsWords } from './act-words.js'
import { words } from './words.js'

const { number, plural } = words('en')

const people = (count: number) => plural(count, { one: '# user', other: '# users' })

/** What a bulk act says: before, on its button, while it runs, and how many it was done to. */
const batch = (verb: string, running: string, done: string, text: string, after = '') => ({
  title: (count: number) => `${verb} ${people(count)}${after}?`,
  text,
  verb: (count: number) => `${verb} ${people(count)}${after}`,
  running: (count: number) => `${running} ${people(count)}${after}`,
  done: (count: number) => `${number(count)} ${done}`,
})

/** The words of each act on a user, and of opening one, in English. */
export const acts = {
  view: { menu: 'View and edit' },
  activate: {
    menu: 'Activate',
    title: (name: string) => `Activate ${name}?`,
    text: 'They are invited to finish onboarding, and show as provisioned until they have.',
    verb: 'Activate user',
    done: (name: string) => `${name} is activated.`,
  },
  resend: {
    menu: 'Resend invitation',
    batch: batch(
      'Invite',
      'Inviting',
      'invited again',
      'Each gets a mail with a new link; the former one no longer works.',
      ' again',
    ),
  },
  lock: {
    menu: 'Lock',
    title: (name: string) => `Lock ${name}?`,
    text: 'They cannot sign in until an administrator unlocks them.',
    verb: 'Lock user',
    done: (name: string) => `${name} is locked.`,
    batch: batch(
      'Lock',
      'Locking',
      'locked',
      'They cannot sign in until an administrator unlocks them. What is open for them ends at once.',
    ),
  },
  unlock: {
    menu: 'Unlock',
    title: (name: string) => `Unlock ${name}?`,
    text: (kinds: string) => `Lifts the lock that shows (${kinds}). Other locks stay.`,
    verb: 'Unlock user',
    done: (name: string) => `${name} is unlocked.`,
    stillLocked: (name: string, status: string) =>
      `The lock is lifted; ${name} is still ${status}.`,
    batch: batch(
      'Unlock',
      'Unlocking',
      'unlocked',
      'Lifts the lock that shows for each. Other locks stay.',
    ),
  },
  deactivate: {
    menu: 'Deactivate',
    title: (name: string) => `Deactivate ${name}?`,
    text: 'They cannot sign in; roles and settings wait for their return.',
    verb: 'Deactivate user',
    done: (name: string) => `${name} is deactivated.`,
    batch: batch(
      'Deactivate',
      'Deactivating',
      'deactivated',
      'They cannot sign in; roles and settings wait for their return. What is open for them ends at once.',
    ),
  },
  reactivate: {
    menu: 'Reactivate',
    title: (name: string) => `Reactivate ${name}?`,
    text: 'They can use their account again, as before.',
    verb: 'Reactivate user',
    done: (name: string) => `${name} is reactivated.`,
    batch: batch(
      'Reactivate',
      'Reactivating',
      'reactivated',
      'They can use their accounts again, as before.',
    ),
  },
  restore: {
    menu: 'Restore',
    title: (name: string) => `Restore ${name}?`,
    text: 'They come back deactivated. Reactivate them to give their access back.',
    verb: 'Restore user',
    done: (name: string) => `${name} is restored.`,
    batch: batch(
      'Restore',
      'Restoring',
      'restored',
      'They come back deactivated. Reactivate them to give access again.',
    ),
  },
  changeRole: { menu: 'Change role…' },
  assignRole: {
    menu: 'Give a role…',
    batch: {
      ...batch(
        'Give',
        'Giving',
        'given the role',
        'The role applies at the organization and everywhere below.',
        ' a role',
      ),
      title: (count: number) => `Give ${people(count)} a role`,
    },
  },
  move: {
    menu: 'Move to another organization…',
    title: (owner: string) => `Move ${owner} to another organization?`,
    text: (from: string, roles: number) =>
      `Administrators of ${from} lose sight of them at once.${roles === 0 ? '' : ` ${plural(roles, { one: '# role stays where it was given.', other: '# roles stay where they were given.' })}`}`,
    to: 'New organization',
    already: 'They belong here already.',
    verb: 'Move user',
    done: (owner: string, organization: string) => `${owner} now belongs to ${organization}.`,
  },
  resetPassword: { menu: 'Reset password…' },
  resetCode: { menu: 'Reset secret code…' },
  enrollmentLink: { menu: 'Send enrolment link…' },
  enrollSecurityKey: { menu: 'Register security key…' },
  requireMfa: {
    menu: 'Second factor…',
    title: (owner: string) => `Second factor of ${owner}`,
    text: 'What you choose holds from the next sign-in on.',
    verb: 'Save second factor',
    label: 'At the next sign-in',
    once: { label: 'Required', description: 'Whoever has none registers one.' },
    again: {
      label: 'Required, registered anew',
      description: 'A new one is registered, also by whoever has one.',
    },
    no: {
      label: 'No longer required',
      description: 'What is registered stays, and can still be used.',
    },
    done: (owner: string) => `The second factor of ${owner} has been changed.`,
    batch: batch(
      'Change the second factor of',
      'Changing the second factor of',
      'changed',
      'What is chosen holds from the next sign-in on.',
    ),
  },
  resetAuthenticators: {
    menu: 'Reset authenticators…',
    batch: batch(
      'Reset authenticators of',
      'Resetting authenticators of',
      'reset',
      'Deletes what is chosen and ends all their sessions. They register anew at the next sign-in.',
    ),
  },
  endSessions: {
    menu: 'End sessions…',
    batch: batch(
      'Sign out',
      'Signing out',
      'signed out',
      'Ends all their sessions and tokens at once. They can sign in again.',
    ),
  },
  delete: {
    menu: 'Delete',
    title: (name: string) => `Delete ${name}?`,
    text: 'They can be restored for a while; after that nobody can bring them back.',
    verb: 'Delete user',
    done: (name: string) => `${name} is deleted.`,
    batch: batch(
      'Delete',
      'Deleting',
      'deleted',
      'They can be restored for a while; after that nobody can bring them back. What is open for them ends at once.',
    ),
  },
  purge: {
    menu: 'Delete for good',
    title: (owner: string) => `Delete ${owner} for good?`,
    text: 'Everything of theirs goes but the audit, and the username becomes free. Nobody can bring them back.',
    verb: 'Delete for good',
    done: (owner: string) => `${owner} has been deleted for good.`,
  },
} satisfies ActsWords
