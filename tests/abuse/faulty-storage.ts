import type { Storage } from '@rosterkit/core'
import type { StorageTransaction } from '@rosterkit/core/ports'

/** What a database says when it breaks: everything that no caller may read. */
export class InnerFault extends Error {
  readonly detail = 'Key (email)=(root@example.com) at /var/lib/secret/roster.db'
  constructor() {
    super('SQLITE_CORRUPT: select password_hash from users')
  }
}

/**
 * A store that counts its calls and breaks at the one that is named, before or after it has done
 * its work.
 */
export function faultyStorage(storage: Storage) {
  let calls = 0
  let breaksAt = 0
  let thrown: () => Error = () => new InnerFault()
  let brokenAt: string | null = null

  const counted = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    calls++
    if (calls !== breaksAt) return work()
    brokenAt = name
    throw thrown()
  }

  const around = (tx: StorageTransaction): StorageTransaction =>
    new Proxy(tx, {
      get(target, store) {
        const found: unknown = Reflect.get(target, store)
        if (typeof found === 'function')
          return (...given: unknown[]) =>
            counted(String(store), () =>
              (found as (...given: unknown[]) => Promise<unknown>).apply(target, given),
            )
        if (typeof found !== 'object' || found === null) return found
        return new Proxy(found, {
          get(inner, method) {
            const call: unknown = Reflect.get(inner, method)
            if (typeof call !== 'function') return call
            const run = call as (...given: unknown[]) => unknown
            // A chain is read step by step.
            if (method === 'chain') {
              return async function* (...given: unknown[]) {
                await counted(`${String(store)}.chain`, () => Promise.resolve())
                yield* run.apply(inner, given) as AsyncIterable<unknown>
              }
            }
            return (...given: unknown[]) =>
              counted(
                `${String(store)}.${String(method)}`,
                () => run.apply(inner, given) as Promise<unknown>,
              )
          },
        })
      },
    })

  return {
    storage: {
      ...storage,
      transaction: (work) =>
        counted('transaction', () =>
          storage.transaction(async (tx) => {
            const value = await work(around(tx))
            // The last moment before the commit.
            await counted('commit', () => Promise.resolve())
            return value
          }),
        ),
      read: (work) => counted('read', () => storage.read((tx) => work(around(tx)))),
    } satisfies Storage,
    /** Counts anew, and breaks at this call; 0 for never. */
    breakAt(call: number, error: () => Error = () => new InnerFault()) {
      calls = 0
      brokenAt = null
      breaksAt = call
      thrown = error
    },
    /** The call at which it broke; null when it did not. */
    brokenAt: () => brokenAt,
  }
}
