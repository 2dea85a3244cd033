import { foldUserName, type Operation, type Roster } from '@rosterkit/core'
import type { RateDecision, RateLimit, RateLimiter, RateLimits } from './rate-limiter.js'

/** Counts a handler's requests against its limits. */
export interface Allowance {
  /**
   * Counts a request of whoever sends it: a person, or an address from which nobody is signed in.
   */
  ofCaller(callerId: string | null, address: string | null): Promise<RateDecision>
  /**
   * Counts what is asked about an account, or with a link, by somebody who need not be signed in;
   * whatever else the body says and however it spells the name.
   */
  ofSubject(operation: Operation, input: Record<string, unknown>): Promise<RateDecision>
}

/** Keeps the limits of one handler with a limiter. */
export function allowanceOf(roster: Roster, limiter: RateLimiter, limits: RateLimits): Allowance {
  const take = async (key: string | null, limit: RateLimit | null): Promise<RateDecision> =>
    key === null || limit === null ? { allowed: true } : limiter.take(key, limit)
  return {
    ofCaller: (callerId, address) =>
      callerId === null
        ? take(address && `address:${address}`, limits.address)
        : take(`caller:${callerId}`, limits.caller),
    async ofSubject({ subject }, { userName, organizationId, token }) {
      if (subject === 'bearer' && typeof token === 'string')
        return take(`link:${await fingerprint(token)}`, limits.link)
      if (subject !== 'anyone' || typeof userName !== 'string') return { allowed: true }
      // Where usernames are unique in the whole roster the organization says nothing, and naming
      // another one must not open another account's worth of tries.
      const place =
        roster.policy.userNameBoundary === 'organization' && typeof organizationId === 'string'
          ? organizationId.toLowerCase()
          : ''
      return take(
        `account:${await fingerprint(`${place}\n${foldUserName(userName.trim()) ?? userName}`)}`,
        limits.account,
      )
    },
  }
}

async function fingerprint(text: string): Promise<string> {
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  )
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
