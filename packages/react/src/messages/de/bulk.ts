import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('de')

/** Around the people: what stands before them, and the verb after. */
const act = (
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

/** The words of what is done to several people at once, in German. */
export const bulk = {
  selectMatching: (count) => `Alle ${count} Treffer auswählen`,
  selectAll: (count) => `Alle ${count} auswählen`,
  selecting: (found, count) => `Wird ausgewählt, ${number(found)} von ${count}`,
  stop: 'Anhalten',
  more: 'Weitere Aktionen für die Auswahl',
  acts: {
    lock: act(
      '',
      'sperren',
      'wird gesperrt',
      'gesperrt',
      'Die Anmeldung ist erst wieder möglich, wenn die Administration entsperrt. Was offen ist, endet sofort.',
    ),
    unlock: act(
      '',
      'entsperren',
      'wird entsperrt',
      'entsperrt',
      'Hebt bei allen die angezeigte Sperre auf. Andere Sperren bleiben.',
    ),
    deactivate: act(
      '',
      'deaktivieren',
      'wird deaktiviert',
      'deaktiviert',
      'Die Anmeldung ist nicht mehr möglich; Rollen und Einstellungen bleiben bis zur Rückkehr erhalten. Was offen ist, endet sofort.',
    ),
    reactivate: act(
      '',
      'reaktivieren',
      'wird reaktiviert',
      'reaktiviert',
      'Alle können ihre Konten wieder wie zuvor verwenden.',
    ),
    delete: act(
      '',
      'löschen',
      'wird gelöscht',
      'gelöscht',
      'Eine Zeit lang ist die Wiederherstellung möglich, danach nicht mehr. Was offen ist, endet sofort.',
    ),
    restore: act(
      '',
      'wiederherstellen',
      'wird wiederhergestellt',
      'wiederhergestellt',
      'Die Konten kommen deaktiviert zurück. Reaktivieren Sie sie, um wieder Zugang zu geben.',
    ),
    resend: act(
      '',
      'erneut einladen',
      'wird erneut eingeladen',
      'erneut eingeladen',
      'Alle erhalten eine E-Mail mit einem neuen Link; der bisherige funktioniert nicht mehr.',
    ),
    endSessions: act(
      '',
      'abmelden',
      'wird abgemeldet',
      'abgemeldet',
      'Beendet sofort alle ihre Sitzungen und Tokens. Eine neue Anmeldung ist möglich.',
    ),
    resetAuthenticators: act(
      'Anmeldemethoden von ',
      'zurücksetzen',
      'wird zurückgesetzt',
      'zurückgesetzt',
      'Löscht, was ausgewählt ist, und beendet alle Sitzungen. Bei der nächsten Anmeldung wird neu registriert.',
      true,
    ),
    requireMfa: act(
      'Zweiten Faktor von ',
      'ändern',
      'wird geändert',
      'geändert',
      'Die Auswahl gilt ab der nächsten Anmeldung.',
      true,
    ),
    giveRole: act(
      '',
      'eine Rolle geben',
      'Rolle wird vergeben',
      'mit neuer Rolle',
      'Die Rolle gilt in der Organisation und überall darunter.',
      true,
    ),
  },
  plan: {
    preview: 'Vorschau',
    next: 'Weiter',
    running: 'Es wird geprüft, was geschehen würde',
    possible: (count, asked) =>
      count === asked
        ? `Bei allen ${number(count)} möglich.`
        : `Bei ${number(count)} von ${number(asked)} möglich.`,
    sessions: (count) =>
      plural(count, { one: '# offene Sitzung endet.', other: '# offene Sitzungen enden.' }),
    refused: 'Würde abgelehnt',
    type: (count) => `Zur Bestätigung ${count} eingeben`,
    typeWrong: (count) => `Geben Sie die Anzahl der Benutzer ein: ${count}.`,
    back: 'Zurück',
  },
  outcome: (done, refused) => (refused === 0 ? done : `${done}, ${number(refused)} abgelehnt`),
  told: (outcome) => `${outcome}.`,
  progress: (tried, count) => `${number(tried)} von ${number(count)}`,
  stopping: 'Hält nach den laufenden an.',
  stopped: (count) =>
    plural(count, {
      one: '# Benutzer kam nicht mehr an die Reihe und bleibt ausgewählt.',
      other: '# Benutzer kamen nicht mehr an die Reihe und bleiben ausgewählt.',
    }),
  unknown: (count) =>
    plural(count, {
      one: 'Bei # Benutzer ist nicht bekannt, ob es ausgeführt wurde; er bleibt ausgewählt.',
      other: 'Bei # Benutzern ist nicht bekannt, ob es ausgeführt wurde; sie bleiben ausgewählt.',
    }),
  refusedTitle: 'Abgelehnt und weiterhin ausgewählt',
  moreRefused: (count) => `Und ${number(count)} weitere.`,
  close: 'Schließen',
} satisfies UserPageMessages['bulk']
