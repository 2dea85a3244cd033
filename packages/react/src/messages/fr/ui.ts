import type { Messages } from '../en.js'
import { words } from '../words.js'

const { number, plural } = words('fr')

/**
 * The words of the parts, in French. Before a colon, a question mark and inside quotation marks
 * stands a no-break space, written \u00A0.
 */
export const ui = {
  close: 'Fermer',
  cancel: 'Annuler',
  clear: 'Effacer',
  clearSearch: 'Effacer la recherche',
  copy: 'Copier',
  copied: 'Copié',
  undo: 'Annuler l’action',
  dismiss: 'Masquer',
  tryAgain: 'Réessayer',
  loading: 'Chargement',
  required: 'obligatoire',
  optional: 'facultatif',
  requestId: 'Identifiant de la requête',
  copyRequestId: 'Copier l’identifiant de la requête',
  never: 'Jamais',
  comma: ', ',
  notifications: 'Notifications',
  dialog: {
    discardTitle: 'Abandonner votre saisie\u00A0?',
    discardText: 'Elle n’a pas été enregistrée.',
    discard: 'Abandonner',
    keepEditing: 'Continuer la saisie',
  },
  wizard: {
    steps: 'Étapes',
    back: 'Retour',
    next: 'Continuer',
    progress: (current, total, name) =>
      `Étape ${number(current)} sur ${number(total)}\u00A0: ${name}`,
    done: 'terminée',
  },
  combobox: {
    noneFound: 'Aucun résultat',
    empty: 'Il n’y a rien à choisir',
    found: (count) => plural(count, { one: '# suggestion', other: '# suggestions' }),
    failed: 'La liste n’a pas pu être chargée. Saisissez de nouveau pour réessayer.',
    open: 'Afficher les suggestions',
  },
  facet: {
    chosen: (count) => plural(count, { one: '# choix', other: '# choix' }),
    search: (facet) => `Rechercher\u00A0: ${facet.toLowerCase()}`,
    noneFound: 'Aucun résultat',
    count: (count) => number(count),
  },
  table: {
    actions: 'Actions',
    rowActions: (row) => `Actions pour ${row}`,
    select: 'Sélectionner',
    selectRow: (row) => `Sélectionner ${row}`,
    selectAll: 'Sélectionner toutes les lignes de cette page',
    keyboardHelp:
      'Les flèches changent de ligne, Entrée ouvre, Espace sélectionne, M ouvre les actions.',
    columns: 'Colonnes',
    moveEarlier: (column) => `Avancer ${column}`,
    moveLater: (column) => `Reculer ${column}`,
    resetColumns: 'Réinitialiser',
  },
  bulk: {
    selected: (count) => plural(count, { one: '# sélectionné', other: '# sélectionnés' }),
    clear: 'Désélectionner',
  },
  pagination: {
    label: 'Pages',
    previous: 'Précédent',
    next: 'Suivant',
    pageSize: 'Lignes par page',
    range: (from, to, total) => `${number(from)}–${number(to)} sur ${total}`,
    openRange: (from, to) => `${number(from)}–${number(to)}`,
    total: (count) => number(count),
    atLeast: (count) => `plus de ${number(count)}`,
    none: 'Aucune ligne',
  },
} satisfies Messages['ui']
