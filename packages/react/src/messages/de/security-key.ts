import type { SecurityKeyMessages } from '../en-security-key.js'

/** The words of registering a security key, in German. */
export const securityKey = {
  name: 'Name des Schlüssels',
  nameHint:
    'Damit er später von anderen zu unterscheiden ist, etwa „Blauer Schlüssel am Schlüsselbund“.',
  nameMissing: 'Geben Sie einen Namen ein.',
  verb: 'Schlüssel registrieren',
  touch: 'Schlüssel berühren',
  touchText:
    'Stecken Sie den Schlüssel ein oder halten Sie ihn an das Gerät, folgen Sie dem Browser und berühren Sie den Schlüssel, wenn er blinkt.',
  stop: 'Abbrechen',
  done: (name) => `${name} ist registriert`,
  doneText: 'Der Schlüssel kann bei der nächsten Anmeldung verwendet werden.',
  product: 'Produkt',
  unknownProduct: 'Nicht bekannt',
  close: 'Fertig',
  notHere: 'Sicherheitsschlüssel können hier nicht registriert werden',
  problemTitle: 'Der Schlüssel wurde nicht registriert',
  problems: {
    unsupported:
      'Dieser Browser kann keine Sicherheitsschlüssel registrieren. Verwenden Sie eine aktuelle Version von Chrome, Edge, Firefox oder Safari.',
    insecure:
      'Sicherheitsschlüssel lassen sich nur auf einer mit https geöffneten Seite registrieren.',
    dismissed:
      'Der Vorgang wurde abgebrochen, oder der Schlüssel wurde nicht rechtzeitig berührt. Versuchen Sie es erneut, wenn Sie ihn zur Hand haben.',
    already_registered:
      'Dieser Schlüssel ist hier bereits registriert. Verwenden Sie einen anderen.',
    wrong_address:
      'Unter dieser Adresse können keine Schlüssel registriert werden. Öffnen Sie das Portal unter seiner üblichen Adresse und versuchen Sie es erneut.',
    unsuitable:
      'Dieser Schlüssel kann nicht, was hier verlangt wird. Verwenden Sie einen anderen, etwa einen FIDO2-Sicherheitsschlüssel.',
  },
} satisfies SecurityKeyMessages
