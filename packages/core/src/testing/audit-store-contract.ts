import type { Storage } from '../domain/storage.js'
import { anAuditRecord, anOrganization, exampleId } from './examples.js'
import { inOwnStorage, rejectionOf, type OpenStorage, type TestRunner } from './test-runner.js'
import {
  chained,
  firstBroken,
  type AuditEvent,
  type AuditRecord,
} from '../domain/audit/audit-event.js'

const north = exampleId(1)
const south = exampleId(2)

/** The contract of {@link AuditStore}. */
export function describeAuditStore(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
  const fact = (sentence: string, test: (storage: Storage) => Promise<void>) =>
    it(
      sentence,
      inOwnStorage(open, async (storage) => {
        await storage.transaction(async (tx) => {
          await tx.organizations.insert(anOrganization({ id: north, name: 'North' }))
          await tx.organizations.insert(anOrganization({ id: south, name: 'South' }))
        })
        await test(storage)
      }),
    )

  describe(`audit store: ${name}`, () => {
    fact('has no head before the first event, and then the last one appended', async (storage) => {
      expect(await storage.read((tx) => tx.audit.head(north))).toBe(null)
      await append(storage, anAuditRecord({ organizationId: north }))
      const second = await append(storage, anAuditRecord({ organizationId: north }))
      expect(await storage.read((tx) => tx.audit.head(north))).toEqual({
        sequence: 2,
        hash: second.hash,
      })
    })

    fact('keeps one chain an organization', async (storage) => {
      await append(storage, anAuditRecord({ organizationId: north }))
      expect(await storage.read((tx) => tx.audit.head(south))).toBe(null)
      const first = await append(storage, anAuditRecord({ organizationId: south }))
      expect(first.sequence).toBe(1)
      expect(await chainOf(storage, south)).toEqual([first])
    })

    fact('gives every event back as it was appended, from the first on', async (storage) => {
      const events: AuditEvent[] = []
      events.push(
        await append(
          storage,
          anAuditRecord({
            organizationId: north,
            outcome: 'refused',
            failure: 'not_permitted',
            actor: { kind: 'user', id: exampleId(7), label: '李小龙 “the boss” \u{1F600}' },
            reason: 'Two lines\nof \\ reason %_',
            changes: [
              {
                field: 'locks',
                before: [],
                after: [{ id: exampleId(8), untilAt: null, nested: { deep: [1, 2.5, true] } }],
              },
              { field: 'userType', before: null, after: 'guest' },
            ],
            origin: { requestId: 'r-1', address: '2001:db8::1', userAgent: 'curl' },
          }),
        ),
      )
      events.push(
        await append(
          storage,
          anAuditRecord({
            organizationId: north,
            actor: { kind: 'anonymous', id: null, label: 'Nobody' },
            subject: null,
          }),
        ),
      )
      for (let index = 0; index < 40; index++)
        events.push(await append(storage, anAuditRecord({ organizationId: north })))
      const chain = await chainOf(storage, north)
      expect(chain).toEqual(events)
      expect(await firstBroken(chain)).toBe(null)
    })

    fact('makes one unbroken chain of what many append at the same time', async (storage) => {
      await Promise.all(
        Array.from({ length: 20 }, () => append(storage, anAuditRecord({ organizationId: north }))),
      )
      const chain = await chainOf(storage, north)
      expect(chain.map((event) => event.sequence)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      )
      expect(await firstBroken(chain)).toBe(null)
    })

    fact('rejects a second event in one place of a chain', async (storage) => {
      const first = await append(storage, anAuditRecord({ organizationId: north }))
      const another = await chained(anAuditRecord({ organizationId: north }), null)
      await rejectionOf(storage.transaction((tx) => tx.audit.append(another)))
      expect(await chainOf(storage, north)).toEqual([first])
    })

    fact('tells what happened to one subject, latest first, a page at a time', async (storage) => {
      const subject = (id: number) => ({ kind: 'user', id: exampleId(id), label: 'Somebody' })
      for (let index = 1; index <= 12; index++)
        await append(storage, anAuditRecord({ organizationId: north, subject: subject(index % 2) }))
      const page = (beforeSequence: number | null) =>
        storage.read((tx) =>
          tx.audit.ofSubject({
            organizationId: north,
            subjectId: exampleId(0),
            beforeSequence,
            limit: 4,
          }),
        )
      expect((await page(null)).map((event) => event.sequence)).toEqual([12, 10, 8, 6])
      expect((await page(6)).map((event) => event.sequence)).toEqual([4, 2])
      expect(await page(2)).toEqual([])
    })

    fact('tells nothing of the subject from the chain of another organization', async (storage) => {
      await append(storage, anAuditRecord({ organizationId: south }))
      expect(
        await storage.read((tx) =>
          tx.audit.ofSubject({
            organizationId: north,
            subjectId: exampleId(2),
            beforeSequence: null,
            limit: 10,
          }),
        ),
      ).toEqual([])
    })
  })
}

async function append(storage: Storage, record: AuditRecord): Promise<AuditEvent> {
  return storage.transaction(async (tx) => {
    const event = await chained(record, await tx.audit.head(record.organizationId))
    await tx.audit.append(event)
    return event
  })
}

async function chainOf(storage: Storage, organizationId: string): Promise<AuditEvent[]> {
  return storage.read(async (tx) => {
    const events: AuditEvent[] = []
    for await (const event of tx.audit.chain(organizationId)) events.push(event)
    return events
  })
}
