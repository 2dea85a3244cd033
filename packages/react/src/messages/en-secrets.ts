import { words } from './words.js'

const { plural } = words('en')

const sessions = (count: number) => plural(count, { one: '# session', other: '# sessions' })
const links = (count: number) =>
  plural(count, { one: '# open link or code', other: '# open links and codes' })

/** What ends with a deed, with real numbers; nothing where nothing ends. */
function ends(ended: number, open = 0): string {
  const parts = [...(ended > 0 ? [sessions(ended)] : []), ...(open > 0 ? [links(open)] : [])]
  return parts.length > 0 ? `Ends ${parts.join(' and ')} at once.` : ''
}

/** The words of links, codes and passwords that administrators hand out, in English. */
export const secrets = {
  ends,
  once: {
    linkTitle: (name: string) => `Link for ${name}`,
    codeTitle: (name: string) => `Reset code for ${name}`,
    passwordTitle: (name: string) => `Temporary password for ${name}`,
    text: (name: string) =>
      `It is shown only this once. Whoever has it can use it: give it to ${name} and to nobody else.`,
    link: 'Link',
    code: 'Code',
    password: 'Temporary password',
    until: (when: string) => `Good for one use, until ${when}.`,
    mailedToo: (address: string) => `It is also on its way to ${address}.`,
    timeLeft: (left: string) => `${left} left`,
    enteredAt: (page: string) => `It is entered at ${page}`,
    over: 'Its time is over. Make a new one.',
    done: 'Done',
    leaving: {
      title: 'Close without copying it?',
      text: 'It cannot be shown again. You would have to make a new one, which ends this one.',
      keep: 'Go back',
      leave: 'Close',
    },
  },
  /** The end of the wizard that adds a person. */
  added: {
    title: (name: string) => `${name} has been added`,
    mailed: (address: string, until: string) =>
      `An invitation is on its way to ${address}. It is good until ${until}.`,
    handOver: (name: string) =>
      `Hand this link over to ${name}. It is shown only this once, and whoever has it can use it.`,
    another: 'Add another',
  },
  sent: (name: string, address: string) => `A mail to ${name} is on its way to ${address}.`,
  resend: {
    title: (name: string) => `Invite ${name} again?`,
    text: 'Makes a new link to finish onboarding. The former one no longer works.',
    way: 'How do they get it?',
    mail: 'By mail',
    mailText: (address: string) => `Goes to ${address}.`,
    show: 'I hand it over',
    showText: 'The link is shown to you once, to copy.',
    send: 'Send invitation',
    make: 'Make link',
  },
  enrolment: {
    act: 'Send enrolment link',
    title: (name: string) => `Make an enrolment link for ${name}?`,
    text: 'They register an authenticator with it, without signing in. It is mailed or shown to you, as the portal is set up; a former link no longer works.',
    verb: 'Make link',
  },
  resetCode: {
    title: (name: string) => `Make a reset code for ${name}?`,
    text: 'They choose a new secret code with it, within minutes. Make sure that it is them: a former reset code no longer works.',
    verb: 'Make code',
  },
  password: {
    title: (name: string) => `Reset the password of ${name}?`,
    way: 'How?',
    send: 'Send a link',
    sendText: 'They choose a new password with it. The former one works until then.',
    temporary: 'Make a temporary password',
    temporaryText: 'Shown to you once, good for one sign-in. Then they choose their own.',
    expire: 'Ask for a new one at the next sign-in',
    expireText: 'They sign in with the former one once more, and must choose another.',
    remove: 'Remove the password',
    removeText: 'They sign in by other means, or not at all until they have a new one.',
    signOut: 'Sign them out everywhere',
    signOutText: (count: number | undefined) =>
      count === undefined
        ? 'Ends all their sessions.'
        : count === 0
          ? 'They are not signed in anywhere at the moment.'
          : `Ends ${sessions(count)} at once.`,
    consequence: {
      send: 'They show as in recovery until they have chosen a new one.',
      temporary: 'The former password no longer works.',
      expire: 'They cannot use anything until they have chosen a new one.',
      remove: 'The password no longer works.',
    },
    verbs: {
      send: 'Send link',
      temporary: 'Make temporary password',
      expire: 'Expire password',
      remove: 'Remove password',
    },
    done: {
      expire: (name: string) => `${name} must choose a new password at the next sign-in.`,
      remove: (name: string) => `The password of ${name} has been removed.`,
    },
    label: 'Password',
    states: {
      none: 'None',
      set: 'Set',
      temporary: 'Temporary, to be replaced at the next sign-in',
      expired: 'To be replaced at the next sign-in',
      reset_pending: 'Reset asked for; the former one still works',
    },
    federated: 'None here: signs in through a federation',
    since: (state: string, when: string) => `${state} (since ${when})`,
    sinceUntil: (state: string, when: string) => `${state} (until ${when})`,
  },
  /** What is open for a person, by what it is for, in the head of their page. */
  open: {
    activation: { name: 'Invitation', again: 'Resend' },
    recovery: { name: 'Link for a new password', again: 'Send again' },
    enrolment: { name: 'Enrolment link', again: 'Make a new one' },
    reset_code: { name: 'Reset code', again: 'Make a new one' },
  },
  sentTo: (what: string, address: string, until: string) =>
    `${what} sent to ${address}, valid until ${until}`,
  onItsWay: (what: string, address: string, until: string) =>
    `${what} on its way to ${address}, valid until ${until}`,
  handedOver: (what: string, until: string) => `${what} handed over, valid until ${until}`,
  expired: (what: string, when: string) => `${what} expired on ${when}`,
  uninvited: 'No invitation is open',
  failed: (what: string, address: string) => `${what} could not be delivered to ${address}`,
  failedText: (why: string) => `The mail server said: ${why}`,
  waiting: (what: string, address: string, when: string) =>
    `${what} to ${address} has not gone out yet; tried again ${when}`,
  /** What mails are about, where they are no link or code. */
  notices: 'A notice of a change',
}
