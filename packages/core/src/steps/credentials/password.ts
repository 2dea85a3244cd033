import * as z from 'zod/mini'
import type { InputIssue } from '../../kernel/failure.js'
import type { Policy } from '../../domain/policy.js'
import type { UserContext } from '../../context.js'
import type { Credential, PasswordMaterial } from '../../domain/credentials/credential.js'
import { passwordKey } from '../../domain/credentials/credential.js'
import { plusSeconds } from '../../kernel/clock.js'
import type { StorageTransaction } from '../../domain/storage.js'
import type { Services } from '../../domain/secrets/services.js'
import type { User } from '../../domain/users/user.js'
import type { UserSubject } from '../../domain/users/user-subject.js'

/**
 * The most characters that a password may have: far more than anyone types, and too few to keep a
 * server busy with (SP 800-63B-4 §3.1.1.2 asks for at least 64).
 */
export const maxPasswordLength = 1024

/**
 * A password as it is typed: any characters of any script, spaces too, nothing cut off. Brought
 * into normal form NFKC, so that it is the same from every keyboard (SP 800-63B-4 §3.1.1.2).
 */
export const passwordInput = z.string().check(
  z.maxLength(maxPasswordLength * 2, {
    error: `Use at most ${maxPasswordLength} characters.`,
    abort: true,
  }),
  z.refine((text) => text.isWellFormed(), {
    error: 'It contains a broken character. Type it again.',
    abort: true,
  }),
  z.overwrite((text) => text.normalize('NFKC')),
  z.refine((text) => [...text].length <= maxPasswordLength, {
    error: `Use at most ${maxPasswordLength} characters.`,
  }),
)

/**
 * The least number of characters, counted as code points: more where the password is all there is.
 */
export function minPasswordLength({ passwords }: Policy, user: User): number {
  return user.mfa.required || user.mfa.enrolment === 'enrolled'
    ? passwords.minimumBesideFactor
    : passwords.minimumAlone
}

/**
 * What is wrong with a password for this user, as an issue of its field; null if nothing is. No
 * rule asks for kinds of characters (SP 800-63B-4 §3.1.1.2).
 */
export function passwordIssue(
  password: string,
  {
    policy,
    services,
    subject,
  }: {
    readonly policy: Policy
    readonly services: Services
    readonly subject: Pick<UserSubject, 'user' | 'lineage'>
  },
): InputIssue | null {
  const issue = (code: string, message: string): InputIssue => ({ path: 'password', code, message })
  const least = minPasswordLength(policy, subject.user)
  if ([...password].length < least)
    return issue(
      'too_short',
      `Use at least ${least} characters. A few words in a row are easy to remember.`,
    )
  const plain = password.toLowerCase()
  if (services.blockList?.has(plain))
    return issue(
      'too_common',
      'This password is among the first that are tried by those who break in. Choose another one.',
    )
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const words = [
    subject.user.userName,
    subject.user.name.givenName,
    subject.user.name.familyName,
    ...subject.user.emails.map(({ value }) => value.split('@')[0]!),
    ...subject.lineage.map(({ name }) => name),
    services.brand.name,
  ]
    .map(bare)
    .filter((word) => word.length >= 3)
  // What is left when everything known about the user is taken out must still be long enough to
  // be a secret.
  const left = words
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), bare(plain))
  return left.length < Math.min(8, least / 2) && words.some((word) => bare(plain).includes(word))
    ? issue(
        'contains_name',
        'This is little more than a name that others know. Choose something that has nothing to do with you or the organization.',
      )
    : null
}

/** The user's password, when they have one. */
export async function storedPassword(
  tx: StorageTransaction,
  userId: string,
): Promise<(Credential & { readonly material: PasswordMaterial }) | null> {
  const found = (await tx.credentials.ofUsers([userId])).find(({ key }) => key === passwordKey)
  return found?.material.kind === 'password' ? { ...found, material: found.material } : null
}

/**
 * Keeps a password in the place of the previous one, and says what the user's status then knows of
 * it.
 */
export async function storePassword(
  context: UserContext,
  hash: string,
  temporary: boolean,
): Promise<Pick<User, 'password'>> {
  const { tx, at, newId, policy, subject } = context
  const { temporaryHours, expireAfterDays } = policy.passwords
  const expiresAt = temporary
    ? plusSeconds(at, temporaryHours * 3600)
    : expireAfterDays === null
      ? null
      : plusSeconds(at, expireAfterDays * 86_400)
  await removePassword(context)
  await tx.credentials.insert({
    id: newId(),
    userId: subject.user.id,
    userOrganizationId: subject.user.organizationId,
    version: 1,
    key: passwordKey,
    material: { kind: 'password', hash, temporary, setAt: at, expiresAt },
  })
  // An expired temporary password still must be replaced: its end belongs to the material and
  // changes no status.
  return {
    password: {
      state: temporary ? 'temporary' : 'set',
      sinceAt: at,
      expiresAt: temporary ? null : expiresAt,
    },
  }
}

/** Takes the user's password away; false when there was none. */
export async function removePassword({
  tx,
  subject,
}: Pick<UserContext, 'tx' | 'subject'>): Promise<boolean> {
  const found = await storedPassword(tx, subject.user.id)
  return found !== null && (await tx.credentials.remove(subject.user.id, found.id))
}
