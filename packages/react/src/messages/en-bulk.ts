import { words } from './words.js'

const { number, plural } = words('en')

/** The words of what is done to several people at once, in English. */
export const bulk = {
  selectMatching: (count: string) => `Select all ${count} that match`,
  selectAll: (count: string) => `Select all ${count}`,
  selecting: (found: number, count: string) => `Selecting, ${number(found)} of ${count}`,
  stop: 'Stop',
  more: 'More actions for those selected',
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
  sentence: (outcome: string) => `${outcome}.`,
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
