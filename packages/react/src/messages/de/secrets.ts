import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('de')

const sessions = (count: number) => plural(count, { one: '# Sitzung', other: '# Sitzungen' })
const links = (count: number) =>
  plural(count, { one: '# offenen Link oder Code', other: '# offene Links und Codes' })

/** What ends with a deed, with real numbers; nothing where nothing ends. */
function ends(ended: number, open = 0): string {
  const parts = [...(ended > 0 ? [sessions(ended)] : []), ...(open > 0 ? [links(open)] : [])]
  return parts.length > 0 ? `Beendet sofort ${parts.join(' und ')}.` : ''
}

/** The words of links, codes and passwords that administrators hand out, in German. */
export const secrets = {
  ends,
  once: {
    linkTitle: (name) => `Link für ${name}`,
    codeTitle: (name) => `Rücksetzcode für ${name}`,
    passwordTitle: (name) => `Temporäres Passwort für ${name}`,
    text: (name) =>
      `Wird nur dieses eine Mal angezeigt. Wer es hat, kann es verwenden: Geben Sie es ${name} und sonst niemandem.`,
    link: 'Link',
    code: 'Code',
    password: 'Temporäres Passwort',
    until: (when) => `Einmal verwendbar, bis ${when}.`,
    mailedToo: (address) => `Ist auch unterwegs an ${address}.`,
    timeLeft: (left) => `Noch ${left}`,
    enteredAt: (page) => `Einzugeben unter ${page}`,
    over: 'Die Zeit ist abgelaufen. Erstellen Sie einen neuen Code.',
    done: 'Fertig',
    leaving: {
      title: 'Schließen, ohne zu kopieren?',
      text: 'Es kann nicht noch einmal angezeigt werden. Sie müssten ein neues erstellen, wodurch dieses endet.',
      keep: 'Zurück',
      leave: 'Schließen',
    },
  },
  added: {
    title: (name) => `${name} wurde hinzugefügt`,
    mailed: (address, until) =>
      `Eine Einladung ist unterwegs an ${address}. Sie gilt bis ${until}.`,
    handOver: (name) =>
      `Geben Sie diesen Link an ${name} weiter. Er wird nur dieses eine Mal angezeigt, und wer ihn hat, kann ihn verwenden.`,
    another: 'Weitere Person hinzufügen',
  },
  sent: (name, address) => `Eine E-Mail an ${name} ist unterwegs an ${address}.`,
  resend: {
    title: (name) => `${name} erneut einladen?`,
    text: 'Erstellt einen neuen Link, um die Einrichtung abzuschließen. Der bisherige funktioniert nicht mehr.',
    way: 'Auf welchem Weg?',
    mail: 'Per E-Mail',
    mailText: (address) => `Geht an ${address}.`,
    show: 'Ich gebe ihn weiter',
    showText: 'Der Link wird Ihnen einmal angezeigt, zum Kopieren.',
    send: 'Einladung senden',
    make: 'Link erstellen',
  },
  enrolment: {
    act: 'Registrierungslink senden',
    title: (name) => `Registrierungslink für ${name} erstellen?`,
    text: 'Damit wird ohne Anmeldung eine Anmeldemethode registriert. Der Link wird versendet oder Ihnen angezeigt, je nach Einrichtung des Portals; ein früherer Link funktioniert nicht mehr.',
    verb: 'Link erstellen',
  },
  resetCode: {
    title: (name) => `Rücksetzcode für ${name} erstellen?`,
    text: 'Damit wird innerhalb von Minuten ein neuer Geheimcode gewählt. Vergewissern Sie sich, wen Sie vor sich haben: Ein früherer Rücksetzcode funktioniert nicht mehr.',
    verb: 'Code erstellen',
  },
  password: {
    title: (name) => `Passwort von ${name} zurücksetzen?`,
    way: 'Wie?',
    send: 'Link senden',
    sendText: 'Damit wird ein neues Passwort gewählt. Das bisherige gilt bis dahin.',
    temporary: 'Temporäres Passwort erstellen',
    temporaryText:
      'Wird Ihnen einmal angezeigt, gilt für eine Anmeldung. Danach wird ein eigenes gewählt.',
    expire: 'Bei der nächsten Anmeldung ein neues verlangen',
    expireText:
      'Die Anmeldung gelingt noch einmal mit dem bisherigen, dann muss ein anderes gewählt werden.',
    remove: 'Passwort entfernen',
    removeText: 'Anmeldung nur noch auf anderen Wegen, oder gar nicht, bis es ein neues gibt.',
    signOut: 'Überall abmelden',
    signOutText: (count) =>
      count === undefined
        ? 'Beendet alle Sitzungen.'
        : count === 0
          ? 'Zurzeit nirgends angemeldet.'
          : `Beendet sofort ${sessions(count)}.`,
    consequence: {
      send: 'Der Status lautet „Wiederherstellung“, bis ein neues gewählt ist.',
      temporary: 'Das bisherige Passwort funktioniert nicht mehr.',
      expire: 'Nichts ist nutzbar, bis ein neues gewählt ist.',
      remove: 'Das Passwort funktioniert nicht mehr.',
    },
    verbs: {
      send: 'Link senden',
      temporary: 'Temporäres Passwort erstellen',
      expire: 'Passwort ablaufen lassen',
      remove: 'Passwort entfernen',
    },
    done: {
      expire: (name) => `${name} muss bei der nächsten Anmeldung ein neues Passwort wählen.`,
      remove: (name) => `Das Passwort von ${name} wurde entfernt.`,
    },
    label: 'Passwort',
    states: {
      none: 'Keines',
      set: 'Gesetzt',
      temporary: 'Temporär, bei der nächsten Anmeldung zu ersetzen',
      expired: 'Bei der nächsten Anmeldung zu ersetzen',
      reset_pending: 'Zurücksetzen angefordert; das bisherige funktioniert noch',
    },
    federated: 'Hier keines: Anmeldung über eine Föderation',
    since: (state, when) => `${state} (seit ${when})`,
    sinceUntil: (state, when) => `${state} (bis ${when})`,
  },
  open: {
    activation: { name: 'Einladung', again: 'Erneut senden' },
    recovery: { name: 'Link für ein neues Passwort', again: 'Erneut senden' },
    enrolment: { name: 'Registrierungslink', again: 'Neuen erstellen' },
    reset_code: { name: 'Rücksetzcode', again: 'Neuen erstellen' },
  },
  sentTo: (what, address, until) => `${what} an ${address} gesendet, gültig bis ${until}`,
  onItsWay: (what, address, until) => `${what} unterwegs an ${address}, gültig bis ${until}`,
  handedOver: (what, until) => `${what} ausgehändigt, gültig bis ${until}`,
  expired: (what, when) => `${what} abgelaufen am ${when}`,
  uninvited: 'Keine Einladung ist offen',
  failed: (what, address) => `${what}: Zustellung an ${address} nicht möglich`,
  failedText: (why) => `Der Mailserver meldet: ${why}`,
  waiting: (what, address, when) =>
    `${what} an ${address} ist noch nicht versendet; nächster Versuch ${when}`,
  notices: 'Eine Mitteilung über eine Änderung',
} satisfies UserPageMessages['secrets']
