import type { TransferMessages } from '../en-transfer.js'
import { words } from '../words.js'

const { number, plural } = words('fr')

/** The words of importing people from a file and exporting them to one, in French. */
export const transfer: TransferMessages = {
  title: 'Importer des utilisateurs',
  text: 'Depuis un fichier CSV, tel que les tableurs l’enregistrent. Rien ne change avant que vous ayez vu ce qui se passerait.',
  choose: 'Choisir un fichier',
  drop: 'ou déposez-le ici',
  headings: (known: string) =>
    `Sa première ligne contient les en-têtes, dans n’importe quel ordre. Sont connus : ${known}.`,
  template: 'Télécharger un fichier vide avec tous les en-têtes',
  templateName: 'utilisateurs.csv',
  reading: 'Lecture du fichier',
  notPermittedTitle: 'Vous ne pouvez pas importer d’utilisateurs',
  notPermitted:
    'Votre rôle ne vous permet d’ajouter des utilisateurs dans aucune organisation. Adressez-vous à un administrateur.',
  another: 'Choisir un autre fichier',
  recognized: (headings: string) => `Reconnus : ${headings}`,
  notImported: (headings: string) => `Non importés : ${headings}`,
  organization: 'Organisation',
  organizationHint: 'Pour les lignes qui n’en nomment aucune.',
  existing: 'Utilisateurs déjà présents',
  refuse: { label: 'Les laisser tels quels', text: 'Leurs lignes sont refusées.' },
  update: {
    label: 'Modifier',
    text: 'D’après le fichier. Ce qu’un autre système gère est refusé.',
  },
  activation: 'Nouveaux utilisateurs',
  later: {
    label: 'Ajouter pour plus tard',
    text: 'Aucun e-mail n’est envoyé. Activez-les quand ils doivent commencer.',
  },
  now: { label: 'Inviter maintenant', text: 'Chacun reçoit un e-mail avec un lien.' },
  check: 'Vérifier le fichier',
  checking: 'Vérification du fichier',
  importing: 'Importation des utilisateurs',
  progress: (lines: number, percent: number) =>
    `${plural(lines, { one: '# ligne', other: '# lignes' })}, ${number(percent)} %`,
  stop: 'Arrêter',
  stopping: 'S’arrête après les lignes en cours.',
  checkedTitle: 'Voici ce que ferait l’importation',
  doneTitle: 'Importation terminée',
  stoppedTitle: 'Importation arrêtée',
  brokenOffTitle: 'Importation interrompue',
  foreseen: {
    created: (count: number) =>
      plural(count, { one: '# serait ajouté', other: '# seraient ajoutés' }),
    updated: (count: number) =>
      plural(count, { one: '# serait modifié', other: '# seraient modifiés' }),
    unchanged: (count: number) => `${number(count)} déjà ainsi`,
    refused: (count: number) =>
      plural(count, { one: '# serait refusée', other: '# seraient refusées' }),
    unknown: (count: number) => plural(count, { one: '# incertaine', other: '# incertaines' }),
  },
  became: {
    created: (count: number) => plural(count, { one: '# ajouté', other: '# ajoutés' }),
    updated: (count: number) => plural(count, { one: '# modifié', other: '# modifiés' }),
    unchanged: (count: number) => `${number(count)} déjà ainsi`,
    refused: (count: number) => plural(count, { one: '# refusée', other: '# refusées' }),
    unknown: (count: number) => plural(count, { one: '# incertaine', other: '# incertaines' }),
  },
  outcome: {
    created: 'Nouveau',
    updated: 'Modification',
    unchanged: 'Déjà ainsi',
    refused: 'Refusée',
    unknown: 'Incertaine',
  },
  nothing: 'Il n’y a aucune ligne sous les en-têtes.',
  stoppedText:
    'Les lignes suivantes n’ont pas été atteintes. Importez de nouveau le fichier pour continuer ; ceux qui sont déjà là sont signalés.',
  unknownText:
    'Le serveur n’a pas répondu pour certaines lignes. Importez de nouveau le fichier : ceux qui ont été ajoutés sont signalés.',
  lines: 'Lignes du fichier',
  line: (line: number) => `Ligne ${number(line)}`,
  more: (count: number) =>
    plural(count, { one: 'Et # autre ligne.', other: 'Et # autres lignes.' }),
  download: (count: number) =>
    plural(count, { one: 'Télécharger # ligne refusée', other: 'Télécharger # lignes refusées' }),
  downloadName: 'refusees.csv',
  downloadHint: 'Corrigez-les là, puis importez ce fichier.',
  confirm: (count: number) =>
    plural(count, { one: 'Importer # utilisateur', other: 'Importer # utilisateurs' }),
  nothingToImport: 'Aucune ligne du fichier ne changerait quoi que ce soit.',
  back: 'Retour',
  close: 'Fermer',
  told: (created: number, updated: number) =>
    `${plural(created, { one: '# utilisateur ajouté', other: '# utilisateurs ajoutés' })}, ${plural(updated, { one: '# modifié', other: '# modifiés' })}.`,
  leaving: {
    title: 'Quitter l’importation ?',
    text: 'Ce qui a été vérifié n’a pas été importé.',
    keep: 'Rester',
    leave: 'Quitter',
  },
  refusal: {
    empty:
      'Le fichier est vide. Sa première ligne doit contenir les en-têtes, comme Username, First name, Last name et E-mail.',
    not_text:
      'Ce n’est pas un fichier CSV. Ouvrez-le dans le tableur dont il provient et enregistrez-le en « CSV UTF-8 ».',
    not_utf8:
      'Le fichier est dans un ancien codage, où des lettres comme é ou ł seraient fausses. Enregistrez-le en « CSV UTF-8 » et choisissez-le de nouveau.',
    unknown_headings: (headings: string, known: string) =>
      `Ces en-têtes sont inconnus : ${headings}. Supprimez-les ou renommez-les. Sont connus : ${known}.`,
    missing_headings: (headings: string) =>
      `Ces colonnes manquent : ${headings}. Ajoutez-les à la première ligne du fichier.`,
    repeated_headings: (headings: string) =>
      `Ces en-têtes figurent deux fois : ${headings}. Gardez une seule colonne de chacun.`,
    broken_quotes: (line: number) =>
      `Les guillemets de la ligne ${number(line)} ne correspondent pas : la suite est illisible. Écrivez-en deux pour un dans une cellule, puis choisissez de nouveau le fichier.`,
  },
  export: {
    title: (count: number) =>
      plural(count, { one: 'Exporter # utilisateur ?', other: 'Exporter # utilisateurs ?' }),
    titleAtLeast: (count: number) => `Exporter au moins ${number(count)} utilisateurs ?`,
    text: 'En fichier CSV pour tableurs, avec noms, adresses, rôles et statut.',
    confirm: 'Exporter',
    progress: (count: number) =>
      plural(count, { one: '# utilisateur jusqu’ici', other: '# utilisateurs jusqu’ici' }),
    done: (count: number) =>
      plural(count, { one: '# utilisateur exporté.', other: '# utilisateurs exportés.' }),
    fileName: 'utilisateurs.csv',
  },
  refusalTitle: 'Ce fichier est illisible',
}
