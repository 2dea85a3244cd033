import type { UserContext } from '../../context.js'
import { stateAt } from '../../domain/authenticators/authenticator.js'
import type { SecurityKeyMaterial } from '../../domain/credentials/credential.js'

// In addition to a registration that may be in progress, and only one at a time.
export const useKey = 'security_key use'

export async function activeKeys({ tx, at, subject }: UserContext) {
  const authenticators = (await tx.authenticators.ofUsers([subject.user.id])).filter(
    (authenticator) => stateAt(authenticator, at) === 'active',
  )
  return (await tx.credentials.ofUsers([subject.user.id])).flatMap((credential) => {
    const authenticator = authenticators.find(({ id }) => id === credential.key)
    return authenticator && credential.material.kind === 'security_key'
      ? [{ authenticator, credential, material: credential.material satisfies SecurityKeyMaterial }]
      : []
  })
}
