import type { RedeemMessages } from '../en-redeem.js'
import { words } from '../words.js'
import { securityKey } from './security-key.js'

const { plural } = words('de')

/** The words of the pages that links lead to, in German. */
export const redeem = {
  opening: 'Ihr Link wird geöffnet',
  until: (when) => `Dieser Link gilt einmal, bis ${when}.`,
  signedAs: (userName, organization) => `Ihr Benutzername bei ${organization} lautet ${userName}.`,
  signIn: 'Zur Anmeldung',
  forgotten: {
    title: 'Passwort vergessen?',
    text: 'Geben Sie Ihren Benutzernamen ein. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort wählen.',
    userName: 'Benutzername',
    missing: 'Geben Sie Ihren Benutzernamen ein.',
    send: 'Link senden',
    doneTitle: 'Sehen Sie in Ihr Postfach',
    doneText: (userName) =>
      `Falls ${userName} hier ein Benutzername ist, ist ein Link für ein neues Passwort an die hinterlegte Adresse unterwegs. Er funktioniert einmal und nur kurze Zeit.`,
  },
  unusable: {
    title: 'Dieser Link funktioniert nicht mehr',
    text: 'Er wurde bereits verwendet, durch einen neueren ersetzt, oder seine Zeit ist abgelaufen.',
    next: 'Bitten Sie den Absender um einen neuen. Wenn Sie bereits fertig sind, melden Sie sich einfach an.',
  },
  otherAccount: {
    title: 'Sie sind als jemand anderes angemeldet',
    text: 'Dieser Link ist für eine andere Person als die hier angemeldete. Melden Sie sich zuerst ab und versuchen Sie es dann erneut.',
  },
  missing: {
    title: 'Öffnen Sie diese Seite über Ihren Link',
    text: 'Diese Seite braucht den Link, den Sie per E-Mail oder persönlich erhalten haben. Öffnen Sie ihn noch einmal oder kopieren Sie ihn vollständig in die Adresszeile.',
  },
  refusedTitle: 'Ihr Link konnte nicht geöffnet werden',
  password: {
    label: 'Passwort',
    newLabel: 'Neues Passwort',
    show: 'Anzeigen',
    hide: 'Verbergen',
    showLong: 'Passwort anzeigen',
    hideLong: 'Passwort verbergen',
    hint: (minimum) =>
      plural(minimum, {
        one: 'Mindestens # Zeichen.',
        other: 'Mindestens # Zeichen. Einige Wörter hintereinander lassen sich leicht merken.',
      }),
    toGo: (count) => plural(count, { other: 'Noch # Zeichen.' }),
    longEnough: 'Lang genug.',
    tooShort: (minimum) =>
      plural(minimum, {
        one: 'Verwenden Sie mindestens # Zeichen.',
        other:
          'Verwenden Sie mindestens # Zeichen. Einige Wörter hintereinander lassen sich leicht merken.',
      }),
    missing: 'Wählen Sie ein Passwort.',
  },
  onboarding: {
    title: (name) => `Willkommen, ${name}`,
    text: (portal) => `Richten Sie ein, wie Sie sich bei ${portal} anmelden.`,
    finish: 'Abschließen',
    doneTitle: (name) => `Alles fertig, ${name}`,
    doneText: (userName) => `Melden Sie sich mit Ihrem Benutzernamen ${userName} an.`,
  },
  newPassword: {
    title: 'Wählen Sie ein neues Passwort',
    text: (portal) => `Für Ihr Konto bei ${portal}. Danach werden Sie überall sonst abgemeldet.`,
    save: 'Passwort speichern',
    doneTitle: 'Ihr Passwort ist geändert',
    doneText: (userName, ended) =>
      `${ended > 0 ? `${plural(ended, { one: '# Sitzung wurde', other: '# Sitzungen wurden' })} beendet. ` : ''}Melden Sie sich als ${userName} mit dem neuen Passwort an.`,
  },
  factors: {
    title: 'Zweiter Faktor',
    required: (which) =>
      `Ihre Organisation verlangt neben dem Passwort einen weiteren Nachweis: ${which}.`,
    offered: 'Empfohlen: So bleibt Ihr Konto geschützt, auch wenn jemand Ihr Passwort kennt.',
    missing: (which) => `Richten Sie zuerst ein: ${which}.`,
    one: { security_key: 'einen Sicherheitsschlüssel', totp: 'eine Authenticator-App' },
    setUp: 'Einrichten',
    setUpOne: (what) => `${what} einrichten`,
    ready: 'Bereit',
    security_key: 'Sicherheitsschlüssel',
    security_key_text:
      'Ein Schlüssel, den Sie einstecken oder an das Gerät halten, oder das Gerät selbst.',
    totp: 'Authenticator-App',
    totp_text: 'Eine App auf Ihrem Telefon, die alle halbe Minute einen neuen Code zeigt.',
    secret_code: 'Geheimcode',
    secret_code_text: (form) => `Ein Code, den Sie kennen und auf Nachfrage eingeben: ${form}.`,
    keyTitle: 'Sicherheitsschlüssel registrieren',
    keyText: 'Halten Sie den Schlüssel bereit.',
  },
  enrol: {
    title: (name) => `Guten Tag, ${name}`,
    text: (portal) =>
      `Registrieren Sie eine Anmeldemethode für ${portal}. Mit der ersten, die Sie registrieren, ist der Link verbraucht.`,
    doneTitle: (name) => `${name} ist registriert`,
    doneText: 'Sie können die Anmeldemethode bei der nächsten Anmeldung verwenden.',
    codeDoneTitle: 'Ihr Geheimcode ist gesetzt',
    codeDoneText: 'Behalten Sie ihn für sich. Er wird bei der Anmeldung verlangt.',
    finish: 'Fertig',
  },
  app: {
    title: 'Authenticator-App einrichten',
    text: 'Scannen Sie das Bild mit der App auf Ihrem Telefon und geben Sie dann den angezeigten Code ein.',
    picture: 'QR-Code für die Authenticator-App',
    secret: 'Oder geben Sie diesen Schlüssel in der App ein',
    name: 'Name der App',
    nameStart: 'Mein Telefon',
    nameMissing: 'Geben Sie einen Namen ein.',
    code: 'Von der App angezeigter Code',
    codeMissing: 'Geben Sie den Code ein, den die App zeigt.',
    verb: 'Einrichtung abschließen',
    anew: 'Mit einem neuen Bild von vorn beginnen',
  },
  secretCode: {
    title: 'Wählen Sie einen Geheimcode',
    text: 'Er wird bei der Anmeldung verlangt. Behalten Sie ihn für sich.',
    label: 'Geheimcode',
    newLabel: 'Neuer Geheimcode',
    hint: (form) => `Erlaubt: ${form}.`,
    show: 'Geheimcode anzeigen',
    hide: 'Geheimcode verbergen',
    missing: 'Geben Sie einen Geheimcode ein.',
    verb: 'Geheimcode speichern',
  },
  resetCode: {
    title: 'Wählen Sie einen neuen Geheimcode',
    text: 'Sie brauchen den Rücksetzcode, den Sie von der Administration erhalten haben. Er gilt für wenige Minuten und wenige Versuche.',
    userName: 'Benutzername',
    userNameMissing: 'Geben Sie Ihren Benutzernamen ein.',
    code: 'Rücksetzcode',
    codeHint: 'Leerzeichen und Bindestriche spielen keine Rolle.',
    codeMissing: 'Geben Sie den Rücksetzcode ein.',
    wrong:
      'Benutzername und Rücksetzcode gehören nicht zusammen, oder der Code ist abgelaufen. Prüfen Sie beides oder bitten Sie um einen neuen Code: Wenige falsche Versuche beenden ihn.',
    doneTitle: 'Ihr Geheimcode ist geändert',
    doneText: 'Verwenden Sie ab jetzt den neuen.',
  },
  securityKey,
} satisfies RedeemMessages
