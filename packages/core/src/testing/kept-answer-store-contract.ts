import { plusSeconds } from '../kernel/clock.js'
import type { Storage } from '../domain/storage.js'
import { anOrganization, exampleId, exampleOrganizationId } from './examples.js'
import { exampleAt } from './fixed-clock.js'
import { inOwnStorage, rejectionOf, type OpenStorage, type TestRunner } from './test-runner.js'
import type { KeptAnswer } from '../domain/idempotency/kept-answer.js'

/** The contract of {@link KeptAnswerStore}. */
export function describeKeptAnswerStore(
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
  const keep = (storage: Storage, ...answers: KeptAnswer[]) =>
    storage.transaction(async (tx) => {
      for (const answer of answers) await tx.keptAnswers.keep(answer)
    })
  const find = (storage: Storage, { callerId, organizationId, key }: KeptAnswer, at = exampleAt) =>
    storage.read((tx) => tx.keptAnswers.find(organizationId, callerId, key, at))

  describe(`kept answer store: ${name}`, () => {
    fact(
      'gives an answer back as it was, to the caller whose key it is and to nobody else',
      async (storage) => {
        await keep(
          storage,
          anAnswer(),
          anAnswer({ key: 'second', answer: null, subjectUserId: null }),
        )
        expect(await find(storage, anAnswer())).toEqual(anAnswer())
        expect(await find(storage, anAnswer({ key: 'second' }))).toEqual(
          anAnswer({ key: 'second', answer: null, subjectUserId: null }),
        )
        for (const other of [
          { callerId: exampleId(78) },
          { organizationId: exampleId(79) },
          { key: 'Key' },
          { key: 'key ' },
        ])
          expect(await find(storage, anAnswer(other))).toBe(null)
      },
    )

    fact(
      'gives none from the instant at which its time is over, and takes another in its place',
      async (storage) => {
        await keep(storage, anAnswer())
        expect(await find(storage, anAnswer(), plusSeconds(anAnswer().expiresAt, -1))).toEqual(
          anAnswer(),
        )
        expect(await find(storage, anAnswer(), anAnswer().expiresAt)).toBe(null)
        const later = anAnswer({
          fingerprint: 'b',
          answer: '{"n":2}',
          expiresAt: plusSeconds(exampleAt, 172_800),
        })
        await keep(storage, later)
        expect(await find(storage, later, anAnswer().expiresAt)).toEqual(later)
      },
    )

    fact('takes away what is over, of this caller only', async (storage) => {
      const others = anAnswer({ callerId: exampleId(78) })
      const fresh = anAnswer({ key: 'fresh', expiresAt: plusSeconds(exampleAt, 172_800) })
      const before = anAnswer({ organizationId: exampleId(79) })
      await storage.transaction((tx) =>
        tx.organizations.insert(
          anOrganization({ id: exampleId(79), name: 'Where the caller was before' }),
        ),
      )
      await keep(storage, anAnswer(), others, fresh, before)
      await storage.transaction((tx) =>
        tx.keptAnswers.removeExpired(exampleOrganizationId, exampleId(77), anAnswer().expiresAt),
      )
      expect(await find(storage, anAnswer())).toBe(null)
      expect(await find(storage, others)).toEqual(others)
      expect(await find(storage, fresh)).toEqual(fresh)
      expect(await find(storage, before)).toEqual(before)
    })

    fact('takes away what is about a person and what they asked for', async (storage) => {
      const asked = anAnswer({ callerId: exampleId(78), subjectUserId: exampleId(80) })
      const about = anAnswer({ key: 'about', subjectUserId: exampleId(78) })
      await keep(storage, anAnswer(), asked, about)
      await storage.transaction((tx) => tx.keptAnswers.removeOf(exampleId(78)))
      expect(await find(storage, asked)).toBe(null)
      expect(await find(storage, about)).toBe(null)
      expect(await find(storage, anAnswer())).toEqual(anAnswer())
    })

    fact('keeps nothing of a transaction that rejects', async (storage) => {
      const work = storage.transaction(async (tx) => {
        await tx.keptAnswers.keep(anAnswer())
        throw new Error('no')
      })
      await rejectionOf(work)
      expect(await find(storage, anAnswer())).toBe(null)
    })

    fact(
      'lets one of two that use a key at once be first, and the other see it',
      async (storage) => {
        const use = (fingerprint: string) =>
          storage.transaction(async (tx) => {
            const found = await tx.keptAnswers.find(
              exampleOrganizationId,
              exampleId(77),
              'key',
              exampleAt,
            )
            if (found) return found.fingerprint
            await tx.keptAnswers.keep(anAnswer({ fingerprint }))
            return fingerprint
          })
        const [first, second] = await Promise.all([use('a'), use('b')])
        expect(first).toBe(second)
      },
    )
  })
}

function anAnswer(over: Partial<KeptAnswer> = {}): KeptAnswer {
  return {
    callerId: exampleId(77),
    organizationId: exampleOrganizationId,
    key: 'key',
    fingerprint: 'a',
    answer: '{"n":1}',
    subjectUserId: exampleId(90),
    expiresAt: plusSeconds(exampleAt, 86_400),
    ...over,
  }
}
