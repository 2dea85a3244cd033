import type { UserContext } from '../../context.js'
import type { Delivery } from '../../domain/policy.js'
import { issueLink } from '../secrets/issue-link.js'
import { type IssuedLink } from '../../domain/secrets/issued-link.js'

/**
 * Makes the link with which a user finishes onboarding; null for a user who signs in with SSO only,
 * and for a host that gave no address and onboards users in its own way.
 */
export async function inviteByPolicy(
  context: UserContext,
  delivery: Delivery = context.policy.activation.delivery,
): Promise<IssuedLink | null> {
  if (context.subject.user.signInRoute === 'federated') return null
  const issued = await issueLink(
    context,
    'activation',
    delivery,
    context.policy.activation.lifetimeHours,
  )
  return issued.ok ? issued.value : null
}
