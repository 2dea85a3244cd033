import { createRoster, type Storage } from '@rosterkit/core'
import { type User } from '@rosterkit/core/ports'
import { anOrganization, aRoleAssignment, aUser, exampleId } from '@rosterkit/core/testing'
import { postgresStorage } from '@rosterkit/adapters/postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { tokenOf, withServices } from '../services.ts'

// Each promise is first broken by the code that one writes first (look, then act), so that we know
// the race to be a race; then held by the real roster over PostgreSQL. RACE_FACTOR=20 makes a long
// run of it.
const factor = Number(process.env['RACE_FACTOR'] ?? 1)
vi.setConfig({ testTimeout: 30_000 * factor })

/** How many rounds with how many clients at once: 205 a race. */
const rounds = [
  { clients: 2, times: 150 * factor },
  { clients: 4, times: 40 * factor },
  { clients: 8, times: 12 * factor },
  { clients: 32, times: 3 * factor },
]

const schema = `races_${process.pid}`
const naive = new pg.Pool({ connectionString: inject('postgresUrl'), max: 32 })
let storage: Storage
let roster: ReturnType<typeof createRoster>
const home = anOrganization({ id: exampleId(1) })

beforeAll(async () => {
  storage = await postgresStorage({ url: inject('postgresUrl'), schema, connections: 32 })
  roster = createRoster({ storage })
  await storage.transaction((tx) => tx.organizations.insert(home))
  await naive.query(`
    create schema naive_${process.pid};
    create table naive_${process.pid}.administrators (place text, id integer);
    create table naive_${process.pid}.people (name text, version integer not null default 1, locked boolean not null default false);
    create table naive_${process.pid}.sessions (name text);
    create table naive_${process.pid}.secrets (name text, used boolean not null default false);
    create table naive_${process.pid}.roles (name text)`)
})

afterAll(async () => {
  await storage.close()
  await naive.query(`drop schema ${schema} cascade; drop schema naive_${process.pid} cascade`)
  await naive.end()
})

let lastId = 5_000_000
const newId = () => exampleId(++lastId)

/** Runs the rounds, each with its own subject, and gives the violations found. */
async function race(
  round: (clients: number) => Promise<string | null>,
): Promise<{ rounds: number; violations: string[] }> {
  const violations: string[] = []
  let run = 0
  for (const { clients, times } of rounds) {
    for (let time = 0; time < times; time++, run++) {
      const violation = await round(clients)
      if (violation !== null) violations.push(`${clients} clients: ${violation}`)
    }
  }
  return { rounds: run, violations }
}

const held = { rounds: rounds.reduce((sum, { times }) => sum + times, 0), violations: [] }

/** The outcome of each call: its failure's code, or null for a success. */
async function outcomesOf(calls: readonly Promise<unknown>[]): Promise<(string | null)[]> {
  return Promise.all(
    calls.map((call) =>
      call.then(
        () => null,
        (error: unknown) =>
          error instanceof Error && 'code' in error
            ? String(error.code)
            : Promise.reject(error as Error),
      ),
    ),
  )
}

/**
 * Clients that all look before any of them acts, each in a transaction of its own; twenty times.
 */
async function lookThenAct(
  prepare: (client: pg.Pool, key: string) => Promise<unknown>,
  act: (
    client: pg.PoolClient,
    key: string,
    number: number,
    everybodyHasLooked: () => Promise<void>,
  ) => Promise<void>,
  broken: (client: pg.Pool, key: string) => Promise<boolean>,
): Promise<number> {
  let violations = 0
  for (let time = 0; time < 20; time++) {
    const key = `round ${time}`
    await prepare(naive, key)
    let looking = 2
    let open: () => void
    const gate = new Promise<void>((resolve) => (open = resolve))
    const everybodyHasLooked = () => {
      if (--looking === 0) open()
      return gate
    }
    await Promise.all(
      [0, 1].map(async (number) => {
        const client = await naive.connect()
        await client.query(`begin; set local search_path to naive_${process.pid}`)
        await act(client, key, number, everybodyHasLooked)
        await client.query('commit')
        client.release()
      }),
    )
    if (await broken(naive, key)) violations++
  }
  return violations
}

const table = (name: string) => `naive_${process.pid}.${name}`
const countOf = async (client: pg.Pool | pg.PoolClient, statement: string, ...values: unknown[]) =>
  Number(
    (await client.query<{ n: string }>(`select count(*) as n from ${statement}`, values)).rows[0]!
      .n,
  )

/** Adds people straight to the store, in one transaction. */
async function join(...users: readonly User[]): Promise<void> {
  await storage.transaction(async (tx) => {
    for (const user of users)
      expect(await tx.users.insert(user, user.organizationId)).toBe('inserted')
  })
}

describe('the last administrator of an organization', () => {
  it('is lost where everybody looks for another first and then goes', async () => {
    const violations = await lookThenAct(
      (client, key) =>
        client.query(`insert into ${table('administrators')} values ($1, 0), ($1, 1)`, [key]),
      async (client, key, number, everybodyHasLooked) => {
        const others = await countOf(
          client,
          'administrators where place = $1 and id <> $2',
          key,
          number,
        )
        await everybodyHasLooked()
        if (others > 0)
          await client.query('delete from administrators where place = $1 and id = $2', [
            key,
            number,
          ])
      },
      async (client, key) =>
        (await countOf(client, `${table('administrators')} where place = $1`, key)) === 0,
    )
    expect(violations).toBeGreaterThan(15)
  })

  it('stays, whichever way all of them are taken away at once (row 76)', async () => {
    const result = await race(async (clients) => {
      const root = anOrganization({ id: newId() })
      const administrators = Array.from({ length: clients }, () =>
        aUser({ id: newId(), organizationId: root.id }),
      )
      const assignments = administrators.map((user) =>
        aRoleAssignment(user, { id: newId(), roleId: 'administrator' }),
      )
      await storage.transaction(async (tx) => {
        await tx.organizations.insert(root)
        for (const user of administrators) await tx.users.insert(user, root.id)
        for (const assignment of assignments) await tx.roleAssignments.insert(assignment)
      })
      const system = roster.as('system')
      const outcomes = await outcomesOf(
        administrators.map(({ id: userId, userName }, index) => {
          if (index % 4 === 0) return system.users.lock({ userId, reason: 'Race.' })
          if (index % 4 === 1)
            return system.roles.unassign({ userId, assignmentId: assignments[index]!.id })
          if (index % 4 === 2) return system.users.deactivate({ userId, reason: 'Race.' })
          return system.users.delete({ userId, userName })
        }),
      )
      const left = outcomes.filter((outcome) => outcome !== null)
      if (left.length === 0) return 'everybody was taken away'
      return left.length === 1 && left[0] === 'last_administrator'
        ? null
        : left.every((code) => code === 'busy' || code === 'last_administrator') &&
            left.includes('last_administrator')
          ? null
          : `refused with ${left.join()}`
    })
    expect(result).toEqual(held)
  })
})

describe('a username', () => {
  it('is given twice where everybody looks whether it is free first', async () => {
    const violations = await lookThenAct(
      () => Promise.resolve(),
      async (client, key, _, everybodyHasLooked) => {
        const taken = await countOf(client, 'people where name = $1', `name ${key}`)
        await everybodyHasLooked()
        if (taken === 0)
          await client.query('insert into people (name) values ($1)', [`name ${key}`])
      },
      async (client, key) =>
        (await countOf(client, `${table('people')} where name = $1`, `name ${key}`)) > 1,
    )
    expect(violations).toBeGreaterThan(15)
  })

  it('is given once, in whatever case, width and normal form it is asked for at once (row 77)', async () => {
    let round = 0
    const result = await race(async (clients) => {
      const plain = `zoë.${++round}`
      const forms = [
        plain,
        plain.toUpperCase(),
        plain.normalize('NFD'),
        plain.replaceAll(/[a-z0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      ]
      const outcomes = await outcomesOf(
        Array.from({ length: clients }, (_, index) =>
          roster.as('system').users.create({
            organizationId: home.id,
            userName: forms[index % forms.length]!,
            name: { givenName: 'Zoë', familyName: 'Race' },
            emails: [{ value: `${index}.${round}@example.com`, primary: true }],
          }),
        ),
      )
      const made = outcomes.filter((outcome) => outcome === null).length
      return made === 1 &&
        outcomes.every(
          (outcome) => outcome === null || outcome === 'user_name_taken' || outcome === 'busy',
        )
        ? null
        : outcomes.join()
    })
    expect(result).toEqual(held)
  })
})

describe('a lock', () => {
  it('leaves a session open where the sign-in looks for it first', async () => {
    const violations = await lookThenAct(
      (client, key) =>
        client.query(`insert into ${table('people')} (name) values ($1)`, [`locked ${key}`]),
      async (client, key, number, everybodyHasLooked) => {
        const name = `locked ${key}`
        const locked = (await countOf(client, 'people where name = $1 and locked', name)) > 0
        await everybodyHasLooked()
        if (number === 1 && !locked) await client.query('insert into sessions values ($1)', [name])
        if (number === 0) await client.query('delete from sessions where name = $1', [name])
        if (number === 0)
          await client.query('update people set locked = true where name = $1', [name])
      },
      async (client, key) =>
        (await countOf(client, `${table('sessions')} where name = $1`, `locked ${key}`)) > 0,
    )
    expect(violations).toBeGreaterThan(10)
  })

  it('leaves no session, and lets none begin after it (row 79)', async () => {
    const result = await race(async (clients) => {
      const user = aUser({ id: newId() })
      await join(user)
      const signIns = Array.from({ length: clients - 1 }, () =>
        roster.sessions.start({ userId: user.id }),
      )
      const lock = roster.as('system').users.lock({ userId: user.id, reason: 'Race.' })
      const outcomes = await outcomesOf([...signIns, lock])
      const open = await storage.read((tx) => tx.sessions.ofUsers([user.id]))
      if (outcomes.at(-1) !== null) return `the lock was refused with ${outcomes.at(-1)}`
      if (open.length > 0) return `${open.length} sessions are open`
      const wrong = outcomes.filter(
        (code) => code !== null && code !== 'access_suspended' && code !== 'busy',
      )
      return wrong.length === 0 ? null : wrong.join()
    })
    expect(result).toEqual(held)
  })
})

describe('two editors with one version', () => {
  it('both succeed where the version is looked at first', async () => {
    let succeeded = 0
    const violations = await lookThenAct(
      (client, key) => (
        (succeeded = 0),
        client.query(`insert into ${table('people')} (name) values ($1)`, [`edited ${key}`])
      ),
      async (client, key, _, everybodyHasLooked) => {
        const same =
          (await countOf(client, 'people where name = $1 and version = 1', `edited ${key}`)) === 1
        await everybodyHasLooked()
        if (!same) return
        await client.query('update people set version = 2 where name = $1', [`edited ${key}`])
        succeeded++
      },
      () => Promise.resolve(succeeded > 1),
    )
    expect(violations).toBeGreaterThan(15)
  })

  it('end with one change and the others told so (row 80)', async () => {
    const result = await race(async (clients) => {
      const user = aUser({ id: newId() })
      await join(user)
      const outcomes = await outcomesOf(
        Array.from({ length: clients }, (_, index) =>
          roster
            .as('system')
            .users.update({ userId: user.id, version: 1, userType: `type ${index}` }),
        ),
      )
      const stored = await storage.read((tx) => tx.users.find(user.id))
      if (stored?.version !== 2) return `version ${stored?.version}`
      if (stored.userType !== `type ${outcomes.indexOf(null)}`) return 'the winner was overwritten'
      return outcomes.filter((outcome) => outcome === null).length === 1 &&
        outcomes.every(
          (outcome) => outcome === null || outcome === 'stale_version' || outcome === 'busy',
        )
        ? null
        : outcomes.join()
    })
    expect(result).toEqual(held)
  })
})

describe('a secret that is good for once', () => {
  it('is redeemed twice where everybody looks whether it is unused first', async () => {
    let redeemed = 0
    const violations = await lookThenAct(
      (client, key) => (
        (redeemed = 0),
        client.query(`insert into ${table('secrets')} (name) values ($1)`, [key])
      ),
      async (client, key, _, everybodyHasLooked) => {
        const unused = await countOf(client, 'secrets where name = $1 and not used', key)
        await everybodyHasLooked()
        if (unused === 0) return
        await client.query('update secrets set used = true where name = $1', [key])
        redeemed++
      },
      () => Promise.resolve(redeemed > 1),
    )
    expect(violations).toBeGreaterThan(15)
  })

  it('is redeemed once (rows 37 and 78)', async () => {
    const { mail: _, services } = withServices({
      activation: { delivery: 'show', lifetimeHours: 1 },
    })
    const inviting = createRoster({ storage, ...services })
    const result = await race(async (clients) => {
      const name = `invited-${newId()}`
      const { id, activationLink } = await inviting.as('system').users.create({
        organizationId: home.id,
        userName: name,
        name: { givenName: 'In', familyName: 'Vited' },
        emails: [{ value: `${name}@example.com`, primary: true }],
      })
      const token = tokenOf(activationLink?.link)
      const outcomes = await outcomesOf(
        Array.from({ length: clients }, (_, index) =>
          inviting.as({ userId: null }).redeem.finishOnboarding({
            token,
            password: `password of client ${index} at the race`,
          }),
        ),
      )
      const events = (
        await inviting.as('system').audit.ofUser({ userId: id, limit: 100 })
      ).items.filter(({ event, outcome }) => event === 'user.onboarded' && outcome === 'succeeded')
      if (events.length !== 1) return `redeemed ${events.length} times`
      const winner = outcomes.indexOf(null)
      if (
        (
          await inviting.signIn.verifyPassword({
            userName: name,
            organizationId: home.id,
            password: `password of client ${winner} at the race`,
          })
        ).outcome !== 'accepted'
      )
        return 'the winner’s password does not count'
      return outcomes.filter((outcome) => outcome === null).length === 1 &&
        outcomes.every(
          (outcome) =>
            outcome === null ||
            outcome === 'secret_unusable' ||
            outcome === 'stale_version' ||
            outcome === 'busy',
        )
        ? null
        : outcomes.join()
    })
    expect(result).toEqual(held)
  })
})

describe('a role', () => {
  it('is given twice where everybody looks whether it is held first', async () => {
    const violations = await lookThenAct(
      () => Promise.resolve(),
      async (client, key, _, everybodyHasLooked) => {
        const there = await countOf(client, 'roles where name = $1', key)
        await everybodyHasLooked()
        if (there === 0) await client.query('insert into roles values ($1)', [key])
      },
      async (client, key) => (await countOf(client, `${table('roles')} where name = $1`, key)) > 1,
    )
    expect(violations).toBeGreaterThan(15)
  })

  it('is given once, and the others are told that it is held', async () => {
    const result = await race(async (clients) => {
      const user = aUser({ id: newId() })
      await join(user)
      const outcomes = await outcomesOf(
        Array.from({ length: clients }, () =>
          roster
            .as('system')
            .roles.assign({ userId: user.id, roleId: 'viewer', organizationId: home.id }),
        ),
      )
      const there = await storage.read((tx) => tx.roleAssignments.ofUsers([user.id]))
      if (there.length !== 1) return `${there.length} assignments`
      return outcomes.filter((outcome) => outcome === null).length === 1 &&
        outcomes.every(
          (outcome) => outcome === null || outcome === 'role_already_given' || outcome === 'busy',
        )
        ? null
        : outcomes.join()
    })
    expect(result).toEqual(held)
  })

  it('leaves an audit chain that is whole, whatever raced', async () => {
    await expect(
      roster.as('system').audit.verify({ organizationId: home.id }),
    ).resolves.toMatchObject({ whole: true })
  })
})
