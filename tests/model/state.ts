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
  readonly sort?: string
  readonly direction?: string
  readonly limit?: number
  readonly asOfAt?: string
}

export type ModelCaller = { readonly userId: string | null } | 'system'

/** One call of the run. `wrong` says that the input breaks its schema. */
export interface ModelCall {
  readonly caller: ModelCaller
  readonly operation: string
  readonly input: Input
  readonly wrong: boolean
}
