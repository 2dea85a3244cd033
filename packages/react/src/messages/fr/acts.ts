import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('fr')

const people = (count: number) => plural(count, { one: '# utilisateur', other: '# utilisateurs' })

/** What is done, with its complement; the noun for while it runs; how many it was done to. */
const batch = (
  verb: string,
  running: string,
  done: { one: string; other: string },
  text: string,
) => ({
  title: (count: number) => `${verb.replace('#', people(count))}\u00A0?`,
  text,
  verb: (count: number) => verb.replace('#', people(count)),
  running: (count: number) => running.replace('#', people(count)),
  done: (count: number) => `${number(count)} ${plural(count, done)}`,
})

/** The words of each act on a user, and of opening one, in French. */
export const acts = {
  view: { menu: 'Afficher et modifier' },
  activate: {
    menu: 'Activer',
    title: (name) => `Activer ${name}\u00A0?`,
    text: 'Cette personne reçoit une invitation à terminer la configuration de son accès et apparaît comme invitée jusque-là.',
    verb: 'Activer l’utilisateur',
    done: (name) => `${name} est activé.`,
  },
  resend: {
    menu: 'Renvoyer l’invitation',
    batch: batch(
      'Réinviter #',
      'Nouvelle invitation de #',
      { one: 'réinvité', other: 'réinvités' },
      'Chacun reçoit un e-mail avec un nouveau lien\u00A0; le précédent ne fonctionne plus.',
    ),
  },
  lock: {
    menu: 'Verrouiller',
    title: (name) => `Verrouiller ${name}\u00A0?`,
    text: 'La connexion sera impossible tant qu’un administrateur n’aura pas déverrouillé le compte.',
    verb: 'Verrouiller l’utilisateur',
    done: (name) => `${name} est verrouillé.`,
    batch: batch(
      'Verrouiller #',
      'Verrouillage de #',
      { one: 'verrouillé', other: 'verrouillés' },
      'La connexion sera impossible tant qu’un administrateur n’aura pas déverrouillé les comptes. Ce qui est ouvert prend fin immédiatement.',
    ),
  },
  unlock: {
    menu: 'Déverrouiller',
    title: (name) => `Déverrouiller ${name}\u00A0?`,
    text: (kinds) => `Lève le verrouillage affiché (${kinds}). Les autres verrouillages restent.`,
    verb: 'Déverrouiller l’utilisateur',
    done: (name) => `${name} est déverrouillé.`,
    stillLocked: (name, status) =>
      `Le verrouillage est levé\u00A0; ${name} garde le statut «\u00A0${status}\u00A0».`,
    batch: batch(
      'Déverrouiller #',
      'Déverrouillage de #',
      { one: 'déverrouillé', other: 'déverrouillés' },
      'Lève pour chacun le verrouillage affiché. Les autres verrouillages restent.',
    ),
  },
  deactivate: {
    menu: 'Désactiver',
    title: (name) => `Désactiver ${name}\u00A0?`,
    text: 'La connexion sera impossible\u00A0; les rôles et les réglages sont conservés pour son retour.',
    verb: 'Désactiver l’utilisateur',
    done: (name) => `${name} est désactivé.`,
    batch: batch(
      'Désactiver #',
      'Désactivation de #',
      { one: 'désactivé', other: 'désactivés' },
      'La connexion sera impossible\u00A0; les rôles et les réglages sont conservés. Ce qui est ouvert prend fin immédiatement.',
    ),
  },
  reactivate: {
    menu: 'Réactiver',
    title: (name) => `Réactiver ${name}\u00A0?`,
    text: 'Cette personne pourra de nouveau utiliser son compte, comme avant.',
    verb: 'Réactiver l’utilisateur',
    done: (name) => `${name} est réactivé.`,
    batch: batch(
      'Réactiver #',
      'Réactivation de #',
      { one: 'réactivé', other: 'réactivés' },
      'Les comptes pourront de nouveau être utilisés, comme avant.',
    ),
  },
  restore: {
    menu: 'Restaurer',
    title: (name) => `Restaurer ${name}\u00A0?`,
    text: 'Le compte revient désactivé. Réactivez-le pour rétablir l’accès.',
    verb: 'Restaurer l’utilisateur',
    done: (name) => `${name} est restauré.`,
    batch: batch(
      'Restaurer #',
      'Restauration de #',
      { one: 'restauré', other: 'restaurés' },
      'Les comptes reviennent désactivés. Réactivez-les pour rendre l’accès.',
    ),
  },
  changeRole: { menu: 'Changer de rôle…' },
  assignRole: {
    menu: 'Attribuer un rôle…',
    batch: batch(
      'Attribuer un rôle à #',
      'Attribution d’un rôle à #',
      { one: 'a reçu le rôle', other: 'ont reçu le rôle' },
      'Le rôle s’applique dans l’organisation et partout en dessous.',
    ),
  },
  move: {
    menu: 'Déplacer vers une autre organisation…',
    title: (owner) => `Déplacer ${owner} vers une autre organisation\u00A0?`,
    text: (from, roles) =>
      `Les administrateurs de ${from} ne verront plus cette personne, dès maintenant.${roles === 0 ? '' : ` ${plural(roles, { one: '# rôle reste là où il a été attribué.', other: '# rôles restent là où ils ont été attribués.' })}`}`,
    to: 'Nouvelle organisation',
    already: 'Cette personne y appartient déjà.',
    verb: 'Déplacer l’utilisateur',
    done: (owner, organization) => `${owner} appartient désormais à ${organization}.`,
  },
  resetPassword: { menu: 'Réinitialiser le mot de passe…' },
  resetCode: { menu: 'Réinitialiser le code secret…' },
  enrollmentLink: { menu: 'Envoyer un lien d’enregistrement…' },
  enrollSecurityKey: { menu: 'Enregistrer une clé de sécurité…' },
  requireMfa: {
    menu: 'Second facteur…',
    title: (owner) => `Second facteur de ${owner}`,
    text: 'Votre choix s’applique à partir de la prochaine connexion.',
    verb: 'Enregistrer le second facteur',
    label: 'À la prochaine connexion',
    once: { label: 'Obligatoire', description: 'À enregistrer par quiconque n’en a pas.' },
    again: {
      label: 'Obligatoire, à enregistrer de nouveau',
      description: 'Un nouveau est enregistré, même s’il en existe déjà un.',
    },
    no: {
      label: 'Plus obligatoire',
      description: 'Ce qui est enregistré reste et peut encore servir.',
    },
    done: (owner) => `Le second facteur de ${owner} a été modifié.`,
    batch: batch(
      'Modifier le second facteur de #',
      'Modification du second facteur de #',
      { one: 'modifié', other: 'modifiés' },
      'Le choix s’applique à partir de la prochaine connexion.',
    ),
  },
  resetAuthenticators: {
    menu: 'Réinitialiser les méthodes d’authentification…',
    batch: batch(
      'Réinitialiser les méthodes d’authentification de #',
      'Réinitialisation des méthodes d’authentification de #',
      { one: 'réinitialisé', other: 'réinitialisés' },
      'Supprime ce qui est choisi et ferme toutes les sessions. Un nouvel enregistrement aura lieu à la prochaine connexion.',
    ),
  },
  endSessions: {
    menu: 'Fermer les sessions…',
    batch: batch(
      'Déconnecter #',
      'Déconnexion de #',
      { one: 'déconnecté', other: 'déconnectés' },
      'Ferme immédiatement toutes les sessions et tous les jetons. Une nouvelle connexion reste possible.',
    ),
  },
  delete: {
    menu: 'Supprimer',
    title: (name) => `Supprimer ${name}\u00A0?`,
    text: 'La restauration reste possible pendant un certain temps\u00A0; ensuite, plus personne ne pourra rétablir ce compte.',
    verb: 'Supprimer l’utilisateur',
    done: (name) => `${name} est supprimé.`,
    batch: batch(
      'Supprimer #',
      'Suppression de #',
      { one: 'supprimé', other: 'supprimés' },
      'La restauration est possible pendant un certain temps, plus ensuite. Ce qui est ouvert prend fin immédiatement.',
    ),
  },
  purge: {
    menu: 'Supprimer définitivement',
    title: (owner) => `Supprimer définitivement ${owner}\u00A0?`,
    text: 'Tout disparaît sauf le journal d’audit, et le nom d’utilisateur redevient libre. Personne ne pourra rétablir ce compte.',
    verb: 'Supprimer définitivement',
    done: (owner) => `${owner} a été supprimé définitivement.`,
  },
} satisfies UserPageMessages['acts']
