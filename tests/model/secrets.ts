import { passwords, secretCodes } from './folding.ts'
import { later, Refused, type Answer, type Success } from './outcome.ts'
import type { Reference } from './reference.ts'
import { linksOf } from './rights.ts'
import type {
  Input,
  ModelAuthenticator,
  ModelCall,
  ModelMail,
  ModelSecret,
  ModelToken,
  ModelUser,
  Setup,
} from './state.ts'

const hour = 3600
const lifetimes: Readonly<Record<string, number>> = {
  activation: 7 * 24 * hour,
  recovery: 24 * hour,
  enrolment: 24 * hour,
  reset_code: 15 * 60,
  new_password: 10 * 60,
  security_key: 10 * 60,
  totp: 10 * 60,
}
const tries = { resetCode: 3, secretCode: 3, totpSetup: 5, totp: 20, mail: 12 }

/** What a transport was given: the id in its Message-ID, whom it was for, and what it brought. */
export interface Attempt {
  readonly id: string
  readonly address: string
  readonly text: string
}

/** What one delivery must come to. */
export type Delivered = Readonly<Record<'sent' | 'postponed' | 'failed' | 'obsolete', number>>

/**
 * What links and codes are open, what people are recognised by, and the outbox: the model's second
 * half.
 */
export class SecretsReference {
  secrets: ModelSecret[] = []
  /** Every link that somebody has seen, also those that are no longer good. */
  readonly tokens: ModelToken[] = []
  readonly passwords = new Map<
    string,
    { readonly text: string; readonly temporary: boolean; readonly expiresAt: string | null }
  >()
  readonly secretCodes = new Map<string, { readonly text: string; wrongTries: number }>()
  readonly keyHolders = new Map<string, string>()
  mails: ModelMail[] = []

  constructor(
    private readonly model: Reference,
    readonly setup: Setup,
  ) {}

  // What shuts a link

  live({ expiresAt }: ModelSecret): boolean {
    return this.model.now < expiresAt
  }

  /** The live secret that a text is a copy of, for one of the purposes. */
  secretOf(text: string, purposes: readonly string[]): ModelSecret | undefined {
    return this.secrets.find(
      (secret) =>
        purposes.includes(secret.purpose) &&
        this.live(secret) &&
        secret.copies.some((copy) => copy.text === text),
    )
  }

  /**
   * Failed sign-ins shut nobody out of what was sent to them; every other reason without access
   * does, but those that a link is the way out of.
   */
  mayRedeem(user: ModelUser): boolean {
    return (
      !this.model.lockedAbove(user) &&
      this.model
        .ownReasons(user)
        .every((reason) =>
          ['PROVISIONED', 'AWAITING_NEW_PASSWORD', 'AUTO_LOCKED failed-sign-ins'].includes(reason),
        )
    )
  }

  /** Ends what is open for a person, as far as it is chosen. */
  end(userId: string, chosen: (secret: ModelSecret) => boolean = () => true): void {
    this.secrets = this.secrets.filter((secret) => secret.userId !== userId || !chosen(secret))
  }

  forget(userId: string): void {
    this.end(userId)
    this.passwords.delete(userId)
    this.secretCodes.delete(userId)
    this.mails = this.mails.filter((mail) => mail.userId !== userId)
    for (const [credentialId, holder] of this.keyHolders)
      if (holder === userId) this.keyHolders.delete(credentialId)
  }

  private replace(
    user: ModelUser,
    purpose: string,
    copies: ModelSecret['copies'],
    { key = purpose, text = null }: { readonly key?: string; readonly text?: string | null } = {},
  ): ModelSecret {
    const secret: ModelSecret = {
      userId: user.id,
      purpose,
      key,
      issuedAt: this.model.now,
      expiresAt: later(this.model.now, lifetimes[purpose]!),
      copies,
      wrongTries: 0,
      text,
    }
    this.end(user.id, (other) => other.key === key)
    this.secrets.push(secret)
    for (const copy of copies) this.see(secret, copy.text)
    return secret
  }

  private see(secret: ModelSecret, text: string | null): void {
    if (text !== null && secret.purpose !== 'reset_code') this.tokens.push({ text, secret })
  }

  private need(service: 'services' | 'mail'): void {
    if (!this.setup[service]) throw new Refused('not_configured')
  }

  // Making links

  /**
   * What a link comes to: where it is mailed, until when it is good, and whether it is shown.
   * Applied when the real one is known.
   */
  private link(user: ModelUser, purpose: string, delivery: string) {
    const sentTo = delivery !== 'show' && this.setup.mail ? user.email : null
    const shown = delivery !== 'mail' || sentTo === null
    const expiresAt = later(this.model.now, lifetimes[purpose]!)
    return {
      told: { sentTo, expiresAt, ...(shown ? {} : { link: null }) },
      issue: (link: string | null | undefined) => {
        const secret = this.replace(
          user,
          purpose,
          shown ? [{ text: link?.split('#')[1] ?? null, address: null }] : [],
        )
        if (sentTo !== null) this.queue(user, purpose, sentTo, secret)
      },
    }
  }

  /** The link that somebody new is given, or none. */
  invite(
    user: ModelUser,
    delivery: string = this.setup.delivery,
  ): { readonly told: object | null; readonly issue: (value: Answer) => void } {
    if (user.signInRoute === 'federated' || !this.setup.services)
      return { told: null, issue: () => {} }
    const { told, issue } = this.link(user, 'activation', delivery)
    return { told, issue: ({ activationLink }) => issue(activationLink?.link) }
  }

  // The outbox

  private queue(
    user: ModelUser,
    occasion: string,
    address: string,
    secret: ModelSecret | null = null,
  ): void {
    if (!this.setup.mail) return
    this.mails.push({
      id: null,
      userId: user.id,
      occasion,
      address,
      secret,
      request: null,
      state: 'queued',
      queuedAt: this.model.now,
      dueAt: this.model.now,
      attempts: 0,
      sentAt: null,
    })
  }

  /** Tells a person at every address that they have shown to read, or at the one they have. */
  notify(
    occasion: string,
    ...people: readonly Pick<ModelUser, 'id' | 'email' | 'verifiedEmails'>[]
  ): void {
    const addresses = people.flatMap(({ email, verifiedEmails }) =>
      verifiedEmails.length > 0 ? verifiedEmails : [email],
    )
    for (const address of new Set(addresses)) this.queue(people[0] as ModelUser, occasion, address)
  }

  /**
   * Plays a delivery after the real one, whose transport was given `attempts` and took them or not.
   */
  deliver(limit: number, mood: 'takes' | 'is down' | 'refuses', attempts: Attempt[]): Delivered {
    const report = { sent: 0, postponed: 0, failed: 0, obsolete: 0 }
    for (let done = 0; done < limit; done++) {
      const waiting = this.mails.filter(
        ({ state, dueAt }) => state === 'queued' && dueAt <= this.model.now,
      )
      const mail = waiting.reduce<ModelMail | null>(
        (first, other) => (first === null || other.dueAt < first.dueAt ? other : first),
        null,
      )
      if (!mail) break
      Object.assign(mail, { attempts: mail.attempts + 1, dueAt: later(this.model.now, 300) })
      mail.state = this.handOn(mail, mood, attempts)
      if (mail.state === 'sent') mail.sentAt = this.model.now
      report[mail.state === 'queued' ? 'postponed' : mail.state]++
    }
    return report
  }

  private handOn(mail: ModelMail, mood: string, attempts: Attempt[]): ModelMail['state'] {
    if (mail.request) {
      const { userName, organizationId } = mail.request
      const user = this.model.holderOf(userName, organizationId)
      const recent =
        user &&
        this.secrets.some(
          (secret) =>
            secret.userId === user.id &&
            secret.purpose === 'recovery' &&
            this.model.now < later(secret.issuedAt, 300),
        )
      if (user && !recent && this.setup.delivery !== 'show') {
        const begun = this.model.predict({
          caller: 'system',
          operation: 'passwords.sendReset',
          input: { userId: user.id, signOut: false },
          wrong: false,
        })
        if (begun.code === null) begun.settle({})
      }
      return 'sent'
    }
    if (mail.secret && (!this.secrets.includes(mail.secret) || !this.live(mail.secret)))
      return 'obsolete'
    const attempt = attempts.shift()
    if (attempt?.address !== mail.address)
      throw new Error(
        `A mail to ${mail.address} was due, and ${attempt ? `one to ${attempt.address}` : 'none'} was sent.`,
      )
    if (mail.id !== null && mail.id !== attempt.id)
      throw new Error(`A mail to ${mail.address} is tried again with another Message-ID.`)
    mail.id = attempt.id
    if (mail.secret) {
      const text =
        mail.occasion === 'reset_code'
          ? attempt.text.match(/\d{4} \d{4}/)![0]
          : attempt.text.match(/https:\/\/portal\.example\/redeem#(\S+)/)![1]!
      mail.secret.copies.push({ text, address: mail.address })
      this.see(mail.secret, text)
    }
    if (mood === 'takes') return 'sent'
    if (mood === 'refuses' || mail.attempts >= tries.mail) return 'failed'
    mail.dueAt = later(this.model.now, Math.min(60 * 2 ** (mail.attempts - 1), 6 * hour))
    return 'queued'
  }

  /** Whether a mail that was given up is in the queue again. */
  retry(id: string): boolean {
    const mail = this.mails.find((candidate) => candidate.id === id && candidate.state === 'failed')
    if (mail) Object.assign(mail, { state: 'queued', attempts: 0, dueAt: this.model.now })
    return mail !== undefined
  }

  // What administrators and the host's own code do about a person

  aboutUser(operation: string, user: ModelUser, input: Input, caller: ModelUser | null): Success {
    const { model } = this
    const seen = () => model.viewOf(caller, model.users.get(user.id)!)
    switch (operation) {
      case 'users.resendActivation':
        return this.linkFor(user, 'activation', input.delivery ?? this.setup.delivery)
      case 'authenticators.issueEnrolmentLink':
        return this.linkFor(user, 'enrolment', this.setup.delivery)
      case 'passwords.sendReset': {
        this.need('services')
        const { told, issue } = this.link(user, 'recovery', this.setup.delivery)
        const ended = this.sessionsIf(user, input.signOut)
        const over = user.password.expiresAt !== null && model.now >= user.password.expiresAt
        const state =
          !over && ['none', 'set'].includes(user.password.state)
            ? { ...user.password, state: 'reset_pending', sinceAt: model.now }
            : user.password
        return {
          apply: ({ link }) => {
            issue(link)
            if (input.signOut !== false) model.endSessions(user.id)
            model.change(user, { password: state })
          },
          expect: () => ({ ...told, sessionsEnded: ended }),
        }
      }
      case 'passwords.setTemporary': {
        this.need('services')
        const ended = this.sessionsIf(user)
        const expiresAt = later(model.now, 24 * hour)
        return {
          apply: ({ password }) => {
            this.passwords.set(user.id, { text: password as string, temporary: true, expiresAt })
            model.endSessions(user.id)
            this.end(user.id, ({ purpose }) => purpose === 'new_password')
            model.change(user, {
              password: { state: 'temporary', sinceAt: model.now, expiresAt: null },
            })
            this.notify('password_reset', user)
          },
          expect: () => ({ expiresAt, sessionsEnded: ended }),
        }
      }
      case 'passwords.remove':
        return {
          apply: () => {
            this.passwords.delete(user.id)
            this.end(user.id, ({ purpose }) => purpose === 'new_password')
            if (input.signOut !== false) model.endSessions(user.id)
            model.change(user, { password: { state: 'none', sinceAt: model.now, expiresAt: null } })
            this.notify('password_removed', user)
          },
          expect: seen,
        }
      case 'passwords.expire':
        return {
          apply: () => {
            this.end(user.id, ({ purpose }) => purpose === 'new_password')
            model.change(user, {
              password: { state: 'expired', sinceAt: model.now, expiresAt: null },
            })
            this.notify('password_reset', user)
          },
          expect: seen,
        }
      case 'secretCodes.issueResetCode': {
        this.need('services')
        if (!this.secretCodes.has(user.id)) throw new Refused('no_secret_code')
        const sentTo = this.setup.codeDelivery === 'mail' && this.setup.mail ? user.email : null
        return {
          apply: ({ code }) => {
            const secret = this.replace(
              user,
              'reset_code',
              sentTo === null ? [{ text: code!, address: null }] : [],
            )
            if (sentTo !== null) this.queue(user, 'reset_code', sentTo, secret)
          },
          expect: () => ({
            sentTo,
            expiresAt: later(model.now, lifetimes['reset_code']!),
            ...(sentTo === null ? {} : { code: null }),
          }),
        }
      }
      case 'secrets.list':
        return {
          expect: () => ({
            items: this.secrets
              .filter(({ userId }) => userId === user.id)
              .map((secret) => ({
                purpose: secret.purpose,
                issuedAt: secret.issuedAt,
                expiresAt: secret.expiresAt,
                expired: !this.live(secret),
                sentTo: [...new Set(secret.copies.flatMap(({ address }) => address ?? []))],
              })),
          }),
        }
      case 'mails.ofUser':
        return { expect: () => ({ items: this.mailsOf(user.id).slice(0, 20).map(viewMessage) }) }
      case 'authenticators.beginSecurityKey':
        return this.beginKey(user, caller)
      case 'authenticators.finishSecurityKey':
        return this.finishKey(user, caller, input)
      case 'signIn.beginSecurityKey':
        this.need('services')
        if (!model.hasAccess(user)) throw new Refused('access_suspended')
        if (this.activeKeys(user).length === 0) throw new Refused('factor_needed')
        return {
          apply: ({ options }) =>
            void this.replace(user, 'security_key', [], { key: keyUse, text: options!.challenge }),
          expect: () => ({ expiresAt: later(model.now, lifetimes['security_key']!) }),
        }
      case 'signIn.finishSecurityKey':
        return this.useKey(user, input)
      case 'signIn.completeOnboarding':
        if (user.state === 'active') return { expect: seen }
        return {
          apply: () => {
            this.end(user.id, ({ purpose }) => purpose === 'activation')
            model.change(user, { state: 'active', inactivityLockAt: model.inactivityLock() })
          },
          expect: seen,
        }
      case 'signIn.verifySecretCode': {
        this.need('services')
        if (!model.hasAccess(user)) throw new Refused('access_suspended')
        const stored = this.secretCodes.get(user.id)
        if (!stored) throw new Refused('no_secret_code')
        const blocked = stored.wrongTries >= tries.secretCode
        const right = !blocked && input.secretCode === stored.text
        const after = blocked ? stored.wrongTries : right ? 0 : stored.wrongTries + 1
        return {
          apply: () => void (stored.wrongTries = after),
          expect: () => ({
            outcome: right ? 'right' : after >= tries.secretCode ? 'blocked' : 'wrong',
            triesLeft: tries.secretCode - after,
          }),
        }
      }
      default:
        return this.verifyTotp(user, input)
    }
  }

  private linkFor(user: ModelUser, purpose: string, delivery: string): Success {
    this.need('services')
    const { told, issue } = this.link(user, purpose, delivery)
    return { apply: ({ link }) => issue(link), expect: () => told }
  }

  private sessionsIf(user: ModelUser, signOut = true): number {
    return signOut ? this.model.sessions.filter(({ userId }) => userId === user.id).length : 0
  }

  private verifyTotp(user: ModelUser, { code }: Input): Success {
    const { model } = this
    this.need('services')
    if (!model.hasAccess(user)) throw new Refused('access_suspended')
    const active = model.authenticators.filter(
      (authenticator) =>
        authenticator.userId === user.id &&
        authenticator.type === 'totp' &&
        model.authenticatorState(authenticator) === 'active',
    )
    const open = active.flatMap((authenticator) =>
      authenticator.material?.kind === 'totp' && authenticator.material.wrongTries < tries.totp
        ? [{ authenticator, material: authenticator.material }]
        : [],
    )
    const place = open.findIndex(
      ({ material }) => stepOf(code!, material.secret, model.now, material.lastStep) !== null,
    )
    return {
      apply: () => {
        // The right code of one app is no guess at another.
        if (place < 0) return open.forEach(({ material }) => material.wrongTries++)
        const { authenticator, material } = open[place]!
        Object.assign(material, {
          lastStep: stepOf(code!, material.secret, model.now, null),
          wrongTries: 0,
        })
        Object.assign(authenticator, {
          lastUsedAt: model.now,
          inactivityLockAt: model.idleLock(),
          version: authenticator.version + 1,
        })
      },
      expect: () => ({
        outcome:
          place >= 0 ? 'right' : open.length === 0 && active.length > 0 ? 'blocked' : 'wrong',
      }),
    }
  }

  // Ceremonies

  private beginKey(user: ModelUser, beginner: ModelUser | null): Success {
    this.need('services')
    return {
      apply: ({ options }) =>
        void this.replace(user, 'security_key', [], {
          key: keyOf(beginner),
          text: options!.challenge,
        }),
      expect: () => ({ expiresAt: later(this.model.now, lifetimes['security_key']!) }),
    }
  }

  private finishKey(
    user: ModelUser,
    beginner: ModelUser | null,
    { response = {} }: Input,
    secret: ModelSecret | null = null,
  ): Success {
    this.need('services')
    const { credentialId = 'a2V5', type = 'fido2' } = response
    const begun = this.secrets.find(
      ({ userId, key }) => userId === user.id && key === keyOf(beginner),
    )
    const holder = this.keyHolders.get(credentialId)
    // The first answer uses the challenge up, also a wrong one.
    if (begun) this.end(user.id, (other) => other === begun)
    if (!begun || !this.live(begun) || response.answered !== begun.text)
      throw new Refused('ceremony_refused')
    if (holder !== undefined) throw new Refused('security_key_taken')
    this.keyHolders.set(credentialId, user.id)
    return this.bound(user, { type, material: { kind: 'security_key', credentialId } }, secret)
  }

  private activeKeys(user: ModelUser): ModelAuthenticator[] {
    return this.model.authenticators.filter(
      (authenticator) =>
        authenticator.userId === user.id &&
        authenticator.material?.kind === 'security_key' &&
        this.model.authenticatorState(authenticator) === 'active',
    )
  }

  /** The first answer uses the challenge up, also a wrong one. */
  private useKey(user: ModelUser, { response = {} }: Input): Success {
    const { model } = this
    this.need('services')
    if (!model.hasAccess(user)) throw new Refused('access_suspended')
    const asked = this.secrets.find(({ userId, key }) => userId === user.id && key === keyUse)
    const key = this.activeKeys(user).find(
      ({ material }) => material?.kind === 'security_key' && material.credentialId === response.id,
    )
    const right =
      asked !== undefined &&
      this.live(asked) &&
      key !== undefined &&
      response.answered === asked.text
    return {
      apply: () => {
        this.end(user.id, (other) => other === asked)
        if (right)
          Object.assign(key, {
            lastUsedAt: model.now,
            inactivityLockAt: model.idleLock(),
            version: key.version + 1,
          })
      },
      expect: () => (right ? { outcome: 'right', authenticatorId: key.id } : { outcome: 'wrong' }),
    }
  }

  private bound(
    user: ModelUser,
    { type, material }: Pick<ModelAuthenticator, 'type' | 'material'>,
    secret: ModelSecret | null,
  ): Success {
    const { model } = this
    let added: ModelAuthenticator
    const linkDone = secret?.purpose === 'enrolment'
    return {
      apply: ({ id, authenticator }) => {
        added = {
          id: model.fresh(secret ? authenticator?.id : id),
          userId: user.id,
          type,
          version: 1,
          state: 'active',
          inactivityLockAt: model.idleLock(),
          lastUsedAt: null,
          material,
        }
        model.authenticators.push(added)
        this.notify('factor_added', user)
        model.change(user, { mfa: { ...user.mfa, enrolment: 'enrolled' } }, { bookkeeping: true })
      },
      expect: () =>
        secret
          ? { authenticator: model.viewAuthenticator(added), linkDone }
          : model.viewAuthenticator(added),
    }
  }

  // What somebody does with a link

  bearer({ caller, operation, input, wrong }: ModelCall): Success {
    const { model } = this
    if (wrong) throw new Refused('invalid_input')
    const secret = this.secretOf(input.token!, linksOf[operation]!)
    const user = secret && model.users.get(secret.userId)
    if (!secret || !user || !this.mayRedeem(user)) throw new Refused('secret_unusable')
    if (caller !== 'system' && caller.userId !== null && caller.userId !== user.id)
      throw new Refused('other_account')
    try {
      return {
        chain: user.organizationId,
        subjectId: user.id,
        actorId: user.id,
        ...this.redeem(operation, user, secret, input),
      }
    } catch (refused) {
      throw refused instanceof Refused
        ? new Refused(refused.code, user.organizationId, user.id, user.id)
        : refused
    }
  }

  private redeem(operation: string, user: ModelUser, secret: ModelSecret, input: Input): Success {
    const { model } = this
    const { purpose } = secret
    const registered = model.authenticators.filter(
      (authenticator) =>
        authenticator.userId === user.id && model.authenticatorState(authenticator) === 'active',
    ).length
    switch (operation) {
      case 'redeem.open': {
        const asksFactor = purpose === 'activation' || purpose === 'enrolment'
        return {
          expect: () => ({
            purpose,
            expiresAt: secret.expiresAt,
            person: { userName: user.userName },
            password: purpose === 'enrolment' ? null : { minimum: minPasswordLength(user) },
            factors: {
              available: asksFactor ? ['security_key', 'totp', 'secret_code'] : [],
              required: purpose === 'enrolment' || (purpose === 'activation' && user.mfa.required),
              registered,
            },
            secretCode: { chosen: this.secretCodes.has(user.id) },
          }),
        }
      }
      case 'redeem.finishOnboarding':
        if (user.mfa.required && registered === 0) throw new Refused('factor_needed')
        if (input.password === undefined && registered === 0) throw new Refused('invalid_input')
        if (input.password !== undefined) mustBeFit(user, input.password)
        return {
          apply: () => {
            this.end(user.id, (other) => other === secret)
            model.change(user, {
              ...(input.password === undefined ? {} : this.keepPassword(user, input.password)),
              ...verifiedBy(user, secret, input.token!),
              state: 'active',
              inactivityLockAt: model.inactivityLock(),
            })
          },
          expect: () => ({ userName: user.userName }),
        }
      case 'redeem.setPassword': {
        mustBeFit(user, input.password!)
        const stored = this.passwords.get(user.id)
        // Not the one again that had to be replaced.
        if (
          [secret.text, stored?.temporary ? stored.text : null].includes(
            passwords[input.password!]!.plain,
          )
        )
          throw new Refused('invalid_input')
        const ended = this.sessionsIf(user)
        return {
          apply: () => {
            this.end(
              user.id,
              (other) => other.purpose === 'recovery' || other.purpose === 'new_password',
            )
            model.endSessions(user.id)
            const verified = verifiedBy(user, secret, input.token!)
            model.change(user, {
              ...this.keepPassword(user, input.password!),
              ...verified,
              locks: user.locks.filter(({ kind }) => kind !== 'failed-sign-ins'),
              failed: { count: 0, sinceAt: null },
            })
            this.notify('password_changed', user)
          },
          expect: () => ({ userName: user.userName, sessionsEnded: ended }),
        }
      }
      case 'redeem.beginSecurityKey':
        return this.beginKey(user, user)
      case 'redeem.finishSecurityKey':
        return this.usingUp(user, secret, input, this.finishKey(user, user, input, secret))
      case 'redeem.beginTotp':
        return {
          apply: (value) => void this.replace(user, 'totp', [], { text: value.secret! }),
          expect: () => ({ expiresAt: later(model.now, lifetimes['totp']!) }),
        }
      case 'redeem.finishTotp':
        return this.usingUp(user, secret, input, this.finishTotp(user, secret, input))
      default:
        if (!secretCodes[input.secretCode!]) throw new Refused('invalid_input')
        if (this.secretCodes.has(user.id)) throw new Refused('invalid_transition')
        return {
          apply: () => {
            this.secretCodes.set(user.id, { text: input.secretCode!, wrongTries: 0 })
            this.notify('factor_added', user)
          },
          expect: () => ({ userName: user.userName }),
        }
    }
  }

  private finishTotp(user: ModelUser, secret: ModelSecret, { code }: Input): Success {
    const { model } = this
    const begun = this.secrets.find(
      ({ userId, purpose }) => userId === user.id && purpose === 'totp',
    )
    if (!begun || !this.live(begun) || begun.wrongTries >= tries.totpSetup)
      throw new Refused('ceremony_refused')
    const step = stepOf(code!, begun.text!, model.now, null)
    if (step === null) {
      begun.wrongTries++
      throw new Refused('ceremony_refused')
    }
    model.mustHaveRoomForTotp(user)
    const bound = this.bound(
      user,
      {
        type: 'totp',
        material: { kind: 'totp', secret: begun.text!, lastStep: step, wrongTries: 0 },
      },
      secret,
    )
    return {
      ...bound,
      apply: (value) => {
        this.end(user.id, (other) => other === begun)
        bound.apply!(value)
      },
    }
  }

  /** An enrolment link is used up by what it was for; one for onboarding is not. */
  private usingUp(
    user: ModelUser,
    secret: ModelSecret,
    { token }: Input,
    success: Success,
  ): Success {
    if (secret.purpose !== 'enrolment') return success
    return {
      ...success,
      apply: (value) => {
        const verified = verifiedBy(user, secret, token!)
        success.apply!(value)
        this.end(user.id, (other) => other === secret)
        Object.assign(user, verified)
      },
    }
  }

  private keepPassword(user: ModelUser, typed: string): Pick<ModelUser, 'password'> {
    const expiresAt =
      this.setup.passwordDays === null
        ? null
        : later(this.model.now, this.setup.passwordDays * 86_400)
    this.passwords.set(user.id, { text: passwords[typed]!.plain, temporary: false, expiresAt })
    return { password: { state: 'set', sinceAt: this.model.now, expiresAt } }
  }

  // What anybody may ask, and the host's sign-in

  anyone({ operation, input, wrong }: ModelCall): Success {
    const { model } = this
    if (wrong) throw new Refused('invalid_input')
    if (operation === 'redeem.requestRecovery') {
      this.need('mail')
      const request = { userName: input.userName!, organizationId: input.organizationId ?? '' }
      return {
        chain: model.root().id,
        actorId: null,
        apply: () =>
          void this.mails.push({
            id: null,
            userId: null,
            occasion: null,
            address: null,
            secret: null,
            request,
            state: 'queued',
            queuedAt: model.now,
            dueAt: model.now,
            attempts: 0,
            sentAt: null,
          }),
        expect: () => ({}),
      }
    }
    this.need('services')
    if (!secretCodes[input.secretCode!]) throw new Refused('invalid_input')
    const user = model.holderOf(input.userName!, input.organizationId ?? '')
    const secret =
      user &&
      this.secrets.find(({ userId, purpose }) => userId === user.id && purpose === 'reset_code')
    if (
      !secret ||
      !this.live(secret) ||
      secret.wrongTries >= tries.resetCode ||
      !this.mayRedeem(user)
    )
      throw new Refused('secret_unusable')
    const copy = secret.copies.find(
      ({ text }) => text?.replace(' ', '') === input.code!.replaceAll(/[ -]/g, ''),
    )
    if (!copy) {
      secret.wrongTries++
      throw new Refused('secret_unusable')
    }
    return {
      chain: user.organizationId,
      subjectId: user.id,
      actorId: null,
      apply: () => {
        this.end(user.id, (other) => other === secret)
        this.secretCodes.set(user.id, { text: input.secretCode!, wrongTries: 0 })
        this.notify('secret_code_changed', user)
        Object.assign(user, verifiedBy(user, secret, copy.text!))
      },
      expect: () => ({ userName: user.userName }),
    }
  }

  verifyPassword({ userName, organizationId, password }: Input): Success {
    const { model } = this
    this.need('services')
    const user = model.holderOf(userName!, organizationId ?? '')
    const refused = () => ({ outcome: 'refused' })
    if (!user)
      return {
        chain:
          organizationId !== undefined && model.organizations.has(organizationId)
            ? organizationId
            : model.root().id,
        subjectId: null,
        expect: refused,
      }
    const about = { chain: user.organizationId, subjectId: user.id }
    const stored = this.passwords.get(user.id)
    if (stored?.text !== (passwords[password!]?.plain ?? password))
      return { ...about, apply: () => model.countFailure(user), expect: refused }
    const awaiting = model.statusOf(user) === 'AWAITING_NEW_PASSWORD'
    const over = stored!.temporary && model.now >= stored!.expiresAt!
    if (user.signInRoute !== 'any' || !(model.hasAccess(user) || awaiting) || over)
      return { ...about, expect: refused }
    if (awaiting) {
      return {
        ...about,
        apply: ({ token }) => {
          if (stored!.temporary) this.passwords.delete(user.id)
          this.replace(user, 'new_password', [{ text: token!, address: null }], {
            text: stored!.text,
          })
        },
        expect: () => ({
          outcome: 'new_password_needed',
          userId: user.id,
          expiresAt: later(model.now, lifetimes['new_password']!),
        }),
      }
    }
    return {
      ...about,
      apply: () => {
        if (user.password.state === 'reset_pending')
          model.change(
            user,
            { password: { ...user.password, state: 'set' } },
            { bookkeeping: true },
          )
      },
      expect: () => ({
        outcome: 'accepted',
        userId: user.id,
        mfaRequired: user.mfa.required || user.mfa.enrolment === 'enrolled',
        factors: this.usableFactors(user),
      }),
    }
  }

  private usableFactors(user: ModelUser): string[] {
    const kinds: string[] = this.model.authenticators.flatMap((authenticator) =>
      authenticator.userId === user.id &&
      authenticator.material &&
      this.model.authenticatorState(authenticator) === 'active'
        ? [authenticator.material.kind]
        : [],
    )
    if ((this.secretCodes.get(user.id)?.wrongTries ?? tries.secretCode) < tries.secretCode)
      kinds.push('secret_code')
    return ['security_key', 'totp', 'secret_code'].filter((kind) => kinds.includes(kind))
  }

  /** Newest first. */
  mailsOf(userId: string): ModelMail[] {
    return this.mails.filter((mail) => mail.userId === userId).reverse()
  }
}

/** A mail as administrators see it; its id is foretold only once a transport has named it. */
function viewMessage({
  id,
  occasion,
  address,
  state,
  queuedAt,
  sentAt,
  attempts,
  dueAt,
}: ModelMail): object {
  return {
    id: id ?? undefined,
    occasion,
    address,
    state,
    queuedAt,
    sentAt,
    attempts,
    dueAt: state === 'queued' ? dueAt : null,
  }
}

/** Beside a registration that may be going on. */
export const keyUse = 'security_key use'

function keyOf(beginner: ModelUser | null): string {
  return `security_key ${beginner?.id ?? 'system'}`
}

function minPasswordLength({ mfa }: ModelUser): number {
  return mfa.required || mfa.enrolment === 'enrolled' ? 8 : 15
}

function mustBeFit(user: ModelUser, typed: string): void {
  const { length, barred } = passwords[typed]!
  if (barred || length < minPasswordLength(user)) throw new Refused('invalid_input')
}

/** The addresses that somebody has shown to read once they have used this copy. */
function verifiedBy(
  { email, verifiedEmails }: ModelUser,
  secret: ModelSecret,
  text: string,
): Pick<ModelUser, 'verifiedEmails'> {
  const address = secret.copies.find((copy) => copy.text === text)?.address ?? null
  return {
    verifiedEmails:
      address !== null && address === email && !verifiedEmails.includes(address)
        ? [...verifiedEmails, address]
        : verifiedEmails,
  }
}

/** The step of a code of the world's authenticator apps, which show the end of their secret. */
function stepOf(code: string, secret: string, at: string, afterStep: number | null): number | null {
  const step = Math.floor(Date.parse(at) / 60_000)
  return code === secret.slice(-6) && (afterStep === null || step > afterStep) ? step : null
}
