import type { SecurityKeyMessages } from '../en-security-key.js'

/** The words of registering a security key, in French. */
export const securityKey = {
  name: 'Nom de la clé',
  nameHint:
    'Pour la distinguer des autres plus tard, par exemple «\u00A0Clé bleue du trousseau\u00A0».',
  nameMissing: 'Saisissez un nom.',
  verb: 'Enregistrer la clé',
  touch: 'Touchez la clé',
  touchText:
    'Insérez la clé dans l’ordinateur ou approchez-la, suivez les indications du navigateur et touchez-la quand elle clignote.',
  stop: 'Arrêter',
  done: (name) => `${name} est enregistrée`,
  doneText: 'Elle peut être utilisée à la prochaine connexion.',
  product: 'Produit',
  unknownProduct: 'Inconnu',
  close: 'Terminé',
  notHere: 'Les clés de sécurité ne peuvent pas être enregistrées ici',
  problemTitle: 'La clé n’a pas été enregistrée',
  problems: {
    unsupported:
      'Ce navigateur ne peut pas enregistrer de clés de sécurité. Utilisez une version récente de Chrome, Edge, Firefox ou Safari.',
    insecure:
      'Les clés de sécurité ne peuvent être enregistrées que sur une page ouverte en https.',
    dismissed:
      'L’opération a été interrompue, ou la clé n’a pas été touchée à temps. Réessayez quand vous l’avez sous la main.',
    already_registered: 'Cette clé est déjà enregistrée ici. Utilisez-en une autre.',
    wrong_address:
      'Aucune clé ne peut être enregistrée à cette adresse. Ouvrez le portail à son adresse habituelle et réessayez.',
    unsuitable:
      'Cette clé ne peut pas faire ce qui est demandé. Utilisez-en une autre, par exemple une clé de sécurité FIDO2.',
  },
} satisfies SecurityKeyMessages
