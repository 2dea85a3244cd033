import type { Operation } from '../kernel/operation.js'
import { bulkResultSchema } from './bulk-result.js'
import * as z from 'zod/mini'

/**
 * The most users that one call is about; a screen with more sends several calls, and shows how far
 * it has come.
 */
export const maxBatchSize = 100

type AboutOnePerson = Operation & {
  readonly input: z.ZodMiniObject<{ readonly userId: z.ZodMiniType }>
}

/**
 * Turns a command about one user into the same command about several (docs/features.md, row 31).
 * Each user is a call of its own, with its own decision, transaction and audit event. So a refused
 * user stops no one else, a user who already is as the command would make them is reported as
 * unchanged, and a caller who loses their rights halfway is refused from then on (docs/security.md,
 * row 82). One more event records that several users were named.
 */
export function bulkCommand<O extends AboutOnePerson, N extends Operation['name']>(
  one: O,
  {
    name,
    path,
    summary,
    confirmedByPlan,
  }: {
    readonly name: N
    readonly path: `/${string}`
    readonly summary: string
    readonly confirmedByPlan?: true
  },
) {
  // A username confirms the one whose it is; several are confirmed by a plan.
  const {
    userId: _,
    userName: __,
    ...others
  } = one.input.shape as O['input']['shape'] & { readonly userName?: unknown }
  const userIds = z.array(z.uuid()).check(
    z.minLength(1),
    z.maxLength(maxBatchSize),
    z.refine((ids) => new Set(ids).size === ids.length, {
      error: 'Somebody is named twice. Name each person once.',
    }),
  )
  return {
    name,
    kind: 'command',
    summary,
    permission: one.permission,
    subject: 'scope',
    each: [one],
    ...(confirmedByPlan ? { confirmedByPlan } : {}),
    event: `${one.event?.split('.')[0]}.bulk`,
    input: z.strictObject({
      userIds,
      ...(others as Omit<O['input']['shape'], 'userId' | 'userName'>),
    }),
    output: bulkResultSchema,
    failures: [],
    http: { method: 'POST', path },
    invalidates: one.invalidates ?? [],
    example: bulkExample(one.example),
  } as const satisfies Operation
}

/** The example of a command about one user, as one about several. */
function bulkExample(example: object): { readonly userIds: readonly unknown[] } {
  const { userId, userName: _, ...others }: Readonly<Record<string, unknown>> = { ...example }
  return { userIds: [userId], ...others }
}
