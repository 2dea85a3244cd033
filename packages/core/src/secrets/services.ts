import type { OneTimePasswords } from '../authenticators/one-time-passwords.js'
import type { SecurityKeyCeremony } from '../authenticators/security-key-ceremony.js'
import type { PasswordBlockList, SecretHasher } from '../credentials/secret-hasher.js'
import { err, type Result } from '../kernel/result.js'
import type { Seal } from '../kernel/seal.js'
import type { MailBrand, MailTemplates } from '../mail/compose-mail.js'
import type { MailTransport } from '../mail/mail-transport.js'

/** What the host has handed in for secrets, mails and ceremonies; null where it has not. */
export interface Services {
  /** Where the page stands that links lead to, such as `https://portal.example/redeem`. */
  readonly redeemAddress: string | null
  readonly hasher: SecretHasher | null
  readonly blockList: PasswordBlockList | null
  readonly mail: MailTransport | null
  readonly brand: MailBrand
  readonly templates: MailTemplates
  readonly securityKeys: SecurityKeyCeremony | null
  readonly oneTimePasswords: OneTimePasswords | null
  readonly seal: Seal | null
}

/** What each service is called in a refusal, for whoever runs the portal. */
const names = { redeemAddress: 'the portal’s own address (baseUrl)', hasher: 'a hasher for passwords and codes', mail: 'a way to send mail', securityKeys: 'registration of security keys', oneTimePasswords: 'one-time passwords', seal: 'a sealing key' } as const

/** The service, or the refusal that says what is missing. */
export function needed<N extends keyof typeof names>(services: Services, name: N): Result<NonNullable<Services[N]>, 'not_configured'> {
  const service = services[name]
  return service === null ? err({ code: 'not_configured', details: { needed: names[name] } }) : { ok: true, value: service }
}
