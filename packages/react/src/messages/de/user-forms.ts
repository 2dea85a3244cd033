import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('de')

/** The dialogs of the acts on a person, in German. */
export const dialogs = {
  reason: 'Grund',
  reasonMissing: 'Geben Sie einen Grund ein.',
  reasonHint: 'Andere Administratoren sehen ihn, und das Protokoll bewahrt ihn auf.',
  until: 'Bis',
  untilHint: 'Leer lassen, um zu sperren, bis jemand entsperrt.',
  userName: 'Benutzername',
  typeUserName: (userName) => `Geben Sie zur Bestätigung ${userName} ein.`,
  userNameWrong: 'Geben Sie den Benutzernamen genau so ein, wie er angezeigt wird.',
} satisfies UserPageMessages['dialogs']

/** The short form of adding a person. */
export const invite = {
  title: 'Per E-Mail einladen',
  text: 'Die Person erhält eine E-Mail mit einem Link, um die Einrichtung abzuschließen.',
  verb: 'Benutzer einladen',
  userNameHint: 'Aus der E-Mail-Adresse übernommen; ändern Sie ihn, wenn er anders lauten soll.',
} satisfies UserPageMessages['invite']

/** Adding a person. */
export const wizard = {
  title: 'Benutzer hinzufügen',
  steps: { who: 'Wer', where: 'Wo und was', how: 'Anmeldung', review: 'Prüfen' },
  questions: {
    who: 'Um wen geht es?',
    where: 'Wohin gehört die Person, und was darf sie?',
    how: 'Wie meldet sich die Person an?',
    review: 'Ist alles richtig?',
  },
  givenName: 'Vorname',
  familyName: 'Nachname',
  userName: 'Benutzername',
  userNameHint: 'Groß- und Kleinschreibung spielt keine Rolle.',
  userNameTaken: (userName) =>
    `„${userName}“ wird dort bereits verwendet. Wählen Sie einen anderen Benutzernamen.`,
  primaryEmail: 'Primäre E-Mail',
  secondaryEmail: 'Weitere E-Mail',
  phone: 'Telefonnummer',
  userType: 'Benutzertyp',
  organization: 'Organisation',
  chooseOrganization: 'Wählen Sie eine Organisation.',
  role: 'Rolle',
  noRole: 'Keine Rolle',
  noRoleText: 'Gehört zur Organisation und darf nichts verwalten.',
  roles: 'Rollen',
  mainRole: 'Hauptrolle',
  mainRoleHint: 'Die Hauptrolle steht auf der Seite der Person an erster Stelle.',
  furtherRole: (place) => `Rolle ${place}`,
  roleAt: (place) => (place === 1 ? 'Gilt bei' : `Rolle ${place} gilt bei`),
  addRole: 'Weitere Rolle hinzufügen',
  removeRole: (role) => `${role} entfernen`,
  roleTwice: 'Diese Rolle ist doppelt angegeben. Wählen Sie eine andere oder entfernen Sie eine.',
  roleWhere: 'Wählen Sie, wo die Rolle gilt.',
  groups: 'Gruppen',
  noGroups: 'Keine',
  groupElsewhere: (group, organization) =>
    `${group} gehört zu ${organization} und damit nicht über diese Person. Entfernen Sie die Gruppe.`,
  roleBeyond: 'Geht über Ihre eigenen Rechte dort hinaus.',
  activation: 'Aktivierung',
  activationNow: 'Jetzt aktivieren',
  activationNowText:
    'Die Person wird per E-Mail eingeladen, oder Sie erhalten den Link, je nach Einrichtung des Portals.',
  activationLater: 'Später',
  activationLaterText:
    'Es wird nichts versendet. Bleibt vorgemerkt, bis jemand das Konto aktiviert.',
  activationLink: 'Link zum Kopieren',
  activationLinkText:
    'Es wird keine E-Mail versendet. Der Link wird Ihnen einmal angezeigt, zum Weitergeben.',
  mfaRequired: 'Zweiten Faktor verlangen',
  mfaRequiredText: 'Wird mit der Einladung oder bei der nächsten Anmeldung registriert.',
  federatedOnly: 'Nur föderierte Anmeldung',
  federatedOnlyText: 'Kein Passwort hier; die Anmeldung läuft über den eigenen Identitätsanbieter.',
  finish: 'Benutzer hinzufügen',
  done: (name) => `${name} wurde hinzugefügt.`,
  name: 'Name',
  yes: 'Ja',
  no: 'Nein',
} satisfies UserPageMessages['wizard']

/** The head and the profile of a person’s page. */
export const page = {
  back: 'Alle Benutzer',
  profile: 'Profil',
  edit: 'Bearbeiten',
  save: 'Speichern',
  cancel: 'Abbrechen',
  saved: (name) => `${name} wurde gespeichert.`,
  more: (name) => `Weitere Aktionen für ${name}`,
  lastSignedIn: 'Letzte Anmeldung',
  neverSignedIn: 'Noch nie angemeldet',
  none: 'Keine Angabe',
  managedBy: {
    sso: 'Durch Single Sign-on verwaltet',
    scim: 'Durch SCIM verwaltet',
    import: 'Durch Import verwaltet',
  },
  mfa: 'Zweiter Faktor',
  mfaRequired: 'Erforderlich',
  mfaOptional: 'Nicht erforderlich',
  signInRoute: 'Anmeldung',
  anyRoute: 'Passwort oder Föderation',
  federated: 'Nur Föderation',
  notFoundTitle: 'Diese Person kann nicht angezeigt werden',
} satisfies UserPageMessages['page']

/** What is said where an identity provider manages the people. */
export const sso = {
  title: (organization, provider) => `${organization} wird in ${provider} verwaltet`,
  several: (organizations) => `Durch Single Sign-on verwaltet: ${organizations}`,
  one: (organization, provider) => `${organization} (${provider})`,
  text: 'Personen werden dort hinzugefügt, geändert und mit Rollen versehen. Sperren, Sitzungen, Anmeldemethoden und Gruppen bleiben hier.',
  addElsewhere: 'Hier kann niemand hinzugefügt werden; fügen Sie Personen beim Anbieter hinzu.',
} satisfies UserPageMessages['sso']

/** The values of the facets, and what they mean. */
export const facets = {
  mfa: {
    not_required: 'Nicht erforderlich',
    not_enrolled: 'Erforderlich, keiner registriert',
    enrolled: 'Registriert',
    again: 'Neu zu registrieren',
  },
  dormant: {
    yes: 'Inaktiv',
    no: 'Nicht inaktiv',
    note: (days) =>
      plural(days, {
        one: 'Inaktiv: seit # Tag nicht angemeldet, oder länger dabei und noch nie.',
        other: 'Inaktiv: seit # Tagen nicht angemeldet, oder länger dabei und noch nie.',
      }),
  },
  expiring: {
    yes: 'Läuft ab',
    no: 'Läuft nicht ab',
    note: (days) =>
      plural(days, {
        one: 'Läuft ab: Der Zugang oder eine Rolle endet in spätestens # Tag.',
        other: 'Läuft ab: Der Zugang oder eine Rolle endet in spätestens # Tagen.',
      }),
  },
} satisfies UserPageMessages['facets']

/** A table in which nobody matches. */
export const noMatch = {
  title: 'Kein Benutzer gefunden',
  text: (filters) => `Niemand entspricht ${filters}.`,
  search: (text) => `„${text}“`,
  status: (names) => `Status ${names}`,
  role: (names) => `Rolle ${names}`,
  organization: 'der Organisation',
  mfa: (names) => `zweiter Faktor ${names}`,
  dormant: { yes: 'inaktiv', no: 'nicht inaktiv' },
  expiring: { yes: 'läuft ab', no: 'läuft nicht ab' },
  clear: 'Suche und Filter leeren',
} satisfies UserPageMessages['noMatch']
