import type { TransferMessages } from '../en-transfer.js'
import { words } from '../words.js'

const { number, plural } = words('de')

/** The words of importing people from a file and exporting them to one, in German. */
export const transfer: TransferMessages = {
  title: 'Benutzer importieren',
  text: 'Aus einer CSV-Datei, wie Tabellenkalkulationen sie speichern. Nichts ändert sich, bevor Sie gesehen haben, was geschehen würde.',
  choose: 'Datei auswählen',
  drop: 'oder hier ablegen',
  headings: (known: string) =>
    `Die erste Zeile enthält die Überschriften, in beliebiger Reihenfolge. Bekannt sind: ${known}.`,
  template: 'Leere Datei mit allen Überschriften herunterladen',
  templateName: 'benutzer.csv',
  reading: 'Die Datei wird gelesen',
  notPermittedTitle: 'Sie können keine Benutzer importieren',
  notPermitted:
    'Ihre Rolle erlaubt es nicht, Benutzer hinzuzufügen, in keiner Organisation. Wenden Sie sich an einen Administrator.',
  another: 'Andere Datei auswählen',
  recognized: (headings: string) => `Erkannt: ${headings}`,
  notImported: (headings: string) => `Nicht importiert: ${headings}`,
  organization: 'Organisation',
  organizationHint: 'Für Zeilen, die keine nennen.',
  existing: 'Benutzer, die es schon gibt',
  refuse: { label: 'So lassen', text: 'Ihre Zeilen werden abgelehnt.' },
  update: {
    label: 'Ändern',
    text: 'Nach dem, was in der Datei steht. Was ein anderes System verwaltet, wird abgelehnt.',
  },
  activation: 'Neue Benutzer',
  later: {
    label: 'Für später hinzufügen',
    text: 'Es geht keine E-Mail hinaus. Aktivieren Sie sie, wenn sie anfangen sollen.',
  },
  now: { label: 'Jetzt einladen', text: 'Jeder bekommt eine E-Mail mit einem Link.' },
  check: 'Datei prüfen',
  checking: 'Die Datei wird geprüft',
  importing: 'Benutzer werden importiert',
  progress: (lines: number, percent: number) =>
    `${plural(lines, { one: '# Zeile', other: '# Zeilen' })}, ${number(percent)} %`,
  stop: 'Anhalten',
  stopping: 'Hält nach den laufenden Zeilen an.',
  checkedTitle: 'Das würde ein Import tun',
  doneTitle: 'Import abgeschlossen',
  stoppedTitle: 'Import angehalten',
  brokenOffTitle: 'Import abgebrochen',
  foreseen: {
    created: (count: number) =>
      plural(count, { one: '# würde hinzugefügt', other: '# würden hinzugefügt' }),
    updated: (count: number) =>
      plural(count, { one: '# würde geändert', other: '# würden geändert' }),
    unchanged: (count: number) => `${number(count)} schon so`,
    refused: (count: number) =>
      plural(count, { one: '# würde abgelehnt', other: '# würden abgelehnt' }),
    unknown: (count: number) => `${number(count)} ungewiss`,
  },
  became: {
    created: (count: number) => `${number(count)} hinzugefügt`,
    updated: (count: number) => `${number(count)} geändert`,
    unchanged: (count: number) => `${number(count)} schon so`,
    refused: (count: number) => `${number(count)} abgelehnt`,
    unknown: (count: number) => `${number(count)} ungewiss`,
  },
  outcome: {
    created: 'Neu',
    updated: 'Änderung',
    unchanged: 'Schon so',
    refused: 'Abgelehnt',
    unknown: 'Ungewiss',
  },
  nothing: 'Unter den Überschriften stehen keine Zeilen.',
  stoppedText:
    'Die weiteren Zeilen wurden nicht erreicht. Importieren Sie die Datei noch einmal, um fortzufahren; wer schon da ist, wird als solcher gemeldet.',
  unknownText:
    'Für einige Zeilen hat der Server nicht geantwortet. Importieren Sie die Datei noch einmal: Wer hinzugefügt wurde, wird als solcher gemeldet.',
  lines: 'Zeilen der Datei',
  line: (line: number) => `Zeile ${number(line)}`,
  more: (count: number) =>
    plural(count, { one: 'Und # weitere Zeile.', other: 'Und # weitere Zeilen.' }),
  download: (count: number) =>
    plural(count, {
      one: '# abgelehnte Zeile herunterladen',
      other: '# abgelehnte Zeilen herunterladen',
    }),
  downloadName: 'abgelehnt.csv',
  downloadHint: 'Berichtigen Sie sie dort und importieren Sie jene Datei.',
  confirm: (count: number) =>
    plural(count, { one: '# Benutzer importieren', other: '# Benutzer importieren' }),
  nothingToImport: 'Keine Zeile der Datei würde etwas ändern.',
  back: 'Zurück',
  close: 'Schließen',
  told: (created: number, updated: number) =>
    `${number(created)} Benutzer hinzugefügt, ${number(updated)} geändert.`,
  leaving: {
    title: 'Den Import verlassen?',
    text: 'Was geprüft wurde, ist nicht importiert.',
    keep: 'Bleiben',
    leave: 'Verlassen',
  },
  refusal: {
    empty:
      'Die Datei ist leer. Ihre erste Zeile muss die Überschriften enthalten, etwa Username, First name, Last name und E-mail.',
    not_text:
      'Das ist keine CSV-Datei. Öffnen Sie sie in der Tabellenkalkulation, aus der sie stammt, und speichern Sie sie als „CSV UTF-8“.',
    not_utf8:
      'Die Datei hat eine alte Kodierung, in der Buchstaben wie é oder ł falsch ankämen. Speichern Sie sie als „CSV UTF-8“ und wählen Sie sie erneut aus.',
    unknown_headings: (headings: string, known: string) =>
      `Diese Überschriften sind nicht bekannt: ${headings}. Entfernen Sie sie oder benennen Sie sie um. Bekannt sind: ${known}.`,
    missing_headings: (headings: string) =>
      `Diese Spalten fehlen: ${headings}. Fügen Sie sie in der ersten Zeile der Datei hinzu.`,
    repeated_headings: (headings: string) =>
      `Diese Überschriften stehen zweimal da: ${headings}. Behalten Sie je eine Spalte.`,
    broken_quotes: (line: number) =>
      `Die Anführungszeichen in Zeile ${number(line)} passen nicht zusammen, daher ist das Folgende nicht lesbar. Schreiben Sie in einer Zelle zwei für eines und wählen Sie die Datei erneut aus.`,
  },
  export: {
    title: (count: number) =>
      plural(count, { one: '# Benutzer exportieren?', other: '# Benutzer exportieren?' }),
    titleAtLeast: (count: number) => `${number(count)} oder mehr Benutzer exportieren?`,
    text: 'Als CSV-Datei für Tabellenkalkulationen, mit Namen, Adressen, Rollen und Status.',
    confirm: 'Exportieren',
    progress: (count: number) =>
      plural(count, { one: 'Bisher # Benutzer', other: 'Bisher # Benutzer' }),
    done: (count: number) =>
      plural(count, { one: '# Benutzer exportiert.', other: '# Benutzer exportiert.' }),
    fileName: 'benutzer.csv',
  },
  refusalTitle: 'Diese Datei ist nicht lesbar',
}
