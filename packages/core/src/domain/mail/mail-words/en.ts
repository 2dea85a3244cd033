import type { MailWords } from './mail-words.js'

export const en = {
  direction: 'ltr',
  dateLocale: 'en-GB-u-ca-gregory-nu-latn',
  subject: '{title} – {brand}',
  greeting: 'Hello {person},',
  separator: ': ',
  labels: {
    userName: 'Username',
    organization: 'Organization',
    factor: 'Authenticator',
    former: 'Former address',
    present: 'New address',
    at: 'When',
    requestedAt: 'Requested',
  },
  linkEnds: 'The link works once and is valid until {expiresAt}.',
  codeEnds: 'The code works once and is valid until {expiresAt}.',
  copyLink: 'Or copy this address into your browser:',
  keepCodeSecret:
    'Keep it to yourself: nobody will ask you for this code, not even an administrator or the help desk.',
  unasked: {
    contact:
      'If you did not expect this e-mail, you can ignore it. If you have questions, get in touch: {contact}',
    noContact:
      'If you did not expect this e-mail, you can ignore it. If you have questions, contact an administrator of your organization.',
  },
  expected: 'If you expected this, you need not do anything else.',
  unexpected: {
    contact: 'If that was not you, or if you did not expect it, get in touch at once: {contact}',
    noContact:
      'If that was not you, or if you did not expect it, contact an administrator of your organization at once.',
  },
  occasions: {
    activation: {
      title: 'Activate your access',
      happened: 'You have been invited to {brand}.',
      next: 'Open the link to finish setting up your access.',
      button: 'Activate access',
    },
    recovery: {
      title: 'Choose a new password',
      happened: 'A new password for {brand} was requested, by you or by an administrator.',
      next: 'Open the link to choose it.',
      button: 'Choose password',
    },
    enrolment: {
      title: 'Register a security key or an app',
      happened:
        'You have been asked to register a security key or an app for signing in to {brand}.',
      next: 'Have it at hand, open the link and follow the steps.',
      button: 'Register',
    },
    reset_code: {
      title: 'Your reset code',
      happened: 'With this code you can choose a new secret code (PIN) for {brand}.',
      next: 'Enter it when you choose the new secret code:',
      button: 'Choose a new secret code',
    },
    factor_added: {
      title: 'New authenticator registered',
      happened: 'A new authenticator was registered for signing in to {brand} as you.',
    },
    factor_removed: {
      title: 'Authenticator removed',
      happened:
        'One of your authenticators for {brand} was removed. You can no longer sign in with it.',
    },
    factors_reset: {
      title: 'Authenticators reset',
      happened:
        'An administrator reset your authenticators for {brand}. You will be asked to register a new one the next time you sign in.',
    },
    password_changed: {
      title: 'Password changed',
      happened: 'Your password for {brand} was changed.',
    },
    password_reset: {
      title: 'Password reset by an administrator',
      happened:
        'An administrator reset your password for {brand}. You will be asked to choose a new one the next time you sign in.',
    },
    password_removed: {
      title: 'Password removed',
      happened: 'Your password for {brand} was removed. You can no longer sign in with it.',
    },
    email_changed: {
      title: 'E-mail address changed',
      happened: 'Your e-mail address for {brand} was changed.',
    },
    secret_code_changed: {
      title: 'Secret code changed',
      happened: 'Your secret code (PIN) for {brand} was changed.',
    },
  },
} as const satisfies MailWords
