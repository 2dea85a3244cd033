import type { MailWords } from './mail-words.js'

export const de = {
  direction: 'ltr',
  dateLocale: 'de-DE-u-ca-gregory-nu-latn',
  subject: '{title} – {brand}',
  greeting: 'Guten Tag {person},',
  separator: ': ',
  labels: {
    userName: 'Benutzername',
    organization: 'Organisation',
    factor: 'Anmeldemethode',
    former: 'Bisherige Adresse',
    present: 'Neue Adresse',
    at: 'Zeitpunkt',
    requestedAt: 'Angefordert',
  },
  linkEnds: 'Der Link funktioniert einmal und ist gültig bis {expiresAt}.',
  codeEnds: 'Der Code funktioniert einmal und ist gültig bis {expiresAt}.',
  copyLink: 'Oder kopieren Sie diese Adresse in Ihren Browser:',
  keepCodeSecret:
    'Behalten Sie ihn für sich: Niemand wird Sie nach diesem Code fragen, auch nicht die Administration oder der Support.',
  unasked: {
    contact:
      'Falls Sie diese E-Mail nicht erwartet haben, können Sie sie ignorieren. Bei Fragen wenden Sie sich bitte an: {contact}',
    noContact:
      'Falls Sie diese E-Mail nicht erwartet haben, können Sie sie ignorieren. Bei Fragen wenden Sie sich bitte an die Administration Ihrer Organisation.',
  },
  expected: 'Falls Sie dies erwartet haben, müssen Sie nichts weiter tun.',
  unexpected: {
    contact:
      'Falls Sie das nicht selbst waren oder es nicht erwartet haben, wenden Sie sich bitte sofort an: {contact}',
    noContact:
      'Falls Sie das nicht selbst waren oder es nicht erwartet haben, wenden Sie sich bitte sofort an die Administration Ihrer Organisation.',
  },
  occasions: {
    activation: {
      title: 'Aktivieren Sie Ihren Zugang',
      happened: 'Sie wurden zu {brand} eingeladen.',
      next: 'Öffnen Sie den Link, um die Einrichtung Ihres Zugangs abzuschließen.',
      button: 'Zugang aktivieren',
    },
    recovery: {
      title: 'Wählen Sie ein neues Passwort',
      happened:
        'Sie selbst oder die Administration haben ein neues Passwort für Ihren Zugang zu {brand} angefordert.',
      next: 'Öffnen Sie den Link, um es zu wählen.',
      button: 'Passwort wählen',
    },
    enrolment: {
      title: 'Registrieren Sie einen Sicherheitsschlüssel oder eine App',
      happened:
        'Sie wurden gebeten, einen Sicherheitsschlüssel oder eine App für die Anmeldung bei {brand} zu registrieren.',
      next: 'Halten Sie das Gerät bereit, öffnen Sie den Link und folgen Sie den Schritten.',
      button: 'Jetzt registrieren',
    },
    reset_code: {
      title: 'Ihr Rücksetzcode',
      happened: 'Sie können mit diesem Code einen neuen Geheimcode (PIN) für {brand} wählen.',
      next: 'Geben Sie ihn ein, wenn Sie den neuen Geheimcode wählen:',
      button: 'Neuen Geheimcode wählen',
    },
    factor_added: {
      title: 'Neue Anmeldemethode registriert',
      happened: 'Ihre Anmeldemethoden für {brand} wurden geändert: Eine neue wurde registriert.',
    },
    factor_removed: {
      title: 'Anmeldemethode entfernt',
      happened:
        'Ihre Anmeldemethoden für {brand} wurden geändert: Eine wurde entfernt. Sie können sich damit nicht mehr anmelden.',
    },
    factors_reset: {
      title: 'Anmeldemethoden zurückgesetzt',
      happened:
        'Ihre Anmeldemethoden für {brand} wurden von der Administration zurückgesetzt. Bei der nächsten Anmeldung werden Sie gebeten, eine neue zu registrieren.',
    },
    password_changed: {
      title: 'Passwort geändert',
      happened: 'Ihr Passwort für {brand} wurde geändert.',
    },
    password_reset: {
      title: 'Passwort von der Administration zurückgesetzt',
      happened:
        'Ihr Passwort für {brand} wurde von der Administration zurückgesetzt. Bei der nächsten Anmeldung werden Sie gebeten, ein neues zu wählen.',
    },
    password_removed: {
      title: 'Passwort entfernt',
      happened:
        'Ihr Passwort für {brand} wurde entfernt. Sie können sich damit nicht mehr anmelden.',
    },
    email_changed: {
      title: 'E-Mail-Adresse geändert',
      happened: 'Ihre E-Mail-Adresse für {brand} wurde geändert.',
    },
    secret_code_changed: {
      title: 'Geheimcode geändert',
      happened: 'Ihr Geheimcode (PIN) für {brand} wurde geändert.',
    },
  },
} as const satisfies MailWords
