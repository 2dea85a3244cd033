import { systemActor } from '../kernel/actor.js'
import type { OwnedRecord, OwnedRecordStore } from '../domain/stores/owned-record-store.js'
import type { Storage, StorageTransaction } from '../domain/storage.js'
import { anOrganization, aUser, exampleId } from './examples.js'
import { exampleAt } from './fixed-clock.js'
import { inOwnStorage, rejectionOf, type OpenStorage, type TestRunner } from './test-runner.js'

const north = anOrganization({ id: exampleId(1), name: 'North' })
const south = anOrganization({ id: exampleId(2), name: 'South' })
const ada = aUser({ id: exampleId(11), organizationId: north.id })
const grace = aUser({ id: exampleId(12), organizationId: south.id })

type Kind = {
  [K in keyof StorageTransaction]: StorageTransaction[K] extends OwnedRecordStore<
    infer _ extends OwnedRecord
  >
    ? K
    : never
}[keyof StorageTransaction]

/** One full record of each kind, but for what every record has. */
const bodies = {
  personas: {
    typeId: 'employee',
    preferred: true,
    scopes: ['EMEA', '“%_”'],
    entitlements: [
      { kind: 'subscription', value: 'gold', validFromAt: null, validUntilAt: exampleAt },
    ],
    validFromAt: exampleAt,
    validUntilAt: null,
  },
  authenticators: {
    type: 'fido2',
    name: 'Schlüssel \u{1F511}',
    state: 'active',
    stateSinceAt: exampleAt,
    stateActor: systemActor,
    stateReason: null,
    registeredAt: exampleAt,
    lastUsedAt: null,
    inactivityLockAt: null,
    details: { model: 'Key 5' },
  },
  sessions: {
    kind: 'browser',
    device: 'Firefox on Windows',
    address: '2001:db8::1',
    place: null,
    startedAt: exampleAt,
    lastSeenAt: exampleAt,
    expiresAt: null,
  },
  credentials: {
    material: {
      kind: 'password',
      hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
      temporary: true,
      setAt: exampleAt,
      expiresAt: null,
    },
  },
  secrets: {
    purpose: 'activation',
    copies: [{ hash: 'aGFzaA', address: 'ada@example.com' }],
    issuedAt: exampleAt,
    issuedBy: systemActor,
    expiresAt: exampleAt,
    wrongTries: 0,
    data: { challenge: 'Y2hhbGxlbmdl' },
  },
  groupMemberships: { assignedAt: exampleAt },
  applicationAssignments: { assignedAt: exampleAt },
} as const satisfies Record<Kind, object>

/** The contract of {@link OwnedRecordStore}, for each of the kinds that a storage keeps. */
export function describeOwnedRecordStores(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
  for (const kind of Object.keys(bodies) as Kind[]) {
    const storeOf = (tx: StorageTransaction) => tx[kind] as unknown as OwnedRecordStore<OwnedRecord>
    const record = (
      number: number,
      owner = ada,
      overrides: Partial<OwnedRecord> = {},
    ): OwnedRecord => ({
      ...bodies[kind],
      id: exampleId(number),
      userId: owner.id,
      userOrganizationId: owner.organizationId,
      version: 1,
      key: `key ${number}`,
      ...overrides,
    })
    const fact = (sentence: string, test: (storage: Storage) => Promise<void>) =>
      it(
        sentence,
        inOwnStorage(open, async (storage) => {
          await storage.transaction(async (tx) => {
            for (const organization of [north, south]) await tx.organizations.insert(organization)
            for (const user of [ada, grace]) await tx.users.insert(user, user.organizationId)
          })
          await test(storage)
        }),
      )
    const add = (storage: Storage, ...records: OwnedRecord[]) =>
      storage.transaction(async (tx) => {
        for (const one of records) expect(await storeOf(tx).insert(one)).toBe('inserted')
      })

    describe(`${kind}: ${name}`, () => {
      fact('gives a record back as it was, to its owner only', async (storage) => {
        await add(storage, record(99))
        await storage.read(async (tx) => {
          expect(await storeOf(tx).find(ada.id, exampleId(99))).toEqual(record(99))
          expect(await storeOf(tx).find(grace.id, exampleId(99))).toBe(null)
          expect(await storeOf(tx).find(ada.id, exampleId(404))).toBe(null)
        })
      })

      fact('gives the records of several people, oldest first', async (storage) => {
        await add(storage, record(99), record(98, grace), record(97))
        await storage.read(async (tx) => {
          expect(await storeOf(tx).ofUsers([ada.id])).toEqual([record(99), record(97)])
          expect(await storeOf(tx).ofUsers([grace.id, ada.id, ada.id])).toEqual([
            record(99),
            record(98, grace),
            record(97),
          ])
          expect(await storeOf(tx).ofUsers([])).toEqual([])
        })
      })

      fact('refuses a second record of one person with the same key', async (storage) => {
        await add(storage, record(99), record(98, grace, { key: 'key 99' }))
        expect(
          await storage.transaction((tx) => storeOf(tx).insert(record(97, ada, { key: 'key 99' }))),
        ).toBe('exists')
        const outcomes = await Promise.all(
          [96, 95].map((number) =>
            storage.transaction((tx) => storeOf(tx).insert(record(number, ada, { key: 'same' }))),
          ),
        )
        expect(outcomes.sort()).toEqual(['exists', 'inserted'])
      })

      fact(
        'replaces a record from the version it had, keeps its key, and refuses one that is stale',
        async (storage) => {
          await add(storage, record(99), record(98))
          await storage.transaction(async (tx) => {
            expect(await storeOf(tx).update(record(99, ada, { version: 2, key: 'other' }), 1)).toBe(
              'updated',
            )
            expect(await storeOf(tx).update(record(99, ada, { version: 2 }), 1)).toBe('stale')
            expect(await storeOf(tx).update(record(404, ada, { version: 2 }), 1)).toBe('stale')
            expect(await storeOf(tx).ofUsers([ada.id])).toEqual([
              record(99, ada, { version: 2 }),
              record(98),
            ])
          })
        },
      )

      fact('takes away one record, or all of a person', async (storage) => {
        await add(storage, record(99), record(98), record(97), record(96, grace))
        await storage.transaction(async (tx) => {
          expect(await storeOf(tx).remove(grace.id, exampleId(99))).toBe(false)
          expect(await storeOf(tx).remove(ada.id, exampleId(99))).toBe(true)
          expect(await storeOf(tx).remove(ada.id, exampleId(99))).toBe(false)
          expect(await storeOf(tx).removeAll(ada.id)).toBe(2)
          expect(await storeOf(tx).removeAll(ada.id)).toBe(0)
          expect(await storeOf(tx).ofUsers([ada.id, grace.id])).toEqual([record(96, grace)])
        })
      })

      fact(
        'takes records along when their owner moves, and removes them with their owner',
        async (storage) => {
          await add(storage, record(99))
          await storage.transaction(async (tx) => {
            await tx.users.update({ ...ada, version: 2, organizationId: south.id }, 1, south.id)
            expect(await storeOf(tx).ofUsers([ada.id])).toEqual([
              record(99, ada, { userOrganizationId: south.id }),
            ])
            await tx.users.remove(ada.id)
            expect(await storeOf(tx).ofUsers([ada.id])).toEqual([])
          })
        },
      )

      fact('rejects a record of nobody', async (storage) => {
        await rejectionOf(
          storage.transaction((tx) =>
            storeOf(tx).insert(record(99, { ...ada, id: exampleId(404) })),
          ),
        )
        expect(await storage.read((tx) => storeOf(tx).ofUsers([exampleId(404)]))).toEqual([])
      })

      fact(
        'takes back with the transaction what was added, changed and taken away',
        async (storage) => {
          await add(storage, record(99), record(98))
          const work = storage.transaction(async (tx) => {
            await storeOf(tx).remove(ada.id, exampleId(99))
            await storeOf(tx).update(record(98, ada, { version: 2 }), 1)
            await storeOf(tx).insert(record(97))
            await storeOf(tx).removeAll(ada.id)
            throw new Error('no')
          })
          await work.catch(() => {})
          expect(await storage.read((tx) => storeOf(tx).ofUsers([ada.id]))).toEqual([
            record(99),
            record(98),
          ])
        },
      )
    })
  }
}
