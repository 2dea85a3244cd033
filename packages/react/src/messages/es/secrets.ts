import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('es')

const sessions = (count: number) => plural(count, { one: '# sesión', other: '# sesiones' })
const links = (count: number) =>
  plural(count, { one: '# enlace o código pendiente', other: '# enlaces y códigos pendientes' })

/** What ends with a deed, with real numbers; nothing where nothing ends. */
function ends(ended: number, open = 0): string {
  const parts = [...(ended > 0 ? [sessions(ended)] : []), ...(open > 0 ? [links(open)] : [])]
  return parts.length > 0 ? `Pone fin de inmediato a ${parts.join(' y ')}.` : ''
}

/** The words of links, codes and passwords that administrators hand out, in Spanish. */
export const secrets = {
  ends,
  once: {
    linkTitle: (name) => `Enlace para ${name}`,
    codeTitle: (name) => `Código de restablecimiento para ${name}`,
    passwordTitle: (name) => `Contraseña temporal para ${name}`,
    text: (name) =>
      `Se muestra solo esta vez. Quien lo tenga puede usarlo: entréguelo a ${name} y a nadie más.`,
    link: 'Enlace',
    code: 'Código',
    password: 'Contraseña temporal',
    until: (when) => `Válido para un uso, hasta el ${when}.`,
    mailedToo: (address) => `También se está enviando a ${address}.`,
    timeLeft: (left) => `Quedan ${left}`,
    enteredAt: (page) => `Se introduce en ${page}`,
    over: 'Ha caducado. Cree un código nuevo.',
    done: 'Listo',
    leaving: {
      title: '¿Cerrar sin copiar?',
      text: 'No se puede volver a mostrar. Tendría que crear uno nuevo, lo que anula este.',
      keep: 'Volver',
      leave: 'Cerrar',
    },
  },
  added: {
    title: (name) => `Se ha añadido a ${name}`,
    mailed: (address, until) =>
      `Se está enviando una invitación a ${address}. Es válida hasta el ${until}.`,
    handOver: (name) =>
      `Entregue este enlace a ${name}. Se muestra solo esta vez, y quien lo tenga puede usarlo.`,
    another: 'Añadir otra persona',
  },
  sent: (name, address) => `Se está enviando un correo para ${name} a ${address}.`,
  resend: {
    title: (name) => `¿Invitar de nuevo a ${name}?`,
    text: 'Crea un enlace nuevo para terminar de configurar el acceso. El anterior deja de funcionar.',
    way: '¿Por qué medio?',
    mail: 'Por correo',
    mailText: (address) => `Se envía a ${address}.`,
    show: 'Lo entrego yo',
    showText: 'El enlace se le muestra una sola vez, para copiarlo.',
    send: 'Enviar invitación',
    make: 'Crear enlace',
  },
  enrolment: {
    act: 'Enviar enlace de registro',
    title: (name) => `¿Crear un enlace de registro para ${name}?`,
    text: 'Sirve para registrar un método de autenticación sin iniciar sesión. Se envía por correo o se le muestra a usted, según la configuración del portal; un enlace anterior deja de funcionar.',
    verb: 'Crear enlace',
  },
  resetCode: {
    title: (name) => `¿Crear un código de restablecimiento para ${name}?`,
    text: 'Sirve para elegir un nuevo código secreto en unos minutos. Asegúrese de la identidad de la persona: un código de restablecimiento anterior deja de funcionar.',
    verb: 'Crear código',
  },
  password: {
    title: (name) => `¿Restablecer la contraseña de ${name}?`,
    way: '¿Cómo?',
    send: 'Enviar un enlace',
    sendText: 'Sirve para elegir una contraseña nueva. La anterior funciona hasta entonces.',
    temporary: 'Crear una contraseña temporal',
    temporaryText:
      'Se le muestra una sola vez, válida para un inicio de sesión. Después se elige una propia.',
    expire: 'Pedir una nueva en el próximo inicio de sesión',
    expireText: 'Se inicia sesión una vez más con la anterior y hay que elegir otra.',
    remove: 'Eliminar la contraseña',
    removeText:
      'El inicio de sesión se hace por otros medios, o no es posible hasta que haya una nueva.',
    signOut: 'Cerrar la sesión en todas partes',
    signOutText: (count) =>
      count === undefined
        ? 'Cierra todas las sesiones.'
        : count === 0
          ? 'En este momento no hay ninguna sesión abierta.'
          : `Cierra de inmediato ${sessions(count)}.`,
    consequence: {
      send: 'Figura como «Recuperación» hasta que se elija una nueva.',
      temporary: 'La contraseña anterior deja de funcionar.',
      expire: 'No se puede usar nada hasta que se elija una nueva.',
      remove: 'La contraseña deja de funcionar.',
    },
    verbs: {
      send: 'Enviar enlace',
      temporary: 'Crear contraseña temporal',
      expire: 'Hacer caducar la contraseña',
      remove: 'Eliminar contraseña',
    },
    done: {
      expire: (name) => `${name} debe elegir una contraseña nueva en el próximo inicio de sesión.`,
      remove: (name) => `Se ha eliminado la contraseña de ${name}.`,
    },
    label: 'Contraseña',
    states: {
      none: 'Ninguna',
      set: 'Establecida',
      temporary: 'Temporal, se sustituye en el próximo inicio de sesión',
      expired: 'Se sustituye en el próximo inicio de sesión',
      reset_pending: 'Restablecimiento solicitado; la anterior aún funciona',
    },
    federated: 'Ninguna aquí: inicia sesión mediante una federación',
    since: (state, when) => `${state} (desde el ${when})`,
    sinceUntil: (state, when) => `${state} (hasta el ${when})`,
  },
  open: {
    activation: { name: 'Invitación', again: 'Reenviar' },
    recovery: { name: 'Enlace para una contraseña nueva', again: 'Enviar de nuevo' },
    enrolment: { name: 'Enlace de registro', again: 'Crear uno nuevo' },
    reset_code: { name: 'Código de restablecimiento', again: 'Crear uno nuevo' },
  },
  sentTo: (what, address, until) =>
    `${what}: envío realizado a ${address}, con validez hasta el ${until}`,
  onItsWay: (what, address, until) =>
    `${what}: envío en curso a ${address}, con validez hasta el ${until}`,
  handedOver: (what, until) => `${what}: entrega en mano, con validez hasta el ${until}`,
  expired: (what, when) => `${what}: caducó el ${when}`,
  uninvited: 'No hay ninguna invitación pendiente',
  failed: (what, address) => `${what}: no se ha podido entregar a ${address}`,
  failedText: (why) => `Respuesta del servidor de correo: ${why}`,
  waiting: (what, address, when) => `${what}: aún sin enviar a ${address}; nuevo intento ${when}`,
  notices: 'Un aviso de un cambio',
} satisfies UserPageMessages['secrets']
