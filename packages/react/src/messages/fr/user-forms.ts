import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('fr')

/** The dialogs of the acts on a person, in French. */
export const dialogs = {
  reason: 'Motif',
  reasonMissing: 'Saisissez un motif.',
  reasonHint: 'Les autres administrateurs le voient, et le journal d’audit le conserve.',
  until: 'Jusqu’au',
  untilHint: 'Laissez vide pour verrouiller jusqu’à ce que quelqu’un déverrouille.',
  userName: 'Nom d’utilisateur',
  typeUserName: (userName) => `Saisissez ${userName} pour confirmer.`,
  userNameWrong: 'Saisissez le nom d’utilisateur exactement comme il est affiché.',
} satisfies UserPageMessages['dialogs']

/** The short form of adding a person. */
export const invite = {
  title: 'Inviter par e-mail',
  text: 'Cette personne reçoit un e-mail avec un lien pour terminer la configuration de son accès.',
  verb: 'Inviter l’utilisateur',
  userNameHint: 'Repris de l’adresse e-mail\u00A0; modifiez-le s’il doit être différent.',
} satisfies UserPageMessages['invite']

/** Adding a person. */
export const wizard = {
  title: 'Ajouter un utilisateur',
  steps: { who: 'Qui', where: 'Où et quoi', how: 'Connexion', review: 'Vérification' },
  questions: {
    who: 'De qui s’agit-il\u00A0?',
    where: 'À quelle organisation appartient cette personne, et que peut-elle faire\u00A0?',
    how: 'Comment se connectera-t-elle\u00A0?',
    review: 'Est-ce correct\u00A0?',
  },
  givenName: 'Prénom',
  familyName: 'Nom',
  userName: 'Nom d’utilisateur',
  userNameHint: 'Les majuscules n’ont pas d’importance.',
  userNameTaken: (userName) =>
    `«\u00A0${userName}\u00A0» y est déjà utilisé. Choisissez un autre nom d’utilisateur.`,
  primaryEmail: 'E-mail principal',
  secondaryEmail: 'E-mail secondaire',
  phone: 'Numéro de téléphone',
  userType: 'Type d’utilisateur',
  organization: 'Organisation',
  chooseOrganization: 'Choisissez une organisation.',
  role: 'Rôle',
  noRole: 'Aucun rôle',
  noRoleText: 'Appartient à l’organisation et ne peut rien administrer.',
  roles: 'Rôles',
  mainRole: 'Rôle principal',
  mainRoleHint: 'Le rôle principal figure en premier sur la page de la personne.',
  furtherRole: (place) => `Rôle ${place}`,
  roleAt: (place) => (place === 1 ? 'S’applique chez' : `Le rôle ${place} s’applique chez`),
  addRole: 'Ajouter un autre rôle',
  removeRole: (role) => `Retirer ${role}`,
  roleTwice: 'Ce rôle est indiqué deux fois. Choisissez-en un autre ou retirez-en un.',
  roleWhere: 'Choisissez où le rôle s’applique.',
  groups: 'Groupes',
  noGroups: 'Aucun',
  groupElsewhere: (group, organization) =>
    `${group} appartient à ${organization}, qui n’est pas au-dessus de cette personne. Retirez-le.`,
  roleBeyond: 'Va au-delà de vos propres droits dans cette organisation.',
  activation: 'Activation',
  activationNow: 'Activer maintenant',
  activationNowText:
    'Une invitation est envoyée par e-mail, ou le lien vous est remis, selon la configuration du portail.',
  activationLater: 'Plus tard',
  activationLaterText: 'Rien n’est envoyé. Le compte reste en préparation jusqu’à son activation.',
  activationLink: 'Un lien à copier',
  activationLinkText:
    'Aucun e-mail n’est envoyé. Le lien vous est affiché une seule fois, pour être transmis.',
  mfaRequired: 'Exiger un second facteur',
  mfaRequiredText: 'À enregistrer avec l’invitation, ou à la prochaine connexion.',
  federatedOnly: 'Connexion fédérée uniquement',
  federatedOnlyText:
    'Pas de mot de passe ici\u00A0; la connexion passe par son propre fournisseur d’identité.',
  finish: 'Ajouter l’utilisateur',
  done: (name) => `${name} a été ajouté.`,
  name: 'Nom',
  yes: 'Oui',
  no: 'Non',
} satisfies UserPageMessages['wizard']

/** The head and the profile of a person’s page. */
export const page = {
  back: 'Tous les utilisateurs',
  profile: 'Profil',
  edit: 'Modifier',
  save: 'Enregistrer',
  cancel: 'Annuler',
  saved: (name) => `${name} a été enregistré.`,
  more: (name) => `Autres actions pour ${name}`,
  lastSignedIn: 'Dernière connexion',
  neverSignedIn: 'Jamais connecté',
  none: 'Non renseigné',
  managedBy: {
    sso: 'Géré par l’authentification unique',
    scim: 'Géré par SCIM',
    import: 'Géré par importation',
  },
  mfa: 'Second facteur',
  mfaRequired: 'Obligatoire',
  mfaOptional: 'Non obligatoire',
  signInRoute: 'Connexion',
  anyRoute: 'Mot de passe ou fédération',
  federated: 'Fédération uniquement',
  notFoundTitle: 'Cette personne ne peut pas être affichée',
} satisfies UserPageMessages['page']

/** What is said where an identity provider manages the people. */
export const sso = {
  title: (organization, provider) => `${organization} est géré dans ${provider}`,
  several: (organizations) => `Gérées par l’authentification unique\u00A0: ${organizations}`,
  one: (organization, provider) => `${organization} (${provider})`,
  text: 'C’est là-bas que les personnes sont ajoutées, modifiées et reçoivent leurs rôles. Les verrouillages, sessions, méthodes d’authentification et groupes restent ici.',
  addElsewhere:
    'Personne ne peut y être ajouté ici\u00A0; ajoutez les personnes chez le fournisseur.',
} satisfies UserPageMessages['sso']

/** The values of the facets, and what they mean. */
export const facets = {
  mfa: {
    not_required: 'Non obligatoire',
    not_enrolled: 'Obligatoire, non enregistré',
    enrolled: 'Enregistré',
    again: 'À enregistrer de nouveau',
  },
  dormant: {
    yes: 'Inactif',
    no: 'Non inactif',
    note: (days) =>
      plural(days, {
        one: 'Inactif\u00A0: aucune connexion depuis # jour, ou jamais alors que l’ajout est plus ancien.',
        other:
          'Inactif\u00A0: aucune connexion depuis # jours, ou jamais alors que l’ajout est plus ancien.',
      }),
  },
  expiring: {
    yes: 'Expire bientôt',
    no: 'N’expire pas bientôt',
    note: (days) =>
      plural(days, {
        one: 'Expire bientôt\u00A0: l’accès ou un rôle prend fin d’ici # jour.',
        other: 'Expire bientôt\u00A0: l’accès ou un rôle prend fin d’ici # jours.',
      }),
  },
} satisfies UserPageMessages['facets']

/** A table in which nobody matches. */
export const noMatch = {
  title: 'Aucun utilisateur ne correspond',
  text: (filters) => `Personne ne correspond à ${filters}.`,
  search: (text) => `«\u00A0${text}\u00A0»`,
  status: (names) => `statut ${names}`,
  role: (names) => `rôle ${names}`,
  organization: 'l’organisation',
  mfa: (names) => `second facteur ${names}`,
  dormant: { yes: 'inactif', no: 'non inactif' },
  expiring: { yes: 'expire bientôt', no: 'n’expire pas bientôt' },
  clear: 'Effacer la recherche et les filtres',
} satisfies UserPageMessages['noMatch']
