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
    former: 'Previous address',
    present: 'New address',
    at: 'When',
    requestedAt: 'Requested',
  },
  linkEnds: 'This link can be used once and expires on {expiresAt}.',
  codeEnds: 'This code can be used once and expires on {expiresAt}.',
  copyLink: 'Or copy this address into your browser:',
  keepCodeSecret:
    "Don't share this code. No one will ask you for it, not even an administrator or the help desk.",
  unasked: {
    contact:
      "If you didn't expect this email, you can ignore it. If you have questions, contact {contact}",
    noContact:
      "If you didn't expect this email, you can ignore it. If you have questions, contact an administrator of your organization.",
  },
  expected: "If you expected this, you don't need to do anything.",
  unexpected: {
    contact: "If this wasn't you, or you didn't expect it, contact us immediately: {contact}",
    noContact:
      "If this wasn't you, or you didn't expect it, contact an administrator of your organization immediately.",
  },
  occasions: {
    activation: {
      title: 'Set up your account',
      happened: 'You have been invited to {brand}.',
      next: 'Open the link to set up your account.',
      button: 'Set up account',
    },
    recovery: {
      title: 'Reset your password',
      happened: 'You or an administrator asked to reset your password for {brand}.',
      next: 'Open the link to set a new password.',
      button: 'Set new password',
    },
    enrolment: {
      title: 'Register an authenticator',
      happened:
        'An administrator asked you to register a security key or an authenticator app for {brand}.',
      next: 'Have it ready, open the link and follow the steps.',
      button: 'Register authenticator',
    },
    reset_code: {
      title: 'Your reset code',
      happened: 'Use this code to set a new secret code (PIN) for {brand}.',
      next: 'Enter it when you set the new secret code:',
      button: 'Set new secret code',
    },
    factor_added: {
      title: 'New authenticator registered',
      happened: 'A new authenticator was registered for your {brand} account.',
    },
    factor_removed: {
      title: 'Authenticator removed',
      happened:
        "An authenticator was removed from your {brand} account. You can't sign in with it anymore.",
    },
    factors_reset: {
      title: 'Authenticators reset',
      happened:
        "An administrator reset your authenticators for {brand}. You'll register a new one the next time you sign in.",
    },
    password_changed: {
      title: 'Password changed',
      happened: 'Your password for {brand} was changed.',
    },
    password_reset: {
      title: 'Password reset by an administrator',
      happened:
        "An administrator reset your password for {brand}. You'll set a new one the next time you sign in.",
    },
    password_removed: {
      title: 'Password removed',
      happened: "Your password for {brand} was removed. You can't sign in with it anymore.",
    },
    email_changed: {
      title: 'Email address changed',
      happened: 'Your email address for {brand} was changed.',
    },
    secret_code_changed: {
      title: 'Secret code changed',
      happened: 'Your secret code (PIN) for {brand} was changed.',
    },
  },
} as const satisfies MailWords
