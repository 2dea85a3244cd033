import type { MailWords } from './mail-words.js'

export const es = {
  direction: 'ltr',
  dateLocale: 'es-ES-u-ca-gregory-nu-latn',
  subject: '{title} – {brand}',
  greeting: 'Hola, {person}:',
  separator: ': ',
  labels: {
    userName: 'Nombre de usuario',
    organization: 'Organización',
    factor: 'Método de autenticación',
    former: 'Dirección anterior',
    present: 'Dirección nueva',
    at: 'Fecha',
    requestedAt: 'Fecha de solicitud',
  },
  linkEnds: 'El enlace funciona una sola vez y es válido hasta el {expiresAt}.',
  codeEnds: 'El código funciona una sola vez y es válido hasta el {expiresAt}.',
  copyLink: 'También puede copiar esta dirección en su navegador:',
  keepCodeSecret:
    'No lo comparta: nadie le pedirá este código, ni siquiera un administrador o el servicio de asistencia.',
  unasked: {
    contact:
      'Si no esperaba este correo, puede ignorarlo. Si tiene alguna pregunta, póngase en contacto con: {contact}',
    noContact:
      'Si no esperaba este correo, puede ignorarlo. Si tiene alguna pregunta, póngase en contacto con un administrador de su organización.',
  },
  expected: 'Si esperaba este cambio, no tiene que hacer nada más.',
  unexpected: {
    contact:
      'Si no lo ha hecho usted o no esperaba este cambio, póngase en contacto de inmediato con: {contact}',
    noContact:
      'Si no lo ha hecho usted o no esperaba este cambio, póngase en contacto de inmediato con un administrador de su organización.',
  },
  occasions: {
    activation: {
      title: 'Active su acceso',
      happened: 'Ha recibido una invitación para acceder a {brand}.',
      next: 'Abra el enlace para terminar de configurar su acceso.',
      button: 'Activar acceso',
    },
    recovery: {
      title: 'Elija una contraseña nueva',
      happened: 'Usted o un administrador ha solicitado una contraseña nueva para {brand}.',
      next: 'Abra el enlace para elegirla.',
      button: 'Elegir contraseña',
    },
    enrolment: {
      title: 'Registre una llave de seguridad o una aplicación',
      happened:
        'Se le ha pedido que registre una llave de seguridad o una aplicación para iniciar sesión en {brand}.',
      next: 'Téngala a mano, abra el enlace y siga los pasos.',
      button: 'Registrar ahora',
    },
    reset_code: {
      title: 'Su código de restablecimiento',
      happened: 'Con este código puede elegir un nuevo código secreto (PIN) para {brand}.',
      next: 'Introdúzcalo cuando elija el nuevo código secreto:',
      button: 'Elegir un código secreto nuevo',
    },
    factor_added: {
      title: 'Nuevo método de autenticación registrado',
      happened: 'Se ha registrado un nuevo método de autenticación para su acceso a {brand}.',
    },
    factor_removed: {
      title: 'Método de autenticación eliminado',
      happened:
        'Se ha eliminado un método de autenticación de su acceso a {brand}. Ya no podrá iniciar sesión con él.',
    },
    factors_reset: {
      title: 'Métodos de autenticación restablecidos',
      happened:
        'Un administrador ha restablecido sus métodos de autenticación para {brand}. La próxima vez que inicie sesión se le pedirá que registre uno nuevo.',
    },
    password_changed: {
      title: 'Contraseña modificada',
      happened: 'Se ha modificado su contraseña para {brand}.',
    },
    password_reset: {
      title: 'Contraseña restablecida por un administrador',
      happened:
        'Un administrador ha restablecido su contraseña para {brand}. La próxima vez que inicie sesión se le pedirá que elija una nueva.',
    },
    password_removed: {
      title: 'Contraseña eliminada',
      happened: 'Se ha eliminado su contraseña para {brand}. Ya no podrá iniciar sesión con ella.',
    },
    email_changed: {
      title: 'Dirección de correo electrónico modificada',
      happened: 'Se ha modificado su dirección de correo electrónico para {brand}.',
    },
    secret_code_changed: {
      title: 'Código secreto modificado',
      happened: 'Se ha modificado su código secreto (PIN) para {brand}.',
    },
  },
} as const satisfies MailWords
