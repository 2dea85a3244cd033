import { chained } from '../domain/audit/audit-event.js'
import type { Storage, StorageTransaction } from '../domain/storage.js'
import {
  anAuditRecord,
  anOrganization,
  aRoleAssignment,
  aUser,
  exampleId,
  exampleOrganizationId,
} from './examples.js'
import { exampleAt } from './fixed-clock.js'
import { inOwnStorage, rejectionOf, type OpenStorage, type TestRunner } from './test-runner.js'
import type { User } from '../domain/users/user.js'

const everybody = { withinOrganizationIds: [exampleOrganizationId] }

/** The contract of {@link Storage}: what its transactions promise. */
export function describeStorage(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
  const fact = (sentence: string, test: (storage: Storage) => Promise<void>) =>
    it(
      sentence,
      inOwnStorage(open, async (storage) => {
        await storage.transaction((tx) => tx.organizations.insert(anOrganization()))
        await test(storage)
      }),
    )

  describe(`storage: ${name}`, () => {
    fact('keeps all of a transaction that resolves, and gives its value', async (storage) => {
      const ada = aUser()
      const value = await storage.transaction(async (tx) => {
        await tx.users.insert(ada, ada.organizationId)
        await tx.roleAssignments.insert(aRoleAssignment(ada))
        return 42
      })
      expect(value).toBe(42)
      await storage.read(async (tx) => {
        expect(await tx.users.find(ada.id)).toEqual(ada)
        expect((await tx.roleAssignments.ofUsers([ada.id])).length).toBe(1)
      })
    })

    fact(
      'keeps nothing when the work rejects, and rejects with the same error',
      async (storage) => {
        const ada = aUser()
        const grace = aUser({ name: { givenName: 'Grace', familyName: 'Hopper' } })
        await storage.transaction((tx) => tx.users.insert(ada, ada.organizationId))
        const failure = new Error('The work went wrong.')
        const work = storage.transaction(async (tx) => {
          await tx.organizations.insert(anOrganization({ id: exampleId(2), name: 'Other' }))
          await tx.users.insert(grace, grace.organizationId)
          await tx.users.update(
            {
              ...ada,
              version: 2,
              userName: 'changed',
              name: { givenName: 'Ada', familyName: 'Zuse' },
            },
            1,
            ada.organizationId,
          )
          await tx.roleAssignments.insert(aRoleAssignment(ada))
          await append(tx)
          throw failure
        })
        expect(await rejectionOf(work)).toBe(failure)
        await storage.read(async (tx) => {
          expect(await tx.organizations.find(exampleId(2))).toBe(null)
          expect(await tx.users.find(grace.id)).toBe(null)
          expect(await tx.users.find(ada.id)).toEqual(ada)
          expect(await tx.users.findByUserName(ada.organizationId, ada.userName)).toEqual(ada)
          expect(await tx.users.findByUserName(ada.organizationId, 'changed')).toBe(null)
          expect(await tx.users.findByUserName(ada.organizationId, grace.userName)).toBe(null)
          expect(await tx.roleAssignments.ofUsers([ada.id])).toEqual([])
          expect(await tx.audit.head(exampleOrganizationId)).toBe(null)
          const { items } = await tx.users.list({
            ...everybody,
            at: exampleAt,
            sort: 'familyName',
            direction: 'ascending',
            after: null,
            limit: 10,
          })
          expect(items).toEqual([ada])
        })
      },
    )

    fact('takes back a person who was added, changed and removed in one go', async (storage) => {
      const ada = aUser()
      await storage.transaction((tx) => tx.users.insert(ada, ada.organizationId))
      const work = storage.transaction(async (tx) => {
        await tx.users.update(
          { ...ada, version: 2, lastSignedInAt: exampleAt },
          1,
          ada.organizationId,
        )
        await tx.users.remove(ada.id)
        await tx.users.insert(aUser({ userName: ada.userName }), ada.organizationId)
        throw new Error('no')
      })
      await rejectionOf(work)
      await storage.read(async (tx) => {
        const { items } = await tx.users.list({
          ...everybody,
          at: exampleAt,
          sort: 'lastSignedInAt',
          direction: 'descending',
          after: null,
          limit: 10,
        })
        expect(items).toEqual([ada])
        expect(await tx.users.findByUserName(ada.organizationId, ada.userName)).toEqual(ada)
      })
    })

    fact('goes on after a transaction that rejected', async (storage) => {
      await rejectionOf(storage.transaction(() => Promise.reject(new Error('no'))))
      await rejectionOf(storage.read(() => Promise.reject(new Error('no'))))
      const ada = aUser()
      expect(await storage.transaction((tx) => tx.users.insert(ada, ada.organizationId))).toBe(
        'inserted',
      )
    })

    fact('runs transactions as if one after the other', async (storage) => {
      const ada = aUser()
      await storage.transaction((tx) => tx.users.insert(ada, ada.organizationId))
      const grow = () =>
        storage.transaction(async (tx) => {
          const { version } = (await tx.users.find(ada.id))!
          await pause()
          return tx.users.update({ ...ada, version: version + 1 }, version, ada.organizationId)
        })
      expect(await Promise.all([grow(), grow(), grow()])).toEqual(['updated', 'updated', 'updated'])
      expect((await storage.read((tx) => tx.users.find(ada.id)))?.version).toBe(4)
    })

    fact(
      'streams everybody in the order of a list, page by page, with their roles',
      async (storage) => {
        const people = await aCrowd(storage)
        const pages = await pagesOf(storage.streamUsers(inOrder))
        expect(pages.length > 2).toBe(true)
        expect(pages.flatMap(({ users }) => users)).toEqual(people)
        for (const { users, assignments, lineages } of pages) {
          expect([...assignments].map(({ userId }) => userId).sort()).toEqual(
            users.map(({ id }) => id).sort(),
          )
          expect([...lineages.keys()]).toEqual([exampleOrganizationId])
        }
        const locked = await pagesOf(
          storage.streamUsers({ ...inOrder, statuses: ['LOCKED_BY_ADMIN'], sort: 'status' }),
        )
        expect(locked.flatMap(({ users }) => users)).toEqual([])
      },
    )

    fact(
      'streams one state of everything, and lets others write and read meanwhile',
      async (storage) => {
        const people = await aCrowd(storage)
        const last = people.at(-1)!
        const seen: string[] = []
        for await (const { users, assignments } of storage.streamUsers(inOrder)) {
          if (seen.length === 0) {
            await storage.transaction(async (tx) => {
              expect(await tx.users.remove(people.at(-2)!.id)).toBe(true)
              expect(
                await tx.users.update(
                  { ...last, version: 2, locale: 'fr' },
                  1,
                  exampleOrganizationId,
                ),
              ).toBe('updated')
              await tx.users.insert(aUser({ userName: 'zz-late' }), exampleOrganizationId)
            })
            expect((await storage.read((tx) => tx.users.find(last.id)))?.locale).toBe('fr')
          }
          seen.push(...users.map(({ id }) => id))
          expect(assignments.length).toBe(users.length)
          expect(users.every(({ locale }) => locale === null)).toBe(true)
        }
        expect(seen).toEqual(people.map(({ id }) => id))
      },
    )

    fact(
      'lets go of a stream that is not read to its end, and of one whose reader fails',
      async (storage) => {
        const people = await aCrowd(storage)
        for await (const { users } of storage.streamUsers(inOrder)) {
          expect(users[0]).toEqual(people[0])
          break
        }
        const failing = async () => {
          for await (const _ of storage.streamUsers(inOrder))
            throw new Error('The disk of the export is full.')
        }
        expect(await rejectionOf(failing())).toEqual(new Error('The disk of the export is full.'))
        await storage.transaction((tx) => tx.users.remove(people[0]!.id))
        expect(
          (await pagesOf(storage.streamUsers(inOrder))).flatMap(({ users }) => users).length,
        ).toBe(people.length - 1)
      },
    )

    fact('ends with close what is still being streamed', async (storage) => {
      await aCrowd(storage)
      const stream = storage.streamUsers(inOrder)[Symbol.asyncIterator]()
      await stream.next()
      await storage.close()
      expect(codeOf(await rejectionOf(stream.next()))).toBe('closed')
      expect(
        codeOf(await rejectionOf(storage.streamUsers(inOrder)[Symbol.asyncIterator]().next())),
      ).toBe('closed')
    })

    fact('lets one of two concurrent updates from one version win', async (storage) => {
      const ada = aUser()
      await storage.transaction((tx) => tx.users.insert(ada, ada.organizationId))
      const rename = (givenName: string) =>
        storage.transaction((tx) =>
          tx.users.update(
            { ...ada, version: 2, name: { givenName, familyName: 'Lovelace' } },
            1,
            ada.organizationId,
          ),
        )
      const outcomes = await Promise.all([rename('Augusta'), rename('Ada Augusta')])
      expect(outcomes.sort()).toEqual(['stale', 'updated'])
    })

    fact('shows a read all of a transaction or nothing', async (storage) => {
      const writing = storage.transaction(async (tx) => {
        for (const user of [aUser(), aUser()]) {
          await tx.users.insert(user, user.organizationId)
          await pause()
        }
      })
      const counts = await Promise.all(
        Array.from({ length: 5 }, () =>
          storage.read((tx) => tx.users.count(everybody, exampleAt, 10)),
        ),
      )
      await writing
      expect(counts.every(({ value }) => value === 0 || value === 2)).toBe(true)
      expect((await storage.read((tx) => tx.users.count(everybody, exampleAt, 10))).value).toBe(2)
    })

    fact('reads in one view, though somebody writes in between', async (storage) => {
      const ada = aUser()
      let writing: Promise<unknown> = Promise.resolve()
      const counts = await storage.read(async (tx) => {
        const before = await tx.users.count(everybody, exampleAt, 10)
        writing = storage.transaction((other) => other.users.insert(ada, ada.organizationId))
        await pause()
        return [before.value, (await tx.users.count(everybody, exampleAt, 10)).value]
      })
      await writing
      expect(counts).toEqual([0, 0])
      expect((await storage.read((tx) => tx.users.count(everybody, exampleAt, 10))).value).toBe(1)
    })

    fact('keeps what it was given, though the giver changes it later', async (storage) => {
      const phoneNumbers = [{ value: '+44 20 7946 0000' }]
      const ada = aUser({ phoneNumbers })
      await storage.transaction((tx) => tx.users.insert(ada, ada.organizationId))
      phoneNumbers.push({ value: '+44 20 7946 9999' })
      expect((await storage.read((tx) => tx.users.find(ada.id)))?.phoneNumbers).toEqual([
        { value: '+44 20 7946 0000' },
      ])
    })

    fact('gives everybody the same secret, also when several ask at once', async (storage) => {
      let made = 0
      const ask = () =>
        storage.read((tx) => tx.installationSecret('cursor', () => `secret ${++made}`))
      const secrets = await Promise.all([
        ask(),
        storage.transaction((tx) => tx.installationSecret('cursor', () => `secret ${++made}`)),
        ask(),
        ask(),
      ])
      expect(new Set(secrets).size).toBe(1)
      expect(await ask()).toBe(secrets[0])
      expect(
        (await storage.read((tx) => tx.installationSecret('other', () => 'another'))) ===
          secrets[0],
      ).toBe(false)
    })

    fact(
      'keeps a secret that was made in a read, whatever becomes of the read',
      async (storage) => {
        const reading = storage.read(async (tx) => {
          await tx.installationSecret('cursor', () => 'first')
          throw new Error('no')
        })
        await rejectionOf(reading)
        expect(await storage.read((tx) => tx.installationSecret('cursor', () => 'second'))).toBe(
          'first',
        )
      },
    )

    it('rejects every call after it was closed, and lets itself be closed twice', async () => {
      const storage = await open()
      await storage.close()
      await storage.close()
      await rejectionOf(storage.read((tx) => tx.organizations.roots()))
      await rejectionOf(storage.transaction((tx) => tx.organizations.roots()))
    })
  })
}

const inOrder = { ...everybody, at: exampleAt, sort: 'userName', direction: 'ascending' } as const

/** More users than two pages of a stream hold, in the order of their usernames. */
async function aCrowd(storage: Storage): Promise<User[]> {
  const people = Array.from({ length: 1_200 }, (_, index) =>
    aUser({ userName: `person-${String(index).padStart(5, '0')}` }),
  )
  await storage.transaction((tx) =>
    tx.users.insertMany(
      people.map((user) => ({
        user,
        boundary: user.organizationId,
        assignments: [aRoleAssignment(user)],
      })),
    ),
  )
  return people
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}

async function pagesOf<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const pages: T[] = []
  for await (const page of stream) pages.push(page)
  return pages
}

async function append(tx: StorageTransaction): Promise<void> {
  await tx.audit.append(await chained(anAuditRecord(), await tx.audit.head(exampleOrganizationId)))
}

/** Lets everything else that waits run. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2))
}
