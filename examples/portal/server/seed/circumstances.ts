import { plusSeconds, type Actor, type Instant, type LockKind } from '@rosterkit/core'
import { type User } from '@rosterkit/core/ports'
import type { Random } from './random.ts'

/**
 * How often people are met in each state. Every status that a person can have in the roster is
 * among them.
 */
export const circumstances = {
  active: 1480,
  dormant: 120,
  staged: 30,
  provisioned: 80,
  provisionedLongAgo: 20,
  recovery: 30,
  temporaryPassword: 25,
  expiredPassword: 25,
  lockedByAdministrator: 45,
  lockedForSecurity: 12,
  lockedAfterFailedSignIns: 30,
  lockedForInactivity: 20,
  notYetValid: 18,
  noLongerValid: 20,
  deactivated: 30,
  deleted: 25,
} as const

export type Circumstance = keyof typeof circumstances

/** What every person has before their circumstances say otherwise. */
export type Dimensions = Pick<
  User,
  | 'lifecycle'
  | 'locks'
  | 'password'
  | 'mfa'
  | 'failedSignIns'
  | 'inactivityLockAt'
  | 'signInRoute'
  | 'validFromAt'
  | 'validUntilAt'
  | 'lastSignedInAt'
  | 'createdAt'
  | 'updatedAt'
>

interface Scene {
  readonly random: Random
  readonly newId: () => string
  /** The instant of the seeding, from which everything is counted back. */
  readonly at: Instant
  readonly createdAt: Instant
  /** Who administers the person's organization. */
  readonly administrator: Actor
}

const systemActor: Actor = { kind: 'system', id: null, label: 'The system' }
const dayInSeconds = 86_400

/**
 * Puts a person into their circumstances: lifecycle, locks, password, validity, and dates that fit
 * together.
 */
export function dimensionsOf(
  circumstance: Circumstance,
  { random, newId, at, createdAt, administrator }: Scene,
): Dimensions {
  const sinceCreation = (Date.parse(at) - Date.parse(createdAt)) / 1000
  /** So many days ago at most, but after the person came. */
  const daysAgo = (most: number): Instant =>
    plusSeconds(
      at,
      -Math.min(random.between(3_600, most * dayInSeconds), Math.floor(sinceCreation * 0.9)),
    )
  const daysAhead = (least: number, most: number): Instant =>
    plusSeconds(at, random.between(least * dayInSeconds, most * dayInSeconds))
  const lock = (
    kind: LockKind,
    reason: string | null,
    fromAt: Instant,
    untilAt: Instant | null = null,
  ) => ({
    id: newId(),
    kind,
    reason,
    fromAt,
    untilAt,
    actor: kind === 'administrator' || kind === 'security' ? administrator : systemActor,
  })
  const signedIn = (): Instant => daysAgo(random.pick([2, 2, 2, 2, 7, 7, 30, 30, 120]))

  const onboardedAt = plusSeconds(
    createdAt,
    Math.floor(Math.min(random.between(600, 4 * dayInSeconds), sinceCreation * 0.05)),
  )
  const notBeforeOnboarding = (instant: Instant): Instant =>
    instant < onboardedAt ? onboardedAt : instant
  const settled: Dimensions = {
    lifecycle: {
      state: 'active',
      sinceAt: onboardedAt,
      actor: systemActor,
      reason: null,
      formerState: null,
      restorableUntilAt: null,
    },
    locks: [],
    password: { state: 'set', sinceAt: onboardedAt, expiresAt: null },
    mfa: random.pick([
      { required: true, enrolment: 'enrolled' },
      { required: true, enrolment: 'enrolled' },
      { required: true, enrolment: 'none' },
      { required: false, enrolment: 'none' },
      { required: false, enrolment: 'enrolled' },
      { required: true, enrolment: 'again' },
    ] as const),
    failedSignIns: { count: 0, sinceAt: null },
    inactivityLockAt: null,
    signInRoute: random.chance(0.06) ? 'federated' : 'any',
    validFromAt: null,
    validUntilAt: random.chance(0.04) ? daysAhead(20, 300) : null,
    lastSignedInAt: signedIn(),
    createdAt,
    updatedAt: random.chance(0.4) ? daysAgo(400) : onboardedAt,
  }
  const newcomer = {
    ...settled,
    password: { state: 'none', sinceAt: null, expiresAt: null },
    mfa: { required: settled.mfa.required, enrolment: 'none' },
    lastSignedInAt: null,
    updatedAt: createdAt,
  } as const
  const cameAs = (state: 'staged' | 'provisioned', sinceAt: Instant) =>
    ({
      ...newcomer,
      lifecycle: {
        state,
        sinceAt,
        actor: administrator,
        reason: null,
        formerState: null,
        restorableUntilAt: null,
      },
    }) as const
  const lockedSince = (sinceAt: Instant, locks: Dimensions['locks']): Dimensions => ({
    ...settled,
    locks,
    lastSignedInAt: notBeforeOnboarding(plusSeconds(sinceAt, -random.between(1_800, 20_000))),
    updatedAt: sinceAt,
  })

  switch (circumstance) {
    case 'active':
      return settled
    case 'dormant':
      return {
        ...settled,
        lastSignedInAt: random.chance(0.15)
          ? null
          : plusSeconds(
              at,
              -Math.min(random.between(130, 700) * dayInSeconds, Math.floor(sinceCreation * 0.9)),
            ),
      }
    case 'staged':
      return cameAs('staged', createdAt)
    case 'provisioned': {
      const invitedAt = daysAgo(6)
      return { ...cameAs('provisioned', invitedAt), createdAt: invitedAt, updatedAt: invitedAt }
    }
    case 'provisionedLongAgo':
      return cameAs('provisioned', createdAt)
    case 'recovery': {
      const askedAt = daysAgo(2)
      return {
        ...settled,
        password: { state: 'reset_pending', sinceAt: askedAt, expiresAt: null },
        updatedAt: askedAt,
      }
    }
    case 'temporaryPassword': {
      const givenAt = daysAgo(5)
      return {
        ...settled,
        password: { state: 'temporary', sinceAt: givenAt, expiresAt: null },
        updatedAt: givenAt,
      }
    }
    case 'expiredPassword':
      return {
        ...settled,
        password: { state: 'set', sinceAt: onboardedAt, expiresAt: daysAgo(40) },
      }
    case 'lockedByAdministrator': {
      const lockedAt = daysAgo(90)
      return lockedSince(lockedAt, [
        lock(
          'administrator',
          random.pick(administratorReasons),
          lockedAt,
          random.chance(0.2) ? daysAhead(5, 60) : null,
        ),
      ])
    }
    case 'lockedForSecurity': {
      const lockedAt = daysAgo(20)
      // Two locks side by side: lifting one leaves the other.
      return lockedSince(lockedAt, [
        lock('security', random.pick(securityReasons), lockedAt),
        ...(random.chance(0.5) ? [lock('failed-sign-ins', failedSignInsReason, lockedAt)] : []),
      ])
    }
    case 'lockedAfterFailedSignIns': {
      const lockedAt = daysAgo(3)
      return {
        ...lockedSince(lockedAt, [
          lock(
            'failed-sign-ins',
            failedSignInsReason,
            lockedAt,
            random.chance(0.3) ? daysAhead(1, 3) : null,
          ),
        ]),
        failedSignIns: { count: 5, sinceAt: plusSeconds(lockedAt, -240) },
      }
    }
    case 'lockedForInactivity': {
      const inactivityLockAt = daysAgo(60)
      const lastSignedInAt = plusSeconds(inactivityLockAt, -180 * dayInSeconds)
      return {
        ...settled,
        inactivityLockAt,
        lastSignedInAt,
        createdAt: plusSeconds(createdAt, -200 * dayInSeconds),
        updatedAt: lastSignedInAt,
      }
    }
    case 'notYetValid':
      return {
        ...cameAs('provisioned', createdAt),
        validFromAt: daysAhead(2, 45),
        validUntilAt: null,
      }
    case 'noLongerValid': {
      const endedAt = daysAgo(120)
      return {
        ...settled,
        validUntilAt: endedAt,
        lastSignedInAt: notBeforeOnboarding(
          plusSeconds(endedAt, -random.between(3_600, 9 * dayInSeconds)),
        ),
      }
    }
    case 'deactivated': {
      const sinceAt = daysAgo(300)
      return {
        ...lockedSince(sinceAt, []),
        lifecycle: {
          state: 'deactivated',
          sinceAt,
          actor: administrator,
          reason: random.pick(deactivationReasons),
          formerState: 'active',
          restorableUntilAt: null,
        },
      }
    }
    case 'deleted': {
      const sinceAt = daysAgo(20)
      return {
        ...lockedSince(sinceAt, []),
        lifecycle: {
          state: 'deleted',
          sinceAt,
          actor: administrator,
          reason: random.pick(deletionReasons),
          formerState: 'active',
          restorableUntilAt: plusSeconds(sinceAt, 30 * dayInSeconds),
        },
      }
    }
  }
}

const failedSignInsReason = '5 failed sign-ins within 15 minutes'
const administratorReasons = [
  'On leave until further notice',
  'Badge reported stolen',
  'Contract under review',
  'Left the night shift team, access to be agreed',
  'Asked for by the works council',
  'Lost phone, waiting for a new one',
] as const
const securityReasons = [
  'Sign-in from two continents within an hour',
  'Password found in a leaked list',
  'Reported a phishing mail after entering the password',
] as const
const deactivationReasons = [
  'Parental leave',
  'Sabbatical',
  'Seasonal worker, returns in spring',
  'Moved to the external agency',
] as const
const deletionReasons = [
  'Left the company',
  'Account was created twice',
  'End of contract',
] as const
