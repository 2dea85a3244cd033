import type { RedeemMessages } from '../en-redeem.js'
import { words } from '../words.js'
import { securityKey } from './security-key.js'

const { plural } = words('es')

/** The words of the pages that links lead to, in Spanish. */
export const redeem = {
  opening: 'Abriendo su enlace',
  until: (when) => `Este enlace es válido para un uso, hasta el ${when}.`,
  signedAs: (userName, organization) => `Su nombre de usuario en ${organization} es ${userName}.`,
  signIn: 'Ir al inicio de sesión',
  forgotten: {
    title: '¿Ha olvidado su contraseña?',
    text: 'Introduzca su nombre de usuario. Le enviamos un enlace para elegir una contraseña nueva.',
    userName: 'Nombre de usuario',
    missing: 'Introduzca su nombre de usuario.',
    send: 'Enviar enlace',
    doneTitle: 'Consulte su correo',
    doneText: (userName) =>
      `Si ${userName} es un nombre de usuario aquí, se está enviando un enlace para elegir una contraseña nueva a la dirección que consta. Funciona una vez y durante poco tiempo.`,
  },
  unusable: {
    title: 'Este enlace ya no funciona',
    text: 'Ya se ha usado, lo ha sustituido uno más reciente o ha caducado.',
    next: 'Pida uno nuevo a quien se lo envió. Si ya ha terminado, simplemente inicie sesión.',
  },
  otherAccount: {
    title: 'Ha iniciado sesión otra persona',
    text: 'Este enlace es para una persona distinta de la que ha iniciado sesión aquí. Cierre antes la sesión y vuelva a intentarlo.',
  },
  missing: {
    title: 'Abra esta página con su enlace',
    text: 'Esta página necesita el enlace que ha recibido por correo o en mano. Ábralo de nuevo o cópielo entero en la barra de direcciones.',
  },
  refusedTitle: 'No se ha podido abrir su enlace',
  password: {
    label: 'Contraseña',
    newLabel: 'Contraseña nueva',
    show: 'Mostrar',
    hide: 'Ocultar',
    showLong: 'Mostrar la contraseña',
    hideLong: 'Ocultar la contraseña',
    hint: (minimum) =>
      plural(minimum, {
        one: 'Al menos # carácter.',
        other: 'Al menos # caracteres. Unas cuantas palabras seguidas son fáciles de recordar.',
      }),
    toGo: (count) => plural(count, { one: 'Falta # carácter.', other: 'Faltan # caracteres.' }),
    longEnough: 'Longitud suficiente.',
    tooShort: (minimum) =>
      plural(minimum, {
        one: 'Use al menos # carácter.',
        other: 'Use al menos # caracteres. Unas cuantas palabras seguidas son fáciles de recordar.',
      }),
    missing: 'Elija una contraseña.',
  },
  onboarding: {
    title: (name) => `Le damos la bienvenida, ${name}`,
    text: (portal) => `Configure cómo inicia sesión en ${portal}.`,
    finish: 'Finalizar',
    doneTitle: (name) => `Todo listo, ${name}`,
    doneText: (userName) => `Inicie sesión con su nombre de usuario ${userName}.`,
  },
  newPassword: {
    title: 'Elija una contraseña nueva',
    text: (portal) =>
      `Para su cuenta de ${portal}. Después se cerrará su sesión en todos los demás lugares.`,
    save: 'Guardar contraseña',
    doneTitle: 'Su contraseña se ha cambiado',
    doneText: (userName, ended) =>
      `${ended > 0 ? `${plural(ended, { one: 'Se ha cerrado # sesión', other: 'Se han cerrado # sesiones' })}. ` : ''}Inicie sesión como ${userName} con la contraseña nueva.`,
  },
  factors: {
    title: 'Segundo factor',
    required: (which) => `Su organización pide uno además de la contraseña: ${which}.`,
    offered: 'Recomendado: protege su cuenta aunque alguien conozca su contraseña.',
    missing: (which) => `Configure antes ${which}.`,
    one: { security_key: 'una llave de seguridad', totp: 'una aplicación de autenticación' },
    setUp: 'Configurar',
    setUpOne: (what) => `Configurar ${what.toLowerCase()}`,
    ready: 'Listo',
    security_key: 'Llave de seguridad',
    security_key_text:
      'Una llave que se conecta o se acerca al dispositivo, o el propio dispositivo.',
    totp: 'Aplicación de autenticación',
    totp_text: 'Una aplicación de su teléfono que muestra un código nuevo cada medio minuto.',
    secret_code: 'Código secreto',
    secret_code_text: (form) =>
      `Un código que usted conoce e introduce cuando se le pide: ${form}.`,
    keyTitle: 'Registrar una llave de seguridad',
    keyText: 'Tenga la llave a mano.',
  },
  enrol: {
    title: (name) => `Hola, ${name}`,
    text: (portal) =>
      `Registre un método de autenticación para ${portal}. El enlace se agota con el primero que registre.`,
    doneTitle: (name) => `Se ha registrado ${name}`,
    doneText: 'Puede usarlo en el próximo inicio de sesión.',
    codeDoneTitle: 'Su código secreto está establecido',
    codeDoneText: 'No lo comparta. Se le pedirá al iniciar sesión.',
    finish: 'Listo',
  },
  app: {
    title: 'Configurar una aplicación de autenticación',
    text: 'Escanee la imagen con la aplicación de su teléfono e introduzca el código que muestra.',
    picture: 'Código QR para la aplicación de autenticación',
    secret: 'O introduzca esta clave en la aplicación',
    name: 'Nombre de la aplicación',
    nameStart: 'Mi teléfono',
    nameMissing: 'Introduzca un nombre.',
    code: 'Código que muestra la aplicación',
    codeMissing: 'Introduzca el código que muestra la aplicación.',
    verb: 'Terminar la configuración',
    anew: 'Empezar de nuevo con otra imagen',
  },
  secretCode: {
    title: 'Elija un código secreto',
    text: 'Se le pedirá al iniciar sesión. No lo comparta.',
    label: 'Código secreto',
    newLabel: 'Nuevo código secreto',
    hint: (form) => `Introduzca ${form}.`,
    show: 'Mostrar el código secreto',
    hide: 'Ocultar el código secreto',
    missing: 'Introduzca un código secreto.',
    verb: 'Guardar código secreto',
  },
  resetCode: {
    title: 'Elija un nuevo código secreto',
    text: 'Necesita el código de restablecimiento que le ha dado un administrador. Funciona durante unos minutos y para unos pocos intentos.',
    userName: 'Nombre de usuario',
    userNameMissing: 'Introduzca su nombre de usuario.',
    code: 'Código de restablecimiento',
    codeHint: 'Los espacios y los guiones no importan.',
    codeMissing: 'Introduzca el código de restablecimiento.',
    wrong:
      'El nombre de usuario y el código de restablecimiento no se corresponden, o el código ha caducado. Compruebe ambos o pida un código nuevo: unos pocos intentos erróneos lo anulan.',
    doneTitle: 'Su código secreto se ha cambiado',
    doneText: 'Use el nuevo a partir de ahora.',
  },
  securityKey,
} satisfies RedeemMessages
