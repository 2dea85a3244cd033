import * as z from 'zod/mini'
import type { UserContext } from '../../context.js'
import type { StorageTransaction } from '../../domain/storage.js'
import {
  secretCodeKey,
  type Credential,
  type SecretCodeMaterial,
} from '../../domain/credentials/credential.js'

/** A secret code as it is typed. What form it must have is the policy's to say. */
export const secretCodeInput = z.string().check(
  z.maxLength(200, { error: 'Use at most 64 characters.', abort: true }),
  z.refine((text) => text.isWellFormed(), {
    error: 'It contains a broken character. Type it again.',
    abort: true,
  }),
  z.overwrite((text) => text.normalize('NFKC')),
)

/** The user's secret code, when they have chosen one. */
export async function storedSecretCode(
  tx: StorageTransaction,
  userId: string,
): Promise<(Credential & { readonly material: SecretCodeMaterial }) | null> {
  const found = (await tx.credentials.ofUsers([userId])).find(({ key }) => key === secretCodeKey)
  return found?.material.kind === 'secret_code' ? { ...found, material: found.material } : null
}

/** Keeps a secret code in the place of the previous one; its wrong tries begin again. */
export async function storeSecretCode(context: UserContext, hash: string): Promise<void> {
  const { tx, at, newId, subject } = context
  const previous = await storedSecretCode(tx, subject.user.id)
  if (previous) await tx.credentials.remove(subject.user.id, previous.id)
  await tx.credentials.insert({
    id: newId(),
    userId: subject.user.id,
    userOrganizationId: subject.user.organizationId,
    version: 1,
    key: secretCodeKey,
    material: { kind: 'secret_code', hash, setAt: at, wrongTries: 0 },
  })
}

/** The states of a secret code. */
export const secretCodeStates = ['none', 'set', 'blocked'] as const

/**
 * The state of a secret code: blocked after as many wrong tries in a row as the policy allows,
 * until it is reset (docs/features.md, row 17).
 */
export function secretCodeState(
  code: { readonly material: SecretCodeMaterial } | null,
  tries: number,
): (typeof secretCodeStates)[number] {
  return code === null ? 'none' : code.material.wrongTries >= tries ? 'blocked' : 'set'
}
