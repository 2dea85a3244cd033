import { plusSeconds } from '../kernel/clock.js'
import type { Storage } from '../domain/storage.js'
import { anOrganization, exampleId } from './examples.js'
import { exampleAt } from './fixed-clock.js'
import { inOwnStorage, type OpenStorage, type TestRunner } from './test-runner.js'
import type { OutboxItem } from '../domain/outbox/outbox-item.js'

/** The contract of {@link OutboxStore} and of {@link SecurityKeyIds}. */
export function describeOutboxStore(
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
  const add = (storage: Storage, ...mails: OutboxItem[]) =>
    storage.transaction(async (tx) => {
      for (const mail of mails) await tx.outbox.add(mail)
    })
  const ids = (mails: readonly OutboxItem[]) => mails.map(({ id }) => id)

  describe(`mail store: ${name}`, () => {
    fact('gives a mail back as it was', async (storage) => {
      await add(storage, aMail(1))
      expect(await storage.read((tx) => tx.outbox.find(exampleId(1)))).toEqual(aMail(1))
      expect(await storage.read((tx) => tx.outbox.find(exampleId(2)))).toBe(null)
    })

    fact(
      'gives what is due, the longest due first, up to the limit, and nothing that is done or not due yet',
      async (storage) => {
        await add(
          storage,
          aMail(3, { dueAt: exampleAt }),
          aMail(1, { dueAt: plusSeconds(exampleAt, -1) }),
          aMail(2, { dueAt: exampleAt }),
          aMail(4, { dueAt: plusSeconds(exampleAt, 1) }),
          aMail(5, { state: 'sent' }),
          aMail(6, { state: 'failed' }),
          aMail(7, { state: 'obsolete' }),
        )
        expect(ids(await storage.read((tx) => tx.outbox.due(exampleAt, 10)))).toEqual([
          exampleId(1),
          exampleId(2),
          exampleId(3),
        ])
        expect(ids(await storage.read((tx) => tx.outbox.due(exampleAt, 2)))).toEqual([
          exampleId(1),
          exampleId(2),
        ])
      },
    )

    fact('replaces a mail only where it has the expected version', async (storage) => {
      await add(storage, aMail(1))
      const sent = aMail(1, { version: 2, state: 'sent', sentAt: exampleAt, attempts: 1 })
      expect(await storage.transaction((tx) => tx.outbox.update(sent, 1))).toBe('updated')
      expect(await storage.transaction((tx) => tx.outbox.update({ ...sent, version: 3 }, 1))).toBe(
        'stale',
      )
      expect(await storage.transaction((tx) => tx.outbox.update(aMail(404), 1))).toBe('stale')
      expect(await storage.read((tx) => tx.outbox.find(exampleId(1)))).toEqual(sent)
    })

    fact('lets one of two workers take a mail', async (storage) => {
      await add(storage, aMail(1))
      const take = () =>
        storage.transaction(async (tx) => {
          const [mail] = await tx.outbox.due(exampleAt, 1)
          return mail
            ? tx.outbox.update(
                { ...mail, version: mail.version + 1, dueAt: plusSeconds(exampleAt, 300) },
                mail.version,
              )
            : 'none'
        })
      expect(
        (await Promise.all([take(), take()])).filter((outcome) => outcome === 'updated').length,
      ).toBe(1)
    })

    fact('gives a person’s mails and what was given up, the newest first', async (storage) => {
      await add(
        storage,
        aMail(1),
        aMail(2, { state: 'failed', lastError: 'no such mailbox' }),
        aMail(3, { userId: exampleId(78) }),
        aMail(4, { userId: null, state: 'failed' }),
      )
      expect(ids(await storage.read((tx) => tx.outbox.ofUser(exampleId(77), 10)))).toEqual([
        exampleId(2),
        exampleId(1),
      ])
      expect(ids(await storage.read((tx) => tx.outbox.ofUser(exampleId(77), 1)))).toEqual([
        exampleId(2),
      ])
      expect(ids(await storage.read((tx) => tx.outbox.failed(10)))).toEqual([
        exampleId(4),
        exampleId(2),
      ])
    })

    fact('takes a person’s mails away, and no others', async (storage) => {
      await add(storage, aMail(1), aMail(2, { userId: exampleId(78) }))
      await storage.transaction((tx) => tx.outbox.removeOf(exampleId(77)))
      expect(await storage.read((tx) => tx.outbox.find(exampleId(1)))).toBe(null)
      expect(ids(await storage.read((tx) => tx.outbox.ofUser(exampleId(78), 10)))).toEqual([
        exampleId(2),
      ])
    })

    fact('keeps no mail of a transaction that is refused', async (storage) => {
      await storage
        .transaction(async (tx) => {
          await tx.outbox.add(aMail(1))
          throw new Error('refused')
        })
        .catch(() => {})
      expect(await storage.read((tx) => tx.outbox.find(exampleId(1)))).toBe(null)
    })
  })

  describe(`security key ids: ${name}`, () => {
    fact('belong to whoever claims them first', async (storage) => {
      expect(
        await storage.transaction((tx) => tx.securityKeyIds.claim('a2V5', exampleId(77))),
      ).toBe(true)
      expect(
        await storage.transaction((tx) => tx.securityKeyIds.claim('a2V5', exampleId(78))),
      ).toBe(false)
      expect(
        await storage.transaction((tx) => tx.securityKeyIds.claim('a2V5', exampleId(77))),
      ).toBe(false)
    })

    fact('go to one of two who claim at once', async (storage) => {
      const claims = await Promise.all(
        [77, 78].map((who) =>
          storage.transaction((tx) => tx.securityKeyIds.claim('a2V5', exampleId(who))),
        ),
      )
      expect(claims.filter((claimed) => claimed).length).toBe(1)
    })

    fact('are let go of with the person', async (storage) => {
      await storage.transaction((tx) => tx.securityKeyIds.claim('a2V5', exampleId(77)))
      await storage.transaction((tx) => tx.securityKeyIds.releaseAll(exampleId(77)))
      expect(
        await storage.transaction((tx) => tx.securityKeyIds.claim('a2V5', exampleId(78))),
      ).toBe(true)
    })
  })
}

function aMail(number: number, overrides: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id: exampleId(number),
    version: 1,
    organizationId: exampleId(1),
    userId: exampleId(77),
    state: 'queued',
    queuedAt: exampleAt,
    dueAt: exampleAt,
    attempts: 0,
    sentAt: null,
    lastError: null,
    task: {
      kind: 'write',
      to: { name: 'Łucja “Ł” Test', address: 'lucja@example.com' },
      language: 'pl',
      content: {
        occasion: 'activation',
        person: { displayName: 'Łucja Test', userName: 'lucja' },
        organization: 'Northwind',
        at: exampleAt,
      },
      secretId: exampleId(9),
    },
    ...overrides,
  }
}
