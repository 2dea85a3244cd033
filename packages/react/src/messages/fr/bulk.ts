import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('fr')

/** The words of what is done to several people at once, in French. */
export const bulk = {
  selectMatching: (count) => `Sélectionner les ${count} résultats`,
  selectAll: (count) => `Sélectionner les ${count}`,
  selecting: (found, count) => `Sélection en cours, ${number(found)} sur ${count}`,
  stop: 'Arrêter',
  more: 'Autres actions pour la sélection',
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
  sentence: (outcome) => `${outcome}.`,
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
