/**
 * The words of registering a security key, in English: an administrator's for somebody, and one's
 * own.
 */
export const securityKey = {
  name: 'Name of the key',
  nameHint: 'So that it can be told from others later, such as “Blue key on the key ring”.',
  nameMissing: 'Enter a name.',
  verb: 'Register key',
  touch: 'Touch the key',
  touchText:
    'Put the key into the computer or hold it against it, follow your browser, and touch the key when it blinks.',
  stop: 'Stop',
  done: (name: string) => `${name} is registered`,
  doneText: 'It can be used at the next sign-in.',
  product: 'Product',
  unknownProduct: 'Not known',
  close: 'Done',
  notHere: 'Security keys cannot be registered here',
  problemTitle: 'The key was not registered',
  problems: {
    unsupported:
      'This browser cannot register security keys. Use a current version of Chrome, Edge, Firefox or Safari.',
    insecure: 'Security keys can only be registered on a page that is opened with https.',
    dismissed:
      'It was stopped, or nobody touched the key in time. Try again when the key is at hand.',
    already_registered: 'This key is registered here already. Use another one.',
    wrong_address:
      'Keys cannot be registered at this address. Open the portal at its usual address and try again.',
    unsuitable:
      'This key cannot do what is asked of it. Use another one, such as a FIDO2 security key.',
  },
}

/** The shape of these words: what the English ones say, in any tongue. */
export type SecurityKeyMessages = typeof securityKey
