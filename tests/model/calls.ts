import * as fc from 'fast-check'
import {
  familyNames,
  givenNames,
  passwords,
  resourceNames,
  searches,
  secretCodes,
} from './folding.ts'
import { keys } from './idempotency.ts'
import { later } from './outcome.ts'
import { givableUserNames, type Reference } from './reference.ts'
import { delegationOf, laws, linksOf, operationNames, rightsOf } from './rights.ts'
import { keyUse } from './secrets.ts'
import type { Input, ModelCall, ModelCaller, ModelUser } from './state.ts'

/**
 * One step of a run as it is drawn: numbers only, which become a call when the step meets the state
 * it is taken in.
 */
export interface Draw {
  readonly operation: string
  readonly caller: number
  readonly picks: readonly number[]
  /** Which idempotency key it is sent with, or none. */
  readonly key: number
}

const often = [
  'users.create',
  'users.lock',
  'users.unlock',
  'users.update',
  'roles.assign',
  'roles.unassign',
  'sessions.start',
  'sessions.check',
  'users.get',
  'users.list',
  'authenticators.register',
  'authenticators.unlockOwn',
  'personas.assign',
  'users.move',
  'signIn.recordFailure',
  'signIn.verifyPassword',
  'passwords.sendReset',
  'authenticators.issueEnrolmentLink',
  'redeem.finishOnboarding',
  'redeem.setPassword',
  'redeem.chooseSecretCode',
  'redeem.resetSecretCode',
  'redeem.resetSecretCode',
  'clock',
  'clock',
  'deliver',
  'deliver',
  'deliver',
  'retry',
  'again',
  'again',
  'again',
  'again',
]

/** Steps of every kind, those that build up state more often. */
export const draws: fc.Arbitrary<Draw>[] = [...operationNames, ...often].map((operation) =>
  fc.record({
    operation: fc.constant(operation),
    caller: fc.nat(999),
    key: fc.nat(999),
    picks: fc.array(fc.nat(9999), { minLength: 7, maxLength: 7 }),
  }),
)

const unknownId = '0198f0c0-7e00-7000-8000-0000ffffffff'
const day = 86_400
const clockMoves = [1, 1, 60, 900, 3600, day, 31 * day, 91 * day, -1, -3600]

/** How far the step moves the clock, when it is a move of the clock. */
export function clockMove({ picks }: Draw): number {
  return clockMoves[picks[0]! % clockMoves.length]!
}

/** How the transport does in this delivery, and how many mails it takes at most. */
export function deliveryOf({ picks }: Draw): {
  readonly limit: number
  readonly mood: 'takes' | 'is down' | 'refuses'
} {
  return {
    limit: picks[1]! % 4 === 0 ? 1 + (picks[2]! % 3) : 100,
    mood: (['is down', 'refuses'] as const)[picks[0]! % 8] ?? 'takes',
  }
}

/** Which mail is put back into the queue: mostly one that was given up. */
export function retried(model: Reference, { picks }: Draw): string {
  const known = model.kept.mails.filter(({ id }) => id !== null)
  const failed = known.filter(({ state }) => state === 'failed')
  const among = failed.length > 0 && picks[1]! % 5 !== 0 ? failed : known
  return among[picks[0]! % among.length]?.id ?? unknownId
}

/**
 * What the draw comes to in the model's present state, sent with an idempotency key now and then.
 */
export function callOf(model: Reference, drawn: Draw): ModelCall {
  const { sent } = model.answers
  const [back, other] = drawn.picks as [number, number]
  const earlier =
    drawn.operation === 'again' && sent.length > 0
      ? sent.at(-1 - (back % Math.min(sent.length, 12)))!
      : null
  // Now and then the key of an earlier request comes with another one.
  const call =
    earlier && other % 5 > 0
      ? earlier
      : keylessCallOf(
          model,
          drawn.operation === 'again' ? { ...drawn, operation: 'users.requireMfa' } : drawn,
        )
  const caller = earlier?.caller ?? call.caller
  const idempotencyKey =
    earlier?.idempotencyKey ?? (drawn.key % 4 === 0 ? keys[drawn.key % keys.length] : undefined)
  const user =
    caller === 'system' || caller.userId === null ? undefined : model.users.get(caller.userId)
  const { idempotencyKey: _, ...keyless } = { ...call, caller }
  return idempotencyKey === undefined ||
    (user && model.answers.unsure(user, idempotencyKey, model.now))
    ? keyless
    : { ...keyless, idempotencyKey }
}

function keylessCallOf(model: Reference, drawn: Draw): ModelCall {
  const { caller: whom, picks } = drawn
  const operation = broughtAbout(model, drawn)
  const law = laws[operation]!
  const pick = (place: number) => picks[place]!
  const of = <T>(items: readonly T[], place: number): T => items[pick(place) % items.length]!
  const maybe = (place: number, one: number) => pick(place) % one === 0
  const organizationIds = [...model.organizations.keys()]
  const userIds = [...model.users.keys()]
  const anOrganization = (place: number) =>
    maybe(place, 17) ? unknownId : of(organizationIds, place)
  const aUser = (place: number) => (maybe(place, 19) ? unknownId : of(userIds, place))
  const someId = (ids: readonly string[], place: number) =>
    ids.length === 0 || maybe(place, 11) ? unknownId : of(ids, place)
  const aTime = (place: number): string | null =>
    of(
      [
        null,
        null,
        later(model.now, 3600),
        later(model.now, 30 * day),
        later(model.now, -day),
        later(model.now, 60),
      ],
      place,
    )
  const aReason = { reason: of(['Left.', 'Suspicious sign-in.', 'x'], 6) }

  // What is done to something of a person's is mostly done to something that there is.
  const owners = belongings(model, operation).map((item) => item.userId)
  const userId = owners.length > 0 && !maybe(6, 9) ? of(owners, 0) : aUser(0)
  const user = model.users.get(userId)
  const ofUser = <T extends { readonly userId: string; readonly id: string }>(
    items: readonly T[],
    place: number,
  ) =>
    someId(
      items.filter((item) => item.userId === userId).map(({ id }) => id),
      place,
    )
  const period = { validFromAt: aTime(2), validUntilAt: aTime(3) }
  const impossiblePeriod =
    period.validFromAt !== null &&
    period.validUntilAt !== null &&
    period.validFromAt >= period.validUntilAt
  const ownDevices =
    operation === 'authenticators.lockOwn' || operation === 'authenticators.unlockOwn'
      ? model.authenticators
      : []
  const caller: ModelCaller =
    ownDevices.length > 0 && whom % 4 !== 0
      ? { userId: of(ownDevices, 3).userId }
      : callerOf(model, whom, law.host)
  if (law.about === 'bearer') return bearerCall()
  const call = (input: Input, wrong = false): ModelCall => ({
    caller,
    operation,
    wrong: wrong || maybe(5, 61),
    input: {
      ...(law.about === 'user' ? { userId } : {}),
      ...input,
      ...(maybe(5, 61) ? ({ mischief: 1 } as object) : {}),
    },
  })
  const filter = {
    ...(maybe(1, 2) ? { search: of(Object.keys(searches), 2) } : {}),
    ...(maybe(2, 3)
      ? {
          status: of(
            [
              ['ACTIVE'],
              ['LOCKED_BY_ADMIN', 'LOCKED_BY_ORGANIZATION'],
              ['PROVISIONED', 'STAGED', 'DELETED'],
            ],
            3,
          ),
        }
      : {}),
    ...(maybe(3, 3) ? { role: of([['administrator'], ['viewer', 'support']], 4) } : {}),
    ...(maybe(4, 3) ? { organization: [anOrganization(0)] } : {}),
    ...(maybe(5, 3)
      ? { mfa: of([['not_required'], ['not_enrolled', 'again'], ['enrolled']], 1) }
      : {}),
    ...(maybe(6, 3) ? { dormant: maybe(0, 2) } : {}),
    ...(maybe(2, 4) ? { expiring: !maybe(1, 3) } : {}),
  }
  const resourceIds = (kind: string) =>
    model.resources.filter((resource) => resource.kind === kind).map(({ id }) => id)

  switch (operation) {
    case 'users.update':
      return call({
        version: maybe(1, 9) ? (user?.version ?? 1) + 1 : (user?.version ?? 1),
        ...(maybe(2, 3) ? { userName: of(givableUserNames, 2) } : {}),
        ...(maybe(3, 3) ? { name: aName(pick(3)) } : {}),
        ...(maybe(4, 4)
          ? { emails: [{ value: of(['one@example.com', 'two@example.org'], 4), primary: true }] }
          : {}),
        ...(maybe(6, 4) ? { userType: of(['Contractor', null], 3) } : {}),
        ...(maybe(1, 5) ? { mfaRequired: maybe(2, 2) } : {}),
        ...(maybe(3, 5) ? { federatedOnly: maybe(4, 2) } : {}),
      })
    case 'users.lock':
      return call({
        ...aReason,
        ...(maybe(1, 3) ? { kind: 'security' } : {}),
        ...(maybe(2, 3) ? { untilAt: aTime(3) } : {}),
      })
    case 'users.resendActivation':
      return call(maybe(1, 3) ? { delivery: of(['mail', 'show', 'both'], 2) } : {})
    case 'passwords.sendReset':
    case 'passwords.remove':
      return call(maybe(1, 3) ? { signOut: false } : {})
    case 'authenticators.finishSecurityKey': {
      const begun = model.kept.secrets.filter(
        ({ purpose, key }) => purpose === 'security_key' && key !== keyUse,
      )
      const one = begun.length > 0 && !maybe(3, 9) ? of(begun, 1) : null
      const beginner = one?.key.split(' ')[1]
      const asBeginner: ModelCaller =
        beginner === undefined || maybe(4, 9)
          ? caller
          : beginner === 'system'
            ? 'system'
            : { userId: beginner }
      return {
        ...call({
          ...(one ? { userId: one.userId } : {}),
          name: 'Key',
          response: anAnswer(one?.text, 2),
        }),
        caller: asBeginner,
      }
    }
    case 'signIn.verifyPassword': {
      const known = [...model.kept.passwords.keys()].flatMap((id) => model.users.get(id) ?? [])
      const person =
        known.length > 0 && !maybe(1, 4) ? of(known, 2) : of([...model.users.values()], 2)
      const right = model.kept.passwords.get(person.id)?.text
      const typed = Object.entries(passwords).filter(([, { plain }]) => plain === right)
      const password =
        right !== undefined && !maybe(3, 3)
          ? typed.length > 0
            ? of(typed, 4)[0]
            : right
          : of(Object.keys(passwords), 4)
      return call({
        userName: maybe(5, 11) ? of(givableUserNames, 4) : person.userName,
        password,
        ...(maybe(6, 13)
          ? {}
          : { organizationId: maybe(6, 11) ? unknownId : person.organizationId }),
      })
    }
    case 'signIn.verifySecretCode':
      return call({
        secretCode: maybe(1, 3) ? '000000' : (model.kept.secretCodes.get(userId)?.text ?? '482093'),
      })
    case 'signIn.verifyTotp': {
      const apps = model.authenticators.flatMap(({ userId: holder, material }) =>
        holder === userId && material?.kind === 'totp' ? [material.secret.slice(-6)] : [],
      )
      return call({ code: apps.length > 0 && !maybe(1, 4) ? of(apps, 2) : '......' })
    }
    case 'signIn.finishSecurityKey': {
      const asked = model.kept.secrets.find(
        (secret) => secret.userId === userId && secret.key === keyUse,
      )
      const ids = model.authenticators.flatMap(({ userId: holder, material }) =>
        holder === userId && material?.kind === 'security_key' ? [material.credentialId] : [],
      )
      return call({
        response: {
          id: ids.length > 0 && !maybe(1, 5) ? of(ids, 2) : 'another',
          answered: maybe(3, 5) ? 'another' : (asked?.text ?? 'none'),
        },
      })
    }
    case 'redeem.resetSecretCode': {
      const open = model.kept.secrets.filter(
        (secret) => secret.purpose === 'reset_code' && secret.copies.length > 0,
      )
      const live = open.filter((secret) => model.kept.live(secret))
      const person = model.users.get(
        open.length > 0 && !maybe(1, 7)
          ? of(live.length > 0 ? live : open, 2).userId
          : of(userIds, 2),
      )!
      const codes = model.kept.secrets.flatMap(({ purpose, userId: holder, copies }) =>
        purpose === 'reset_code' && holder === person.id
          ? copies.flatMap(({ text }) => text ?? [])
          : [],
      )
      return call({
        userName: person.userName,
        organizationId: person.organizationId,
        code: codes.length > 0 && !maybe(3, 3) ? of(codes, 4) : '00000000',
        secretCode: maybe(6, 7) ? of(Object.keys(secretCodes), 4) : of(['482093', '730518'], 4),
      })
    }
    case 'redeem.requestRecovery': {
      const person = of([...model.users.values()], 1)
      return call({
        userName: maybe(2, 5) ? of(givableUserNames, 3) : person.userName,
        ...(maybe(4, 7) ? {} : { organizationId: maybe(4, 5) ? unknownId : person.organizationId }),
      })
    }
    case 'users.unlock':
      return call(
        maybe(1, 2)
          ? {}
          : { kind: of(['administrator', 'failed-sign-ins', 'inactivity', 'security'], 2) },
      )
    case 'users.deactivate':
      return call(maybe(1, 13) ? { reason: '' } : aReason, maybe(1, 13))
    case 'users.setValidity':
      return call(period, impossiblePeriod)
    case 'users.requireMfa':
      return call({ registration: of(['no', 'once', 'again'], 1) })
    case 'users.move':
      return call({ toOrganizationId: anOrganization(1) })
    case 'users.delete':
    case 'users.purge':
      return call({ userName: maybe(1, 7) ? 'somebody.else' : (user?.userName ?? 'nobody') })
    case 'roles.assign':
      return call(
        {
          roleId: aRole(pick(1)),
          organizationId: anOrganization(4),
          ...(maybe(6, 2) ? period : {}),
        },
        maybe(6, 2) && impossiblePeriod,
      )
    case 'roles.unassign':
      return call({ assignmentId: ofUser(model.assignments, 1) })
    case 'roles.setValidity':
      return call({ assignmentId: ofUser(model.assignments, 1), ...period }, impossiblePeriod)
    case 'personas.assign':
      return call(
        {
          typeId: aPersonaType(pick(1)),
          preferred: maybe(4, 3),
          scopes: someScopes(pick(5)),
          ...(maybe(6, 3) ? period : {}),
        },
        maybe(6, 3) && impossiblePeriod,
      )
    case 'personas.update': {
      const personaId = ofUser(model.personas, 1)
      const version = model.personas.find(({ id }) => id === personaId)?.version ?? 1
      return call(
        {
          personaId,
          version: maybe(4, 9) ? version + 1 : version,
          preferred: maybe(4, 2),
          scopes: someScopes(pick(5)),
          ...(maybe(6, 3) ? period : {}),
        },
        maybe(6, 3) && impossiblePeriod,
      )
    }
    case 'personas.remove':
      return call({ personaId: ofUser(model.personas, 1) })
    case 'authenticators.list':
      return call({ revoked: maybe(1, 2) })
    case 'authenticators.reset':
      return call(
        maybe(1, 3)
          ? { authenticatorIds: [ofUser(model.authenticators, 2)] }
          : maybe(1, 2)
            ? { types: ['totp'] }
            : {},
      )
    case 'authenticators.lock':
    case 'authenticators.unlock':
    case 'authenticators.delete':
    case 'authenticators.recordUse':
      return call({ authenticatorId: ofUser(model.authenticators, 1) })
    case 'authenticators.lockOwn':
    case 'authenticators.unlockOwn': {
      const own =
        caller === 'system'
          ? []
          : model.authenticators.filter((authenticator) => authenticator.userId === caller.userId)
      return call({
        authenticatorId: someId(
          (maybe(2, 7) ? model.authenticators : own).map(({ id }) => id),
          1,
        ),
      })
    }
    case 'authenticators.register':
      return call({
        type: of(['totp', 'totp', 'fido2', 'app'], 1),
        name: 'Phone',
        pending: maybe(2, 5),
      })
    case 'sessions.start':
      return call({ expiresAt: of([null, later(model.now, 3600), later(model.now, day)], 1) })
    case 'sessions.end':
      return call({ sessionId: ofUser(model.sessions, 1) })
    case 'sessions.check': {
      const session = model.sessions.length > 0 ? of(model.sessions, 1) : null
      return call({
        userId: maybe(2, 9) ? userId : (session?.userId ?? userId),
        sessionId: session?.id ?? unknownId,
      })
    }
    case 'groups.assign':
    case 'groups.unassign':
      return call({ groupId: someId(resourceIds(maybe(2, 9) ? 'applications' : 'groups'), 1) })
    case 'applications.assign':
    case 'applications.unassign':
      return call({ applicationId: someId(resourceIds('applications'), 1) })
    case 'audit.ofUser':
      return call({ limit: 20 })
    case 'users.claimFields':
      return call({
        fields: of([['name'], ['userName', 'emails'], ['userType']], 1),
        owner: of(['scim', 'sso', null, null], 2),
      })
    case 'signIn.applySsoGroups':
      return call({
        groups: of([['staff'], ['readers'], ['staff', 'readers', 'constructor'], []], 1),
      })
    case 'signIn.check':
      return call({
        userName: of(
          [...givableUserNames, ...[...model.users.values()].map(({ userName }) => userName)],
          1,
        ),
        organizationId: of(organizationIds, 2),
      })
    case 'organizations.create':
      return call({
        organizationId: organizationIds.length > 14 ? unknownId : anOrganization(0),
        name: of(['Branch', 'Depot'], 1),
      })
    case 'organizations.update': {
      const organizationId = anOrganization(0)
      const version = model.organizations.get(organizationId)?.version ?? 1
      return call({
        organizationId,
        version: maybe(1, 7) ? version + 1 : version,
        ...(maybe(2, 2) ? { name: of(['Renamed', 'Again'], 3) } : {}),
        ...(maybe(3, 2) ? { ssoProvider: of([null, null, 'Okta'], 4) } : {}),
        ...(maybe(4, 2)
          ? {
              ssoRoleMapping: of<Record<string, string>>(
                [
                  { staff: 'support', readers: 'viewer' },
                  { staff: 'administrator' },
                  { staff: 'wizard' },
                  {},
                ],
                6,
              ),
            }
          : {}),
      })
    }
    case 'organizations.lock':
      return call({
        organizationId: anOrganization(0),
        ...aReason,
        ...(maybe(1, 2) ? { untilAt: aTime(2) } : {}),
      })
    case 'organizations.unlock':
      return call({ organizationId: anOrganization(0) })
    case 'organizations.move':
      return call({ organizationId: anOrganization(0), toParentId: anOrganization(1) })
    case 'users.create': {
      const roles = maybe(4, 2)
        ? [
            {
              roleId: aRole(pick(3)),
              organizationId: maybe(6, 2) ? anOrganization(5) : anOrganization(0),
            },
          ]
        : []
      const groupIds = maybe(2, 3) ? [someId(resourceIds('groups'), 3)] : []
      return call({
        organizationId: anOrganization(0),
        userName: of(givableUserNames, 1),
        name: aName(pick(2)),
        emails: [{ value: 'new@example.com', primary: true }],
        roles,
        groupIds,
        activation: maybe(3, 4) ? 'later' : maybe(3, 5) ? 'link' : 'now',
        mfaRequired: maybe(2, 4),
        federatedOnly: maybe(1, 4),
      })
    }
    case 'users.checkUserName':
      return call({ organizationId: anOrganization(0), userName: of(givableUserNames, 1) })
    case 'groups.create':
    case 'applications.create':
      return call({ organizationId: anOrganization(0), name: of(Object.keys(resourceNames), 1) })
    case 'audit.verify':
      return call({ organizationId: anOrganization(0) })
    case 'groups.search':
    case 'applications.search':
      return call({ limit: 100, ...(maybe(1, 2) ? { search: of(Object.keys(searches), 2) } : {}) })
    case 'users.count': {
      const facet = of(['status', 'role', 'organization', 'mfa', 'dormant', 'expiring'], 6)
      const values =
        facet === 'role'
          ? ['viewer', 'administrator', 'wizard']
          : facet === 'organization'
            ? [anOrganization(3), anOrganization(4)]
            : []
      return call({ ...filter, facet, values })
    }
    case 'users.list':
      return call({
        ...filter,
        sort: of(
          [
            'givenName',
            'familyName',
            'userName',
            'status',
            'role',
            'primaryEmail',
            'lastSignedInAt',
            'createdAt',
            'updatedAt',
          ],
          6,
        ),
        direction: of(['ascending', 'descending'], 2),
        limit: 1 + (pick(3) % 9),
      })
    default:
      return call({})
  }

  /**
   * Somebody comes with a link: mostly with a good one that fits and signed in nowhere, else with
   * any that ever was, or one that never was.
   */
  function bearerCall(): ModelCall {
    const { kept } = model
    const purposes = linksOf[operation]!
    const good = kept.tokens.filter(
      ({ secret }) => kept.secrets.includes(secret) && purposes.includes(secret.purpose),
    )
    const begun = good.filter(({ secret }) =>
      kept.secrets.some(
        ({ userId: holder, purpose, key }) =>
          holder === secret.userId &&
          (operation === 'redeem.finishTotp'
            ? purpose === 'totp'
            : operation === 'redeem.finishSecurityKey' && key === `security_key ${holder}`),
      ),
    )
    const among = maybe(0, 5)
      ? kept.tokens
      : begun.length > 0
        ? begun
        : good.length > 0
          ? good
          : kept.tokens
    const one = among.length > 0 ? of(among, 1) : null
    const text = one?.text ?? 'A'.repeat(64)
    const token = maybe(2, 23)
      ? `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`
      : text
    const holder = one?.secret.userId
    const bearer: ModelCaller =
      whom % 9 === 0
        ? callerOf(model, whom, false)
        : whom % 9 === 1
          ? 'system'
          : whom % 9 === 2 && holder !== undefined
            ? { userId: holder }
            : { userId: null }
    const ceremony = kept.secrets.find(
      ({ userId: owner, purpose, key }) =>
        owner === holder &&
        (operation === 'redeem.finishTotp' ? purpose === 'totp' : key === `security_key ${holder}`),
    )
    const inputs: Record<string, Input> = {
      'redeem.finishOnboarding': maybe(3, 5) ? {} : { password: of(Object.keys(passwords), 4) },
      'redeem.setPassword': { password: of(Object.keys(passwords), 4) },
      'redeem.finishSecurityKey': { name: 'Key', response: anAnswer(ceremony?.text, 3) },
      'redeem.finishTotp': {
        name: 'Phone',
        code: maybe(3, 4) ? '......' : (ceremony?.text?.slice(-6) ?? '......'),
      },
      'redeem.chooseSecretCode': { secretCode: of(Object.keys(secretCodes), 3) },
    }
    const wrong = maybe(5, 61)
    return {
      caller: bearer,
      operation,
      wrong,
      input: { token, ...inputs[operation], ...(wrong ? ({ mischief: 1 } as object) : {}) },
    }
  }

  /**
   * What a security key answers: mostly to what was asked, and seldom the one that somebody has.
   */
  function anAnswer(
    challenge: string | null | undefined,
    place: number,
  ): NonNullable<Input['response']> {
    return {
      answered: maybe(place, 5) ? 'another' : (challenge ?? 'none'),
      credentialId: `key${pick(4) % 6}`,
      type: maybe(6, 3) ? 'u2f' : 'fido2',
    }
  }
}

/**
 * How what somebody brings comes to be: a draw that finds nothing to bring is mostly a step towards
 * it instead.
 */
const ways: Readonly<Record<string, string>> = {
  'redeem.finishOnboarding': 'users.resendActivation',
  'redeem.setPassword': 'passwords.sendReset',
  'redeem.beginSecurityKey': 'authenticators.issueEnrolmentLink',
  'redeem.finishSecurityKey': 'redeem.beginSecurityKey',
  'redeem.beginTotp': 'authenticators.issueEnrolmentLink',
  'redeem.finishTotp': 'redeem.beginTotp',
  'redeem.chooseSecretCode': 'authenticators.issueEnrolmentLink',
  'redeem.resetSecretCode': 'secretCodes.issueResetCode',
  'secretCodes.issueResetCode': 'redeem.chooseSecretCode',
  'signIn.verifySecretCode': 'redeem.chooseSecretCode',
  'signIn.verifyTotp': 'redeem.finishTotp',
  'authenticators.finishSecurityKey': 'authenticators.beginSecurityKey',
  'users.resendActivation': 'users.create',
  'signIn.beginSecurityKey': 'authenticators.finishSecurityKey',
  'signIn.finishSecurityKey': 'signIn.beginSecurityKey',
}

function broughtAbout(
  model: Reference,
  { operation, picks }: Pick<Draw, 'operation' | 'picks'>,
): string {
  const way = ways[operation]
  if (way === undefined || picks[0]! % 5 === 0 || thereIs(model, operation)) return operation
  return broughtAbout(model, { operation: way, picks })
}

/** Whether there is what the operation needs to come to something. */
function thereIs({ kept, users, authenticators }: Reference, operation: string): boolean {
  const { secrets, tokens } = kept
  const begun = (text: string) =>
    secrets.some(
      (secret) =>
        kept.secretOf(text, linksOf[operation]!)?.userId === secret.userId &&
        (operation === 'redeem.finishTotp'
          ? secret.purpose === 'totp'
          : secret.key === `security_key ${secret.userId}`),
    )
  switch (operation) {
    case 'users.resendActivation':
      return [...users.values()].some(({ state }) => state === 'provisioned')
    case 'secretCodes.issueResetCode':
    case 'signIn.verifySecretCode':
      return kept.secretCodes.size > 0
    case 'signIn.verifyTotp':
      return authenticators.some(({ material }) => material?.kind === 'totp')
    case 'authenticators.finishSecurityKey':
      return secrets.some(({ purpose, key }) => purpose === 'security_key' && key !== keyUse)
    case 'signIn.beginSecurityKey':
      return authenticators.some(({ material }) => material?.kind === 'security_key')
    case 'signIn.finishSecurityKey':
      return secrets.some(({ key }) => key === keyUse)
    case 'redeem.resetSecretCode':
      return secrets.some(
        (secret) =>
          secret.purpose === 'reset_code' && kept.live(secret) && secret.copies.length > 0,
      )
    case 'redeem.finishTotp':
    case 'redeem.finishSecurityKey':
      return tokens.some(({ text }) => begun(text))
    default:
      return tokens.some(({ text }) => kept.secretOf(text, linksOf[operation]!) !== undefined)
  }
}

/**
 * The things of people that an operation is about, or the people in whose state it has something to
 * do.
 */
function belongings(model: Reference, operation: string): readonly { readonly userId: string }[] {
  const people = (fits: (user: ModelUser) => boolean) =>
    [...model.users.values()].filter(fits).map(({ id }) => ({ userId: id }))
  // Few enough that somebody fails often enough to be locked for it.
  if (operation === 'signIn.recordFailure')
    return people(({ failed, id }) => failed.count > 0 || id.endsWith('1'))
  if (operation === 'users.unlock')
    return people(({ locks, inactivityLockAt }) => locks.length > 0 || inactivityLockAt !== null)
  if (operation === 'users.resendActivation') return people(({ state }) => state === 'provisioned')
  if (operation === 'passwords.remove' || operation === 'passwords.expire')
    return people(({ password }) => password.state !== 'none')
  if (operation === 'secretCodes.issueResetCode' || operation === 'signIn.verifySecretCode')
    return people(({ id }) => model.kept.secretCodes.has(id))
  if (operation === 'signIn.verifyTotp')
    return model.authenticators.filter(({ material }) => material?.kind === 'totp')
  if (operation === 'signIn.beginSecurityKey')
    return model.authenticators.filter(({ material }) => material?.kind === 'security_key')
  if (operation === 'signIn.finishSecurityKey')
    return model.kept.secrets.filter(({ key }) => key === keyUse)
  if (operation === 'secrets.list') return model.kept.secrets
  if (operation === 'mails.ofUser')
    return model.kept.mails.flatMap(({ userId }) => (userId === null ? [] : [{ userId }]))
  if (operation === 'users.activate') return people(({ state }) => state === 'staged')
  if (operation === 'users.reactivate') return people(({ state }) => state === 'deactivated')
  if (operation === 'users.restore' || operation === 'users.purge')
    return people(({ state }) => state === 'deleted')
  if (operation === 'signIn.applySsoGroups')
    return people(
      ({ organizationId }) => model.organizations.get(organizationId)!.ssoProvider !== null,
    )
  if (operation === 'roles.unassign' || operation === 'roles.setValidity') return model.assignments
  if (operation === 'sessions.end' || operation === 'sessions.list') return model.sessions
  if (operation === 'personas.update' || operation === 'personas.remove') return model.personas
  if (operation.endsWith('.unassign')) return model.memberships
  return [
    'authenticators.lock',
    'authenticators.unlock',
    'authenticators.delete',
    'authenticators.recordUse',
    'authenticators.reset',
  ].includes(operation)
    ? model.authenticators
    : []
}

/**
 * Mostly somebody who may act as an administrator somewhere; otherwise anybody, the host's own
 * code, nobody, or one who never was.
 */
function callerOf(model: Reference, whom: number, host: boolean): ModelCaller {
  if (host ? whom % 23 !== 0 : whom % 10 === 8) return 'system'
  if (whom % 29 === 0) return { userId: null }
  if (whom % 31 === 0) return { userId: unknownId }
  const people = [...model.users.values()]
  const administrators = people.filter(
    (user) =>
      model.hasAccess(user) &&
      model.assignmentsOf(user.id).some(({ roleId }) => roleId === 'administrator'),
  )
  const among = whom % 10 < 7 && administrators.length > 0 ? administrators : people
  return { userId: among[Math.floor(whom / 10) % among.length]!.id }
}

function aName(number: number) {
  const given = Object.keys(givenNames)
  const family = Object.keys(familyNames)
  return {
    givenName: given[number % given.length]!,
    familyName: family[Math.floor(number / 7) % family.length]!,
  }
}

function aRole(number: number): string {
  const roles = [...Object.keys(rightsOf), 'administrator', 'wizard']
  return roles[number % roles.length]!
}

function aPersonaType(number: number): string {
  const types = [...Object.keys(delegationOf), 'wizard']
  return types[number % types.length]!
}

function someScopes(number: number): string[] {
  return [['north'], ['south'], ['north', 'south'], []][number % 4]!
}
