import type { LanguageWords } from '../language.js'

/** Why something was refused, in French. */
export const failures = {
  unauthenticated: { title: 'Non connecté', text: 'Connectez-vous, puis réessayez.' },
  access_suspended: {
    title: 'Votre accès est suspendu',
    text: 'Votre propre compte ne peut rien faire pour le moment. Demandez à un administrateur de vérifier son statut.',
  },
  not_found: {
    title: 'Introuvable',
    text: 'Cet élément n’existe pas, ou vous n’avez pas le droit de le voir. Vérifiez le lien ou revenez à la liste.',
  },
  invalid_input: {
    title: 'Vérifiez votre saisie',
    text: ({ issues }) => issues.map(({ message }) => message).join(' '),
  },
  invalid_cursor: {
    title: 'Cette page n’est plus disponible',
    text: 'La liste a été ouverte avec une autre recherche ou par quelqu’un d’autre. Recommencez à la première page.',
  },
  stale_version: {
    title: 'Quelqu’un l’a modifié avant vous',
    text: 'Une modification a eu lieu pendant que vous aviez cette page ouverte. Rechargez, vérifiez ce qui a changé et réessayez.',
  },
  invalid_transition: {
    title: 'Impossible dans cet état',
    text: 'Cette action n’est pas possible actuellement. Rechargez pour voir l’état actuel.',
  },
  user_name_taken: {
    title: 'Nom d’utilisateur déjà pris',
    text: ({ userName }) =>
      `Une autre personne utilise déjà «\u00A0${userName}\u00A0». Choisissez un autre nom d’utilisateur.`,
  },
  not_permitted: {
    title: 'Votre rôle ne le permet pas',
    text: ({ organization }) =>
      `Votre rôle ne le permet pas chez ${organization}. Adressez-vous à l’un de ses administrateurs.`,
  },
  outranked: {
    title: 'Cette personne a plus de droits que vous',
    text: 'Cette personne a des droits que vous n’avez pas. Adressez-vous à un administrateur d’une organisation supérieure.',
  },
  same_rank: {
    title: 'Cette personne a les mêmes droits que vous',
    text: 'Cette personne a les mêmes droits que vous. Seul un administrateur d’une organisation supérieure peut le faire.',
  },
  own_account: {
    title: 'Pas sur votre propre compte',
    text: 'Vous ne pouvez pas faire cela sur votre propre compte. Demandez à un autre administrateur.',
  },
  grant_exceeds_rights: {
    title: 'Vous ne pouvez pas attribuer ce rôle',
    text: ({ role, organization }) =>
      `Vous ne pouvez attribuer que des rôles dont vous avez vous-même les droits\u00A0: ${role} chez ${organization} va au-delà.`,
  },
  last_administrator: {
    title: 'Le dernier administrateur',
    text: ({ organization }) =>
      `${organization} n’aurait plus d’administrateur. Nommez d’abord quelqu’un d’autre administrateur.`,
  },
  managed_by_sso: {
    title: 'Géré par l’authentification unique',
    text: ({ organization, provider }) =>
      `Les personnes de ${organization} sont gérées dans ${provider}. Effectuez la modification là-bas.`,
  },
  field_owned_elsewhere: {
    title: 'Géré ailleurs',
    text: ({ field, owner }) => `${field} est géré par ${owner}. Modifiez-le là-bas.`,
  },
  role_already_given: {
    title: 'Rôle déjà attribué',
    text: ({ role, organization }) =>
      `Cette personne a déjà le rôle ${role} chez ${organization}. Retirez-le d’abord pour l’attribuer de nouveau.`,
  },
  persona_already_given: {
    title: 'Persona déjà attribué',
    text: ({ persona }) => `Cette personne a déjà le persona ${persona}. Modifiez-le plutôt.`,
  },
  name_taken: {
    title: 'Nom déjà pris',
    text: ({ name }) => `«\u00A0${name}\u00A0» existe déjà ici. Choisissez un autre nom.`,
  },
  too_many_authenticators: {
    title: 'Trop de méthodes d’authentification',
    text: ({ type, limit }) =>
      `Cette personne en a déjà ${limit} du type ${type}, soit le maximum autorisé. Supprimez-en une d’abord.`,
  },
  not_managed_by_sso: {
    title: 'Non géré par l’authentification unique',
    text: 'Cette organisation n’est pas gérée par l’authentification unique\u00A0; aucune correspondance ne s’applique.',
  },
  user_name_mismatch: {
    title: 'Le nom d’utilisateur ne correspond pas',
    text: 'Saisissez le nom d’utilisateur exactement comme il est affiché, pour confirmer qu’il s’agit bien de cette personne.',
  },
  not_restorable: {
    title: 'Trop tard pour restaurer',
    text: 'Le délai pendant lequel cette personne pouvait être restaurée est écoulé.',
  },
  user_deleted: {
    title: 'Cette personne est supprimée',
    text: 'Cette personne est supprimée. Restaurez-la d’abord.',
  },
  not_locked: {
    title: 'Non verrouillé',
    text: 'Cette personne n’est pas verrouillée\u00A0: il n’y a rien à déverrouiller.',
  },
  already_locked: {
    title: 'Déjà verrouillé',
    text: 'Cette personne est déjà verrouillée par un administrateur.',
  },
  already_activated: { title: 'Déjà activé', text: 'Cette personne a déjà été activée.' },
  already_deactivated: { title: 'Déjà désactivé', text: 'Cette personne est déjà désactivée.' },
  not_deactivated: {
    title: 'Non désactivé',
    text: 'Cette personne n’est pas désactivée\u00A0: il n’y a rien à réactiver.',
  },
  already_deleted: { title: 'Déjà supprimé', text: 'Cette personne est déjà supprimée.' },
  not_deleted: {
    title: 'Non supprimé',
    text: 'Cette personne n’est pas supprimée\u00A0: il n’y a rien à restaurer ni à supprimer définitivement.',
  },
  secret_unusable: {
    title: 'Ce lien ou ce code ne peut pas être utilisé',
    text: 'Il a peut-être déjà été utilisé, été remplacé par un plus récent, ou expiré. Demandez-en un nouveau à un administrateur.',
  },
  other_account: {
    title: 'Vous êtes connecté avec un autre compte',
    text: 'Ce lien est destiné à une autre personne que celle qui est connectée ici. Déconnectez-vous d’abord, puis ouvrez-le de nouveau.',
  },
  not_configured: {
    title: 'Non configuré ici',
    text: ({ needed }) =>
      `Ce portail n’est pas configuré pour cela\u00A0: il manque ${needed}. Adressez-vous à l’exploitant du portail.`,
  },
  federated_only: {
    title: 'Pas de mot de passe ici',
    text: 'Cette personne se connecte uniquement par son fournisseur d’identité\u00A0; il n’y a pas de mot de passe à réinitialiser ici. Réinitialisez-le là-bas.',
  },
  no_password: {
    title: 'Pas encore de mot de passe',
    text: 'Cette personne n’a pas de mot de passe\u00A0: il n’y a rien à supprimer ni à faire expirer.',
  },
  no_secret_code: {
    title: 'Pas encore de code secret',
    text: 'Cette personne n’a pas encore choisi de code secret\u00A0: il n’y a rien à réinitialiser. Envoyez-lui plutôt un lien d’enregistrement.',
  },
  factor_needed: {
    title: 'Un second facteur est nécessaire',
    text: 'Enregistrez d’abord un second facteur, par exemple une clé de sécurité ou une application d’authentification.',
  },
  ceremony_refused: {
    title: 'La méthode d’authentification n’a pas été acceptée',
    text: ({ reason }) => reason,
  },
  security_key_taken: {
    title: 'Cette clé est déjà enregistrée',
    text: 'Cette clé de sécurité est déjà enregistrée, ici ou pour quelqu’un d’autre. Utilisez-en une autre.',
  },
  stale_plan: {
    title: 'Le plan n’est plus exact',
    text: 'Quelque chose a changé depuis que le plan a été établi ; rien n’a été fait. Refaites le plan et regardez ce qui est différent.',
  },
  idempotency_key_reused: {
    title: 'Cette clé a servi à autre chose',
    text: 'La clé d’idempotence a déjà été envoyée avec une autre requête. Envoyez chaque modification avec sa propre clé.',
  },
  already_done: {
    title: 'Déjà effectué',
    text: 'L’opération a été effectuée la première fois, mais ce qu’elle a affiché n’est montré qu’une fois et n’est pas conservé. Créez-en un nouveau.',
  },
  busy: {
    title: 'Occupé',
    text: 'Trop de modifications ont eu lieu en même temps. Rien n’a été modifié\u00A0; réessayez dans un instant.',
  },
  unavailable: {
    title: 'Indisponible',
    text: 'Le service est injoignable ou a rencontré une erreur interne. Rien n’a été modifié\u00A0; réessayez dans un instant.',
  },
} satisfies LanguageWords['failures']

/** The server's other sentences, in French. */
export const sentences = {
  '# failed sign-ins in a row.': '# échecs de connexion consécutifs.',
  '# digits': '# chiffres',
  '# to # digits': '# à # chiffres',
  'at least # characters': 'au moins # caractères',
  'A group stands there twice.': 'Un groupe est indiqué deux fois.',
  'A role stands there twice for the same organization.':
    'Un rôle est indiqué deux fois pour la même organisation.',
  'An address stands there twice.': 'Une adresse est indiquée deux fois.',
  'An organization is named by its id.': 'Une organisation est désignée par son identifiant.',
  'Every value of this facet is counted. Name none.':
    'Chaque valeur de cette facette est comptée. N’en indiquez aucune.',
  'Make a plan of it first, look at it, and send it along.':
    'Établissez d’abord un plan, examinez-le et joignez-le à la demande.',
  'Choose a password.': 'Choisissez un mot de passe.',
  'Choose a time in the future, or leave it open.':
    'Choisissez un moment dans le futur, ou laissez le champ vide.',
  'Choose at least #.': 'Choisissez-en au moins #.',
  'Choose at most #.': 'Choisissez-en # au maximum.',
  'Enter # digits.': 'Saisissez # chiffres.',
  'Enter # to # digits.': 'Saisissez # à # chiffres.',
  'Enter a date and time in UTC, such as #-#-#T#:#:#Z.':
    'Saisissez une date et une heure en UTC, par exemple #-#-#T#:#:#Z.',
  'Enter a language tag such as en-GB.': 'Saisissez un code de langue, par exemple fr-CA.',
  'Enter a phone number such as +# # # #.':
    'Saisissez un numéro de téléphone, par exemple +# # # #.',
  'Enter a value.': 'Saisissez une valeur.',
  'An import does not change the roles of somebody who is there already. Change them on the person’s page, or leave the cell empty.':
    'Une importation ne change pas les rôles de quelqu’un qui est déjà là. Changez-les sur la page de la personne, ou laissez la cellule vide.',
  'Leave the version as it was exported, or the cell empty.':
    'Laissez la version telle qu’elle a été exportée, ou la cellule vide.',
  'Several organizations are called so. Write the path from the top, or the identifier.':
    'Plusieurs organisations portent ce nom. Écrivez le chemin depuis le sommet, ou l’identifiant.',
  'There is no such organization among those that you may see. Write its name, or its path from the top.':
    'Il n’y a pas de telle organisation parmi celles que vous pouvez voir. Écrivez son nom, ou son chemin depuis le sommet.',
  'This line does not have as many cells as there are headings.':
    'Cette ligne n’a pas autant de cellules qu’il y a d’en-têtes.',
  'This person belongs to another organization. Move them there first, or leave the cell as it was exported.':
    'Cette personne appartient à une autre organisation. Déplacez-la d’abord, ou laissez la cellule telle qu’elle a été exportée.',
  'This username stands in line # already.': 'Ce nom d’utilisateur figure déjà à la ligne #.',
  'Write the attributes as JSON, such as {"department":"Sales"}, or leave the cell empty.':
    'Écrivez les attributs en JSON, comme {"department":"Sales"}, ou laissez la cellule vide.',
  'Write the organization, or choose one for all lines without.':
    'Écrivez l’organisation, ou choisissez-en une pour toutes les lignes sans.',
  'Write yes or no.': 'Écrivez yes ou no.',
  'Enter an e-mail address such as name@example.com.':
    'Saisissez une adresse e-mail, par exemple name@example.com.',
  'Enter an e-mail address.': 'Saisissez une adresse e-mail.',
  'Exactly one address must be the primary one.':
    'Une seule adresse doit être l’adresse principale.',
  'It contains a broken character. Type it again.':
    'La saisie contient un caractère endommagé. Saisissez-la de nouveau.',
  'It contains a broken or invisible character. Type it again.':
    'La saisie contient un caractère endommagé ou invisible. Saisissez-la de nouveau.',
  'It contains an invisible control character. Type it again.':
    'La saisie contient un caractère de contrôle invisible. Saisissez-la de nouveau.',
  'Somebody is named twice. Name each person once.':
    'Une personne est indiquée deux fois. Indiquez chaque personne une seule fois.',
  'That is not the code that the app shows now. Check the clock of the phone, and enter the current code.':
    'Ce n’est pas le code que l’application affiche actuellement. Vérifiez l’heure du téléphone et saisissez le code actuel.',
  'That took too long. Start again.': 'Cela a pris trop de temps. Recommencez.',
  'The answer of the security key is too large.':
    'La réponse de la clé de sécurité est trop volumineuse.',
  'The end must be after the beginning.': 'La fin doit être postérieure au début.',
  'The registration took too long or was begun anew elsewhere. Start it again.':
    'L’enregistrement a pris trop de temps ou a été recommencé ailleurs. Recommencez-le.',
  'There is no such group at this organization or above it. Choose one from the list.':
    'Ce groupe n’existe ni dans cette organisation ni au-dessus. Choisissez-en un dans la liste.',
  'There is no such persona. Choose one from the list.':
    'Ce persona n’existe pas. Choisissez-en un dans la liste.',
  'There is no such role. Choose one from the list.':
    'Ce rôle n’existe pas. Choisissez-en un dans la liste.',
  'This field is not known here. Remove it.': 'Ce champ n’est pas connu ici. Supprimez-le.',
  'This is little more than a name that others know. Choose something that has nothing to do with you or the organization.':
    'Ce n’est guère plus qu’un nom que d’autres connaissent. Choisissez quelque chose sans rapport avec vous ni avec l’organisation.',
  'This is not an identifier. Choose from the list.':
    'Ce n’est pas un identifiant. Choisissez dans la liste.',
  'This is not in the expected form.': 'Le format n’est pas celui attendu.',
  'This is not the whole link. Copy it again.': 'Le lien n’est pas complet. Copiez-le de nouveau.',
  'This is the password that has to be replaced. Choose another one.':
    'C’est le mot de passe à remplacer. Choisissez-en un autre.',
  'This is too easy to guess. Do not use one digit throughout, or digits that count up or down.':
    'C’est trop facile à deviner. N’utilisez pas un seul chiffre répété ni des chiffres qui se suivent.',
  'This is too easy to guess. Use more different characters.':
    'C’est trop facile à deviner. Utilisez des caractères plus variés.',
  'This key is not registered for you, or it is locked. Use another one.':
    'Cette clé n’est pas enregistrée pour vous, ou elle est verrouillée. Utilisez-en une autre.',
  'This password is among the first that are tried by those who break in. Choose another one.':
    'Ce mot de passe est parmi les premiers qu’essaient les attaquants. Choisissez-en un autre.',
  'This value is not accepted here.': 'Cette valeur n’est pas acceptée ici.',
  'Setting up the app took too long or was begun anew. Start it again.':
    'La configuration de l’application a pris trop de temps ou a été recommencée. Recommencez-la.',
  'Use # or less.': 'Indiquez # ou moins.',
  'Use # or more.': 'Indiquez # ou plus.',
  'Use at least # characters.': 'Utilisez au moins # caractères.',
  'Use at least # characters. A few words in a row are easy to remember.':
    'Utilisez au moins # caractères. Quelques mots à la suite sont faciles à retenir.',
  'Use at most # characters.': 'Utilisez au maximum # caractères.',
  'Use letters, digits and signs such as . _ - @, without spaces.':
    'Utilisez des lettres, des chiffres et des signes tels que . _ - @, sans espace.',
} satisfies LanguageWords['sentences']
