// What the model remembers: plain values in plain maps.

export interface ModelLock {
  readonly kind: string
  readonly fromAt: string
  readonly untilAt: string | null
}

export interface ModelOrganization {
  readonly id: string
  parentId: string | null
  name: string
  version: number
  ssoProvider: string | null
  mapping: Readonly<Record<string, string>>
  locks: readonly ModelLock[]
}

export interface ModelUser {
  readonly id: string
  organizationId: string
  version: number
  userName: string
  name: { readonly givenName: string; readonly familyName: string }
  email: string
  verifiedEmails: readonly string[]
  password: {
    readonly state: string
    readonly sinceAt: string | null
    readonly expiresAt: string | null
  }
  userType: string | null
  state: 'staged' | 'provisioned' | 'active' | 'deactivated' | 'deleted'
  formerState: string | null
  restorableUntilAt: string | null
  locks: readonly ModelLock[]
  mfa: { readonly required: boolean; readonly enrolment: string }
  failed: { readonly count: number; readonly sinceAt: string | null }
  inactivityLockAt: string | null
  signInRoute: string
  validFromAt: string | null
  validUntilAt: string | null
  lastSignedInAt: string | null
  createdAt: string
  updatedAt: string
  owners: Readonly<Record<string, string>>
}

export interface ModelAssignment {
  readonly id: string
  readonly userId: string
  readonly roleId: string
  readonly organizationId: string
  readonly validFromAt: string | null
  readonly validUntilAt: string | null
}

export interface ModelPersona {
  readonly id: string
  readonly userId: string
  readonly typeId: string
  version: number
  preferred: boolean
  scopes: readonly string[]
  validFromAt: string | null
  validUntilAt: string | null
}

export interface ModelAuthenticator {
  readonly id: string
  readonly userId: string
  readonly type: string
  version: number
  state: string
  inactivityLockAt: string | null
  lastUsedAt: string | null
  /** By what the roster itself recognises it; null where the host does, and when it is revoked. */
  material:
    | { readonly kind: 'security_key'; readonly credentialId: string }
    | { readonly kind: 'totp'; readonly secret: string; lastStep: number; wrongTries: number }
    | null
}

/**
 * What is open for somebody: a link, a reset code, or a ceremony that has begun. The model reads
 * the texts from answers and mails; it never makes one up.
 */
export interface ModelSecret {
  readonly userId: string
  readonly purpose: string
  /** What there is only one of for each person. */
  readonly key: string
  readonly issuedAt: string
  readonly expiresAt: string
  readonly copies: { readonly text: string | null; readonly address: string | null }[]
  wrongTries: number
  /**
   * Of a ceremony: the challenge, or what an authenticator app was given. Of a sign-in that leads
   * to a new password: the former one.
   */
  readonly text: string | null
}

/** A link that somebody has seen, whatever has become of it. */
export interface ModelToken {
  readonly text: string
  readonly secret: ModelSecret
}

export interface ModelMail {
  /** Known once a transport has been given the mail. */
  id: string | null
  readonly userId: string | null
  readonly occasion: string | null
  readonly address: string | null
  readonly secret: ModelSecret | null
  /** Whose recovery was asked for, when it is not a mail yet. */
  readonly request: { readonly userName: string; readonly organizationId: string } | null
  state: 'queued' | 'sent' | 'failed' | 'obsolete'
  readonly queuedAt: string
  dueAt: string
  attempts: number
  sentAt: string | null
}

/** What the host of a world has set up, and how it hands out what is secret. */
export interface Setup {
  readonly boundary: 'organization' | 'roster'
  /** Its own address, a hasher, ceremonies and a sealing key. */
  readonly services: boolean
  readonly mail: boolean
  readonly delivery: 'mail' | 'show' | 'both'
  readonly codeDelivery: 'mail' | 'show'
  readonly passwordDays: number | null
}

export interface ModelSession {
  readonly id: string
  readonly userId: string
  readonly lastSeenAt: string
  readonly expiresAt: string | null
}

export interface ModelResource {
  readonly id: string
  readonly kind: 'groups' | 'applications'
  readonly organizationId: string
  readonly name: string
}

/** One line of the audit, as far as the model foretells it. */
export interface ModelEvent {
  readonly operation: string
  readonly outcome: string
  readonly failure: string | null
  readonly subjectId: string | null
  readonly actorId: string | null
}

/** An input of any operation; each reads the fields that are its own. */
export interface Input {
  readonly userId?: string
  readonly organizationId?: string
  readonly toOrganizationId?: string
  readonly toParentId?: string
  readonly assignmentId?: string
  readonly personaId?: string
  readonly authenticatorId?: string
  readonly authenticatorIds?: readonly string[]
  readonly sessionId?: string
  readonly groupId?: string
  readonly applicationId?: string
  readonly version?: number
  readonly userName?: string
  readonly name?: string | { readonly givenName: string; readonly familyName: string }
  readonly emails?: readonly { readonly value: string; readonly primary: boolean }[]
  readonly userType?: string | null
  readonly mfaRequired?: boolean
  readonly federatedOnly?: boolean
  readonly groupIds?: readonly string[]
  readonly roles?: readonly { readonly roleId: string; readonly organizationId: string }[]
  readonly activation?: string
  readonly kind?: string
  readonly reason?: string
  readonly untilAt?: string | null
  readonly validFromAt?: string | null
  readonly validUntilAt?: string | null
  readonly registration?: string
  readonly roleId?: string
  readonly typeId?: string
  readonly preferred?: boolean
  readonly scopes?: readonly string[]
  readonly type?: string
  readonly types?: readonly string[]
  readonly pending?: boolean
  readonly revoked?: boolean
  readonly expiresAt?: string | null
  readonly groups?: readonly string[]
  readonly fields?: readonly string[]
  readonly owner?: string | null
  readonly ssoProvider?: string | null
  readonly ssoRoleMapping?: Readonly<Record<string, string>>
  readonly search?: string
  readonly status?: readonly string[]
  readonly role?: readonly string[]
  readonly organization?: readonly string[]
  readonly mfa?: readonly string[]
  readonly dormant?: boolean
  readonly expiring?: boolean
  readonly facet?: string
  readonly values?: readonly string[]
  readonly sort?: string
  readonly direction?: string
  readonly limit?: number
  readonly token?: string
  readonly password?: string
  readonly code?: string
  readonly secretCode?: string
  readonly signOut?: boolean
  readonly delivery?: string
  readonly response?: {
    readonly id?: string
    readonly answered?: string
    readonly credentialId?: string
    readonly type?: string
  }
  readonly asOfAt?: string
}

export type ModelCaller = { readonly userId: string | null } | 'system'

/** One call of the run. `wrong` says that the input breaks its schema. */
export interface ModelCall {
  readonly caller: ModelCaller
  readonly operation: string
  readonly input: Input
  readonly wrong: boolean
  readonly idempotencyKey?: string
}
