import { words } from './words.js'

const { number, plural } = words('en')

const people = (count: number) => plural(count, { one: '# user', other: '# users' })

/** What a bulk act says: before, on its button, while it runs, and how many it was done to. */
const act = (verb: string, running: string, done: string, text: string, after = '') => ({
  title: (count: number) => `${verb} ${people(count)}${after}?`,
  text,
  verb: (count: number) => `${verb} ${people(count)}${after}`,
  running: (count: number) => `${running} ${people(count)}${after}`,
  done: (count: number) => `${number(count)} ${done}`,
})

/** The words of what is done to several people at once, in English. */
export const bulk = {
  selectMatching: (count: string) => `Select all ${count} that match`,
  selectAll: (count: string) => `Select all ${count}`,
  selecting: (found: number, count: string) => `Selecting, ${number(found)} of ${count}`,
  stop: 'Stop',
  more: 'More actions for those selected',
  acts: {
    lock: act(
      'Lock',
      'Locking',
      'locked',
      'They cannot sign in until an administrator unlocks them. What is open for them ends at once.',
    ),
    unlock: act(
      'Unlock',
      'Unlocking',
      'unlocked',
      'Lifts the lock that shows for each. Other locks stay.',
    ),
    deactivate: act(
      'Deactivate',
      'Deactivating',
      'deactivated',
      'They cannot sign in; roles and settings wait for their return. What is open for them ends at once.',
    ),
    reactivate: act(
      'Reactivate',
      'Reactivating',
      'reactivated',
      'They can use their accounts again, as before.',
    ),
    delete: act(
      'Delete',
      'Deleting',
      'deleted',
      'They can be restored for a while; after that nobody can bring them back. What is open for them ends at once.',
    ),
    restore: act(
      'Restore',
      'Restoring',
      'restored',
      'They come back deactivated. Reactivate them to give access again.',
    ),
    resend: act(
      'Invite',
      'Inviting',
      'invited again',
      'Each gets a mail with a new link; the former one no longer works.',
      ' again',
    ),
    endSessions: act(
      'Sign out',
      'Signing out',
      'signed out',
      'Ends all their sessions and tokens at once. They can sign in again.',
    ),
    resetAuthenticators: act(
      'Reset authenticators of',
      'Resetting authenticators of',
      'reset',
      'Deletes what is chosen and ends all their sessions. They register anew at the next sign-in.',
    ),
    requireMfa: act(
      'Change the second factor of',
      'Changing the second factor of',
      'changed',
      'What is chosen holds from the next sign-in on.',
    ),
    giveRole: {
      ...act(
        'Give',
        'Giving',
        'given the role',
        'The role applies at the organization and everywhere below.',
        ' a role',
      ),
      title: (count: number) => `Give ${people(count)} a role`,
    },
  },
  plan: {
    preview: 'Preview',
    next: 'Continue',
    running: 'Looking at what would happen',
    possible: (count: number, asked: number) =>
      count === asked
        ? `It can be done to ${count === 1 ? 'this user' : `all ${number(count)}`}.`
        : `It can be done to ${number(count)} of ${number(asked)}.`,
    sessions: (count: number) =>
      plural(count, { one: '# open session ends.', other: '# open sessions end.' }),
    refused: 'Would be refused',
    type: (count: number) => `Type ${count} to confirm`,
    typeWrong: (count: number) => `Type the number of users: ${count}.`,
    back: 'Back',
  },
  outcome: (done: string, refused: number) =>
    refused === 0 ? done : `${done}, ${number(refused)} refused`,
  /** The outcome as a sentence. */
  told: (outcome: string) => `${outcome}.`,
  progress: (tried: number, count: number) => `${number(tried)} of ${number(count)}`,
  stopping: 'Stops after those under way.',
  stopped: (count: number) =>
    plural(count, {
      one: '# user was not reached and stays selected.',
      other: '# users were not reached and stay selected.',
    }),
  unknown: (count: number) =>
    plural(count, {
      one: 'Whether it was done to # user is not known; they stay selected.',
      other: 'Whether it was done to # users is not known; they stay selected.',
    }),
  refusedTitle: 'Refused, and still selected',
  moreRefused: (count: number) => `And ${number(count)} more.`,
  close: 'Close',
}
