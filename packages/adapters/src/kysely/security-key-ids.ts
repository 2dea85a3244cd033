import type { SecurityKeyIds } from '@rosterkit/core/ports'
import type { Kysely } from 'kysely'
import { changed, prepare } from './prepared.js'
import type { Database } from './schema.js'
import type { Unit } from './unit.js'

/** Who holds which security key, in SQL. */
export function sqlSecurityKeyIds(db: Kysely<Database>): (trx: Unit) => SecurityKeyIds {
  const claim = prepare(({ credentialId, userId }: { credentialId: string; userId: string }) =>
    db
      .insertInto('security_key_ids')
      .values({ credential_id: credentialId, user_id: userId })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .compile(),
  )
  const releaseAll = prepare(({ userId }: { userId: string }) =>
    db.deleteFrom('security_key_ids').where('user_id', '=', userId).compile(),
  )
  return (trx) => ({
    async claim(credentialId, userId) {
      return changed(await claim(trx, { credentialId, userId }))
    },

    async releaseAll(userId) {
      await releaseAll(trx, { userId })
    },
  })
}
