import { sql, type RawBuilder } from 'kysely'
import type { SqlDialect } from './dialect.js'

/**
 * The conditions that have an index of their own, in the order in which each is likely to leave
 * fewer than those behind it.
 */
export const pickings = ['expiring', 'mfa', 'dormant'] as const

/** One of them. */
export type Picking = (typeof pickings)[number]

/** Their values as parameters of SQL. */
export interface PickingArguments {
  readonly at: unknown
  readonly mfaStates: unknown
  readonly dormantSinceAt: unknown
  readonly expiringByAt: unknown
}

/**
 * Whoever never signed in. Not “is null”: SQLite would then take the index of sign-ins, where all
 * of them stand together, for the narrower one.
 */
export const neverSignedIn = sql<boolean>`coalesce(last_signed_in_at, '') = ''`

/** One condition on people in its two forms. `wanted` false is for those of whom it is not so. */
export interface PickingCondition {
  /** As one condition, for where another index gives the people or their order. */
  inline(args: PickingArguments, wanted: boolean): RawBuilder<unknown>
  /**
   * In parts without anybody in common, each of them a range of one index; null where that would be
   * nearly everybody.
   */
  parts(args: PickingArguments, wanted: boolean): readonly RawBuilder<unknown>[] | null
}

/** The conditions on people that have an index of their own. */
export function pickingConditions(
  dialect: SqlDialect,
): Readonly<Record<Picking, PickingCondition>> {
  type Column = (name: string) => RawBuilder<unknown>
  const indexed: Column = (name) => sql.ref(`users.${name}`)
  const unindexed: Column = (name) => dialect.unindexed(indexed(name))
  const either = (parts: readonly RawBuilder<unknown>[]) => sql`(${sql.join(parts, sql` or `)})`

  const mfa = ({ mfaStates }: PickingArguments, column: Column) =>
    dialect.among(column('mfa_state'), mfaStates)

  const dormant = ({ dormantSinceAt }: PickingArguments, wanted: boolean, column: Column) => {
    const side = wanted ? sql.raw('<=') : sql.raw('>')
    return [
      sql`${column('last_signed_in_at')} ${side} ${dormantSinceAt}`,
      sql`(${neverSignedIn} and ${column('created_at')} ${side} ${dormantSinceAt})`,
    ]
  }

  // Without a null in the end, so that it can be turned round.
  const endsWithin = ({ at, expiringByAt }: PickingArguments, ends: RawBuilder<unknown>) =>
    sql`(${ends} is not null and ${ends} > ${at} and ${ends} <= ${expiringByAt})`

  return {
    mfa: {
      inline: (args) => mfa(args, unindexed),
      parts: (args) => [mfa(args, indexed)],
    },
    dormant: {
      inline: (args, wanted) => either(dormant(args, wanted, unindexed)),
      parts: (args, wanted) => dormant(args, wanted, indexed),
    },
    expiring: {
      inline(args, wanted) {
        const ends = either([
          endsWithin(args, unindexed('valid_until_at')),
          endsWithin(args, unindexed('role_ends_at')),
        ])
        return wanted ? ends : sql`not ${ends}`
      },
      parts: (args, wanted) =>
        wanted
          ? [
              endsWithin(args, indexed('valid_until_at')),
              sql`${endsWithin(args, indexed('role_ends_at'))} and not ${endsWithin(args, unindexed('valid_until_at'))}`,
            ]
          : null,
    },
  }
}
