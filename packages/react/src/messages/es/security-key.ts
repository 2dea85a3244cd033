import type { SecurityKeyMessages } from '../en-security-key.js'

/** The words of registering a security key, in Spanish. */
export const securityKey = {
  name: 'Nombre de la llave',
  nameHint: 'Para distinguirla de otras más adelante, por ejemplo «Llave azul del llavero».',
  nameMissing: 'Introduzca un nombre.',
  verb: 'Registrar la llave',
  touch: 'Toque la llave',
  touchText:
    'Conecte la llave al equipo o acérquela, siga las indicaciones del navegador y tóquela cuando parpadee.',
  stop: 'Detener',
  done: (name) => `Se ha registrado ${name}`,
  doneText: 'Se puede usar en el próximo inicio de sesión.',
  product: 'Producto',
  unknownProduct: 'Desconocido',
  close: 'Listo',
  notHere: 'Aquí no se pueden registrar llaves de seguridad',
  problemTitle: 'La llave no se ha registrado',
  problems: {
    unsupported:
      'Este navegador no puede registrar llaves de seguridad. Use una versión actual de Chrome, Edge, Firefox o Safari.',
    insecure: 'Las llaves de seguridad solo se pueden registrar en una página abierta con https.',
    dismissed:
      'Se ha interrumpido, o nadie ha tocado la llave a tiempo. Vuelva a intentarlo cuando la tenga a mano.',
    already_registered: 'Esta llave ya está registrada aquí. Use otra.',
    wrong_address:
      'No se pueden registrar llaves en esta dirección. Abra el portal en su dirección habitual y vuelva a intentarlo.',
    unsuitable:
      'Esta llave no puede hacer lo que se le pide. Use otra, como una llave de seguridad FIDO2.',
  },
} satisfies SecurityKeyMessages
