import * as z from 'zod/mini'
import { refusalSchema, viewRefusal } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import { ok, type Result } from '../kernel/result.js'
import type { BatchSpec, OperationContext } from '../context.js'

/**
 * The most users that one call is about; a screen with more sends several calls, and shows how far
 * it has come.
 */
export const maxBatchSize = 100

export const bulkResultSchema = z.object({
  /** What became of each, in the order in which they were named. */
  items: z.array(
    z.discriminatedUnion('done', [
      z.object({ userId: z.string(), done: z.literal(true) }),
      z.extend(refusalSchema, { userId: z.string(), done: z.literal(false) }),
    ]),
  ),
})

/** What became of each user of a bulk command. */
export type BulkResult = z.infer<typeof bulkResultSchema>

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
  const {
    userId: exampleId,
    userName: ___,
    ...example
  } = one.example as { readonly userId: string; readonly userName?: string }
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
    example: { userIds: [exampleId], ...example },
  } as const satisfies Operation
}

/** Audits that a batch begins; the outcome of each item follows with its own event. */
export async function announceBatch(
  { caller, record, tx }: OperationContext,
  size: number,
): Promise<Result<{ items: never[] }, never>> {
  const organizationId =
    caller.kind === 'user' ? caller.user.organizationId : (await tx.organizations.roots())[0]?.id
  record({
    subject: null,
    organizationId: organizationId ?? '',
    changes: [{ field: 'people', before: null, after: size }],
  })
  return ok({ items: [] })
}

interface BulkInput {
  readonly userIds: readonly string[]
}

type BulkOperation = Operation & { readonly each: readonly [Operation] }

/** The handler of a bulk command: runs its one command for each user that it names. */
export function bulkHandler<O extends BulkOperation>({
  each: [operation],
}: O): {
  handler(context: OperationContext, input: BulkInput): Promise<Result<{ items: never[] }, never>>
  readonly batch: BatchSpec<Operation, string>
  readonly of?: O['name']
} {
  const batch: BatchSpec<Operation, string> = {
    items: ({ userIds }: BulkInput) => userIds,
    userIdOf: (userId: string) => userId,
    stepOf: (userId: string, { userIds: _, ...input }: BulkInput) =>
      Promise.resolve(ok({ operation, input: { ...input, userId } })),
    toResult: (userId, outcome): BulkResult['items'][number] =>
      outcome.ok
        ? { userId, done: true }
        : { userId, done: false, ...viewRefusal(outcome.failure) },
  }
  return {
    handler: (context: OperationContext, { userIds }: BulkInput) =>
      announceBatch(context, userIds.length),
    batch,
  }
}
