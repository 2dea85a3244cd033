import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('de')

/** Around the people: what stands before them, and the verb after. */
const batch = (
  before: string,
  verb: string,
  running: string,
  done: string,
  text: string,
  dative = false,
) => {
  const people = (count: number) =>
    plural(
      count,
      dative
        ? { one: '# Benutzer', other: '# Benutzern' }
        : { one: '# Benutzer', other: '# Benutzer' },
    )
  return {
    title: (count: number) => `${before}${people(count)} ${verb}?`,
    text,
    verb: (count: number) => `${before}${people(count)} ${verb}`,
    running: (count: number) => `${before}${people(count)}: ${running}`,
    done: (count: number) => `${number(count)} ${done}`,
  }
}

/** The words of each act on a user, and of opening one, in German. */
export const acts = {
  view: { menu: 'Anzeigen und bearbeiten' },
  activate: {
    menu: 'Aktivieren',
    title: (name) => `${name} aktivieren?`,
    text: 'Die Person wird eingeladen, die Einrichtung abzuschließen, und gilt bis dahin als eingeladen.',
    verb: 'Benutzer aktivieren',
    done: (name) => `${name} ist aktiviert.`,
  },
  resend: {
    menu: 'Erneut einladen',
    batch: batch(
      '',
      'erneut einladen',
      'wird erneut eingeladen',
      'erneut eingeladen',
      'Alle erhalten eine E-Mail mit einem neuen Link; der bisherige funktioniert nicht mehr.',
    ),
  },
  lock: {
    menu: 'Sperren',
    title: (name) => `${name} sperren?`,
    text: 'Die Anmeldung ist erst wieder möglich, wenn die Administration entsperrt.',
    verb: 'Benutzer sperren',
    done: (name) => `${name} ist gesperrt.`,
    batch: batch(
      '',
      'sperren',
      'wird gesperrt',
      'gesperrt',
      'Die Anmeldung ist erst wieder möglich, wenn die Administration entsperrt. Was offen ist, endet sofort.',
    ),
  },
  unlock: {
    menu: 'Entsperren',
    title: (name) => `${name} entsperren?`,
    text: (kinds) => `Hebt die angezeigte Sperre auf (${kinds}). Andere Sperren bleiben.`,
    verb: 'Benutzer entsperren',
    done: (name) => `${name} ist entsperrt.`,
    stillLocked: (name, status) =>
      `Die Sperre ist aufgehoben; ${name} hat weiterhin den Status „${status}“.`,
    batch: batch(
      '',
      'entsperren',
      'wird entsperrt',
      'entsperrt',
      'Hebt bei allen die angezeigte Sperre auf. Andere Sperren bleiben.',
    ),
  },
  deactivate: {
    menu: 'Deaktivieren',
    title: (name) => `${name} deaktivieren?`,
    text: 'Die Anmeldung ist nicht mehr möglich; Rollen und Einstellungen bleiben bis zur Rückkehr erhalten.',
    verb: 'Benutzer deaktivieren',
    done: (name) => `${name} ist deaktiviert.`,
    batch: batch(
      '',
      'deaktivieren',
      'wird deaktiviert',
      'deaktiviert',
      'Die Anmeldung ist nicht mehr möglich; Rollen und Einstellungen bleiben bis zur Rückkehr erhalten. Was offen ist, endet sofort.',
    ),
  },
  reactivate: {
    menu: 'Reaktivieren',
    title: (name) => `${name} reaktivieren?`,
    text: 'Die Person kann ihr Konto wieder wie zuvor verwenden.',
    verb: 'Benutzer reaktivieren',
    done: (name) => `${name} ist reaktiviert.`,
    batch: batch(
      '',
      'reaktivieren',
      'wird reaktiviert',
      'reaktiviert',
      'Alle können ihre Konten wieder wie zuvor verwenden.',
    ),
  },
  restore: {
    menu: 'Wiederherstellen',
    title: (name) => `${name} wiederherstellen?`,
    text: 'Die Person kommt deaktiviert zurück. Reaktivieren Sie sie, damit sie wieder Zugang hat.',
    verb: 'Benutzer wiederherstellen',
    done: (name) => `${name} ist wiederhergestellt.`,
    batch: batch(
      '',
      'wiederherstellen',
      'wird wiederhergestellt',
      'wiederhergestellt',
      'Die Konten kommen deaktiviert zurück. Reaktivieren Sie sie, um wieder Zugang zu geben.',
    ),
  },
  changeRole: { menu: 'Rolle ändern …' },
  assignRole: {
    menu: 'Rolle vergeben …',
    batch: batch(
      '',
      'eine Rolle geben',
      'Rolle wird vergeben',
      'mit neuer Rolle',
      'Die Rolle gilt in der Organisation und überall darunter.',
      true,
    ),
  },
  move: {
    menu: 'In andere Organisation verschieben …',
    title: (owner) => `${owner} in eine andere Organisation verschieben?`,
    text: (from, roles) =>
      `Die Administration von ${from} sieht die Person ab sofort nicht mehr.${roles === 0 ? '' : ` ${plural(roles, { one: '# Rolle bleibt, wo sie vergeben wurde.', other: '# Rollen bleiben, wo sie vergeben wurden.' })}`}`,
    to: 'Neue Organisation',
    already: 'Die Person gehört bereits hierher.',
    verb: 'Benutzer verschieben',
    done: (owner, organization) => `${owner} gehört jetzt zu ${organization}.`,
  },
  resetPassword: { menu: 'Passwort zurücksetzen …' },
  resetCode: { menu: 'Geheimcode zurücksetzen …' },
  enrollmentLink: { menu: 'Registrierungslink senden …' },
  enrollSecurityKey: { menu: 'Sicherheitsschlüssel registrieren …' },
  requireMfa: {
    menu: 'Zweiter Faktor …',
    title: (owner) => `Zweiter Faktor von ${owner}`,
    text: 'Die Auswahl gilt ab der nächsten Anmeldung.',
    verb: 'Zweiten Faktor speichern',
    label: 'Bei der nächsten Anmeldung',
    once: { label: 'Erforderlich', description: 'Wer keinen hat, registriert einen.' },
    again: {
      label: 'Erforderlich, neu registriert',
      description: 'Es wird ein neuer registriert, auch wenn schon einer vorhanden ist.',
    },
    no: {
      label: 'Nicht mehr erforderlich',
      description: 'Registrierte Faktoren bleiben und können weiter verwendet werden.',
    },
    done: (owner) => `Der zweite Faktor von ${owner} wurde geändert.`,
    batch: batch(
      'Zweiten Faktor von ',
      'ändern',
      'wird geändert',
      'geändert',
      'Die Auswahl gilt ab der nächsten Anmeldung.',
      true,
    ),
  },
  resetAuthenticators: {
    menu: 'Anmeldemethoden zurücksetzen …',
    batch: batch(
      'Anmeldemethoden von ',
      'zurücksetzen',
      'wird zurückgesetzt',
      'zurückgesetzt',
      'Löscht, was ausgewählt ist, und beendet alle Sitzungen. Bei der nächsten Anmeldung wird neu registriert.',
      true,
    ),
  },
  endSessions: {
    menu: 'Sitzungen beenden …',
    batch: batch(
      '',
      'abmelden',
      'wird abgemeldet',
      'abgemeldet',
      'Beendet sofort alle ihre Sitzungen und Tokens. Eine neue Anmeldung ist möglich.',
    ),
  },
  delete: {
    menu: 'Löschen',
    title: (name) => `${name} löschen?`,
    text: 'Eine Zeit lang ist die Wiederherstellung möglich; danach kann sie niemand mehr zurückholen.',
    verb: 'Benutzer löschen',
    done: (name) => `${name} ist gelöscht.`,
    batch: batch(
      '',
      'löschen',
      'wird gelöscht',
      'gelöscht',
      'Eine Zeit lang ist die Wiederherstellung möglich, danach nicht mehr. Was offen ist, endet sofort.',
    ),
  },
  purge: {
    menu: 'Endgültig löschen',
    title: (owner) => `${owner} endgültig löschen?`,
    text: 'Alles außer dem Protokoll wird entfernt, und der Benutzername wird frei. Niemand kann die Person zurückholen.',
    verb: 'Endgültig löschen',
    done: (owner) => `${owner} wurde endgültig gelöscht.`,
  },
} satisfies UserPageMessages['acts']
