import { foldText, foldUserName, resourceNames, searches, userNames } from './folding.ts'
import { AnswersReference, type ModelClaim } from './idempotency.ts'
import { later, Refused, type Answer, type Prediction, type Success } from './outcome.ts'
import { delegationOf, laws, operationNames, rightsOf, type OperationLaw } from './rights.ts'
import { SecretsReference } from './secrets.ts'
import type {
  Input,
  ModelAssignment,
  ModelAuthenticator,
  ModelCall,
  ModelEvent,
  ModelLock,
  ModelOrganization,
  ModelPersona,
  ModelResource,
  ModelSession,
  ModelUser,
  Setup,
} from './state.ts'

/** How the policy of the model's world is set. */
export const policy = {
  failures: { threshold: 3, windowSeconds: 900, lockSeconds: 3600 },
  inactivityDays: 90,
  authenticatorDays: 30,
  totpLimit: 2,
  restoreDays: 30,
  dormantDays: 60,
  expiringDays: 7,
  seenEverySeconds: 300,
}

const statusOrder = [
  'DELETED',
  'DEACTIVATED',
  'NOT_YET_VALID',
  'NO_LONGER_VALID',
  'LOCKED_BY_ORGANIZATION',
  'LOCKED_BY_ADMIN',
  'AUTO_LOCKED',
  'STAGED',
  'PROVISIONED',
  'RECOVERY',
  'AWAITING_NEW_PASSWORD',
  'ACTIVE',
]
const alreadySo = [
  'already_activated',
  'already_locked',
  'not_locked',
  'already_deactivated',
  'not_deactivated',
  'already_deleted',
]
const queriesRecorded = ['unauthenticated', 'access_suspended', 'not_permitted']
const keptOperations = new Set([
  'users.resendActivation',
  'authenticators.beginSecurityKey',
  'authenticators.finishSecurityKey',
  'authenticators.issueEnrolmentLink',
  'passwords.sendReset',
  'passwords.setTemporary',
  'passwords.remove',
  'passwords.expire',
  'secretCodes.issueResetCode',
  'secrets.list',
  'mails.ofUser',
  'signIn.completeOnboarding',
  'signIn.verifySecretCode',
  'signIn.verifyTotp',
  'signIn.beginSecurityKey',
  'signIn.finishSecurityKey',
])
/** Without a page for links, a hasher or ceremonies there are none of these. */
const needServices = new Set([
  'users.resendActivation',
  'authenticators.beginSecurityKey',
  'authenticators.finishSecurityKey',
  'authenticators.issueEnrolmentLink',
  'passwords.sendReset',
  'passwords.setTemporary',
  'secretCodes.issueResetCode',
])
const shownCommands = operationNames.filter(
  (name) => laws[name]!.about === 'user' && laws[name]!.kind === 'command' && !laws[name]!.host,
)

/**
 * The whole roster once more, simply: plain maps, one function an operation, no transactions, no
 * indexes.
 */
export class Reference {
  now: string
  readonly boundary: Setup['boundary']
  readonly kept: SecretsReference
  readonly answers = new AnswersReference()
  readonly organizations = new Map<string, ModelOrganization>()
  readonly users = new Map<string, ModelUser>()
  assignments: ModelAssignment[] = []
  personas: ModelPersona[] = []
  authenticators: ModelAuthenticator[] = []
  sessions: ModelSession[] = []
  readonly resources: ModelResource[] = []
  memberships: { readonly userId: string; readonly resourceId: string }[] = []
  readonly audit = new Map<string, ModelEvent[]>()
  /** Every id that ever was, to see that none comes back. */
  readonly everIds = new Set<string>()

  constructor(now: string, setup: Setup) {
    this.now = now
    this.boundary = setup.boundary
    this.kept = new SecretsReference(this, setup)
  }

  moveTo(now: string): void {
    this.now = now
    this.answers.moveTo(now)
  }

  /**
   * Foretells a call, and records it in the model's audit: a refusal at once, a success when it is
   * settled.
   */
  predict(call: ModelCall): Prediction {
    const law = laws[call.operation]!
    const claim = this.claimOf(call, law)
    try {
      const success = this.judge(call, law, claim)
      return {
        code: null,
        settle: (value) => {
          success.apply?.(value)
          if (law.kind === 'command' && !success.again) {
            const subjectId =
              typeof success.subjectId === 'function'
                ? success.subjectId(value)
                : (success.subjectId ?? call.input.userId ?? null)
            this.record(
              typeof success.chain === 'function' ? success.chain(value) : success.chain!,
              {
                operation: call.operation,
                outcome: 'succeeded',
                failure: null,
                subjectId,
                actorId: success.actorId === undefined ? actorOf(call) : success.actorId,
              },
            )
            if (claim)
              this.answers.keep(
                claim,
                call,
                value,
                law.about === 'user' || (subjectId !== null && this.users.has(subjectId))
                  ? subjectId
                  : null,
                this.now,
              )
          }
          return success.expect?.()
        },
      }
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused
      if (law.kind === 'command' || queriesRecorded.includes(refused.code)) {
        // Whoever comes with a link, or with nothing, is nobody until the link has named them.
        const nobody = law.about === 'bearer' || law.about === 'anyone'
        const caller =
          nobody || call.caller === 'system' || call.caller.userId === null
            ? undefined
            : this.users.get(call.caller.userId)
        const known = caller && refused.code !== 'access_suspended' ? caller.organizationId : null
        const actorId = nobody
          ? refused.actorId
          : refused.code === 'access_suspended' || refused.code === 'unauthenticated'
            ? null
            : actorOf(call)
        this.record(refused.chain ?? known ?? this.root().id, {
          operation: call.operation,
          outcome: 'refused',
          failure: refused.code,
          subjectId: refused.subjectId,
          actorId,
        })
      }
      return { code: refused.code }
    }
  }

  /** Keys are looked at in commands of somebody who is signed in. */
  private claimOf(call: ModelCall, law: OperationLaw): ModelClaim | null {
    const caller =
      call.caller === 'system' || call.caller.userId === null
        ? undefined
        : this.users.get(call.caller.userId)
    return caller && law.kind === 'command' && law.about !== 'bearer' && law.about !== 'anyone'
      ? this.answers.claim(caller, call, this.now)
      : null
  }

  private judge(call: ModelCall, law: OperationLaw, claim: ModelClaim | null): Success {
    if (law.about === 'bearer') return this.kept.bearer(call)
    if (law.about === 'anyone') return this.kept.anyone(call)
    const { caller, operation, input, wrong } = call
    let callerUser: ModelUser | null = null
    if (caller !== 'system') {
      callerUser = (caller.userId === null ? undefined : this.users.get(caller.userId)) ?? null
      if (!callerUser) throw new Refused('unauthenticated')
      if (!this.hasAccess(callerUser)) throw new Refused('access_suspended')
    }
    // What only the host's own code may call is not there for anybody else.
    if (law.host && callerUser) throw new Refused('not_found')
    if (wrong) throw new Refused('invalid_input')

    if (law.about === 'scope' && callerUser && this.scopeOf(callerUser, law.right!).length === 0)
      throw new Refused('not_permitted')
    if (law.about === 'user') {
      const user = this.users.get(input.userId!)
      const decision = user ? callerUser && this.decide(callerUser, operation, user) : 'not_found'
      if (decision && !this.answers.isAftermath(claim, decision, !user))
        throw decision === 'not_found'
          ? new Refused(decision)
          : new Refused(decision, user!.organizationId, user!.id)
      if (!user) return this.answers.again(claim)!
      const again = this.withSubject(user.organizationId, user.id, () => this.answers.again(claim))
      if (again) return again
      const impossible = this.impossible(operation, user)
      if (impossible && !alreadySo.includes(impossible))
        throw new Refused(impossible, user.organizationId, user.id)
      return this.withSubject(user.organizationId, user.id, () =>
        this.aboutUser(callerUser, operation, user, input),
      )
    }
    if (law.about === 'organization') {
      const organization = this.organizations.get(input.organizationId!)
      if (!organization) throw new Refused('not_found')
      const decision = callerUser
        ? this.decideOrganization(callerUser, operation, organization)
        : null
      if (decision === 'not_found') throw new Refused('not_found')
      if (decision) throw new Refused(decision, organization.id, organization.id)
      return this.withSubject(
        organization.id,
        organization.id,
        () =>
          this.answers.again(claim) ??
          this.aboutOrganization(callerUser, operation, organization, input),
      )
    }
    const again = this.answers.again(claim)
    if (again) return again
    return law.about === 'scope'
      ? this.listing(callerUser, operation, input)
      : this.aboutCaller(callerUser, operation, input)
  }

  /** A refusal by the operation itself is recorded where its subject belongs. */
  private withSubject<T extends Success | null>(
    chain: string,
    subjectId: string,
    work: () => T,
  ): T {
    try {
      const success = work()
      return (
        success && {
          ...success,
          chain: success.chain ?? chain,
          subjectId: success.subjectId ?? subjectId,
        }
      )
    } catch (refused) {
      throw refused instanceof Refused ? new Refused(refused.code, chain, subjectId) : refused
    }
  }

  // People

  private aboutUser(
    caller: ModelUser | null,
    operation: string,
    user: ModelUser,
    input: Input,
  ): Success {
    const { now } = this
    const seen = () => this.viewOf(caller, this.users.get(user.id)!)
    const change = (next: Partial<ModelUser>, options?: { bookkeeping?: boolean }) =>
      this.change(user, next, options)
    const changed = (next: Partial<ModelUser>): Success => ({
      apply: () => change(next),
      expect: seen,
    })
    const unchanged: Success = { expect: seen }

    switch (operation) {
      case 'users.get':
        return { expect: seen }
      case 'users.update': {
        if (input.version !== user.version) throw new Refused('stale_version')
        const next: Partial<ModelUser> = {}
        if (input.userName !== undefined && input.userName !== user.userName)
          next.userName = input.userName
        if (
          typeof input.name === 'object' &&
          (input.name.givenName !== user.name.givenName ||
            input.name.familyName !== user.name.familyName)
        )
          next.name = input.name
        if (input.emails !== undefined && input.emails[0]!.value !== user.email)
          next.email = input.emails[0]!.value
        if (next.email !== undefined)
          next.verifiedEmails = user.verifiedEmails.filter((address) => address === next.email)
        if (input.userType !== undefined && input.userType !== user.userType)
          next.userType = input.userType
        const fieldOf: Record<string, string> = {
          userName: 'userName',
          name: 'name',
          email: 'emails',
          userType: 'userType',
        }
        if (Object.keys(next).some((field) => user.owners[fieldOf[field] ?? '']))
          throw new Refused('field_owned_elsewhere')
        if (
          caller === user &&
          ((input.mfaRequired === false && user.mfa.required) ||
            (input.federatedOnly !== undefined &&
              input.federatedOnly !== (user.signInRoute === 'federated')))
        )
          throw new Refused('own_account')
        if (next.userName !== undefined)
          this.mustBeFree(next.userName, user.organizationId, user.id)
        if (input.mfaRequired !== undefined) next.mfa = { ...user.mfa, required: input.mfaRequired }
        if (input.federatedOnly !== undefined)
          next.signInRoute = input.federatedOnly ? 'federated' : 'any'
        const before = { ...user }
        return {
          apply: () => {
            change(next)
            // Where they read before, and where they are to read now.
            if (next.email !== undefined)
              this.kept.notify('email_changed', before, {
                ...before,
                email: next.email,
                verifiedEmails: [],
              })
          },
          expect: seen,
        }
      }
      case 'users.lock': {
        const { kind = 'administrator', untilAt = null } = input
        if (inForce(user.locks, now).some((lock) => lock.kind === kind)) return unchanged
        if (untilAt !== null && untilAt <= now) throw new Refused('invalid_input')
        this.guardAdministrators(caller, user)
        return changed({ locks: [...user.locks, { kind, fromAt: now, untilAt }] })
      }
      case 'users.unlock': {
        const kinds = this.lockKinds(user)
        const kind = input.kind ?? kinds[0]
        if (kind === undefined || !kinds.includes(kind)) return unchanged
        return changed({
          locks: user.locks.filter((lock) => lock.kind !== kind),
          ...(kind === 'failed-sign-ins' ? { failed: { count: 0, sinceAt: null } } : {}),
          ...(kind === 'inactivity' ? { inactivityLockAt: this.inactivityLock() } : {}),
        })
      }
      case 'users.activate':
        if (user.state !== 'staged') return unchanged
        return {
          apply: (value) => {
            change({ state: 'provisioned', formerState: null, restorableUntilAt: null })
            this.kept.invite(user).issue(value)
          },
          expect: () => ({ ...seen(), activationLink: this.kept.invite(user).told }),
        }
      case 'users.deactivate':
        if (user.state === 'deactivated') return unchanged
        this.guardAdministrators(caller, user)
        return changed({ state: 'deactivated', formerState: user.state, restorableUntilAt: null })
      case 'users.reactivate':
        if (user.state !== 'deactivated') return unchanged
        return changed({
          state:
            user.formerState === 'staged' || user.formerState === 'provisioned'
              ? user.formerState
              : 'active',
          formerState: null,
          restorableUntilAt: null,
        })
      case 'users.setValidity': {
        const { validFromAt = null, validUntilAt = null } = input
        if (validUntilAt !== null || (validFromAt !== null && validFromAt > now))
          this.guardAdministrators(caller, user)
        return changed({ validFromAt, validUntilAt })
      }
      case 'users.requireMfa': {
        const { enrolment } = user.mfa
        const next =
          input.registration === 'again' && enrolment === 'enrolled'
            ? 'again'
            : input.registration === 'no' && enrolment === 'again'
              ? 'enrolled'
              : enrolment
        return changed({ mfa: { required: input.registration !== 'no', enrolment: next } })
      }
      case 'users.move': {
        if (input.toOrganizationId === user.organizationId) return unchanged
        const to = this.organizations.get(input.toOrganizationId!)
        if (!to) throw new Refused('not_found')
        const decision = caller ? this.decideOrganization(caller, 'users.create', to) : null
        if (decision) throw new Refused(decision)
        this.mustBeFree(user.userName, to.id, user.id)
        const from = user.organizationId
        this.mustKeepRoot(
          () => (user.organizationId = to.id),
          () => (user.organizationId = from),
        )
        return { ...changed({ organizationId: to.id }), chain: to.id }
      }
      case 'users.delete':
        if (user.state === 'deleted') return unchanged
        if (foldUserName(input.userName!) !== foldUserName(user.userName))
          throw new Refused('user_name_mismatch')
        this.guardAdministrators(caller, user)
        return changed({
          state: 'deleted',
          formerState: user.state === 'deactivated' ? user.formerState : user.state,
          restorableUntilAt: later(now, policy.restoreDays * 86_400),
        })
      case 'users.restore':
        return changed({ state: 'deactivated', restorableUntilAt: null })
      case 'users.purge':
        if (foldUserName(input.userName!) !== foldUserName(user.userName))
          throw new Refused('user_name_mismatch')
        return { apply: () => this.forget(user.id), expect: () => ({ userId: user.id }) }
      case 'users.claimFields': {
        const kept = Object.fromEntries(
          Object.entries(user.owners).filter(([field]) => !input.fields!.includes(field)),
        )
        return changed({
          owners: input.owner
            ? {
                ...kept,
                ...Object.fromEntries(input.fields!.map((field) => [field, input.owner!])),
              }
            : kept,
        })
      }
      case 'roles.assign': {
        if (!rightsOf[input.roleId!]) throw new Refused('invalid_input')
        this.mustMayGive(caller, input.roleId!, input.organizationId!)
        if (
          this.assignmentsOf(user.id).some(
            ({ roleId, organizationId }) =>
              roleId === input.roleId && organizationId === input.organizationId,
          )
        )
          throw new Refused('role_already_given')
        return {
          apply: (value) => {
            this.adoptAssignments(
              user.id,
              value,
              [{ roleId: input.roleId!, organizationId: input.organizationId! }],
              input,
            )
            change({})
          },
          expect: seen,
        }
      }
      case 'roles.unassign': {
        const assignment = this.assignmentsOf(user.id).find(({ id }) => id === input.assignmentId)
        if (!assignment) throw new Refused('not_found')
        this.mustMayGive(caller, assignment.roleId, assignment.organizationId)
        this.guardAdministrators(caller, user, [assignment])
        return {
          apply: () => {
            this.assignments = this.assignments.filter(({ id }) => id !== assignment.id)
            change({})
          },
          expect: seen,
        }
      }
      case 'roles.setValidity': {
        const assignment = this.assignmentsOf(user.id).find(({ id }) => id === input.assignmentId)
        if (!assignment) throw new Refused('not_found')
        this.mustMayGive(caller, assignment.roleId, assignment.organizationId)
        const { validFromAt = null, validUntilAt = null } = input
        if (validFromAt === assignment.validFromAt && validUntilAt === assignment.validUntilAt)
          return unchanged
        const heldOn = (at: string) =>
          covers(assignment.validFromAt, assignment.validUntilAt, at) &&
          !covers(validFromAt, validUntilAt, at)
        if ([now, validUntilAt].some((at) => at !== null && at >= now && heldOn(at)))
          this.guardAdministrators(caller, user, [assignment])
        return {
          apply: () => {
            Object.assign(assignment, { validFromAt, validUntilAt })
            change({})
          },
          expect: seen,
        }
      }
      case 'signIn.applySsoGroups': {
        const organization = this.organizations.get(user.organizationId)!
        if (organization.ssoProvider === null) throw new Refused('not_managed_by_sso')
        const wanted = [
          ...new Set(
            input.groups!.flatMap((group) =>
              Object.hasOwn(organization.mapping, group) ? organization.mapping[group]! : [],
            ),
          ),
        ]
        const held = this.assignmentsOf(user.id).filter(
          ({ organizationId }) => organizationId === organization.id,
        )
        const losing = held.filter(({ roleId }) => !wanted.includes(roleId))
        if (losing.length > 0) this.guardAdministrators(caller, user, losing)
        const gained = wanted.filter(
          (roleId) => !held.some((assignment) => assignment.roleId === roleId),
        )
        return {
          apply: (value) => {
            this.assignments = this.assignments.filter((assignment) => !losing.includes(assignment))
            this.adoptAssignments(
              user.id,
              value,
              gained.map((roleId) => ({ roleId, organizationId: organization.id })),
              {},
            )
            change({})
          },
          expect: seen,
        }
      }
      case 'signIn.recordSuccess':
        this.mustHaveAccess(user)
        return {
          apply: () =>
            change(
              {
                lastSignedInAt: now,
                failed: { count: 0, sinceAt: null },
                inactivityLockAt: this.inactivityLock(),
              },
              { bookkeeping: true },
            ),
          expect: () => ({ explanation: { status: this.statusOf(user) } }),
        }
      case 'signIn.recordFailure':
        return {
          apply: () => this.countFailure(user),
          expect: () => ({ explanation: { status: this.statusOf(user) } }),
        }
      case 'audit.ofUser':
        return {
          expect: () => ({
            items: (this.audit.get(user.organizationId) ?? [])
              .filter(({ subjectId }) => subjectId === user.id)
              .slice(-20)
              .reverse()
              .map(({ operation: name, outcome, failure }) => ({
                operation: name,
                outcome,
                failure,
              })),
          }),
        }
      default:
        if (operation.startsWith('personas.'))
          return this.aboutPersonas(caller, operation, user, input)
        if (keptOperations.has(operation))
          return this.kept.aboutUser(operation, user, input, caller)
        if (operation.startsWith('authenticators.'))
          return this.aboutAuthenticators(operation, user, input, change)
        if (operation.startsWith('sessions.')) return this.aboutSessions(operation, user, input)
        return this.aboutResources(operation, user, input)
    }
  }

  private aboutPersonas(
    caller: ModelUser | null,
    operation: string,
    user: ModelUser,
    input: Input,
  ): Success {
    const own = () => this.personas.filter(({ userId }) => userId === user.id)
    const { preferred = false, scopes = [], validFromAt = null, validUntilAt = null } = input
    const onlyPreferred = (persona: ModelPersona) => {
      for (const other of own())
        if (other.preferred && other !== persona)
          Object.assign(other, { preferred: false, version: other.version + 1 })
    }
    if (operation === 'personas.list')
      return { expect: () => ({ items: own().map((persona) => this.viewPersona(persona)) }) }
    if (operation === 'personas.assign') {
      this.mustMayManage(caller, user, input.typeId!)
      if (own().some(({ typeId }) => typeId === input.typeId))
        throw new Refused('persona_already_given')
      let added: ModelPersona
      return {
        apply: ({ id }) => {
          added = {
            id: this.fresh(id),
            userId: user.id,
            typeId: input.typeId!,
            version: 1,
            preferred: preferred || own().length === 0,
            scopes,
            validFromAt,
            validUntilAt,
          }
          this.personas.push(added)
          if (added.preferred) onlyPreferred(added)
        },
        expect: () => this.viewPersona(added),
      }
    }
    const persona = own().find(({ id }) => id === input.personaId)
    if (!persona) throw new Refused('not_found')
    this.mustMayManage(caller, user, persona.typeId)
    if (operation === 'personas.remove') {
      const heir = own().find((other) => other !== persona)
      return {
        apply: () => {
          this.personas = this.personas.filter((other) => other !== persona)
          if (persona.preferred && heir)
            Object.assign(heir, { preferred: true, version: heir.version + 1 })
        },
        expect: () => this.viewPersona(persona),
      }
    }
    if (input.version !== persona.version) throw new Refused('stale_version')
    return {
      apply: () => {
        Object.assign(persona, {
          preferred: preferred || persona.preferred,
          scopes,
          validFromAt,
          validUntilAt,
          version: persona.version + 1,
        })
        if (persona.preferred) onlyPreferred(persona)
      },
      expect: () => this.viewPersona(persona),
    }
  }

  private aboutAuthenticators(
    operation: string,
    user: ModelUser,
    input: Input,
    change: (next: Partial<ModelUser>, options?: { bookkeeping?: boolean }) => void,
  ): Success {
    const { now } = this
    const held = () => this.authenticators.filter(({ userId }) => userId === user.id)
    switch (operation) {
      case 'authenticators.list':
        return {
          expect: () => ({
            items: held()
              .filter(({ state }) => input.revoked || state !== 'revoked')
              .map((authenticator) => this.viewAuthenticator(authenticator)),
          }),
        }
      case 'authenticators.register': {
        if (input.type === 'totp') this.mustHaveRoomForTotp(user)
        let added: ModelAuthenticator
        return {
          subjectId: user.id,
          apply: ({ id }) => {
            added = {
              id: this.fresh(id),
              userId: user.id,
              type: input.type!,
              version: 1,
              state: input.pending ? 'pending' : 'active',
              inactivityLockAt: this.idleLock(),
              lastUsedAt: null,
              material: null,
            }
            this.authenticators.push(added)
            this.kept.notify('factor_added', user)
            change(input.pending ? {} : { mfa: { ...user.mfa, enrolment: 'enrolled' } }, {
              bookkeeping: true,
            })
          },
          expect: () => this.viewAuthenticator(added),
        }
      }
      case 'authenticators.recordUse': {
        this.mustHaveAccess(user)
        const found = held().find(({ id }) => id === input.authenticatorId)
        if (!found) throw new Refused('not_found')
        if (this.authenticatorState(found) !== 'active') throw new Refused('invalid_transition')
        return {
          subjectId: user.id,
          apply: () =>
            Object.assign(found, {
              lastUsedAt: now,
              inactivityLockAt: this.idleLock(),
              version: found.version + 1,
            }),
          expect: () => this.viewAuthenticator(found),
        }
      }
      case 'authenticators.reset': {
        const live = held().filter(({ state }) => state !== 'revoked')
        if (input.authenticatorIds?.some((wanted) => !live.some(({ id }) => id === wanted)))
          throw new Refused('not_found')
        const chosen = live.filter(
          ({ id, type }) =>
            (!input.authenticatorIds && !input.types) ||
            input.authenticatorIds?.includes(id) ||
            input.types?.includes(type),
        )
        const ended = this.sessions.filter(({ userId }) => userId === user.id).length
        return {
          apply: () => {
            for (const authenticator of chosen)
              Object.assign(authenticator, {
                state: 'revoked',
                version: authenticator.version + 1,
                material: null,
              })
            this.endSessions(user.id)
            change({
              mfa: { ...user.mfa, enrolment: live.length > chosen.length ? 'again' : 'none' },
            })
            this.kept.notify('factors_reset', user)
          },
          expect: () => ({ reset: chosen.length, sessionsEnded: ended }),
        }
      }
      default:
        return this.moveAuthenticator(user, operation, input.authenticatorId!)
    }
  }

  /**
   * From which states each act leads where; an act that leads to where it is already changes
   * nothing.
   */
  private moveAuthenticator(user: ModelUser, operation: string, authenticatorId: string): Success {
    const acts: Record<string, { readonly from: readonly string[]; readonly to: string }> = {
      'authenticators.lock': { from: ['active', 'locked_by_user'], to: 'locked_by_administrator' },
      'authenticators.unlock': {
        from: ['locked_by_user', 'locked_by_administrator'],
        to: 'active',
      },
      'authenticators.delete': {
        from: ['pending', 'active', 'locked_by_user', 'locked_by_administrator'],
        to: 'revoked',
      },
      'authenticators.lockOwn': { from: ['active'], to: 'locked_by_user' },
      'authenticators.unlockOwn': { from: ['locked_by_user'], to: 'active' },
    }
    const { from, to } = acts[operation]!
    const found = this.authenticators.find(
      ({ id, userId }) => id === authenticatorId && userId === user.id,
    )
    if (!found) throw new Refused('not_found')
    const state = this.authenticatorState(found)
    const success: Success = {
      chain: user.organizationId,
      subjectId: user.id,
      expect: () => this.viewAuthenticator(found),
    }
    if (state === to) return success
    if (!from.includes(state)) throw new Refused('invalid_transition')
    return {
      ...success,
      apply: () => {
        Object.assign(found, {
          state: to,
          version: found.version + 1,
          ...(to === 'active' ? { inactivityLockAt: this.idleLock() } : {}),
          ...(to === 'revoked' ? { material: null } : {}),
        })
        if (to === 'revoked') this.kept.notify('factor_removed', user)
      },
    }
  }

  private aboutSessions(operation: string, user: ModelUser, input: Input): Success {
    const own = () => this.sessions.filter(({ userId }) => userId === user.id)
    switch (operation) {
      case 'sessions.start':
        this.mustHaveAccess(user)
        return {
          apply: ({ sessionId }) =>
            void this.sessions.push({
              id: this.fresh(sessionId),
              userId: user.id,
              lastSeenAt: this.now,
              expiresAt: input.expiresAt ?? null,
            }),
        }
      case 'sessions.list':
        return {
          expect: () => ({
            items: own()
              .filter(({ expiresAt }) => expiresAt === null || this.now < expiresAt)
              .toSorted((a, b) => compare(b.lastSeenAt, a.lastSeenAt))
              .map(({ id, expiresAt }) => ({ id, expiresAt })),
          }),
        }
      case 'sessions.end':
        if (!own().some(({ id }) => id === input.sessionId)) throw new Refused('not_found')
        return {
          apply: () =>
            void (this.sessions = this.sessions.filter(({ id }) => id !== input.sessionId)),
          expect: () => ({ ended: 1 }),
        }
      default: {
        const ended = own().length
        return { apply: () => this.endSessions(user.id), expect: () => ({ ended }) }
      }
    }
  }

  private aboutResources(operation: string, user: ModelUser, input: Input): Success {
    const [kind, act] = operation.split('.') as [ModelResource['kind'], string]
    if (act === 'list') {
      const held = () =>
        this.resources.filter(
          (resource) =>
            resource.kind === kind &&
            this.memberships.some(
              ({ userId, resourceId }) => userId === user.id && resourceId === resource.id,
            ),
        )
      // Equal names stand in no order.
      return {
        expect: () =>
          new Unordered(
            'items',
            held().map(({ id, name }) => ({ id, name })),
          ),
      }
    }
    const resource = this.resources.find(
      ({ id, kind: own }) =>
        own === kind && id === (kind === 'groups' ? input.groupId : input.applicationId),
    )
    const held = this.memberships.find(
      ({ userId, resourceId }) => userId === user.id && resourceId === resource?.id,
    )
    const above = resource && this.path(user.organizationId).includes(resource.organizationId)
    if (!resource || (!above && !(act === 'unassign' && held))) throw new Refused('not_found')
    return {
      apply: () => {
        if (act === 'unassign')
          this.memberships = this.memberships.filter((membership) => membership !== held)
        else if (!held) this.memberships.push({ userId: user.id, resourceId: resource.id })
      },
      expect: () => ({ id: resource.id, name: resource.name }),
    }
  }

  // Organizations

  private aboutOrganization(
    caller: ModelUser | null,
    operation: string,
    organization: ModelOrganization,
    input: Input,
  ): Success {
    const { now } = this
    const seen = () => ({
      id: organization.id,
      version: organization.version,
      parentId: organization.parentId,
      name: organization.name,
      ssoProvider: organization.ssoProvider,
      locks: inForce(organization.locks, now).map(({ kind }) => ({ kind })),
    })
    const changed = (next: Partial<ModelOrganization>): Success => ({
      apply: () => void Object.assign(organization, next, { version: organization.version + 1 }),
      expect: seen,
    })
    switch (operation) {
      case 'organizations.create':
        return {
          chain: ({ id }) => id!,
          subjectId: ({ id }) => id!,
          apply: ({ id }) =>
            void this.organizations.set(this.fresh(id), {
              id: id!,
              parentId: organization.id,
              name: input.name as string,
              version: 1,
              ssoProvider: null,
              mapping: {},
              locks: [],
            }),
        }
      case 'organizations.update': {
        if (input.version !== organization.version) throw new Refused('stale_version')
        const mapping = Object.entries(input.ssoRoleMapping ?? {})
        if (mapping.some(([, roleId]) => !rightsOf[roleId])) throw new Refused('invalid_input')
        for (const [group, roleId] of mapping)
          if (organization.mapping[group] !== roleId)
            this.mustMayGive(caller, roleId, organization.id)
        return changed({
          ...(input.name === undefined ? {} : { name: input.name as string }),
          ...(input.ssoProvider === undefined ? {} : { ssoProvider: input.ssoProvider }),
          ...(input.ssoRoleMapping === undefined ? {} : { mapping: input.ssoRoleMapping }),
        })
      }
      case 'organizations.lock': {
        const { untilAt = null } = input
        if (organization.parentId === null) throw new Refused('own_account')
        if (untilAt !== null && untilAt <= now) throw new Refused('invalid_input')
        if (inForce(organization.locks, now).length > 0) return { expect: seen }
        const before = organization.locks
        const locks = [...before, { kind: 'administrator', fromAt: now, untilAt }]
        this.mustKeepRoot(
          () => (organization.locks = locks),
          () => (organization.locks = before),
        )
        return changed({ locks })
      }
      case 'organizations.unlock':
        return inForce(organization.locks, now).length === 0
          ? { expect: seen }
          : changed({ locks: [] })
      case 'organizations.move': {
        const parent = this.organizations.get(input.toParentId!)
        if (!parent) throw new Refused('not_found')
        const decision = caller
          ? this.decideOrganization(caller, 'organizations.create', parent)
          : null
        if (decision) throw new Refused(decision)
        if (organization.parentId === null || this.path(parent.id).includes(organization.id))
          throw new Refused('invalid_transition')
        const before = organization.parentId
        this.mustKeepRoot(
          () => (organization.parentId = parent.id),
          () => (organization.parentId = before),
        )
        return { apply: () => void (organization.parentId = parent.id), expect: seen }
      }
      case 'users.create': {
        const roles = input.roles ?? []
        for (const { roleId, organizationId } of roles) {
          if (!rightsOf[roleId]) throw new Refused('invalid_input')
          this.mustMayGive(caller, roleId, organizationId)
        }
        const groups = input.groupIds ?? []
        const refusal =
          caller && groups.length > 0
            ? this.decideOrganization(caller, 'groups.assign', organization)
            : null
        if (refusal) throw new Refused(refusal)
        if (
          groups.some(
            (id) =>
              !this.resources.some(
                (resource) =>
                  resource.kind === 'groups' &&
                  resource.id === id &&
                  this.path(organization.id).includes(resource.organizationId),
              ),
          )
        )
          throw new Refused('invalid_input')
        this.mustBeFree(input.userName!, organization.id, null)
        const delivery = input.activation === 'link' ? 'show' : undefined
        let user: ModelUser
        return {
          subjectId: ({ id }) => id!,
          apply: (value) => {
            user = {
              id: this.fresh(value.id),
              organizationId: organization.id,
              version: 1,
              userName: input.userName!,
              name: input.name as ModelUser['name'],
              email: input.emails![0]!.value,
              verifiedEmails: [],
              password: { state: 'none', sinceAt: null, expiresAt: null },
              userType: null,
              state: input.activation === 'later' ? 'staged' : 'provisioned',
              formerState: null,
              restorableUntilAt: null,
              locks: [],
              mfa: { required: input.mfaRequired ?? false, enrolment: 'none' },
              failed: { count: 0, sinceAt: null },
              inactivityLockAt: null,
              signInRoute: input.federatedOnly ? 'federated' : 'any',
              validFromAt: null,
              validUntilAt: null,
              lastSignedInAt: null,
              createdAt: now,
              updatedAt: now,
              owners: {},
            }
            this.users.set(user.id, user)
            this.adoptAssignments(user.id, value, roles, {})
            this.memberships.push(...groups.map((resourceId) => ({ userId: user.id, resourceId })))
            if (input.activation !== 'later') this.kept.invite(user, delivery).issue(value)
          },
          expect: () => ({
            ...this.viewOf(caller, user),
            activationLink:
              input.activation === 'later' ? null : this.kept.invite(user, delivery).told,
          }),
        }
      }
      case 'users.checkUserName':
        return { expect: () => ({ available: !this.holderOf(input.userName!, organization.id) }) }
      case 'audit.verify':
        return { expect: () => ({ whole: true, firstBroken: null }) }
      default: {
        const kind = operation.split('.')[0] as ModelResource['kind']
        const name = input.name as string
        if (
          this.resources.some(
            (resource) =>
              resource.kind === kind &&
              resource.organizationId === organization.id &&
              resourceNames[resource.name] === resourceNames[name],
          )
        )
          throw new Refused('name_taken')
        return {
          subjectId: ({ id }) => id!,
          apply: ({ id }) =>
            void this.resources.push({
              id: this.fresh(id),
              kind,
              organizationId: organization.id,
              name,
            }),
        }
      }
    }
  }

  // Lists, and what is the caller's own

  private listing(caller: ModelUser | null, operation: string, input: Input): Success {
    const scope = caller ? this.scopeOf(caller, laws[operation]!.right!) : [this.root().id]
    const visible = (organizationId: string) =>
      this.path(organizationId).some((id) => scope.includes(id))
    switch (operation) {
      case 'users.list':
        if (input.organization?.some((id) => !this.organizations.has(id) || !visible(id)))
          throw new Refused('not_found')
        // Compared by the runner, which pages through the real list.
        return { expect: () => this.listUsers(visible, input) }
      case 'users.count': {
        const { facet, values = [] } = input
        const narrowed = [
          ...(input.organization ?? []),
          ...(facet === 'organization' ? values : []),
        ]
        if (narrowed.some((id) => !this.organizations.has(id) || !visible(id)))
          throw new Refused('not_found')
        const all =
          {
            status: statusOrder,
            mfa: ['not_required', 'not_enrolled', 'enrolled', 'again'],
            dormant: ['true', 'false'],
            expiring: ['true', 'false'],
          }[facet!] ?? values
        const only = (value: string) =>
          facet === 'dormant' || facet === 'expiring' ? value === 'true' : [value]
        return {
          expect: () => ({
            counts: all.map((value) => ({
              value,
              count: {
                value: this.listUsers(visible, { ...input, [facet!]: only(value) }).length,
                exact: true,
              },
            })),
            days:
              facet === 'dormant'
                ? policy.dormantDays
                : facet === 'expiring'
                  ? policy.expiringDays
                  : null,
          }),
        }
      }
      case 'organizations.list':
        return {
          expect: () =>
            new Unordered(
              'items',
              [...this.organizations.values()]
                .filter(({ id }) => visible(id))
                .map(({ id, name, version }) => ({ id, name, version })),
            ),
        }
      case 'roles.list':
        return {
          expect: () =>
            new Unordered(
              'items',
              Object.keys(rightsOf).map((id) => ({ id })),
            ),
        }
      default: {
        const kind = operation.split('.')[0] as ModelResource['kind']
        const found = this.resources.filter(
          (resource) =>
            resource.kind === kind &&
            visible(resource.organizationId) &&
            resourceNames[resource.name]!.includes(searches[input.search ?? ''] ?? ''),
        )
        return {
          expect: () => ({
            items: found
              .toSorted(
                (a, b) =>
                  compare(resourceNames[a.name]!, resourceNames[b.name]!) || compare(a.id, b.id),
              )
              .slice(0, 100)
              .map(({ id }) => ({ id })),
          }),
        }
      }
    }
  }

  /** The ids of a list, in order: filtered and sorted over everybody. */
  listUsers(
    visible: (organizationId: string) => boolean,
    {
      search,
      status = [],
      role = [],
      organization = [],
      mfa = [],
      dormant,
      expiring,
      sort = 'familyName',
      direction = 'ascending',
    }: Input,
  ): readonly string[] {
    const text = search === undefined ? '' : (searches[search] ?? '')
    const turn = direction === 'ascending' ? 1 : -1
    const rolesNow = (user: ModelUser) =>
      this.assignmentsOf(user.id)
        .filter(({ validFromAt, validUntilAt }) => covers(validFromAt, validUntilAt, this.now))
        .map(({ roleId }) => roleId)
    const valueOf = (user: ModelUser): string | null => {
      if (sort === 'status')
        return String(statusOrder.indexOf(this.statusOf(user))).padStart(2, '0')
      if (sort === 'role') return rolesNow(user).toSorted(compare)[0] ?? null
      if (sort === 'givenName' || sort === 'familyName') return foldText(user.name[sort])
      if (sort === 'userName') return foldText(user.userName)
      if (sort === 'primaryEmail') return user.email
      return user[sort as 'lastSignedInAt' | 'createdAt' | 'updatedAt']
    }
    const factorOf = ({ mfa: { required, enrolment } }: ModelUser) =>
      enrolment === 'enrolled' || enrolment === 'again'
        ? enrolment
        : required
          ? 'not_enrolled'
          : 'not_required'
    const textOf = ({ name, userName, email }: ModelUser) => [
      `${foldText(name.givenName)} ${foldText(name.familyName)}`,
      `${foldText(name.familyName)} ${foldText(name.givenName)}`,
      foldText(userName),
      email,
    ]
    return [...this.users.values()]
      .filter((user) => visible(user.organizationId))
      .filter(
        (user) =>
          organization.length === 0 ||
          this.path(user.organizationId).some((id) => organization.includes(id)),
      )
      .filter((user) => textOf(user).some((line) => line.includes(text)))
      .filter((user) => status.length === 0 || status.includes(this.statusOf(user)))
      .filter((user) => role.length === 0 || rolesNow(user).some((roleId) => role.includes(roleId)))
      .filter((user) => mfa.length === 0 || mfa.includes(factorOf(user)))
      .filter(
        (user) =>
          dormant === undefined ||
          dormant ===
            later(user.lastSignedInAt ?? user.createdAt, policy.dormantDays * 86_400) <= this.now,
      )
      .filter(
        (user) =>
          expiring === undefined ||
          expiring ===
            [user, ...this.assignmentsOf(user.id)].some(
              ({ validUntilAt }) =>
                validUntilAt !== null &&
                this.now < validUntilAt &&
                validUntilAt <= later(this.now, policy.expiringDays * 86_400),
            ),
      )
      .map((user) => ({ id: user.id, value: valueOf(user) }))
      .toSorted((a, b) =>
        a.value === null || b.value === null
          ? Number(a.value === null) - Number(b.value === null) || turn * compare(a.id, b.id)
          : turn * (compare(a.value, b.value) || compare(a.id, b.id)),
      )
      .map(({ id }) => id)
  }

  private aboutCaller(caller: ModelUser | null, operation: string, input: Input): Success {
    if (operation === 'signIn.verifyPassword') return this.kept.verifyPassword(input)
    if (operation === 'signIn.check') {
      const user = this.holderOf(input.userName!, input.organizationId!)
      const mayEnter = user !== undefined && this.hasAccess(user)
      return {
        expect: () => ({
          userId: user?.id ?? null,
          mayEnter,
          passwordAllowed: mayEnter && user.signInRoute === 'any',
          mfaRequired: user?.mfa.required ?? false,
        }),
      }
    }
    if (operation === 'sessions.check') {
      const session = this.sessions.find(
        ({ id, userId }) => id === input.sessionId && userId === input.userId,
      )
      const good = session !== undefined && this.isGood(session)
      return { apply: () => void (good && this.see(session)), expect: () => ({ good }) }
    }
    if (!caller) throw new Refused('not_found')
    if (operation === 'caller.get') return { expect: () => this.viewOf(caller, caller) }
    if (operation === 'authenticators.listOwn')
      return {
        expect: () => ({
          items: this.authenticators
            .filter(({ userId, state }) => userId === caller.id && state !== 'revoked')
            .map((authenticator) => this.viewAuthenticator(authenticator)),
        }),
      }
    return this.moveAuthenticator(caller, operation, input.authenticatorId!)
  }

  // The rules that several operations share

  /** Why the caller may not, or null. Whom they may not see does not exist. */
  decide(caller: ModelUser, operation: string, user: ModelUser): string | null {
    const law = laws[operation]!
    const path = this.path(user.organizationId)
    const rights = this.rightsAt(caller.id, path)
    const delegated = law.delegable && this.delegates(caller, user, null)
    if (!delegated && !rights.has('user:read')) return 'not_found'
    if (!delegated && !rights.has(law.right!)) return 'not_permitted'
    if (law.kind === 'query') return null
    if (user.id === caller.id) {
      if (law.notSelf) return 'own_account'
    } else {
      const rank = this.rank(caller, user)
      if (rank) return rank
    }
    return law.notSso && this.organizations.get(user.organizationId)!.ssoProvider !== null
      ? 'managed_by_sso'
      : null
  }

  private decideOrganization(
    caller: ModelUser,
    operation: string,
    organization: ModelOrganization,
  ): string | null {
    const law = laws[operation]!
    const rights = this.rightsAt(caller.id, this.path(organization.id))
    if (!rights.has('organization:read')) return 'not_found'
    if (!rights.has(law.right!)) return 'not_permitted'
    // Whoever hangs an organization elsewhere takes it from those above.
    if (
      operation === 'organizations.move' &&
      organization.parentId !== null &&
      !this.rightsAt(caller.id, this.path(organization.parentId)).has(law.right!)
    )
      return 'not_permitted'
    if (law.notSelf && this.path(caller.organizationId).includes(organization.id))
      return 'own_account'
    return law.notSso && organization.ssoProvider !== null ? 'managed_by_sso' : null
  }

  /**
   * Equals cannot act on each other, nor anybody on somebody with rights that they lack; rights
   * that are to come count, looking makes nobody an equal.
   */
  private rank(caller: ModelUser, user: ModelUser): 'outranked' | 'same_rank' | null {
    const held = this.assignmentsOf(user.id).filter(
      ({ validUntilAt }) => validUntilAt === null || this.now < validUntilAt,
    )
    let rank: 'same_rank' | null = null
    for (const organizationId of new Set(held.map((assignment) => assignment.organizationId))) {
      const path = this.path(organizationId)
      const theirs = new Set(
        held
          .filter((assignment) => path.includes(assignment.organizationId))
          .flatMap(({ roleId }) => rightsOf[roleId] ?? []),
      )
      const mine = this.rightsAt(caller.id, path)
      if ([...theirs].some((right) => !mine.has(right))) return 'outranked'
      if ([...theirs].every((right) => right.endsWith(':read'))) continue
      const fromAbove = this.rightsAt(caller.id, path.slice(0, -1))
      if (mine.size === theirs.size && [...theirs].some((right) => !fromAbove.has(right)))
        rank = 'same_rank'
    }
    return rank
  }

  private delegates(caller: ModelUser, user: ModelUser, typeId: string | null): boolean {
    if (typeId !== null && delegationOf[typeId]) return false
    if (!this.path(user.organizationId).includes(caller.organizationId)) return false
    const theirs = this.personas
      .filter(({ userId }) => userId === user.id)
      .flatMap(({ scopes }) => scopes)
    return this.personas.some((persona) => {
      const delegation = persona.userId === caller.id ? delegationOf[persona.typeId] : null
      return (
        delegation &&
        covers(persona.validFromAt, persona.validUntilAt, this.now) &&
        (typeId === null || delegation === 'all' || delegation.includes(typeId)) &&
        persona.scopes.some((scope) => theirs.includes(scope))
      )
    })
  }

  private mustMayManage(caller: ModelUser | null, user: ModelUser, typeId: string): void {
    if (delegationOf[typeId] === undefined) throw new Refused('invalid_input')
    if (
      !caller ||
      this.rightsAt(caller.id, this.path(user.organizationId)).has('persona:assign') ||
      this.delegates(caller, user, typeId)
    )
      return
    throw new Refused('grant_exceeds_rights')
  }

  private mustMayGive(caller: ModelUser | null, roleId: string, organizationId: string): void {
    if (!this.organizations.has(organizationId)) throw new Refused('not_found')
    if (!caller) return
    const rights = this.rightsAt(caller.id, this.path(organizationId))
    if (!rights.has('organization:read')) throw new Refused('not_found')
    if (!rights.has('role:assign')) throw new Refused('not_permitted')
    if (rightsOf[roleId]!.some((right) => !rights.has(right)))
      throw new Refused('grant_exceeds_rights')
  }

  /** The last effective administrator stays, unless an administrator from above takes them. */
  private guardAdministrators(
    caller: ModelUser | null,
    user: ModelUser,
    losing: readonly ModelAssignment[] = this.assignmentsOf(user.id),
  ): void {
    // Whoever must choose a new password is one still; but nobody relies on them.
    if (!this.hasAccess(user) && this.statusOf(user) !== 'AWAITING_NEW_PASSWORD') return
    for (const { organizationId } of losing.filter(
      (assignment) =>
        assignment.roleId === 'administrator' &&
        covers(assignment.validFromAt, assignment.validUntilAt, this.now),
    )) {
      if (this.administratorsAt(organizationId).some(({ id }) => id !== user.id)) continue
      const above = this.path(organizationId).slice(0, -1)
      const fromAbove = caller
        ? this.inForceOf(caller.id).some(
            (assignment) =>
              assignment.roleId === 'administrator' && above.includes(assignment.organizationId),
          )
        : above.length > 0
      if (!fromAbove) throw new Refused('last_administrator')
    }
  }

  /**
   * Tries a change of who lives under which lock, takes it back, and refuses it when the root would
   * be left alone.
   */
  private mustKeepRoot(attempt: () => unknown, undo: () => unknown): void {
    const held = () => ({
      effective: this.administratorsAt(this.root().id).length > 0,
      awaited:
        this.administratorsAt(
          this.root().id,
          (user) => this.statusOf(user) === 'AWAITING_NEW_PASSWORD',
        ).length > 0,
    })
    const before = held()
    attempt()
    const after = held()
    undo()
    if (before.effective ? !after.effective : before.awaited && !after.effective && !after.awaited)
      throw new Refused('last_administrator')
  }

  /** The effective administrators assigned at an organization. */
  administratorsAt(
    organizationId: string,
    counts = (user: ModelUser) => this.hasAccess(user),
  ): ModelUser[] {
    return [...this.users.values()].filter(
      (user) =>
        counts(user) &&
        this.inForceOf(user.id).some(
          (assignment) =>
            assignment.roleId === 'administrator' && assignment.organizationId === organizationId,
        ),
    )
  }

  private mustHaveAccess(user: ModelUser): void {
    if (!this.hasAccess(user)) throw new Refused('access_suspended')
  }

  private mustBeFree(userName: string, organizationId: string, ownId: string | null): void {
    const holder = this.holderOf(userName, organizationId)
    if (holder && holder.id !== ownId) throw new Refused('user_name_taken')
  }

  holderOf(userName: string, organizationId: string): ModelUser | undefined {
    return [...this.users.values()].find(
      (user) =>
        (this.boundary === 'roster' || user.organizationId === organizationId) &&
        foldUserName(user.userName) === foldUserName(userName),
    )
  }

  /** What stands against the state of a person for this operation. */
  private impossible(operation: string, user: ModelUser): string | null {
    const deleted = user.state === 'deleted'
    switch (operation) {
      case 'users.lock':
        return deleted
          ? 'user_deleted'
          : inForce(user.locks, this.now).some(({ kind }) => kind === 'administrator')
            ? 'already_locked'
            : null
      case 'users.unlock':
        return deleted ? 'user_deleted' : this.lockKinds(user).length === 0 ? 'not_locked' : null
      case 'users.activate':
        return deleted ? 'user_deleted' : user.state === 'staged' ? null : 'already_activated'
      case 'users.deactivate':
        return deleted
          ? 'user_deleted'
          : user.state === 'deactivated'
            ? 'already_deactivated'
            : null
      case 'users.reactivate':
        return deleted ? 'user_deleted' : user.state === 'deactivated' ? null : 'not_deactivated'
      case 'users.delete':
        return deleted ? 'already_deleted' : null
      case 'users.restore':
        return !deleted
          ? 'not_deleted'
          : user.restorableUntilAt !== null && this.now >= user.restorableUntilAt
            ? 'not_restorable'
            : null
      case 'users.purge':
        return deleted ? null : 'not_deleted'
      case 'users.resendActivation':
        return deleted
          ? 'user_deleted'
          : user.state !== 'provisioned'
            ? 'invalid_transition'
            : user.signInRoute === 'federated'
              ? 'federated_only'
              : null
      case 'passwords.sendReset':
      case 'passwords.setTemporary':
      case 'passwords.remove':
      case 'passwords.expire': {
        if (deleted || user.state !== 'active')
          return deleted ? 'user_deleted' : 'invalid_transition'
        if (user.signInRoute === 'federated') return 'federated_only'
        const needsOne = operation === 'passwords.remove' || operation === 'passwords.expire'
        return needsOne && user.password.state === 'none' ? 'no_password' : null
      }
      case 'secretCodes.issueResetCode':
        return deleted ? 'user_deleted' : user.state === 'active' ? null : 'invalid_transition'
      case 'authenticators.beginSecurityKey':
      case 'authenticators.finishSecurityKey':
      case 'authenticators.issueEnrolmentLink':
      case 'signIn.completeOnboarding':
        return deleted ? 'user_deleted' : user.state === 'deactivated' ? 'invalid_transition' : null
      case 'users.update':
      case 'users.setValidity':
      case 'users.requireMfa':
      case 'users.move':
      case 'roles.assign':
      case 'roles.setValidity':
      case 'personas.assign':
        return deleted ? 'user_deleted' : null
      default:
        return null
    }
  }

  // Status

  /** Every reason of the person's own for which they have no access, by status and kind of lock. */
  ownReasons(user: ModelUser): string[] {
    const { now } = this
    const reasons: string[] = []
    if (user.state === 'deleted' || user.state === 'deactivated')
      reasons.push(user.state.toUpperCase())
    if (user.validFromAt !== null && now < user.validFromAt) reasons.push('NOT_YET_VALID')
    if (user.validUntilAt !== null && now >= user.validUntilAt) reasons.push('NO_LONGER_VALID')
    for (const kind of this.lockKinds(user))
      reasons.push(
        `${kind === 'administrator' || kind === 'security' ? 'LOCKED_BY_ADMIN' : 'AUTO_LOCKED'} ${kind}`,
      )
    if (user.state === 'staged' || user.state === 'provisioned')
      reasons.push(user.state.toUpperCase())
    const { state, expiresAt } = user.password
    if (
      user.state === 'active' &&
      (state === 'temporary' || state === 'expired' || (expiresAt !== null && now >= expiresAt))
    )
      reasons.push('AWAITING_NEW_PASSWORD')
    return reasons
  }

  /** The kinds of lock that hold the person, the one that shows first. */
  private lockKinds(user: ModelUser): string[] {
    const locks = inForce(user.locks, this.now).map(({ kind }) => kind)
    const byHand: string[] = locks.filter((kind) => kind === 'administrator' || kind === 'security')
    const inactive =
      user.state === 'active' && user.inactivityLockAt !== null && this.now >= user.inactivityLockAt
    return [
      ...new Set([
        ...byHand,
        ...locks.filter((kind) => !byHand.includes(kind)),
        ...(inactive ? ['inactivity'] : []),
      ]),
    ]
  }

  statusOf(user: ModelUser): string {
    const recovering = user.state === 'active' && user.password.state === 'reset_pending'
    const all = [
      ...this.ownReasons(user).map((reason) => reason.split(' ')[0]!),
      ...(this.lockedAbove(user) ? ['LOCKED_BY_ORGANIZATION'] : []),
      ...(recovering ? ['RECOVERY'] : []),
      'ACTIVE',
    ]
    return statusOrder.find((status) => all.includes(status))!
  }

  hasAccess(user: ModelUser): boolean {
    return ['ACTIVE', 'RECOVERY'].includes(this.statusOf(user))
  }

  lockedAbove(user: ModelUser): boolean {
    return this.path(user.organizationId).some(
      (id) => inForce(this.organizations.get(id)!.locks, this.now).length > 0,
    )
  }

  // What the roster shows

  viewOf(caller: ModelUser | null, user: ModelUser): object {
    const can = Object.fromEntries(
      shownCommands.map((operation) => {
        const refusal =
          (caller ? this.decide(caller, operation, user) : null) ??
          this.impossible(operation, user) ??
          (needServices.has(operation) && !this.kept.setup.services ? 'not_configured' : null)
        return [operation, refusal ? { allowed: false, code: refusal } : { allowed: true }]
      }),
    )
    const {
      id,
      version,
      userName,
      name,
      verifiedEmails,
      password,
      userType,
      mfa,
      signInRoute,
      validFromAt,
      validUntilAt,
      lastSignedInAt,
      createdAt,
      updatedAt,
      owners,
    } = user
    return {
      id,
      version,
      userName,
      name,
      emails: [{ value: user.email, primary: true }],
      verifiedEmails,
      password,
      userType,
      mfa,
      signInRoute,
      validFromAt,
      validUntilAt,
      lastSignedInAt,
      createdAt,
      updatedAt,
      owners,
      organization: { id: user.organizationId },
      status: { status: this.statusOf(user) },
      roles: this.assignmentsOf(id).map((assignment) => ({
        id: assignment.id,
        roleId: assignment.roleId,
        organization: { id: assignment.organizationId },
        inForce: covers(assignment.validFromAt, assignment.validUntilAt, this.now),
      })),
      can,
    }
  }

  private viewPersona({
    id,
    version,
    typeId,
    preferred,
    scopes,
    validFromAt,
    validUntilAt,
  }: ModelPersona): unknown {
    return {
      id,
      version,
      typeId,
      preferred,
      scopes,
      validFromAt,
      validUntilAt,
      inForce: covers(validFromAt, validUntilAt, this.now),
    }
  }

  viewAuthenticator(authenticator: ModelAuthenticator): unknown {
    const { id, version, type, lastUsedAt } = authenticator
    return { id, version, type, lastUsedAt, state: this.authenticatorState(authenticator) }
  }

  /** Not used for too long is an administrator's lock. */
  authenticatorState({ state, inactivityLockAt }: ModelAuthenticator): string {
    return inactivityLockAt !== null &&
      this.now >= inactivityLockAt &&
      (state === 'active' || state === 'locked_by_user')
      ? 'locked_by_administrator'
      : state
  }

  // What several operations do to a person

  change(user: ModelUser, next: Partial<ModelUser>, { bookkeeping = false } = {}): void {
    const { organizationId, email, signInRoute } = user
    const reasons = this.ownReasons(user)
    Object.assign(user, next, bookkeeping ? {} : { version: user.version + 1, updatedAt: this.now })
    const added = this.ownReasons(user).filter((reason) => !reasons.includes(reason))
    // Whoever a command shuts out loses their sessions with it; and what is open for them, unless
    // guessing did it or a link is the way out. A link is bound to address and organization.
    if (added.length > 0) this.endSessions(user.id)
    if (
      user.organizationId !== organizationId ||
      user.email !== email ||
      user.signInRoute !== signInRoute ||
      added.some(
        (reason) => reason !== 'AUTO_LOCKED failed-sign-ins' && reason !== 'AWAITING_NEW_PASSWORD',
      )
    )
      this.kept.end(user.id)
  }

  countFailure(user: ModelUser): void {
    const { now } = this
    const running =
      user.failed.sinceAt !== null &&
      now < later(user.failed.sinceAt, policy.failures.windowSeconds)
    const count = running ? user.failed.count + 1 : 1
    const locks =
      count >= policy.failures.threshold && !this.lockKinds(user).includes('failed-sign-ins')
    const lock = {
      kind: 'failed-sign-ins',
      fromAt: now,
      untilAt: later(now, policy.failures.lockSeconds),
    }
    this.change(
      user,
      {
        failed: { count, sinceAt: running ? user.failed.sinceAt : now },
        ...(locks ? { locks: [...user.locks, lock] } : {}),
      },
      { bookkeeping: !locks },
    )
  }

  mustHaveRoomForTotp(user: ModelUser): void {
    const held = this.authenticators.filter(
      ({ userId, type, state }) => userId === user.id && type === 'totp' && state !== 'revoked',
    )
    if (held.length >= policy.totpLimit) throw new Refused('too_many_authenticators')
  }

  /**
   * When somebody who is active now is locked for staying away, and when an authenticator that is
   * in use now.
   */
  inactivityLock(): string {
    return later(this.now, policy.inactivityDays * 86_400)
  }

  idleLock(): string {
    return later(this.now, policy.authenticatorDays * 86_400)
  }

  // Small helpers

  root(): ModelOrganization {
    return [...this.organizations.values()].find(({ parentId }) => parentId === null)!
  }

  /** The ids from the root down to an organization. */
  path(organizationId: string): string[] {
    const organization = this.organizations.get(organizationId)
    return organization
      ? [
          ...(organization.parentId === null ? [] : this.path(organization.parentId)),
          organizationId,
        ]
      : []
  }

  assignmentsOf(userId: string): ModelAssignment[] {
    return this.assignments.filter((assignment) => assignment.userId === userId)
  }

  private inForceOf(userId: string): ModelAssignment[] {
    return this.assignmentsOf(userId).filter(({ validFromAt, validUntilAt }) =>
      covers(validFromAt, validUntilAt, this.now),
    )
  }

  rightsAt(userId: string, path: readonly string[]): ReadonlySet<string> {
    return new Set(
      this.inForceOf(userId)
        .filter(({ organizationId }) => path.includes(organizationId))
        .flatMap(({ roleId }) => rightsOf[roleId] ?? []),
    )
  }

  private scopeOf(caller: ModelUser, right: string): string[] {
    return this.inForceOf(caller.id)
      .filter(({ roleId }) => rightsOf[roleId]?.includes(right))
      .map(({ organizationId }) => organizationId)
  }

  isGood({ userId, expiresAt }: ModelSession): boolean {
    return this.hasAccess(this.users.get(userId)!) && (expiresAt === null || this.now < expiresAt)
  }

  /** Good sessions are noted as seen, from time to time. */
  see(seen: ModelSession): void {
    if (this.now >= later(seen.lastSeenAt, policy.seenEverySeconds))
      this.sessions = this.sessions.map((session) =>
        session === seen ? { ...session, lastSeenAt: this.now } : session,
      )
  }

  endSessions(userId: string): void {
    this.sessions = this.sessions.filter((session) => session.userId !== userId)
  }

  private forget(userId: string): void {
    this.users.delete(userId)
    this.endSessions(userId)
    this.assignments = this.assignments.filter((assignment) => assignment.userId !== userId)
    this.personas = this.personas.filter((persona) => persona.userId !== userId)
    this.authenticators = this.authenticators.filter(
      (authenticator) => authenticator.userId !== userId,
    )
    this.memberships = this.memberships.filter((membership) => membership.userId !== userId)
    this.kept.forget(userId)
    this.answers.forget(userId)
  }

  /**
   * Takes the ids of new role assignments from the answer, in the order in which they were given.
   */
  private adoptAssignments(
    userId: string,
    value: Answer,
    given: readonly { readonly roleId: string; readonly organizationId: string }[],
    { validFromAt = null, validUntilAt = null }: Input,
  ): void {
    for (const { roleId, organizationId } of given) {
      if (
        this.assignmentsOf(userId).some(
          (assignment) =>
            assignment.roleId === roleId && assignment.organizationId === organizationId,
        )
      )
        continue
      const found = value.roles?.find(
        (role) => role.roleId === roleId && role.organization.id === organizationId,
      )
      this.assignments.push({
        id: this.fresh(found?.id),
        userId,
        roleId,
        organizationId,
        validFromAt,
        validUntilAt,
      })
    }
  }

  /** An id that must never have been before. */
  fresh(id: string | undefined): string {
    if (id === undefined) throw new Error('The answer names no id for what was added.')
    if (this.everIds.has(id)) throw new Error(`The id ${id} comes back.`)
    this.everIds.add(id)
    return id
  }

  private record(chain: string, event: ModelEvent): void {
    const events = this.audit.get(chain)
    if (events) events.push(event)
    else this.audit.set(chain, [event])
  }
}

/** An answer whose items stand in an order that the model does not foretell. */
export class Unordered {
  constructor(
    readonly field: string,
    readonly items: readonly { readonly id: string }[],
  ) {}
}

function covers(fromAt: string | null, untilAt: string | null, at: string): boolean {
  return (fromAt === null || fromAt <= at) && (untilAt === null || at < untilAt)
}

/** The locks that hold, in the order in which they were put on. */
function inForce(locks: readonly ModelLock[], at: string): ModelLock[] {
  return locks
    .filter((lock) => covers(lock.fromAt, lock.untilAt, at))
    .toSorted((a, b) => compare(a.fromAt, b.fromAt))
}

/** By code point, which for the texts of the model's world is also by unit. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function actorOf({ caller }: ModelCall): string | null {
  return caller === 'system' ? null : caller.userId
}

/** The usernames that people may get. */
export const givableUserNames = Object.keys(userNames)
