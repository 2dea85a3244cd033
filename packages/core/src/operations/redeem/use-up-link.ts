import type { BearerContext } from '../../context.js'
import { viewAuthenticator, type Authenticator } from '../../domain/authenticators/authenticator.js'
import { verifiedBy } from '../../domain/secrets/bearer.js'
import { err, ok, type Result } from '../../kernel/result.js'
import { redeemSecret } from '../../steps/secrets/bearer.js'

/** Binds something, and uses the link up with the same commit when it was for that alone. */
export async function whileUsingUp<
  C extends
    | 'not_configured'
    | 'ceremony_refused'
    | 'security_key_taken'
    | 'too_many_authenticators'
    | 'stale_version',
>(
  context: BearerContext,
  bind: (change: {
    readonly verifiedEmails?: readonly string[]
  }) => Promise<Result<Authenticator, C>>,
) {
  const { at, bearer, productOf, subject } = context
  const linkDone = bearer.secret.purpose === 'enrolment'
  const bound = await bind(linkDone ? verifiedBy(bearer, subject.user) : {})
  if (!bound.ok) return bound
  if (linkDone && !(await redeemSecret(context, bearer))) return err({ code: 'secret_unusable' })
  return ok({ authenticator: viewAuthenticator(bound.value, at, productOf), linkDone })
}

export function recordNothing({ record, subject }: BearerContext): void {
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [],
  })
}
