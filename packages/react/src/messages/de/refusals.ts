import type { LanguageWords } from '../language.js'

/** Why something was refused, in German. */
export const failures = {
  unauthenticated: {
    title: 'Nicht angemeldet',
    text: 'Melden Sie sich an und versuchen Sie es erneut.',
  },
  access_suspended: {
    title: 'Ihr Zugang ist ausgesetzt',
    text: 'Ihr eigenes Konto darf zurzeit nichts tun. Bitten Sie die Administration, seinen Status zu prüfen.',
  },
  not_found: {
    title: 'Nicht gefunden',
    text: 'Das gibt es nicht, oder Sie dürfen es nicht sehen. Prüfen Sie den Link oder gehen Sie zurück zur Liste.',
  },
  invalid_input: {
    title: 'Prüfen Sie Ihre Eingaben',
    text: ({ issues }) => issues.map(({ message }) => message).join(' '),
  },
  invalid_cursor: {
    title: 'Diese Seite ist nicht mehr verfügbar',
    text: 'Die Liste wurde mit einer anderen Suche oder von jemand anderem geöffnet. Beginnen Sie wieder auf der ersten Seite.',
  },
  stale_version: {
    title: 'Jemand war schneller',
    text: 'Während Sie das geöffnet hatten, hat es jemand geändert. Laden Sie neu, prüfen Sie die Änderung und versuchen Sie es erneut.',
  },
  invalid_transition: {
    title: 'In diesem Zustand nicht möglich',
    text: 'Das geht gerade nicht. Laden Sie neu, um den aktuellen Zustand zu sehen.',
  },
  user_name_taken: {
    title: 'Benutzername bereits vergeben',
    text: ({ userName }) =>
      `„${userName}“ wird bereits von jemand anderem verwendet. Wählen Sie einen anderen Benutzernamen.`,
  },
  not_permitted: {
    title: 'Ihre Rolle erlaubt das nicht',
    text: ({ organization }) =>
      `Ihre Rolle erlaubt das bei ${organization} nicht. Wenden Sie sich an die dortige Administration.`,
  },
  outranked: {
    title: 'Diese Person hat mehr Rechte als Sie',
    text: 'Diese Person hat Rechte, die Sie nicht haben. Wenden Sie sich an die Administration einer übergeordneten Organisation.',
  },
  same_rank: {
    title: 'Diese Person hat dieselben Rechte wie Sie',
    text: 'Diese Person hat dieselben Rechte wie Sie. Das kann nur die Administration einer übergeordneten Organisation.',
  },
  own_account: {
    title: 'Nicht beim eigenen Konto',
    text: 'Bei Ihrem eigenen Konto können Sie das nicht tun. Bitten Sie einen anderen Administrator.',
  },
  grant_exceeds_rights: {
    title: 'Sie können diese Rolle nicht vergeben',
    text: ({ role, organization }) =>
      `Sie können nur Rollen vergeben, deren Rechte Sie selbst haben: ${role} bei ${organization} geht darüber hinaus.`,
  },
  last_administrator: {
    title: 'Der letzte Administrator',
    text: ({ organization }) =>
      `${organization} hätte keinen Administrator mehr. Machen Sie zuerst jemand anderen zum Administrator.`,
  },
  managed_by_sso: {
    title: 'Durch Single Sign-on verwaltet',
    text: ({ organization, provider }) =>
      `Die Personen von ${organization} werden in ${provider} verwaltet. Nehmen Sie die Änderung dort vor.`,
  },
  field_owned_elsewhere: {
    title: 'Anderswo verwaltet',
    text: ({ field, owner }) => `${field} wird von ${owner} verwaltet. Ändern Sie es dort.`,
  },
  role_already_given: {
    title: 'Rolle bereits vergeben',
    text: ({ role, organization }) =>
      `Diese Person hat die Rolle ${role} bei ${organization} bereits. Entziehen Sie sie zuerst, um sie neu zu vergeben.`,
  },
  persona_already_given: {
    title: 'Persona bereits vergeben',
    text: ({ persona }) =>
      `Diese Person hat die Persona ${persona} bereits. Bearbeiten Sie sie stattdessen.`,
  },
  name_taken: {
    title: 'Name bereits vergeben',
    text: ({ name }) => `„${name}“ gibt es hier bereits. Wählen Sie einen anderen Namen.`,
  },
  too_many_authenticators: {
    title: 'Zu viele Anmeldemethoden',
    text: ({ type, limit }) =>
      `Diese Person hat bereits ${limit} vom Typ ${type}; mehr sind nicht erlaubt. Löschen Sie zuerst eine.`,
  },
  not_managed_by_sso: {
    title: 'Nicht durch Single Sign-on verwaltet',
    text: 'Diese Organisation wird nicht durch Single Sign-on verwaltet, daher gilt keine Zuordnung.',
  },
  user_name_mismatch: {
    title: 'Der Benutzername stimmt nicht überein',
    text: 'Geben Sie den Benutzernamen der Person genau so ein, wie er angezeigt wird, um zu bestätigen, dass Sie sie meinen.',
  },
  not_restorable: {
    title: 'Zu spät zum Wiederherstellen',
    text: 'Die Frist, in der diese Person wiederhergestellt werden konnte, ist vorbei.',
  },
  user_deleted: {
    title: 'Diese Person ist gelöscht',
    text: 'Diese Person ist gelöscht. Stellen Sie sie zuerst wieder her.',
  },
  not_locked: {
    title: 'Nicht gesperrt',
    text: 'Diese Person ist nicht gesperrt, es gibt also nichts zu entsperren.',
  },
  already_locked: {
    title: 'Bereits gesperrt',
    text: 'Diese Person ist bereits durch die Administration gesperrt.',
  },
  already_activated: { title: 'Bereits aktiviert', text: 'Diese Person wurde bereits aktiviert.' },
  already_deactivated: {
    title: 'Bereits deaktiviert',
    text: 'Diese Person ist bereits deaktiviert.',
  },
  not_deactivated: {
    title: 'Nicht deaktiviert',
    text: 'Diese Person ist nicht deaktiviert, es gibt also nichts zu reaktivieren.',
  },
  already_deleted: { title: 'Bereits gelöscht', text: 'Diese Person ist bereits gelöscht.' },
  not_deleted: {
    title: 'Nicht gelöscht',
    text: 'Diese Person ist nicht gelöscht; es gibt nichts wiederherzustellen oder endgültig zu löschen.',
  },
  secret_unusable: {
    title: 'Dieser Link oder Code kann nicht verwendet werden',
    text: 'Er wurde vielleicht schon verwendet, durch einen neueren ersetzt, oder seine Zeit ist abgelaufen. Bitten Sie die Administration um einen neuen.',
  },
  other_account: {
    title: 'Sie sind als jemand anderes angemeldet',
    text: 'Dieser Link ist für eine andere Person als die hier angemeldete. Melden Sie sich zuerst ab und öffnen Sie ihn erneut.',
  },
  not_configured: {
    title: 'Hier nicht eingerichtet',
    text: ({ needed }) =>
      `Dieses Portal ist dafür nicht eingerichtet: ${needed} fehlt. Wenden Sie sich an den Betreiber des Portals.`,
  },
  federated_only: {
    title: 'Hier kein Passwort',
    text: 'Diese Person meldet sich nur über ihren Identitätsanbieter an; hier gibt es kein Passwort zurückzusetzen. Setzen Sie es dort zurück.',
  },
  no_password: {
    title: 'Noch kein Passwort',
    text: 'Diese Person hat kein Passwort, es gibt also nichts zu entfernen oder ablaufen zu lassen.',
  },
  no_secret_code: {
    title: 'Noch kein Geheimcode',
    text: 'Diese Person hat noch keinen Geheimcode gewählt, es gibt also nichts zurückzusetzen. Senden Sie ihr stattdessen einen Registrierungslink.',
  },
  factor_needed: {
    title: 'Ein zweiter Faktor ist nötig',
    text: 'Registrieren Sie zuerst einen zweiten Faktor, etwa einen Sicherheitsschlüssel oder eine Authenticator-App.',
  },
  ceremony_refused: {
    title: 'Die Anmeldemethode wurde nicht angenommen',
    text: ({ reason }) => reason,
  },
  security_key_taken: {
    title: 'Dieser Schlüssel ist bereits registriert',
    text: 'Dieser Sicherheitsschlüssel ist bereits registriert, hier oder für jemand anderen. Verwenden Sie einen anderen.',
  },
  stale_plan: {
    title: 'Der Plan stimmt nicht mehr',
    text: 'Seit der Plan erstellt wurde, hat sich etwas geändert; es wurde nichts getan. Erstellen Sie den Plan neu und sehen Sie nach, was jetzt anders ist.',
  },
  idempotency_key_reused: {
    title: 'Dieser Schlüssel wurde für etwas anderes verwendet',
    text: 'Der Idempotenzschlüssel wurde schon mit einer anderen Anfrage gesendet. Senden Sie jede Änderung mit einem eigenen.',
  },
  already_done: {
    title: 'Bereits erledigt',
    text: 'Das wurde beim ersten Mal ausgeführt; was dabei angezeigt wurde, wird nur einmal gezeigt und nicht aufbewahrt. Erstellen Sie ein neues.',
  },
  busy: {
    title: 'Ausgelastet',
    text: 'Es wurden zu viele Änderungen gleichzeitig vorgenommen. Nichts wurde geändert; versuchen Sie es gleich noch einmal.',
  },
  unavailable: {
    title: 'Nicht verfügbar',
    text: 'Der Dienst ist nicht erreichbar oder hat einen internen Fehler. Nichts wurde geändert; versuchen Sie es gleich noch einmal.',
  },
} satisfies LanguageWords['failures']

/** The server's other sentences, in German. */
export const sentences = {
  '# failed sign-ins in a row.': '# fehlgeschlagene Anmeldungen in Folge.',
  '# digits': '# Ziffern',
  '# to # digits': '# bis # Ziffern',
  'at least # characters': 'mindestens # Zeichen',
  'A group stands there twice.': 'Eine Gruppe ist doppelt angegeben.',
  'A role stands there twice for the same organization.':
    'Eine Rolle ist für dieselbe Organisation doppelt angegeben.',
  'An address stands there twice.': 'Eine Adresse ist doppelt angegeben.',
  'An organization is named by its id.': 'Eine Organisation wird mit ihrer ID benannt.',
  'Every value of this facet is counted. Name none.':
    'Jeder Wert dieser Facette wird gezählt. Nennen Sie keinen.',
  'Make a plan of it first, look at it, and send it along.':
    'Lassen Sie zuerst einen Plan erstellen, sehen Sie ihn an und senden Sie ihn mit.',
  'Choose a password.': 'Wählen Sie ein Passwort.',
  'Choose a time in the future, or leave it open.':
    'Wählen Sie einen Zeitpunkt in der Zukunft oder lassen Sie das Feld leer.',
  'Choose at least #.': 'Wählen Sie mindestens #.',
  'Choose at most #.': 'Wählen Sie höchstens #.',
  'Enter # digits.': 'Geben Sie # Ziffern ein.',
  'Enter # to # digits.': 'Geben Sie # bis # Ziffern ein.',
  'Enter a date and time in UTC, such as #-#-#T#:#:#Z.':
    'Geben Sie Datum und Uhrzeit in UTC ein, zum Beispiel #-#-#T#:#:#Z.',
  'Enter a language tag such as en-GB.': 'Geben Sie ein Sprachkürzel ein, zum Beispiel de-AT.',
  'Enter a phone number such as +# # # #.':
    'Geben Sie eine Telefonnummer ein, zum Beispiel +# # # #.',
  'Enter a value.': 'Geben Sie einen Wert ein.',
  'An import does not change the roles of somebody who is there already. Change them on the person’s page, or leave the cell empty.':
    'Ein Import ändert nicht die Rollen von jemandem, der schon da ist. Ändern Sie sie auf der Seite der Person, oder lassen Sie die Zelle leer.',
  'Leave the version as it was exported, or the cell empty.':
    'Lassen Sie die Version so, wie sie exportiert wurde, oder die Zelle leer.',
  'Several organizations are called so. Write the path from the top, or the identifier.':
    'Mehrere Organisationen heißen so. Schreiben Sie den Pfad von oben oder die Kennung.',
  'There is no such organization among those that you may see. Write its name, or its path from the top.':
    'Unter denen, die Sie sehen dürfen, gibt es keine solche Organisation. Schreiben Sie ihren Namen oder ihren Pfad von oben.',
  'This line does not have as many cells as there are headings.':
    'Diese Zeile hat nicht so viele Zellen, wie es Überschriften gibt.',
  'This person belongs to another organization. Move them there first, or leave the cell as it was exported.':
    'Diese Person gehört zu einer anderen Organisation. Verschieben Sie sie zuerst dorthin, oder lassen Sie die Zelle so, wie sie exportiert wurde.',
  'This username stands in line # already.': 'Dieser Benutzername steht schon in Zeile #.',
  'Write the attributes as JSON, such as {"department":"Sales"}, or leave the cell empty.':
    'Schreiben Sie die Attribute als JSON, etwa {"department":"Sales"}, oder lassen Sie die Zelle leer.',
  'Write the organization, or choose one for all lines without.':
    'Schreiben Sie die Organisation, oder wählen Sie eine für alle Zeilen ohne.',
  'Write yes or no.': 'Schreiben Sie yes oder no.',
  'Enter an e-mail address such as name@example.com.':
    'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  'Enter an e-mail address.': 'Geben Sie eine E-Mail-Adresse ein.',
  'Exactly one address must be the primary one.': 'Genau eine Adresse muss die primäre sein.',
  'It contains a broken character. Type it again.':
    'Die Eingabe enthält ein beschädigtes Zeichen. Geben Sie sie neu ein.',
  'It contains a broken or invisible character. Type it again.':
    'Die Eingabe enthält ein beschädigtes oder unsichtbares Zeichen. Geben Sie sie neu ein.',
  'It contains an invisible control character. Type it again.':
    'Die Eingabe enthält ein unsichtbares Steuerzeichen. Geben Sie sie neu ein.',
  'Somebody is named twice. Name each person once.':
    'Jemand ist doppelt angegeben. Geben Sie jede Person nur einmal an.',
  'That is not the code that the app shows now. Check the clock of the phone, and enter the current code.':
    'Das ist nicht der Code, den die App gerade zeigt. Prüfen Sie die Uhr des Telefons und geben Sie den aktuellen Code ein.',
  'That took too long. Start again.': 'Das hat zu lange gedauert. Beginnen Sie noch einmal.',
  'The answer of the security key is too large.':
    'Die Antwort des Sicherheitsschlüssels ist zu groß.',
  'The end must be after the beginning.': 'Das Ende muss nach dem Beginn liegen.',
  'The registration took too long or was begun anew elsewhere. Start it again.':
    'Die Registrierung hat zu lange gedauert oder wurde anderswo neu begonnen. Starten Sie sie erneut.',
  'There is no such group at this organization or above it. Choose one from the list.':
    'Diese Gruppe gibt es weder in dieser Organisation noch darüber. Wählen Sie eine aus der Liste.',
  'There is no such persona. Choose one from the list.':
    'Diese Persona gibt es nicht. Wählen Sie eine aus der Liste.',
  'There is no such role. Choose one from the list.':
    'Diese Rolle gibt es nicht. Wählen Sie eine aus der Liste.',
  'This field is not known here. Remove it.':
    'Dieses Feld ist hier nicht bekannt. Entfernen Sie es.',
  'This is little more than a name that others know. Choose something that has nothing to do with you or the organization.':
    'Das ist kaum mehr als ein Name, den andere kennen. Wählen Sie etwas, das nichts mit Ihnen oder der Organisation zu tun hat.',
  'This is not an identifier. Choose from the list.':
    'Das ist keine gültige Kennung. Wählen Sie aus der Liste.',
  'This is not in the expected form.': 'Die Eingabe hat nicht die erwartete Form.',
  'This is not the whole link. Copy it again.':
    'Das ist nicht der ganze Link. Kopieren Sie ihn noch einmal.',
  'This is the password that has to be replaced. Choose another one.':
    'Das ist das Passwort, das ersetzt werden muss. Wählen Sie ein anderes.',
  'This is too easy to guess. Do not use one digit throughout, or digits that count up or down.':
    'Das ist zu leicht zu erraten. Verwenden Sie nicht nur eine Ziffer und keine auf- oder absteigenden Ziffern.',
  'This is too easy to guess. Use more different characters.':
    'Das ist zu leicht zu erraten. Verwenden Sie mehr verschiedene Zeichen.',
  'This key is not registered for you, or it is locked. Use another one.':
    'Dieser Schlüssel ist nicht für Sie registriert, oder er ist gesperrt. Verwenden Sie einen anderen.',
  'This password is among the first that are tried by those who break in. Choose another one.':
    'Dieses Passwort gehört zu den ersten, die Angreifer ausprobieren. Wählen Sie ein anderes.',
  'This value is not accepted here.': 'Dieser Wert wird hier nicht angenommen.',
  'Setting up the app took too long or was begun anew. Start it again.':
    'Die Einrichtung der App hat zu lange gedauert oder wurde neu begonnen. Starten Sie sie erneut.',
  'Use # or less.': 'Höchstens # ist möglich.',
  'Use # or more.': 'Mindestens # ist nötig.',
  'Use at least # characters.': 'Verwenden Sie mindestens # Zeichen.',
  'Use at least # characters. A few words in a row are easy to remember.':
    'Verwenden Sie mindestens # Zeichen. Einige Wörter hintereinander lassen sich leicht merken.',
  'Use at most # characters.': 'Verwenden Sie höchstens # Zeichen.',
  'Use letters, digits and signs such as . _ - @, without spaces.':
    'Verwenden Sie Buchstaben, Ziffern und Zeichen wie . _ - @, ohne Leerzeichen.',
} satisfies LanguageWords['sentences']
