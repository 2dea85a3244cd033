import {
  contract,
  failures,
  failureWords,
  isOperationError,
  OperationError,
  type FailureCode,
  type Storage,
} from '@rosterkit/core'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { expect, it } from 'vitest'
import { tokenOf, withServices } from '../services.ts'
import { idOf, openWorld } from '../world.ts'

const personaTypes = [{ id: 'employee', name: 'Employee' }]

/** A world with everybody that a refusal needs, and the ways to call as them. */
async function openStage() {
  const { services } = withServices({ activation: { delivery: 'show', lifetimeHours: 24 } })
  const world = await openWorld({
    ...services,
    personaTypes,
    authenticators: { limits: { totp: 0 }, inactivityLockDays: null },
    restoreDays: 1,
  })
  const root = await world.join('root', 'platform', { roles: ['administrator'] })
  const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
  const peer = await world.join('peer', 'acme', { roles: ['administrator'] })
  const support = await world.join('support', 'acme', { roles: ['support'] })
  const ada = await world.join('ada', 'acme')
  const suspended = await world.join('suspended', 'acme', {
    roles: ['administrator'],
    locks: [
      {
        id: idOf(1),
        kind: 'administrator',
        reason: null,
        actor: { kind: 'system', id: null, label: 'x' },
        fromAt: world.now(),
        untilAt: null,
      },
    ],
  })
  const newcomer = {
    organizationId: world.places.acme,
    userName: 'ada',
    name: { givenName: 'A', familyName: 'B' },
    emails: [{ value: 'a@example.com', primary: true }],
  }
  const call = world.as(admin)
  const invited = async (more: object = {}) => {
    const { id, activationLink } = await call.users.create({
      ...newcomer,
      userName: 'new',
      ...more,
    })
    return { id, token: tokenOf(activationLink?.link) }
  }
  const enrol = async (userId: string) => {
    const { options } = await call.authenticators.beginSecurityKey({ userId })
    return call.authenticators.finishSecurityKey({
      userId,
      name: 'Key',
      response: { answered: options['challenge'] },
    })
  }
  return {
    ...world,
    root,
    admin,
    peer,
    support,
    ada,
    suspended,
    newcomer,
    call,
    invited,
    enrol,
    stranger: world.roster.as({ userId: null }),
    userId: ada.id,
  }
}

type Stage = Awaited<ReturnType<typeof openStage>>

/** A storage that cannot get its turn, as a database under many writers. */
function busyStorage(): Storage {
  return {
    ...memoryStorage(),
    transaction: () => Promise.reject(Object.assign(new Error('locked'), { code: 'busy' })),
  }
}

/** How each code comes about. A code without a row does not compile. */
const makers: Record<Exclude<FailureCode, 'unavailable'>, (stage: Stage) => Promise<unknown>> = {
  unauthenticated: ({ roster }) => roster.as({ userId: null }).users.list(),
  access_suspended: ({ as, suspended }) => as(suspended).users.list(),
  not_found: ({ call }) => call.users.get({ userId: idOf(99999) }),
  invalid_input: ({ call }) => call.users.list({ limit: 0 }),
  invalid_cursor: ({ call }) => call.users.list({ cursor: 'x.y' }),
  stale_version: ({ call, userId }) => call.users.update({ userId, version: 9, userType: 'x' }),
  invalid_transition: async ({ call, roster, userId }) => {
    const { id: authenticatorId } = await roster.authenticators.register({
      userId,
      type: 'fido2',
      name: 'Key',
    })
    await call.authenticators.delete({ userId, authenticatorId })
    return call.authenticators.lock({ userId, authenticatorId })
  },
  user_name_taken: ({ call, newcomer }) => call.users.create(newcomer),
  not_permitted: ({ as, support, userId }) => as(support).users.deactivate({ userId, reason: 'x' }),
  outranked: ({ as, support, admin }) => as(support).users.lock({ userId: admin.id, reason: 'x' }),
  same_rank: ({ call, peer }) => call.users.lock({ userId: peer.id, reason: 'x' }),
  own_account: ({ call, admin }) => call.users.lock({ userId: admin.id, reason: 'x' }),
  grant_exceeds_rights: async (stage) => {
    const clerk = await openWorld({
      roles: [
        {
          id: 'clerk',
          name: 'Clerk',
          description: '',
          permissions: ['user:read', 'organization:read', 'role:assign'],
        },
      ],
    })
    const giver = await clerk.join('giver', 'acme', { roles: ['clerk'] })
    const ada = await clerk.join('ada', 'acme')
    void stage
    return clerk
      .as(giver)
      .roles.assign({ userId: ada.id, roleId: 'administrator', organizationId: clerk.places.acme })
  },
  last_administrator: ({ roster, root }) =>
    roster.as('system').users.lock({ userId: root.id, reason: 'x' }),
  managed_by_sso: async ({ as, root, places, newcomer }) => {
    await as(root).organizations.update({
      organizationId: places.acme,
      version: 1,
      ssoProvider: 'Okta',
    })
    return as(root).users.create({ ...newcomer, userName: 'new' })
  },
  field_owned_elsewhere: async ({ call, roster, userId }) => {
    await roster.claimFields({ userId, fields: ['userType'], owner: 'scim' })
    return call.users.update({ userId, version: 2, userType: 'x' })
  },
  role_already_given: ({ call, support, places }) =>
    call.roles.assign({ userId: support.id, roleId: 'support', organizationId: places.acme }),
  persona_already_given: async ({ call, userId }) => {
    await call.personas.assign({ userId, typeId: 'employee' })
    return call.personas.assign({ userId, typeId: 'employee' })
  },
  name_taken: async ({ call, places }) => {
    await call.groups.create({ organizationId: places.acme, name: 'Sales' })
    return call.groups.create({ organizationId: places.acme, name: 'sales' })
  },
  too_many_authenticators: ({ roster, userId }) =>
    roster.authenticators.register({ userId, type: 'totp', name: 'Phone' }),
  not_managed_by_sso: ({ roster, userId }) => roster.signIn.applySsoGroups({ userId, groups: [] }),
  user_name_mismatch: ({ call, userId }) => call.users.delete({ userId, userName: 'somebody' }),
  not_restorable: async ({ call, userId, pass }) => {
    await call.users.delete({ userId, userName: 'ada' })
    pass(86_400)
    return call.users.restore({ userId })
  },
  user_deleted: async ({ call, userId }) => {
    await call.users.delete({ userId, userName: 'ada' })
    return call.users.lock({ userId, reason: 'x' })
  },
  not_deleted: ({ call, userId }) => call.users.restore({ userId }),
  secret_unusable: ({ stranger }) => stranger.redeem.open({ token: 'x' }),
  other_account: async ({ call, invited }) => call.redeem.open({ token: (await invited()).token }),
  not_configured: async () => {
    const world = await openWorld()
    const ada = await world.join('ada', 'acme')
    return world.roster.as('system').passwords.setTemporary({ userId: ada.id })
  },
  federated_only: async ({ call, userId }) => {
    await call.users.update({ userId, version: 1, federatedOnly: true })
    return call.passwords.sendReset({ userId })
  },
  no_password: ({ call, userId }) => call.passwords.remove({ userId }),
  no_secret_code: ({ call, userId }) => call.secretCodes.issueResetCode({ userId }),
  factor_needed: async ({ invited, stranger }) =>
    stranger.redeem.finishOnboarding({
      token: (await invited({ mfaRequired: true })).token,
      password: 'seven quiet harbours',
    }),
  ceremony_refused: ({ call, userId }) =>
    call.authenticators.finishSecurityKey({ userId, name: 'Key', response: {} }),
  security_key_taken: async ({ enrol, invited, userId }) => {
    await enrol(userId)
    return enrol((await invited()).id)
  },
  stale_plan: async ({ call, userId }) => {
    const { plan } = await call.plan(contract.users.lock, { userId, reason: 'x' })
    await call.users.lock({ userId, reason: 'x', kind: 'security' })
    return call.users.lock({ userId, reason: 'x' }, { plan })
  },
  idempotency_key_reused: async (stage) => {
    await keyed(stage, 'users.lock', { reason: 'x' })
    return keyed(stage, 'users.deactivate', { reason: 'x' })
  },
  already_done: async (stage) => {
    await keyed(stage, 'passwords.setTemporary')
    return keyed(stage, 'passwords.setTemporary')
  },
  // These say why a button is grey; the commands themselves then change nothing and succeed.
  not_locked: (stage) => greyed(stage, 'users.unlock'),
  already_locked: async (stage) => {
    await stage.call.users.lock({ userId: stage.userId, reason: 'x' })
    return greyed(stage, 'users.lock')
  },
  already_activated: (stage) => greyed(stage, 'users.activate'),
  not_deactivated: (stage) => greyed(stage, 'users.reactivate'),
  already_deactivated: async (stage) => {
    await stage.call.users.deactivate({ userId: stage.userId, reason: 'x' })
    return greyed(stage, 'users.deactivate')
  },
  already_deleted: async (stage) => {
    await stage.call.users.delete({ userId: stage.userId, userName: 'ada' })
    return greyed(stage, 'users.delete')
  },
  busy: async () => {
    const { createRoster } = await import('@rosterkit/core')
    return createRoster({ storage: busyStorage() }).bootstrap({
      organizationName: 'Acme',
      administrator: {
        userName: 'ada',
        name: { givenName: 'A', familyName: 'B' },
        emails: [{ value: 'a@example.com', primary: true }],
      },
    })
  },
}

/** A command to the same person with one and the same idempotency key. */
async function keyed(
  { roster, admin, userId }: Stage,
  operation: string,
  input: object = {},
): Promise<void> {
  const result = await roster.execute(operation, {
    input: { userId, ...input },
    caller: { userId: admin.id },
    idempotencyKey: 'one',
  })
  if (!result.ok) throw new OperationError(result.failure, failureWords(result.failure))
}

async function greyed({ call, userId }: Stage, operation: string): Promise<never> {
  const decision = (await call.users.get({ userId })).can[operation]
  throw Object.assign(new Error('greyed'), {
    code: decision && !decision.allowed ? decision.code : 'allowed',
  })
}

it.each(Object.entries(makers))('%s comes about as it is meant to', async (code, make) => {
  const stage = await openStage()
  const refused: unknown = await make(stage).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refused).toMatchObject({ code })
})

it('every code has a title, a sentence that ends, and details that go over the wire', async () => {
  for (const make of Object.values(makers)) {
    const refused: unknown = await make(await openStage()).then(
      () => null,
      (error: unknown) => error,
    )
    if (!isOperationError(refused)) continue
    const { failure } = refused
    expect(failureWords(failure).title).toMatch(/^[A-Z]/)
    expect(failureWords(failure).sentence).toMatch(/[.]$/)
    expect(
      failures[failure.code].details.safeParse(JSON.parse(JSON.stringify(failure.details ?? {}))),
    ).toMatchObject({ success: true })
  }
})
