import type { Messages } from '../en.js'
import { words } from '../words.js'

const { number, plural } = words('fr')

/** The words of the Users section, in French. */
export const users = {
  title: 'Utilisateurs',
  roles: { administrator: 'Administrateur', support: 'Assistance', viewer: 'Lecteur' },
  status: {
    ACTIVE: 'Actif',
    AUTO_LOCKED: 'Verrouillé automatiquement',
    AWAITING_NEW_PASSWORD: 'Nouveau mot de passe attendu',
    DEACTIVATED: 'Désactivé',
    DELETED: 'Supprimé',
    LOCKED_BY_ADMIN: 'Verrouillé par un admin',
    LOCKED_BY_ORGANIZATION: 'Organisation verrouillée',
    NO_LONGER_VALID: 'Validité expirée',
    NOT_YET_VALID: 'Pas encore valide',
    PROVISIONED: 'Invité',
    RECOVERY: 'Récupération',
    STAGED: 'En préparation',
  },
  statusMeaning: {
    ACTIVE: 'Peut se connecter.',
    AUTO_LOCKED:
      'Ne peut pas se connecter tant que le verrouillage n’a pas pris fin ou n’a pas été levé par un administrateur.',
    AWAITING_NEW_PASSWORD: 'Doit choisir un nouveau mot de passe à la prochaine connexion.',
    DEACTIVATED: 'Ne peut pas se connecter jusqu’à sa réactivation. Rien n’est perdu.',
    DELETED: 'Ne peut pas se connecter. Peut être restauré pendant un certain temps.',
    LOCKED_BY_ADMIN: 'Ne peut pas se connecter tant qu’un administrateur ne l’a pas déverrouillé.',
    LOCKED_BY_ORGANIZATION: 'Ne peut pas se connecter tant que l’organisation est verrouillée.',
    NO_LONGER_VALID: 'Ne peut pas se connecter\u00A0: la période de validité est terminée.',
    NOT_YET_VALID:
      'Ne peut pas encore se connecter\u00A0: la période de validité n’a pas commencé.',
    PROVISIONED: 'A été ajouté et n’a pas terminé la configuration de son accès.',
    RECOVERY: 'A été invité à réinitialiser son mot de passe et peut encore se connecter.',
    STAGED: 'A été préparé. Rien n’a été envoyé.',
  },
  lockKind: {
    administrator: 'Administrateur',
    security: 'Sécurité',
    'failed-sign-ins': 'Échecs de connexion',
    inactivity: 'Inactivité',
  },
  explanation: {
    by: 'Par',
    reason: 'Motif',
    cause: 'Cause',
    organization: 'Organisation',
    since: 'Depuis',
    until: 'Jusqu’au',
    untilLifted: 'Jusqu’à sa levée',
    next: (when) => `Change automatiquement le ${when}.`,
    fact: (name, value) => `${name}\u00A0: ${value}.`,
    also: (others) => `Également\u00A0: ${others}.`,
    system: 'Le système',
  },
  table: {
    label: 'Utilisateurs',
    search: 'Rechercher un nom, un nom d’utilisateur ou un e-mail',
    columns: {
      givenName: 'Prénom',
      familyName: 'Nom',
      userName: 'Nom d’utilisateur',
      status: 'Statut',
      role: 'Rôle',
      primaryEmail: 'E-mail principal',
      lastSignedInAt: 'Dernière connexion',
      createdAt: 'Ajouté',
      updatedAt: 'Modifié',
    },
    noRole: 'Aucun',
    moreRoles: (count) => `+${number(count)}`,
    roleAt: (role, organization) => `${role} chez ${organization}`,
    facets: {
      status: 'Statut',
      role: 'Rôle',
      organization: 'Organisation',
      mfa: 'Second facteur',
      dormant: 'Activité',
      expiring: 'Validité',
    },
    clear: 'Effacer',
    add: 'Ajouter un utilisateur',
    otherWays: 'Autres façons d’ajouter',
    invite: 'Inviter par e-mail…',
    import: 'Importer',
    export: 'Exporter',
    emptyTitle: 'Aucun utilisateur pour l’instant',
    emptyText: 'Les personnes que vous ajoutez apparaissent ici.',
    refusedTitle: 'Les utilisateurs n’ont pas pu être chargés',
    all: (count, more) =>
      more
        ? `Plus de ${number(count)} utilisateurs`
        : plural(count, { one: '# utilisateur', other: '# utilisateurs' }),
    loadingMore: 'Chargement de la suite…',
  },
} satisfies Messages['users']
