import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('fr')

const sessions = (count: number) => plural(count, { one: '# session', other: '# sessions' })
const links = (count: number) =>
  plural(count, { one: '# lien ou code en attente', other: '# liens et codes en attente' })

/** What ends with a deed, with real numbers; nothing where nothing ends. */
function ends(ended: number, open = 0): string {
  const parts = [...(ended > 0 ? [sessions(ended)] : []), ...(open > 0 ? [links(open)] : [])]
  return parts.length > 0 ? `Met fin immédiatement à ${parts.join(' et ')}.` : ''
}

/** The words of links, codes and passwords that administrators hand out, in French. */
export const secrets = {
  ends,
  once: {
    linkTitle: (name) => `Lien pour ${name}`,
    codeTitle: (name) => `Code de réinitialisation pour ${name}`,
    passwordTitle: (name) => `Mot de passe temporaire pour ${name}`,
    text: (name) =>
      `Affiché cette seule fois. Quiconque le possède peut l’utiliser\u00A0: remettez-le à ${name} et à personne d’autre.`,
    link: 'Lien',
    code: 'Code',
    password: 'Mot de passe temporaire',
    until: (when) => `Valable pour une utilisation, jusqu’au ${when}.`,
    mailedToo: (address) => `Également en cours d’envoi à ${address}.`,
    timeLeft: (left) => `Encore ${left}`,
    enteredAt: (page) => `À saisir sur ${page}`,
    over: 'Le délai est écoulé. Créez un nouveau code.',
    done: 'Terminé',
    leaving: {
      title: 'Fermer sans copier\u00A0?',
      text: 'L’affichage ne peut pas être répété. Il faudrait en créer un nouveau, ce qui invaliderait celui-ci.',
      keep: 'Revenir',
      leave: 'Fermer',
    },
  },
  added: {
    title: (name) => `${name} a été ajouté`,
    mailed: (address, until) =>
      `Une invitation est en cours d’envoi à ${address}. Elle est valable jusqu’au ${until}.`,
    handOver: (name) =>
      `Remettez ce lien à ${name}. Il n’est affiché que cette fois, et quiconque le possède peut l’utiliser.`,
    another: 'Ajouter une autre personne',
  },
  sent: (name, address) => `Un e-mail pour ${name} est en cours d’envoi à ${address}.`,
  resend: {
    title: (name) => `Inviter de nouveau ${name}\u00A0?`,
    text: 'Crée un nouveau lien pour terminer la configuration de l’accès. Le précédent ne fonctionne plus.',
    way: 'Par quel moyen\u00A0?',
    mail: 'Par e-mail',
    mailText: (address) => `Envoyé à ${address}.`,
    show: 'Je le remets moi-même',
    showText: 'Le lien vous est affiché une seule fois, pour être copié.',
    send: 'Envoyer l’invitation',
    make: 'Créer le lien',
  },
  enrolment: {
    act: 'Envoyer un lien d’enregistrement',
    title: (name) => `Créer un lien d’enregistrement pour ${name}\u00A0?`,
    text: 'Il permet d’enregistrer une méthode d’authentification sans se connecter. Il est envoyé par e-mail ou vous est affiché, selon la configuration du portail\u00A0; un lien précédent ne fonctionne plus.',
    verb: 'Créer le lien',
  },
  resetCode: {
    title: (name) => `Créer un code de réinitialisation pour ${name}\u00A0?`,
    text: 'Il permet de choisir un nouveau code secret dans les minutes qui suivent. Assurez-vous de l’identité de la personne\u00A0: un code de réinitialisation précédent ne fonctionne plus.',
    verb: 'Créer le code',
  },
  password: {
    title: (name) => `Réinitialiser le mot de passe de ${name}\u00A0?`,
    way: 'Comment\u00A0?',
    send: 'Envoyer un lien',
    sendText: 'Il permet de choisir un nouveau mot de passe. L’ancien fonctionne jusque-là.',
    temporary: 'Créer un mot de passe temporaire',
    temporaryText:
      'Affiché une seule fois, valable pour une connexion. Un mot de passe personnel est ensuite à choisir.',
    expire: 'En demander un nouveau à la prochaine connexion',
    expireText: 'L’ancien permet encore une connexion, puis un autre doit être choisi.',
    remove: 'Supprimer le mot de passe',
    removeText:
      'La connexion se fait par d’autres moyens, ou pas du tout jusqu’à ce qu’il y en ait un nouveau.',
    signOut: 'Déconnecter partout',
    signOutText: (count) =>
      count === undefined
        ? 'Ferme toutes les sessions.'
        : count === 0
          ? 'Aucune session n’est ouverte pour le moment.'
          : `Ferme immédiatement ${sessions(count)}.`,
    consequence: {
      send: 'Le statut est «\u00A0Récupération\u00A0» jusqu’au choix d’un nouveau mot de passe.',
      temporary: 'L’ancien mot de passe ne fonctionne plus.',
      expire: 'Rien n’est utilisable jusqu’au choix d’un nouveau mot de passe.',
      remove: 'Le mot de passe ne fonctionne plus.',
    },
    verbs: {
      send: 'Envoyer le lien',
      temporary: 'Créer un mot de passe temporaire',
      expire: 'Faire expirer le mot de passe',
      remove: 'Supprimer le mot de passe',
    },
    done: {
      expire: (name) => `${name} devra choisir un nouveau mot de passe à la prochaine connexion.`,
      remove: (name) => `Le mot de passe de ${name} a été supprimé.`,
    },
    label: 'Mot de passe',
    states: {
      none: 'Aucun',
      set: 'Défini',
      temporary: 'Temporaire, à remplacer à la prochaine connexion',
      expired: 'À remplacer à la prochaine connexion',
      reset_pending: 'Réinitialisation demandée\u00A0; l’ancien fonctionne encore',
    },
    federated: 'Aucun ici\u00A0: connexion par fédération',
    since: (state, when) => `${state} (depuis le ${when})`,
    sinceUntil: (state, when) => `${state} (jusqu’au ${when})`,
  },
  open: {
    activation: { name: 'Invitation', again: 'Renvoyer' },
    recovery: { name: 'Lien pour un nouveau mot de passe', again: 'Renvoyer' },
    enrolment: { name: 'Lien d’enregistrement', again: 'En créer un nouveau' },
    reset_code: { name: 'Code de réinitialisation', again: 'En créer un nouveau' },
  },
  sentTo: (what, address, until) =>
    `${what}\u00A0: envoi effectué à ${address}, valable jusqu’au ${until}`,
  onItsWay: (what, address, until) =>
    `${what}\u00A0: envoi en cours à ${address}, valable jusqu’au ${until}`,
  handedOver: (what, until) => `${what}\u00A0: remise en main propre, valable jusqu’au ${until}`,
  expired: (what, when) => `${what}\u00A0: expiration le ${when}`,
  uninvited: 'Aucune invitation n’est en attente',
  failed: (what, address) => `${what}\u00A0: échec de la remise à ${address}`,
  failedText: (why) => `Réponse du serveur de messagerie\u00A0: ${why}`,
  waiting: (what, address, when) =>
    `${what}\u00A0: pas encore envoyé à ${address}, nouvel essai ${when}`,
  notices: 'Un avis de modification',
} satisfies UserPageMessages['secrets']
