import * as z from 'zod/mini'
import { refusalSchema, viewRefusal } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import { ok, type Result } from '../kernel/result.js'
import type { Handler, OperationContext } from '../pipeline.js'
import type { InTurn } from './in-turn.js'

/**
 * The most people that one call is about; a screen with more sends several calls, and shows how far
 * it has come.
 */
export const mostAtOnce = 100

export const bulkResultSchema = z.object({
  /** What became of each, in the order in which they were named. */
  items: z.array(
    z.discriminatedUnion('done', [
      z.object({ userId: z.string(), done: z.literal(true) }),
      z.extend(refusalSchema, { userId: z.string(), done: z.literal(false) }),
    ]),
  ),
})

/** What became of each person of a bulk command. */
export type BulkResult = z.infer<typeof bulkResultSchema>

type AboutOnePerson = Operation & {
  readonly input: z.ZodMiniObject<{ readonly userId: z.ZodMiniType }>
}

/**
 * Makes of a command about one person the same command about several (features row 31). Each of
 * them is a call of its own, with its own decision, transaction and audit event, so one who is
 * refused stops nobody else, whoever is already so is told as such and not as done, and a caller
 * who loses their rights half-way is refused from then on (security row 82). Beside these events
 * one says that it was done to several at once.
 */
export function severally<O extends AboutOnePerson, N extends Operation['name']>(
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
    z.maxLength(mostAtOnce),
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

/**
 * Says that something is about to be done to several people; what becomes of each follows with
 * their own events.
 */
export const bulkHandler: Handler<Operation> = (context, input) =>
  announce(context, (input as BulkInput).userIds.length)

/** Puts on record that something is about to be done to so many people at once. */
export async function announce(
  { caller, record, tx }: OperationContext,
  people: number,
): Promise<Result<{ items: never[] }, never>> {
  const organizationId =
    caller.kind === 'user' ? caller.user.organizationId : (await tx.organizations.roots())[0]?.id
  record({
    subject: null,
    organizationId: organizationId ?? '',
    changes: [{ field: 'people', before: null, after: people }],
  })
  return ok({ items: [] })
}

/** Carries the one command out for each person whom a bulk command names. */
export const bulkInTurn = ({ each }: Operation): InTurn<Operation, string> => ({
  items: (input) => (input as BulkInput).userIds,
  userIdOf: (userId) => userId,
  turn: (userId, input) => {
    const { userIds: _, ...others } = input as BulkInput
    return Promise.resolve(ok({ operation: each![0]!, input: { ...others, userId } }))
  },
  told: (userId, became): BulkResult['items'][number] =>
    became.ok ? { userId, done: true } : { userId, done: false, ...viewRefusal(became.failure) },
})

interface BulkInput {
  readonly userIds: readonly string[]
}
