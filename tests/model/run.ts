import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { firstBroken, type Result, type Storage } from '@rosterkit/core'
import { dawn, openWorld } from '../world.ts'
import { callOf, clockMove, draws, type Draw } from './calls.ts'
import { foldUserName } from './folding.ts'
import { later, policy, Reference, Unordered, type Answer } from './reference.ts'
import { hostRoles, personaTypes } from './rights.ts'

/** How a run is made; the same numbers give the same run. */
export interface RunOptions {
  readonly openStorage: () => Storage | Promise<Storage>
  readonly seed: number
  /** How many worlds are gone through, each with up to `stepsPerWorld` calls. */
  readonly worlds: number
  readonly stepsPerWorld?: number
  /** Told after each world, with all calls so far. */
  readonly onWorld?: (operations: number) => void
}

/** What a run did. */
export interface RunReport {
  readonly operations: number
  /** How many calls ended how. */
  readonly outcomes: ReadonlyMap<string, number>
  /** A digest of every answer and every audit chain: equal for storages that behave alike. */
  readonly digest: string
}

type World = Awaited<ReturnType<typeof openWorld>>

interface Real {
  readonly world: World
  readonly calls: { count: number }
}

/**
 * Plays random calls against a real roster and foretells each with the model: the refusal or the answer, what lists hold, the audit to its
 * last event. Rejects with the seed and the shortest run that differs.
 */
export async function runModel({ openStorage, seed, worlds, stepsPerWorld = 300, onWorld }: RunOptions): Promise<RunReport> {
  const outcomes = new Map<string, number>()
  const hash = createHash('sha256')
  let operations = 0

  class Step implements fc.AsyncCommand<Reference, Real> {
    private told = ''
    constructor(readonly draw: Draw) {}

    check(): boolean {
      return true
    }

    async run(model: Reference, real: Real): Promise<void> {
      operations++
      if (this.draw.operation === 'clock') {
        model.now = later(model.now, clockMove(this.draw))
        this.told = `clock to ${model.now}`
        real.world.moveTo(model.now)
        return
      }
      const call = callOf(model, this.draw)
      this.told = `${call.operation} ${JSON.stringify(call.input)} as ${JSON.stringify(call.caller)}`
      const managedBefore = model.administratorsAt(model.root().id).length > 0
      const versions = new Map([...model.users.values()].map(({ id, version }) => [id, version]))

      const foretold = model.predict(call)
      const result = await real.world.roster.execute(call.operation, { input: call.input, caller: call.caller })
      const outcome = result.ok ? 'allowed' : result.failure.code
      outcomes.set(`${call.operation} ${outcome}`, (outcomes.get(`${call.operation} ${outcome}`) ?? 0) + 1)
      if (outcome !== (foretold.code ?? 'allowed')) throw new Error(`${this.told}: the model foretold ${foretold.code ?? 'success'}, and ${result.ok ? 'success' : JSON.stringify(result.failure)} came.`)

      if (foretold.code === null && result.ok) {
        const expected = foretold.settle(result.value as Answer)
        const actual = call.operation === 'users.list' ? await everyPage(real.world, call, result) : result.value
        const difference = firstDifference(expected, actual)
        if (difference) throw new Error(`${this.told}: ${difference}`)
      }
      // Cursors are sealed with a secret that each storage draws for itself.
      hash.update(JSON.stringify(result, (key, value: unknown) => (key === 'nextCursor' ? value !== null : value)))

      if (managedBefore && call.operation !== 'signIn.recordFailure' && model.administratorsAt(model.root().id).length === 0) throw new Error(`${this.told}: the root is left without an effective administrator.`)
      for (const { id, version } of model.users.values()) if (version > (versions.get(id) ?? 1) + 1) throw new Error(`${this.told}: a version jumped.`)
      real.calls.count++
      if (real.calls.count % 50 === 0) await compareWhole(model, real.world)
    }

    toString(): string {
      return this.told || this.draw.operation
    }
  }

  const commands = fc.commands(draws.map((draw) => draw.map((drawn) => new Step(drawn))), { size: 'max', maxCommands: stepsPerWorld })
  await fc.assert(
    fc.asyncProperty(fc.boolean(), commands, async (wholeRoster, steps) => {
      const storage = await openStorage()
      try {
        const begun = await beginning(storage, wholeRoster ? 'roster' : 'organization')
        await fc.asyncModelRun(() => begun, steps)
        await compareWhole(begun.model, begun.real.world)
      } finally {
        await storage.close()
      }
      onWorld?.(operations)
    }),
    { seed, numRuns: worlds, endOnFailure: false },
  )
  return { operations, outcomes, digest: hash.digest('hex') }

  async function beginning(storage: Storage, boundary: 'organization' | 'roster') {
    const world = await openWorld({ storage, userNameBoundary: boundary, roles: hostRoles, personaTypes, inactivityLockDays: policy.inactivityDays, restoreDays: policy.restoreDays, failedSignIns: policy.failures, authenticators: { limits: { totp: policy.totpLimit }, inactivityLockDays: policy.authenticatorDays } })
    const model = new Reference(dawn, boundary)
    for (const organization of await storage.read((tx) => tx.organizations.below([world.places.platform]))) model.organizations.set(model.fresh(organization.id), { id: organization.id, parentId: organization.parentId, name: organization.name, version: 1, ssoProvider: null, mapping: {}, locks: [] })
    const people: [name: string, place: 'platform' | 'north' | 'harbour' | 'acme' | 'beta' | 'gamma', ...roles: string[]][] = [
      ['root', 'platform', 'administrator'],
      ['north', 'north', 'administrator'],
      ['harbour', 'harbour', 'administrator'],
      ['acme1', 'acme', 'administrator'],
      ['acme2', 'acme', 'administrator', 'viewer'],
      ['beta1', 'beta', 'administrator'],
      ['support', 'harbour', 'support'],
      ['viewer', 'acme', 'viewer'],
      ['helper', 'acme', 'helper'],
      ['mapper', 'beta', 'mapper'],
      ['nobody', 'acme'],
      ['other', 'beta'],
      ['far', 'gamma'],
    ]
    for (const [name, place, ...roles] of people) {
      const user = await world.join(name, place, { roles })
      model.users.set(model.fresh(user.id), { id: user.id, organizationId: user.organizationId, version: 1, userName: name, name: user.name, email: user.emails[0]!.value, userType: null, state: 'active', formerState: null, restorableUntilAt: null, locks: [], mfa: user.mfa, failed: user.failedSignIns, inactivityLockAt: null, signInRoute: 'any', validFromAt: null, validUntilAt: null, lastSignedInAt: null, createdAt: dawn, updatedAt: dawn, owners: {} })
      for (const { id, userId, roleId, organizationId } of await storage.read((tx) => tx.roleAssignments.ofUsers([user.id]))) model.assignments.push({ id: model.fresh(id), userId, roleId, organizationId, validFromAt: null, validUntilAt: null })
    }
    return { model, real: { world, calls: { count: 0 } } }
  }

  /** Pages through the rest of a list that has begun. */
  async function everyPage({ roster }: World, { caller, input }: ReturnType<typeof callOf>, first: Result<unknown>): Promise<readonly string[]> {
    const ids: string[] = []
    let page: Result<unknown> = first
    while (page.ok) {
      const { items, nextCursor, count } = page.value as { items: { id: string }[]; nextCursor: string | null; count: { value: number; exact: boolean } }
      ids.push(...items.map(({ id }) => id))
      if (nextCursor === null) {
        if (count.value !== ids.length || !count.exact) throw new Error(`The list counts ${count.value} and has ${ids.length}.`)
        return ids
      }
      page = await roster.execute('users.list', { input: { ...input, cursor: nextCursor }, caller })
    }
    throw new Error(`A later page is refused: ${page.failure.code}.`)
  }

  /** Looks behind the operations: the stored people and what is theirs, unique names, sessions, and every audit chain to its last event. */
  async function compareWhole(model: Reference, world: World): Promise<void> {
    const users = [...model.users.values()]
    const ids = users.map(({ id }) => id)
    const stored = await world.storage.read(async (tx) => ({
      users: await tx.users.findMany(ids),
      sessions: await tx.sessions.ofUsers(ids),
      authenticators: await tx.authenticators.ofUsers(ids),
      personas: await tx.personas.ofUsers(ids),
      assignments: await tx.roleAssignments.ofUsers(ids),
      chains: await Promise.all([...model.organizations.keys()].map(async (id) => [id, await Array.fromAsync(tx.audit.chain(id))] as const)),
    }))
    const sorted = <T extends { readonly id: string }>(items: readonly T[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const told = {
      users: sorted(users).map(({ id, version, organizationId, userName, failed, inactivityLockAt, restorableUntilAt, locks }) => ({ id, version, organizationId, userName, failedSignIns: failed, inactivityLockAt, lifecycle: { restorableUntilAt }, locks })),
      sessions: sorted(model.sessions),
      authenticators: sorted(model.authenticators),
      personas: sorted(model.personas),
      assignments: sorted(model.assignments),
    }
    const seen = { users: sorted(stored.users), sessions: sorted(stored.sessions), authenticators: sorted(stored.authenticators), personas: sorted(stored.personas), assignments: sorted(stored.assignments) }
    const difference = firstDifference(told, seen)
    if (difference) throw new Error(`What is stored differs from the model: ${difference}`)
    const taken = stored.users.map(({ userName, organizationId }) => `${foldUserName(userName)} at ${model.boundary === 'organization' ? organizationId : 'all'}`)
    if (new Set(taken).size < taken.length) throw new Error(`A username is taken twice: ${taken.join(', ')}.`)
    for (const { id: sessionId, userId, expiresAt } of stored.sessions) {
      const { good } = await world.roster.sessions.check({ userId, sessionId })
      const should = model.hasAccess(model.users.get(userId)!) && (expiresAt === null || model.now < expiresAt)
      if (good !== should) throw new Error(`The session ${sessionId} ${good ? 'is good without access' : 'is over although nothing ended it'}.`)
    }

    for (const [organizationId, events] of stored.chains) {
      const broken = await firstBroken(events)
      if (broken) throw new Error(`The audit chain of ${organizationId} is broken at ${broken.sequence}.`)
      const heard = events.map(({ operation, outcome, failure, subject, actor }) => ({ operation, outcome, failure, subjectId: subject?.id ?? null, actorId: actor.id }))
      const wrong = firstDifference(model.audit.get(organizationId) ?? [], heard)
      if (wrong) throw new Error(`The audit of ${organizationId} differs from the model: ${wrong}`)
      hash.update(events.at(-1)?.hash ?? '')
    }
  }
}

/** Where an answer does not hold what it must, or null. Members that are not asked for may be anything; lists must be whole. */
function firstDifference(expected: unknown, actual: unknown, path = 'answer'): string | null {
  if (expected === undefined) return null
  if (expected instanceof Unordered) {
    const items = (actual as Record<string, unknown>)[expected.field] as readonly { readonly id: string }[]
    const byId = <T extends { readonly id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return firstDifference(byId(expected.items), byId(items), path)
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return `${path} holds ${JSON.stringify(actual)}, and ${JSON.stringify(expected)} was expected.`
    for (const [index, item] of expected.entries()) {
      const difference = firstDifference(item, (actual as readonly unknown[])[index], `${path}[${index}]`)
      if (difference) return difference
    }
    return null
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return `${path} is ${JSON.stringify(actual)}, and ${JSON.stringify(expected)} was expected.`
    for (const [key, value] of Object.entries(expected)) {
      const difference = firstDifference(value, (actual as Record<string, unknown>)[key], `${path}.${key}`)
      if (difference) return difference
    }
    return null
  }
  return Object.is(expected, actual) ? null : `${path} is ${JSON.stringify(actual)}, and ${JSON.stringify(expected)} was expected.`
}
