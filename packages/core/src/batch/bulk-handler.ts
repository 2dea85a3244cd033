import type { BatchSpec, OperationContext } from '../context.js'
import { viewRefusal } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import { ok, type Result } from '../kernel/result.js'
import type { BulkResult } from './bulk-result.js'

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
