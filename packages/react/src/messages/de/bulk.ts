import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('de')

/** The words of what is done to several people at once, in German. */
export const bulk = {
  selectMatching: (count) => `Alle ${count} Treffer auswählen`,
  selectAll: (count) => `Alle ${count} auswählen`,
  selecting: (found, count) => `Wird ausgewählt, ${number(found)} von ${count}`,
  stop: 'Anhalten',
  more: 'Weitere Aktionen für die Auswahl',
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
  sentence: (outcome) => `${outcome}.`,
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
