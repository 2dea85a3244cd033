import type { LanguageWords } from '../language.js'

/** Why something was refused, in Spanish. */
export const failures = {
  unauthenticated: { title: 'Sesión no iniciada', text: 'Inicie sesión y vuelva a intentarlo.' },
  access_suspended: {
    title: 'Su acceso está suspendido',
    text: 'Su propia cuenta no puede hacer nada en este momento. Pida a un administrador que revise su estado.',
  },
  not_found: {
    title: 'No encontrado',
    text: 'No existe, o usted no puede verlo. Compruebe el enlace o vuelva a la lista.',
  },
  invalid_input: {
    title: 'Revise lo que ha introducido',
    text: ({ issues }) => issues.map(({ message }) => message).join(' '),
  },
  invalid_cursor: {
    title: 'Esta página ya no está disponible',
    text: 'La lista se abrió con otra búsqueda o la abrió otra persona. Empiece de nuevo por la primera página.',
  },
  stale_version: {
    title: 'Alguien lo cambió antes',
    text: 'Alguien lo cambió mientras usted lo tenía abierto. Vuelva a cargar, revise los cambios e inténtelo de nuevo.',
  },
  invalid_transition: {
    title: 'No es posible en este estado',
    text: 'Esto no se puede hacer ahora. Vuelva a cargar para ver el estado actual.',
  },
  user_name_taken: {
    title: 'Nombre de usuario ya en uso',
    text: ({ userName }) => `Otra persona ya usa «${userName}». Elija otro nombre de usuario.`,
  },
  not_permitted: {
    title: 'Su rol no lo permite',
    text: ({ organization }) =>
      `Su rol no lo permite en ${organization}. Consulte a uno de sus administradores.`,
  },
  outranked: {
    title: 'Esta persona tiene más derechos que usted',
    text: 'Esta persona tiene derechos que usted no tiene. Consulte a un administrador de una organización superior.',
  },
  same_rank: {
    title: 'Esta persona tiene los mismos derechos que usted',
    text: 'Esta persona tiene los mismos derechos que usted. Solo puede hacerlo un administrador de una organización superior.',
  },
  own_account: {
    title: 'No en su propia cuenta',
    text: 'No puede hacer esto en su propia cuenta. Pídaselo a otro administrador.',
  },
  grant_exceeds_rights: {
    title: 'No puede asignar este rol',
    text: ({ role, organization }) =>
      `Solo puede asignar roles cuyos derechos tenga usted: ${role} en ${organization} los supera.`,
  },
  last_administrator: {
    title: 'El último administrador',
    text: ({ organization }) =>
      `${organization} se quedaría sin administrador. Nombre antes administrador a otra persona.`,
  },
  managed_by_sso: {
    title: 'Gestionado por inicio de sesión único',
    text: ({ organization, provider }) =>
      `Las personas de ${organization} se gestionan en ${provider}. Haga allí el cambio.`,
  },
  field_owned_elsewhere: {
    title: 'Gestionado en otro lugar',
    text: ({ field, owner }) => `${field} lo gestiona ${owner}. Cámbielo allí.`,
  },
  role_already_given: {
    title: 'Rol ya asignado',
    text: ({ role, organization }) =>
      `Esta persona ya tiene el rol ${role} en ${organization}. Retíreselo antes para asignarlo de nuevo.`,
  },
  persona_already_given: {
    title: 'Perfil ya asignado',
    text: ({ persona }) => `Esta persona ya tiene el perfil ${persona}. Edítelo en su lugar.`,
  },
  name_taken: {
    title: 'Nombre ya en uso',
    text: ({ name }) => `Aquí ya existe «${name}». Elija otro nombre.`,
  },
  too_many_authenticators: {
    title: 'Demasiados métodos de autenticación',
    text: ({ type, limit }) =>
      `Esta persona ya tiene ${limit} del tipo ${type}, que es el máximo permitido. Elimine uno antes.`,
  },
  not_managed_by_sso: {
    title: 'No gestionado por inicio de sesión único',
    text: 'Esta organización no se gestiona mediante inicio de sesión único, por lo que no se aplica ninguna correspondencia.',
  },
  user_name_mismatch: {
    title: 'El nombre de usuario no coincide',
    text: 'Escriba el nombre de usuario exactamente como se muestra, para confirmar que se trata de esa persona.',
  },
  not_restorable: {
    title: 'Demasiado tarde para restaurar',
    text: 'El plazo para restaurar a esta persona ha terminado.',
  },
  user_deleted: {
    title: 'Esta persona está eliminada',
    text: 'Esta persona está eliminada. Restáurela primero.',
  },
  not_locked: {
    title: 'No bloqueado',
    text: 'Esta persona no está bloqueada, así que no hay nada que desbloquear.',
  },
  already_locked: {
    title: 'Ya bloqueado',
    text: 'Un administrador ya ha bloqueado a esta persona.',
  },
  already_activated: { title: 'Ya activado', text: 'Esta persona ya se ha activado.' },
  already_deactivated: { title: 'Ya desactivado', text: 'Esta persona ya está desactivada.' },
  not_deactivated: {
    title: 'No desactivado',
    text: 'Esta persona no está desactivada, así que no hay nada que reactivar.',
  },
  already_deleted: { title: 'Ya eliminado', text: 'Esta persona ya está eliminada.' },
  not_deleted: {
    title: 'No eliminado',
    text: 'Esta persona no está eliminada, así que no hay nada que restaurar ni que eliminar definitivamente.',
  },
  secret_unusable: {
    title: 'Este enlace o código no se puede usar',
    text: 'Puede que ya se haya usado, que lo haya sustituido uno más reciente o que haya caducado. Pida uno nuevo a un administrador.',
  },
  other_account: {
    title: 'Ha iniciado sesión otra persona',
    text: 'Este enlace es para una persona distinta de la que ha iniciado sesión aquí. Cierre antes la sesión y vuelva a abrirlo.',
  },
  not_configured: {
    title: 'No configurado aquí',
    text: ({ needed }) =>
      `Este portal no está configurado para ello: falta ${needed}. Consulte a quien gestiona el portal.`,
  },
  federated_only: {
    title: 'Aquí no hay contraseña',
    text: 'Esta persona inicia sesión solo mediante su proveedor de identidad, así que aquí no hay contraseña que restablecer. Restablézcala allí.',
  },
  no_password: {
    title: 'Todavía sin contraseña',
    text: 'Esta persona no tiene contraseña, así que no hay nada que eliminar ni que hacer caducar.',
  },
  no_secret_code: {
    title: 'Todavía sin código secreto',
    text: 'Esta persona aún no ha elegido un código secreto, así que no hay nada que restablecer. Envíele un enlace de registro.',
  },
  factor_needed: {
    title: 'Hace falta un segundo factor',
    text: 'Registre antes un segundo factor, como una llave de seguridad o una aplicación de autenticación.',
  },
  ceremony_refused: {
    title: 'No se ha aceptado el método de autenticación',
    text: ({ reason }) => reason,
  },
  security_key_taken: {
    title: 'Esta llave ya está registrada',
    text: 'Esta llave de seguridad ya está registrada, aquí o para otra persona. Use otra.',
  },
  stale_plan: {
    title: 'El plan ya no es válido',
    text: 'Algo ha cambiado desde que se hizo el plan, así que no se ha hecho nada. Vuelva a hacer el plan y mire qué es distinto.',
  },
  idempotency_key_reused: {
    title: 'Esta clave se usó para otra cosa',
    text: 'La clave de idempotencia ya se envió con otra solicitud. Envíe cada cambio con su propia clave.',
  },
  already_done: {
    title: 'Ya realizado',
    text: 'Se llevó a cabo la primera vez, pero lo que mostró se muestra una sola vez y no se conserva. Cree uno nuevo.',
  },
  busy: {
    title: 'Ocupado',
    text: 'Se han hecho demasiados cambios a la vez. No se ha cambiado nada; vuelva a intentarlo dentro de un momento.',
  },
  unavailable: {
    title: 'No disponible',
    text: 'No se puede acceder al servicio o ha fallado internamente. No se ha cambiado nada; vuelva a intentarlo dentro de un momento.',
  },
} satisfies LanguageWords['failures']

/** The server's other sentences, in Spanish. */
export const sentences = {
  '# failed sign-ins in a row.': '# inicios de sesión fallidos seguidos.',
  '# digits': '# cifras',
  '# to # digits': 'de # a # cifras',
  'at least # characters': 'al menos # caracteres',
  'A group stands there twice.': 'Hay un grupo repetido.',
  'A role stands there twice for the same organization.':
    'Hay un rol repetido para la misma organización.',
  'An address stands there twice.': 'Hay una dirección repetida.',
  'An organization is named by its id.': 'Una organización se indica con su id.',
  'Every value of this facet is counted. Name none.':
    'Se cuenta cada valor de esta faceta. No indique ninguno.',
  'Make a plan of it first, look at it, and send it along.':
    'Haga primero un plan, revíselo y envíelo con la petición.',
  'Choose a password.': 'Elija una contraseña.',
  'Choose a time in the future, or leave it open.':
    'Elija un momento futuro o deje el campo vacío.',
  'Choose at least #.': 'Elija al menos #.',
  'Choose at most #.': 'Elija # como máximo.',
  'Enter # digits.': 'Introduzca # cifras.',
  'Enter # to # digits.': 'Introduzca de # a # cifras.',
  'Enter a date and time in UTC, such as #-#-#T#:#:#Z.':
    'Introduzca una fecha y hora en UTC, por ejemplo #-#-#T#:#:#Z.',
  'Enter a language tag such as en-GB.': 'Introduzca un código de idioma, por ejemplo es-MX.',
  'Enter a phone number such as +# # # #.':
    'Introduzca un número de teléfono, por ejemplo +# # # #.',
  'Enter a value.': 'Introduzca un valor.',
  'An import does not change the roles of somebody who is there already. Change them on the person’s page, or leave the cell empty.':
    'Una importación no cambia los roles de quien ya existe. Cámbielos en la página de la persona o deje la celda vacía.',
  'Leave the version as it was exported, or the cell empty.':
    'Deje la versión como se exportó o la celda vacía.',
  'Several organizations are called so. Write the path from the top, or the identifier.':
    'Varias organizaciones se llaman así. Escriba la ruta desde arriba o el identificador.',
  'There is no such organization among those that you may see. Write its name, or its path from the top.':
    'No hay tal organización entre las que puede ver. Escriba su nombre o su ruta desde arriba.',
  'This line does not have as many cells as there are headings.':
    'Esta línea no tiene tantas celdas como encabezados hay.',
  'This person belongs to another organization. Move them there first, or leave the cell as it was exported.':
    'Esta persona pertenece a otra organización. Trasládela primero o deje la celda como se exportó.',
  'This username stands in line # already.': 'Este nombre de usuario ya está en la línea #.',
  'Write the attributes as JSON, such as {"department":"Sales"}, or leave the cell empty.':
    'Escriba los atributos como JSON, por ejemplo {"department":"Sales"}, o deje la celda vacía.',
  'Write the organization, or choose one for all lines without.':
    'Escriba la organización o elija una para todas las líneas sin ella.',
  'Write yes or no.': 'Escriba yes o no.',
  'Enter an e-mail address such as name@example.com.':
    'Introduzca una dirección de correo, por ejemplo name@example.com.',
  'Enter an e-mail address.': 'Introduzca una dirección de correo.',
  'Exactly one address must be the primary one.':
    'Exactamente una dirección debe ser la principal.',
  'It contains a broken character. Type it again.':
    'Contiene un carácter dañado. Escríbalo de nuevo.',
  'It contains a broken or invisible character. Type it again.':
    'Contiene un carácter dañado o invisible. Escríbalo de nuevo.',
  'It contains an invisible control character. Type it again.':
    'Contiene un carácter de control invisible. Escríbalo de nuevo.',
  'Somebody is named twice. Name each person once.':
    'Alguien aparece dos veces. Indique a cada persona una sola vez.',
  'That is not the code that the app shows now. Check the clock of the phone, and enter the current code.':
    'Ese no es el código que la aplicación muestra ahora. Compruebe la hora del teléfono e introduzca el código actual.',
  'That took too long. Start again.': 'Se ha tardado demasiado. Empiece de nuevo.',
  'The answer of the security key is too large.':
    'La respuesta de la llave de seguridad es demasiado grande.',
  'The end must be after the beginning.': 'El final debe ser posterior al comienzo.',
  'The registration took too long or was begun anew elsewhere. Start it again.':
    'El registro ha tardado demasiado o se ha vuelto a empezar en otro lugar. Empiécelo de nuevo.',
  'There is no such group at this organization or above it. Choose one from the list.':
    'Ese grupo no existe en esta organización ni por encima. Elija uno de la lista.',
  'There is no such persona. Choose one from the list.':
    'Ese perfil no existe. Elija uno de la lista.',
  'There is no such role. Choose one from the list.': 'Ese rol no existe. Elija uno de la lista.',
  'This field is not known here. Remove it.': 'Este campo no se conoce aquí. Quítelo.',
  'This is little more than a name that others know. Choose something that has nothing to do with you or the organization.':
    'Es poco más que un nombre que otros conocen. Elija algo que no tenga nada que ver con usted ni con la organización.',
  'This is not an identifier. Choose from the list.':
    'No es un identificador. Elija uno de la lista.',
  'This is not in the expected form.': 'No tiene el formato esperado.',
  'This is not the whole link. Copy it again.': 'El enlace no está completo. Cópielo de nuevo.',
  'This is the password that has to be replaced. Choose another one.':
    'Es la contraseña que hay que sustituir. Elija otra.',
  'This is too easy to guess. Do not use one digit throughout, or digits that count up or down.':
    'Es demasiado fácil de adivinar. No use una sola cifra repetida ni cifras consecutivas.',
  'This is too easy to guess. Use more different characters.':
    'Es demasiado fácil de adivinar. Use caracteres más variados.',
  'This key is not registered for you, or it is locked. Use another one.':
    'Esta llave no está registrada para usted o está bloqueada. Use otra.',
  'This password is among the first that are tried by those who break in. Choose another one.':
    'Esta contraseña es de las primeras que prueban los atacantes. Elija otra.',
  'This value is not accepted here.': 'Este valor no se acepta aquí.',
  'Setting up the app took too long or was begun anew. Start it again.':
    'La configuración de la aplicación ha tardado demasiado o se ha vuelto a empezar. Empiécela de nuevo.',
  'Use # or less.': 'Indique # o menos.',
  'Use # or more.': 'Indique # o más.',
  'Use at least # characters.': 'Use al menos # caracteres.',
  'Use at least # characters. A few words in a row are easy to remember.':
    'Use al menos # caracteres. Unas cuantas palabras seguidas son fáciles de recordar.',
  'Use at most # characters.': 'Use # caracteres como máximo.',
  'Use letters, digits and signs such as . _ - @, without spaces.':
    'Use letras, cifras y signos como . _ - @, sin espacios.',
} satisfies LanguageWords['sentences']
