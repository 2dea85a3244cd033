import { securityKey } from './en-security-key.js'
import { words } from './words.js'

const { plural } = words('en')

/**
 * The words of the pages that links lead to, in English: read by people who use the portal and
 * administer nothing.
 */
export const redeem = {
  opening: 'Opening your link',
  until: (when: string) => `This link is good for one use, until ${when}.`,
  signedAs: (userName: string, organization: string) =>
    `Your username is ${userName}, at ${organization}.`,
  signIn: 'Go to sign-in',
  unusable: {
    title: 'This link no longer works',
    text: 'It has been used already, a newer one has taken its place, or its time is over.',
    next: 'Ask whoever sent it to you for a new one. If you have finished already, just sign in.',
  },
  otherAccount: {
    title: 'You are signed in as somebody else',
    text: 'This link is for another person than the one who is signed in here. Sign out first, then try again.',
  },
  missing: {
    title: 'Open this page by your link',
    text: 'This page needs the link that was mailed to you or given to you. Open it again, or copy the whole of it into the address bar.',
  },
  refusedTitle: 'Your link could not be opened',
  password: {
    label: 'Password',
    newLabel: 'New password',
    show: 'Show',
    hide: 'Hide',
    showLong: 'Show password',
    hideLong: 'Hide password',
    hint: (minimum: number) =>
      plural(minimum, {
        one: 'At least # character.',
        other: 'At least # characters. A few words in a row are easy to remember.',
      }),
    toGo: (count: number) =>
      plural(count, { one: '# more character.', other: '# more characters.' }),
    longEnough: 'Long enough.',
    tooShort: (minimum: number) =>
      plural(minimum, {
        one: 'Use at least # character.',
        other: 'Use at least # characters. A few words in a row are easy to remember.',
      }),
    missing: 'Choose a password.',
  },
  onboarding: {
    title: (name: string) => `Welcome, ${name}`,
    text: (portal: string) => `Set up how you sign in to ${portal}.`,
    finish: 'Finish',
    doneTitle: (name: string) => `You are all set, ${name}`,
    doneText: (userName: string) => `Sign in with your username ${userName}.`,
  },
  newPassword: {
    title: 'Choose a new password',
    text: (portal: string) =>
      `For your account at ${portal}. You are then signed out everywhere else.`,
    save: 'Save password',
    doneTitle: 'Your password is changed',
    doneText: (userName: string, ended: number) =>
      `${ended > 0 ? `${plural(ended, { one: '# session has', other: '# sessions have' })} ended. ` : ''}Sign in as ${userName} with the new password.`,
  },
  factors: {
    title: 'Second factor',
    required: (which: string) => `Your organization asks for one besides the password: ${which}.`,
    offered: 'Recommended: it keeps others out even when they have your password.',
    missing: (which: string) => `Set up ${which} first.`,
    /** What counts as one, in a sentence. */
    one: { security_key: 'a security key', totp: 'an authenticator app' },
    setUp: 'Set up',
    setUpOne: (what: string) => `Set up ${what.toLowerCase()}`,
    ready: 'Ready',
    security_key: 'Security key',
    security_key_text: 'A key that you plug in or hold against the device, or the device itself.',
    totp: 'Authenticator app',
    totp_text: 'An app on your phone that shows a new code every half minute.',
    secret_code: 'Secret code',
    secret_code_text: (form: string) =>
      `A code that you know and enter when you are asked: ${form}.`,
    keyTitle: 'Register a security key',
    keyText: 'Have the key at hand.',
  },
  enrol: {
    title: (name: string) => `Hello, ${name}`,
    text: (portal: string) =>
      `Register an authenticator for ${portal}. The link is used up by the first that you register.`,
    doneTitle: (name: string) => `${name} is registered`,
    doneText: 'You can use it at your next sign-in.',
    codeDoneTitle: 'Your secret code is set',
    codeDoneText: 'Keep it to yourself. You are asked for it when you sign in.',
    finish: 'Done',
  },
  app: {
    title: 'Set up an authenticator app',
    text: 'Scan the picture with the app on your phone, then enter the code that it shows.',
    picture: 'QR code for the authenticator app',
    secret: 'Or enter this key in the app',
    name: 'Name of the app',
    nameStart: 'My phone',
    nameMissing: 'Enter a name.',
    code: 'Code that the app shows',
    codeMissing: 'Enter the code that the app shows.',
    verb: 'Finish set-up',
    anew: 'Begin anew with a new picture',
  },
  secretCode: {
    title: 'Choose a secret code',
    text: 'You are asked for it when you sign in. Keep it to yourself.',
    label: 'Secret code',
    newLabel: 'New secret code',
    hint: (form: string) => `Enter ${form}.`,
    show: 'Show secret code',
    hide: 'Hide secret code',
    missing: 'Enter a secret code.',
    verb: 'Save secret code',
  },
  forgotten: {
    title: 'Forgot your password?',
    text: 'Enter your username. We mail you a link with which you choose a new password.',
    userName: 'Username',
    missing: 'Enter your username.',
    send: 'Send link',
    doneTitle: 'Look into your mailbox',
    doneText: (userName: string) =>
      `If ${userName} is a username here, a link to choose a new password is on its way to the address we have for it. It works once, for a short time.`,
  },
  resetCode: {
    title: 'Choose a new secret code',
    text: 'You need the reset code that an administrator has given you. It works for a few minutes and for a few tries.',
    userName: 'Username',
    userNameMissing: 'Enter your username.',
    code: 'Reset code',
    codeHint: 'Spaces and hyphens do not matter.',
    codeMissing: 'Enter the reset code.',
    wrong:
      'The username and the reset code do not belong together, or the code is over. Check both, or ask for a new code: a few wrong tries end one.',
    doneTitle: 'Your secret code is changed',
    doneText: 'Use the new one from now on.',
  },
  securityKey,
}

/** The shape of these words: what the English ones say, in any tongue. */
export type RedeemMessages = typeof redeem
