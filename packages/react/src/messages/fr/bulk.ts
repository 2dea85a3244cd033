import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('fr')

const people = (count: number) => plural(count, { one: '# utilisateur', other: '# utilisateurs' })

/** What is done, with its complement; the noun for while it runs; how many it was done to. */
const act = (
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

/** The words of what is done to several people at once, in French. */
export const bulk = {
  selectMatching: (count) => `Sélectionner les ${count} résultats`,
  selectAll: (count) => `Sélectionner les ${count}`,
  selecting: (found, count) => `Sélection en cours, ${number(found)} sur ${count}`,
  stop: 'Arrêter',
  more: 'Autres actions pour la sélection',
  acts: {
    lock: act(
      'Verrouiller #',
      'Verrouillage de #',
      { one: 'verrouillé', other: 'verrouillés' },
      'La connexion sera impossible tant qu’un administrateur n’aura pas déverrouillé les comptes. Ce qui est ouvert prend fin immédiatement.',
    ),
    unlock: act(
      'Déverrouiller #',
      'Déverrouillage de #',
      { one: 'déverrouillé', other: 'déverrouillés' },
      'Lève pour chacun le verrouillage affiché. Les autres verrouillages restent.',
    ),
    deactivate: act(
      'Désactiver #',
      'Désactivation de #',
      { one: 'désactivé', other: 'désactivés' },
      'La connexion sera impossible\u00A0; les rôles et les réglages sont conservés. Ce qui est ouvert prend fin immédiatement.',
    ),
    reactivate: act(
      'Réactiver #',
      'Réactivation de #',
      { one: 'réactivé', other: 'réactivés' },
      'Les comptes pourront de nouveau être utilisés, comme avant.',
    ),
    delete: act(
      'Supprimer #',
      'Suppression de #',
      { one: 'supprimé', other: 'supprimés' },
      'La restauration est possible pendant un certain temps, plus ensuite. Ce qui est ouvert prend fin immédiatement.',
    ),
    restore: act(
      'Restaurer #',
      'Restauration de #',
      { one: 'restauré', other: 'restaurés' },
      'Les comptes reviennent désactivés. Réactivez-les pour rendre l’accès.',
    ),
    resend: act(
      'Réinviter #',
      'Nouvelle invitation de #',
      { one: 'réinvité', other: 'réinvités' },
      'Chacun reçoit un e-mail avec un nouveau lien\u00A0; le précédent ne fonctionne plus.',
    ),
    endSessions: act(
      'Déconnecter #',
      'Déconnexion de #',
      { one: 'déconnecté', other: 'déconnectés' },
      'Ferme immédiatement toutes les sessions et tous les jetons. Une nouvelle connexion reste possible.',
    ),
    resetAuthenticators: act(
      'Réinitialiser les méthodes d’authentification de #',
      'Réinitialisation des méthodes d’authentification de #',
      { one: 'réinitialisé', other: 'réinitialisés' },
      'Supprime ce qui est choisi et ferme toutes les sessions. Un nouvel enregistrement aura lieu à la prochaine connexion.',
    ),
    requireMfa: act(
      'Modifier le second facteur de #',
      'Modification du second facteur de #',
      { one: 'modifié', other: 'modifiés' },
      'Le choix s’applique à partir de la prochaine connexion.',
    ),
    giveRole: act(
      'Attribuer un rôle à #',
      'Attribution d’un rôle à #',
      { one: 'a reçu le rôle', other: 'ont reçu le rôle' },
      'Le rôle s’applique dans l’organisation et partout en dessous.',
    ),
  },
  plan: {
    preview: 'Aperçu',
    next: 'Continuer',
    running: 'Examen de ce qui se passerait',
    possible: (count, asked) =>
      count === asked
        ? plural(count, { one: 'Possible pour cet utilisateur.', other: 'Possible pour les #.' })
        : `Possible pour ${number(count)} sur ${number(asked)}.`,
    sessions: (count) =>
      plural(count, {
        one: '# session ouverte prend fin.',
        other: '# sessions ouvertes prennent fin.',
      }),
    refused: 'Serait refusé',
    type: (count) => `Saisissez ${count} pour confirmer`,
    typeWrong: (count) => `Saisissez le nombre d’utilisateurs\u00A0: ${count}.`,
    back: 'Retour',
  },
  outcome: (done, refused) =>
    refused === 0 ? done : `${done}, ${plural(refused, { one: '# refus', other: '# refus' })}`,
  told: (outcome) => `${outcome}.`,
  progress: (tried, count) => `${number(tried)} sur ${number(count)}`,
  stopping: 'S’arrête après ceux en cours.',
  stopped: (count) =>
    plural(count, {
      one: '# utilisateur n’a pas été traité et reste sélectionné.',
      other: '# utilisateurs n’ont pas été traités et restent sélectionnés.',
    }),
  unknown: (count) =>
    plural(count, {
      one: 'On ignore si l’action a été effectuée pour # utilisateur\u00A0; il reste sélectionné.',
      other:
        'On ignore si l’action a été effectuée pour # utilisateurs\u00A0; ils restent sélectionnés.',
    }),
  refusedTitle: 'Refusés et toujours sélectionnés',
  moreRefused: (count) => plural(count, { one: 'Et # autre.', other: 'Et # autres.' }),
  close: 'Fermer',
} satisfies UserPageMessages['bulk']
