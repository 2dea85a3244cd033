import type { MailWords } from './mail-words.js'

// Before a colon or semicolon stands a no-break space, written \u00A0 so that an editor does not
// lose it.
export const fr = {
  direction: 'ltr',
  dateLocale: 'fr-FR-u-ca-gregory-nu-latn',
  subject: '{title} – {brand}',
  greeting: 'Bonjour {person},',
  separator: '\u00A0: ',
  labels: {
    userName: 'Nom d’utilisateur',
    organization: 'Organisation',
    factor: 'Méthode d’authentification',
    former: 'Ancienne adresse',
    present: 'Nouvelle adresse',
    at: 'Date',
    requestedAt: 'Demandé le',
  },
  linkEnds: 'Ce lien ne fonctionne qu’une fois et reste valable jusqu’au {expiresAt}.',
  codeEnds: 'Ce code ne fonctionne qu’une fois et reste valable jusqu’au {expiresAt}.',
  copyLink: 'Vous pouvez aussi copier cette adresse dans votre navigateur\u00A0:',
  keepCodeSecret:
    'Ne le communiquez à personne\u00A0: nul ne vous demandera ce code, pas même un administrateur ou l’assistance.',
  unasked: {
    contact:
      'Si vous n’attendiez pas cet e-mail, vous pouvez l’ignorer. Pour toute question, veuillez contacter\u00A0: {contact}',
    noContact:
      'Si vous n’attendiez pas cet e-mail, vous pouvez l’ignorer. Pour toute question, veuillez contacter un administrateur de votre organisation.',
  },
  expected: 'Si vous vous y attendiez, vous n’avez rien d’autre à faire.',
  unexpected: {
    contact:
      'Si vous n’en êtes pas à l’origine ou si vous ne vous y attendiez pas, veuillez contacter immédiatement\u00A0: {contact}',
    noContact:
      'Si vous n’en êtes pas à l’origine ou si vous ne vous y attendiez pas, veuillez contacter immédiatement un administrateur de votre organisation.',
  },
  occasions: {
    activation: {
      title: 'Activez votre accès',
      happened: 'Vous avez reçu une invitation à rejoindre {brand}.',
      next: 'Ouvrez le lien pour terminer la configuration de votre accès.',
      button: 'Activer mon accès',
    },
    recovery: {
      title: 'Choisissez un nouveau mot de passe',
      happened:
        'Un nouveau mot de passe pour {brand} a été demandé, par vous-même ou par un administrateur.',
      next: 'Ouvrez le lien pour le choisir.',
      button: 'Choisir mon mot de passe',
    },
    enrolment: {
      title: 'Enregistrez une clé de sécurité ou une application',
      happened:
        'Il vous est demandé d’enregistrer une clé de sécurité ou une application pour vous connecter à {brand}.',
      next: 'Gardez-la à portée de main, ouvrez le lien et suivez les étapes.',
      button: 'Commencer l’enregistrement',
    },
    reset_code: {
      title: 'Votre code de réinitialisation',
      happened: 'Ce code vous permet de choisir un nouveau code secret (PIN) pour {brand}.',
      next: 'Saisissez-le au moment de choisir le nouveau code secret\u00A0:',
      button: 'Choisir un nouveau code secret',
    },
    factor_added: {
      title: 'Nouvelle méthode d’authentification',
      happened:
        'Une nouvelle méthode d’authentification a été enregistrée pour votre accès à {brand}.',
    },
    factor_removed: {
      title: 'Méthode d’authentification supprimée',
      happened:
        'Une méthode d’authentification de votre accès à {brand} a été supprimée. Elle ne vous permet plus de vous connecter.',
    },
    factors_reset: {
      title: 'Méthodes d’authentification réinitialisées',
      happened:
        'Un administrateur a réinitialisé vos méthodes d’authentification pour {brand}. Il vous sera demandé d’en enregistrer une nouvelle à votre prochaine connexion.',
    },
    password_changed: {
      title: 'Mot de passe modifié',
      happened: 'Votre mot de passe pour {brand} a été modifié.',
    },
    password_reset: {
      title: 'Mot de passe réinitialisé par un administrateur',
      happened:
        'Un administrateur a réinitialisé votre mot de passe pour {brand}. Il vous sera demandé d’en choisir un nouveau à votre prochaine connexion.',
    },
    password_removed: {
      title: 'Mot de passe supprimé',
      happened:
        'Votre mot de passe pour {brand} a été supprimé. Il ne vous permet plus de vous connecter.',
    },
    email_changed: {
      title: 'Adresse e-mail modifiée',
      happened: 'Votre adresse e-mail pour {brand} a été modifiée.',
    },
    secret_code_changed: {
      title: 'Code secret modifié',
      happened: 'Votre code secret (PIN) pour {brand} a été modifié.',
    },
  },
} as const satisfies MailWords
