import type { RedeemMessages } from '../en-redeem.js'
import { words } from '../words.js'
import { securityKey } from './security-key.js'

const { plural } = words('fr')

/** The words of the pages that links lead to, in French. */
export const redeem = {
  opening: 'Ouverture de votre lien',
  until: (when) => `Ce lien est valable pour une utilisation, jusqu’au ${when}.`,
  signedAs: (userName, organization) =>
    `Votre nom d’utilisateur chez ${organization} est ${userName}.`,
  signIn: 'Aller à la connexion',
  forgotten: {
    title: 'Mot de passe oublié\u00A0?',
    text: 'Saisissez votre nom d’utilisateur. Nous vous envoyons un lien pour choisir un nouveau mot de passe.',
    userName: 'Nom d’utilisateur',
    missing: 'Saisissez votre nom d’utilisateur.',
    send: 'Envoyer le lien',
    doneTitle: 'Consultez votre messagerie',
    doneText: (userName) =>
      `Si ${userName} est un nom d’utilisateur ici, un lien pour choisir un nouveau mot de passe est en cours d’envoi à l’adresse connue. Il fonctionne une fois, pendant peu de temps.`,
  },
  unusable: {
    title: 'Ce lien ne fonctionne plus',
    text: 'Il a déjà été utilisé, a été remplacé par un plus récent, ou a expiré.',
    next: 'Demandez-en un nouveau à la personne qui vous l’a envoyé. Si vous avez déjà terminé, connectez-vous simplement.',
  },
  otherAccount: {
    title: 'Vous êtes connecté avec un autre compte',
    text: 'Ce lien est destiné à une autre personne que celle qui est connectée ici. Déconnectez-vous d’abord, puis réessayez.',
  },
  missing: {
    title: 'Ouvrez cette page avec votre lien',
    text: 'Cette page a besoin du lien qui vous a été envoyé ou remis. Ouvrez-le de nouveau, ou copiez-le en entier dans la barre d’adresse.',
  },
  refusedTitle: 'Votre lien n’a pas pu être ouvert',
  password: {
    label: 'Mot de passe',
    newLabel: 'Nouveau mot de passe',
    show: 'Afficher',
    hide: 'Masquer',
    showLong: 'Afficher le mot de passe',
    hideLong: 'Masquer le mot de passe',
    hint: (minimum) =>
      plural(minimum, {
        one: 'Au moins # caractère.',
        other: 'Au moins # caractères. Quelques mots à la suite sont faciles à retenir.',
      }),
    toGo: (count) => plural(count, { one: 'Encore # caractère.', other: 'Encore # caractères.' }),
    longEnough: 'Assez long.',
    tooShort: (minimum) =>
      plural(minimum, {
        one: 'Utilisez au moins # caractère.',
        other: 'Utilisez au moins # caractères. Quelques mots à la suite sont faciles à retenir.',
      }),
    missing: 'Choisissez un mot de passe.',
  },
  onboarding: {
    title: (name) => `Bienvenue, ${name}`,
    text: (portal) => `Configurez votre connexion à ${portal}.`,
    finish: 'Terminer',
    doneTitle: (name) => `Tout est prêt, ${name}`,
    doneText: (userName) => `Connectez-vous avec votre nom d’utilisateur ${userName}.`,
  },
  newPassword: {
    title: 'Choisissez un nouveau mot de passe',
    text: (portal) =>
      `Pour votre compte ${portal}. Vous serez ensuite déconnecté partout ailleurs.`,
    save: 'Enregistrer le mot de passe',
    doneTitle: 'Votre mot de passe est modifié',
    doneText: (userName, ended) =>
      `${ended > 0 ? `${plural(ended, { one: '# session a été fermée', other: '# sessions ont été fermées' })}. ` : ''}Connectez-vous en tant que ${userName} avec le nouveau mot de passe.`,
  },
  factors: {
    title: 'Second facteur',
    required: (which) =>
      `Votre organisation en demande un en plus du mot de passe\u00A0: ${which}.`,
    offered:
      'Recommandé\u00A0: il protège votre compte même si quelqu’un connaît votre mot de passe.',
    missing: (which) => `Configurez d’abord ${which}.`,
    one: { security_key: 'une clé de sécurité', totp: 'une application d’authentification' },
    setUp: 'Configurer',
    setUpOne: (what) => `Configurer\u00A0: ${what.toLowerCase()}`,
    ready: 'Prêt',
    security_key: 'Clé de sécurité',
    security_key_text:
      'Une clé que vous insérez ou approchez de l’appareil, ou l’appareil lui-même.',
    totp: 'Application d’authentification',
    totp_text:
      'Une application sur votre téléphone qui affiche un nouveau code toutes les trente secondes.',
    secret_code: 'Code secret',
    secret_code_text: (form) =>
      `Un code que vous connaissez et saisissez quand il est demandé\u00A0: ${form}.`,
    keyTitle: 'Enregistrer une clé de sécurité',
    keyText: 'Ayez la clé à portée de main.',
  },
  enrol: {
    title: (name) => `Bonjour ${name}`,
    text: (portal) =>
      `Enregistrez une méthode d’authentification pour ${portal}. Le lien est épuisé dès la première enregistrée.`,
    doneTitle: (name) => `${name}\u00A0: enregistrement terminé`,
    doneText: 'Vous pourrez l’utiliser à votre prochaine connexion.',
    codeDoneTitle: 'Votre code secret est défini',
    codeDoneText: 'Gardez-le pour vous. Il vous sera demandé à la connexion.',
    finish: 'Terminé',
  },
  app: {
    title: 'Configurer une application d’authentification',
    text: 'Scannez l’image avec l’application de votre téléphone, puis saisissez le code qu’elle affiche.',
    picture: 'Code QR pour l’application d’authentification',
    secret: 'Ou saisissez cette clé dans l’application',
    name: 'Nom de l’application',
    nameStart: 'Mon téléphone',
    nameMissing: 'Saisissez un nom.',
    code: 'Code affiché par l’application',
    codeMissing: 'Saisissez le code affiché par l’application.',
    verb: 'Terminer la configuration',
    anew: 'Recommencer avec une nouvelle image',
  },
  secretCode: {
    title: 'Choisissez un code secret',
    text: 'Il vous sera demandé à la connexion. Gardez-le pour vous.',
    label: 'Code secret',
    newLabel: 'Nouveau code secret',
    hint: (form) => `Saisissez ${form}.`,
    show: 'Afficher le code secret',
    hide: 'Masquer le code secret',
    missing: 'Saisissez un code secret.',
    verb: 'Enregistrer le code secret',
  },
  resetCode: {
    title: 'Choisissez un nouveau code secret',
    text: 'Il vous faut le code de réinitialisation qu’un administrateur vous a remis. Il est valable quelques minutes et pour quelques essais.',
    userName: 'Nom d’utilisateur',
    userNameMissing: 'Saisissez votre nom d’utilisateur.',
    code: 'Code de réinitialisation',
    codeHint: 'Les espaces et les traits d’union n’ont pas d’importance.',
    codeMissing: 'Saisissez le code de réinitialisation.',
    wrong:
      'Le nom d’utilisateur et le code de réinitialisation ne correspondent pas, ou le code a expiré. Vérifiez les deux, ou demandez un nouveau code\u00A0: quelques essais erronés suffisent à l’invalider.',
    doneTitle: 'Votre code secret est modifié',
    doneText: 'Utilisez désormais le nouveau.',
  },
  securityKey,
} satisfies RedeemMessages
