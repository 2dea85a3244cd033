import type { Messages } from '../en.js'
import { words } from '../words.js'

const { number, plural } = words('de')

/** The words of the parts, in German. */
export const ui = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  clear: 'Leeren',
  clearSearch: 'Suche leeren',
  copy: 'Kopieren',
  copied: 'Kopiert',
  undo: 'Rückgängig',
  dismiss: 'Ausblenden',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen',
  required: 'erforderlich',
  optional: 'optional',
  requestId: 'Anfrage-ID',
  copyRequestId: 'Anfrage-ID kopieren',
  never: 'Nie',
  comma: ', ',
  notifications: 'Benachrichtigungen',
  dialog: {
    discardTitle: 'Eingaben verwerfen?',
    discardText: 'Sie wurden nicht gespeichert.',
    discard: 'Verwerfen',
    keepEditing: 'Weiter bearbeiten',
  },
  wizard: {
    steps: 'Schritte',
    back: 'Zurück',
    next: 'Weiter',
    progress: (current, total, name) => `Schritt ${number(current)} von ${number(total)}: ${name}`,
    done: 'erledigt',
  },
  combobox: {
    noneFound: 'Keine Treffer',
    empty: 'Es gibt nichts zur Auswahl',
    found: (count) => plural(count, { one: '# Vorschlag', other: '# Vorschläge' }),
    failed:
      'Die Liste konnte nicht geladen werden. Tippen Sie erneut, um es noch einmal zu versuchen.',
    open: 'Vorschläge anzeigen',
  },
  facet: {
    chosen: (count) => `${number(count)} ausgewählt`,
    search: (facet) => `${facet} durchsuchen`,
    noneFound: 'Keine Treffer',
    count: (count) => number(count),
  },
  table: {
    actions: 'Aktionen',
    rowActions: (row) => `Aktionen für ${row}`,
    select: 'Auswählen',
    selectRow: (row) => `${row} auswählen`,
    selectAll: 'Alle Zeilen dieser Seite auswählen',
    keyboardHelp:
      'Mit den Pfeiltasten wechseln Sie die Zeile, die Eingabetaste öffnet, die Leertaste wählt aus, M öffnet die Aktionen.',
    columns: 'Spalten',
    moveEarlier: (column) => `${column} nach vorn verschieben`,
    moveLater: (column) => `${column} nach hinten verschieben`,
    resetColumns: 'Zurücksetzen',
  },
  bulk: { selected: (count) => `${number(count)} ausgewählt`, clear: 'Auswahl aufheben' },
  pagination: {
    label: 'Seiten',
    previous: 'Zurück',
    next: 'Weiter',
    pageSize: 'Zeilen pro Seite',
    range: (from, to, total) => `${number(from)}–${number(to)} von ${total}`,
    openRange: (from, to) => `${number(from)}–${number(to)}`,
    total: (count) => number(count),
    atLeast: (count) => `mehr als ${number(count)}`,
    none: 'Keine Zeilen',
  },
} satisfies Messages['ui']
